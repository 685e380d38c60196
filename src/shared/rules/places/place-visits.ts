// What a visit to a place is: when the next one may be, and what it was to each person met there.
import { addDays, daysBetween } from '../days/days.ts'

/** The most months between two visits that still look like a habit. */
const longestHabit = 13

/**
 * The day the next occasion may fall on, told from the distance between the last two: as many weeks later on the same
 * weekday, or, from four weeks on, as many months later on the same weekday of the month (the second Thursday).
 * @param days of the occasions so far, in any order
 * @returns a day after `today`; null when there are not two, or they lie less than four days or over a year apart
 */
export function proposeNextOccasion(days: readonly string[], today: string): string | null {
  const [before, last] = [...new Set(days)].sort().slice(-2)
  if (before === undefined || last === undefined) return null
  const apart = daysBetween(before, last)
  const weeks = Math.round(apart / 7)
  const months = Math.round(apart / 30.44)
  if (apart < 4 || months > longestHabit) return null
  for (let times = 1; ; times += 1) {
    const day = weeks < 4 ? addDays(last, 7 * weeks * times) : sameWeekdayOfMonth(last, months * times)
    if (day > today) return day
  }
}

/** The second Thursday stays the second Thursday; a fifth that the month does not have is its last. */
function sameWeekdayOfMonth(day: string, months: number): string {
  const date = Temporal.PlainDate.from(day)
  const nth = Math.ceil(date.day / 7)
  const first = date.with({ day: 1 }).add({ months })
  const firstSuch = first.add({ days: (date.dayOfWeek - first.dayOfWeek + 7) % 7 })
  const wanted = firstSuch.add({ weeks: nth - 1 })
  return (wanted.month === first.month ? wanted : wanted.subtract({ weeks: 1 })).toString()
}

export interface MetPerson {
  personId: number
  /** Spoken with face to face; else they were there, and could notice us. */
  talked: boolean
}

/**
 * What a visit was to each person met. Talking is to one person alone, so the ring counts it; being there together is
 * one event for all who only were there, and to many as soon as they are more than one.
 */
export function touchesOfVisit(
  met: readonly MetPerson[],
): { personId: number; how: 'met' | 'event'; toMany: boolean }[] {
  const onlyThere = met.filter((person) => !person.talked).length
  return met.map(({ personId, talked }) => ({
    personId,
    how: talked ? ('met' as const) : ('event' as const),
    toMany: !talked && onlyThere > 1,
  }))
}
