// The settings that make "saved" mean saved, each read back from the connections the program really uses.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationId } from '../../../src/data/engine/file-head.ts'
import { schemaVersion } from '../../../src/data/engine/migrate.ts'
import type { Sqlite } from '../../../src/data/engine/store.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore

beforeAll(async () => {
  test = await makeStore()
})
afterAll(() => test.close())

const read = (sqlite: Sqlite, name: string) => sqlite.pragma(name, { simple: true })

describe('the writing connection', () => {
  it.each([
    ['journal_mode', 'wal'],
    // 2 is FULL: a commit is on the disk before it is called saved.
    ['synchronous', 2],
    ['checkpoint_fullfsync', 1],
    ['locking_mode', 'normal'],
    ['wal_autocheckpoint', 1000],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['mmap_size', 0],
    ['secure_delete', 1],
    ['busy_timeout', 5000],
    // 2 is MEMORY: nothing readable in temporary files.
    ['temp_store', 2],
    ['auto_vacuum', 0],
    ['application_id', applicationId],
    ['user_version', schemaVersion],
    ['encoding', 'UTF-8'],
  ])('has %s = %s', (name, value) => {
    expect(read(test.store.sqlite, name)).toBe(value)
  })
})

describe('the reading connection', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['mmap_size', 0],
    ['busy_timeout', 5000],
    ['temp_store', 2],
  ])('has %s = %s', (name, value) => {
    expect(read(test.store.readerSqlite, name)).toBe(value)
  })

  it('cannot write', () => {
    expect(() => test.store.readerSqlite.exec('DELETE FROM people')).toThrow(/readonly/)
  })
})

describe('the file', () => {
  it('is written by an SQLite without the bug that two connections can corrupt a log', () => {
    const version = test.store.sqlite.prepare('SELECT sqlite_version()').pluck().get() as string
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
    expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003)
  })

  it('runs no function of ours from a view somebody put in', () => {
    const { sqlite } = test.store
    sqlite.function('spy', () => 1)
    sqlite.exec('CREATE TEMP VIEW fine AS SELECT spy() AS x')
    sqlite.exec('BEGIN; CREATE VIEW evil AS SELECT spy() AS x')
    expect(() => sqlite.prepare('SELECT * FROM evil').get()).toThrow(/unsafe use of spy/)
    sqlite.exec('ROLLBACK; DROP VIEW fine')
  })

  it('cannot be edited through its own schema (defensive mode)', () => {
    const { sqlite } = test.store
    sqlite.pragma('writable_schema = ON')
    expect(() => sqlite.exec("UPDATE sqlite_schema SET sql = ''")).toThrow(/may not be modified/)
  })

  it('deletes for good inside the search as well', () => {
    for (const index of ['people_search', 'touch_search']) {
      const value = test.store.sqlite
        .prepare(`SELECT v FROM ${index}_config WHERE k = 'secure-delete'`)
        .pluck()
      expect(value.get()).toBe(1)
    }
  })

  it('holds only STRICT tables of ours', () => {
    const tables = test.store.sqlite.pragma('table_list') as {
      schema: string
      name: string
      type: string
      strict: number
    }[]
    const loose = tables.filter(
      (table) =>
        table.schema === 'main' &&
        table.type === 'table' &&
        table.strict === 0 &&
        !table.name.startsWith('sqlite_'),
    )
    expect(loose).toEqual([])
  })

  it('carries no trigger: those of undo live in the connection alone', () => {
    const triggers = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
    expect(test.store.sqlite.prepare(triggers).pluck().get()).toBe(0)
  })
})
