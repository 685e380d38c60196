// A log that was damaged loses commits without an error; the count beside the file tells how many.
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectRestore, swapStore } from '../../../src/data/backup/restore.ts'
import { readState } from '../../../src/data/engine/bookkeeping.ts'
import { changeFileName, readChangeFile } from '../../../src/data/engine/change-file.ts'
import { dataFileName, openStore } from '../../../src/data/engine/open-database.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { makeRandom } from '../../support/random.ts'

let shop: TestStore
/** As the disk is after the process was killed. */
let folder: string
let file: string
const clock = { now: () => '2026-11-24T10:00:00.000Z', today: () => '2026-11-24' }

beforeEach(async () => {
  shop = await makeStore()
  folder = mkdtempSync(join(tmpdir(), 'regulars-count-'))
  file = join(folder, dataFileName)
})
afterEach(() => {
  shop.close()
  rmSync(folder, { recursive: true, force: true })
})

const names = [dataFileName, `${dataFileName}-wal`, changeFileName]
const add = (name: string) => shop.call('people.add', { uid: crypto.randomUUID(), name })

function kill(): void {
  rmSync(folder, { recursive: true, force: true })
  folder = mkdtempSync(join(tmpdir(), 'regulars-count-'))
  file = join(folder, dataFileName)
  for (const name of names) copyFileSync(join(shop.folder, name), join(folder, name))
}

/** What is told of after the start, and what the file holds then. */
async function start(): Promise<{ missing: unknown; people: number }> {
  const store = await openStore(folder, clock.now())
  const told = store.sqlite
    .prepare("SELECT value FROM bookkeeping WHERE key = 'changes_missing'")
    .pluck()
    .get()
  const people = store.sqlite.prepare('SELECT count(*) FROM people').pluck().get() as number
  store.close()
  const { count, since } = told
    ? (JSON.parse(told as string) as { count: number; since: string })
    : { count: 0, since: '' }
  return { missing: told ? { count, since } : null, people }
}

function flip(path: string, byte: number, bit: number): void {
  const bytes = readFileSync(path)
  bytes[byte]! ^= 1 << bit
  writeFileSync(path, bytes)
}

describe('the count', () => {
  it('goes along with every command, and names the file', async () => {
    await add('Ann')
    await add('Bo')
    expect(readChangeFile(shop.store.file)).toEqual(readState(shop.store.sqlite))
    expect(readChangeFile(shop.store.file)).toMatchObject({ changeNumber: 2, generation: 0 })
  })

  it('is silent after a kill that took nothing', async () => {
    for (const name of ['Ann', 'Bo', 'Cy']) await add(name)
    kill()
    expect(await start()).toEqual({ missing: null, people: 3 })
  })

  it('tells exactly what any flip in the log took away', async () => {
    for (let index = 0; index < 12; index += 1) await add(`Person ${index}`)
    const random = makeRandom(7)
    let lost = 0
    for (let round = 0; round < 25; round += 1) {
      kill()
      flip(`${file}-wal`, random.below(readFileSync(`${file}-wal`).length), random.below(8))
      const { missing, people } = await start()
      // The control: such flips do lose people, and SQLite does not say so.
      if (people < 12) lost += 1
      expect(missing === null ? 0 : (missing as { count: number }).count, `round ${round}`).toBe(12 - people)
      // The log as it was is kept with its file.
      if (people < 12) expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1)
    }
    expect(lost).toBeGreaterThan(15)
  }, 60_000)

  it('says since when, tells it once until it is noted, and adds up', async () => {
    await add('Ann')
    await shop.reopen()
    await add('Bo')
    kill()
    writeFileSync(`${file}-wal`, '')
    const { missing } = await start()
    expect(missing).toMatchObject({ count: 1, since: expect.stringMatching(/^2026-11-23T09:00/) })
    expect((await start()).missing).toEqual(missing)
    await shop.reopen()
    for (const name of names.filter((one) => existsSync(join(folder, one))))
      copyFileSync(join(folder, name), join(shop.folder, name))
    await shop.reopen()
    expect((await shop.call('app.start', {})).missing).toEqual(missing)
    await shop.call('app.noteMissing', {})
    expect((await shop.call('app.start', {})).missing).toBeNull()
    await shop.reopen()
    expect((await shop.call('app.start', {})).missing).toBeNull()
  })

  it.each<[string, (path: string) => void]>([
    ['missing', (path) => rmSync(path)],
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, 40))],
    ['of no bytes', (path) => writeFileSync(path, '')],
    ['damaged', (path) => flip(path, 60, 0)],
    ['a count behind the file’s', (path) => writeFileSync(path, behind)],
  ])('alarms nobody when it is %s', async (_what, spoil) => {
    await add('Ann')
    behind = readFileSync(join(shop.folder, changeFileName))
    await add('Bo')
    kill()
    spoil(join(folder, changeFileName))
    expect(await start()).toEqual({ missing: null, people: 2 })
    expect(readChangeFile(file)).toMatchObject({ changeNumber: 2 })
  })

  it('is begun anew by a restore, which is a new generation', async () => {
    await add('Ann')
    const { file: backup } = await shop.call('backup.run', { folder: 'f' }, { paths: { f: folder } })
    for (const name of ['Bo', 'Cy']) await add(name)
    const source = { file: backup, folder: shop.folder, store: shop.store, clock }
    const pending = await inspectRestore(source, () => undefined)
    const { store } = await swapStore(shop.folder, pending, clock, shop.store.closeFile())
    expect(readState(store.sqlite)).toMatchObject({ generation: 1, changeNumber: 1 })
    expect(readChangeFile(store.file)).toEqual(readState(store.sqlite))
    store.close()
    await shop.reopen()
    expect((await shop.call('app.start', {})).missing).toBeNull()
  })

  it('of another file says nothing about this one', async () => {
    const other = await makeStore({ today: '2026-11-20' })
    for (const name of ['Ann', 'Bo', 'Cy']) await other.call('people.add', { uid: crypto.randomUUID(), name })
    await add('Zoe')
    kill()
    copyFileSync(join(other.folder, changeFileName), join(folder, changeFileName))
    other.close()
    expect(await start()).toEqual({ missing: null, people: 1 })
  })
})

let behind = Buffer.alloc(0)
