// One day, month, season or feast as owners write it, with what part of it is meant.
import { type Feast, feasts } from '../days/feasts.ts'
import {
  isDayNumber,
  monthOf,
  oneOf,
  seasonOf,
  skipFiller,
  type Token,
  type WindowWords,
} from './window-words.ts'

/** One end of a time as it was named; without a day it is the whole month. */
export interface Named {
  year: number | null
  month: number
  day: number | null
  /** A day that moves or is known by name: month and day are those it has in most years. */
  feast?: Feast
  /** "late" in a month: its days are no dates, and come back every year. */
  isPart?: boolean
  /** As typed, for the sentence that refuses it. */
  words: string
}

export interface NamedTime {
  from: Named
  to: Named
  /** The token behind the last it takes up. */
  end: number
  /** "the end of June": what is before its end is within it. */
  isLate?: boolean
}

type Part = 'early' | 'mid' | 'late'
const ordinals = /^(st|nd|rd|th)$/

/** The time that begins at this word: a date, or a month, season, year or feast, as a whole or in part. */
export function readNamedTime(tokens: readonly Token[], at: number, words: WindowWords): NamedTime | null {
  const token = tokens[at]
  if (!token) return null
  return (
    readDate(token, at) ??
    readDayFirst(tokens, at, words) ??
    readMonthFirst(tokens, at, words) ??
    readSeason(tokens, at, words, null) ??
    readFeast(tokens, at, words) ??
    readPart(tokens, at, words)
  )
}

/** 2027-06-12, 12.6.2027, 12.6. */
function readDate({ text }: Token, at: number): NamedTime | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d+)-(\d+)$/.exec(text) ?? []
  if (isoDay) return readOne(Number(isoYear), Number(isoMonth), Number(isoDay), text, at + 1)
  const [, day, month, year] = /^(\d+)\.(\d+)\.(\d{4})?$/.exec(text) ?? []
  return day ? readOne(year ? Number(year) : null, Number(month), Number(day), text, at + 1) : null
}

function readOne(
  year: number | null,
  month: number,
  day: number | null,
  words: string,
  end: number,
): NamedTime {
  const named = { year, month, day, words }
  return { from: named, to: named, end }
}

/** 12 June, 12th of June 2027 */
function readDayFirst(tokens: readonly Token[], at: number, words: WindowWords): NamedTime | null {
  const number = tokens[at]
  if (!isDayNumber(number)) return null
  const monthAt = skipFiller(tokens, ordinals.test(tokens[at + 1]?.low ?? '') ? at + 2 : at + 1, words)
  const month = monthOf(tokens, monthAt, words)
  if (month === 0) return null
  const { year, end } = readYear(tokens, monthAt + 1)
  return readOne(year, month, Number(number.text), `${number.text} ${tokens[monthAt]!.text}`, end)
}

/** The first number of "12 to 20 June": its month is the other's. */
export function readBareDay(tokens: readonly Token[], at: number, words: WindowWords): NamedTime | null {
  const number = tokens[at]
  if (!isDayNumber(number)) return null
  const joint = ordinals.test(tokens[at + 1]?.low ?? '') ? at + 2 : at + 1
  const word = tokens[joint]?.low ?? ''
  if (!oneOf(words.to, word) && !/^[–—-]$/.test(word) && !oneOf(words.and, word)) return null
  const last = readDayFirst(tokens, joint + 1, words)?.from
  if (!last) return null
  const { year, month } = last
  return readOne(year, month, Number(number.text), `${number.text} ${last.words.split(' ').at(-1)}`, joint)
}

/** June, June 2027, June 12, June 12th 2027 */
function readMonthFirst(tokens: readonly Token[], at: number, words: WindowWords): NamedTime | null {
  const month = monthOf(tokens, at, words)
  if (month === 0) return null
  const { text } = tokens[at]!
  const behind = tokens[at + 1]
  const isRange = isDayNumber(behind) && monthOf(tokens, at + 2, words) > 0
  if (isDayNumber(behind) && !isRange) {
    const after = ordinals.test(tokens[at + 2]?.low ?? '') ? at + 3 : at + 2
    const { year, end } = readYear(tokens, after)
    return readOne(year, month, Number(behind.text), `${text} ${behind.text}`, end)
  }
  const { year, end } = readYear(tokens, at + 1)
  return readOne(year, month, null, text, end)
}

/** Spring, spring 2027, the end of summer. */
function readSeason(
  tokens: readonly Token[],
  at: number,
  words: WindowWords,
  part: Part | null,
): NamedTime | null {
  const season = seasonOf(tokens, at, words)
  if (!season) return null
  const { year, end } = readYear(tokens, at + 1)
  const [first, last] = season
  const named = { day: null, words: tokens[at]!.text }
  // Winter 2027 is the one that begins in 2027.
  const monthAt = (place: number): Named => {
    const month = ((first + place - 1) % 12) + 1
    return { ...named, year: year !== null && month < first ? year + 1 : year, month }
  }
  if (part === null) return { from: monthAt(0), to: { ...monthAt(2), month: last }, end }
  const one = monthAt({ early: 0, mid: 1, late: 2 }[part])
  return { from: one, to: one, end }
}

/** Christmas, Christmas 2027, Valentine's Day. */
function readFeast(tokens: readonly Token[], at: number, words: WindowWords): NamedTime | null {
  const word = tokens[at]?.low
  const phrase = `${word} ${tokens[at + 1]?.low}`
  const feast = feasts.find((one) => oneOf(words[one], word) || oneOf(words[one], phrase))
  if (!feast) return null
  let behind = oneOf(words[feast], word) ? at + 1 : at + 2
  while (oneOf(words.feastDay, tokens[behind]?.low)) behind += 1
  const { year, end } = readYear(tokens, behind)
  const named = { year, month: 1, day: 1, feast, words: tokens[at]!.text }
  return { from: named, to: named, end }
}

/** Months of a year that are meant by its part. */
const partOfYear = { early: [1, 3], mid: [5, 8], late: [10, 12] } as const

/** Early June, mid-June, the end of summer, late 2027, the end of the year. */
function readPart(tokens: readonly Token[], at: number, words: WindowWords): NamedTime | null {
  const part = (['early', 'mid', 'late'] as const).find((one) => oneOf(words[one], tokens[at]?.low))
  if (!part) return null
  const unitAt = skipFiller(tokens, tokens[at + 1]?.text === '-' ? at + 2 : at + 1, words)
  const isLate = part === 'late'
  const inSeason = readSeason(tokens, unitAt, words, part)
  if (inSeason) return { ...inSeason, isLate }
  const unit = tokens[unitAt]
  const { year, end } = readYear(tokens, unitAt)
  if (unit && (year !== null || oneOf(words.year, unit.low))) {
    const [first, last] = partOfYear[part]
    const named = { year, day: null, words: unit.text }
    return {
      from: { ...named, month: first },
      to: { ...named, month: last },
      end: year === null ? unitAt + 1 : end,
      isLate,
    }
  }
  const whole = readMonthFirst(tokens, unitAt, words)
  if (whole?.from.day !== null) return null
  const { from } = whole
  const days = { early: [1, 10], mid: [11, 20], late: [21, null] }[part]
  return {
    from: { ...from, day: days[0]!, isPart: true },
    to: { ...from, day: days[1]!, isPart: true },
    end: whole.end,
    isLate,
  }
}

function readYear(tokens: readonly Token[], at: number): { year: number | null; end: number } {
  const yearAt = tokens[at]?.text === ',' ? at + 1 : at
  const text = tokens[yearAt]?.text ?? ''
  return /^(19|20|21)\d\d$/.test(text) ? { year: Number(text), end: yearAt + 1 } : { year: null, end: at }
}
