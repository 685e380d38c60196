// What the disk has changed stays marked, whatever a command does with it, until the owner says what is right.
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDamagedRows } from '../../../src/data/engine/row-hashes.ts'
import { type OwnerTable, ownerTables } from '../../../src/data/engine/tables.ts'
import { refuseDamagedRows } from '../../../src/data/records/refuse-damaged.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore
let ann: number

const uid = () => crypto.randomUUID()

beforeEach(async () => {
  test = await makeStore()
  ann = (await test.call('people.add', { uid: uid(), name: 'Ann', phone: '555 0100' })).id
  await test.call('people.edit', { id: ann, changes: { note: 'Needs oak' } })
  await test.call('touches.log', { uid: uid(), personId: ann, touch: { how: 'met', note: 'Needs frames' } })
})
afterEach(() => test.close())

function damage(sql: string): void {
  const raw = new Database(test.store.file)
  raw.exec(sql)
  raw.close()
}

const findAll = () =>
  ownerTables.flatMap((table: OwnerTable) =>
    findDamagedRows(test.store.readerSqlite, table).map((id) => `${table} ${id}`),
  )
const read = (sql: string) => test.store.readerSqlite.prepare(sql).pluck().get()

describe('a damaged row', () => {
  beforeEach(() => damage(`UPDATE people SET note = 'Nedds oak' WHERE id = ${ann}`))

  it('stays damaged when it is edited, undone and redone', async () => {
    await test.call('people.edit', { id: ann, changes: { role: 'Aunt' } })
    expect(findAll()).toEqual([`people ${ann}`])
    await test.call('app.undo', {})
    expect(findAll()).toEqual([`people ${ann}`])
    expect(read(`SELECT note FROM people WHERE id = ${ann}`)).toBe('Nedds oak')
    await test.call('app.redo', {})
    expect(findAll()).toEqual([`people ${ann}`])
  })

  it('is no reason to keep anybody from logging a touch', async () => {
    await test.call('touches.log', { uid: uid(), personId: ann, touch: { how: 'talked' } })
    expect(findAll()).toEqual([`people ${ann}`])
  })

  it('stays damaged through the bin and back', async () => {
    await test.call('people.moveToBin', { id: ann })
    await test.call('people.bringBack', { id: ann, noRoom: '' })
    expect(findAll()).toEqual([`people ${ann}`])
  })

  it('is refused where the record is read, and in the story, until the owner says that it is right', async () => {
    await expect(test.call('people.get', { id: ann })).rejects.toMatchObject({ code: 'rows-damaged' })
    await expect(test.call('touches.timeline', { personId: ann })).rejects.toMatchObject({
      code: 'rows-damaged',
    })
    await test.call('backup.confirmRow', { table: 'people', id: ann })
    expect(findAll()).toEqual([])
    expect((await test.call('people.get', { id: ann })).note).toBe('Nedds oak')
    await expect(test.call('backup.confirmRow', { table: 'people', id: ann })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

it('a damaged touch that is deleted comes back damaged', async () => {
  const touch = read('SELECT id FROM touches') as number
  damage(`UPDATE touches SET note = 'Nedds frames' WHERE id = ${touch}`)
  await test.call('touches.remove', { id: touch })
  expect(findAll()).toEqual([])
  await test.call('app.undo', {})
  expect(findAll()).toEqual([`touches ${touch}`])
  await expect(test.call('touches.timeline', { personId: ann })).rejects.toMatchObject({
    code: 'rows-damaged',
  })
})

it('a row that an index names and that is not there is no row to be passed over', () => {
  const touch = read('SELECT id FROM touches') as number
  const refuse = (...ids: number[]) => refuseDamagedRows(test.store.readerSqlite, 'touches', ids)
  expect(() => refuse(touch, touch)).not.toThrow()
  expect(() => refuse(touch, touch + 1)).toThrow(expect.objectContaining({ code: 'rows-damaged' }))
})

it('a row changed twice by one command is judged by what it was before the first', async () => {
  damage(`UPDATE contact_points SET value = '555 0101' WHERE person_id = ${ann}`)
  const point = read(`SELECT id FROM contact_points WHERE person_id = ${ann}`) as number
  const bea = (await test.call('people.add', { uid: uid(), name: 'Bea' })).id
  await test.call('duplicates.merge', { keptId: bea, goneId: ann, choices: {} })
  expect(findAll()).toContain(`contact_points ${point}`)
})

describe('with a backup', () => {
  it('the owner sees both, takes the backup’s, and Undo brings back the damaged one as damaged', async () => {
    await test.call(
      'backup.run',
      { folder: 'f' },
      { paths: { f: `${test.folder}/../backup-${ann}-${Date.now()}` } },
    )
    damage(`UPDATE people SET note = 'Nedds oak' WHERE id = ${ann}`)
    const { rows, count } = await test.call('backup.doubtfulRows', {})
    expect(count).toBe(1)
    expect(rows[0]).toMatchObject({
      table: 'people',
      id: ann,
      who: { personId: ann, name: 'Ann' },
      isGone: false,
      fields: [{ column: 'note', now: 'Nedds oak', before: 'Needs oak' }],
    })
    await test.call('backup.takeRow', { table: 'people', id: ann, backupId: rows[0]!.backup!.id })
    expect(findAll()).toEqual([])
    expect((await test.call('people.get', { id: ann })).note).toBe('Needs oak')
    await test.call('app.undo', {})
    expect(findAll()).toEqual([`people ${ann}`])
  })

  it('a row that is gone comes back from it', async () => {
    await test.call(
      'backup.run',
      { folder: 'f' },
      { paths: { f: `${test.folder}/../backup-gone-${Date.now()}` } },
    )
    const touch = read('SELECT id FROM touches') as number
    damage(`DELETE FROM touches WHERE id = ${touch}`)
    const { rows } = await test.call('backup.doubtfulRows', {})
    expect(rows).toMatchObject([{ table: 'touches', id: touch, isGone: true }])
    await test.call('backup.takeRow', { table: 'touches', id: touch, backupId: rows[0]!.backup!.id })
    expect(findAll()).toEqual([])
    expect(read(`SELECT note FROM touches WHERE id = ${touch}`)).toBe('Needs frames')
  })
})
