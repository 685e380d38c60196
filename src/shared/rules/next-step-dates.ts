// When to come back after a touch: the dates proposed by how it went, counted in the shop's open days.
import { addDays, weekdayOf } from './days.ts'
import type { How } from './touch-kinds.ts'

/** Open days to wait after each kind; talking and meeting ask the owner instead. */
const waitingDays: Partial<Record<How, number>> = { 'no answer': 2, voicemail: 3, message: 5, letter: 5 }

/**
 * @param days how many open days to go forward, 1 or more
 * @param openDays ISO weekdays the shop is open; none given means every day
 */
export function addOpenDays(from: string, days: number, openDays: readonly number[]): string {
  let date = from
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    if (openDays.length === 0 || openDays.includes(weekdayOf(date))) left -= 1
  }
  return date
}

/**
 * The day proposed for the next step: N +2, V +3, E +5 open days.
 * @returns null where only the owner knows (they met or talked)
 */
export function suggestNextStep(how: How, today: string, openDays: readonly number[]): string | null {
  const days = waitingDays[how]
  return days === undefined ? null : addOpenDays(today, days, openDays)
}
