// A file of the third schema opens with every step in the owner's words; what the program wrote there by itself is blank.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { applicationId } from '../../../src/data/engine/file-head.ts'
import { openStore } from '../../../src/data/engine/open-database.ts'
import { findDamagedRows, listTablesOf, writeRowHashes } from '../../../src/data/engine/row-hashes.ts'
import type { Sqlite } from '../../../src/data/engine/store.ts'
import { migrations } from '../../../src/data/migrations/index.ts'

const now = '2026-11-23T09:00:00.000Z'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-0004-'))
  file = join(folder, 'regulars.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open<T>(use: (sqlite: Sqlite) => T): T {
  const sqlite = new Database(file)
  try {
    return use(sqlite)
  } finally {
    sqlite.close()
  }
}

/** Made by the first three steps' own SQL, with steps as the log box wrote them and as an owner did. */
function makeOldFile(): void {
  open((sqlite) => {
    sqlite.pragma('journal_mode = WAL')
    sqlite.exec('CREATE TEMP TABLE damaged_rows (table_name TEXT NOT NULL, row_id INTEGER NOT NULL)')
    for (const { sql } of migrations.slice(0, 3)) sqlite.exec(sql)
    sqlite.pragma('user_version = 3')
    sqlite.pragma(`application_id = ${applicationId}`)
    sqlite.exec(`INSERT INTO people (id, uid, name, sort_name, created_at, created_on)
      VALUES (1, 'p1', 'Mara Quill', 'mara quill', '${now}', '2026-11-01');
      INSERT INTO next_steps (uid, person_id, what, due_on, promised, created_on) VALUES
        ('s1', 1, 'Try again', '2026-11-25', 0, '2026-11-23'),
        ('s2', 1, 'Ring again', '2026-11-26', 0, '2026-11-23'),
        ('s3', 1, 'Ask again', '2026-11-27', 0, '2026-11-23'),
        ('s4', 1, 'Try again', '2026-11-28', 1, '2026-11-23'),
        ('s5', 1, 'Try again with oak', '2026-11-29', 0, '2026-11-23');`)
    for (const table of listTablesOf(sqlite)) {
      const ids = sqlite.prepare(`SELECT id FROM ${table}`).pluck().all() as number[]
      writeRowHashes(
        sqlite,
        ids.map((id) => ({ table, id })),
      )
    }
  })
}

it('blanks what the program planned by itself, and leaves every promise and every word of the owner’s', async () => {
  makeOldFile()
  ;(await openStore(folder, now)).close()
  expect(open((sqlite) => sqlite.prepare('SELECT uid, what FROM next_steps ORDER BY uid').all())).toEqual([
    { uid: 's1', what: '' },
    { uid: 's2', what: '' },
    { uid: 's3', what: '' },
    { uid: 's4', what: 'Try again' },
    { uid: 's5', what: 'Try again with oak' },
  ])
  expect(open((sqlite) => listTablesOf(sqlite).flatMap((table) => findDamagedRows(sqlite, table)))).toEqual(
    [],
  )
})
