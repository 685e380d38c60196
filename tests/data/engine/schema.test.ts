// The schema as the code reads it (schema.ts) is the schema of the file, column by column.

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownerTables } from '../../../src/data/engine/tables.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

const source = readFileSync(new URL('../../../src/data/engine/schema.ts', import.meta.url), 'utf8')
let test: TestStore

beforeAll(async () => {
  test = await makeStore()
})
afterAll(() => test.close())

interface Column {
  name: string
  type: 'number' | 'string'
  nullable: boolean
}

/** The interfaces of schema.ts, by table. */
function readInterfaces(): Map<string, Column[]> {
  const bodies = new Map<string, string>()
  for (const [, name, body] of source.matchAll(/export interface (\w+) \{\n([^}]*)\}/g))
    bodies.set(name!, body!)
  const tables = new Map<string, Column[]>()
  for (const [, table, name] of bodies.get('Schema')!.matchAll(/^ {2}(\w+): (\w+)$/gm)) {
    const columns = [...bodies.get(name!)!.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, column, type]) => ({
      name: column!,
      type: /number|\b0\b|\b1\b/.test(type!) ? ('number' as const) : ('string' as const),
      nullable: /\| null/.test(type!),
    }))
    tables.set(table!, columns)
  }
  return tables
}

describe('schema.ts', () => {
  it('names every table of the file, and no other', () => {
    const inFile = test.store.sqlite
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT GLOB '*_search*' ORDER BY name`,
      )
      .pluck()
      .all()
    expect([...readInterfaces().keys()].sort()).toEqual(inFile)
  })

  it.each([...readInterfaces()])('has the columns of %s', (table, columns) => {
    const inFile = test.store.sqlite.pragma(`table_info(${table})`) as {
      name: string
      type: string
      notnull: number
      pk: number
    }[]
    expect(columns).toEqual(
      inFile.map((column) => ({
        name: column.name,
        type: column.type === 'TEXT' ? 'string' : 'number',
        nullable: column.notnull === 0 && column.pk === 0,
      })),
    )
  })

  it('gives every owner’s table an id that is never used again', () => {
    for (const table of ownerTables) {
      const sql = test.store.sqlite.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)
      expect(sql).toContain('id INTEGER PRIMARY KEY AUTOINCREMENT')
    }
  })
})
