// The days a named time means, seen from today: the run under way or the next, its year when none was said.
import type { MessageRef } from '../../errors.ts'
import { addDays, daysBetween } from '../days/days.ts'
import { dayOfFeast } from '../days/feasts.ts'
import type { BuyingWindow } from './buying-window.ts'
import type { Named } from './read-named-time.ts'

export interface Span {
  from: Named
  to: Named
  /** Tokens it takes up: the first, and the one behind the last. */
  start: number
  end: number
  next: boolean
  /** "until" and "before" name only the end, "after" only what comes first. */
  side: 'until' | 'before' | 'after' | null
}

/** Windows without a year that run over the new year are no longer than this, in days; else the end is a slip. */
const longestWrap = 183
/** Days before a feast in which people buy for it. */
const daysToFeast = 42
/** Days that "after" something goes on. */
const daysAfter = 28

/** The days of a span, or why it is nonsense. `typed`: as the sentence that refuses it repeats it. */
export function settleSpan(
  span: Span,
  typed: string,
  yearly: boolean,
  today: string,
): { window: BuyingWindow } | { problem: MessageRef } {
  for (const named of [span.from, span.to]) {
    if (!exists(named))
      return { problem: { key: 'knowCard.window.noSuchDay', facts: { typed: named.words } } }
  }
  const isDeadline = (span.side === 'until' || span.side === 'before') && !isFeast(span)
  const window = yearly
    ? settleYearly(span, today)
    : isDeadline
      ? settleDeadline(span, today)
      : settleOnce(span, today)
  return window ? { window } : { problem: { key: 'knowCard.window.endsEarly', facts: { typed } } }
}

/** 29 February does, in some years. */
function exists({ year, month, day }: Named): boolean {
  if (month < 1 || month > 12) return false
  return day === null || day <= daysIn(year ?? 2024, month)
}

function daysIn(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

/** One feast alone: of a time between two feasts, both are its ends. */
const isFeast = ({ from, to }: Span) => from.feast !== undefined && from === to

const firstDay = (named: Named, year: number) => dayOf(named, year, named.day ?? 1)
const lastDay = (named: Named, year: number) => dayOf(named, year, named.day ?? 31)

/** The last of the month when it is shorter. */
function dayOf({ month, feast }: Named, year: number, day: number): string {
  if (feast) return dayOfFeast(feast, year)
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).toString()
}

/** The weeks that are meant by what was named: those up to a feast, or what comes after. */
function widen(span: Span, from: string, to: string): Pick<BuyingWindow, 'from' | 'to'> {
  if (span.side === 'after') return { from: addDays(to, 1), to: addDays(to, daysAfter) }
  if (!isFeast(span)) return { from, to }
  if (span.side === 'before') return { from: addDays(from, -daysToFeast), to: addDays(from, -1) }
  // What is for the new year begins with it.
  return span.from.feast === 'newYear' && span.side === null
    ? { from, to: addDays(to, daysAfter - 1) }
    : { from: addDays(from, -daysToFeast), to }
}

/** The run that is under way or comes next. */
function settleYearly(span: Span, today: string): BuyingWindow {
  const { from, to } = span
  const thisYear = Number(today.slice(0, 4))
  const run = (year: number): BuyingWindow => {
    const start = firstDay(from, year)
    const end = lastDay(to, year)
    return { ...widen(span, start, end < start ? lastDay(to, year + 1) : end), yearly: true }
  }
  return [thisYear - 1, thisYear].map(run).find(({ to: last }) => last >= today) ?? run(thisYear + 1)
}

/** @returns null when it ends before it starts */
function settleOnce(span: Span, today: string): BuyingWindow | null {
  const { from, to, next } = span
  if (from.year !== null || to.year !== null) return settleDated(span)
  const thisYear = Number(today.slice(0, 4))
  for (let year = thisYear - 1; year <= thisYear + 8; year += 1) {
    // 29 February waits for its year.
    if (from === to && from.day !== null && from.day > daysIn(year, from.month)) continue
    const start = firstDay(from, year)
    const isWrapped = lastDay(to, year) < start
    const end = isWrapped ? lastDay(to, year + 1) : lastDay(to, year)
    if (isWrapped && daysBetween(start, end) > longestWrap) return null
    const window = { ...widen(span, start, end), yearly: false }
    if (window.to >= today && !(next && start <= today)) return window
  }
  return null
}

/** With a year at one end or both. @returns null when it ends before it starts */
function settleDated(span: Span): BuyingWindow | null {
  const { from, to } = span
  let start = firstDay(from, from.year ?? to.year!)
  let end = lastDay(to, to.year ?? from.year!)
  if (end < start) {
    if (from.year !== null && to.year !== null) return null
    if (from.year === null) start = firstDay(from, to.year! - 1)
    else end = lastDay(to, from.year + 1)
    if (daysBetween(start, end) > longestWrap) return null
  }
  return { ...widen(span, start, end), yearly: false }
}

/** From today until its last day; "before June" ends with May. */
function settleDeadline({ from, to, side }: Span, today: string): BuyingWindow {
  const endIn = (year: number) => (side === 'until' ? lastDay(to, year) : addDays(firstDay(from, year), -1))
  const year = side === 'until' ? to.year : from.year
  const thisYear = Number(today.slice(0, 4))
  const end = endIn(year ?? (endIn(thisYear) < today ? thisYear + 1 : thisYear))
  return { from: end < today ? end : today, to: end, yearly: false }
}
