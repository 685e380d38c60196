// Writes everything the file holds in forms other programs read, from one snapshot: CSV for spreadsheets and exact CSV, one vCard file.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { AppError } from '../../shared/errors.ts'
import type { FileWork } from '../engine/file-work.ts'
import { openToRead } from '../engine/open-database.ts'
import { findDamagedRows } from '../engine/row-hashes.ts'
import type { ReadingSqlite, Sqlite } from '../engine/store.ts'
import { ownerTables } from '../engine/tables.ts'
import { isInUse } from '../records/shown-people.ts'
import { exactUidHeading, guardCell, uidHeading } from './spreadsheet-cell.ts'
import { type CardPerson, writeCard } from './write-vcard.ts'

export interface ExportJob {
  file: string
  folder: string
  /** The name of the new folder, where `folder` holds something already. */
  name: string
}

export interface Exported {
  /** The folder the files are in. */
  folder: string
  /** Their names inside it. */
  files: string[]
  people: number
  /** Rows that the disk has changed; `in-doubt.csv` names them. */
  inDoubt: number
}

/** Rows written at once. */
const sliceSize = 2000
const unfinished = '.unfinished'
/** The folder of the files for other programs, where every value is exactly as it is kept. */
const exact = 'exact'
/** By it spreadsheets know that the letters are UTF-8. */
const utf8Mark = '\ufeff'

export const exportWork: FileWork<ExportJob, Exported> = { name: 'export', run: writeExport }

/**
 * A folder that is missing or empty is filled; in any other a new one is made. All files or none.
 * @throws AppError export-target-unusable, data-file-damaged
 */
export function writeExport(job: ExportJob, progress: (done: number, total: number) => void): Exported {
  let target: { folder: string; made: boolean } | undefined
  try {
    target = prepareTarget(job)
    const { folder } = target
    const draft = join(folder, unfinished)
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(join(draft, exact, 'tables'), { recursive: true })
    const { files, people, inDoubt } = readSnapshot(job.file, (sqlite) => writeFiles(sqlite, draft, progress))
    mkdirSync(join(folder, exact, 'tables'), { recursive: true })
    for (const file of files) renameSync(join(draft, file), join(folder, file))
    rmSync(draft, { recursive: true })
    return { folder, files, people, inDoubt }
  } catch (error) {
    if (target) clearTarget(target)
    if (error instanceof AppError) throw error
    const { code = '' } = error as NodeJS.ErrnoException
    const damaged = code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
    if (damaged) throw new AppError('data-file-damaged', { file: job.file }, { cause: error })
    throw new AppError('export-target-unusable', { folder: job.folder }, { cause: error })
  }
}

function prepareTarget(job: ExportJob): { folder: string; made: boolean } {
  if (!existsSync(job.folder)) {
    mkdirSync(job.folder)
    return { folder: job.folder, made: true }
  }
  if (readdirSync(job.folder).filter((name) => name !== unfinished).length === 0) {
    return { folder: job.folder, made: false }
  }
  for (let number = 1; ; number += 1) {
    const folder = join(job.folder, number === 1 ? job.name : `${job.name} (${number})`)
    if (existsSync(folder)) continue
    mkdirSync(folder)
    return { folder, made: true }
  }
}

/** It was empty or not there when we began. */
function clearTarget({ folder, made }: { folder: string; made: boolean }): void {
  try {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
    if (made) rmdirSync(folder)
  } catch {
    // The stick is gone: what failed first is what the owner must know.
  }
}

function readSnapshot<T>(file: string, read: (sqlite: Sqlite) => T): T {
  const sqlite = openToRead(file)
  try {
    sqlite.exec('BEGIN')
    return read(sqlite)
  } finally {
    sqlite.close()
  }
}

function writeFiles(sqlite: Sqlite, draft: string, progress: (done: number, total: number) => void) {
  const views = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' AND name GLOB 'report_*' ORDER BY name")
    .pluck()
    .all() as string[]
  const files: string[] = []
  const total = views.length * 2 + ownerTables.length + 1
  const write = (file: string, pieces: Iterable<string>) => {
    writePieces(join(draft, file), pieces)
    files.push(file)
    progress(files.length, total)
  }
  for (const view of views) {
    write(`${view}.csv`, spreadsheetOf(sqlite, selectView(view, uidHeading)))
    write(join(exact, `${view}.csv`), csvOf(sqlite, selectView(view, exactUidHeading)))
  }
  let people = 0
  const cards = function* () {
    for (const person of listCards(sqlite)) {
      people += 1
      yield writeCard(person)
    }
  }
  write('people.vcf', cards())
  for (const table of ownerTables) {
    write(join(exact, 'tables', `${table}.csv`), csvOf(sqlite, `SELECT * FROM ${table} ORDER BY id`))
  }
  const doubtful = ownerTables.flatMap((table) => findDamagedRows(sqlite, table).map((id) => [table, id]))
  if (doubtful.length > 0) write('in-doubt.csv', [unparse([['table', 'id'], ...doubtful])])
  return { files, people, inDoubt: doubtful.length }
}

/** People carry the id that never changes as well, so that importing them again finds the same ones. */
function selectView(view: string, heading: string): string {
  if (view !== 'report_people') return `SELECT * FROM ${view}`
  return `SELECT v.*, p.uid AS ${heading}, ${listOf(consentsOf)} AS consents, ${listOf(fieldsOf)} AS file_fields
    FROM report_people v JOIN people p ON p.id = v.id ORDER BY v.id`
}

/** What they said of each channel, and what files said beside, each as one list, in order. */
const consentsOf = `SELECT json_array(channel, answer, said_on, how) AS item FROM consents
  WHERE person_id = p.id ORDER BY said_on, id`
const fieldsOf = `SELECT json_array(label, value) AS item FROM file_fields
  WHERE person_id = p.id ORDER BY position, id`

/** '' for nobody of whom there is any. */
const listOf = (items: string) =>
  `coalesce((SELECT '[' || group_concat(item, ',') || ']' FROM (${items})), '')`

/** RFC 4180: commas, CRLF, quotes where needed; UTF-8 without a mark, every value exactly as it is kept. */
function* csvOf(sqlite: Sqlite, sql: string, change = (row: unknown[]): unknown[] => row): Iterable<string> {
  const statement = sqlite.prepare(sql)
  const names = statement.columns().map((column) => column.name)
  yield unparse([names])
  let slice: unknown[][] = []
  for (const row of statement.raw(true).iterate() as Iterable<unknown[]>) {
    slice.push(change(row))
    if (slice.length < sliceSize) continue
    yield unparse(slice)
    slice = []
  }
  if (slice.length > 0) yield unparse(slice)
}

/** The same for a spreadsheet: with its mark, and no cell that it would work out or round. */
function* spreadsheetOf(sqlite: Sqlite, sql: string): Iterable<string> {
  yield utf8Mark
  yield* csvOf(sqlite, sql, (row) => row.map(guardValue))
}

/** Numbers stay numbers, but for those below zero, whose sign is no letter to begin a cell with. */
function guardValue(value: unknown): unknown {
  if (typeof value === 'string') return guardCell(value)
  return typeof value === 'number' && value < 0 ? guardCell(String(value)) : value
}

function unparse(rows: unknown[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`
}

type CardRow = Omit<CardPerson, 'contacts' | 'consents' | 'fields'> & {
  id: number
  /** JSON. */
  consents: string
  fields: string
}

function* listCards(sqlite: ReadingSqlite): Iterable<CardPerson> {
  const contacts = sqlite.prepare(
    'SELECT kind, value, label FROM contact_points WHERE person_id = ? ORDER BY position, id',
  )
  const people = sqlite.prepare(
    `SELECT p.id, p.uid, p.name, p.given_name AS givenName, p.family_name AS familyName,
       p.also_known_as AS alsoKnownAs, coalesce(f.name, '') AS firm, p.role, p.birthday, p.note, p.labels,
       p.never_contact_on AS neverContactOn, p.never_contact_reason AS neverContactReason, p.died_on AS diedOn,
       ${listOf(consentsOf)} AS consents, ${listOf(fieldsOf)} AS fields
     FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE ${isInUse('p')} ORDER BY p.id`,
  )
  const parse = <List>(text: string) => (text === '' ? [] : JSON.parse(text)) as List
  for (const { id, ...person } of people.iterate() as Iterable<CardRow>) {
    yield {
      ...person,
      consents: parse(person.consents),
      fields: parse(person.fields),
      contacts: contacts.all(id) as CardPerson['contacts'],
    }
  }
}

function writePieces(file: string, pieces: Iterable<string>): void {
  const handle = openSync(file, 'wx')
  try {
    for (const piece of pieces) writeAll(handle, Buffer.from(piece, 'utf8'))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A disk that fills up may take only a part. */
function writeAll(handle: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
}
