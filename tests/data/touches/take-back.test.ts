// Deleted, corrected or moved, a touch takes along all that came of it: the file is as if it had never happened, or happened otherwise.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let shop: TestStore
let nora: number
let tom: number
const uid = () => crypto.randomUUID()
const add = async (name: string, focus = true) => {
  const { id } = await shop.call('people.add', { uid: uid(), name })
  if (focus) await shop.call('focusList.add', { uid: uid(), personId: id, whyNow: 'bare walls' })
  return id
}
const hash = () => hashContent(shop.store.sqlite)
const read = (sql: string) => shop.store.readerSqlite.prepare(sql).all()

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
  nora = await add('Nora Lindqvist')
  tom = await add('Tom Abara')
  await shop.call('touches.addNextStep', { uid: uid(), personId: nora, step: { dueOn: '2026-11-23' } })
  await shop.call('touches.log', {
    uid: uid(),
    personId: nora,
    touch: { how: 'talked', outcome: 'quote', happenedOn: '2026-11-20' },
    job: { what: 'five frames', amount: 64_000 },
  })
})
afterEach(() => shop.close())

type Log = CallInput<'touches.log'>

async function log(more: Partial<Log> & { touch: Log['touch'] }): Promise<number> {
  const { nextSteps } = await shop.call('people.get', { id: nora })
  const keeps = nextSteps.filter((step) => step.dueOn <= '2026-11-23').map((step) => step.id)
  const { id } = await shop.call('touches.log', { uid: uid(), personId: nora, keeps, ...more })
  return id
}

/** Each as the window does it, the dialog after it too. */
const outcomes: [string, () => Promise<number>][] = [
  [
    'a quote that revises',
    () => log({ touch: { how: 'talked', outcome: 'quote' }, job: { what: '', amount: 70_000 } }),
  ],
  [
    'a sale, and leaving the list for it',
    async () => {
      const id = await log({ touch: { how: 'met', outcome: 'bought' }, job: { what: '', amount: 64_000 } })
      const [job] = await shop.call('jobs.leaving', { personId: nora })
      await shop.call('focusList.leave', {
        personId: nora,
        as: 'won',
        job: { id: job!.id, what: '', amount: null },
      })
      return id
    },
  ],
  [
    'parked',
    async () => {
      const id = await log({ touch: { how: 'talked', outcome: 'park' } })
      await shop.call('focusList.leave', {
        personId: nora,
        as: 'parked',
        reason: 'after summer',
        revisitOn: '2027-03-01',
      })
      return id
    },
  ],
  ['never contact', () => log({ touch: { how: 'talked', outcome: 'never contact', note: 'asked to stop' } })],
  [
    'a promise kept, and another agreed',
    () => log({ touch: { how: 'met' }, nextStep: { what: 'list', dueOn: '2026-12-01' } }),
  ],
  [
    'a try with its retry',
    () => log({ touch: { how: 'no answer' }, nextStep: { what: '', dueOn: '2026-11-25', promised: false } }),
  ],
]

describe('deleted', () => {
  test.each(outcomes)('%s: as if it had never been logged, and undo brings it back', async (_name, act) => {
    const before = hash()
    const id = await act()
    const after = hash()
    await shop.call('touches.remove', { id })
    expect(hash()).toBe(before)
    await shop.call('app.undo', {})
    expect(hash()).toBe(after)
  })

  test('a friend who was written down for it goes to the bin, and the name with it', async () => {
    const id = await log({
      touch: { how: 'met', outcome: 'named a friend' },
      named: { personId: null, name: 'Sam', phone: '', agreed: true },
    })
    await shop.call('touches.remove', { id })
    expect(
      read(
        "SELECT 1 FROM referrals UNION ALL SELECT 1 FROM people WHERE name = 'Sam' AND deleted_at IS NULL",
      ),
    ).toEqual([])
  })
})

test('corrected to no outcome, the sale and "do not contact" are gone; corrected to one, they come', async () => {
  const before = hash()
  const sale = await log({
    touch: { how: 'met', outcome: 'bought' },
    job: { what: '', amount: 64_000 },
    keeps: [],
  })
  await shop.call('touches.correct', { id: sale, touch: { how: 'met' } })
  expect(read('SELECT what, ordered_on, amount FROM jobs')).toEqual([
    { what: 'five frames', ordered_on: null, amount: null },
  ])
  await shop.call('touches.correct', {
    id: sale,
    touch: { how: 'met', outcome: 'never contact', note: 'stop' },
  })
  expect(await shop.call('people.get', { id: nora })).toMatchObject({ neverContactOn: '2026-11-23' })
  await shop.call('touches.correct', { id: sale, touch: { how: 'met' } })
  expect(await shop.call('people.get', { id: nora })).toMatchObject({ neverContactOn: null })
  await shop.call('touches.remove', { id: sale })
  expect(hash()).toBe(before)
})

test('another day moves the sale with it', async () => {
  const sale = await log({ touch: { how: 'met', outcome: 'bought' }, job: { what: '', amount: 64_000 } })
  await shop.call('touches.correct', {
    id: sale,
    touch: { how: 'met', outcome: 'bought', happenedOn: '2026-11-21' },
  })
  expect(read('SELECT ordered_on, amount FROM jobs')).toEqual([{ ordered_on: '2026-11-21', amount: 64_000 }])
})

test('moved, the sale is the other’s, and the quote of the first is open again', async () => {
  const sale = await log({ touch: { how: 'met', outcome: 'bought' }, job: { what: '', amount: 64_000 } })
  await shop.call('touches.move', { id: sale, personId: tom })
  expect(read('SELECT person_id, what, ordered_on, amount FROM jobs ORDER BY id')).toEqual([
    { person_id: nora, what: 'five frames', ordered_on: null, amount: null },
    { person_id: tom, what: 'five frames', ordered_on: '2026-11-23', amount: 64_000 },
  ])
  expect((await shop.call('people.get', { id: nora })).nextSteps).toHaveLength(1)
  const stop = await log({ touch: { how: 'met', outcome: 'never contact' } })
  await shop.call('touches.move', { id: stop, personId: tom })
  expect(await shop.call('people.get', { id: nora })).toMatchObject({ neverContactOn: null })
  expect(await shop.call('people.get', { id: tom })).toMatchObject({ neverContactOn: '2026-11-23' })
})
