// One bit turned in a backup, in the live file or in its log: what the program then says as if nothing were.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ownerTables } from '../../src/data/engine/tables.ts'
import { makeRandom, type Random } from '../support/random.ts'
import { type BuiltStorage, openBuilt } from './built-storage.ts'
import { refuseOwnMistake } from './own-mistake.ts'
import type { Range } from './rows.ts'
import { readSaid, setScene, startWorkload, waitFor } from './run-workload.ts'
import type { Tally } from './tally.ts'
import { clearPlace, copyBase, emptyFolder, makePlace, ownPeople, type Place } from './work-folder.ts'
import { loggedTouches } from './workflows.ts'

function flip(bytes: Buffer, random: Random): { bytes: Buffer; at: number } {
  const flipped = Buffer.from(bytes)
  const at = random.below(flipped.length)
  flipped[at]! ^= 1 << random.below(8)
  return { bytes: flipped, at }
}

/** All that the owner's tables hold, as SQLite reads it; a value that cannot be read is its error. */
function readOwnerRows(file: string): string {
  const sqlite = new Database(file)
  try {
    return ownerTables
      .map((table) => JSON.stringify(sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).raw().all()))
      .join('\n')
  } finally {
    sqlite.close()
  }
}

/** What SQLite alone notices: its own check says "ok". */
function isFineToSqlite(file: string): boolean {
  try {
    const sqlite = new Database(file)
    try {
      return sqlite.pragma('integrity_check', { simple: true }) === 'ok'
    } finally {
      sqlite.close()
    }
  } catch {
    return false
  }
}

function reads(file: string, wanted: string): 'same' | 'other' | 'unreadable' {
  try {
    return readOwnerRows(file) === wanted ? 'same' : 'other'
  } catch {
    return 'unreadable'
  }
}

/** A backup with a turned bit is refused, or what would be restored from it is what was backed up. */
export async function tryBackupFlips(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  const good = readFileSync(place.backup)
  const wanted = readOwnerRows(copyTo(place, good))
  const folder = copyBase(place, 'live')
  const storage = await openBuilt(place.program, folder)
  const file = join(emptyFolder(place, 'stick-flipped'), 'flipped.db')
  for (let seed = range.from; seed <= range.to; seed += 1) {
    const { bytes, at } = flip(good, makeRandom(seed))
    writeFileSync(file, bytes)
    // A stick's file may have come without its manifest: the harder case, so it is the usual one here.
    const withManifest = seed % 10 === 0
    if (withManifest) cpSync(`${place.backup}.sha256`, `${file}.sha256`)
    else rmSync(`${file}.sha256`, { force: true })
    tally.tried()
    await judgeFlippedBackup(storage, file, folder, wanted, `seed ${seed} byte ${at}`, withManifest, tally)
  }
  await storage.close()
  // Without the hashes of rows and file: SQLite's own check alone.
  for (let seed = range.from; seed < range.from + 40; seed += 1) {
    const copy = copyTo(place, flip(good, makeRandom(seed)).bytes)
    tally.control(isFineToSqlite(copy) && reads(copy, wanted) === 'other')
  }
  clearPlace(place)
}

function copyTo(place: Place, bytes: Buffer): string {
  const file = join(emptyFolder(place, 'read'), 'copy.db')
  writeFileSync(file, bytes)
  return file
}

async function judgeFlippedBackup(
  storage: BuiltStorage,
  file: string,
  folder: string,
  wanted: string,
  label: string,
  withManifest: boolean,
  tally: Tally,
): Promise<void> {
  const answer = await storage.inspect(file)
  const with_ = withManifest ? 'with' : 'without'
  if (!answer.ok) {
    tally.seen(`refused ${with_} manifest: ${answer.error.code}`)
    if (answer.error.code === 'unexpected')
      tally.fault('no words for it', `${label}: ${JSON.stringify(answer.error)}`)
    return
  }
  if (withManifest) tally.fault('accepted against its manifest', label)
  const verdict = reads(join(folder, 'restoring/candidate.db'), wanted)
  if (verdict === 'same') tally.seen('accepted, nothing of the owner’s changed')
  else tally.fault('false backup', `${label}: ${verdict}`)
}

/** What an owner can see of a file, by what it is. */
interface Views {
  records: Map<string, string>
  lists: Map<string, string>
  paper: Map<string, string>
  export: Map<string, string>
}
const kindsOfView = ['records', 'lists', 'paper', 'export'] as const

const lists: readonly (readonly [string, unknown])[] = [
  ['people.order', {}],
  ['focusList.get', {}],
  ['callSheets.list', {}],
  ['places.list', {}],
  ['settings.get', {}],
  ['texts.list', {}],
  ['today.get', {}],
  ['people.bin', {}],
]
const papers: readonly (readonly [string, unknown])[] = [
  ['callSheets.page', { week: '2026-W47' }],
  ['weekReview.get', { week: '2026-W47' }],
]

interface Look {
  refused: string | null
  views: Views
  /** What said that something is wrong: names of calls, with their codes. */
  said: string[]
}

async function look(place: Place, folder: string): Promise<Look> {
  const storage = await openBuilt(place.program, folder)
  const views: Views = { records: new Map(), lists: new Map(), paper: new Map(), export: new Map() }
  if (!storage.opened.ok) return { refused: storage.opened.error.code, views, said: [] }
  const said: string[] = []
  const ask = async (kind: keyof Views, name: string, input: unknown) => {
    const answer = await storage.call(name, input)
    if (!answer.ok) {
      refuseOwnMistake(answer.error)
      said.push(`${name}: ${answer.error.code}`)
    } else if (saysDamage(answer.value)) said.push(`${name}: said`)
    else
      views[kind].set(`${name} ${JSON.stringify(input)}`, JSON.stringify(answer.value).replaceAll(folder, ''))
  }
  for (const [name, input] of lists) await ask('lists', name, input)
  for (const [name, input] of papers) await ask('paper', name, input)
  for (let id = 1; id <= ownPeople; id += 1) {
    await ask('records', 'people.get', { id })
    await ask('records', 'touches.timeline', { personId: id })
  }
  await exportTo(storage, emptyFolder(place, 'exported'), views, said)
  await storage.close()
  return { refused: null, views, said }
}

/** An answer that names damage shows it as damage. */
const saysDamage = (value: unknown) =>
  /"(?:damaged|damage|inDoubt)":(?:true|\[[^\]]|\{|[1-9])/.test(JSON.stringify(value))

async function exportTo(
  storage: BuiltStorage,
  target: string,
  { export: files }: Views,
  said: string[],
): Promise<void> {
  const answer = await storage.call('importExport.export', { folder: 'T' }, { paths: { T: target } })
  if (!answer.ok) return void said.push(`export: ${answer.error.code}`)
  if (saysDamage(answer.value)) said.push('export: said')
  const { folder } = answer.value as { folder: string }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) files.set(entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  }
}

/** What is shown of a damaged live file is what was there, or is said to be damaged. */
export async function tryFileFlips(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  const good = readFileSync(join(place.base, 'regulars.db'))
  const wanted = await look(place, copyBase(place, 'live'))
  if (wanted.refused) throw new Error(`the file itself was refused: ${wanted.refused}`)
  // A second look shows what differs by itself from one to the next, as the day's date in an export's name.
  const again = await look(place, copyBase(place, 'live'))
  const steady = keepSame(wanted.views, again.views)
  for (let seed = range.from; seed <= range.to; seed += 1) {
    const { bytes, at } = flip(good, makeRandom(seed))
    const folder = emptyFolder(place, 'live')
    writeFileSync(join(folder, 'regulars.db'), bytes)
    tally.tried()
    judgeLook(await look(place, folder), steady, `seed ${seed} byte ${at}`, tally)
  }
  controlFile(place, good, range, tally)
  clearPlace(place)
}

function keepSame(one: Views, other: Views): Views {
  const same = (kind: keyof Views) =>
    new Map([...one[kind]].filter(([key, value]) => other[kind].get(key) === value))
  return { records: same('records'), lists: same('lists'), paper: same('paper'), export: same('export') }
}

function judgeLook({ refused, views, said }: Look, wanted: Views, label: string, tally: Tally): void {
  if (refused) {
    tally.seen(`start refused: ${refused}`)
    return
  }
  let wrong = 0
  for (const kind of kindsOfView) {
    const others = [...wanted[kind]].filter(
      ([key, value]) => views[kind].has(key) && views[kind].get(key) !== value,
    )
    if (others.length === 0) continue
    wrong += 1
    const [key, value] = others[0]!
    // An export is one whole: what it said of itself holds for all its files.
    if (kind === 'export' && said.some((line) => line.startsWith('export')))
      tally.seen('export said to be damaged')
    else if (kind === 'lists') tally.seen('lists: shown as fact')
    else
      tally.fault(
        `${kind}: shown as fact`,
        `${label} ${key}: ${findDifference(value, views[kind].get(key)!)}`,
      )
  }
  if (said.length > 0) tally.seen('said')
  else if (wrong === 0) tally.seen('nothing shown changed')
}

function findDifference(wanted: string, shown: string): string {
  let at = 0
  while (wanted[at] === shown[at] && at < wanted.length) at += 1
  return `${wanted.slice(Math.max(0, at - 20), at + 20)} ⇒ ${shown.slice(Math.max(0, at - 20), at + 20)}`
}

/** Records read straight from SQLite, as without the hash of each row. */
function controlFile(place: Place, good: Buffer, { from }: Range, tally: Tally): void {
  const wanted = readOwnerRows(copyTo(place, good))
  for (let seed = from; seed < from + 40; seed += 1) {
    tally.control(reads(copyTo(place, flip(good, makeRandom(seed)).bytes), wanted) === 'other')
  }
}

/** Touches that a damaged log took away are told of. */
export async function tryLogFlips(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  const { folder, done } = await leaveLog(place)
  const good = readFileSync(join(folder, 'regulars.db-wal'))
  for (let seed = range.from; seed <= range.to; seed += 1) {
    const { bytes, at } = flip(good, makeRandom(seed))
    const now = join(place.work, 'now')
    copyFolder(folder, now, bytes)
    tally.tried()
    await judgeLog(place, now, done, `seed ${seed} byte ${at} of ${good.length}`, tally)
  }
  // SQLite alone: it takes a damaged log's end for the end of what was written.
  for (let seed = range.from; seed < range.from + 10; seed += 1) {
    const now = join(place.work, 'now')
    copyFolder(folder, now, flip(good, makeRandom(seed)).bytes)
    const file = join(now, 'regulars.db')
    tally.control(countMissing(file, done) > 0 && isFineToSqlite(file))
  }
  clearPlace(place)
}

/** The index of the log is memory; the lock is nobody's. */
function copyFolder(from: string, to: string, log: Buffer): void {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to)
  for (const name of readdirSync(from))
    if (!name.endsWith('-shm')) cpSync(join(from, name), join(to, name), { recursive: true })
  writeFileSync(join(to, 'regulars.db-wal'), log)
}

/** A folder whose changes are in the log alone: its program was killed. */
async function leaveLog(place: Place): Promise<{ folder: string; done: string[] }> {
  const scene = setScene(place, 'log-and-stay', 'logged')
  const started = startWorkload(place, scene)
  await waitFor(`DONE K${loggedTouches}-`, started)
  started.process.kill('SIGKILL')
  await started.ended
  if (!existsSync(join(scene.folder, 'regulars.db-wal')))
    throw new Error(`no log was left: ${started.errors()}`)
  return { folder: scene.folder, done: readSaid(started.output()).done }
}

function countMissing(file: string, done: string[]): number {
  const sqlite = new Database(file)
  try {
    const there = new Set(sqlite.prepare('SELECT uid FROM commands').pluck().all())
    return done.filter((id) => !there.has(id)).length
  } catch {
    return -1
  } finally {
    sqlite.close()
  }
}

async function judgeLog(
  place: Place,
  folder: string,
  done: string[],
  label: string,
  tally: Tally,
): Promise<void> {
  const storage = await openBuilt(place.program, folder)
  if (!storage.opened.ok) return tally.seen(`start refused: ${storage.opened.error.code}`)
  const start = await storage.call('app.start', {})
  const checked = await storage.call('backup.check', { file: null })
  await storage.close()
  const missing = countMissing(join(folder, 'regulars.db'), done)
  if (missing === 0) return tally.seen('nothing missing')
  tally.seen('changes missing', missing)
  const told = start.ok ? ((start.value as { missing?: { count: number } | null }).missing ?? null) : null
  if (told) tally.seen(told.count === missing ? 'told, with the number' : 'told, with another number')
  else if (!start.ok || !checked.ok || !(checked.value as { good: boolean }).good)
    tally.seen('told by the check')
  else tally.fault('missing unsaid', `${label}: ${missing} of ${done.length} changes`)
}
