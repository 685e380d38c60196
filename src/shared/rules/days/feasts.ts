// Days that shops live by and owners name without a date: Christmas, New Year, Valentine's, Easter, Halloween.

export const feasts = ['christmas', 'newYear', 'valentine', 'easter', 'halloween'] as const
export type Feast = (typeof feasts)[number]

const fixed: Record<Exclude<Feast, 'easter'>, { month: number; day: number }> = {
  christmas: { month: 12, day: 25 },
  newYear: { month: 1, day: 1 },
  valentine: { month: 2, day: 14 },
  halloween: { month: 10, day: 31 },
}

/** The day it falls on, YYYY-MM-DD. Easter is that of the western churches. */
export function dayOfFeast(feast: Feast, year: number): string {
  const { month, day } = feast === 'easter' ? easterOf(year) : fixed[feast]
  return Temporal.PlainDate.from({ year, month, day }).toString()
}

/** The anonymous Gregorian rule (Nature, 20 April 1876; Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): { month: number; day: number } {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return { month: Math.floor(n / 31), day: (n % 31) + 1 }
}
