// Dates and money in words, in the owner's language; dates are local days, never instants.

let locale = 'en'
let currency = 'USD'
let today = ''

/** Set once at start, and again when the owner changes a setting; `today` by the window alone, which stays open over days. */
export function setFormats(formats: { locale?: string; currency?: string; today?: string }): void {
  locale = formats.locale ?? locale
  currency = formats.currency ?? currency
  today = formats.today ?? today
}

const dateStyles = {
  /** Thu 19 */
  short: { weekday: 'short', day: 'numeric' },
  /** Thu 19 Nov */
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Thu 19 Nov 2026 */
  full: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** Thursday 19 November */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof dateStyles

/** Day before month reads the same on both sides of the Atlantic when the month is a word. */
function dateLocale(): string {
  return locale === 'en' ? 'en-GB' : locale
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** Made once for each way of writing; those of the computer's own zone are not, for it may change while we run. */
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${dateLocale()} ${JSON.stringify(options)}`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(dateLocale(), options)
    dateFormats.set(key, format)
  }
  return format
}

/** @param date a local day, YYYY-MM-DD */
export function formatDate(date: string, style: DateStyle): string {
  const instant = new Date(`${date}T12:00:00Z`)
  const words = dateFormat({ ...dateStyles[style], timeZone: 'UTC' }).format(instant)
  return words.replaceAll(',', '')
}

/** Thu 19 Nov, and with its year when half a year or more lies between it and `from`, or the day it is now. */
export function formatDay(date: string, from: string = today): string {
  const isFar = from !== '' && Math.abs(Date.parse(date) - Date.parse(from)) >= 183 * 86_400_000
  return formatDate(date, isFar ? 'full' : 'medium')
}

/** Thu 19 in this month, Thu 5 Mar in this year, else with its year. */
export function formatRecent(date: string, today: string): string {
  if (date.slice(0, 7) === today.slice(0, 7)) return formatDate(date, 'short')
  return formatDate(date, date.slice(0, 4) === today.slice(0, 4) ? 'medium' : 'full')
}

/** A local day as short as it can be told apart: 19 Nov, and with its year when that is not this one. */
export function formatNearDate(date: string, today: string): string {
  const format = dateFormat({
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return format.format(new Date(`${date}T12:00:00Z`))
}

/** The day alone, 12 June, or with its year, 12 June 2027. */
export function formatNamedDay(date: string, withYear: boolean): string {
  return formatNamed(date, { day: 'numeric', month: 'long' }, withYear)
}

/** The month of a day: March, or March 2027. */
export function formatNamedMonth(date: string, withYear: boolean): string {
  return formatNamed(date, { month: 'long' }, withYear)
}

function formatNamed(date: string, options: Intl.DateTimeFormatOptions, withYear: boolean): string {
  const format = dateFormat({ ...options, ...(withYear ? { year: 'numeric' } : {}), timeZone: 'UTC' })
  return format.format(new Date(`${date}T12:00:00Z`))
}

/** A birthday, YYYY-MM-DD or --MM-DD: 12 April 1980, 12 April. */
export function formatBirthday(birthday: string): string {
  const hasYear = !birthday.startsWith('--')
  const format = dateFormat({
    day: 'numeric',
    month: 'long',
    ...(hasYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  })
  return format.format(new Date(`${hasYear ? birthday : `2000${birthday.slice(1)}`}T12:00:00Z`))
}

/** Two local days and all between them: 23–28 November 2026. */
export function formatDateRange(from: string, to: string): string {
  const format = dateFormat({
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))
}

/** The months from one local day to another: Jan–Mar 2026. */
export function formatMonths(from: string, to: string): string {
  const format = dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))
}

/** @param at UTC ISO text; shown in the computer's own zone */
export function formatInstant(at: string, options: { year?: 'numeric' } = {}): string {
  const format = new Intl.DateTimeFormat(dateLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...options,
  })
  return format.format(new Date(at)).replaceAll(',', '')
}

/** @param at UTC ISO text; the time of day in the computer's own zone, 08:02 */
export function formatTime(at: string): string {
  return new Intl.DateTimeFormat(dateLocale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

/** @param amount in minor units of the shop's currency */
export function formatMoney(amount: number): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** How many digits the currency has after the point: 2 for dollars, 0 for yen. */
export function currencyDigits(): number {
  return (
    new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2
  )
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** 1 hour, 2.5 hours */
export function formatHours(hours: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' }).format(hours)
}

/** "a first sale and a name" */
export function formatList(words: readonly string[]): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).format(words)
}

/** @param day ISO weekday, 1 Monday … 7 Sunday */
export function formatWeekday(day: number, style: 'short' | 'long'): string {
  // 2024 began on a Monday.
  const date = new Date(Date.UTC(2024, 0, day))
  return dateFormat({ weekday: style, timeZone: 'UTC' }).format(date)
}

/** @param code ISO 3166 alpha-2 */
export function nameCountry(code: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** @param code ISO 4217 */
export function nameCurrency(code: string): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(code) ?? code
}
