// A log is read only into the file it belongs to; anything else is told of first, and nothing is thrown away.
import {
  copyFileSync,
  cpSync,
  existsSync,
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
import { checkDataFile } from '../../../src/data/backup/check-data-file.ts'
import { dataFileName, type OpenOptions, openStore } from '../../../src/data/engine/open-database.ts'
import { ownsItsLog } from '../../../src/data/engine/own-log.ts'
import type { Store } from '../../../src/data/engine/store.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { notTried, outsideBackup, outsideDamage, outsideFilesAreThere } from '../../support/outside-files.ts'

const now = '2026-11-23T10:00:00.000Z'
let shop: TestStore
/** Where what lies beside each other is put together. */
let folder: string
let file: string
let opened: Store | undefined

beforeEach(async () => {
  shop = await makeStore()
  folder = mkdtempSync(join(tmpdir(), 'regulars-log-'))
  file = join(folder, dataFileName)
  opened = undefined
})
afterEach(() => {
  opened?.close()
  shop.close()
  rmSync(folder, { recursive: true, force: true })
})

const add = (name: string) => shop.call('people.add', { uid: crypto.randomUUID(), name })

/** The file with its log as a process that is killed now would leave them. */
function take(what: '' | '-wal' | 'both', to = file): void {
  for (const ending of what === 'both' ? ['', '-wal'] : [what])
    copyFileSync(shop.store.file + ending, to + ending)
}

async function open(options: OpenOptions = {}): Promise<Store> {
  opened = await openStore(folder, now, options)
  return opened
}

const readNames = ({ sqlite }: Store) => sqlite.prepare('SELECT name FROM people ORDER BY id').pluck().all()
const emptyShopLog = () => shop.store.sqlite.pragma('wal_checkpoint(TRUNCATE)')

/** Everything there but the lock, by name, so that "nothing was changed" can be held. */
function listBytes(): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name !== 'lock.db')
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'base64')]))
}

async function expectRefusal(code: string): Promise<void> {
  const before = listBytes()
  await expect(open()).rejects.toMatchObject({ code })
  expect(listBytes()).toEqual(before)
}

const listAside = () =>
  readdirSync(join(folder, 'set-aside'))
    .flatMap((name) => readdirSync(join(folder, 'set-aside', name)))
    .sort()

describe('a log of the file’s own', () => {
  it('is read, as a killed process left it', async () => {
    await add('Ann')
    await add('Bo')
    take('both')
    expect(readNames(await open())).toEqual(['Ann', 'Bo'])
  })

  it('is read where the power went while the page that says where the file stands was written back', async () => {
    await add('Ann')
    emptyShopLog()
    await add('Bo')
    await add('Cy')
    take('both')
    const torn = readFileSync(file)
    for (let at = torn.indexOf('change_number'); at >= 0; at = torn.indexOf('change_number')) torn[at] = 0
    writeFileSync(file, torn)
    expect(readNames(await open())).toEqual(['Ann', 'Bo', 'Cy'])
  })

  it('is read where a part of it had been written back, and where it began anew', async () => {
    await add('Ann')
    shop.store.sqlite.pragma('wal_checkpoint(PASSIVE)')
    await add('Bo')
    take('both')
    expect(ownsItsLog(file)).toBe(true)
    emptyShopLog()
    await add('Cy')
    take('both')
    expect(readNames(await open())).toEqual(['Ann', 'Bo', 'Cy'])
  })

  it('is read when words that were not saved yet are all it holds', async () => {
    await add('Ann')
    emptyShopLog()
    await shop.call('app.saveDraft', { key: 'x', value: 'half a word' })
    take('both')
    const store = await open()
    expect(store.sqlite.prepare('SELECT value FROM drafts').pluck().get()).toBe('half a word')
  })

  it('is read after a restore that ended, and one at whose end the process was killed', async () => {
    const backups = join(shop.folder, 'backups')
    await add('Ann')
    await shop.call('backup.run', { folder: 'f' }, { paths: { f: backups } })
    await shop.reopen()
    await add('Bo')
    take('both')
    expect(readNames(await open())).toEqual(['Ann', 'Bo'])
  })
})

describe('a log that is not the file’s own', () => {
  it('beside no file at all: no shop is begun, and what is there stays', async () => {
    await add('Ann')
    take('-wal')
    await expectRefusal('data-file-missing')
    const store = await open({ choice: 'begin-empty' })
    expect(readNames(store)).toEqual([])
    expect(listAside()).toEqual(['regulars.db-wal'])
  })

  it('beside a file of no bytes', async () => {
    await add('Ann')
    take('-wal')
    writeFileSync(file, '')
    await expectRefusal('data-file-empty')
    expect(readNames(await open({ choice: 'begin-empty' }))).toEqual([])
    expect(listAside()).toEqual(['regulars.db', 'regulars.db-wal'])
  })

  it('beside a backup that was copied over the file by hand', async () => {
    await add('Ann')
    const { file: backup } = await shop.call('backup.run', { folder: 'f' }, { paths: { f: folder } })
    await add('Bo')
    take('-wal')
    copyFileSync(backup, file)
    await expectRefusal('data-file-other-log')
    const store = await open({ choice: 'without-log' })
    expect(readNames(store)).toEqual(['Ann'])
    // The two can be joined again.
    expect(listAside()).toEqual(['regulars.db', 'regulars.db-wal'])
    expect(existsSync(`${backup}.sha256`)).toBe(true)
  })

  it.each<[string, () => Promise<void>]>([
    [
      'an older copy of the same file',
      async () => {
        await add('Ann')
        emptyShopLog()
        take('')
        await add('Bo')
        emptyShopLog()
        await add('Cy')
        take('-wal')
      },
    ],
    [
      'a newer copy of the same file',
      async () => {
        await add('Ann')
        take('-wal')
        await add('Bo')
        await add('Cy')
        emptyShopLog()
        take('')
      },
    ],
    [
      'the file of another shop',
      async () => {
        const other = await makeStore({ today: '2026-11-20' })
        await other.call('people.add', { uid: crypto.randomUUID(), name: 'Zoe' })
        other.store.sqlite.pragma('wal_checkpoint(TRUNCATE)')
        copyFileSync(other.store.file, file)
        other.close()
        await add('Ann')
        take('-wal')
      },
    ],
  ])('beside %s', async (_what, arrange) => {
    await arrange()
    await expectRefusal('data-file-other-log')
  })

  it('is no journal either: a rollback journal of another file', async () => {
    const journal = join(folder, 'other.db')
    const other = new Database(journal)
    other.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
    other.pragma('journal_mode = PERSIST')
    other.exec('BEGIN IMMEDIATE; UPDATE t SET a = 2')
    other.pragma('cache_spill = ON')
    const bytes = readFileSync(`${journal}-journal`)
    other.exec('ROLLBACK')
    other.close()
    rmSync(journal)
    rmSync(`${journal}-journal`, { force: true })
    emptyShopLog()
    take('')
    // As it stands when its pages were synced: the count of its records is written.
    Buffer.from('d9d505f920a163d7', 'hex').copy(bytes)
    bytes.writeUInt32BE(0xffffffff, 8)
    writeFileSync(`${file}-journal`, bytes)
    await expectRefusal('data-file-other-log')
  })

  it('is told of by a check of the file, and not read into a copy that is restored', async () => {
    await add('Ann')
    const { file: backup } = await shop.call('backup.run', { folder: 'f' }, { paths: { f: folder } })
    await add('Bo')
    take('-wal', backup)
    const result = checkDataFile({ file: backup, live: shop.store.file }, () => undefined)
    expect(result).toMatchObject({ good: false, problems: [{ key: 'errors.data-file-other-log' }] })
  })

  it('is not made out of a log that is of no file', async () => {
    emptyShopLog()
    take('')
    writeFileSync(`${file}-wal`, Buffer.alloc(9000, 'not a log '))
    expect(readNames(await open())).toEqual([])
  })
})

describe.runIf(outsideFilesAreThere)('the cases from outside', () => {
  const stale = (name: string) => copyFileSync(join(outsideDamage, name), `${file}-wal`)

  it('a log of 40 touches alone', async () => {
    stale('stale-40-touches.regulars.db-wal')
    await expectRefusal('data-file-missing')
  })

  it('a log of five people beside a file of no bytes', async () => {
    stale('stale-5-people.regulars.db-wal')
    writeFileSync(file, '')
    await expectRefusal('data-file-empty')
    rmSync(file)
    await expectRefusal('data-file-missing')
  })

  it('a log of 40 touches beside a backup, in place and elsewhere', async () => {
    stale('stale-40-touches.regulars.db-wal')
    cpSync(outsideBackup, file)
    await expectRefusal('data-file-other-log')
    const { problems } = checkDataFile({ file, live: shop.store.file }, () => undefined)
    expect(problems.map(({ key }) => key)).toEqual(['errors.data-file-other-log'])
    const store = await open({ choice: 'without-log' })
    expect(store.sqlite.prepare('SELECT count(*) FROM touches').pluck().get()).toBe(329)
  })
})

it.skipIf(outsideFilesAreThere)(`the cases from outside were ${notTried}`, () => undefined)

describe('an empty folder', () => {
  it.each<[string, () => void]>([
    ['with a lock alone begins a shop', () => writeFileSync(join(folder, 'lock.db'), '')],
    [
      'with an empty set-aside begins one',
      () => mkdirSync(join(folder, 'set-aside', '2026-11-01 09-12'), { recursive: true }),
    ],
  ])('%s', async (_what, arrange) => {
    arrange()
    expect(readNames(await open())).toEqual([])
  })
})
