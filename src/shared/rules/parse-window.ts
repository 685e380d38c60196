// Reads when somebody buys out of free words: "January to March", "Nov to Feb", "next spring", "wedding on 12 June 2027".
import type { MessageRef } from '../errors.ts'
import type { BuyingWindow } from './buying-window.ts'
import { addDays, daysBetween } from './days.ts'

/** The owner's words, from the message catalogue, in small letters; each may hold several, with | between them. */
export interface WindowWords {
  /** January first, full names; three letters or more that begin only one will do. */
  months: string
  spring: string
  summer: string
  autumn: string
  winter: string
  /** Between the two ends: "to". */
  to: string
  /** Between neighbouring months: "and". Between two ends only behind `between`. */
  and: string
  between: string
  /** Before a last day: "until". */
  until: string
  /** Before the day after the last: "before". */
  before: string
  /** Alone: "yearly". */
  yearly: string
  /** Before a month, a season or `year`: "every". */
  every: string
  year: string
  /** Before a month that is meant once: "this". */
  this: string
  /** The same, and not the one under way: "next". */
  next: string
  /** Words that may stand inside a date: "of", "the". */
  filler: string
  /** Months and seasons that mean something else in small letters, unless one of `lead` stands before them. */
  doubtful: string
  lead: string
}

/** What was understood, or why it is nonsense; null when no time is named, or only one that is over. */
export type WindowReading = { window: BuyingWindow } | { problem: MessageRef } | null

/** Windows without a year that run over the new year are no longer than this, in days; else the end is a slip. */
const longestWrap = 183

/**
 * The first time that is named in an answer to "when". Months and seasons come back every year unless a year, "this"
 * or "next" stands with them; days happen once unless "every year" does.
 */
export function parseWindow(typed: string, today: string, words: WindowWords): WindowReading {
  const tokens = splitWords(typed)
  for (let at = 0; at < tokens.length; at += 1) {
    const found = readSpan(tokens, at, words)
    if (!found) continue
    const reading = settle(found, typed, isYearly(tokens, found, words), today)
    return reading && 'window' in reading && isOver(reading.window, today) ? null : reading
  }
  return null
}

/**
 * The two ends as the owner mends them, each typed as a month or a day; an empty last one means the first alone.
 * @param yearly as the owner chose, whatever the words say
 */
export function joinWindow(
  from: string,
  to: string,
  yearly: boolean,
  today: string,
  words: WindowWords,
): Exclude<WindowReading, null> {
  const first = readEnd(from, words)
  if (!first) return notADay(from)
  const last = to.trim() === '' ? first : readEnd(to, words)
  if (!last) return notADay(to)
  const span: Span = { ...first, from: first.from, to: last.to, next: false, lastOnly: null }
  return settle(span, to.trim() === '' ? from : `${from} – ${to}`, yearly, today) ?? notADay(from)
}

/** A day or a month as it was named; without a day it is the whole month. */
interface Named {
  year: number | null
  month: number
  day: number | null
  /** As typed, for the sentence that refuses it. */
  words: string
}

interface Span {
  from: Named
  to: Named
  /** Tokens it takes up: the first, and the one behind the last. */
  start: number
  end: number
  next: boolean
  /** "until" and "before" name only the end. */
  lastOnly: 'until' | 'before' | null
}

interface Token {
  text: string
  /** In small letters. */
  low: string
  start: number
  end: number
}

function splitWords(typed: string): Token[] {
  return Array.from(
    typed.matchAll(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?|\p{L}+|\d+|[–—,&-]/gu),
    ({ 0: text, index }) => ({ text, low: text.toLowerCase(), start: index, end: index + text.length }),
  )
}

const oneOf = (choices: string, word: string | undefined) =>
  word !== undefined && choices.split('|').includes(word)

/** @returns 1 to 12, 0 when it is no month, or a word that is rather meant otherwise */
function monthOf(tokens: Token[], at: number, words: WindowWords): number {
  const token = tokens[at]
  if (!token || token.low.length < 3 || !isMeant(tokens, at, words)) return 0
  const months = words.months.split('|')
  const starts = months.filter((month) => month.startsWith(token.low))
  return starts.length === 1 ? months.indexOf(starts[0]!) + 1 : 0
}

/** South of the equator the seasons lie half a year away: spring names the months that are autumn in the north. */
export function turnSeasons(words: WindowWords): WindowWords {
  const { spring, summer, autumn, winter } = words
  return { ...words, spring: autumn, summer: winter, autumn: spring, winter: summer }
}

/** First and last month of a season, north of the equator. */
const seasons = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 2] } as const

function seasonOf(tokens: Token[], at: number, words: WindowWords): readonly [number, number] | null {
  if (!isMeant(tokens, at, words)) return null
  for (const season of ['spring', 'summer', 'autumn', 'winter'] as const) {
    if (oneOf(words[season], tokens[at]?.low)) return seasons[season]
  }
  return null
}

/** "may" and "fall" are verbs as well: capitals, a number or a word such as "in" beside them tell. */
function isMeant(tokens: Token[], at: number, words: WindowWords): boolean {
  const token = tokens[at]
  if (!token || !oneOf(words.doubtful, token.low)) return true
  if (token.text !== token.low || tokens.length === 1) return true
  const before = tokens[at - 1]?.low
  const after = tokens[at + 1]?.low
  const isBeside = (word: string | undefined) =>
    oneOf(words.lead, word) || oneOf(words.to, word) || /^(\d+|[–—-])$/.test(word ?? '')
  if (oneOf(words.and, before) && monthOf(tokens, at - 2, words) > 0) return true
  return isBeside(before) || /^\d+$/.test(after ?? '') || oneOf(words.to, after)
}

const isDayNumber = (token: Token | undefined) =>
  token !== undefined && /^\d{1,2}$/.test(token.text) && Number(token.text) >= 1 && Number(token.text) <= 31
const isYear = (token: Token | undefined) => token !== undefined && /^(19|20|21)\d\d$/.test(token.text)
const ordinals = /^(st|nd|rd|th)$/

/** One day, month or season that begins here, and where it ends. */
function readNamed(
  tokens: Token[],
  at: number,
  words: WindowWords,
): { from: Named; to: Named; end: number } | null {
  const token = tokens[at]
  if (!token) return null
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d+)-(\d+)$/.exec(token.text) ?? []
  if (isoDay) return once(Number(isoYear), Number(isoMonth), Number(isoDay), token, token, at + 1)
  const [, dottedDay, dottedMonth, dottedYear] = /^(\d+)\.(\d+)\.(\d{4})?$/.exec(token.text) ?? []
  if (dottedDay) {
    return once(
      dottedYear ? Number(dottedYear) : null,
      Number(dottedMonth),
      Number(dottedDay),
      token,
      token,
      at + 1,
    )
  }
  return readDayFirst(tokens, at, words) ?? readMonthFirst(tokens, at, words)
}

function once(
  year: number | null,
  month: number,
  day: number | null,
  first: Token,
  last: Token,
  end: number,
) {
  const words = first === last ? first.text : `${first.text} ${last.text}`
  const named = { year, month, day, words }
  return { from: named, to: named, end }
}

/** 12 June, 12th of June 2027 */
function readDayFirst(tokens: Token[], at: number, words: WindowWords) {
  if (!isDayNumber(tokens[at])) return null
  let monthAt = at + 1
  if (ordinals.test(tokens[monthAt]?.low ?? '')) monthAt += 1
  while (oneOf(words.filler, tokens[monthAt]?.low)) monthAt += 1
  const month = monthOf(tokens, monthAt, words)
  if (month === 0) return null
  const { year, end } = readYear(tokens, monthAt + 1)
  return once(year, month, Number(tokens[at]!.text), tokens[at]!, tokens[monthAt]!, end)
}

/** June, June 2027, June 12, June 12th 2027, spring 2027 */
function readMonthFirst(tokens: Token[], at: number, words: WindowWords) {
  const season = seasonOf(tokens, at, words)
  if (season) {
    const { year, end } = readYear(tokens, at + 1)
    const [first, last] = season
    const named = { day: null, words: tokens[at]!.text }
    // Winter 2027 is the one that begins in 2027.
    const lastYear = year !== null && last < first ? year + 1 : year
    return { from: { ...named, year, month: first }, to: { ...named, year: lastYear, month: last }, end }
  }
  const month = monthOf(tokens, at, words)
  if (month === 0) return null
  const behind = tokens[at + 1]
  const isRange = isDayNumber(behind) && monthOf(tokens, at + 2, words) > 0
  if (isDayNumber(behind) && !isRange) {
    const after = ordinals.test(tokens[at + 2]?.low ?? '') ? at + 3 : at + 2
    const { year, end } = readYear(tokens, after)
    return once(year, month, Number(behind!.text), tokens[at]!, behind!, end)
  }
  const { year, end } = readYear(tokens, at + 1)
  return once(year, month, null, tokens[at]!, tokens[at]!, end)
}

function readYear(tokens: Token[], at: number): { year: number | null; end: number } {
  const yearAt = tokens[at]?.text === ',' ? at + 1 : at
  return isYear(tokens[yearAt])
    ? { year: Number(tokens[yearAt]!.text), end: yearAt + 1 }
    : { year: null, end: at }
}

/** A time that begins at this word, with its other end when it has one. */
function readSpan(tokens: Token[], at: number, words: WindowWords): Span | null {
  const first = readNamed(tokens, at, words) ?? readBareDay(tokens, at, words)
  if (!first) return null
  let before = at - 1
  while (oneOf(words.filler, tokens[before]?.low)) before -= 1
  const lead = tokens[before]?.low
  const span: Span = {
    from: first.from,
    to: first.to,
    start: at,
    end: first.end,
    next: oneOf(words.next, lead),
    lastOnly: oneOf(words.until, lead) ? 'until' : oneOf(words.before, lead) ? 'before' : null,
  }
  const joint = tokens[first.end]?.low
  const isRange =
    oneOf(words.to, joint) ||
    /^[–—-]$/.test(joint ?? '') ||
    (oneOf(words.between, lead) && oneOf(words.and, joint))
  let lastAt = first.end + 1
  while (oneOf(words.filler, tokens[lastAt]?.low)) lastAt += 1
  const last = isRange ? readNamed(tokens, lastAt, words) : null
  return last ? { ...span, to: last.to, end: last.end } : addNeighbours(span, tokens, words)
}

/** The first number of "12 to 20 June": its month is the other's. */
function readBareDay(tokens: Token[], at: number, words: WindowWords) {
  if (!isDayNumber(tokens[at])) return null
  const joint = ordinals.test(tokens[at + 1]?.low ?? '') ? at + 2 : at + 1
  const word = tokens[joint]?.low ?? ''
  if (!oneOf(words.to, word) && !/^[–—-]$/.test(word) && !oneOf(words.and, word)) return null
  const last = readDayFirst(tokens, joint + 1, words)
  if (!last) return null
  const day = Number(tokens[at]!.text)
  const named = { ...last.from, day, words: `${tokens[at]!.text} ${last.from.words.split(' ').at(-1)}` }
  return { from: named, to: named, end: joint }
}

/** "June, July and August" are one time; "May or October" are two, and the first counts. */
function addNeighbours(span: Span, tokens: Token[], words: WindowWords): Span {
  let { to, end } = span
  while (to.day === null && to.year === null) {
    let at = end
    while (/^[,&]$/.test(tokens[at]?.text ?? '') || oneOf(words.and, tokens[at]?.low)) at += 1
    if (at === end) break
    const more = readNamed(tokens, at, words)
    if (!more || more.to !== more.from || more.to.day !== null) break
    if (more.to.month !== (to.month % 12) + 1) break
    to = more.to
    end = more.end
  }
  return { ...span, to, end }
}

function isYearly(tokens: Token[], span: Span, words: WindowWords): boolean {
  if (span.lastOnly) return false
  const isSaid = tokens.some(
    ({ low }, at) =>
      oneOf(words.yearly, low) ||
      (oneOf(words.every, low) && (oneOf(words.year, tokens[at + 1]?.low) || at + 1 === span.start)),
  )
  if (isSaid) return true
  const isOnce = span.next || oneOf(words.this, tokens[span.start - 1]?.low)
  const isDated = [span.from, span.to].some((named) => named.year !== null || named.day !== null)
  return !isOnce && !isDated
}

/** The one day or month that was typed into a field of its own. */
function readEnd(
  typed: string,
  words: WindowWords,
): { from: Named; to: Named; start: number; end: number } | null {
  const tokens = splitWords(typed)
  const start = oneOf(words.filler, tokens[0]?.low) ? 1 : 0
  const named = readNamed(tokens, start, words)
  return named && named.end === tokens.length ? { ...named, start } : null
}

function settle(span: Span, typed: string, yearly: boolean, today: string): WindowReading {
  for (const named of [span.from, span.to]) if (!exists(named)) return noSuchDay(named)
  const window = yearly
    ? settleYearly(span, today)
    : span.lastOnly
      ? settleLastOnly(span, today)
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

const firstDay = (named: Named, year: number) => dayOf(year, named.month, named.day ?? 1)
const lastDay = (named: Named, year: number) => dayOf(year, named.month, named.day ?? 31)

/** The last of the month when it is shorter. */
function dayOf(year: number, month: number, day: number): string {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).toString()
}

/** The run that is under way or comes next. */
function settleYearly({ from, to }: Span, today: string): BuyingWindow {
  const thisYear = Number(today.slice(0, 4))
  const run = (year: number): BuyingWindow => {
    const start = firstDay(from, year)
    const end = lastDay(to, year)
    return { from: start, to: end < start ? lastDay(to, year + 1) : end, yearly: true }
  }
  return [thisYear - 1, thisYear].map(run).find(({ to: last }) => last >= today) ?? run(thisYear + 1)
}

/** @returns null when it ends before it starts */
function settleOnce({ from, to, next }: Span, today: string): BuyingWindow | null {
  if (from.year !== null || to.year !== null) {
    const start = firstDay(from, from.year ?? to.year!)
    const end = lastDay(to, to.year ?? from.year!)
    if (end >= start) return { from: start, to: end, yearly: false }
    if (from.year !== null && to.year !== null) return null
    const [movedStart, movedEnd] =
      from.year === null ? [firstDay(from, to.year! - 1), end] : [start, lastDay(to, from.year + 1)]
    return daysBetween(movedStart, movedEnd) > longestWrap
      ? null
      : { from: movedStart, to: movedEnd, yearly: false }
  }
  const thisYear = Number(today.slice(0, 4))
  for (let year = thisYear - 1; year <= thisYear + 8; year += 1) {
    // 29 February waits for its year.
    if (from === to && from.day !== null && from.day > daysIn(year, from.month)) continue
    const start = firstDay(from, year)
    const isWrapped = lastDay(to, year) < start
    const end = isWrapped ? lastDay(to, year + 1) : lastDay(to, year)
    if (isWrapped && daysBetween(start, end) > longestWrap) return null
    if (end >= today && !(next && start <= today)) return { from: start, to: end, yearly: false }
  }
  return null
}

/** From today until its last day; "before June" ends with May. */
function settleLastOnly({ from, to, lastOnly }: Span, today: string): BuyingWindow | null {
  const endIn = (year: number) =>
    lastOnly === 'until' ? lastDay(to, year) : addDays(firstDay(from, year), -1)
  const year = lastOnly === 'until' ? to.year : from.year
  const thisYear = Number(today.slice(0, 4))
  const end = endIn(year ?? (endIn(thisYear) < today ? thisYear + 1 : thisYear))
  return { from: end < today ? end : today, to: end, yearly: false }
}

function isOver(window: BuyingWindow, today: string): boolean {
  return !window.yearly && window.to < today
}

function noSuchDay({ words }: Named): { problem: MessageRef } {
  return { problem: { key: 'knowCard.window.noSuchDay', facts: { typed: words } } }
}

function notADay(typed: string): { problem: MessageRef } {
  return { problem: { key: 'knowCard.window.notADay', facts: { typed: typed.trim() } } }
}
