// Reads when somebody buys in the owner's language, and says what was understood.
import type { BuyingWindow } from '../rules/know-card/buying-window.ts'
import { joinWindow, parseWindow, type WindowReading } from '../rules/know-card/parse-window.ts'
import { turnSeasons, type WindowWords } from '../rules/know-card/window-words.ts'
import { formatDateRange, formatNamedDay, formatNamedMonth } from './format.ts'
import { t } from './translate.ts'

/** Countries whose spring is in September: those that lie south of the equator and have seasons to speak of. */
const southern = new Set('AR AU BO BW BR CL FJ LS MG MU MW MZ NA NZ PE PY SZ UY ZA ZM ZW'.split(' '))

function windowWords(country: string): WindowWords {
  const words: WindowWords = {
    months: t('touches.dayWords.months'),
    spring: t('knowCard.windowWords.spring'),
    summer: t('knowCard.windowWords.summer'),
    autumn: t('knowCard.windowWords.autumn'),
    winter: t('knowCard.windowWords.winter'),
    christmas: t('knowCard.windowWords.christmas'),
    newYear: t('knowCard.windowWords.newYear'),
    valentine: t('knowCard.windowWords.valentine'),
    easter: t('knowCard.windowWords.easter'),
    halloween: t('knowCard.windowWords.halloween'),
    feastDay: t('knowCard.windowWords.feastDay'),
    early: t('knowCard.windowWords.early'),
    mid: t('knowCard.windowWords.mid'),
    late: t('knowCard.windowWords.late'),
    to: t('knowCard.windowWords.to'),
    and: t('knowCard.windowWords.and'),
    between: t('knowCard.windowWords.between'),
    until: t('knowCard.windowWords.until'),
    before: t('knowCard.windowWords.before'),
    after: t('knowCard.windowWords.after'),
    yearly: t('knowCard.windowWords.yearly'),
    every: t('knowCard.windowWords.every'),
    year: t('knowCard.windowWords.year'),
    this: t('knowCard.windowWords.this'),
    next: t('knowCard.windowWords.next'),
    filler: t('knowCard.windowWords.filler'),
    doubtful: t('knowCard.windowWords.doubtful'),
    lead: t('knowCard.windowWords.lead'),
  }
  return southern.has(country) ? turnSeasons(words) : words
}

/** The first time named in an answer to "when"; null when there is none. @param country ISO 3166 alpha-2 */
export function readWindow(typed: string, today: string, country: string): WindowReading {
  return parseWindow(typed, today, windowWords(country))
}

/** The same from two fields, first and last. */
export function readWindowEnds(
  { from, to, yearly }: { from: string; to: string; yearly: boolean },
  today: string,
  country: string,
): Exclude<WindowReading, null> {
  return joinWindow(from, to, yearly, today, windowWords(country))
}

/** "January to March, every year", "12 June 2027", "12–20 June 2027", "November 2026 to February 2027". */
export function sayWindow(window: BuyingWindow): string {
  const words = sayDays(window)
  return window.yearly ? t('knowCard.window.yearly', { window: words }) : words
}

function sayDays({ from, to, yearly }: BuyingWindow): string {
  const ends = sayEnds({ from, to, yearly })
  if (ends.to === '') return ends.from
  if (!yearly && !isWholeMonths(from, to)) return formatDateRange(from, to)
  return t('knowCard.window.range', ends)
}

/** First and last as they stand in the fields that mend them; last is '' when it says the same. */
export function sayEnds({ from, to, yearly }: BuyingWindow): { from: string; to: string } {
  const format = isWholeMonths(from, to) ? formatNamedMonth : formatNamedDay
  const last = format(to, !yearly)
  const first = format(from, !yearly)
  return first === last ? { from: first, to: '' } : { from: first, to: last }
}

function isWholeMonths(from: string, to: string): boolean {
  const last = Temporal.PlainDate.from(to)
  return from.endsWith('-01') && last.day === last.daysInMonth
}
