// Puts message keys into words, for screen, paper and command line alike.
import i18next from 'i18next'
import type { Answer, CallError, Facts, MessageRef } from '../errors.ts'
import { en } from './en/index.ts'
import type { MessageKey } from './en/message-key.ts'
import { formatDate, formatDay, formatHours, formatMoney, setFormats } from './format.ts'
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
// (Thu 19), {{on, month}} (November 2026), {{amount, money}} (minor units),
// {{hours, hours}} (2.5 hours), {{kind, words}} (a key of the catalogue).
instance.services.formatter?.add('day', (value: string, _language, { today }: { today?: string }) =>
  formatDay(value, today),
)
instance.services.formatter?.add('month', (value: string) => formatDate(value, 'month'))
instance.services.formatter?.add('hours', (value: number) => formatHours(value))
instance.services.formatter?.add('words', (key: string) => instance.t(key))
instance.services.formatter?.add('weekday', (value: string) => formatDate(value, 'short'))
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
  if (facts) return instance.t(key, { ...facts })
  let words = plainWords.get(key)
  if (words === undefined) {
    words = instance.t(key)
    plainWords.set(key, words)
  }
  return words
}

/** The words of a message that rules or data answered with. */
export function say(message: MessageRef): string {
  return instance.t(message.key, { ...message.facts })
}

export function hasMessage(key: string): boolean {
  return instance.exists(key) || instance.exists(key, { count: 1 })
}

/** The sentence for an error: what happened and what to do. */
export function sayError(error: CallError): string {
  return instance.t(`errors.${error.code}`, { ...error.facts })
}

/** The sentence that says why something was not done, or null when it was. */
export function sayFailure(answer: Answer<unknown>): string | null {
  return answer.ok ? null : sayError(answer.error)
}
