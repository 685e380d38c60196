// The one list of the owner's tables says of each what the file itself says.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownerTables, references } from '../../../src/data/engine/tables.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let store: TestStore

beforeAll(async () => {
  store = await makeStore()
})
afterAll(() => store.close())

const write = ({ table, column, at }: { table: string; column: string; at: string }) =>
  `${table}.${column} > ${at}`

test.each(ownerTables)('%s has the keys of the file, no more and no less', (table) => {
  const keys = store.store.sqlite.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[]
  const declared = references.filter((reference) => reference.isKey && reference.table === table)
  expect(declared.map(write).sort()).toEqual(
    keys.map(({ table: at, from }) => write({ table, column: from, at })).sort(),
  )
})

test('each table stands after those its keys name', () => {
  for (const { table, at } of references) {
    expect(ownerTables.indexOf(at), `${table} > ${at}`).toBeLessThanOrEqual(ownerTables.indexOf(table))
  }
})

test('what an import remembers of a person is no key: it outlives them', () => {
  expect(references.filter(({ isKey }) => !isKey).map(write)).toEqual(['import_rows.person_id > people'])
  const columns = store.store.sqlite.pragma('table_info(import_rows)') as { name: string }[]
  expect(columns.map(({ name }) => name)).toContain('person_id')
})
