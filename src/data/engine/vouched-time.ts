// What is deleted for good after thirty days goes by days of work, not by the computer's clock alone: that may be months ahead.

import type { ReadingSqlite } from './store.ts'
/**
 * The latest instant that work vouches for, never after `now`: the last command of the day of work before the newest.
 * One day with a clock set wrong moves it by nothing; null while there are not two days of work.
 * @param now the instant as UTC ISO text
 */
export function readVouchedTime(sqlite: ReadingSqlite, now: string): string | null {
  const last = sqlite
    .prepare(
      'SELECT max(run_at) FROM commands WHERE run_at < (SELECT substr(max(run_at), 1, 10) FROM commands)',
    )
    .pluck()
    .get() as string | null
  return last !== null && last > now ? now : last
}
