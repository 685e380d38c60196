// What there is to choose from, named in the owner's language.
import type { Settings } from '../../../shared/contract/settings.ts'
import { nameCountry, nameCurrency } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { countryCodes } from '../../../shared/rules/people/country-codes.ts'

interface Choice<Value extends string> {
  value: Value
  label: string
}

function sortByLabel<Value extends string>(choices: Choice<Value>[]): Choice<Value>[] {
  return choices.sort((a, b) => a.label.localeCompare(b.label))
}

export function listCountries(): Choice<string>[] {
  return sortByLabel(countryCodes.map((code) => ({ value: code, label: nameCountry(code) })))
}

/** Named as "Euro (EUR)", so that either is found by typing. */
export function listCurrencies(): Choice<string>[] {
  const codes = Intl.supportedValuesOf('currency')
  return sortByLabel(codes.map((code) => ({ value: code, label: `${nameCurrency(code)} (${code})` })))
}

export function listPapers(): Choice<Settings['paper']>[] {
  return [
    { value: 'A4', label: t('settings.paperA4') },
    { value: 'Letter', label: t('settings.paperLetter') },
  ]
}

export function listThemes(): Choice<Settings['theme']>[] {
  return [
    { value: 'system', label: t('settings.themeSystem') },
    { value: 'light', label: t('settings.themeLight') },
    { value: 'dark', label: t('settings.themeDark') },
  ]
}

/** The stretched language is for tests; it is offered only where it is set, as the way back. */
export function listLanguages(current: Settings['language']): Choice<Settings['language']>[] {
  const english: Choice<Settings['language']> = { value: 'en', label: t('settings.languageEnglish') }
  return current === 'en' ? [english] : [english, { value: 'pseudo', label: t('settings.languagePseudo') }]
}
