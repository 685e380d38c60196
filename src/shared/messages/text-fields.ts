// The fields of texts used again, under their names in the owner's language, and what each says of a person.
import type { TextFacts } from '../contract/texts.ts'
import { formatDate, formatNamedDay } from './format.ts'
import { t } from './translate.ts'

const textFields = [
  'givenName',
  'name',
  'firm',
  'job',
  'nextStep',
  'nextStepDay',
  'lastTouch',
  'foundWords',
  'referrer',
  'shop',
  'today',
] as const
type TextField = (typeof textFields)[number]

export function listFieldNames(): string[] {
  return textFields.map((field) => t(`texts.fields.${field}`))
}

/** Every field with its words for this person, '' where nothing is known. A referrer who is private or wants no contact is a friend. */
export function sayTextFields(
  facts: TextFacts,
  { shopName, today }: { shopName: string; today: string },
): Map<string, string> {
  const day = (on: string | null) => (on === null ? '' : formatDate(on, 'long'))
  const { referrer } = facts
  const values: Record<TextField, string> = {
    givenName: facts.givenName,
    name: facts.name,
    firm: facts.firm,
    job: facts.job,
    nextStep: facts.nextStep?.what ?? '',
    nextStepDay: day(facts.nextStep?.dueOn ?? null),
    lastTouch: day(facts.lastTouchOn),
    foundWords: facts.foundWords,
    referrer: referrer === null ? '' : referrer.isHidden ? t('texts.aFriend') : referrer.name,
    shop: shopName,
    today: formatNamedDay(today, true),
  }
  return new Map(textFields.map((field) => [t(`texts.fields.${field}`), values[field]]))
}
