// A value changed behind the program's back is noticed, whichever it is.

import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDamagedRows, hashContent } from '../../../src/data/engine/row-hashes.ts'
import { type OwnerTable, ownerTables } from '../../../src/data/engine/tables.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore

beforeEach(async () => {
  test = await makeStore()
  await test.call('app.fillDemo', {})
})
afterEach(() => test.close())

function findAll(): [OwnerTable, number[]][] {
  return ownerTables
    .map((table): [OwnerTable, number[]] => [table, findDamagedRows(test.store.readerSqlite, table)])
    .filter(([, rows]) => rows.length > 0)
}

function changeOutside(sql: string): void {
  const raw = new Database(test.store.file)
  raw.pragma('foreign_keys = OFF')
  raw.exec(sql)
  raw.close()
}

describe('row hashes', () => {
  it('fit every row a command wrote', () => {
    expect(findAll()).toEqual([])
  })

  it('notice one changed value in any column of any table', () => {
    let tried = 0
    for (const table of ownerTables) {
      const row = test.store.readerSqlite.prepare(`SELECT * FROM ${table} ORDER BY id LIMIT 1`).get() as
        | Record<string, unknown>
        | undefined
      if (!row) continue
      for (const [column, value] of Object.entries(row)) {
        if (column === 'id' || typeof value !== 'string' || value === '') continue
        const flipped = `substr(${column}, 1, length(${column}) - 1) || char(unicode(substr(${column}, -1)) + 64)`
        changeOutside(
          `PRAGMA ignore_check_constraints = ON; UPDATE ${table} SET ${column} = ${flipped} WHERE id = ${row.id}`,
        )
        expect(findAll(), `${table}.${column}`).toEqual([[table, [row.id]]])
        const raw = new Database(test.store.file)
        raw.pragma('ignore_check_constraints = ON')
        raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(value, row.id)
        raw.close()
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(40)
    expect(findAll()).toEqual([])
  })

  it('notice a row that is gone and one nobody wrote', () => {
    changeOutside('DELETE FROM next_steps WHERE id = 1')
    changeOutside("INSERT INTO places (uid, name, sort_name) VALUES ('x', 'Nowhere', 'nowhere')")
    const found = new Map(findAll())
    expect(found.get('next_steps')).toEqual([1])
    expect(found.get('places')).toHaveLength(1)
  })
})

describe('the content hash', () => {
  it('follows the owner’s rows alone', () => {
    const before = hashContent(test.store.readerSqlite)
    changeOutside("INSERT INTO drafts (key, value, saved_at) VALUES ('a', 'b', 'c')")
    changeOutside('DELETE FROM commands; DELETE FROM person_summaries')
    expect(hashContent(test.store.readerSqlite)).toBe(before)
    changeOutside("UPDATE people SET note = note || ' ' WHERE id = 1")
    expect(hashContent(test.store.readerSqlite)).not.toBe(before)
  })

  it('covers the first row of a table of many megabytes as well as the last', () => {
    const filling = 'oak frame '.repeat(600)
    changeOutside(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
       INSERT INTO people (uid, name, sort_name, note, created_at, created_on)
       SELECT 'big' || i, 'Big ' || i, 'big ' || i, '${filling}', '', '' FROM n`,
    )
    const seen = new Set([hashContent(test.store.readerSqlite)])
    for (const which of ['min', 'max']) {
      changeOutside(
        `UPDATE people SET note = 'Oak' || substr(note, 4) WHERE id = (SELECT ${which}(id) FROM people WHERE uid LIKE 'big%')`,
      )
      seen.add(hashContent(test.store.readerSqlite))
    }
    expect(seen.size).toBe(3)
  })

  it('covers every table, whichever comes after it', () => {
    const seen = new Set([hashContent(test.store.readerSqlite)])
    for (const change of [
      "UPDATE settings SET value = '\"x\"' WHERE key = 'shopName' OR rowid = 1",
      "UPDATE people SET role = role || '.' WHERE id = 1",
      "UPDATE touches SET note = note || '.' WHERE id = 1",
      "INSERT INTO suppressions (uid, key_hash, added_on) VALUES ('u', 'h', '2026-11-23')",
    ]) {
      changeOutside(change)
      const before = seen.size
      seen.add(hashContent(test.store.readerSqlite))
      expect(seen.size, change).toBe(before + 1)
    }
  })
})

describe('a row without its hash', () => {
  it('is damaged, and so is a hash without its row', () => {
    changeOutside("DELETE FROM row_hashes WHERE table_name = 'people' AND row_id = 1")
    expect(findAll()).toEqual([['people', [1]]])
  })
})
