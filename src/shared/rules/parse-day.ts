// Reads a day the way people type it: +7, fri, 24 dec, tomorrow, in 2 weeks, 2026-12-24.
import { addDays, weekdayOf } from './days.ts'

/** The owner's words for days, from the message catalogue; each may hold several, with | between them. */
export interface DayWords {
  today: string
  tomorrow: string
  yesterday: string
  /** Monday first, full names; any two letters or more will do. */
  weekdays: string
  /** January first, full names; any three letters or more will do. */
  months: string
  day: string
  week: string
  month: string
  next: string
  in: string
  ago: string
  a: string
}

/** Where a day without a year or a weekday lies: ahead (next steps) or behind (when it happened). */
export type Lean = 'ahead' | 'behind'

/**
 * @param typed what the owner wrote; a leading + is allowed before any form
 * @param lean a bare weekday or date is the next one ahead (never today's weekday), or the last one behind
 * @returns YYYY-MM-DD, or null when it is no day that exists
 */
export function parseDay(typed: string, today: string, words: DayWords, lean: Lean = 'ahead'): string | null {
  const text = typed
    .toLowerCase()
    .trim()
    .replace(/^\+\s*/, '+')
    .replace(/[,\s]+/g, ' ')
  const bare = text.replace(/^\+/, '')
  return (
    parseIso(bare) ??
    parseNamedDay(bare, today, words) ??
    parseDistance(text, today, words, lean) ??
    parseWeekday(bare, today, words, lean) ??
    parseDate(bare, today, words, lean)
  )
}

const oneOf = (choices: string, word: string) => choices.split('|').includes(word)

/** @returns the index of the one name this begins, -1 when it begins none or several */
function indexOfPrefix(names: string, typed: string, letters: number): number {
  if (typed.length < letters) return -1
  const matches = names
    .split('|')
    .map((name, index) => ({ name, index }))
    .filter(({ name }) => name.startsWith(typed))
  return matches.length === 1 ? matches[0]!.index : -1
}

function makeDate(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function parseIso(text: string): string | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  return parts ? makeDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null
}

function parseNamedDay(text: string, today: string, words: DayWords): string | null {
  if (oneOf(words.today, text)) return today
  if (oneOf(words.tomorrow, text)) return addDays(today, 1)
  if (oneOf(words.yesterday, text)) return addDays(today, -1)
  return null
}

function unitOf(unit: string, words: DayWords): 'days' | 'weeks' | 'months' | null {
  if (unit === '' || oneOf(words.day, unit)) return 'days'
  if (oneOf(words.week, unit)) return 'weeks'
  return oneOf(words.month, unit) ? 'months' : null
}

function step(today: string, count: number, unit: 'days' | 'weeks' | 'months'): string | null {
  if (!Number.isSafeInteger(count) || Math.abs(count) > 9999) return null
  return Temporal.PlainDate.from(today)
    .add({ [unit]: count })
    .toString()
}

/** +7, -3, +2w, in 2 weeks, in a month, next week, 3 days ago. */
function parseDistance(text: string, today: string, words: DayWords, lean: Lean): string | null {
  const signed = /^([+-])(\d{1,4}) ?(\p{L}*)$/u.exec(text)
  if (signed) {
    const unit = unitOf(signed[3]!, words)
    return unit && step(today, Number(`${signed[1]}${signed[2]}`), unit)
  }
  const parts = text.replace(/^\+/, '').split(' ')
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 2 && oneOf(words.next, first)) {
    const unit = unitOf(second, words)
    return unit && step(today, 1, unit)
  }
  const ahead = parts.length === 3 && oneOf(words.in, first)
  const behind = parts.length === 3 && oneOf(words.ago, third)
  const plain = parts.length === 2 && /^\d+$/.test(first)
  if (!ahead && !behind && !plain) return null
  const [number, unitWord] = ahead ? [second, third] : [first, second]
  const count = oneOf(words.a, number) ? 1 : /^\d+$/.test(number) ? Number(number) : Number.NaN
  const unit = unitWord ? unitOf(unitWord, words) : null
  if (Number.isNaN(count) || !unit) return null
  return step(today, behind || (plain && lean === 'behind') ? -count : count, unit)
}

function parseWeekday(text: string, today: string, words: DayWords, lean: Lean): string | null {
  const parts = text.split(' ')
  const name = parts.length === 2 && oneOf(words.next, parts[0]!) ? parts[1]! : text
  const weekday = indexOfPrefix(words.weekdays, name, 2) + 1
  if (weekday === 0) return null
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7
  return addDays(today, lean === 'ahead' ? ahead : ahead - 7)
}

/** 24 dec, 24dec, dec 24, 24 december 2027, 24.12., 24.12.2027 */
function parseDate(text: string, today: string, words: DayWords, lean: Lean): string | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.?(\d{4})?$/.exec(text)
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th)? ?(\p{L}{3,})\.?(?: ?(\d{4}))?$/u.exec(text)
  const monthFirst = /^(\p{L}{3,})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(text)
  const [day, month, year] = dotted
    ? [Number(dotted[1]), Number(dotted[2]), dotted[3]]
    : dayFirst
      ? [Number(dayFirst[1]), indexOfPrefix(words.months, dayFirst[2]!, 3) + 1, dayFirst[3]]
      : monthFirst
        ? [Number(monthFirst[2]), indexOfPrefix(words.months, monthFirst[1]!, 3) + 1, monthFirst[3]]
        : [0, 0, undefined]
  if (!day || !month) return null
  if (year) return makeDate(Number(year), month, day)
  return nearestDate(day, month, today, lean)
}

/** The next or last such date; 29 February may lie years away. */
function nearestDate(day: number, month: number, today: string, lean: Lean): string | null {
  const thisYear = Number(today.slice(0, 4))
  const direction = lean === 'ahead' ? 1 : -1
  for (let away = 0; away <= 8; away += 1) {
    const date = makeDate(thisYear + direction * away, month, day)
    if (date && (lean === 'ahead' ? date >= today : date <= today)) return date
  }
  return null
}
