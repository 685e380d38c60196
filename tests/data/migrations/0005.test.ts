// A file of the fourth schema opens with its quotes as they were, and one of them can be revised.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { applicationId } from '../../../src/data/engine/file-head.ts'
import { openStore } from '../../../src/data/engine/open-database.ts'
import { findDamagedRows, listTablesOf, writeRowHashes } from '../../../src/data/engine/row-hashes.ts'
import { migrations } from '../../../src/data/migrations/index.ts'

const now = '2026-11-23T09:00:00.000Z'

it('adds the earlier quotes and changes none that is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-0005-'))
  const file = join(folder, 'regulars.db')
  try {
    const old = new Database(file)
    old.pragma('journal_mode = WAL')
    old.exec('CREATE TEMP TABLE damaged_rows (table_name TEXT NOT NULL, row_id INTEGER NOT NULL)')
    for (const { sql } of migrations.slice(0, 4)) old.exec(sql)
    old.pragma('user_version = 4')
    old.pragma(`application_id = ${applicationId}`)
    old.exec(`INSERT INTO people (id, uid, name, sort_name, created_at, created_on)
      VALUES (1, 'p1', 'Mara Quill', 'mara quill', '${now}', '2026-11-01');
      INSERT INTO jobs (uid, person_id, what, quoted_on, quoted_amount) VALUES ('j1', 1, 'oak', '2026-11-02', 64000);`)
    for (const table of listTablesOf(old)) {
      const ids = old.prepare(`SELECT id FROM ${table}`).pluck().all() as number[]
      writeRowHashes(
        old,
        ids.map((id) => ({ table, id })),
      )
    }
    const before = old.prepare('SELECT * FROM jobs').all()
    old.close()
    ;(await openStore(folder, now)).close()
    const opened = new Database(file)
    expect(opened.prepare('SELECT * FROM jobs').all()).toEqual(before)
    expect(opened.prepare('SELECT count(*) FROM quote_revisions').pluck().get()).toBe(0)
    expect(listTablesOf(opened).flatMap((table) => findDamagedRows(opened, table))).toEqual([])
    opened.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
