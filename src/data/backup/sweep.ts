// Once a week every row is held against its hash, in a thread of its own; what is derived from the rows is mended.
import Database from 'better-sqlite3'
import { addDays } from '../../shared/rules/days/days.ts'
import { readNote, removeNote, writeNote } from '../engine/bookkeeping.ts'
import { breathe } from '../engine/breathe.ts'
import type { Clock } from '../engine/clock.ts'
import { type FileWork, runFileWork } from '../engine/file-work.ts'
import { applySettings } from '../engine/open-database.ts'
import { findDamagedRows } from '../engine/row-hashes.ts'
import type { Runner } from '../engine/run-call.ts'
import { indexPeople, indexTouches } from '../engine/search-index.ts'
import { refreshAllStandings } from '../engine/standing.ts'
import type { Sqlite } from '../engine/store.ts'
import { refreshSummaries } from '../engine/summaries.ts'
import { ownerTables } from '../engine/tables.ts'
import { inspectDerived } from './inspect-file.ts'

const daysBetweenSweeps = 7
const sliceSize = 500

interface Swept {
  /** Rows that do not fit their hashes. */
  inDoubt: number
  /** Summaries or the search do not say what the rows do. */
  isDerivedWrong: boolean
}

export const sweepWork: FileWork<{ file: string }, Swept> = { name: 'sweep', run: sweepFile }

/** Reads the whole file on a connection of its own. @throws SqliteError when it cannot be read to its end */
export function sweepFile({ file }: { file: string }): Swept {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  try {
    applySettings(sqlite, 'read')
    sqlite.exec('BEGIN')
    const inDoubt = ownerTables.reduce((count, table) => count + findDamagedRows(sqlite, table).length, 0)
    return { inDoubt, isDerivedWrong: inspectDerived(sqlite).length > 0 }
  } finally {
    sqlite.close()
  }
}

/**
 * Sweeps when a week has passed since the last time, and keeps what was found for the window to tell.
 * @returns whether the window has something new to tell
 */
export async function sweepWhenDue(
  { alone }: Pick<Runner, 'alone'>,
  file: string,
  clock: Clock,
): Promise<boolean> {
  const today = clock.today()
  const last = await alone((sqlite) => readNote(sqlite, 'swept_on'))
  // A clock set back must not put it off for years.
  if (last !== null && last <= today && addDays(last, daysBetweenSweeps) > today) return false
  const { inDoubt, isDerivedWrong } = await runFileWork(sweepWork, { file }, () => undefined)
  return alone(async (sqlite) => {
    if (isDerivedWrong) await mendDerived(sqlite, today)
    writeNote(sqlite, 'swept_on', today)
    return keepInDoubt(sqlite, inDoubt)
  })
}

/** @returns whether that is another number than before */
export function keepInDoubt(sqlite: Sqlite, count: number): boolean {
  const before = Number(readNote(sqlite, 'rows_in_doubt') ?? 0)
  if (count === before) return false
  if (count > 0) writeNote(sqlite, 'rows_in_doubt', String(count))
  else removeNote(sqlite, 'rows_in_doubt')
  return true
}

/** Writes summaries, standings and the search anew from the rows, in one transaction. */
async function mendDerived(sqlite: Sqlite, today: string): Promise<void> {
  const idsOf = (sql: string) => sqlite.prepare(sql).pluck().all() as number[]
  const people = idsOf('SELECT id FROM people UNION SELECT person_id FROM person_summaries ORDER BY 1')
  const touches = idsOf('SELECT id FROM touches UNION SELECT id FROM touch_search_docsize ORDER BY 1')
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    for (let start = 0; start < people.length; start += sliceSize) {
      const slice = people.slice(start, start + sliceSize)
      refreshSummaries(sqlite, slice)
      indexPeople(sqlite, slice)
      await breathe()
    }
    for (let start = 0; start < touches.length; start += sliceSize) {
      indexTouches(sqlite, touches.slice(start, start + sliceSize))
      await breathe()
    }
    refreshAllStandings(sqlite, today)
    sqlite.exec('COMMIT')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}
