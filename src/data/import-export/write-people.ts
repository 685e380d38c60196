// Writes records as people: new ones whole, known ones only where they were blank; nothing the owner typed is lost.
import type { RemarkWords } from '../../shared/contract/import-export.ts'
import type { MessageRef } from '../../shared/errors.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import { makeSortName } from '../engine/search-index.ts'
import type { Sqlite } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import type { ImportedField } from './imported-record.ts'
import type { Incoming, IncomingContact } from './match-people.ts'
import { makeWishesWriter } from './write-wishes.ts'
import {
  type Columns,
  hashContact,
  hashFirm,
  hashPerson,
  joinLines,
  type MadeFirm,
  type Written,
} from './written-rows.ts'

const newPersonColumns = [
  'uid',
  'name',
  'sort_name',
  'given_name',
  'family_name',
  'also_known_as',
  'firm_id',
  'role',
  'birthday',
  'note',
  'source',
  'found_words',
  'is_private',
  'created_at',
  'created_on',
  'labels',
  'never_contact_on',
  'never_contact_reason',
  'died_on',
] as const

interface ContactRow {
  id: number
  kind: string
  value: string
  normalised: string
  position: number
}

export interface PeopleWriter {
  /** Adds a record as a new person. */
  add(record: Incoming): { id: number; written: Written }
  /** Adds to a person what the record knows more; `written` is null when it knows nothing more. */
  merge(record: Incoming, id: number): { written: Written | null; remarks: MessageRef[] }
}

interface Writing {
  /** The import that fields of a file belong to; null where there is no file, and so no fields. */
  importId: number | null
  /** They date what is made. */
  now: string
  today: string
  remarks: RemarkWords
}

/** Writes through prepared statements inside the running command. */
export function makePeopleWriter(sqlite: Sqlite, { importId, now, today, remarks }: Writing): PeopleWriter {
  const wishes = makeWishesWriter(sqlite, { importId, today, inFile: remarks.inFile })
  const insertPerson = sqlite.prepare(
    `INSERT INTO people (${newPersonColumns.join(', ')}) VALUES (${newPersonColumns.map(() => '?').join(', ')})`,
  )
  const insertContact = sqlite.prepare(
    'INSERT INTO contact_points (uid, person_id, kind, value, label, normalised, position) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const readPerson = sqlite.prepare(
    'SELECT p.*, f.name AS firm_name FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.id = ?',
  )
  const readContacts = sqlite.prepare(
    'SELECT id, kind, value, normalised, position FROM contact_points WHERE person_id = ? ORDER BY position, id',
  )
  const findFirm = makeFirmFinder(sqlite, now)

  const putContact = (personId: number, contact: IncomingContact, position: number) => {
    const { kind, value, label, normalised } = contact
    const { lastInsertRowid } = insertContact.run(
      makeUid(),
      personId,
      kind,
      value,
      label,
      normalised,
      position,
    )
    return Number(lastInsertRowid)
  }

  return {
    add(record) {
      const { person, contacts } = record
      const firm = findFirm(person.firm)
      const columns: Columns = {
        uid: record.newUid ?? makeUid(),
        name: person.name,
        sort_name: record.sortName,
        given_name: person.givenName,
        family_name: person.familyName,
        also_known_as: person.alsoKnownAs,
        firm_id: firm?.id ?? null,
        role: person.role,
        birthday: person.birthday,
        note: person.note,
        source: person.source,
        found_words: person.foundWords,
        is_private: 0,
        created_at: now,
        created_on: today,
        labels: person.tags.join(', '),
        ...wishes.columnsOf(person.wishes),
      }
      const id = Number(insertPerson.run(newPersonColumns.map((name) => columns[name])).lastInsertRowid)
      for (const [position, contact] of contacts.entries()) putContact(id, contact, position)
      wishes.addFields(id, person.fields)
      const consents = wishes.addConsents(id, person)
      const written = {
        person: hashPerson(columns, contacts),
        ...(consents.length > 0 && { consents }),
        ...firmPart(firm?.made),
      }
      return { id, written }
    },

    merge(record, id) {
      const row = readPerson.get(id) as Columns
      const known = readContacts.all(id) as ContactRow[]
      const added: [number, string][] = []
      let position = (known.at(-1)?.position ?? -1) + 1
      for (const contact of record.contacts) {
        if (known.some((point) => isSameContact(point, contact))) continue
        const pointId = putContact(id, contact, position)
        known.push({ ...contact, id: pointId, position })
        added.push([pointId, hashContact(contact)])
        position += 1
      }
      const firm = row.firm_id === null ? findFirm(record.person.firm) : undefined
      const { filled, fields } = fillBlanks(record, row, firm?.id ?? null, remarks)
      const note = missingLines(String(row.note), [record.person.note])
      const news = wishes.merge(row, record.person)
      Object.assign(filled, news.filled)
      const columns = Object.keys(filled)
      if (note !== '') columns.push('note')
      if (columns.length > 0) {
        const values = columns.map((column) =>
          column === 'note' ? joinLines(String(row.note), note) : filled[column]![1],
        )
        const assignments = columns.map((column) => `${column} = ?`).join(', ')
        sqlite.prepare(`UPDATE people SET ${assignments} WHERE id = ?`).run(...values, id)
      }
      news.settle()
      const fieldIds = wishes.addFields(id, [...fields, ...record.person.fields])
      const nothing = columns.length + added.length + fieldIds.length + news.consents.length === 0
      const written: Written = {
        contacts: added,
        filled,
        note,
        ...(fieldIds.length > 0 && { fields: fieldIds }),
        ...(news.consents.length > 0 && { consents: news.consents }),
        ...firmPart(firm?.made),
      }
      return { written: nothing ? null : written, remarks: news.remarks }
    },
  }
}

function firmPart(made: MadeFirm | undefined): { firm?: MadeFirm } {
  return made ? { firm: made } : {}
}

/** Firms by folded name, those in the file first; made when there is none. */
function makeFirmFinder(sqlite: Sqlite, now: string) {
  const find = sqlite
    .prepare(
      "SELECT id FROM firms WHERE sort_name = ? AND deleted_at IS NULL AND kind <> 'household' ORDER BY id",
    )
    .pluck()
  const insert = sqlite.prepare(
    'INSERT INTO firms (uid, name, sort_name, kind, note, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const known = new Map<string, number>()
  return (name: string): { id: number; made?: MadeFirm } | undefined => {
    if (name === '') return undefined
    const sortName = makeSortName(name) || name
    const id = known.get(sortName) ?? (find.get(sortName) as number | undefined)
    if (id !== undefined) {
      known.set(sortName, id)
      return { id }
    }
    const uid = makeUid()
    const made = Number(insert.run(uid, name, sortName, 'business', '', now).lastInsertRowid)
    known.set(sortName, made)
    const columns = { uid, name, sort_name: sortName, kind: 'business', note: '', created_at: now }
    return { id: made, made: [made, hashFirm(columns)] }
  }
}

function isSameContact(point: ContactRow, contact: IncomingContact): boolean {
  if (point.kind !== contact.kind) return false
  return contact.normalised === '' ? point.value === contact.value : point.normalised === contact.normalised
}

/** The columns a record fills, and as fields of the file what it says otherwise than the owner. */
function fillBlanks(
  { person, sortName }: Incoming,
  row: Columns,
  firmId: number | null,
  remarks: RemarkWords,
) {
  const filled: Record<string, [string | number | null, string | number | null]> = {}
  const fields: ImportedField[] = []
  const remark = (field: keyof RemarkWords, value: string) => fields.push({ label: remarks[field], value })
  const fill = (column: string, value: string | null) => {
    const before = row[column] ?? null
    if (value === null || value === '') return true
    if (before !== null && before !== '') return foldText(String(before)) === foldText(value)
    filled[column] = [before, value]
    return true
  }
  if (row.name === '' && person.name !== '') {
    fill('name', person.name)
    filled.sort_name = [row.sort_name ?? '', sortName]
  }
  // A name that was never parted is written as a given name by cards, ours too.
  const isParted = person.familyName !== '' || person.givenName !== row.name
  if (row.given_name === '' && row.family_name === '' && isParted) {
    fill('given_name', person.givenName)
    fill('family_name', person.familyName)
  }
  const otherNames = person.alsoKnownAs.split(', ')
  if (!fill('name', person.name)) otherNames.push(person.name)
  const names = missingNames(String(row.also_known_as), otherNames)
  if (names !== row.also_known_as) filled.also_known_as = [row.also_known_as ?? '', names]
  const labels = missingNames(String(row.labels), person.tags.join(', ').split(', '))
  if (labels !== row.labels) filled.labels = [row.labels ?? '', labels]
  if (firmId !== null) filled.firm_id = [null, firmId]
  else if (person.firm !== '' && foldText(String(row.firm_name ?? '')) !== foldText(person.firm)) {
    remark('firm', person.firm)
  }
  if (!fill('role', person.role)) remark('role', person.role)
  if (!fill('birthday', person.birthday)) remark('birthday', person.birthday ?? '')
  if (!fill('source', person.source)) remark('source', person.source)
  if (!fill('found_words', person.foundWords)) remark('foundWords', person.foundWords)
  return { filled, fields }
}

function missingNames(known: string, others: string[]): string {
  const names = known === '' ? [] : known.split(', ')
  for (const other of others) {
    if (other !== '' && !names.some((name) => foldText(name) === foldText(other))) names.push(other)
  }
  return names.join(', ')
}

/** The lines a note does not hold yet, in their order. */
function missingLines(note: string, texts: string[]): string {
  const known = new Set(note.split('\n').map((line) => line.trim()))
  const missing: string[] = []
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    if (line.trim() === '' || known.has(line.trim())) continue
    known.add(line.trim())
    missing.push(line)
  }
  return missing.join('\n')
}
