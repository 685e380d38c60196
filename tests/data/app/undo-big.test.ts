// Undo of what is larger than anything is read or written at once, and how far back it reaches.
import { expect, it } from 'vitest'
import { findDamagedRows, hashContent } from '../../../src/data/engine/row-hashes.ts'
import { ownerTables } from '../../../src/data/engine/tables.ts'
import { importPaths, makeImportFolder } from '../../support/import-files.ts'
import { makeStore } from '../../support/make-store.ts'

it('take back and bring back more rows than are read at once, with hashes, summaries and search', async () => {
  const test = await makeStore()
  const folder = makeImportFolder()
  try {
    const before = hashContent(test.store.sqlite)
    const people = Array.from(
      { length: 3000 },
      (_, index) => `P${index} Quill,+1 212 55${String(10_000 + index)},p${index}@shop.example`,
    )
    await importPaths(test, [folder.write('book.csv', ['Name,Phone,Email', ...people].join('\n'))])
    expect(test.store.sqlite.prepare('SELECT count(*) FROM row_images').pluck().get()).toBeGreaterThan(9000)
    const after = hashContent(test.store.sqlite)
    const isWhole = async (count: number) => {
      expect(ownerTables.flatMap((table) => findDamagedRows(test.store.sqlite, table))).toEqual([])
      expect((await test.call('people.list', {})).total).toBe(count)
      // By mail: a name is found without the index.
      for (const mail of ['p0@shop', 'p1499@shop', 'p2999@shop'])
        expect((await test.call('people.list', { search: mail })).total, mail).toBe(Math.min(count, 1))
      expect(test.store.sqlite.prepare('SELECT count(*) FROM people_search').pluck().get()).toBe(count)
    }
    await isWhole(3000)
    await test.call('app.undo', {})
    expect(hashContent(test.store.sqlite)).toBe(before)
    await isWhole(0)
    await test.call('app.redo', {})
    expect(hashContent(test.store.sqlite)).toBe(after)
    await isWhole(3000)
  } finally {
    folder.remove()
    test.close()
  }
}, 120_000)

it('find each note of a mailing to more people than are indexed at once, and none once it is taken back', async () => {
  const test = await makeStore()
  const rows = Array.from({ length: 620 }, (_, index) => ({
    uid: crypto.randomUUID(),
    name: `M${index} Quill`,
    reach: '',
    note: '',
  }))
  await test.call('firstHour.addMany', { rows })
  const personIds = test.store.sqlite.prepare('SELECT id FROM people ORDER BY id').pluck().all() as number[]
  const touch = { how: 'letter', note: 'Lanterns in the yard' } as const
  await test.call('touches.logToMany', { uid: crypto.randomUUID(), personIds, touch })
  const indexed = () =>
    test.store.sqlite
      .prepare("SELECT count(*) FROM touch_search WHERE touch_search MATCH 'lanterns'")
      .pluck()
      .get()
  expect(indexed()).toBe(620)
  await test.call('app.undo', {})
  expect(indexed()).toBe(0)
  test.close()
})

it('reach back thirty days and no further', async () => {
  const test = await makeStore({ today: '2026-10-01' })
  await test.call('settings.change', { shopName: 'Old' })
  test.clock.today = '2026-10-15'
  await test.call('settings.change', { shopName: 'Newer' })
  test.workOn('2026-11-12', '2026-11-13')
  await test.reopen('2026-11-14')
  await test.call('app.undo', {})
  expect((await test.call('settings.get', {})).shopName).toBe('Old')
  await expect(test.call('app.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
  test.close()
})
