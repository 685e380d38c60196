// A file of the second schema opens with every word as it was; lines that a file may have put into a note are not quoted.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkDataFile } from '../../../src/data/backup/check-data-file.ts'
import { applicationId } from '../../../src/data/engine/file-head.ts'
import { openStore } from '../../../src/data/engine/open-database.ts'
import {
  findDamagedRows,
  hashContent,
  listTablesOf,
  writeRowHashes,
} from '../../../src/data/engine/row-hashes.ts'
import type { Sqlite } from '../../../src/data/engine/store.ts'
import { migrations } from '../../../src/data/migrations/index.ts'
import { readEvidence } from '../../../src/data/records/evidence.ts'

const now = '2026-11-23T09:00:00.000Z'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-0003-'))
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

/** Made by the first two steps' own SQL; people 1 and 2 came from a file, 3 was typed. */
function makeOldFile(): void {
  open((sqlite) => {
    sqlite.pragma('journal_mode = WAL')
    sqlite.exec('CREATE TEMP TABLE damaged_rows (table_name TEXT NOT NULL, row_id INTEGER NOT NULL)')
    for (const { sql } of migrations.slice(0, 2)) sqlite.exec(sql)
    sqlite.pragma('user_version = 2')
    sqlite.pragma(`application_id = ${applicationId}`)
    const person = sqlite.prepare(
      `INSERT INTO people (id, uid, name, sort_name, note, created_at, created_on) VALUES (?, ?, ?, ?, ?, '${now}', '2026-11-01')`,
    )
    person.run(1, 'p1', 'Mara Quill', 'mara quill', 'Do Not Call: Yes\nShoe size: 38')
    person.run(2, 'p2', 'Otto Pram', 'otto pram', 'likes walnut\nRecord ID: 101')
    person.run(3, 'p3', 'Bo Finch', 'bo finch', 'Asked: oak frames in May')
    sqlite.exec(`INSERT INTO imports (id, uid, imported_at, files) VALUES (1, 'i1', '${now}', '["a.csv"]');
      INSERT INTO import_rows (import_id, file, line, outcome, person_id, written) VALUES
        (1, 'a.csv', 2, 'added', 1, '{"person":"x"}'), (1, 'a.csv', 3, 'added', 2, '{"person":"x"}');`)
    for (const table of listTablesOf(sqlite)) {
      const ids = sqlite.prepare(`SELECT id FROM ${table}`).pluck().all() as number[]
      writeRowHashes(
        sqlite,
        ids.map((id) => ({ table, id })),
      )
    }
  })
}

const notesOf = (sqlite: Sqlite) => sqlite.prepare('SELECT name, note FROM people ORDER BY id').all()

it('keeps every note, adds nobody’s death, and every row still fits its hash', async () => {
  makeOldFile()
  const before = open(notesOf)
  ;(await openStore(folder, now)).close()
  expect(open(notesOf)).toEqual(before)
  expect(
    open((sqlite) => sqlite.prepare('SELECT count(*) FROM people WHERE died_on IS NOT NULL').pluck().get()),
  ).toBe(0)
  expect(open((sqlite) => listTablesOf(sqlite).flatMap((table) => findDamagedRows(sqlite, table)))).toEqual(
    [],
  )
})

it('quotes the owner’s words alone', async () => {
  makeOldFile()
  const store = await openStore(folder, now)
  const evidence = await readEvidence(store.reader, [1, 2, 3], '2026-11-23')
  store.close()
  expect(evidence.map(({ note }) => note)).toEqual(['', 'likes walnut', 'Asked: oak frames in May'])
})

it('does not call a file damaged for tables that came after it', () => {
  makeOldFile()
  const { problems } = checkDataFile({ file: null, live: file }, () => undefined)
  expect(problems.map(({ key }) => key)).not.toContain('errors.data-file-damaged')
  expect(open(hashContent)).not.toBe('')
})

it('leaves a damaged row as it is, and marked', async () => {
  makeOldFile()
  open((sqlite) => sqlite.exec("UPDATE people SET note = 'Role: flipped' WHERE id = 1"))
  ;(await openStore(folder, now)).close()
  expect(open((sqlite) => findDamagedRows(sqlite, 'people'))).toEqual([1])
})
