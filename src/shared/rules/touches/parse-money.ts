// Reads an amount the way its owner types it: 640, $640, 1.200,50, 1 200, € 12.50.

/** Longest amount read, in digits before the decimals: more is a slip of the fingers. */
const mostDigits = 9

/** No amount is larger, in minor units of the currency with the most of them; millions of them add up exactly. */
export const mostMoney = 10 ** (mostDigits + 3)

export interface MoneyTyping {
  /** ISO 3166 alpha-2: says whether a dot or a comma stands before the cents. */
  country: string
  /** ISO 4217: its signs may stand before or after the number; those of another currency are refused. */
  currency: string
}

/**
 * @param typed what the owner wrote
 * @returns minor units, or null when it is no amount, or could be two: a lone separator before three digits parts
 * thousands, unless the country writes its cents behind it; then it is refused rather than guessed
 */
export function parseMoney(typed: string, { country, currency }: MoneyTyping): number | null {
  const number = takeOffSign(typed.trim(), currency)
  if (!/^\d(?:[\d.,'’\s]*\d)?$/.test(number)) return null
  const decimal = findDecimal(number, decimalOf(country))
  const at = decimal === null ? number.length : number.lastIndexOf(decimal)
  const whole = number.slice(0, at)
  const fraction = number.slice(at + 1)
  const places = placesOf(currency)
  if (fraction.length > places || !/^\d*$/.test(fraction)) return null
  // Groups of three; of two before the last three, as in India. All parted the same way.
  if (
    !/^\d+$/.test(whole) &&
    !/^\d{1,3}(?:(?<by>[.,'’\s])\d{2,3}(?:\k<by>\d{2,3})*(?<=\k<by>\d{3}))$/.test(whole)
  )
    return null
  const digits = whole.replace(/\D/g, '')
  if (digits.length > mostDigits) return null
  return Number(digits + fraction.padEnd(places, '0'))
}

/**
 * An amount as its owner would type it, for a field it can be changed in; parseMoney reads it back.
 * @param amount minor units
 */
export function writeMoney(amount: number, { country, currency }: MoneyTyping): string {
  const places = placesOf(currency)
  const digits = String(amount).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places)
  return Number(fraction) === 0 ? whole : `${whole}${decimalOf(country)}${fraction}`
}

/** The mark before the cents; null when every mark parts thousands, or there is none. */
function findDecimal(number: string, usual: string): string | null {
  const marks = number.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (last === undefined) return null
  if (marks.some((mark) => mark !== last)) return last
  if (marks.length > 1) return null
  if (last === usual) return last
  const behind = number.length - number.lastIndexOf(last) - 1
  return behind === 3 ? null : last
}

function decimalOf(country: string): string {
  const { language } = new Intl.Locale('und', { region: country }).maximize()
  const parts = new Intl.NumberFormat(`${language}-${country}`, { numberingSystem: 'latn' }).formatToParts(
    1.5,
  )
  return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.'
}

/** Digits of a currency behind the point. @param currency ISO 4217 */
export function placesOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

function takeOffSign(text: string, currency: string): string {
  const signs = (['symbol', 'narrowSymbol', 'code'] as const).map((currencyDisplay) => {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
    return format.formatToParts(1).find((part) => part.type === 'currency')!.value
  })
  const lower = text.toLowerCase()
  for (const sign of signs.map((one) => one.toLowerCase()).sort((a, b) => b.length - a.length)) {
    if (lower.startsWith(sign)) return text.slice(sign.length).trim()
    if (lower.endsWith(sign)) return text.slice(0, -sign.length).trim()
  }
  return text
}
