// Puts message keys into words, for screen, paper and command line alike.
import i18next from 'i18next'
import type { Answer, CallError, Fact, Facts, MessageRef, Name } from '../errors.ts'
import type { MessageKey } from '../message-key.ts'
import { en } from './en/index.ts'
import {
  formatDate,
  formatDateRange,
  formatDay,
  formatHours,
  formatMoney,
  formatRecent,
  setFormats,
} from './format.ts'
import { makePseudo } from './pseudo.ts'

const instance = i18next.createInstance()
void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  // React escapes what it shows; escaping here as well would print &amp;.
  interpolation: { escapeValue: false },
  resources: { en: { translation: en }, pseudo: { translation: makePseudo(en) } },
})

// In a sentence: {{on, day}} (Thu 19 Nov; with its year when the fact `today`, or the day it is now, is far from it), {{on, weekday}}
// (Thu 19), {{on, recent}} (Thu 19 in the month of the fact `today`), {{from, until}} (23–28 November 2026, to the fact
// `to`), {{on, month}} (November 2026), {{amount, money}} (minor units),
// {{hours, hours}} (2.5 hours), {{kind, words}} (a key of the catalogue).
instance.services.formatter?.add('day', (value: string, _language, { today }: { today?: string }) =>
  formatDay(value, today),
)
instance.services.formatter?.add('month', (value: string) => formatDate(value, 'month'))
instance.services.formatter?.add('hours', (value: number) => formatHours(value))
instance.services.formatter?.add('words', (key: string) => instance.t(key))
instance.services.formatter?.add('weekday', (value: string) => formatDate(value, 'short'))
instance.services.formatter?.add('recent', (value: string, _language, { today }: { today: string }) =>
  formatRecent(value, today),
)
instance.services.formatter?.add('until', (value: string, _language, { to }: { to: string }) =>
  formatDateRange(value, to),
)
instance.services.formatter?.add('money', (value: number) => formatMoney(value))

export type Language = 'en' | 'pseudo'

/** Words without facts, as last looked up: a screen asks for the same hundreds at every change. */
const plainWords = new Map<MessageKey, string>()

export function setLanguage(language: Language): void {
  plainWords.clear()
  void instance.changeLanguage(language)
  setFormats({ locale: language === 'pseudo' ? 'en' : language })
}

export function t(key: MessageKey, facts?: Facts): string {
  if (facts) return instance.t(key, sayFacts(facts))
  let words = plainWords.get(key)
  if (words === undefined) {
    words = instance.t(key)
    plainWords.set(key, words)
  }
  return words
}

/** The words of a message that rules or data answered with. */
export function say(message: MessageRef): string {
  return instance.t(message.key, sayFacts(message.facts ?? {}))
}

export function hasMessage(key: string): boolean {
  return instance.exists(key) || instance.exists(key, { count: 1 })
}

/** The sentence for an error: what happened and what to do. */
export function sayError(error: CallError): string {
  return instance.t(`errors.${error.code}`, sayFacts(error.facts))
}

function sayFacts(facts: Facts): Record<string, string | number> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, sayFact(fact)]))
}

function sayFact(fact: Fact): string | number {
  if (typeof fact !== 'object') return fact
  return 'key' in fact ? say(fact) : fact.map(sayFact).join(', ')
}

/** How somebody is called, in words. */
export function sayName(name: Name): string {
  return typeof name === 'string' ? name : say(name)
}

/** The sentence that says why something was not done, or null when it was. */
export function sayFailure(answer: Answer<unknown>): string | null {
  return answer.ok ? null : sayError(answer.error)
}
