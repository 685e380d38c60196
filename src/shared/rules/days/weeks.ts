// ISO weeks as text (2026-W48): the year that holds the week's Thursday, and 01 to 52 or 53.

const pattern = /^(\d{4})-W(\d{2})$/

/**
 * @param text such as '2026-W48'
 * @returns the Monday of that week, or null when there is no such week (2025-W53)
 */
export function parseWeek(text: string): string | null {
  const match = pattern.exec(text)
  if (!match) return null
  // 4 January is always in week 01 (ISO 8601).
  const inFirst = Temporal.PlainDate.from({ year: Number(match[1]), month: 1, day: 4 })
  const monday = inFirst.subtract({ days: inFirst.dayOfWeek - 1 }).add({ days: (Number(match[2]) - 1) * 7 })
  return weekOf(monday.toString()) === text ? monday.toString() : null
}

export function isWeek(text: string): boolean {
  return parseWeek(text) !== null
}

/** @returns the ISO week a local day falls in */
export function weekOf(date: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date)
  return `${String(yearOfWeek).padStart(4, '0')}-W${String(weekOfYear).padStart(2, '0')}`
}

/**
 * @returns the week's seven days, Monday first
 * @throws RangeError for a week that is not one; ask isWeek first
 */
export function daysOfWeek(week: string): string[] {
  const monday = parseWeek(week)
  if (monday === null) throw new RangeError(`not a week: ${week}`)
  const first = Temporal.PlainDate.from(monday)
  return Array.from({ length: 7 }, (_, index) => first.add({ days: index }).toString())
}

/** @returns the week `by` weeks later; negative goes back */
export function shiftWeek(week: string, by: number): string {
  return weekOf(Temporal.PlainDate.from(daysOfWeek(week)[0]!).add({ weeks: by }).toString())
}
