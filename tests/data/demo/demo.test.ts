// The sample shop: the same for the same day, every situation in it, gone with one undo.

import { afterEach, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { countWrongSummaries } from '../../../src/data/engine/summaries.ts'
import { readFocusEvidence } from '../../../src/data/records/evidence.ts'
import { owedKinds } from '../../../src/shared/rules/focus-list/owed.ts'
import { findWhoNow, groups, listReasons } from '../../../src/shared/rules/focus-list/who-now.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'

const stores: TestStore[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.close()
})

async function openShop(today = '2026-11-23'): Promise<TestStore> {
  const store = await makeStore({ today })
  stores.push(store)
  await store.call('settings.change', { country: 'US' })
  return store
}

async function openSampleShop(today?: string): Promise<TestStore> {
  const store = await openShop(today)
  await store.call('app.fillDemo', {})
  return store
}

const read = (store: TestStore, sql: string) => store.store.readerSqlite.prepare(sql).pluck().all()
const count = (store: TestStore, sql: string) => read(store, sql)[0]

test('the same day gives the same shop, another day another one', async () => {
  const hashes = []
  for (const today of ['2026-11-23', '2026-11-23', '2026-11-24']) {
    hashes.push(hashContent((await openSampleShop(today)).store.readerSqlite))
  }
  expect(hashes[1]).toBe(hashes[0])
  expect(hashes[2]).not.toBe(hashes[0])
})

test.each(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2027-03-01'])(
  'on %s the focus list shows every group, everything that can be owed, and many reasons',
  async (today) => {
    const { store } = await openSampleShop(today)
    const people = (await readFocusEvidence(store.reader, today)).map(findWhoNow)
    expect(new Set(people.map((one) => one.group))).toEqual(new Set(groups))
    const owed = people.flatMap((one) => one.owed.map(({ kind }) => kind))
    expect(new Set(owed)).toEqual(new Set(owedKinds))
    const reasons = new Set(people.flatMap((one) => listReasons(one).map(({ key }) => key)))
    expect(reasons.size).toBeGreaterThanOrEqual(9)
  },
)

test('sixty people, two years of touches, jobs, thanks owed, and words that found the shop', async () => {
  const shop = await openSampleShop()
  expect(count(shop, 'SELECT count(*) FROM people')).toBeGreaterThanOrEqual(60)
  expect(count(shop, "SELECT count(*) FROM people WHERE name = ''")).toBe(1)
  expect(count(shop, 'SELECT count(*) FROM focus_memberships WHERE left_on IS NULL')).toBe(16)
  expect(count(shop, 'SELECT count(*) FROM touches')).toBeGreaterThan(250)
  expect(count(shop, "SELECT min(happened_on) < '2025-06-01' FROM touches")).toBe(1)
  expect(count(shop, "SELECT max(happened_on) <= '2026-11-23' FROM touches")).toBe(1)
  expect(read(shop, 'SELECT DISTINCT how FROM touches')).toHaveLength(7)
  expect(read(shop, 'SELECT DISTINCT outcome FROM touches WHERE outcome IS NOT NULL')).toHaveLength(6)
  expect(count(shop, 'SELECT count(*) FROM jobs WHERE paid_on IS NOT NULL')).toBeGreaterThan(40)
  expect(count(shop, 'SELECT count(*) FROM jobs WHERE ordered_on IS NULL AND lost_on IS NULL')).toBe(2)
  expect(count(shop, 'SELECT count(*) FROM jobs WHERE delivered_on IS NOT NULL AND paid_on IS NULL')).toBe(1)
  expect(count(shop, 'SELECT count(*) FROM referrals WHERE thanked_on IS NULL')).toBe(2)
  expect(count(shop, 'SELECT count(*) FROM referrals WHERE reported_on IS NULL')).toBe(3)
  expect(count(shop, "SELECT count(*) FROM people WHERE found_words <> ''")).toBeGreaterThan(12)
  expect(read(shop, 'SELECT DISTINCT closed_as FROM pursuits WHERE closed_as IS NOT NULL').sort()).toEqual([
    'dropped',
    'lost',
    'never',
    'parked',
    'won',
  ])
})

test.each(['2026-11-23', '2027-03-01'])(
  'on %s somebody is to be looked at again after twelve touches, and somebody parked after six tries; one comes back',
  async (today) => {
    const shop = await openSampleShop(today)
    const proposals = await shop.call('focusList.proposals', {})
    expect(proposals.slice(0, 2).map(({ kind, message }) => ({ kind, count: message.facts?.count }))).toEqual(
      [
        { kind: 'tries', count: 6 },
        { kind: 'touches', count: 12 },
      ],
    )
    expect((await shop.call('focusList.parked', { due: true })).count).toBe(1)
    expect((await shop.call('focusList.parked', {})).count).toBe(3)
    const left = (await shop.call('focusList.leavers', {})).map((leaver) => leaver.as)
    expect(new Set(left)).toEqual(new Set(['won', 'lost', 'parked', 'dropped', 'never']))
  },
)

test('nothing happens on a closed day, nobody can be rung, and no address leads anywhere', async () => {
  const shop = await openSampleShop()
  expect(
    count(
      shop,
      "SELECT count(*) FROM touches WHERE strftime('%u', happened_on) = '7' AND happened_on < '2026-11-23'",
    ),
  ).toBe(0)
  expect(
    count(
      shop,
      "SELECT count(*) FROM contact_points WHERE kind = 'phone' AND value NOT GLOB '555-01[0-9][0-9]'",
    ),
  ).toBe(0)
  expect(
    count(shop, "SELECT count(*) FROM contact_points WHERE kind = 'email' AND value NOT LIKE '%.example'"),
  ).toBe(0)
})

test('what is derived fits, and the file says that it is the sample shop', async () => {
  const shop = await openSampleShop()
  expect(countWrongSummaries(shop.store.readerSqlite)).toBe(0)
  expect(await shop.call('app.start', {})).toMatchObject({ demo: true, people: 65 })
  const found = await shop.call('people.list', { search: 'lind' })
  expect(found.rows.map((row) => row.name)).toContain('Nora Lindqvist')
})

test('the sheets of the weeks before were printed and typed back; the row left blank stands on the next', async () => {
  const shop = await openSampleShop()
  expect(count(shop, 'SELECT count(*) FROM call_sheets WHERE printed_at IS NOT NULL')).toBe(5)
  expect(count(shop, "SELECT count(*) FROM call_sheet_rows WHERE state = 'done'")).toBeGreaterThan(15)
  expect(count(shop, 'SELECT count(*) FROM touches WHERE sheet_row_id IS NOT NULL')).toBeGreaterThan(15)
  expect(
    count(
      shop,
      `SELECT count(*) FROM touches t JOIN call_sheet_rows r ON r.id = t.sheet_row_id
       WHERE t.person_id <> r.person_id`,
    ),
  ).toBe(0)
  const { rows } = await proposeSheet(shop, { uid: crypto.randomUUID(), week: '2026-W48' })
  expect(rows.filter((row) => row.reason.startsWith('Not done last week.'))).toHaveLength(1)
})

test('one undo empties the file again, mark and settings with it', async () => {
  const shop = await openShop()
  const before = hashContent(shop.store.readerSqlite)
  await shop.call('app.fillDemo', {})
  await shop.call('app.undo', {})
  expect(hashContent(shop.store.readerSqlite)).toBe(before)
  expect(await shop.call('app.start', {})).toMatchObject({ demo: false, people: 0 })
})

test('a file with anybody in it is left as it is', async () => {
  const shop = await openShop()
  await shop.call('people.add', { uid: crypto.randomUUID(), name: 'Ann' })
  const before = hashContent(shop.store.readerSqlite)
  await expect(shop.call('app.fillDemo', {})).rejects.toMatchObject({ code: 'file-not-empty' })
  expect(hashContent(shop.store.readerSqlite)).toBe(before)
})
