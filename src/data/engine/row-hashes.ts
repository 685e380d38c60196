// A hash beside every row, written with it, so that a flipped bit on the disk is noticed when the row is read.

import { hash } from 'node:crypto'
import { prepareOnce } from './prepare-once.ts'
import { type LoggedRow, readBefore } from './row-images.ts'
import type { ChangedRow, ReadingSqlite, Sqlite } from './store.ts'
import { type OwnerTable, ownerTables } from './tables.ts'

/** The first 96 bits of SHA-256 over the row's columns as JSON, in table order. */
function hashRow(values: unknown[]): string {
  return hash('sha256', JSON.stringify(values), 'base64url').slice(0, 16)
}

/** Rewrites the hashes of changed rows; a row that is gone loses its hash. Reads them all at once: give slices. */
export function writeRowHashes(sqlite: Sqlite, changed: Iterable<ChangedRow>): void {
  const idsOf = new Map<OwnerTable, number[]>()
  for (const { table, id } of changed) {
    const ids = idsOf.get(table)
    if (ids) ids.push(id)
    else idsOf.set(table, [id])
  }
  for (const [table, changedIds] of idsOf) {
    const ids = JSON.stringify(changedIds)
    const rows = prepareOnce(sqlite, `SELECT * FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
      .raw(true)
      .all(ids) as unknown[][]
    if (rows.length < changedIds.length) {
      prepareOnce(
        sqlite,
        'DELETE FROM row_hashes WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?))',
      ).run(table, ids)
    }
    prepareOnce(
      sqlite,
      'INSERT OR REPLACE INTO row_hashes (table_name, row_id, hash) SELECT ?, value ->> 0, value ->> 1 FROM json_each(?)',
    ).run(table, JSON.stringify(rows.map((row) => [row[0], hashRow(row)])))
  }
}

/** No hash fits this one. */
const neverFits = ''

/** Marks rows as damaged, whatever they hold. */
export function markDamaged(sqlite: Sqlite, rows: Iterable<ChangedRow>): void {
  for (const { table, id } of rows) {
    prepareOnce(sqlite, 'INSERT OR REPLACE INTO row_hashes (table_name, row_id, hash) VALUES (?, ?, ?)').run(
      table,
      id,
      neverFits,
    )
  }
}

/** Of rows about to get a new hash those that did not fit their old one. */
export function findDamagedBefore(sqlite: Sqlite, rows: readonly LoggedRow[]): ChangedRow[] {
  const stored = prepareOnce(
    sqlite,
    'SELECT hash FROM row_hashes WHERE table_name = ? AND row_id = ?',
  ).pluck()
  return rows.filter((row) => {
    const before = readBefore(sqlite, row)
    return before !== null && hashRow(before) !== stored.get(row.table, row.id)
  })
}

/** Of these rows those whose hash is missing or does not fit. */
export function findDamagedAmong(sqlite: ReadingSqlite, table: OwnerTable, ids: readonly number[]): number[] {
  if (ids.length === 0) return []
  return checkRows(sqlite, table, 'WHERE t.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
}

/** Of the rows that name this one in a column those whose hash is missing or does not fit. */
export function findDamagedOf(
  sqlite: ReadingSqlite,
  { table, column }: { table: OwnerTable; column: string },
  id: number,
): number[] {
  return checkRows(sqlite, table, `WHERE t.${column} = ?`, id)
}

/** A row without a hash, or with another one. */
function checkRows(sqlite: ReadingSqlite, table: OwnerTable, where: string, value: unknown): number[] {
  const rows = prepareOnce(
    sqlite,
    `SELECT t.*, h.hash AS row_hash_stored FROM ${table} t
     LEFT JOIN row_hashes h ON h.table_name = '${table}' AND h.row_id = t.id ${where}`,
  )
    .raw(true)
    .all(value) as unknown[][]
  return rows.flatMap((row) => (row.pop() === hashRow(row) ? [] : [row[0] as number]))
}

/** Rows whose hash is missing or does not fit, and hashes without a row: the file was changed from outside. */
export function findDamagedRows(sqlite: ReadingSqlite, table: OwnerTable): number[] {
  const damaged: number[] = []
  const rows = sqlite
    .prepare(
      `SELECT t.*, h.hash AS row_hash_stored FROM ${table} t
       LEFT JOIN row_hashes h ON h.table_name = '${table}' AND h.row_id = t.id ORDER BY t.id`,
    )
    .raw(true)
  for (const row of rows.iterate() as Iterable<unknown[]>) {
    const stored = row.pop()
    if (stored !== hashRow(row)) damaged.push(row[0] as number)
  }
  const orphans = sqlite
    .prepare(`SELECT row_id FROM row_hashes WHERE table_name = ? AND row_id NOT IN (SELECT id FROM ${table})`)
    .pluck()
    .all(table) as number[]
  return damaged.concat(orphans)
}

/** The owner's tables that a file has: one of an older schema may lack some, and is whole without them. */
export function listTablesOf(sqlite: ReadingSqlite): OwnerTable[] {
  const names = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  return ownerTables.filter((table) => names.includes(table))
}

/**
 * SHA-256 over the owner's tables in key order: equal for equal content, whatever was undone on the way.
 * Log, search, drafts, derived and bookkeeping tables are left out.
 */
export function hashContent(sqlite: ReadingSqlite): string {
  let digest = ''
  for (const table of listTablesOf(sqlite)) {
    const rows = sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).raw(true)
    let slice = `${digest}${table}`
    for (const row of rows.iterate() as Iterable<unknown[]>) {
      slice += JSON.stringify(row)
      if (slice.length > 1_000_000) slice = hash('sha256', slice)
    }
    digest = hash('sha256', slice)
  }
  return digest
}
