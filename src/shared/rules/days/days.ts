// Arithmetic on local days (YYYY-MM-DD), so that rules never meet an instant or a time zone.

const [firstYear, lastYear] = ['1900', '2199']

/** Whether a day (YYYY-MM-DD) lies in the years a shop and its people can mean; others are slips, such as 0206. */
export function isNearDay(date: string): boolean {
  return date >= `${firstYear}-01-01` && date <= `${lastYear}-12-31`
}

/** @returns the day `days` after `date`; negative goes back */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** @returns whole days from `from` to `to`; negative when `to` is earlier */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** @returns ISO weekday, 1 Monday … 7 Sunday */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}
