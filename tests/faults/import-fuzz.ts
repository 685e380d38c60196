// Files to import, broken in every way that files are: each record is accounted for, and an import taken back leaves nothing.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import Database from 'better-sqlite3'
import { ownerTables } from '../../src/data/engine/tables.ts'
import { countCards, countFilledRows } from '../support/import-count.ts'
import { makeRandom } from '../support/random.ts'
import { type BuiltStorage, openBuilt } from './built-storage.ts'
import { mutateFile } from './mutate-file.ts'
import { refuseOwnMistake } from './own-mistake.ts'
import type { Range } from './rows.ts'
import type { Tally } from './tally.ts'
import { clearPlace, copyBase, makePlace, type Place } from './work-folder.ts'
import { remarks } from './workflows.ts'

const fixtures = join(import.meta.dirname, '../fixtures/import')
const slowMs = 5_000

export async function tryImportFuzz(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  const files = [place.csv, place.cards, ...listFixtures()].map((path) => ({
    path,
    bytes: readFileSync(path),
  }))
  const storage = await openBuilt(place.program, copyBase(place, 'fuzz'))
  if (!storage.opened.ok) throw new Error(storage.opened.error.code)
  const sqlite = new Database(storage.opened.value.file, { readonly: true })
  let before = readContent(sqlite)
  for (let seed = range.from; seed <= range.to; seed += 1) {
    const random = makeRandom(seed)
    const source = random.pick(files)
    const other = random.pick(files).bytes
    const file = join(place.work, `mutated${extname(source.path)}`)
    const bytes = mutateFile(source.bytes, other, random)
    writeFileSync(file, bytes)
    tally.tried()
    await judgeImport(storage, file, bytes, `seed ${seed} ${source.path.split('/').at(-1)}`, tally)
    const after = readContent(sqlite)
    if (after !== before) tally.fault('left behind', `seed ${seed}`)
    before = after
  }
  await control(storage, place, tally)
  sqlite.close()
  const checked = await storage.call('backup.check', { file: null })
  if (!checked.ok || !(checked.value as { good: boolean }).good)
    tally.fault('damaged', JSON.stringify(checked))
  await storage.close()
  clearPlace(place)
}

function listFixtures(): string[] {
  const names = readdirSync(fixtures).filter((name) => /\.(csv|vcf)$/.test(name))
  return names.toSorted().map((name) => join(fixtures, name))
}

/** All of the owner's but the record of imports, which stays on purpose. */
function readContent(sqlite: Database.Database): string {
  return ownerTables
    .filter((table) => table !== 'imports' && table !== 'import_rows')
    .map((table) => JSON.stringify(sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).raw().all()))
    .join('\n')
}

interface Counts {
  id: number
  added: number
  merged: number
  skipped: number
  rejected: unknown[]
  skips: { count: number }[]
}
interface Seen {
  error: unknown
  people: number
  skipped: number
  rejected: number
  mapping: { hasHeader: boolean } | null
}

async function judgeImport(
  storage: BuiltStorage,
  file: string,
  bytes: Buffer,
  label: string,
  tally: Tally,
): Promise<void> {
  const paths = { T: file }
  const input = { files: ['T'], country: 'US' }
  const preview = await storage.call('importExport.preview', input, { paths })
  const started = performance.now()
  const commandId = crypto.randomUUID()
  const answer = await storage.call('importExport.import', { ...input, remarks }, { commandId, paths })
  const took = Math.round(performance.now() - started)
  if (took > slowMs) tally.fault('slow', `${label}: ${took} ms`)
  if (!answer.ok) {
    refuseOwnMistake(answer.error)
    tally.seen(`refused: ${answer.error.code}`)
    if (answer.error.code === 'unexpected')
      tally.fault('no words for it', `${label}: ${JSON.stringify(answer.error)}`)
    return
  }
  const counts = answer.value as Counts
  const seen = preview.ok ? (preview.value as Seen[])[0]! : null
  judgeCounts(counts, seen, countRecords(file, bytes, seen), label, tally)
  const taken = await storage.call(
    'importExport.takeBack',
    { id: counts.id },
    { commandId: crypto.randomUUID() },
  )
  if (!taken.ok) tally.fault('not taken back', `${label}: ${JSON.stringify(taken.error)}`)
}

const sumOf = ({ added, merged, skipped, rejected }: Counts) => added + merged + skipped + rejected.length

/** How many records the bytes hold at least; null where an open quotation mark leaves that open. */
function countRecords(file: string, bytes: Buffer, seen: Seen | null): number | null {
  if (extname(file) === '.vcf') return countCards(bytes)
  if (bytes.toString('latin1').split('"').length % 2 === 0) return null
  return countFilledRows(bytes) - (seen?.mapping?.hasHeader === false ? 0 : 1)
}

function judgeCounts(
  counts: Counts,
  seen: Seen | null,
  held: number | null,
  label: string,
  tally: Tally,
): void {
  const sum = sumOf(counts)
  tally.seen('imported')
  tally.seen('records', sum)
  if (seen && !seen.error && seen.people + seen.skipped + seen.rejected !== sum) {
    tally.fault(
      'preview counts otherwise',
      `${label}: ${JSON.stringify([seen.people, seen.skipped, seen.rejected, sum])}`,
    )
  }
  if (counts.skips.reduce((total, { count }) => total + count, 0) !== counts.skipped) {
    tally.fault('skipped without a reason', label)
  }
  if (held === null) tally.seen('not counted: an open quotation mark')
  else if (sum < held) tally.fault('fewer than the file holds', `${label}: ${sum} of ${held}`)
  else if (sum > held) tally.seen('more than the count')
}

/** An importer that drops the last record without a word: the count of the whole file must tell. */
async function control(storage: BuiltStorage, place: Place, tally: Tally): Promise<void> {
  for (const path of [place.csv, place.cards]) {
    const bytes = readFileSync(path)
    const text = bytes.toString()
    const end =
      extname(path) === '.vcf' ? text.lastIndexOf('BEGIN:VCARD') : text.trimEnd().lastIndexOf('\n') + 1
    const cut = join(place.work, `cut${extname(path)}`)
    writeFileSync(cut, text.slice(0, end))
    const preview = await storage.call(
      'importExport.preview',
      { files: ['T'], country: 'US' },
      { paths: { T: cut } },
    )
    const [seen] = preview.ok ? (preview.value as [Seen]) : [null]
    tally.control(
      seen !== null && seen.people + seen.skipped + seen.rejected < countRecords(path, bytes, seen)!,
    )
  }
}
