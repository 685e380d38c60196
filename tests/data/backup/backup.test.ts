// A backup counts only when it was reopened and matched; a failed one leaves nothing behind.
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyDataFile } from '../../../src/data/backup/copy-data-file.ts'
import { openStore } from '../../../src/data/engine/open-database.ts'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore
let folder: string

beforeEach(async () => {
  test = await makeStore()
  folder = mkdtempSync(join(tmpdir(), 'regulars-backup-'))
  await test.call('people.add', { uid: crypto.randomUUID(), name: 'Ann Ålund', phone: '555 0100' })
  await test.call('settings.change', { shopName: 'Petersen' })
})

afterEach(() => {
  test.close()
  rmSync(folder, { recursive: true, force: true })
})

function backUp(target = folder) {
  return test.call('backup.run', { folder: 'there' }, { paths: { there: target } })
}

describe('a backup', () => {
  it('is named by its day and time, and remembered', async () => {
    const made = await backUp()
    expect(made.file).toMatch(/Regulars 2026-11-23 \d\d-\d\d\.db$/)
    expect(made).toMatchObject({ people: 1, touches: 0, folder })
    const status = await test.call('backup.status', {})
    expect(status.last).toEqual(made)
    expect(status.dataFile).toBe(test.store.file)
    expect(test.changed.at(-1)).toEqual(['backup'])
  })

  it('opens as a data file with the same content', async () => {
    const content = hashContent(test.store.sqlite)
    const made = await backUp()
    const elsewhere = mkdtempSync(join(tmpdir(), 'regulars-restored-'))
    renameSync(made.file, join(elsewhere, 'regulars.db'))
    const restored = await openStore(elsewhere, '2026-11-24T09:00:00.000Z')
    expect(hashContent(restored.sqlite)).toBe(content)
    restored.close()
    rmSync(elsewhere, { recursive: true })
  })

  it('leaves two files and nothing else, and its manifest is what sha256sum reads', async () => {
    const made = await backUp()
    const name = made.file.slice(folder.length + 1)
    expect(readdirSync(folder).sort()).toEqual([name, `${name}.sha256`])
    const [sum] = readFileSync(`${made.file}.sha256`, 'utf8').split('  ')
    expect(sum).toBe(hash('sha256', readFileSync(made.file)))
    if (process.platform !== 'linux') return
    expect(execFileSync('sha256sum', ['-c', `${name}.sha256`], { cwd: folder, encoding: 'utf8' })).toBe(
      `${name}: OK\n`,
    )
  })

  it('opens from a place where nothing may be written beside it', async () => {
    const made = await backUp()
    // Journal mode DELETE: 1 and 1 in the header, where WAL has 2 and 2.
    expect([...readFileSync(made.file).subarray(18, 20)]).toEqual([1, 1])
  })

  it('takes another name when there is one of that minute', async () => {
    const first = await backUp()
    const kept = readFileSync(first.file)
    const second = await backUp()
    expect(second.file).not.toBe(first.file)
    expect(readFileSync(first.file).equals(kept)).toBe(true)
    expect((await test.call('backup.status', {})).recent).toHaveLength(2)
  })

  it('is one committed state while commands go on', async () => {
    const states = new Set([hashContent(test.store.sqlite)])
    let copied = false
    const backups = backUp().finally(() => {
      copied = true
    })
    let commands = 0
    while (!copied) {
      await test.call('people.add', { uid: crypto.randomUUID(), name: `Person ${commands}` })
      commands += 1
      states.add(hashContent(test.store.sqlite))
    }
    const made = await backups
    const copy = new Database(made.file, { readonly: true })
    expect(commands).toBeGreaterThan(3)
    expect(states).toContain(hashContent(copy))
    copy.close()
  })

  it('cleans up what an interrupted one left', async () => {
    writeFileSync(join(folder, 'Regulars 2026-11-20 09-00.db.part'), 'half')
    writeFileSync(join(folder, 'Regulars 2026-11-20 09-00.db.sha256.part'), 'half')
    writeFileSync(join(folder, 'Regulars 2026-11-20 09-00.db.part-journal'), 'half')
    writeFileSync(join(folder, 'mine.part'), 'not ours')
    const made = await backUp()
    const name = made.file.slice(folder.length + 1)
    expect(readdirSync(folder).sort()).toEqual([name, `${name}.sha256`, 'mine.part'])
  })

  it('makes a folder that is not there yet, but not two', async () => {
    await expect(backUp(join(folder, 'new'))).resolves.toMatchObject({ folder: join(folder, 'new') })
    await expect(backUp(join(folder, 'pulled', 'stick'))).rejects.toMatchObject({
      code: 'backup-target-unusable',
    })
    expect(existsSync(join(folder, 'pulled'))).toBe(false)
  })

  it('goes into no folder that holds the data file, by whatever name', async () => {
    symlinkSync(test.folder, join(folder, 'link'))
    await expect(backUp(test.folder)).rejects.toMatchObject({ code: 'backup-in-data-folder' })
    await expect(backUp(join(folder, 'link'))).rejects.toMatchObject({ code: 'backup-in-data-folder' })
    expect((await test.call('backup.status', {})).last).toBeNull()
  })

  it('refuses to copy a file whose pages are damaged, and keeps the backups there are', async () => {
    const good = await backUp()
    test.store.sqlite.exec('DROP INDEX touches_by_person')
    await expect(backUp()).rejects.toMatchObject({ code: 'data-file-damaged' })
    expect(readdirSync(folder)).toHaveLength(2)
    expect(existsSync(good.file)).toBe(true)
  })

  it('is not kept back by a damaged row, and says that there is one', async () => {
    expect((await backUp()).inDoubt).toEqual([])
    const disk = new Database(test.store.file)
    disk.exec("UPDATE people SET name = 'Nedds' WHERE id = 1")
    disk.close()
    const made = await backUp()
    const inDoubt = [{ key: 'backup.check.rows', facts: { count: 1, table: 'people' } }]
    expect(made.inDoubt).toEqual(inDoubt)
    const { recent } = await test.call('backup.status', {})
    expect(recent.map((backup) => backup.inDoubt)).toEqual([inDoubt, []])
    const checked = await test.call('backup.check', { file: 'it' }, { paths: { it: made.file } })
    expect(checked).toMatchObject({ good: false, problems: inDoubt })
  })

  it('does not count while its bytes say that a log belongs to it', async () => {
    const job = { file: test.store.file, folder, name: 'Regulars x' }
    const swallow = copyDataFile(job, (done) => {
      if (done !== 2) return
      const part = openSync(join(folder, 'Regulars x.db.part'), 'r+')
      writeSync(part, Buffer.from([2, 2]), 0, 2, 18)
      closeSync(part)
    })
    await expect(swallow).rejects.toMatchObject({ code: 'backup-mismatch' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves nothing when it fails on the way', async () => {
    const job = { file: test.store.file, folder, name: 'Regulars x' }
    const breakAt = async (step: number) => {
      await copyDataFile(job, (done) => {
        if (done === step) throw new Error('pulled out')
      })
    }
    for (const step of [1, 2, 3]) {
      await expect(breakAt(step)).rejects.toMatchObject({ code: 'backup-target-unusable' })
      expect(readdirSync(folder)).toEqual([])
    }
  })

  it('says so when the copy does not match', async () => {
    const job = { file: test.store.file, folder, name: 'Regulars x' }
    const spoil = copyDataFile(job, (done) => {
      if (done !== 1) return
      const part = join(folder, 'Regulars x.db.part')
      const copy = new Database(part)
      copy.prepare("UPDATE people SET name = 'Somebody else'").run()
      copy.close()
    })
    await expect(spoil).rejects.toMatchObject({ code: 'backup-mismatch' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses a file in the place of the folder', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(backUp(join(folder, 'file'))).rejects.toMatchObject({ code: 'backup-target-unusable' })
  })
})
