// The log beside the file is written back and emptied, without ever waiting for somebody who reads.
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyLog } from '../../../src/data/engine/open-database.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore

beforeEach(async () => {
  test = await makeStore()
  await test.call('people.add', { uid: crypto.randomUUID(), name: 'Ann' })
})
afterEach(() => test.close())

const sizeOfLog = () => statSync(`${test.store.file}-wal`).size

describe('emptying the log', () => {
  it('leaves it with nothing, and the file whole', () => {
    expect(sizeOfLog()).toBeGreaterThan(0)
    emptyLog(test.store.sqlite)
    expect(sizeOfLog()).toBe(0)
    const alone = new Database(test.store.file, { readonly: true })
    expect(alone.prepare('SELECT name FROM people').pluck().get()).toBe('Ann')
    alone.close()
  })

  it('gives way to a long read at once, and keeps the settings', async () => {
    const reader = new Database(test.store.file, { readonly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM people').get()
    await test.call('people.add', { uid: crypto.randomUUID(), name: 'Bo' })
    emptyLog(test.store.sqlite)
    expect(sizeOfLog()).toBeGreaterThan(0)
    expect(test.store.sqlite.pragma('busy_timeout', { simple: true })).toBe(5000)
    reader.exec('COMMIT')
    reader.close()
    emptyLog(test.store.sqlite)
    expect(sizeOfLog()).toBe(0)
  })
})
