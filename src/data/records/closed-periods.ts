// When the shop is closed beside its weekly closed days, and which days of a week are left open.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { ClosedPeriod, Settings } from '../../shared/contract/settings.ts'
import { AppError } from '../../shared/errors.ts'
import type { ClosedDays, ShopDays } from '../../shared/rules/days/closed-days.ts'
import { weekdayOf } from '../../shared/rules/days/days.ts'
import { daysOfWeek } from '../../shared/rules/days/weeks.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'

/** Those not over yet first, in their order; then those that are, the latest first. */
export async function listClosedPeriods(
  db: Reader,
  { clock }: Pick<QueryContext, 'clock'>,
): Promise<CallOutput<'settings.closedPeriods'>> {
  const rows = await db
    .selectFrom('closed_periods')
    .select(['id', 'from_on as from', 'to_on as to', 'what'])
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const isOver = (row: { to: string }) => row.to < clock.today()
  return [...rows.filter((row) => !isOver(row)), ...rows.filter(isOver).reverse()]
}

/** Every closed period, for the rules whose clocks stand still in them. */
export async function readClosedDays(db: Reader): Promise<ClosedDays[]> {
  return db.selectFrom('closed_periods').select(['from_on as from', 'to_on as to']).execute()
}

/** When the shop is open from a day on: its week, and the closed periods not over by then. */
export async function readShopDays(
  db: Reader,
  from: string,
  { openDays }: Pick<Settings, 'openDays'>,
): Promise<{ openDays: ShopDays['openDays']; closed: ClosedPeriod[] }> {
  const closed = await db
    .selectFrom('closed_periods')
    .select(['id', 'from_on as from', 'to_on as to', 'what'])
    .where('to_on', '>=', from)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return { openDays, closed }
}

/** Asked again under the same uid, answers the first. @throws AppError closed-ends-early when the last day comes before the first */
export async function addClosedPeriod(
  db: Writer,
  { uid, from, to, what }: ParsedInput<'settings.addClosedPeriod'>,
  { say }: Pick<CommandContext, 'say'>,
): Promise<{ id: number }> {
  const before = await db.selectFrom('closed_periods').select('id').where('uid', '=', uid).executeTakeFirst()
  if (before) return before
  if (to < from) throw new AppError('closed-ends-early', { from, to })
  const { id } = await db
    .insertInto('closed_periods')
    .values({ uid, from_on: from, to_on: to, what: what.trim() })
    .returning('id')
    .executeTakeFirstOrThrow()
  say('settings.done.addedClosed', { from, to })
  return { id }
}

/** @throws AppError not-found */
export async function removeClosedPeriod(
  db: Writer,
  { id }: ParsedInput<'settings.removeClosedPeriod'>,
  { say }: Pick<CommandContext, 'say'>,
): Promise<Record<string, never>> {
  const removed = await db
    .deleteFrom('closed_periods')
    .where('id', '=', id)
    .returning(['from_on', 'to_on'])
    .executeTakeFirst()
  if (!removed) throw new AppError('not-found')
  say('settings.done.removedClosed', { from: removed.from_on, to: removed.to_on })
  return {}
}

/**
 * @param week ISO week
 * @returns its local days on which the shop is open, Monday first
 */
export async function findOpenDays(db: Reader, week: string, settings: Settings): Promise<string[]> {
  const days = daysOfWeek(week)
  const closed = await db
    .selectFrom('closed_periods')
    .select(['from_on', 'to_on'])
    .where('from_on', '<=', days[6]!)
    .where('to_on', '>=', days[0]!)
    .execute()
  return days.filter(
    (day) =>
      settings.openDays.includes(weekdayOf(day)) &&
      !closed.some((period) => period.from_on <= day && day <= period.to_on),
  )
}
