// When to come back after a touch: the dates proposed by how it went, counted in the shop's open days.

import type { How } from '../touches/touch-kinds.ts'
import type { ShopDays } from './closed-days.ts'
import { addOpenDays } from './open-days.ts'

/** Open days to wait after each kind; talking and meeting ask the owner instead. */
const waitingDays: Partial<Record<How, number>> = { 'no answer': 2, voicemail: 3, message: 5, letter: 5 }

export type OpenTime = ShopDays

/**
 * The day proposed for the next step: N +2, V +3, E +5 open days.
 * @returns null where only the owner knows (they met or talked)
 */
export function suggestNextStep(how: How, today: string, openTime: OpenTime): string | null {
  const days = waitingDays[how]
  return days === undefined ? null : addOpenDays(today, days, openTime)
}
