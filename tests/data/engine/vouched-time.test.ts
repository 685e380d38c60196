// A clock set wrong, once or often, for a day or for months, empties neither the bin nor the log of undo.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { followWork } from '../../../src/data/engine/vouched-time.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

const today = '2026-11-23'
let store: TestStore
let folder: string
let nora: number

beforeEach(async () => {
  store = await makeStore({ today })
  folder = mkdtempSync(join(tmpdir(), 'regulars-backup-'))
  nora = (await add('Nora')).id
  await store.call('people.moveToBin', { id: nora })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const add = (name: string) => store.call('people.add', { uid: crypto.randomUUID(), name })
const backUp = () => store.call('backup.run', { folder: 'there' }, { paths: { there: folder } })
const countBin = async () => (await store.call('people.bin', {})).length

async function workOn(days: readonly string[]): Promise<void> {
  for (const day of days) {
    await store.reopen(day)
    await add(`Somebody of ${day}`)
  }
}
const daysFrom = (day: string, count: number, apart = 1) =>
  Array.from({ length: count }, (_, index) => addDays(day, index * apart))

async function expectNothingGone(): Promise<void> {
  expect(await countBin()).toBe(1)
  const images = store.store.sqlite.prepare("SELECT count(*) FROM row_images WHERE image LIKE '%Nora%'")
  expect(images.pluck().get()).toBe(1)
}

describe('nothing is deleted', () => {
  test.each([
    ['years ahead, for weeks of work', daysFrom('2031-03-01', 40)],
    ['a month ahead', daysFrom('2026-12-28', 5)],
    ['back, and far ahead', [...daysFrom('2019-01-01', 3), ...daysFrom('2031-01-01', 3)]],
    [
      'ahead, right again, and ahead once more',
      ['2028-01-01', '2028-01-02', '2026-11-24', '2028-01-03', '2028-01-05'],
    ],
    ['ahead by steps of months', daysFrom('2027-02-01', 6, 60)],
  ])('with a clock that is %s', async (_, days) => {
    await workOn(days)
    await store.reopen(addDays(days.at(-1)!, 1))
    await expectNothingGone()
  })

  test('by opening alone, on whatever day', async () => {
    for (const day of ['2029-03-25', '2029-03-26', '2018-10-28', '2033-01-01']) await store.reopen(day)
    await expectNothingGone()
  })

  test('by a backup from an earlier leap', async () => {
    await store.reopen('2031-01-01')
    await backUp()
    await workOn(['2026-11-24', '2026-11-25'])
    const tom = (await add('Tom')).id
    await store.call('people.moveToBin', { id: tom })
    await workOn(['2031-02-01', '2031-02-02', '2031-02-03'])
    await store.reopen('2031-02-04')
    expect(await countBin()).toBe(2)
  })
})

describe('what is due is deleted', () => {
  test('in a year of work, a holiday of three weeks in it', async () => {
    await workOn([...daysFrom('2026-11-25', 3, 7), ...daysFrom('2026-12-30', 4, 3)])
    await store.reopen('2027-01-09')
    expect(await countBin()).toBe(0)
  })

  test('once a backup is verified after the leap', async () => {
    await workOn(['2031-01-01', '2031-01-02'])
    await store.reopen('2031-01-03')
    expect(await countBin()).toBe(1)
    await backUp()
    await store.reopen('2031-01-03')
    expect(await countBin()).toBe(0)
  })

  test('years later, when the work that vouched has long been forgotten', async () => {
    await backUp()
    await workOn(daysFrom('2026-11-25', 60, 10))
    expect(await countBin()).toBe(0)
    const tom = (await add('Tom')).id
    await store.call('people.moveToBin', { id: tom })
    await workOn(daysFrom(addDays('2026-11-25', 600), 5, 10))
    expect(await countBin()).toBe(0)
  })
})

test('the edge of a leap is three weeks', () => {
  const work = (...days: string[]) =>
    days.map((day, index) => ({ id: index + 1, run_at: `${day}T09:00:00.000Z` }))
  expect(followWork(work('2026-01-01', '2026-01-22', '2026-01-23'), null)?.command).toBe(2)
  expect(followWork(work('2026-01-01', '2026-01-23', '2026-01-24'), null)).toBeNull()
  expect(followWork([], null)).toBeNull()
})
