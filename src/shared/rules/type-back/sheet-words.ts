// The words of a line typed back from a call sheet, one by one: days, codes, minutes, amounts, next dates.
import { daysBetween } from '../days/days.ts'
import { parseDay } from '../days/parse-day.ts'
import { daysOfWeek } from '../days/weeks.ts'
import { foldText } from '../people/fold-text.ts'
import { type MoneyTyping, parseMoney } from '../touches/parse-money.ts'
import type { How, Outcome } from '../touches/touch-kinds.ts'
import {
  type LineProblem,
  type LineSetting,
  type SheetWords,
  sheetHows,
  sheetOutcomes,
} from './sheet-line.ts'

const mostMinutes = 24 * 60

/** Ends the reading of a line with what is wrong; caught where the line is read. */
export class Unreadable extends Error {
  readonly problem: LineProblem

  constructor(
    code: LineProblem['code'],
    part: { at: number; text: string },
    facts: LineProblem['facts'] = {},
  ) {
    super(code)
    this.problem = { code, at: part.at, length: part.text.length, facts }
  }
}

export interface Part {
  at: number
  text: string
}

/** The words of a line with their places, read from left to right. */
export class LineParts {
  readonly line: string
  private readonly parts: Part[]
  private index = 0

  constructor(line: string) {
    this.line = line
    this.parts = [...line.matchAll(/\S+/g)].map((match) => ({ at: match.index, text: match[0] }))
  }

  /** The part `ahead` places on; at the end an empty one behind the line. */
  peek(ahead = 0): Part {
    return this.parts[this.index + ahead] ?? { at: this.line.length, text: '' }
  }

  take(count = 1): Part {
    const part = this.peek()
    this.index += count
    return part
  }

  /** Passes over a dash that stands between two words for the eye alone. */
  skipDash(): void {
    if (isDash(this.peek().text)) this.take()
  }

  /** Everything not taken, as typed. */
  rest(): string {
    return this.line.slice(this.peek().at).trimEnd()
  }
}

export const isOneOf = (choices: string, word: string) => choices.split('|').includes(word.toLowerCase())

export const isDash = (text: string) => /^[-\u2013\u2014]$/.test(text)

/** A row, a day or a code as typed, without the sign people put behind it: "3." and "tue,". */
export const bare = (text: string) => text.toLowerCase().replace(/[.,:;)]+$/, '')

/**
 * The day, if the line names one.
 * @param isCode tells whether a word is what may follow a day, so that a day mistyped is named as such
 */
export function readDayPart(
  parts: LineParts,
  setting: LineSetting,
  isCode: (word: string) => boolean,
): { on: string; dayTyped: boolean } {
  const split = readSplitDate(parts, setting)
  if (split && !isCode(bare(parts.peek().text))) {
    if (split.on > setting.today) throw new Unreadable('future', split.part, { on: split.on })
    parts.take(2)
    return { on: split.on, dayTyped: true }
  }
  const part = parts.peek()
  const on = readDayWord(part, setting)
  if (on === null) {
    const follows = bare(parts.peek(1).text)
    if (
      part.text !== '' &&
      !isCode(bare(part.text)) &&
      !looksLikeCodes(part.text, setting.words) &&
      isCode(follows)
    ) {
      throw new Unreadable('unknownDay', part, { typed: part.text })
    }
    return { on: setting.usualDay, dayTyped: false }
  }
  if (on > setting.today) throw new Unreadable('future', part, { on })
  parts.take()
  const second = parts.peek()
  if (!isCode(bare(second.text)) && readDayWord(second, setting) !== null) {
    throw new Unreadable('twoDays', second, { first: part.text, typed: second.text })
  }
  return { on, dayTyped: true }
}

/** A printed code, two letters or more of a weekday, today, yesterday, or a date without spaces; null for anything else. */
export function readDayWord(part: Part, { week, today, words }: LineSetting): string | null {
  const word = bare(part.text)
  if (word.length < 2) return null
  const days = daysOfWeek(week)
  const printed = words.dayCodes.findIndex((code) => code.toLowerCase() === word)
  if (printed >= 0) return days[printed]!
  const named = words.days.weekdays.split('|').flatMap((name, index) => (name.startsWith(word) ? index : []))
  if (named.length === 1) return days[named[0]!]!
  if (
    isOneOf(words.days.today, word) ||
    isOneOf(words.days.yesterday, word) ||
    isOneOf(words.days.tomorrow, word)
  ) {
    return parseDay(word, today, words.days, 'behind')
  }
  return looksLikeDate(part.text) ? readDate(part, { today, words }) : null
}

/** "24 nov" in two words; null for anything else. */
export function readSplitDate(parts: LineParts, setting: LineSetting): { on: string; part: Part } | null {
  const [day, month] = [parts.peek(), parts.peek(1)]
  const name = bare(month.text)
  const isMonth =
    /^\p{L}{3,}$/u.test(name) && setting.words.days.months.split('|').some((one) => one.startsWith(name))
  if (!isMonth || !/^\d{1,2}(?:\.|st|nd|rd|th)?$/i.test(day.text)) return null
  const part = { at: day.at, text: parts.line.slice(day.at, month.at + month.text.length) }
  return { on: readDate(part, setting), part }
}

/** The nearest such date: one of next week is not the one of last year, though it has not come yet. */
function readDate(part: Part, { today, words }: Pick<LineSetting, 'today' | 'words'>): string {
  const typed = part.text.replace(/[,:;)]+$/, '')
  const behind = parseDay(typed, today, words.days, 'behind')
  if (behind === null) throw new Unreadable('noSuchDay', part, { typed: part.text })
  const ahead = parseDay(typed, today, words.days, 'ahead')
  return ahead !== null && daysBetween(today, ahead) < daysBetween(behind, today) ? ahead : behind
}

/** "4 we t" or "4 t": what would begin the line of another row. */
export function looksLikeRow(text: string, words: SheetWords): boolean {
  const [number = '', second = '', third = ''] = text.trim().split(/\s+/).map(bare)
  if (!/^\d{1,3}$/.test(number)) return false
  const isDay =
    second.length > 1 &&
    [...words.dayCodes, ...words.days.weekdays.split('|')].some((day) => day.toLowerCase().startsWith(second))
  if (isDay) return readCodeWord(third, words) !== null
  return third === '' && readCodeWord(second, words) !== null
}

/** 24nov, 24.11., 2026-11-24 */
export function looksLikeDate(text: string): boolean {
  return /^(\d{1,2}\.?\p{L}{3,}|\d{1,2}\.\d{1,2}\.(\d{4})?|\d{4}-\d{1,2}-\d{1,2})[.,:;)]*$/u.test(text)
}

export type Codes = { how: How | null; outcome: Outcome | null }

export function howOf(letter: string, words: SheetWords): How | null {
  const names = Object.keys(sheetHows) as (keyof typeof sheetHows)[]
  const name = names.find((one) => words.letters[one].toLowerCase() === letter)
  return name ? sheetHows[name] : null
}

export function outcomeOf(letter: string, words: SheetWords): Outcome | null {
  const names = Object.keys(sheetOutcomes) as (keyof typeof sheetOutcomes)[]
  const name = names.find((one) => words.letters[one].toLowerCase() === letter)
  return name ? sheetOutcomes[name] : null
}

/** One letter for how, one for what came of it, or both in this order; null for any other word. */
export function readCodeWord(word: string, words: SheetWords): Codes | null {
  const letters = [...word]
  if (letters.length === 1) {
    const how = howOf(word, words)
    const outcome = outcomeOf(word, words)
    return how !== null || outcome !== null ? { how, outcome } : null
  }
  if (letters.length !== 2) return null
  const how = howOf(letters[0]!, words)
  const outcome = outcomeOf(letters[1]!, words)
  return how !== null && outcome !== null ? { how, outcome } : null
}

/** Up to three letters that are all codes, though not in an order that can be read. */
export function looksLikeCodes(text: string, words: SheetWords): boolean {
  const letters = [...bare(text)]
  return (
    letters.length > 0 &&
    letters.length <= 3 &&
    letters.every((letter) => howOf(letter, words) !== null || outcomeOf(letter, words) !== null)
  )
}

/** 15m, 15min; null for any other word. */
export function readMinutes(part: Part, words: SheetWords): number | null {
  const typed = /^(\d+)(\p{L}+)$/u.exec(bare(part.text))
  if (!typed || !isOneOf(words.minutes, typed[2]!)) return null
  const minutes = Number(typed[1])
  if (minutes < 1 || minutes > mostMinutes) throw new Unreadable('minutes', part, { most: mostMinutes })
  return minutes
}

/** 640, $640, 1,200.50; null for any other word. @returns minor units of the shop's currency */
export function readAmount(text: string, money: MoneyTyping): number | null {
  return parseMoney(text.replace(/[,;:]$/, ''), money)
}

/** +7, +fri, +24dec, with an exclamation mark when it was promised. */
export function readNextWords(
  text: string,
  { words }: Pick<LineSetting, 'words'>,
  on: string,
): { date: string | null; promised: boolean } {
  const promised = text.endsWith('!')
  const typed = text.replace(/[,;!]+$/, '')
  return { date: typed === '+' ? null : parseDay(typed, on, words.days), promised }
}

/** The one of this name, whole or its first word; null for anybody else. */
export function findWorker(part: Part, names: readonly string[]): string | null {
  const typed = foldText(part.text.replace(/[.,:;)]+$/, ''))
  const whole = names.find((name) => foldText(name) === typed)
  if (whole !== undefined) return whole
  const same = names.filter((name) => foldText(name).split(' ')[0] === typed)
  if (same.length > 1) throw new Unreadable('whichName', part, { names: same.join(', ') })
  return same[0] ?? null
}

/** "by Ann"; null for a note that only begins so. */
export function readBy(parts: LineParts, { words, names }: LineSetting): string | null {
  if (names.length < 2 || !isOneOf(words.by, parts.peek().text)) return null
  const most = Math.max(...names.map((name) => foldText(name).split(' ').length))
  for (let count = most; count > 0; count -= 1) {
    const [first, last] = [parts.peek(1), parts.peek(count)]
    if (last.text === '') continue
    const part = { at: first.at, text: parts.line.slice(first.at, last.at + last.text.length) }
    const name = findWorker(part, names)
    if (name === null) continue
    parts.take(1 + count)
    return name
  }
  return null
}
