// What a year must hold: nobody forgotten, nobody pestered, the owner's words on every row, no proposal about the untried.
import { addDays } from '../../src/shared/rules/days/days.ts'
import type { Year } from './live-a-year.ts'

export interface Figures {
  /** Open days between touches or tries of ours, for everybody on the list: the longest, and the median. */
  longest: number
  median: number
  /** The same between days on which somebody was shown. */
  longestShown: number
  /** The longest run of open days somebody stood on Today, the owed apart. */
  mostInARow: number
  /** The most touches or tries somebody got for their turn in ten open days. */
  mostInTen: number
  /** Rows of people with words of the owner's that did not say them. */
  withoutWords: number
  /** The share of rows, of people about whom something is known, with a reason that is no plan. */
  withReason: number
  /** The largest share of one question on a sheet of six rows or more. */
  sameQuestion: number
  /** Proposals about somebody who was not tried three times since the last. */
  untimely: number
  /** Strangers who did not stand there when it was next looked. */
  unseen: number
  rows: number
}

export function measureYear(year: Year): Figures {
  const index = new Map(year.openDays.map((day, place) => [day, place]))
  const last = year.openDays.length - 1
  const place = (day: string) => index.get(day) ?? last
  const waits = (personId: number, from: number, to: number) =>
    year.waits
      .filter((wait) => wait.personId === personId)
      .reduce((sum, wait) => {
        const [start, end] = [place(wait.from), nextPlace(year.openDays, wait.until)]
        return sum + Math.max(0, Math.min(end, to) - Math.max(start, from))
      }, 0)
  const gapsOf = (personId: number, days: number[]) =>
    [0, ...days].map((from, at) => {
      const to = [...days, last][at] ?? last
      return to - from - waits(personId, from, to)
    })
  const acted = year.members.flatMap((id) =>
    gapsOf(
      id,
      daysOf(
        year.acts.filter((act) => act.personId === id),
        place,
      ),
    ),
  )
  const shown = year.members.flatMap((id) =>
    gapsOf(
      id,
      daysOf(
        year.shown.filter((day) => day.rows.some((row) => row.personId === id)),
        place,
      ),
    ),
  )
  const rows = year.shown.flatMap((day) => day.rows).filter((row) => year.members.includes(row.personId))
  const known = rows.filter((row) => year.known.has(row.personId))
  return {
    longest: Math.max(...acted),
    median: medianOf(acted.filter((gap) => gap > 0)),
    longestShown: Math.max(...shown),
    mostInARow: longestRun(year),
    mostInTen: Math.max(...year.members.map((id) => mostInTen(year, id, place))),
    withoutWords: rows.filter((row) => {
      const words = year.words.get(row.personId)!
      return words !== '' && !row.words.includes(words)
    }).length,
    withReason: known.length === 0 ? 1 : known.filter((row) => row.hasReason).length / known.length,
    sameQuestion: Math.max(0, ...year.shown.map((day) => shareOfOne(day.rows.map((row) => row.question)))),
    untimely: countUntimely(year),
    unseen: countUnseen(year),
    rows: rows.length,
  }
}

const nextPlace = (days: string[], until: string) => {
  const at = days.findIndex((day) => day >= until)
  return at < 0 ? days.length - 1 : at
}

const daysOf = (events: { on: string }[], place: (day: string) => number) =>
  [...new Set(events.map((event) => place(event.on)))].sort((a, b) => a - b)

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Looked at each day, the owed apart; a day on which it was not looked breaks no run. */
function longestRun(year: Year): number {
  if (year.shop.by === 'sheet') return 0
  const runs = new Map<number, number>()
  let most = 0
  for (const { on, rows } of year.shown) {
    const standing = new Set(rows.filter((row) => row.group !== 'owed').map((row) => row.personId))
    for (const id of year.members) {
      const acted = year.acts.some((act) => act.personId === id && act.on === on)
      const run = standing.has(id) ? (runs.get(id) ?? 0) + 1 : 0
      most = Math.max(most, run)
      runs.set(id, acted ? 0 : run)
    }
  }
  return most
}

function mostInTen(year: Year, personId: number, place: (day: string) => number): number {
  const days = year.acts
    .filter((act) => act.personId === personId && act.group !== 'owed' && act.group !== 'timely')
    .map((act) => place(act.on))
    .sort((a, b) => a - b)
  return Math.max(0, ...days.map((from) => days.filter((day) => day >= from && day < from + 10).length))
}

function shareOfOne(questions: string[]): number {
  if (questions.length < 6) return 0
  const asked = questions.filter((question) => question !== '')
  const most = Math.max(0, ...asked.map((one) => asked.filter((other) => other === one).length))
  return most / questions.length
}

function countUntimely(year: Year): number {
  return year.proposed.filter(({ on, personId }) => {
    const before = year.proposed.filter((one) => one.personId === personId && one.on < on).at(-1)
    const tries = year.acts.filter(
      (act) => act.personId === personId && act.on <= on && (before === undefined || act.on >= before.on),
    )
    return tries.length < 3
  }).length
}

/** Whoever wrote stands there when the owner next looks. */
function countUnseen(year: Year): number {
  return year.strangers.filter(({ on, shownOn }) => {
    const next = year.shown.find((day) => day.on > on)
    return next !== undefined && next.on <= addDays(on, 25) && shownOn !== next.on
  }).length
}

/** What broke, in words; nothing when the year holds. */
export function judgeYear(year: Year, figures: Figures): string[] {
  const { shop } = year
  const weekPlaces = Math.floor((60 * shop.hours * 0.7) / 15 + 1e-9)
  const isOver = shop.people > weekPlaces * 2
  const followed = shop.follow === 1
  const broken: string[] = []
  const expect = (holds: boolean, words: string) => {
    if (!holds) broken.push(words)
  }
  const longest = followed ? figures.longest : figures.longestShown
  if (shop.monthly) {
    const most = Math.max(0, ...year.members.map((id) => longestMissed(year, id)))
    expect(most <= 1, `somebody was not proposed at ${most} openings in a row`)
  } else if (isOver) {
    const bound = Math.ceil(3.5 * (shop.people / weekPlaces) * 5)
    expect(longest <= bound, `${longest} open days, the bound is ${bound}`)
  } else {
    const bound = weekPlaces < 6 ? 40 : 28
    expect(
      longest <= bound,
      `${longest} open days ${followed ? 'untouched' : 'unseen'}, the bound is ${bound}`,
    )
    if (followed) expect(figures.median <= 16, `the median gap is ${figures.median}`)
  }
  expect(figures.mostInARow <= 3, `${figures.mostInARow} open days in a row on Today`)
  expect(figures.mostInTen <= 2, `${figures.mostInTen} touches or tries in ten open days`)
  expect(figures.withoutWords === 0, `${figures.withoutWords} rows without the owner's words`)
  expect(figures.withReason >= 0.8, `a reason on ${Math.round(figures.withReason * 100)} % of rows`)
  expect(
    figures.sameQuestion <= 1 / 3 + 1e-9,
    `one question on ${Math.round(figures.sameQuestion * 100)} % of a sheet`,
  )
  expect(figures.untimely === 0, `${figures.untimely} proposals about somebody not tried three times`)
  expect(figures.unseen === 0, `${figures.unseen} strangers did not stand there`)
  return broken
}

/** Openings in a row at which somebody on the list did not stand. */
function longestMissed(year: Year, personId: number): number {
  let run = 0
  let most = 0
  for (const { rows } of year.shown) {
    run = rows.some((row) => row.personId === personId) ? 0 : run + 1
    most = Math.max(most, run)
  }
  return most
}
