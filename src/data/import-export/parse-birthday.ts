// Birthdays as address books write them, down to one form.
import { isNearDay } from '../../shared/rules/days/days.ts'

const MONTH_FIRST = new Set(['US', 'PH', 'FM', 'PW', 'MH', 'GU', 'PR', 'AS', 'VI', 'MP'])
/** Apple writes this year for a birthday without one. */
const NO_YEAR = 1604

/**
 * 'YYYY-MM-DD', or '--MM-DD' without a year, or null when `text` is no such day. Days and months parted by dots are
 * day first; by slashes or dashes, the order of `country` (ISO 3166 alpha-2) decides where both would do.
 */
export function parseBirthday(text: string, country: string): string | null {
  const value = text.trim()
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(value)
  if (iso) return formatBirthday(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const yearless = /^--?-?(\d{2})-?(\d{2})(?:T.*)?$/.exec(value)
  if (yearless) return formatBirthday(null, Number(yearless[1]), Number(yearless[2]))
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(value)
  if (yearFirst) return formatBirthday(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const parted = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4})?)?$/.exec(value)
  if (!parted) return null
  const [one, two] = [Number(parted[1]), Number(parted[3])]
  const year = parted[4] === undefined ? null : Number(parted[4])
  const monthFirst = two > 12 || (one <= 12 && parted[2] !== '.' && MONTH_FIRST.has(country))
  return monthFirst ? formatBirthday(year, one, two) : formatBirthday(year, two, one)
}

/** The form of `parseBirthday` from numbers; null when the calendar has no such day. */
export function formatBirthday(year: number | null, month: number, day: number): string | null {
  const known = year === null || year === NO_YEAR ? null : year
  if (known !== null && !isNearDay(`${String(known).padStart(4, '0')}-06-30`)) return null
  const date = new Date(Date.UTC(known ?? 2000, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || month < 1 || month > 12) return null
  const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return known === null ? `--${monthDay}` : `${known}-${monthDay}`
}
