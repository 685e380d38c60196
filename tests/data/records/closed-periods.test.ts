// Closed periods on a real file: added, listed, refused in words, removed, undone.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { say, sayError } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let shop: TestStore
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
})
afterEach(() => shop.close())

const add = (from: string, to: string, what = '') =>
  shop.call('settings.addClosedPeriod', { uid: uid(), from, to, what })
const list = async () =>
  (await shop.call('settings.closedPeriods', {})).map(({ from, to, what }) => `${from} ${to} ${what}`.trim())

test('those to come stand first, in their order; those that are over follow, the latest first', async () => {
  await add('2026-12-24', '2027-01-02', ' Christmas ')
  await add('2026-07-01', '2026-07-14')
  await add('2026-08-03', '2026-08-03')
  await add('2026-11-20', '2026-11-23', 'Stock-taking')
  expect(await list()).toEqual([
    '2026-11-20 2026-11-23 Stock-taking',
    '2026-12-24 2027-01-02 Christmas',
    '2026-08-03 2026-08-03',
    '2026-07-01 2026-07-14',
  ])
})

test('an end before the start is refused in words, and nothing is kept', async () => {
  const refused = await add('2026-12-24', '2026-12-23').catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'closed-ends-early' })
  expect(sayError(refused as Parameters<typeof sayError>[0])).toContain('comes before the first')
  await expect(add('2026-02-30', '2026-03-01')).rejects.toMatchObject({ code: 'bad-input' })
  expect(await list()).toEqual([])
})

test('asked for twice under one uid, it is one', async () => {
  const period = { uid: crypto.randomUUID(), from: '2026-12-24', to: '2026-12-26', what: '' }
  const first = await shop.call('settings.addClosedPeriod', period)
  expect(await shop.call('settings.addClosedPeriod', period)).toEqual(first)
  expect(await list()).toHaveLength(1)
})

test('adding and removing can be undone, and say what they did', async () => {
  const { id } = await add('2026-12-24', '2026-12-26', 'Christmas')
  const { undo } = await shop.call('app.history', {})
  expect(say(undo!)).toBe('Closed: 24 – 26 December 2026')
  await shop.call('settings.removeClosedPeriod', { id })
  expect(await list()).toEqual([])
  await expect(shop.call('settings.removeClosedPeriod', { id })).rejects.toMatchObject({ code: 'not-found' })
  await shop.call('app.undo', {})
  expect(await list()).toEqual(['2026-12-24 2026-12-26 Christmas'])
  await shop.call('app.undo', {})
  expect(await list()).toEqual([])
})
