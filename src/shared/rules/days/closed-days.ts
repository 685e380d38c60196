// A clock that stands still while the shop is closed, for every rule that counts days but promises and thanks.
import { addDays, daysBetween, weekdayOf } from './days.ts'

/** Days the shop is closed beside its weekly ones, the first and the last included. */
export interface ClosedDays {
  from: string
  to: string
}

/**
 * Days from `from` to `to` on which the clock ran: those of closed periods are left out.
 * @param closed in any order; overlapping ones count once
 * @returns 0 when `to` is not later
 */
export function countRunningDays(from: string, to: string, closed: readonly ClosedDays[]): number {
  let days = Math.max(0, daysBetween(from, to))
  // The days counted are those after `from`, up to and with `to`.
  let counted = from
  for (const period of [...closed].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const lastBefore = period.from > counted ? dayBefore(period.from) : counted
    const last = period.to < to ? period.to : to
    const stopped = daysBetween(lastBefore, last)
    if (stopped <= 0) continue
    days -= stopped
    counted = last
  }
  return days
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}

/** Whether the shop is closed on this day. */
export function isClosedOn(day: string, closed: readonly ClosedDays[]): boolean {
  return closed.some((period) => period.from <= day && day <= period.to)
}

/** When the shop is open: its weekdays, less the periods it is closed. */
export interface ShopDays {
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  openDays: readonly number[]
  closed: readonly ClosedDays[]
}

/** Whether the shop is open on this day, by its week and its closed periods. */
export function isOpenOn(day: string, { openDays, closed }: ShopDays): boolean {
  return openDays.includes(weekdayOf(day)) && !isClosedOn(day, closed)
}

/** Nobody plans further than this; a shop closed for longer has no next open day. */
const mostDaysAhead = 731

/** @returns the first open day after `day`, or null when there is none in two years */
export function findNextOpenDay(day: string, shop: ShopDays): string | null {
  for (let ahead = 1; ahead <= mostDaysAhead; ahead += 1) {
    const next = addDays(day, ahead)
    if (isOpenOn(next, shop)) return next
  }
  return null
}
