// When to come back after a touch: the dates proposed by how it went, counted in the shop's open days.

import type { How } from '../touches/touch-kinds.ts'
import type { ClosedDays } from './closed-days.ts'
import { addDays, weekdayOf } from './days.ts'

/** Open days to wait after each kind; talking and meeting ask the owner instead. */
const waitingDays: Partial<Record<How, number>> = { 'no answer': 2, voicemail: 3, message: 5, letter: 5 }

/** When the shop is open. */
export interface OpenTime {
  /** ISO weekdays the shop is open; none given means every day. */
  openDays: readonly number[]
  /** Days it is closed beside its weekly ones. */
  closed: readonly ClosedDays[]
}

/**
 * @param days how many open days to go forward, 1 or more
 * @returns the last of them; days of closed periods are no open days
 */
export function addOpenDays(from: string, days: number, { openDays, closed }: OpenTime): string {
  let date = from
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    const period = closed.find((one) => one.from <= date && date <= one.to)
    if (period) date = period.to
    else if (openDays.length === 0 || openDays.includes(weekdayOf(date))) left -= 1
  }
  return date
}

/**
 * The day proposed for the next step: N +2, V +3, E +5 open days.
 * @returns null where only the owner knows (they met or talked)
 */
export function suggestNextStep(how: How, today: string, openTime: OpenTime): string | null {
  const days = waitingDays[how]
  return days === undefined ? null : addOpenDays(today, days, openTime)
}
