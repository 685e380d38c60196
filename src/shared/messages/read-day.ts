// Reads a typed day in the owner's language: the rule of parse-day with the catalogue's words.
import { type DayWords, type Lean, parseDay } from '../rules/days/parse-day.ts'
import { t } from './translate.ts'

export function dayWords(): DayWords {
  return {
    today: t('touches.dayWords.today'),
    tomorrow: t('touches.dayWords.tomorrow'),
    yesterday: t('touches.dayWords.yesterday'),
    weekdays: t('touches.dayWords.weekdays'),
    months: t('touches.dayWords.months'),
    day: t('touches.dayWords.day'),
    week: t('touches.dayWords.week'),
    month: t('touches.dayWords.month'),
    next: t('touches.dayWords.next'),
    last: t('touches.dayWords.last'),
    this: t('touches.dayWords.this'),
    on: t('touches.dayWords.on'),
    the: t('touches.dayWords.the'),
    in: t('touches.dayWords.in'),
    ago: t('touches.dayWords.ago'),
    a: t('touches.dayWords.a'),
    numbers: t('touches.dayWords.numbers'),
  }
}

/** @returns YYYY-MM-DD, or null when what was typed is no day that exists */
export function readDay(typed: string, today: string, lean: Lean = 'ahead'): string | null {
  return parseDay(typed, today, dayWords(), lean)
}
