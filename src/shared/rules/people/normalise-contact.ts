// One form for each phone, mail and other contact, so that two ways of writing the same one are seen as the same.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { foldText } from './fold-text.ts'

/** An extension at the end of a number: ";ext=102", "x371", "ext. 12", "#5". */
const EXTENSION = /\s*(?:;\s*ext=|,?\s*\bext(?:ension)?\.?:?\s*|\s*x\.?\s*|\s*#\s*)(\d{1,10})\s*$/i
/** Fewer digits than this are a short code or an extension: they get no country. */
const SHORTEST_NUMBER = 7
/** North American numbers, which need no parser: the country code may lead. */
const CHEAP_NANP = /^(?:\+?1[\s.-]*)?\(?([2-9]\d{2})\)?[\s.-]*(\d{3})[\s.-]*(\d{4})$/

/**
 * The form phones are compared in: '+' and all digits (E.164) where the number can be read with `country` (ISO 3166
 * alpha-2) as its home, else its digits alone. An extension follows as ';ext=' and its digits. '' without any digit.
 * Nothing is judged valid or not: a shop's book holds numbers no plan knows.
 */
export function normalisePhone(typed: string, country: string): string {
  const text = typed.normalize('NFKC').trim().replace(/^tel:/i, '')
  const found = EXTENSION.exec(text)
  const extension = found?.[1] === undefined ? '' : `;ext=${found[1]}`
  const number = found === null ? text : text.slice(0, found.index)
  const digits = number.replace(/[^0-9]/g, '')
  if (digits === '') return extension === '' ? '' : (found?.[1] ?? '')
  return readNumber(number, digits, country) + extension
}

/** A mail address as compared: the address out of "Name <address>", lower case, without mailto:. */
export function normaliseEmail(typed: string): string {
  const text = typed.normalize('NFKC').trim()
  const inBrackets = /<([^<>]*@[^<>]*)>/.exec(text)
  return (inBrackets?.[1] ?? text)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\s+/g, '')
    .toLowerCase()
}

/** The form a contact point of any kind is compared in; see `normalisePhone` and `normaliseEmail`. */
export function normaliseContactPoint(
  kind: 'phone' | 'email' | 'address' | 'web' | 'message',
  value: string,
  country: string,
): string {
  switch (kind) {
    case 'phone':
      return normalisePhone(value, country)
    case 'email':
      return normaliseEmail(value)
    case 'web':
      return value
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/\/+$/, '')
    case 'address':
      return foldText(value)
    case 'message':
      return value.normalize('NFKC').trim().toLowerCase()
  }
}

function readNumber(number: string, digits: string, country: string): string {
  if (digits.length < SHORTEST_NUMBER && !number.includes('+')) return digits
  if (country === 'US' || country === 'CA') {
    const parts = CHEAP_NANP.exec(number)
    if (parts !== null) return `+1${parts[1]}${parts[2]}${parts[3]}`
  }
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(number, { defaultCountry: home, extract: false })
  return parsed?.number ?? digits
}
