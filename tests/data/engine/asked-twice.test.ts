// A save whose outcome was not known is asked for again, under another command but the same uid: it is there once.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DataCallName } from '../../../src/data/engine/contexts.ts'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let shop: TestStore
let nora: number
let tom: number
let market: number
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  shop = await makeStore()
  nora = (await shop.call('people.add', { uid: uid(), name: 'Nora Lindqvist' })).id
  tom = (await shop.call('people.add', { uid: uid(), name: 'Tom Abara' })).id
  market = (await shop.call('places.add', { uid: uid(), name: 'Market' })).id
  const touch = { how: 'talked', outcome: 'named a friend' } as const
  const named = { personId: null, name: 'Sam Duarte', phone: '', agreed: null }
  await shop.call('touches.log', { uid: uid(), personId: tom, touch, named })
})
afterEach(() => shop.close())

const step = { what: 'Ring', dueOn: '2026-12-01', promised: true }
const made: [DataCallName, () => object][] = [
  ['people.add', () => ({ name: 'Ines Moreau', phone: '555 0100' })],
  ['touches.log', () => ({ personId: nora, touch: { how: 'talked', note: 'oak' }, nextStep: step })],
  ['touches.addNextStep', () => ({ personId: nora, step })],
  ['touches.logToMany', () => ({ personIds: [nora, tom], touch: { how: 'letter', minutes: 5 } })],
  ['referrals.thank', () => ({ referrerId: tom, how: 'message', note: 'Thank you' })],
  ['focusList.add', () => ({ personId: nora, whyNow: 'moves in May' })],
  ['places.add', () => ({ name: 'Fair', personIds: [nora] })],
  [
    'places.logVisit',
    () => ({ placeId: market, visit: { brought: 'mats', met: [{ personId: nora, talked: true }] } }),
  ],
  ['settings.addClosedPeriod', () => ({ from: '2026-12-24', to: '2026-12-24', what: 'feast' })],
  [
    'texts.add',
    () => ({
      texts: [
        {
          uid: 'b6f7c7f0-0000-4000-8000-000000000001',
          name: 'Hello',
          channel: 'email',
          subject: '',
          body: 'Hi',
        },
      ],
    }),
  ],
]

test.each(made)('%s', async (name, rest) => {
  const input = { uid: uid(), ...rest() } as never
  const before = hashContent(shop.store.sqlite)
  const first = await shop.call(name, input, { commandId: uid() })
  const after = hashContent(shop.store.sqlite)
  expect(after).not.toBe(before)
  const second = await shop.call(name, input, { commandId: uid() })
  expect(hashContent(shop.store.sqlite)).toBe(after)
  if (typeof first === 'object' && first !== null && 'id' in first)
    expect(second).toMatchObject({ id: (first as { id: number }).id })
  // One step back, and all of it is gone.
  await shop.call('app.undo', {})
  expect(hashContent(shop.store.sqlite)).toBe(before)
})

test('a number of somebody else is not changed under their name', async () => {
  const point = { kind: 'phone', value: '555 0100', label: '' } as const
  const { id } = await shop.call('people.saveContactPoint', { id: null, personId: nora, ...point })
  await expect(
    shop.call('people.saveContactPoint', { ...point, id, personId: tom, value: '555 0199' }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a day agreed anew is the promise now, the same day keeps where it was moved from', async () => {
  const { id } = await shop.call('touches.addNextStep', { uid: uid(), personId: nora, step })
  shop.clock.today = '2026-12-07'
  await shop.call('today.clearPile', { moves: [{ id, dueOn: '2026-12-08' }], done: [], dropped: [] })
  await shop.call('today.clearPile', { moves: [{ id, dueOn: '2026-12-09' }], done: [], dropped: [] })
  const movedFrom = () =>
    shop.store.sqlite.prepare('SELECT moved_from FROM next_steps WHERE id = ?').pluck().get(id)
  expect(movedFrom()).toBe('2026-12-01')
  await shop.call('touches.changeNextStep', { id, step: { ...step, dueOn: '2026-12-09' } })
  expect(movedFrom()).toBe('2026-12-01')
  await shop.call('touches.changeNextStep', { id, step: { ...step, dueOn: '2026-12-10' } })
  expect(movedFrom()).toBeNull()
})
