// Days counted as a shop counts them: only those on which it is open.

import type { ShopDays } from './closed-days.ts'
import { addDays, daysBetween, weekdayOf } from './days.ts'

/** Nobody plans further than this, in days; a shop closed for longer has no open day left. */
const mostDaysAhead = 1100

/**
 * The day `days` open days after `from`.
 * @param days 1 or more; without any open weekday every day counts
 */
export function addOpenDays(from: string, days: number, { openDays, closed }: ShopDays): string {
  let date = from
  const end = addDays(from, mostDaysAhead)
  for (let left = days; left > 0 && date < end; ) {
    date = addDays(date, 1)
    const period = closed.find((one) => one.from <= date && date <= one.to)
    if (period) date = period.to
    else if (openDays.length === 0 || openDays.includes(weekdayOf(date))) left -= 1
  }
  return date
}

/** Open days after `from`, up to and with `to`; 0 when `to` is not later. */
export function countOpenDays(from: string, to: string, { openDays, closed }: ShopDays): number {
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const period = closed.find((one) => one.from <= date && date <= one.to)
    if (period) date = period.to
    else if (openDays.length === 0 || openDays.includes(weekdayOf(date))) count += 1
    if (daysBetween(from, date) > mostDaysAhead) break
  }
  return count
}

/** The day itself when the shop is open on it, else the next one on which it is. */
export function landOnOpenDay(day: string, shop: ShopDays): string {
  return addOpenDays(addDays(day, -1), 1, shop)
}
