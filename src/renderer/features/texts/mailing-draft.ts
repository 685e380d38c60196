// A letter to each of several: filled in for each, and who gets none, with the reason.
import type { LetterTo } from '../../../shared/contract/texts.ts'
import { formatList } from '../../../shared/messages/format.ts'
import { listFieldNames, sayTextFields } from '../../../shared/messages/text-fields.ts'
import { t } from '../../../shared/messages/translate.ts'
import { fillText, findUnknownFields } from '../../../shared/rules/texts/fill-text.ts'
import { sayGaps } from './write-draft.ts'

export interface Mailing {
  letters: { to: LetterTo; words: string }[]
  leftOut: { to: LetterTo; why: string }[]
  /** Stands against every letter: a field that is none. */
  problem: string | null
}

const closedWords = {
  'never contact': 'texts.many.why.neverContact',
  private: 'texts.many.why.private',
  'said no': 'texts.many.why.saidNo',
} as const

/** Sorts people into those whose letter is whole and may be sent, and those left out; both in the order they came. */
export function sortMailing(
  people: readonly LetterTo[],
  body: string,
  shop: { shopName: string; today: string },
): Mailing {
  const unknown = findUnknownFields(body, listFieldNames())
  const mailing: Mailing = { letters: [], leftOut: [], problem: sayGaps({ missing: [], unknown }) }
  for (const to of people) {
    const { text, missing } = fillText(body, sayTextFields(to.facts, shop))
    if (to.closed) mailing.leftOut.push({ to, why: t(closedWords[to.closed]) })
    else if (missing.length > 0) {
      const fields = formatList(missing.map((name) => `{${name}}`))
      mailing.leftOut.push({ to, why: t('texts.many.why.missing', { fields }) })
    } else mailing.letters.push({ to, words: text.trim() })
  }
  return mailing
}
