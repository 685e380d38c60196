// An upgrade succeeds whole or changes nothing, and never touches a file it does not know.
import { hash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, schemaVersion } from '../../../src/data/engine/migrate.ts'
import { openStore } from '../../../src/data/engine/open-database.ts'
import { findDamagedRows } from '../../../src/data/engine/row-hashes.ts'
import { type Migration, migrations } from '../../../src/data/migrations/index.ts'
import { makeStore } from '../../support/make-store.ts'

const now = '2026-11-23T09:00:00.000Z'
let folder: string
let file: string

/** A file of today's version with a person in it, closed. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-migrate-'))
  file = join(folder, 'regulars.db')
  const made = await makeStore()
  await made.call('people.add', { uid: crypto.randomUUID(), name: 'Ann', note: 'Kept through upgrades' })
  made.store.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(made.store.file, file)
  made.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const next: Migration = {
  version: schemaVersion + 1,
  sql: "ALTER TABLE people ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''",
}

async function migrateWith(...steps: Migration[]): Promise<void> {
  const sqlite = new Database(file)
  try {
    await migrate(sqlite, { file, now, steps: [...migrations, ...steps] })
  } finally {
    sqlite.close()
  }
}

const digest = () => hash('sha256', readFileSync(file))
const copies = () => readdirSync(folder).filter((name) => !/^regulars\.db(-wal|-shm)?$/.test(name))

function change(sql: string): void {
  const sqlite = new Database(file)
  sqlite.pragma('journal_mode = DELETE')
  sqlite.exec(sql)
  sqlite.close()
}

describe('an upgrade', () => {
  it('copies the file first, then runs its steps', async () => {
    await migrateWith(next)
    const sqlite = new Database(file, { readonly: true })
    expect(sqlite.pragma('user_version', { simple: true })).toBe(schemaVersion + 1)
    expect(sqlite.prepare('SELECT name, pronouns FROM people').get()).toEqual({ name: 'Ann', pronouns: '' })
    // Rows have one column more: without new hashes every one of them would look damaged.
    expect(findDamagedRows(sqlite, 'people')).toEqual([])
    // Images of old rows cannot be put back.
    expect(sqlite.prepare('SELECT count(*) FROM row_images').pluck().get()).toBe(0)
    sqlite.close()
    const [copy, ...others] = copies()
    expect(others).toEqual([])
    expect(copy).toContain(`regulars.db.before-version-${schemaVersion + 1}-2026-11-23`)
    const before = new Database(join(folder, copy!), { readonly: true })
    expect(before.pragma('user_version', { simple: true })).toBe(schemaVersion)
    expect(before.prepare('SELECT note FROM people').pluck().get()).toBe('Kept through upgrades')
    before.close()
  })

  it('makes no copy when there is nothing to do', async () => {
    await migrateWith()
    expect(copies()).toEqual([])
  })

  it('leaves the file as it was when a step fails', async () => {
    change('SELECT 1')
    const before = digest()
    const broken: Migration = { version: schemaVersion + 2, sql: 'ALTER TABLE nowhere ADD COLUMN x TEXT' }
    await expect(migrateWith(next, broken)).rejects.toMatchObject({ code: 'migration-failed' })
    expect(digest()).toBe(before)
  })

  it('leaves the file as it was when a step breaks references', async () => {
    change('SELECT 1')
    const before = digest()
    const breaking: Migration = {
      version: schemaVersion + 1,
      sql: "PRAGMA defer_foreign_keys = ON; INSERT INTO next_steps (uid, person_id, due_on, created_on) VALUES ('x', 999, '2026-01-01', '2026-01-01')",
    }
    await expect(migrateWith(breaking)).rejects.toMatchObject({ code: 'migration-failed' })
    expect(digest()).toBe(before)
  })

  it('takes damaged rows along, and hides no damage by hashing it anew', async () => {
    change("UPDATE people SET name = 'Somebody else'")
    await migrateWith(next)
    const sqlite = new Database(file, { readonly: true })
    expect(sqlite.prepare('SELECT name FROM people').pluck().all()).toEqual(['Somebody else'])
    expect(findDamagedRows(sqlite, 'people')).toEqual([1])
    sqlite.close()
  })

  it('does not begin on a file whose pages do not hold together', async () => {
    const sqlite = new Database(file)
    sqlite.pragma('journal_mode = DELETE')
    sqlite.unsafeMode(true)
    sqlite.pragma('writable_schema = ON')
    // Two indexes on one tree: rows are missing from one of them.
    sqlite.exec(
      "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'firms_by_name') WHERE name = 'people_by_name'",
    )
    sqlite.close()
    const before = digest()
    await expect(migrateWith(next)).rejects.toMatchObject({ code: 'migration-failed' })
    expect(digest()).toBe(before)
    expect(copies()).toEqual([])
  })

  it('does not begin without its copy', async () => {
    change('SELECT 1')
    const before = digest()
    // A folder stands where the copy would go.
    const sqlite = new Database(file)
    const inTheWay = `${file}.before-version-${schemaVersion + 1}-${now.replaceAll(/[:.]/g, '-')}`
    mkdirSync(inTheWay)
    await expect(migrate(sqlite, { file, now, steps: [...migrations, next] })).rejects.toMatchObject({
      code: 'migration-failed',
    })
    sqlite.close()
    expect(digest()).toBe(before)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('opening', () => {
  it('makes a new file in a folder that is not there', async () => {
    const store = await openStore(join(folder, 'new', 'shop'), now)
    expect(store.sqlite.pragma('user_version', { simple: true })).toBe(schemaVersion)
    store.close()
  })

  it.each([
    ['a newer file', 'PRAGMA user_version = 999', 'data-file-newer'],
    ['a foreign file', 'PRAGMA application_id = 7', 'data-file-foreign'],
  ])('refuses %s and leaves every byte of it', async (_what, sql, code) => {
    change(sql)
    const before = digest()
    await expect(openStore(folder, now)).rejects.toMatchObject({ code })
    expect(digest()).toBe(before)
    expect(copies()).toEqual(['lock.db'])
  })

  it('refuses what is no database, and leaves every byte of it', async () => {
    writeFileSync(file, 'Ann, Bo, Cy\n'.repeat(500))
    const before = digest()
    await expect(openStore(folder, now)).rejects.toMatchObject({ code: 'data-file-damaged' })
    expect(digest()).toBe(before)
  })

  it('refuses a file of no bytes instead of beginning anew in it', async () => {
    writeFileSync(file, '')
    await expect(openStore(folder, now)).rejects.toMatchObject({ code: 'data-file-empty' })
    expect(readFileSync(file).length).toBe(0)
    rmSync(file)
    const store = await openStore(folder, now)
    store.close()
  })

  it('begins anew where a first start broke off, and leaves nothing of it', async () => {
    rmSync(file)
    for (const ending of ['', '-wal', '-shm'])
      writeFileSync(`${file}.begun${ending}`, ending && 'half a page')
    const store = await openStore(folder, now)
    expect(store.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    store.close()
    expect(readdirSync(folder).sort()).toEqual(['lock.db', 'regulars.changes', 'regulars.db'])
  })

  it('refuses a folder it may not use', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openStore(join(folder, 'file'), now)).rejects.toMatchObject({ code: 'data-folder-unusable' })
  })
})
