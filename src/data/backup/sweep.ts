// Once a week every row is held against its hash; what is derived from the rows is mended.
import { addDays } from '../../shared/rules/days/days.ts'
import { readNote, removeNote, writeNote } from '../engine/bookkeeping.ts'
import { workInSlices } from '../engine/breathe.ts'
import type { Clock } from '../engine/clock.ts'
import { runFileWork } from '../engine/file-work.ts'
import type { Runner } from '../engine/run-call.ts'
import { indexPeople, indexTouches } from '../engine/search-index.ts'
import { refreshAllStandings } from '../engine/standing.ts'
import type { Sqlite } from '../engine/store.ts'
import { refreshSummaries } from '../engine/summaries.ts'
import { sweepWork } from './sweep-file.ts'

const daysBetweenSweeps = 7

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
    await workInSlices(people, (slice) => {
      refreshSummaries(sqlite, slice)
      indexPeople(sqlite, slice)
    })
    await workInSlices(touches, (slice) => indexTouches(sqlite, slice))
    refreshAllStandings(sqlite, today)
    sqlite.exec('COMMIT')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}
