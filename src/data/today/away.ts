// Back after weeks: how long the program was not used, and what is late since.
import { daysBetween } from '../../shared/rules/days/days.ts'
import type { Reader } from '../engine/store.ts'
import { selectOpenSteps } from '../records/next-steps.ts'

/** Days without a touch, a sheet or anything else logged after which one has been away. */
const awayDays = 21

/**
 * How long it has been, and how many promises are late; null when the program was in use, nothing was ever logged, or
 * nothing is late.
 */
export async function findAway(db: Reader, today: string): Promise<{ days: number; late: number } | null> {
  const last = await db
    .selectFrom('touches')
    .select('logged_at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  const days = daysBetween(last.logged_at.slice(0, 10), today)
  if (days < awayDays) return null
  const { late } = await selectOpenSteps(db)
    .where('n.due_on', '<', today)
    .where('n.promised', '=', 1)
    .select(({ fn }) => fn.countAll<number>().as('late'))
    .executeTakeFirstOrThrow()
  return late > 0 ? { days, late } : null
}
