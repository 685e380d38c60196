// No start ends without a way on: broken journals, single bits in the head, disks that take nothing, traces of a shop, leftovers, umasks.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDataFile } from '../../../src/data/backup/check-data-file.ts'
import { schemaVersion } from '../../../src/data/engine/migrate.ts'
import { dataFileName, type OpenOptions, openStore } from '../../../src/data/engine/open-database.ts'
import { makeRunner } from '../../../src/data/engine/run-call.ts'
import type { Store } from '../../../src/data/engine/store.ts'
import { handlers } from '../../../src/data/handlers.ts'
import { makeStore } from '../../support/make-store.ts'
import { outsideDamage, outsideFilesAreThere } from '../../support/outside-files.ts'

const now = '2026-11-23T10:00:00.000Z'
const clock = { now: () => now, today: () => '2026-11-23' }
let folder: string
let file: string
/** The bytes of a file with Ann in it. */
let sound: Buffer
let opened: Store | undefined

beforeEach(async () => {
  const shop = await makeStore()
  await shop.call('people.add', { uid: crypto.randomUUID(), name: 'Ann' })
  shop.store.close()
  sound = readFileSync(shop.store.file)
  rmSync(shop.folder, { recursive: true })
  folder = mkdtempSync(join(tmpdir(), 'regulars-start-'))
  file = join(folder, dataFileName)
  writeFileSync(file, sound)
  opened = undefined
})
afterEach(() => {
  opened?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(options: OpenOptions = {}): Promise<Store> {
  opened = await openStore(folder, now, options)
  return opened
}

const readNames = ({ sqlite }: Store) => sqlite.prepare('SELECT name FROM people ORDER BY id').pluck().all()

function listAll(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return [path, ...readdirSync(path).flatMap((name) => listAll(join(path, name)))]
}

describe('a journal of a restore that says nothing sure', () => {
  const swap = { direction: 'in', setAside: 'x', changeNumber: 1, contentHash: 'y' }
  it.each<[string, string | null]>([
    ['broken', '{bad json\n'],
    ['empty', ''],
    ['cut short', JSON.stringify(swap).slice(0, 30)],
    ['no object', 'null'],
    ['of another version', JSON.stringify({ version: 2, steps: [] })],
    ['leading elsewhere', JSON.stringify({ ...swap, setAside: '../../elsewhere' })],
    ['a folder', null],
    ...(outsideFilesAreThere
      ? [
          ['the case from outside', readFileSync(join(outsideDamage, 'broken-swap.json'), 'utf8')] as [
            string,
            string,
          ],
        ]
      : []),
  ])('%s: the file opens, the copy beside it is kept, and the next start is as ever', async (_what, text) => {
    const restoring = join(folder, 'restoring')
    mkdirSync(restoring)
    writeFileSync(join(restoring, 'candidate.db'), sound)
    if (text === null) mkdirSync(join(restoring, 'swap.json'))
    else writeFileSync(join(restoring, 'swap.json'), text)
    expect(readNames(await open())).toEqual(['Ann'])
    expect(existsSync(restoring)).toBe(false)
    expect(listAll(join(folder, 'set-aside')).some((path) => path.endsWith('candidate.db'))).toBe(true)
    opened?.close()
    expect(readNames(await open())).toEqual(['Ann'])
  })

  it.each(['in', 'back'])(
    'naming files that are not there, %s: the file opens, and is never taken away',
    async (direction) => {
      mkdirSync(join(folder, 'restoring'))
      writeFileSync(join(folder, 'restoring', 'swap.json'), JSON.stringify({ ...swap, direction }))
      expect(readNames(await open())).toEqual(['Ann'])
      opened?.close()
      const again = await open()
      expect(readNames(again)).toEqual(['Ann'])
      expect(again.refusal).toBeNull()
    },
  )
})

describe('one bit of the head', () => {
  /** Bytes that are counters and sizes of no fixed value: SQLite mends them, or nothing reads them. */
  const free = (byte: number) => (byte >= 24 && byte < 44) || (byte >= 48 && byte < 52) || byte >= 72

  it('is called damage wherever it lies, and never another program’s or a newer version’s file', async () => {
    const wrong: string[] = []
    for (let byte = 0; byte < 100; byte += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const bytes = Buffer.from(sound)
        bytes[byte]! ^= 1 << bit
        writeFileSync(file, bytes)
        const { good, problems } = checkDataFile({ file, live: join(folder, 'live.db') }, () => undefined)
        const keys = problems.map(({ key }) => key)
        const isFine = free(byte)
          ? good || !/foreign|newer/.test(keys.join())
          : keys.includes('errors.data-file-damaged')
        if (!isFine) wrong.push(`byte ${byte} bit ${bit}: ${good ? 'good' : keys}`)
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it.each<[string, number, number]>([
    ['the name', 3, 1],
    ['the page size', 16, 4],
    ['the writing format', 18, 0],
    ['the reading format', 19, 2],
    ['the version', 63, 0],
    ['the version, upwards', 62, 1],
    ['the mark of ours', 70, 5],
  ])('in %s is refused at the start as damage, with the way back', async (_what, byte, bit) => {
    const bytes = Buffer.from(sound)
    bytes[byte]! ^= 1 << bit
    writeFileSync(file, bytes)
    await expect(open()).rejects.toMatchObject({ code: 'data-file-damaged' })
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('is no excuse: a file of another program, or of a later version, is told as such', async () => {
    const change = (sql: string) => {
      writeFileSync(file, sound)
      const sqlite = new Database(file)
      sqlite.exec(sql)
      sqlite.close()
    }
    change('PRAGMA application_id = 7')
    await expect(open()).rejects.toMatchObject({ code: 'data-file-foreign' })
    const later = schemaVersion + 5
    change(
      `PRAGMA user_version = ${later}; UPDATE bookkeeping SET value = '${later}' WHERE key = 'schema_version'`,
    )
    await expect(open()).rejects.toMatchObject({ code: 'data-file-newer' })
  })
})

/** Mounting takes root; anyone else is kept out by permissions. */
const isRoot = process.getuid?.() === 0
const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0

describe('a disk that takes nothing', () => {
  /** A query answers, a command is refused with `code`, and nothing on the disk changes. */
  async function expectReadOnly(code: string): Promise<void> {
    const before = readdirSync(folder)
    const store = await open()
    const runner = makeRunner(store, handlers, clock, { changed: () => undefined, progress: () => undefined })
    const { value } = await runner.call('people.list', {})
    expect(value.rows.map((row) => row.name)).toEqual(['Ann', 'Bo'])
    expect((await runner.call('app.start', {})).value.readOnly).toBe(
      code === 'disk-full' ? 'full' : 'forbidden',
    )
    await expect(runner.call('people.add', { uid: crypto.randomUUID(), name: 'Cy' })).rejects.toMatchObject({
      code,
    })
    await expect(runner.call('backup.check', {})).rejects.toMatchObject({ code })
    opened?.close()
    opened = undefined
    expect(readdirSync(folder)).toEqual(before)
  }

  /** Ann in the file, Bo in its log, as a killed process leaves them. */
  async function leaveLog(): Promise<void> {
    const store = await openStore(folder, now)
    const runner = makeRunner(store, handlers, clock, { changed: () => undefined, progress: () => undefined })
    await runner.call('people.add', { uid: crypto.randomUUID(), name: 'Bo' })
    for (const ending of ['', '-wal']) copyFileSync(file + ending, `${file}${ending}.kept`)
    store.close()
    for (const ending of ['', '-wal']) {
      copyFileSync(`${file}${ending}.kept`, file + ending)
      rmSync(`${file}${ending}.kept`)
    }
  }

  it.runIf(canMount || !isRoot)('read-only: opens to be read, its log with it', async () => {
    await leaveLog()
    if (isRoot) {
      execFileSync('mount', ['--bind', folder, folder])
      execFileSync('mount', ['-o', 'remount,bind,ro', folder])
    } else chmodSync(folder, 0o500)
    try {
      await expectReadOnly('file-read-only')
    } finally {
      opened?.close()
      opened = undefined
      if (isRoot) execFileSync('umount', [folder])
      else chmodSync(folder, 0o700)
    }
    // Writable again, it is as ever.
    expect((await open()).readOnly).toBeNull()
  })

  it.runIf(canMount)('full: opens to be read, its log with it', async () => {
    await leaveLog()
    const kept = ['', '-wal'].map((ending) => [ending, readFileSync(file + ending)] as const)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'full', folder])
    try {
      for (const [ending, bytes] of kept) writeFileSync(file + ending, bytes)
      writeFileSync(join(folder, 'lock.db'), '')
      try {
        for (;;) writeFileSync(join(folder, 'other'), Buffer.alloc(4096), { flag: 'a' })
      } catch {
        // Full.
      }
      await expectReadOnly('disk-full')
      rmSync(join(folder, 'other'))
      const store = await open()
      expect(store.readOnly).toBeNull()
      expect(readNames(store)).toEqual(['Ann', 'Bo'])
      store.close()
      opened = undefined
    } finally {
      execFileSync('umount', [folder])
    }
  })
})

describe('a blank start', () => {
  beforeEach(() => rmSync(file))

  it.each<[string, () => void]>([
    ['a file set aside', () => put('set-aside/2026-11-01 09-12/regulars.db')],
    ['a restore under way', () => put('restoring/candidate.db')],
    ['a log', () => put('regulars.db-wal')],
    ['a copy made before an upgrade', () => put('regulars.db.before-version-2-2026-11-01')],
  ])('asks where there is %s, and begins only when told to; all of it is kept', async (_what, leave) => {
    leave()
    await expect(open()).rejects.toMatchObject({ code: 'data-file-missing' })
    await expect(open()).rejects.toMatchObject({ code: 'data-file-missing' })
    expect(readNames(await open({ choice: 'begin-empty' }))).toEqual([])
    expect(listAll(folder).filter((path) => existsSync(path) && readIs(path, 'trace'))).toHaveLength(1)
    opened?.close()
    expect(readNames(await open())).toEqual([])
  })

  function put(name: string): void {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), 'trace')
  }
  const readIs = (path: string, text: string) =>
    statSync(path).isFile() && readFileSync(path, 'utf8') === text

  it('asks where a count or a known backup says that there was a shop, and names the backup', async () => {
    writeFileSync(file, sound)
    ;(await open()).close()
    rmSync(file)
    await expect(open()).rejects.toMatchObject({ code: 'data-file-missing', facts: { file } })
    rmSync(join(folder, 'regulars.changes'))
    const backups = ['/stick/Regulars 2026-11-20.db', '/stick/Regulars 2026-11-13.db']
    await expect(open({ backups })).rejects.toMatchObject({ facts: { backup: backups[0] } })
  })

  it('does not ask in an empty folder, or beside a lock alone', async () => {
    expect(readNames(await open())).toEqual([])
    opened?.close()
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    writeFileSync(join(folder, 'lock.db'), '')
    expect(readNames(await open())).toEqual([])
  })

  it('to begin anew is no way to lose a file that opens', async () => {
    writeFileSync(file, sound)
    expect(readNames(await open({ choice: 'begin-empty' }))).toEqual(['Ann'])
  })

  it('begins anew over a damaged file when told to, and keeps it', async () => {
    const damaged = Buffer.from(sound)
    damaged.fill(1, 4096, 40_000)
    damaged[3]! ^= 2
    writeFileSync(file, damaged)
    await expect(open()).rejects.toMatchObject({ code: 'data-file-damaged' })
    expect(readNames(await open({ choice: 'begin-empty' }))).toEqual([])
    const kept = listAll(join(folder, 'set-aside')).find((path) => path.endsWith(dataFileName))
    expect(readFileSync(kept!).equals(damaged)).toBe(true)
  })
})

describe('what an interrupted start left', () => {
  it('is gone at the next one, and nothing else is', async () => {
    for (const name of ['checking-1', 'set-aside/2026-11-01 09-12', 'set-aside/kept', 'photos'])
      mkdirSync(join(folder, name), { recursive: true })
    for (const name of [
      'regulars.db.before-version-2-x.part',
      'regulars.db.begun-wal',
      'checking-1/copy.db',
      'set-aside/kept/regulars.db',
      'holiday.part',
    ])
      writeFileSync(join(folder, name), 'x')
    ;(await open()).close()
    expect(readdirSync(folder).sort()).toEqual(
      ['holiday.part', 'lock.db', 'photos', 'regulars.changes', 'regulars.db', 'set-aside'].sort(),
    )
    expect(readdirSync(join(folder, 'set-aside'))).toEqual(['kept'])
  })
})

describe.runIf(process.platform !== 'win32')('who else may read', () => {
  it('nobody, whatever the permissions were before', async () => {
    mkdirSync(join(folder, 'set-aside', 'kept'), { recursive: true })
    writeFileSync(join(folder, 'set-aside', 'kept', 'regulars.db'), 'x')
    mkdirSync(join(folder, 'photos'))
    for (const path of listAll(folder)) chmodSync(path, statSync(path).isDirectory() ? 0o777 : 0o666)
    ;(await open()).close()
    const modes = listAll(folder)
      .filter((path) => !path.includes('photos'))
      .map((path) => `${path.slice(folder.length)} ${(statSync(path).mode & 0o777).toString(8)}`)
    expect(modes.filter((mode) => !/ (700|600)$/.test(mode))).toEqual([])
    // What is not ours is left as it is.
    expect(statSync(join(folder, 'photos')).mode & 0o777).toBe(0o777)
  })
})
