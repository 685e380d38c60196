// Each filter and any of them together leave those whom a plain look at every person leaves, in the list's order.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  lastTouchFilters,
  nextStepFilters,
  type PeopleFilters,
  type PersonRow,
  parkedFilters,
} from '../../../src/shared/contract/people.ts'
import { addDays, daysBetween } from '../../../src/shared/rules/days/days.ts'
import { standings } from '../../../src/shared/rules/know-card/standing.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { makeRandom } from '../../support/random.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
/** A Wednesday: its week ends on Sunday the 29th. */
const today = '2026-11-25'
const weekEnd = '2026-11-29'
const uid = () => crypto.randomUUID()
const sources = ['', 'Fair', 'fair', 'a friend']

/** What is true of one person, kept beside the file. */
interface Known {
  id: number
  name: string
  source: string
  firmId: number | null
  placeIds: number[]
  standing: string
  touchedOn: string | null
  stepOn: string | null
  revisitOn: string | null
}
const known: Known[] = []
let firmIds: number[] = []

const touchDays = [0, 1, 29, 30, 31, 89, 90, 91, 179, 180, 181, 400]
const stepDays = [-40, -1, 0, 3, 4, 5, 60]
const parkedDays = [-3, 0, 29, 30, 31, 200]

beforeAll(async () => {
  store = await makeStore({ today })
  const random = makeRandom(7)
  const places: number[] = []
  const pursuits: { id: number; closedOn: string; as: string; revisitOn: string | null }[] = []
  for (const name of ['Chamber breakfast', 'School fair']) {
    places.push((await store.call('places.add', { uid: uid(), name })).id)
  }
  for (let index = 0; index < 120; index += 1) {
    const name = `${random.pick(['Nora', 'Tom', 'Bea', 'Jim'])} ${random.pick(['Abara', 'Okafor', 'Duarte'])} ${index}`
    const source = random.pick(sources)
    const firmName = random.chance(0.3) ? random.pick(['Oak', 'Elm']) : ''
    const { id } = await store.call('people.add', { uid: uid(), name, source, firmName })
    const person = await store.call('people.get', { id })
    const one: Known = {
      id,
      name,
      source,
      firmId: person.firm?.id ?? null,
      placeIds: places.filter(() => random.chance(0.2)),
      standing: random.chance(0.4) ? random.pick(standings) : '',
      touchedOn: random.chance(0.7) ? addDays(today, -random.pick(touchDays)) : null,
      stepOn: random.chance(0.5) ? addDays(today, random.pick(stepDays)) : null,
      revisitOn: random.chance(0.3) ? addDays(today, random.pick(parkedDays)) : null,
    }
    known.push(one)
    for (const placeId of one.placeIds)
      await store.call('places.addPerson', { uid: uid(), place: { id: placeId }, personId: id })
    if (one.touchedOn) {
      const touch = { how: 'met' as const, happenedOn: one.touchedOn }
      await store.call('touches.log', { uid: uid(), personId: id, touch })
    }
    if (one.stepOn)
      await store.call('touches.addNextStep', { uid: uid(), personId: id, step: { dueOn: one.stepOn } })
    if (!one.revisitOn) continue
    pursuits.push({ id, closedOn: '2026-02-01', as: 'parked', revisitOn: one.revisitOn })
    if (index % 5 !== 0) continue
    // Put off once, and dropped since: no longer parked.
    pursuits.push({ id, closedOn: '2026-04-01', as: 'dropped', revisitOn: null })
    one.revisitOn = null
  }
  writeOutside(
    store,
    `INSERT INTO pursuits (uid, person_id, opened_on, opened_how, closed_on, closed_as, revisit_on)
     SELECT 'pursuit ' || key, value ->> 'id', '2026-01-01', 'focus', value ->> 'closedOn', value ->> 'as',
       value ->> 'revisitOn' FROM json_each(?)`,
    JSON.stringify(pursuits),
  )
  writeOutside(
    store,
    `UPDATE person_summaries SET standing = k.value ->> 'standing' FROM json_each(?) k
     WHERE person_id = k.value ->> 'id'`,
    JSON.stringify(known),
  )
  // Somebody private and somebody in the bin are in no list, however well they fit.
  for (const index of [0, 1]) {
    const { id } = await store.call('people.add', { uid: uid(), name: 'Nora Hidden', source: 'Fair' })
    if (index === 0) await store.call('people.edit', { id, changes: { isPrivate: true } })
    else await store.call('people.moveToBin', { id })
  }
  firmIds = [...new Set(known.flatMap((one) => one.firmId ?? []))]
}, 120_000)
afterAll(() => store.close())

/** The plain look: the same words as on the screen, one person at a time. */
function fits(one: Known, filters: PeopleFilters): boolean {
  const age = one.touchedOn ? daysBetween(one.touchedOn, today) : null
  const byTouch = {
    never: age === null,
    'in 30 days': age !== null && age <= 30,
    'over 30 days': age !== null && age > 30,
    'over 90 days': age !== null && age > 90,
    'over 180 days': age !== null && age > 180,
  }
  const byStep = {
    none: one.stepOn === null,
    overdue: one.stepOn !== null && one.stepOn < today,
    'this week': one.stepOn !== null && one.stepOn >= today && one.stepOn <= weekEnd,
    later: one.stepOn !== null && one.stepOn > weekEnd,
  }
  const byParked = {
    parked: one.revisitOn !== null,
    'back in 30 days': one.revisitOn !== null && daysBetween(today, one.revisitOn) <= 30,
  }
  return (
    (filters.standing === undefined || one.standing === filters.standing) &&
    (filters.source === undefined || one.source === filters.source) &&
    (filters.firmId === undefined || one.firmId === filters.firmId) &&
    (filters.placeId === undefined || one.placeIds.includes(filters.placeId)) &&
    (filters.lastTouch === undefined || byTouch[filters.lastTouch]) &&
    (filters.nextStep === undefined || byStep[filters.nextStep]) &&
    (filters.parked === undefined || byParked[filters.parked])
  )
}

const idsThatFit = (filters: PeopleFilters) => known.filter((one) => fits(one, filters)).map((one) => one.id)
const ascending = (ids: number[]) => [...ids].sort((a, b) => a - b)

async function readAll(input: object): Promise<{ total: number; rows: PersonRow[] }> {
  const rows: PersonRow[] = []
  let total = 0
  for (let offset = 0; ; offset += 7) {
    const page = await store.call('people.list', { ...input, offset, limit: 7 })
    total = page.total
    rows.push(...page.rows)
    if (page.rows.length < 7) return { total, rows }
  }
}

const single: PeopleFilters[] = [
  ...standings.map((standing) => ({ standing })),
  ...sources.map((source) => ({ source })),
  { placeId: 1 },
  { placeId: 2 },
  { firmId: 1 },
  { firmId: 2 },
  ...lastTouchFilters.map((lastTouch) => ({ lastTouch })),
  ...nextStepFilters.map((nextStep) => ({ nextStep })),
  ...parkedFilters.map((parked) => ({ parked })),
]

describe('each filter', () => {
  test.each(single)('%j', async (filters) => {
    const expected = idsThatFit(filters)
    expect(expected.length).toBeGreaterThan(0)
    expect(expected.length).toBeLessThan(known.length)
    const { total, rows } = await readAll({ filters })
    expect(total).toBe(expected.length)
    expect(ascending(rows.map((row) => row.id))).toEqual(expected)
  })
})

/** Absent as often as not, so that some of a combination is off. */
const often = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const anyFilters = fc.record({
  standing: often(standings),
  source: often(sources),
  placeId: often([1, 2]),
  firmId: often([1, 2]),
  lastTouch: often(lastTouchFilters),
  nextStep: often(nextStepFilters),
  parked: often(parkedFilters),
})
const anySort = fc.constantFrom('name', 'last touch', 'next step', 'newest')

test('any filters together, in any order of the list, page by page and for next and previous', async () => {
  expect(firmIds).toEqual([1, 2])
  await fc.assert(
    fc.asyncProperty(anyFilters, anySort, async (filters, sort) => {
      const { total, rows } = await readAll({ filters, sort })
      const ids = rows.map((row) => row.id)
      expect(ascending(ids)).toEqual(idsThatFit(filters))
      expect(total).toBe(ids.length)
      // The order of the list as it is without filters, those left out skipped.
      const whole = (await store.call('people.order', { sort })).ids.split(' ').map(Number)
      expect(ids).toEqual(whole.filter((id) => ids.includes(id)))
      expect((await store.call('people.order', { filters, sort })).ids).toBe(ids.join(' '))
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('a search finds among those a filter leaves', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilters, fc.constantFrom('nora', 'ab', 'oak', 'du'), async (filters, search) => {
      const { total, rows } = await readAll({ filters, search })
      const found = await readAll({ search })
      const left = new Set(idsThatFit(filters))
      expect(rows.map((row) => row.id)).toEqual(found.rows.map((row) => row.id).filter((id) => left.has(id)))
      expect(total).toBe(rows.length)
    }),
    { numRuns: 30 },
  )
}, 120_000)

test('the choices are the sources and places of the file', async () => {
  const { sources: offered, places } = await store.call('people.filterChoices', {})
  expect(new Set(offered)).toEqual(new Set(['Fair', 'fair', 'a friend']))
  expect(places.map((place) => place.name)).toEqual(['Chamber breakfast', 'School fair'])
})

test('many and few are read in the same order', async () => {
  // More than are found first and sorted then: the index of the order is walked.
  writeOutside(
    store,
    `WITH RECURSIVE n (id) AS (SELECT 1001 UNION ALL SELECT id + 1 FROM n WHERE id < 2500)
     INSERT INTO people (id, uid, name, sort_name, source, created_at, created_on)
     SELECT id, 'p' || id, 'Many ' || id, 'many ' || (id * 7919 % 1500), 'many', '', '' FROM n`,
  )
  writeOutside(
    store,
    `INSERT INTO person_summaries (person_id, last_touch_on, next_step_on)
     SELECT id, date('2026-01-01', '+' || (id % 50) || ' days'), CASE WHEN id % 3 THEN date('2027-01-01', '+' || (id % 40) || ' days') END
     FROM people WHERE source = 'many'`,
  )
  try {
    for (const sort of ['name', 'last touch', 'next step', 'newest'] as const) {
      const filters = { source: 'many' }
      const whole = (await store.call('people.order', { sort })).ids.split(' ').map(Number)
      const page = await store.call('people.list', { filters, sort, offset: 700, limit: 50 })
      const expected = whole.filter((id) => id > 1000)
      expect(page.total).toBe(1500)
      expect(page.rows.map((row) => row.id)).toEqual(expected.slice(700, 750))
      expect((await store.call('people.order', { filters, sort })).ids).toBe(expected.join(' '))
    }
  } finally {
    writeOutside(store, 'DELETE FROM person_summaries WHERE person_id > 1000')
    writeOutside(store, "DELETE FROM people WHERE source = 'many'")
  }
})
