// How calls run: commands one after the other, tasks beside them, and quitting waits for both.
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let shop: TestStore
let folder: string
beforeEach(async () => {
  shop = await makeStore()
  folder = mkdtempSync(join(tmpdir(), 'regulars-calls-'))
})
afterEach(() => {
  shop.close()
  rmSync(folder, { recursive: true, force: true })
})

const uid = () => crypto.randomUUID()
const addMany = (count: number) =>
  shop.call('firstHour.addMany', {
    rows: Array.from({ length: count }, (_, index) => ({
      uid: uid(),
      name: `P${index} Quill`,
      reach: '',
      note: '',
    })),
  })

test('quitting waits for a backup that is under way', async () => {
  let made = false
  const backup = shop.call('backup.run', { folder: 'there' }, { paths: { there: folder } }).then(() => {
    made = true
  })
  await shop.finish()
  expect(made).toBe(true)
  expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(false)
  await backup
})

test('quitting waits for the commands that were asked for', async () => {
  const saved = [addMany(300), shop.call('settings.change', { shopName: 'Last' })]
  await shop.finish()
  const read = (sql: string) => shop.store.readerSqlite.prepare(sql).pluck().get()
  expect(read('SELECT count(*) FROM people')).toBe(300)
  expect(read("SELECT value FROM settings WHERE key = 'shopName'")).toBe('"Last"')
  await Promise.all(saved)
})

test('a command waits for the one before, and one that is refused holds nobody up', async () => {
  const order: string[] = []
  const note = (name: string) => () => order.push(name)
  const calls = [
    addMany(300).then(note('many')),
    shop.call('people.add', { uid: uid(), name: '' }).catch(note('refused')),
    shop.call('settings.change', { shopName: 'Last' }).then(note('last')),
  ]
  await Promise.all(calls)
  expect(order).toEqual(['many', 'refused', 'last'])
  expect(shop.store.readerSqlite.prepare('SELECT count(*) FROM people').pluck().get()).toBe(300)
})

test('damage that a question meets is said in the owner’s words', async () => {
  const { sqlite, file } = shop.store
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const page = sqlite
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'message_texts'")
    .pluck()
    .get() as number
  const size = sqlite.pragma('page_size', { simple: true }) as number
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(size, 0xff), 0, size, (page - 1) * size)
  closeSync(handle)
  await expect(shop.call('texts.list', {})).rejects.toMatchObject({
    code: 'data-file-damaged',
    facts: { file },
  })
})
