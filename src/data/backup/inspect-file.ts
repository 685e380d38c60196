// What can be known of a whole data file: is it sound, does every row match its hash, what does it hold.

import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { MessageRef } from '../../shared/errors.ts'
import { applySteps } from '../engine/migrate.ts'
import { findDamagedRows, hashContent, listTablesOf } from '../engine/row-hashes.ts'
import type { ReadingSqlite, Sqlite } from '../engine/store.ts'
import { countWrongSummaries } from '../engine/summaries.ts'
import { type Migration, migrations } from '../migrations/index.ts'

export interface FileFigures {
  people: number
  touches: number
  /** Commands committed over the file's life: tells older from newer copies without a clock. */
  changeNumber: number
  contentHash: string
}

export const noFigures: FileFigures = { people: 0, touches: 0, changeNumber: 0, contentHash: '' }

/**
 * Whether the file is whole: pages, indexes, the search's own structure, the schema, references.
 * @throws SqliteError, here as below, when the file is too damaged to be read to its end
 */
export function inspectStructure(sqlite: Sqlite, steps: readonly Migration[] = migrations): MessageRef[] {
  const problems: MessageRef[] = []
  // This reads the pages, the indexes, and (from SQLite 3.44 on) the search tables' own structure.
  const structure = sqlite.pragma('integrity_check') as { integrity_check: string }[]
  if (structure[0]?.integrity_check !== 'ok') {
    problems.push({ key: 'backup.check.structure', facts: { count: structure.length } })
  }
  const strange = countStrange(sqlite, steps)
  if (strange > 0) problems.push({ key: 'backup.check.schema', facts: { count: strange } })
  const references = (sqlite.pragma('foreign_key_check') as unknown[]).length
  if (references > 0) problems.push({ key: 'backup.check.references', facts: { count: references } })
  return problems
}

/** Whether every row is as a command wrote it. */
export function inspectRows(sqlite: ReadingSqlite): MessageRef[] {
  const problems: MessageRef[] = []
  for (const table of listTablesOf(sqlite)) {
    const rows = findDamagedRows(sqlite, table).length
    if (rows > 0) problems.push({ key: 'backup.check.rows', facts: { count: rows, table } })
  }
  return problems
}

/** Whether what is derived from the rows fits them; when it does not, the rows themselves are still good. */
export function inspectDerived(sqlite: ReadingSqlite): MessageRef[] {
  const problems: MessageRef[] = []
  const missing = countNotIndexed(sqlite)
  if (missing > 0) problems.push({ key: 'backup.check.search', facts: { count: missing } })
  const summaries = countWrongSummaries(sqlite)
  if (summaries > 0) problems.push({ key: 'backup.check.summaries', facts: { count: summaries } })
  return problems
}

/** What the file holds. */
export function readFigures(sqlite: ReadingSqlite): FileFigures {
  const read = (sql: string) => Number(sqlite.prepare(sql).pluck().get() ?? 0)
  return {
    people: read('SELECT count(*) FROM people WHERE deleted_at IS NULL'),
    touches: read('SELECT count(*) FROM touches'),
    changeNumber: read("SELECT value FROM bookkeeping WHERE key = 'change_number'"),
    contentHash: hashContent(sqlite),
  }
}

/** One digest over all row hashes: with equal content, equal digests mean that every row still fits its hash. */
export function hashRowHashes(sqlite: ReadingSqlite): string {
  const digest = createHash('sha256')
  const rows = sqlite.prepare('SELECT table_name, row_id, hash FROM row_hashes ORDER BY table_name, row_id')
  for (const row of rows.raw(true).iterate() as Iterable<unknown[]>) digest.update(`${row.join(' ')}\n`)
  return digest.digest('hex')
}

/**
 * Tables, indexes, views and triggers the file's own version does not make, lacks, or makes otherwise. Views of an
 * older version are not known any more, and are made anew when it is opened.
 */
function countStrange(sqlite: Sqlite, steps: readonly Migration[]): number {
  const version = Number(sqlite.pragma('user_version', { simple: true }))
  const isOld = version < steps.at(-1)!.version
  const isKnown = (part: string) => !isOld || !part.startsWith('["view","report_')
  const empty = new Database(':memory:')
  try {
    applySteps(
      empty,
      steps.filter((step) => step.version <= version),
      '',
    )
    const expected = listSchema(empty).filter(isKnown)
    const found = new Set(listSchema(sqlite).filter(isKnown))
    const asMade = expected.filter((part) => found.has(part)).length
    return expected.length - asMade + (found.size - asMade)
  } finally {
    empty.close()
  }
}

/** SQLite's own tables (sequences, statistics) come and go by themselves. */
function listSchema(sqlite: ReadingSqlite): string[] {
  return sqlite
    .prepare(
      "SELECT json_array(type, name, tbl_name, sql) FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[]
}

/** People and notes the search cannot find, and entries of the search that lead to nobody. */
function countNotIndexed(sqlite: ReadingSqlite): number {
  return sqlite
    .prepare(
      `SELECT (SELECT count(*) FROM (SELECT id FROM people WHERE deleted_at IS NULL EXCEPT SELECT id FROM people_search_docsize))
         + (SELECT count(*) FROM (SELECT id FROM people_search_docsize EXCEPT SELECT id FROM people WHERE deleted_at IS NULL))
         + (SELECT count(*) FROM (SELECT id FROM touches WHERE note <> '' EXCEPT SELECT id FROM touch_search_docsize))
         + (SELECT count(*) FROM (SELECT id FROM touch_search_docsize EXCEPT SELECT id FROM touches WHERE note <> ''))`,
    )
    .pluck()
    .get() as number
}
