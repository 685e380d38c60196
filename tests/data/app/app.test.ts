// What the window asks first, and the words typed but not saved, which outlive the program.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let shop: TestStore

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
})
afterEach(() => shop.close())

test('the start tells the day, the file and how many people it holds', async () => {
  const add = (name: string) => shop.call('people.add', { uid: crypto.randomUUID(), name })
  await add('Nora Lindqvist')
  const { id } = await add('Tom Abara')
  await shop.call('people.moveToBin', { id })
  expect(await shop.call('app.start', {})).toMatchObject({
    today: '2026-11-23',
    people: 1,
    dataFile: shop.store.file,
    demo: false,
  })
})

test('a draft is kept, replaced and forgotten, and undo passes it over', async () => {
  await shop.call('settings.change', { shopName: 'Petersen Frames' })
  await shop.call('app.saveDraft', { key: 'log-7', value: 'likes the wal' })
  await shop.call('app.saveDraft', { key: 'log-7', value: 'likes the walnut' })
  expect(await shop.call('app.draft', { key: 'log-7' })).toEqual({ value: 'likes the walnut' })
  expect(await shop.call('app.draft', { key: 'log-8' })).toBeNull()
  expect((await shop.call('app.history', {})).undo).toEqual({ key: 'settings.done.shopName' })
  await shop.call('app.undo', {})
  expect(await shop.call('app.draft', { key: 'log-7' })).toEqual({ value: 'likes the walnut' })
  await shop.call('app.saveDraft', { key: 'log-7', value: null })
  expect(await shop.call('app.draft', { key: 'log-7' })).toBeNull()
})

test('a setting out of its range is refused and changes nothing', async () => {
  await expect(shop.call('settings.change', { focusCap: 0 })).rejects.toMatchObject({ code: 'bad-input' })
  await expect(shop.call('settings.change', { openDays: [] })).rejects.toMatchObject({ code: 'bad-input' })
  expect(await shop.call('settings.get', {})).toMatchObject({ focusCap: null, openDays: [1, 2, 3, 4, 5] })
})
