// A hash beside every row, written with it, so that a flipped bit on the disk is noticed when the row is read.
import { hash } from 'node:crypto'
import type { Sqlite } from './open-database.ts'
import { prepareOnce } from './prepare-once.ts'
import type { ChangedRow } from './row-images.ts'
import { type OwnerTable, ownerTables } from './schema.ts'

/** The first 96 bits of SHA-256 over the row's columns as JSON, in table order. */
export function hashRow(values: unknown[]): string {
  return hash('sha256', JSON.stringify(values), 'base64url').slice(0, 16)
}

/** Rewrites the hashes of changed rows; a row that is gone loses its hash. */
export function writeRowHashes(sqlite: Sqlite, changed: Iterable<ChangedRow>): void {
  const put = prepareOnce(
    sqlite,
    'INSERT INTO row_hashes (table_name, row_id, hash) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash',
  )
  const remove = prepareOnce(sqlite, 'DELETE FROM row_hashes WHERE table_name = ? AND row_id = ?')
  for (const { table, id } of changed) {
    const values = prepareOnce(sqlite, `SELECT * FROM ${table} WHERE id = ?`).raw(true).get(id) as
      | unknown[]
      | undefined
    if (values) put.run(table, id, hashRow(values))
    else remove.run(table, id)
  }
}

/** Rows whose hash is missing or does not fit, and hashes without a row: the file was changed from outside. */
export function findDamagedRows(sqlite: Sqlite, table: OwnerTable): number[] {
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

/**
 * SHA-256 over the owner's tables in key order: equal for equal content, whatever was undone on the way.
 * Log, search, drafts, derived and bookkeeping tables are left out.
 */
export function hashContent(sqlite: Sqlite): string {
  let digest = ''
  for (const table of ownerTables) {
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
