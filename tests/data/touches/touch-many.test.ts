// One entry for many people, and what was logged moved to the person it happened with.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shareOut } from '../../../src/data/touches/touch-many.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'
import { touchesIn } from '../../support/touches-in.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
let people: number[]

const uid = () => crypto.randomUUID()
const touchesOf = async (personId: number) => touchesIn(await store.call('touches.timeline', { personId }))
const countTouches = () => store.store.sqlite.prepare('SELECT count(*) FROM touches').pluck().get()

beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
  people = []
  for (const name of ['Nora', 'Sam', 'Tom']) {
    people.push((await store.call('people.add', { uid: uid(), name })).id)
  }
})
afterEach(() => store.close())

describe('one entry for many', () => {
  test('is one touch each, outside the ring, with minutes and cost shared out, and one undo', async () => {
    await store.call('touches.logToMany', {
      uid: uid(),
      personIds: people,
      touch: { how: 'letter', note: 'winter card', minutes: 20, cost: 700, gave: true },
    })
    const touches = (await Promise.all(people.map(touchesOf))).flat()
    expect(touches.map((touch) => [touch.toMany, touch.recipients, touch.minutes, touch.cost])).toEqual([
      [true, 3, 7, 234],
      [true, 3, 7, 233],
      [true, 3, 6, 233],
    ])
    const nora = await store.call('people.get', { id: people[0]! })
    expect(nora).toMatchObject({ touches: 0, mailings: 1, lastTouchOn: '2026-11-23', gives: 1 })
    await store.call('app.undo', {})
    expect(countTouches()).toBe(0)
  })

  test('asked again under its uid, and with a name twice, writes nobody twice', async () => {
    const input = { uid: uid(), personIds: [...people, people[0]!], touch: { how: 'event' as const } }
    await store.call('touches.logToMany', input)
    await store.call('touches.logToMany', input)
    expect(countTouches()).toBe(3)
  })

  test('refuses all when one asked not to be contacted, and an outcome that is not everybody’s', async () => {
    const touch = { how: 'message' as const }
    await expect(
      store.call('touches.logToMany', {
        uid: uid(),
        personIds: people,
        touch: { ...touch, outcome: 'bought' },
      }),
    ).rejects.toMatchObject({ code: 'outcome-to-many' })
    await store.call('people.setNeverContact', { id: people[1]!, never: true })
    await expect(
      store.call('touches.logToMany', { uid: uid(), personIds: people, touch }),
    ).rejects.toMatchObject({
      code: 'do-not-contact',
      facts: { name: 'Sam' },
    })
    expect(countTouches()).toBe(0)
  })

  test('is corrected and removed for one or for all', async () => {
    await store.call('touches.logToMany', {
      uid: uid(),
      personIds: people,
      touch: { how: 'letter', note: 'winter card', minutes: 9 },
    })
    const [touch] = await touchesOf(people[0]!)
    const corrected = { how: 'message' as const, note: 'winter mail', happenedOn: '2026-11-20' }
    await store.call('touches.correct', { id: touch!.id, touch: corrected, forAll: true })
    for (const person of people) {
      expect((await touchesOf(person))[0]).toMatchObject({
        note: 'winter mail',
        happenedOn: '2026-11-20',
        minutes: 3,
      })
    }
    await store.call('touches.remove', { id: touch!.id })
    expect(countTouches()).toBe(2)
    await store.call('app.undo', {})
    await store.call('touches.remove', { id: touch!.id, forAll: true })
    expect(countTouches()).toBe(0)
  })

  test.each([
    [20, 3, [7, 7, 6]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
    [-5, 2, [-3, -2]],
    [null, 2, [null, null]],
  ])('%s shared out among %i', (whole, among, parts) => {
    expect(shareOut(whole, among)).toEqual(parts)
  })
})

describe('moved to another person', () => {
  const [step, named] = [{ what: 'bring samples', dueOn: '2026-11-27' }, { name: 'Ann Lee' }]

  test('a touch goes with its next step and the name given in it, and comes back with undo', async () => {
    const [nora, , tom] = people as [number, number, number]
    const { id } = await store.call('touches.log', {
      uid: uid(),
      personId: nora,
      touch: { how: 'met', note: 'at the fair', outcome: 'named a friend' },
      nextStep: step,
      named,
    })
    await store.call('touches.move', { id, personId: tom })
    expect(await touchesOf(nora)).toEqual([])
    expect(await touchesOf(tom)).toMatchObject([{ id, note: 'at the fair' }])
    const moved = await store.call('people.get', { id: tom })
    expect(moved.nextSteps).toMatchObject([{ what: 'bring samples' }])
    expect(moved.referrals.named).toHaveLength(1)
    await store.call('app.undo', {})
    expect(await touchesOf(nora)).toHaveLength(1)
    expect((await store.call('people.get', { id: tom })).nextSteps).toEqual([])
  })

  test('not to the friend who was named in it', async () => {
    const [nora, sam] = people as [number, number, number]
    const { id } = await store.call('touches.log', {
      uid: uid(),
      personId: nora,
      touch: { how: 'talked', outcome: 'named a friend' },
      named: { personId: sam },
    })
    await expect(store.call('touches.move', { id, personId: sam })).rejects.toMatchObject({
      code: 'named-themselves',
    })
  })

  test('a row of a sheet is open again when its only touch goes', async () => {
    const [nora, sam] = people as [number, number, number]
    await store.call('focusList.add', { uid: uid(), personId: nora })
    await proposeSheet(store, { uid: uid(), week: '2026-W48' })
    const { id } = await store.call('touches.log', { uid: uid(), personId: nora, touch: { how: 'talked' } })
    writeOutside(store, "UPDATE call_sheet_rows SET state = 'done', entered_on = '2026-11-23'")
    writeOutside(store, 'UPDATE touches SET sheet_row_id = (SELECT id FROM call_sheet_rows) WHERE id = ?', id)
    await store.call('touches.move', { id, personId: sam })
    expect(store.store.sqlite.prepare('SELECT state, entered_on FROM call_sheet_rows').get()).toEqual({
      state: 'open',
      entered_on: null,
    })
  })
})
