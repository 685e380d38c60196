// The large data sets are what the benchmarks stand on: they must be alike each time, and whole.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openStore } from '../../../src/data/engine/open-database.ts'
import { findDamagedRows, hashContent } from '../../../src/data/engine/row-hashes.ts'
import type { Store } from '../../../src/data/engine/store.ts'
import { countWrongSummaries } from '../../../src/data/engine/summaries.ts'
import { ownerTables } from '../../../src/data/engine/tables.ts'
import { focusSize, seedDataFile, seedToday, touchesEach } from '../../support/seed.ts'

const people = 200
const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp()
})

async function seed(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-seed-'))
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  await seedDataFile({ folder, people })
  const store = await openStore(folder, `${seedToday}T09:00:00.000Z`)
  cleanUps.push(() => store.close())
  return store
}

const count = (store: Store, sql: string) => store.readerSqlite.prepare(sql).pluck().get()

test('the same size gives the same content', async () => {
  const [one, other] = [await seed(), await seed()]
  expect(hashContent(one.readerSqlite)).toBe(hashContent(other.readerSqlite))
})

test('every person has their touches, and what is derived fits the rows', async () => {
  const store = await seed()
  const uneven = `SELECT count(*) FROM (SELECT 1 FROM touches GROUP BY person_id HAVING count(*) <> ${touchesEach})`
  expect(count(store, 'SELECT count(DISTINCT person_id) FROM touches')).toBe(people)
  expect(count(store, uneven)).toBe(0)
  expect(count(store, `SELECT max(happened_on) < '${seedToday}' FROM touches`)).toBe(1)
  expect(count(store, 'SELECT count(*) FROM focus_memberships WHERE left_on IS NULL')).toBe(focusSize)
  expect(countWrongSummaries(store.readerSqlite)).toBe(0)
  for (const table of ownerTables) expect(findDamagedRows(store.readerSqlite, table)).toEqual([])
  expect(count(store, 'SELECT count(*) FROM people_search')).toBe(people)
  const notes = count(store, "SELECT count(*) FROM touches WHERE note <> ''")
  expect(count(store, 'SELECT count(*) FROM touch_search')).toBe(notes)
  expect(store.readerSqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})
