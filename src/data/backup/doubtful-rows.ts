// Rows that do not fit their hashes, in the whole file, each with what the newest backup holds in its place.
import { existsSync } from 'node:fs'
import type { DoubtfulRow } from '../../shared/contract/backup.ts'
import type { FileWork } from '../engine/file-work.ts'
import { openToRead } from '../engine/open-database.ts'
import { findDamagedAmong, findDamagedRows } from '../engine/row-hashes.ts'
import type { ReadingSqlite, Sqlite } from '../engine/store.ts'
import { type OwnerTable, ownerTables } from '../engine/tables.ts'

export interface DoubtfulJob {
  file: string
  /** Backups that may hold what was there, newest first. */
  backups: { id: number; file: string; madeAt: string }[]
}

/** More than these are no single rows any more: then the backup is what helps. */
const mostRows = 100

export interface DoubtfulRows {
  rows: DoubtfulRow[]
  /** How many there are in all. */
  count: number
}

export const doubtfulWork: FileWork<DoubtfulJob, DoubtfulRows> = { name: 'doubtful', run: findDoubtfulRows }

/**
 * Reads every row of the file.
 * @throws SqliteError when the file is too damaged to be read to its end
 */
export function findDoubtfulRows({ file, backups }: DoubtfulJob): DoubtfulRows {
  const live = openToRead(file)
  const sources = openSources(backups)
  try {
    const found = ownerTables.flatMap((table) => findDamagedRows(live, table).map((id) => ({ table, id })))
    const rows = found.slice(0, mostRows).map(({ table, id }) => describeRow(live, sources, table, id))
    return { rows, count: found.length }
  } finally {
    live.close()
    for (const { sqlite } of sources) sqlite.close()
  }
}

interface Source {
  id: number
  madeAt: string
  sqlite: Sqlite
}

/** Backups that are there and can be read; a stick that is not plugged in says nothing. */
function openSources(backups: DoubtfulJob['backups']): Source[] {
  return backups.flatMap(({ id, file, madeAt }) => {
    if (!existsSync(file)) return []
    try {
      return [{ id, madeAt, sqlite: openToRead(file) }]
    } catch {
      // A backup that does not open has nothing to offer; the next one may.
      return []
    }
  })
}

type Row = Record<string, string | number | null>

const readRow = (sqlite: ReadingSqlite, table: OwnerTable, id: number) =>
  sqlite.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined

/** The row as a backup holds it, when it fits its hash there; null when it is not there, or not sound. */
export function readSoundRow(sqlite: ReadingSqlite, table: OwnerTable, id: number): Row | null {
  try {
    if (findDamagedAmong(sqlite, table, [id]).length > 0) return null
    return readRow(sqlite, table, id) ?? null
  } catch {
    // Another version of the file, or a page that cannot be read.
    return null
  }
}

function describeRow(live: Sqlite, sources: Source[], table: OwnerTable, id: number): DoubtfulRow {
  const now = readRow(live, table, id) ?? null
  const sound = sources
    .map((source) => ({ source, row: readSoundRow(source.sqlite, table, id) }))
    .find(({ row }) => row !== null)
  const before = sound?.row ?? null
  const columns = Object.keys(now ?? before ?? {}).filter((column) => column !== 'id' && column !== 'uid')
  const differs = columns.filter(
    (column) => before === null || now === null || now[column] !== before[column],
  )
  return {
    table,
    id,
    who: findWho(live, table, now ?? before),
    isGone: now === null,
    // With nothing to compare, the words are what the owner can judge.
    fields: (before === null ? differs.filter((column) => typeof now?.[column] === 'string') : differs).map(
      (column) => ({
        column,
        now: sayValue(now?.[column]),
        before: before ? sayValue(before[column]) : null,
      }),
    ),
    backup: sound ? { id: sound.source.id, madeAt: sound.source.madeAt } : null,
  }
}

const sayValue = (value: string | number | null | undefined) => (value == null ? '' : String(value))

/** Whose row it is, as far as that can still be read. */
function findWho(live: Sqlite, table: OwnerTable, row: Row | null): DoubtfulRow['who'] {
  const personId = table === 'people' ? row?.id : (row?.person_id ?? row?.referrer_id)
  if (typeof personId !== 'number') return null
  const name = live
    .prepare(
      "SELECT coalesce(nullif(p.name, ''), f.name, '') FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.id = ?",
    )
    .pluck()
    .get(personId) as string | undefined
  return name === undefined ? null : { personId, name }
}
