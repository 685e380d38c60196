// Reads a day the way people type it: +7, fri, 24 dec, tomorrow, in 2 weeks, 2026-12-24.
import { addDays, isNearDay, weekdayOf } from './days.ts'

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
  last: string
  /** "this fri" is the one of this week. */
  this: string
  on: string
  the: string
  in: string
  ago: string
  a: string
  /** Two to ten, in this order. */
  numbers: string
}

/** Where a day without a year or a weekday lies: ahead (next steps) or behind (when it happened). */
export type Lean = 'ahead' | 'behind'

/**
 * Reads a day; one of a year nobody means (0206, 9999) is none.
 * @param typed what the owner wrote; a leading + is allowed before any form
 * @param lean a bare weekday or date is the next one ahead (never today's weekday), or the last one behind
 * @returns YYYY-MM-DD, or null when it is no day that exists
 */
export function parseDay(typed: string, today: string, words: DayWords, lean: Lean = 'ahead'): string | null {
  const text = typed
    .toLowerCase()
    .replace(/[,;\s]+/g, ' ')
    .trim()
    .replace(/^\+\s*/, '+')
  const [first, ...rest] = text.replace(/^\+/, '').split(' ')
  const bare = (rest.length > 0 && oneOf(words.on, first!) ? rest : [first!, ...rest]).join(' ')
  const day =
    parseIso(bare) ??
    parseNamedDay(bare, today, words) ??
    parseDistance(text, today, words, lean) ??
    parseWeekday(bare, today, words, lean) ??
    parseDate(bare, today, words, lean) ??
    parseDayOfMonth(bare, today, words, lean) ??
    parseWeekdayAndDate(bare, today, words, lean)
  return day !== null && isNearDay(day) ? day : null
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
  const count = readCount(number, words)
  const unit = unitWord ? unitOf(unitWord, words) : null
  if (Number.isNaN(count) || !unit) return null
  return step(today, behind || (plain && lean === 'behind') ? -count : count, unit)
}

/** @returns NaN for what is no number */
function readCount(typed: string, words: DayWords): number {
  if (oneOf(words.a, typed)) return 1
  if (/^\d+$/.test(typed)) return Number(typed)
  const index = words.numbers.split('|').indexOf(typed)
  return index < 0 ? Number.NaN : index + 2
}

const weekdayNamed = (typed: string, words: DayWords) =>
  indexOfPrefix(words.weekdays, typed.replace(/\.$/, ''), 2) + 1

/** fri, next fri, last fri; this fri is the one of this week, unless that day would have to lie ahead and is over. */
function parseWeekday(text: string, today: string, words: DayWords, lean: Lean): string | null {
  const [which = '', second] = text.split(' ', 2)
  const isNamed = text.split(' ').length === 2
  const weekday = weekdayNamed(isNamed ? second! : text, words)
  if (weekday === 0) return null
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7
  if (!isNamed) return addDays(today, lean === 'ahead' ? ahead : ahead - 7)
  if (oneOf(words.next, which)) return addDays(today, ahead)
  if (oneOf(words.last, which)) return addDays(today, weekday === weekdayOf(today) ? -7 : ahead - 7)
  if (!oneOf(words.this, which)) return null
  const inThisWeek = addDays(today, weekday - weekdayOf(today))
  return lean === 'ahead' && inThisWeek < today ? addDays(today, ahead) : inThisWeek
}

/** "fri 4 dec", as days are shown; one that is not the date's weekday is a slip, and no day. */
function parseWeekdayAndDate(text: string, today: string, words: DayWords, lean: Lean): string | null {
  const [name = '', ...rest] = text.split(' ')
  const weekday = weekdayNamed(name, words)
  if (weekday === 0 || rest.length === 0) return null
  const named = rest.join(' ')
  const dates = [parseIso(named), parseDate(named, today, words, lean)]
  // What was behind may lie ahead after all; what is to come is never behind.
  if (lean === 'behind') dates.push(parseDate(named, today, words, 'ahead'))
  return dates.find((date) => date !== null && weekdayOf(date) === weekday) ?? null
}

/** 24th, the 24th: the next or the last day of that number. */
function parseDayOfMonth(text: string, today: string, words: DayWords, lean: Lean): string | null {
  const parts = text.split(' ')
  const typed = parts.length === 2 && oneOf(words.the, parts[0]!) ? parts[1]! : text
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(typed)?.[1])
  if (!(day >= 1 && day <= 31)) return null
  const month = Temporal.PlainDate.from(today).toPlainYearMonth()
  for (const away of [0, 1, 2]) {
    const { year, month: number } = month.add({ months: lean === 'ahead' ? away : -away })
    const date = makeDate(year, number, day)
    if (date && (lean === 'ahead' ? date >= today : date <= today)) return date
  }
  return null
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
