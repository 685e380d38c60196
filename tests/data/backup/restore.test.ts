// A restore is all or nothing, whatever stops it; the file from before is kept, and no log of it is read into the new one.

import { hash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareRestore } from '../../../src/data/backup/prepare-restore.ts'
import { inspectRestore, swapStore } from '../../../src/data/backup/restore.ts'
import { schemaVersion } from '../../../src/data/engine/migrate.ts'
import { holdFolder, openStore } from '../../../src/data/engine/open-database.ts'
import { findDamagedRows, hashContent } from '../../../src/data/engine/row-hashes.ts'
import type { Store } from '../../../src/data/engine/store.ts'
import { beginSwap, moveBack, moveIn, readSwap, type Swap } from '../../../src/data/engine/swap-files.ts'
import { migrations } from '../../../src/data/migrations/index.ts'
import { hasMessage } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore
let folder: string
/** A backup with Ann in it; the live file has Bo too, and two touches. */
let backup: string
let contentOf: { old: string; restored: string }

const clock = { now: () => '2026-11-23T09:12:00.000Z', today: () => '2026-11-23' }
const quiet = () => undefined
let live: string
let opened: Store | undefined

beforeEach(async () => {
  test = await makeStore()
  folder = mkdtempSync(join(tmpdir(), 'regulars-restore-'))
  live = test.store.file
  opened = undefined
  const ann = await test.call('people.add', { uid: crypto.randomUUID(), name: 'Ann', phone: '555 0100' })
  const restored = hashContent(test.store.sqlite)
  backup = (await test.call('backup.run', { folder: 'f' }, { paths: { f: folder } })).file
  await test.call('people.add', { uid: crypto.randomUUID(), name: 'Bo' })
  for (const how of ['met', 'talked'] as const) {
    await test.call('touches.log', { uid: crypto.randomUUID(), personId: ann.id, touch: { how } })
  }
  contentOf = { old: hashContent(test.store.sqlite), restored }
})

afterEach(() => {
  opened?.close()
  if (test.store.sqlite.open) test.store.close()
  rmSync(test.folder, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

/** The bytes of everything in the data folder, the lock and what SQLite keeps in memory aside. */
function readFolder(): Record<string, string> {
  const files = readdirSync(test.folder).filter((name) => /^regulars\.db(-wal|-journal)?$/.test(name))
  return Object.fromEntries(
    files.map((name) => [name, hash('sha256', readFileSync(join(test.folder, name)))]),
  )
}

function change(file: string, sql: string): void {
  const sqlite = new Database(file)
  sqlite.unsafeMode(true)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.pragma('writable_schema = ON')
  sqlite.exec(sql)
  sqlite.close()
}

const inspect = (file: string, store: Store | null = test.store) =>
  inspectRestore({ file, folder: test.folder, store, clock }, quiet)

/** As the storage process does it; the restored store is closed after the test. */
async function restore(store: Store | null = test.store) {
  const pending = await inspect(backup, store)
  const lock = store ? store.closeFile() : holdFolder(test.folder)
  const swapped = await swapStore(test.folder, pending, clock, lock)
  opened = swapped.store
  return swapped
}

/** Opens what lies there now, as a new start would. */
async function openAgain(): Promise<Store> {
  opened = await openStore(test.folder, clock.now())
  return opened
}

describe('looking at a backup', () => {
  it('made of a file with a damaged row lets it be restored, and says so', async () => {
    change(live, "UPDATE people SET name = 'Nedds' WHERE id = 1")
    const made = await test.call('backup.run', { folder: 'there' }, { paths: { there: folder } })
    const { found } = await inspect(made.file)
    expect(found).toEqual([{ key: 'backup.restore.inDoubt', facts: { count: 1 } }])
    rmSync(`${made.file}.sha256`)
    await expect(inspect(made.file)).rejects.toMatchObject({ code: 'restore-damaged' })
  })

  it('shows both sides and what would be lost, and changes nothing', async () => {
    const { backup: kept, live: own, lost, found } = await inspect(backup)
    expect(kept).toMatchObject({ file: backup, people: 1, touches: 0, changeNumber: 1 })
    expect(own).toMatchObject({ file: live, people: 2, touches: 2, changeNumber: 4 })
    expect(kept.changedAt! < own!.changedAt!).toBe(true)
    expect(lost.slice(0, 2)).toEqual([
      { key: 'backup.restore.lostPeople', facts: { count: 1 } },
      { key: 'backup.restore.lostTouches', facts: { count: 2 } },
    ])
    expect(found).toEqual([])
    for (const { key } of lost) expect(hasMessage(key)).toBe(true)
    expect(hashContent(test.store.sqlite)).toBe(contentOf.old)
  })

  it('finds what the backup alone holds, and nothing when both are equal', async () => {
    const newest = (await test.call('backup.run', { folder: 'f' }, { paths: { f: folder } })).file
    expect(await inspect(newest)).toMatchObject({ lost: [], found: [] })
    await test.call('app.undo', {})
    expect((await inspect(newest)).found).toEqual([
      { key: 'backup.restore.foundTouches', facts: { count: 1 } },
    ])
  })

  it.each<[string, string, (file: string) => void]>([
    ['a foreign file', 'restore-foreign', (file) => change(file, 'PRAGMA application_id = 7')],
    ['a newer file', 'restore-newer', (file) => change(file, 'PRAGMA user_version = 999')],
    ['words', 'restore-foreign', (file) => writeFileSync(file, 'Ann, Bo')],
    ['nothing', 'restore-foreign', (file) => writeFileSync(file, '')],
    [
      'a version whose bit flipped',
      'restore-damaged',
      (file) => change(file, `PRAGMA user_version = ${schemaVersion ^ 1}`),
    ],
    ['a file cut short', 'restore-damaged', (file) => truncateSync(file, 8192)],
    ['a changed row', 'restore-damaged', (file) => change(file, "UPDATE people SET name = 'Eve'")],
    ['a lost reference', 'restore-damaged', (file) => change(file, 'UPDATE people SET firm_id = 99')],
    [
      'a trigger',
      'restore-damaged',
      (file) => change(file, 'CREATE TRIGGER spy AFTER INSERT ON people BEGIN DELETE FROM touches; END'),
    ],
    ['a foreign view', 'restore-damaged', (file) => change(file, 'CREATE VIEW spy AS SELECT * FROM people')],
    ['a foreign table', 'restore-damaged', (file) => change(file, 'CREATE TABLE spy (text)')],
  ])('refuses %s, and nothing has changed', async (_what, code, spoil) => {
    rmSync(`${backup}.sha256`)
    spoil(backup)
    const before = { ...readFolder(), backup: hash('sha256', readFileSync(backup)) }
    await expect(inspect(backup)).rejects.toMatchObject({ code })
    expect({ ...readFolder(), backup: hash('sha256', readFileSync(backup)) }).toEqual(before)
    expect(existsSync(join(test.folder, 'restoring'))).toBe(false)
    expect(hashContent(test.store.sqlite)).toBe(contentOf.old)
  })

  it('refuses one that is not as it was written, its own file, and what is not there', async () => {
    appendFileSync(backup, 'x')
    await expect(inspect(backup)).rejects.toMatchObject({ code: 'restore-damaged' })
    await expect(inspect(live)).rejects.toMatchObject({ code: 'restore-same-file' })
    await expect(inspect(join(folder, 'nowhere.db'))).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(inspect(folder)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  it('brings an older file to this version', async () => {
    const steps = [
      ...migrations,
      { version: schemaVersion + 1, sql: 'ALTER TABLE people ADD COLUMN born TEXT' },
    ]
    const prepared = await prepareRestore(
      { file: backup, live, isOpen: true, now: clock.now(), steps },
      quiet,
    )
    expect(prepared.backup).toMatchObject({ people: 1 })
    const copy = new Database(join(test.folder, 'restoring', 'candidate.db'), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(schemaVersion + 1)
    expect(findDamagedRows(copy, 'people')).toEqual([])
    copy.close()
    // The owner's backup itself stays of its version.
    const kept = new Database(backup, { readonly: true })
    expect(kept.pragma('user_version', { simple: true })).toBe(schemaVersion)
    kept.close()
  })
})

describe('restoring', () => {
  it('puts the backup in place and keeps the file from before, which opens', async () => {
    const { store, restored } = await restore()
    expect(store.refusal).toBeNull()
    expect(hashContent(store.sqlite)).toBe(contentOf.restored)
    expect(restored).toMatchObject({ people: 1, touches: 0, changeNumber: 1 })
    expect(restored.setAside).toMatch(/set-aside[/\\]2026-11-23 \d\d-\d\d$/)
    expect(existsSync(join(test.folder, 'restoring'))).toBe(false)
    const before = await openStore(restored.setAside, clock.now())
    expect(hashContent(before.sqlite)).toBe(contentOf.old)
    before.close()
  })

  it('counts the backup it came from as the last one', async () => {
    const { store } = await restore()
    const rows = store.sqlite.prepare('SELECT folder, file, people, content_hash, sha256 FROM backups').all()
    const [sum] = readFileSync(`${backup}.sha256`, 'utf8').split(' ')
    expect(rows).toEqual([
      { folder, file: basename(backup), people: 1, content_hash: contentOf.restored, sha256: sum },
    ])
  })

  it('takes back the file that was set aside, like any other', async () => {
    const { store, restored } = await restore()
    backup = join(restored.setAside, 'regulars.db')
    const again = await restore(store)
    expect(hashContent(again.store.sqlite)).toBe(contentOf.old)
    expect(again.restored.setAside).not.toBe(restored.setAside)
  })

  it('never reads an old log into the restored file', async () => {
    // The log of the file from before, as a killed process leaves it.
    const wal = readFileSync(`${live}-wal`)
    const shm = readFileSync(`${live}-shm`)
    expect(wal.length).toBeGreaterThan(0)
    const pending = await inspect(backup)
    const lock = test.store.closeFile()
    writeFileSync(`${live}-wal`, wal)
    writeFileSync(`${live}-shm`, shm)
    const { store, restored } = await swapStore(test.folder, pending, clock, lock)
    opened = store
    expect(hashContent(store.sqlite)).toBe(contentOf.restored)
    expect(readdirSync(restored.setAside).sort()).toEqual([
      'regulars.db',
      'regulars.db-shm',
      'regulars.db-wal',
    ])
  })

  it.each([
    ['garbage', (file: string) => writeFileSync(file, 'x'.repeat(20_000))],
    ['half a file', (file: string) => truncateSync(file, 8192)],
    ['no file', (file: string) => rmSync(file)],
  ])('works when the live file is %s', async (_what, damage) => {
    test.store.close()
    damage(live)
    const before = existsSync(live) ? readFileSync(live) : null
    const pending = await inspect(backup, null)
    expect(pending).toMatchObject({ live: null, lost: [], found: [], backup: { people: 1 } })
    const { store, restored } = await restore(null)
    expect(hashContent(store.sqlite)).toBe(contentOf.restored)
    const kept = join(restored.setAside, 'regulars.db')
    if (before) expect(readFileSync(kept).equals(before)).toBe(true)
    else expect(existsSync(kept)).toBe(false)
  })

  it('is refused while another Regulars has the folder', async () => {
    await expect(inspect(backup, null)).rejects.toMatchObject({ code: 'data-file-busy' })
  })

  it('forgets a copy that nobody said yes to', async () => {
    await inspect(backup)
    test.store.close()
    await openAgain()
    expect(existsSync(join(test.folder, 'restoring'))).toBe(false)
    expect(hashContent(opened!.sqlite)).toBe(contentOf.old)
  })
})

describe('a restore that is cut off', () => {
  /** As far as the journal: everything after it is told apart by the files themselves. */
  async function begin(): Promise<Swap> {
    const wal = readFileSync(`${live}-wal`)
    const { contentHash, backup: side } = await inspect(backup)
    test.store.closeFile().release()
    // The log is empty by now; a killed process would leave it.
    writeFileSync(`${live}-wal`, wal)
    const { changeNumber } = side
    const swap: Swap = { direction: 'in', setAside: 'now', changeNumber, contentHash }
    await beginSwap(live, swap)
    return swap
  }

  class Killed extends Error {}

  /** Stops at the given move; false when there were fewer. */
  async function stopAt(at: number, work: (step: () => void) => Promise<void>): Promise<boolean> {
    let moves = 0
    try {
      await work(() => {
        moves += 1
        if (moves === at) throw new Killed()
      })
      return false
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      return true
    }
  }

  it('before the journal is as if it had not been', async () => {
    await inspect(backup)
    writeFileSync(join(test.folder, 'restoring', 'swap.json.part'), '{"direction"')
    test.store.closeFile().release()
    expect(hashContent((await openAgain()).sqlite)).toBe(contentOf.old)
  })

  it.each([0, 1, 2, 3, 4])('after %i moves is brought to its end at the next opening', async (at) => {
    const swap = await begin()
    if (at > 0) await stopAt(at, (step) => moveIn(live, swap, step))
    const store = await openAgain()
    expect(store.refusal).toBeNull()
    expect(hashContent(store.sqlite)).toBe(contentOf.restored)
    expect(existsSync(join(test.folder, 'restoring'))).toBe(false)
    const before = await openStore(join(test.folder, 'set-aside', 'now'), clock.now())
    expect(hashContent(before.sqlite)).toBe(contentOf.old)
    before.close()
  })

  it('has no more moves than were tried', async () => {
    const swap = await begin()
    expect(await stopAt(4, (step) => moveIn(live, swap, step))).toBe(false)
    expect(await stopAt(6, (step) => moveBack(live, swap, step))).toBe(false)
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'while it is taken back, after %i moves, ends with the file from before',
    async (at) => {
      const swap = await begin()
      await moveIn(live, swap)
      await stopAt(at, (step) => moveBack(live, swap, step))
      const store = await openAgain()
      expect(hashContent(store.sqlite)).toBe(contentOf.old)
      expect(existsSync(join(test.folder, 'restoring'))).toBe(false)
      expect(existsSync(join(test.folder, 'set-aside', 'now'))).toBe(false)
    },
  )

  it('is taken back when what opens is not what was checked', async () => {
    await begin()
    change(join(test.folder, 'restoring', 'candidate.db'), "UPDATE people SET name = 'Eve'")
    const store = await openAgain()
    expect(store.refusal).toMatchObject({ code: 'restore-failed' })
    expect(hashContent(store.sqlite)).toBe(contentOf.old)
    expect(await readSwap(live, clock.now())).toBeNull()
  })

  it('is taken back when the file does not open at all', async () => {
    await begin()
    writeFileSync(join(test.folder, 'restoring', 'candidate.db'), 'garbage')
    const store = await openAgain()
    expect(store.refusal).toMatchObject({ code: 'restore-failed' })
    expect(hashContent(store.sqlite)).toBe(contentOf.old)
  })

  it('is not repeated over work done since', async () => {
    const swap = await begin()
    await moveIn(live, swap)
    const journal = join(test.folder, 'restoring', 'swap.json')
    const kept = readFileSync(journal)
    const store = await openAgain()
    store.sqlite.exec("UPDATE bookkeeping SET value = '9' WHERE key = 'change_number'")
    store.sqlite.exec("INSERT INTO settings (key, value) VALUES ('shopName', '\"Petersen\"')")
    const content = hashContent(store.sqlite)
    store.close()
    // The disk lost the journal's end in a power cut.
    mkdirSync(join(test.folder, 'restoring'))
    writeFileSync(journal, kept)
    copyFileSync(live, join(folder, 'as-it-was.db'))
    expect(hashContent((await openAgain()).sqlite)).toBe(content)
  })
})
