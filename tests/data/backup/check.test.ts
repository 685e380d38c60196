// A check finds damage wherever it is, says so in words, and never changes a byte of what it reads.
import { hash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDataFile } from '../../../src/data/backup/check-data-file.ts'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import type { CheckResult } from '../../../src/shared/contract/backup.ts'
import { hasMessage, say } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { makeRandom } from '../../support/random.ts'

let test: TestStore
let folder: string

beforeEach(async () => {
  test = await makeStore()
  folder = mkdtempSync(join(tmpdir(), 'regulars-check-'))
  for (const name of ['Ann', 'Bo', 'Cy']) {
    await test.call('people.add', {
      uid: crypto.randomUUID(),
      name,
      note: `Knows ${name}`,
      phone: '555 0100',
    })
  }
})

afterEach(() => {
  test.close()
  rmSync(folder, { recursive: true, force: true })
})

const checkLive = () => test.call('backup.check', {})
const checkFile = (file: string) => test.call('backup.check', { file: 'chosen' }, { paths: { chosen: file } })
const backUp = async () => (await test.call('backup.run', { folder: 'f' }, { paths: { f: folder } })).file
const keysOf = (result: CheckResult) => result.problems.map((problem) => problem.key)

/** A raw second connection, past everything that keeps the file whole. */
function change(file: string, sql: string): void {
  const sqlite = new Database(file)
  sqlite.unsafeMode(true)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.pragma('writable_schema = ON')
  sqlite.exec(sql)
  sqlite.close()
}

describe('checking the live file', () => {
  it('says what a good file holds', async () => {
    expect(await checkLive()).toEqual({
      good: true,
      file: test.store.file,
      people: 3,
      touches: 0,
      changeNumber: 3,
      contentHash: hashContent(test.store.sqlite),
      problems: [],
    })
  })

  it.each([
    ["UPDATE people SET name = 'Anne' WHERE id = 1", 'backup.check.rows'],
    ['DELETE FROM contact_points WHERE id = 2', 'backup.check.rows'],
    ['UPDATE people SET firm_id = 99 WHERE id = 1', 'backup.check.references'],
    ['DELETE FROM people_search WHERE rowid = 1', 'backup.check.search'],
    ["INSERT INTO touch_search (rowid, note) VALUES (7, 'nothing')", 'backup.check.search'],
    ['UPDATE person_summaries SET touches = 5 WHERE person_id = 1', 'backup.check.summaries'],
    ["UPDATE people_search_data SET block = x'00ff00ff' WHERE id > 1000", 'backup.check.structure'],
    ["DELETE FROM sqlite_schema WHERE name = 'touches_by_day'", 'backup.check.schema'],
    ['CREATE TRIGGER spy AFTER INSERT ON people BEGIN DELETE FROM touches; END', 'backup.check.schema'],
  ])('notices %s', async (sql, key) => {
    change(test.store.file, sql)
    const result = await checkLive()
    expect(result.good).toBe(false)
    expect(keysOf(result)).toContain(key)
    for (const problem of result.problems) {
      expect(hasMessage(problem.key)).toBe(true)
      expect(say(problem)).not.toMatch(/[{}]/)
    }
  })

  it('lets queries answer meanwhile', async () => {
    const order: string[] = []
    const check = checkLive().then(() => order.push('check'))
    await test.call('settings.get', {}).then(() => order.push('query'))
    await check
    expect(order).toEqual(['query', 'check'])
  })
})

describe('checking another file', () => {
  it('passes a good backup, leaving everything as it was', async () => {
    const file = await backUp()
    const before = readFileSync(file)
    const names = readdirSync(folder)
    expect(await checkFile(file)).toMatchObject({ good: true, people: 3, file })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(names)
  })

  it('reads a file with a log as a copy, and leaves no traces', async () => {
    const file = join(folder, 'regulars.db')
    for (const ending of ['', '-wal']) copyFileSync(test.store.file + ending, file + ending)
    const before = hash('sha256', readFileSync(file))
    expect(await checkFile(file)).toMatchObject({ good: true, people: 3, file })
    expect(readdirSync(folder).sort()).toEqual(['regulars.db', 'regulars.db-wal'])
    expect(hash('sha256', readFileSync(file))).toBe(before)
    expect(readdirSync(test.folder).filter((name) => name.startsWith('checking'))).toEqual([])
  })

  it('refuses any changed byte of a backup that has its manifest', async () => {
    const file = await backUp()
    const good = readFileSync(file)
    const random = makeRandom(14)
    for (let flip = 0; flip < 100; flip += 1) {
      const bad = Buffer.from(good)
      const at = random.below(bad.length)
      bad[at] = bad[at]! ^ (1 << random.below(8))
      writeFileSync(file, bad)
      const result = checkDataFile({ file, live: test.store.file }, () => undefined)
      expect(result.good, `byte ${at}`).toBe(false)
    }
  })

  it('finds most flips without a manifest too, and never crashes', async () => {
    const file = await backUp()
    rmSync(`${file}.sha256`)
    const good = readFileSync(file)
    const content = hashContent(test.store.sqlite)
    const random = makeRandom(15)
    for (let flip = 0; flip < 150; flip += 1) {
      const bad = Buffer.from(good)
      const at = random.below(bad.length)
      bad[at] = bad[at]! ^ (1 << random.below(8))
      writeFileSync(file, bad)
      const result = checkDataFile({ file, live: test.store.file }, () => undefined)
      // What passes holds exactly what was saved: a flip in unused space changes nothing the owner wrote.
      if (result.good) expect(result.contentHash, `byte ${at}`).toBe(content)
    }
    // A hundred and fifty whole checks: a busy machine takes its time.
  }, 120_000)

  it('knows a foreign file, a newer one and one cut short', async () => {
    const file = await backUp()
    rmSync(`${file}.sha256`)
    const foreign = join(folder, 'foreign.db')
    change(foreign, 'CREATE TABLE notes (text)')
    const newer = join(folder, 'newer.db')
    copyFileSync(file, newer)
    change(newer, 'PRAGMA user_version = 999')
    const short = join(folder, 'short.db')
    writeFileSync(short, readFileSync(file).subarray(0, 5000))
    const words = join(folder, 'words.txt')
    writeFileSync(words, 'Ann, Bo, Cy')
    const empty = join(folder, 'empty.db')
    writeFileSync(empty, '')
    expect(keysOf(await checkFile(foreign))).toEqual(['errors.data-file-foreign'])
    expect(keysOf(await checkFile(newer))).toEqual(['errors.data-file-newer'])
    expect((await checkFile(short)).good).toBe(false)
    expect(keysOf(await checkFile(words))).toEqual(['errors.data-file-foreign'])
    expect(keysOf(await checkFile(empty))).toEqual(['errors.data-file-foreign'])
    expect(say((await checkFile(foreign)).problems[0]!)).toContain('foreign.db')
    await expect(checkFile(join(folder, 'nowhere.db'))).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(checkFile(folder)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  it('knows the live file by any name', async () => {
    expect(await checkFile(test.store.file)).toMatchObject({ good: true, file: test.store.file })
  })
})
