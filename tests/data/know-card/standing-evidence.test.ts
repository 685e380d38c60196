// What standing looks at, read from what happened: a sale and nothing else is one, and nobody hidden is named.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readStandingEvidence } from '../../../src/data/engine/standing.ts'
import { countWrongSummaries } from '../../../src/data/engine/summaries.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let shop: TestStore
beforeEach(async () => {
  shop = await makeStore()
})
afterEach(() => shop.close())

const uid = () => crypto.randomUUID()
const add = async (name: string) => (await shop.call('people.add', { uid: uid(), name })).id
const evidenceOf = (id: number) => readStandingEvidence(shop.store.sqlite, [id], '2026-11-23').get(id)!

test('a pursuit that was won is a sale, one that was lost, parked or dropped is none', async () => {
  const endings = [
    { as: 'lost', revisitOn: null },
    { as: 'parked', revisitOn: '2027-03-01' },
    { as: 'dropped', revisitOn: null },
  ] as const
  for (const ending of endings) {
    const id = await add(`Somebody ${ending.as}`)
    await shop.call('focusList.add', { uid: uid(), personId: id })
    await shop.call('focusList.leave', { personId: id, reason: 'so', lostTo: '', job: null, ...ending })
    expect(evidenceOf(id).bought, ending.as).toBe(false)
  }
  const won = await add('Somebody won')
  await shop.call('focusList.add', { uid: uid(), personId: won })
  const leaving = { personId: won, as: 'won', reason: 'oak', lostTo: '', revisitOn: null, job: null } as const
  await shop.call('focusList.leave', leaving)
  expect(evidenceOf(won).bought).toBe(true)
})

test('a friend who is private or in the bin by now was named, and is not called by name', async () => {
  const nora = await add('Nora Lindqvist')
  const friends = [await add('Sam Duarte'), await add('Mia Roth'), await add('Tom Abara')]
  for (const personId of friends) {
    const named = { personId, name: '', phone: '', agreed: null }
    await shop.call('touches.log', {
      uid: uid(),
      personId: nora,
      touch: { how: 'talked', outcome: 'named a friend' },
      named,
    })
  }
  await shop.call('people.edit', { id: friends[0]!, changes: { isPrivate: true } })
  await shop.call('people.moveToBin', { id: friends[1]! })
  expect(evidenceOf(nora).names.map(({ name }) => name)).toEqual(['', '', 'Tom Abara'])
})

test('a summary that says private where the person is not, or the other way round, is wrong', async () => {
  const id = await add('Nora Lindqvist')
  expect(countWrongSummaries(shop.store.sqlite)).toBe(0)
  shop.store.sqlite.prepare('UPDATE person_summaries SET is_private = 1 WHERE person_id = ?').run(id)
  expect(countWrongSummaries(shop.store.sqlite)).toBe(1)
})
