// What SQLite refuses is said in the owner's words, and never as saved or as not saved when nobody can know.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFileName, openStore } from '../../../src/data/engine/open-database.ts'
import { isDiskFault, translateSqliteError } from '../../../src/data/engine/sqlite-errors.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore()
})
afterEach(() => store.close())

const add = () => store.call('people.add', { uid: crypto.randomUUID(), name: 'Nora' })

test('a file that may only be read', async () => {
  store.store.sqlite.pragma('query_only = ON')
  await expect(add()).rejects.toMatchObject({ code: 'data-folder-unusable', facts: { folder: store.folder } })
  store.store.sqlite.pragma('query_only = OFF')
})

test('a file that something else is writing', async () => {
  const other = new Database(store.store.file)
  other.exec('BEGIN IMMEDIATE')
  store.store.sqlite.pragma('busy_timeout = 0')
  await expect(add()).rejects.toMatchObject({ code: 'data-file-busy' })
  other.exec('ROLLBACK')
  other.close()
  await add()
})

test('a file that cannot be opened is not called damaged', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-errors-'))
  mkdirSync(join(folder, dataFileName))
  await expect(openStore(folder, '2026-11-23T09:00:00.000Z')).rejects.toMatchObject({
    code: 'file-unreadable',
    facts: { file: join(folder, dataFileName) },
  })
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CORRUPT_INDEX', 'data-file-damaged'],
  ['SQLITE_NOTADB', 'data-file-damaged'],
  ['SQLITE_IOERR_READ', 'file-unreadable'],
  ['SQLITE_IOERR_WRITE', 'file-unreadable'],
  ['SQLITE_IOERR_FSYNC', 'file-unreadable'],
  ['SQLITE_CANTOPEN', 'file-unreadable'],
  ['SQLITE_PERM', 'file-unreadable'],
  ['SQLITE_BUSY_SNAPSHOT', 'data-file-busy'],
  ['SQLITE_READONLY_DIRECTORY', 'data-folder-unusable'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_UNIQUE'],
])('%s is %s', (code, translated) => {
  const error = new Database.SqliteError('as SQLite says', code)
  expect(translateSqliteError(error, '/shop/regulars.db')).toMatchObject({ code: translated })
  expect(isDiskFault(error)).toBe(code.startsWith('SQLITE_IOERR'))
})
