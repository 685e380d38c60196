// Arithmetic on local days (YYYY-MM-DD), so that rules never meet an instant or a time zone.

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
