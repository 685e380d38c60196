// Faults other programs make in silence, each tried on ours: what is no touch counts as none, and nothing moves unseen.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { addSheetRow, proposeSheet } from '../../support/propose-sheet.ts'

let store: TestStore
let nora: number
beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
  nora = (await store.call('people.add', { uid: uid(), name: 'Nora Lindqvist', phone: '415 555 0160' })).id
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()
const log = (how: 'met' | 'talked' | 'no answer', happenedOn?: string, personId = nora) =>
  store.call('touches.log', { uid: uid(), personId, touch: { how, ...(happenedOn ? { happenedOn } : {}) } })
const counts = async () => {
  const { touches, lastTouchOn } = await store.call('people.get', { id: nora })
  const listed = (await store.call('people.list', {})).rows.find((row) => row.id === nora)
  expect([listed?.touches, listed?.lastTouchOn]).toEqual([touches, lastTouchOn])
  return { touches, lastTouchOn }
}
const group = async () => (await store.call('focusList.get', {})).rows[0]?.group

// Another program stamps "last seen" when a task is merely added.
test.each<[string, () => Promise<unknown>]>([
  ['a next step', () => addStep('2026-11-24')],
  ['a place on the focus list', () => store.call('focusList.add', { uid: uid(), personId: nora })],
  ['an answer', () => store.call('knowCard.answer', { personId: nora, question: 'why', words: 'a wedding' })],
  [
    'a qualification',
    () => store.call('knowCard.qualify', { personId: nora, question: 'need', answer: 'yes' }),
  ],
  [
    'what they said about a channel',
    () => store.call('people.setConsent', { id: nora, channel: 'email', answer: 'yes' }),
  ],
  ['a note on their page', () => store.call('people.edit', { id: nora, changes: { note: 'likes walnut' } })],
  ['a row on a sheet', () => addSheetRow(store, { uid: uid(), week: '2026-W48', personId: nora })],
  [
    'a household',
    async () => {
      const other = await store.call('people.add', {
        uid: uid(),
        name: 'Per Lindqvist',
        phone: '415 555 0160',
      })
      return store.call('people.answerHousehold', {
        personIds: [nora, other.id],
        together: true,
        called: 'Lindqvist household',
      })
    },
  ],
  [
    'a merge with an empty record',
    async () => {
      const other = await store.call('people.add', { uid: uid(), name: 'Nora Lindqvist' })
      return store.call('duplicates.merge', { keptId: nora, goneId: other.id })
    },
  ],
  ['an attempt', () => log('no answer')],
])('%s is no touch', async (_what, act) => {
  await log('met', '2026-10-05')
  const before = await counts()
  await store.call('focusList.add', { uid: uid(), personId: nora }).catch(() => undefined)
  await proposeSheet(store, { uid: uid(), week: '2026-W48' }).catch(() => undefined)
  await act().catch((error: { code?: string }) => {
    // Somebody who is on the list or the sheet already is refused; that is no touch either.
    expect(['already-on-focus-list', 'not-found']).toContain(error.code)
  })
  expect(await counts()).toEqual(before)
})

const addStep = (dueOn: string) =>
  store.call('touches.addNextStep', { uid: uid(), personId: nora, step: { what: 'call', dueOn } })

// Another stamps "now" for a note of last month.
test('a back-dated touch keeps its day, counts once, and is not the last when it is older', async () => {
  await log('met', '2026-11-10')
  await log('talked', '2026-10-05')
  expect(await counts()).toEqual({ touches: 2, lastTouchOn: '2026-11-10' })
  const { entries } = await store.call('touches.timeline', { personId: nora })
  const days = entries.filter((entry) => entry.kind === 'touch').map((entry) => entry.on)
  expect(days).toEqual(['2026-11-10', '2026-10-05'])
})

test('removing the last touch gives the one before its place again', async () => {
  await log('met', '2026-10-05')
  const { id } = await log('talked')
  expect(await counts()).toEqual({ touches: 2, lastTouchOn: '2026-11-23' })
  await store.call('touches.remove', { id })
  expect(await counts()).toEqual({ touches: 1, lastTouchOn: '2026-10-05' })
})

// Another counts "rotten" from the day a record was made, whatever was said since; yet another despite a booked step.
test('silence is counted from touches, and a booked next step silences it', async () => {
  await log('met', '2026-11-20')
  await store.call('focusList.add', { uid: uid(), personId: nora })
  await store.reopen('2026-12-28')
  expect(await group()).toBe('turn')
  await addStep('2027-01-11')
  expect(await group()).toBe('rest')
  await store.call('app.undo', {})
  expect(await group()).toBe('turn')
  await log('met')
  expect(await group()).toBe('rest')
})

// Another moves a missed promise on by itself, so that nobody sees it was missed.
test('a missed promise stays on its day until the owner moves it', async () => {
  await addStep('2026-11-24')
  await store.reopen('2026-12-07')
  await proposeSheet(store, { uid: uid(), week: '2026-W50' })
  expect((await store.call('people.get', { id: nora })).nextSteps).toMatchObject([{ dueOn: '2026-11-24' }])
  expect((await store.call('touches.due', { until: '2026-12-07' })).map((step) => step.dueOn)).toEqual([
    '2026-11-24',
  ])
})
