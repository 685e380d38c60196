// What is deleted for good after thirty days goes by days of work, not by the computer's clock alone: that may be years ahead.

import type { ReadingSqlite, Sqlite } from './store.ts'

/** Work that comes so many days after the work before it may be a clock that was set wrong. */
const leapDays = 21
const dayMs = 86_400_000

const dayOf = (at: string) => at.slice(0, 10)
/** Whole days between two instants, by their days in UTC. */
const countDays = (from: string, to: string) => (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / dayMs

/** How far time is vouched for: up to this instant (UTC ISO text), which was not after this command. */
interface Vouched {
  command: number
  at: string
}

interface Work {
  id: number
  run_at: string
}

/** @returns the number of the last command, to be read before a backup is begun; 0 when there is none */
export function readLastCommand(sqlite: ReadingSqlite): number {
  return sqlite.prepare('SELECT coalesce(max(id), 0) FROM commands').pluck().get() as number
}

/** A verified backup vouches for the instant it was made: what is deleted after it, it still holds. */
export function keepVouched(sqlite: Sqlite, vouched: Vouched): void {
  sqlite
    .prepare(
      "INSERT INTO bookkeeping (key, value) VALUES ('vouched', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    )
    .run(JSON.stringify(vouched))
}

function readKept(sqlite: ReadingSqlite): Vouched | null {
  const kept = sqlite.prepare("SELECT value FROM bookkeeping WHERE key = 'vouched'").pluck().get()
  return kept === undefined ? null : (JSON.parse(kept as string) as Vouched)
}

/**
 * How far the work since what was kept vouches: to the last command of the day of work before the newest. One day
 * with a clock set wrong moves it by nothing. Work more than three weeks after the work before it vouches for
 * nothing, however much there is of it, until a backup is verified. A clock that is set back is believed.
 * @returns null while there are neither two days of work nor a backup
 */
export function readVouched(sqlite: ReadingSqlite): Vouched | null {
  const kept = readKept(sqlite)
  const work = sqlite
    .prepare('SELECT id, run_at FROM commands WHERE id > ? ORDER BY id')
    .all(kept?.command ?? 0) as Work[]
  return followWork(work, kept)
}

/** As an instant, never after `now` (UTC ISO text). */
export function readVouchedTime(sqlite: ReadingSqlite, now: string): string | null {
  const vouched = readVouched(sqlite)
  if (vouched === null) return null
  return vouched.at > now ? now : vouched.at
}

/** @param work commands in the order they ran, all after those of `start` */
export function followWork(work: readonly Work[], start: Vouched | null): Vouched | null {
  let vouched = start
  let newest = start
  for (const { id, run_at: at } of work) {
    const next = { command: id, at }
    const ahead = newest ? countDays(newest.at, at) : 0
    if (ahead > leapDays) continue
    if (ahead < -leapDays) {
      if (vouched) vouched = next
      newest = next
    } else if (!newest || at > newest.at) {
      if (newest && dayOf(at) !== dayOf(newest.at)) vouched = newest
      newest = next
    }
  }
  return vouched
}
