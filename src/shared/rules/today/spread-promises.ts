// New days for promises whose day is past: the coming open days take what they hold, the longest waiting first.
import { findNextOpenDay, isOpenOn, type ShopDays } from '../days/closed-days.ts'
import { daysBetween } from '../days/days.ts'

/** Days ahead in which room is looked for before any day takes more than it holds. */
export const spreadDays = 28

export interface OverdueStep {
  id: number
  personId: number
  dueOn: string
  promised: boolean
}

export interface SpreadRoom {
  today: string
  shop: ShopDays
  /** People a day holds. */
  capacity: number
  /** People seen or tried today already. */
  seenToday: number
  /** People with something else to do on a day, by day. */
  booked: ReadonlyMap<string, number>
}

/** An open day and how many people have a place on it. */
interface Day {
  on: string
  booked: number
  taken: number
}

/**
 * Proposes a day for each step. Today takes what it still holds, when the shop is open; then each open day of the
 * four weeks from the first of them takes what it holds less what is booked there, promises before plans and the
 * longest waiting first. What finds no room in these weeks goes to the days with the least on them. All steps of one
 * person share a day. The same input gives the same days, in whatever order it was read.
 * @returns the new day by step id; empty when the shop has no open day within two years
 */
export function spreadPromises(steps: readonly OverdueStep[], room: SpreadRoom): Map<number, string> {
  const people = groupByPerson(steps)
  const days = listDays(room)
  if (days.length === 0) return new Map()
  let left = people.length
  for (const day of days) {
    const free = room.capacity - day.booked
    day.taken = Math.max(0, Math.min(left, free))
    left -= day.taken
  }
  for (; left > 0; left -= 1) findLightest(days).taken += 1
  const places = days.flatMap((day) => Array.from({ length: day.taken }, () => day.on))
  return new Map(people.flatMap((own, index) => own.map((step) => [step.id, places[index]!] as const)))
}

/** Each person's steps together; in the order of the first of them: promises, then day, then id. */
function groupByPerson(steps: readonly OverdueStep[]): OverdueStep[][] {
  const inOrder = [...steps].sort(
    (a, b) => Number(b.promised) - Number(a.promised) || compareDays(a.dueOn, b.dueOn) || a.id - b.id,
  )
  return [...Map.groupBy(inOrder, (step) => step.personId).values()]
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function listDays({ today, shop, seenToday, booked }: SpreadRoom): Day[] {
  const days: Day[] = []
  const add = (on: string) =>
    days.push({ on, booked: (booked.get(on) ?? 0) + (on === today ? seenToday : 0), taken: 0 })
  let on = isOpenOn(today, shop) ? today : findNextOpenDay(today, shop)
  for (
    const first = on;
    on !== null && daysBetween(first!, on) < spreadDays;
    on = findNextOpenDay(on, shop)
  ) {
    add(on)
  }
  return days
}

/** The day with the fewest people on it, the earliest of several. */
function findLightest(days: readonly Day[]): Day {
  return days.reduce((best, day) => (day.booked + day.taken < best.booked + best.taken ? day : best))
}
