// When somebody buys, as days the ranking can read: from, to, and whether it comes back every year.
import type { AppErrorCode } from '../../errors.ts'
import { daysBetween } from '../days/days.ts'

/** Both days included. A yearly window counts by month and day alone and may run over the new year. */
export interface BuyingWindow {
  from: string
  to: string
  yearly: boolean
}

/**
 * A yearly window whose end comes before its start runs over the new year: its end is moved behind it.
 * @returns the window as it is kept, or the code of what is wrong with it
 */
export function settleWindow(window: BuyingWindow): BuyingWindow | AppErrorCode {
  const from = Temporal.PlainDate.from(window.from)
  let to = Temporal.PlainDate.from(window.to)
  if (window.yearly && Temporal.PlainDate.compare(to, from) < 0) {
    const sameYear = to.with({ year: from.year })
    to = Temporal.PlainDate.compare(sameYear, from) < 0 ? to.with({ year: from.year + 1 }) : sameYear
  }
  const days = daysBetween(window.from, to.toString())
  if (days < 0) return 'window-ends-early'
  if (window.yearly && days > 365) return 'window-over-year'
  return { ...window, to: to.toString() }
}
