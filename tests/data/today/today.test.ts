// Today reads a handful however many promises are overdue, keeps quiet on closed days, and clears the pile at once.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  // A Monday; the shop is open from Monday to Friday, and a day holds three.
  store = await makeStore({ today: '2026-11-23' })
})
afterEach(() => store.close())

async function add(name: string): Promise<number> {
  return (await store.call('people.add', { uid: uid(), name })).id
}

async function addStep(personId: number, dueOn: string, part: object = {}): Promise<number> {
  const step = { what: 'call', dueOn, ...part }
  return (await store.call('touches.addNextStep', { uid: uid(), personId, step })).id
}

async function addDue(name: string, dueOn: string, part: object = {}) {
  const personId = await add(name)
  return { personId, stepId: await addStep(personId, dueOn, part) }
}

async function log(personId: number, how: 'talked' | 'no answer' | 'met') {
  await store.call('touches.log', { uid: uid(), personId, touch: { how } })
}

const today = (more = 0) => store.call('today.get', { more })
const rowNames = async (more = 0) => (await today(more)).rows.map((row) => row.name)

test('everyone with an overdue promise is counted, some of the earliest are shown', async () => {
  const overdue = 130
  for (let number = 1; number <= overdue; number += 1) {
    await addDue(`Person ${number}`, `2026-${String(1 + (number % 9)).padStart(2, '0')}-10`)
  }
  const now = await today()
  // More than the hours hold, for each of them was promised something, and no mountain either.
  expect(now.rows.length).toBe(12)
  expect(now.rows.every((row) => row.promised && row.dueSteps[0]!.dueOn <= '2026-04-10')).toBe(true)
  expect(now.waiting).toMatchObject({ count: overdue - 12, promises: overdue - 12 })
  expect(now.overdue).toBe(overdue)
  await log(now.rows[0]!.personId, 'no answer')
  const later = await today(30)
  expect(later.rows.length).toBe(now.capacity - 1 + 30)
  expect(later.waiting.count).toBe(overdue - 1 - later.rows.length)
})

test('one person with many steps due hides nobody', async () => {
  const { personId } = await addDue('Busy Bee', '2026-01-01')
  for (let number = 0; number < 70; number += 1) await addStep(personId, '2026-01-02')
  await addDue('Nora Lindqvist', '2026-11-20')
  expect(await rowNames()).toEqual(['Busy Bee', 'Nora Lindqvist'])
})

test('more promises than a statement takes values are read, counted and cleared', async () => {
  const people = 33_500
  writeOutside(
    store,
    `WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ?)
     INSERT INTO people (id, uid, name, sort_name, created_at, created_on)
     SELECT id, 'p' || id, 'Person ' || id, 'person ' || id, '', '' FROM n`,
    people,
  )
  writeOutside(
    store,
    "INSERT INTO next_steps (uid, person_id, due_on, created_on) SELECT 's' || id, id, '2026-11-01', '2026-11-01' FROM people",
  )
  writeOutside(
    store,
    `INSERT INTO touches (uid, person_id, happened_on, how, channel, logged_at)
     SELECT 't' || id, id, '2026-11-23', 'talked', 'phone', '2026-11-23T09:00:00.000Z' FROM people WHERE id > 10`,
  )
  const now = await today(20)
  expect(now.rows).toHaveLength(10)
  expect(now.waiting.count).toBe(0)
  expect(now.seen.reached).toBe(people - 10)
  writeOutside(store, 'DELETE FROM touches')
  expect((await today()).waiting.count).toBe(people - 12)
  expect(await store.call('today.pile', {})).toMatchObject({ total: people })
}, 60_000)

describe('a day the shop is closed', () => {
  const setClosed = (what = '') =>
    store.call('settings.addClosedPeriod', { uid: uid(), from: '2026-11-23', to: '2026-11-25', what })

  beforeEach(async () => {
    await addDue('Nora Lindqvist', '2026-11-20')
    await addDue('Tom Abara', '2026-11-20', { promised: false })
    const silent = await add('Grace Okafor')
    await store.call('focusList.add', { uid: uid(), personId: silent })
  })

  test('an open day shows them all', async () => {
    expect(await rowNames()).toEqual(['Nora Lindqvist', 'Tom Abara', 'Grace Okafor'])
    expect(await today()).toMatchObject({ closed: null, nextOpenOn: '2026-11-24' })
  })

  test('in a closed period only promises show, and it says when the shop opens', async () => {
    await setClosed('Stock-taking')
    expect(await rowNames()).toEqual(['Nora Lindqvist'])
    expect(await today()).toMatchObject({
      closed: { what: 'Stock-taking' },
      nextOpenOn: '2026-11-26',
      hours: 0,
      waiting: { count: 0, promises: 0 },
    })
  })

  test('on a weekly closed day too', async () => {
    await store.call('settings.change', { openDays: [2, 4] })
    expect(await rowNames()).toEqual(['Nora Lindqvist'])
    expect(await today()).toMatchObject({ closed: { what: '' }, nextOpenOn: '2026-11-24' })
  })

  test('thanks owed are still there', async () => {
    await setClosed()
    const referrerId = await add('Bea Morales')
    await store.call('people.add', { uid: uid(), name: 'Sam Duarte', referrerId })
    expect(await store.call('referrals.thanksOwed', {})).toHaveLength(1)
  })
})

test('who was reached and who was only tried; tomorrow’s and later steps come, today’s time is shown', async () => {
  const nora = await addDue('Nora Lindqvist', '2026-11-23', { dueTime: '14:30' })
  const tom = await addDue('Tom Abara', '2026-11-24', { dueTime: '09:00' })
  expect((await today()).rows.map((row) => [row.name, row.at])).toEqual([['Nora Lindqvist', '14:30']])
  expect((await today()).coming.map((step) => [step.name, step.dueTime])).toEqual([['Tom Abara', '09:00']])
  await log(tom.personId, 'no answer')
  await log(nora.personId, 'no answer')
  await log(nora.personId, 'talked')
  expect((await today()).seen).toEqual({ reached: 1, tried: 1 })
})

describe('the pile', () => {
  const pile = () => store.call('today.pile', {})
  const clear = (input: { moves?: { id: number; dueOn: string }[]; done?: number[]; dropped?: number[] }) =>
    store.call('today.clearPile', { moves: [], done: [], dropped: [], ...input })

  test('today takes what it holds, the next days the rest, less what is booked there', async () => {
    for (let number = 1; number <= 6; number += 1) await addDue(`Person ${number}`, `2026-11-0${number}`)
    await addDue('Booked', '2026-11-24')
    const { steps, total, capacity } = await pile()
    expect({ total, capacity }).toEqual({ total: 6, capacity: 3 })
    expect(steps.map((step) => [step.name, step.proposedOn])).toEqual([
      ['Person 1', '2026-11-23'],
      ['Person 2', '2026-11-23'],
      ['Person 3', '2026-11-23'],
      ['Person 4', '2026-11-24'],
      ['Person 5', '2026-11-24'],
      ['Person 6', '2026-11-25'],
    ])
  })

  test('one command moves, closes and drops; the sentence says both days; one undo brings all back', async () => {
    const { sqlite } = store.store
    const nora = await addDue('Nora Lindqvist', '2026-11-12', {
      what: 'the walnut samples',
      dueTime: '10:00',
    })
    const tom = await addDue('Tom Abara', '2026-11-13')
    const grace = await addDue('Grace Okafor', '2026-11-14')
    const before = hashContent(sqlite)
    await clear({
      moves: [{ id: nora.stepId, dueOn: '2026-11-25' }],
      done: [tom.stepId],
      dropped: [grace.stepId],
    })
    expect(await today()).toMatchObject({ overdue: 0, rows: [] })
    store.clock.today = '2026-11-25'
    const [row] = (await today()).rows
    expect(row!.reasons.map(say).join()).toBe('Promised for Thu 12 Nov, moved to today: the walnut samples')
    expect(row!.at).toBeNull()
    store.clock.today = '2026-11-26'
    expect((await today()).rows[0]!.reasons.map(say).join()).toBe(
      'Promised for Thu 12 Nov, now late: the walnut samples',
    )
    store.clock.today = '2026-11-23'
    await store.call('app.undo', {})
    expect(hashContent(sqlite)).toBe(before)
    expect(await today()).toMatchObject({ overdue: 3 })
  })

  test('moved twice, the first day is remembered; a day agreed anew is the promise', async () => {
    const { stepId } = await addDue('Nora Lindqvist', '2026-11-12', { what: 'samples' })
    await clear({ moves: [{ id: stepId, dueOn: '2026-11-23' }] })
    store.clock.today = '2026-11-24'
    await clear({ moves: [{ id: stepId, dueOn: '2026-11-24' }] })
    expect((await today()).rows[0]!.reasons.map(say).join()).toBe(
      'Promised for Thu 12 Nov, moved to today: samples',
    )
    const step = { what: 'samples', dueOn: '2026-11-23', dueTime: null, promised: true }
    await store.call('touches.changeNextStep', { id: stepId, step })
    expect((await today()).rows[0]!.reasons.map(say).join()).toBe(
      'Promised for Mon 23 Nov, now late: samples',
    )
  })

  test('cleared again the same, there is nothing more to undo', async () => {
    const nora = await addDue('Nora Lindqvist', '2026-11-12')
    const moves = [{ id: nora.stepId, dueOn: '2026-11-24' }]
    await clear({ moves })
    await clear({ moves })
    await store.call('app.undo', {})
    expect(await today()).toMatchObject({ overdue: 1 })
  })

  test('a past day and a step closed meanwhile are refused, and nothing changes', async () => {
    const nora = await addDue('Nora Lindqvist', '2026-11-12')
    const tom = await addDue('Tom Abara', '2026-11-13')
    await expect(
      clear({ moves: [{ id: nora.stepId, dueOn: '2026-11-22' }], done: [tom.stepId] }),
    ).rejects.toMatchObject({ code: 'step-day-past' })
    await store.call('touches.closeNextStep', { id: tom.stepId, how: 'done' })
    await expect(
      clear({ moves: [{ id: nora.stepId, dueOn: '2026-11-24' }], dropped: [tom.stepId] }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await today()).toMatchObject({ overdue: 1 })
  })
})
