// Takes an import back at any later time: what nobody changed goes, the rest stays and is listed with its reason.

import type { TakenBack } from '../../shared/contract/import-export.ts'
import { AppError, type MessageRef } from '../../shared/errors.ts'
import type { NameIn } from '../../shared/message-key.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { ReadingSqlite, Sqlite } from '../engine/store.ts'
import { listKeysAt, type OwnerTable } from '../engine/tables.ts'
import {
  type Columns,
  hashConsent,
  hashContact,
  hashFirm,
  hashPerson,
  type MadeFirm,
  type Written,
} from './written-rows.ts'

const sliceSize = 500

type Reason = NameIn<'importExport.takeBack'>

/** What the owner did with a person, in words, by the table that shows it; the first that holds is given. */
const reasons: Partial<Record<OwnerTable, Reason>> = {
  touches: 'hasTouches',
  jobs: 'hasJobs',
  focus_memberships: 'onFocusList',
  pursuits: 'onFocusList',
  next_steps: 'hasNextSteps',
  referrals: 'hasReferrals',
  asks: 'hasReferrals',
  call_sheet_rows: 'onCallSheet',
}

interface ImportRow {
  id: number
  outcome: 'added' | 'merged'
  person_id: number
  written: string
}

/**
 * Takes back an import.
 * @throws AppError import-not-found, import-already-undone
 */
export async function takeBackImport(id: number, context: CommandContext): Promise<TakenBack> {
  const { sqlite, clock } = context
  const row = sqlite.prepare('SELECT taken_back_at FROM imports WHERE id = ?').get(id) as
    | { taken_back_at: string | null }
    | undefined
  if (!row) throw new AppError('import-not-found', { id })
  if (row.taken_back_at !== null) throw new AppError('import-already-undone', { id })

  const bound = listBoundPeople(sqlite, id)
  const taker = makeTaker(sqlite)
  const kept = new Map<number, MessageRef>()
  const restored = new Set<number>()
  const firms: MadeFirm[] = []
  let removed = 0
  const total = sqlite
    .prepare('SELECT count(*) FROM import_rows WHERE import_id = ?')
    .pluck()
    .get(id) as number
  const read = sqlite.prepare(
    `SELECT id, outcome, person_id, written FROM import_rows
     WHERE import_id = ? AND id < ? AND written IS NOT NULL ORDER BY id DESC LIMIT ${sliceSize}`,
  )
  // The last row first: a person added and then filled in by the same import must be as added again.
  let before = Number.MAX_SAFE_INTEGER
  for (let done = 0; ; done += sliceSize) {
    const rows = read.all(id, before) as ImportRow[]
    if (rows.length === 0) break
    for (const { outcome, person_id: personId, written: text } of rows) {
      const written = JSON.parse(text) as Written
      if (written.firm) firms.push(written.firm)
      const person = taker.read(personId)
      if (!person) continue
      const reason =
        'person' in written
          ? (bound.get(personId) ?? taker.remove(person, written, id))
          : taker.restore(person, written)
      if (reason) kept.set(personId, { key: `importExport.takeBack.${reason}` })
      else if (outcome === 'added') removed += 1
      else restored.add(personId)
    }
    before = rows.at(-1)!.id
    context.progress(Math.min(done, total), total)
    await context.breathe()
  }
  for (const firm of firms) taker.removeFirm(firm)
  sqlite.prepare('UPDATE imports SET taken_back_at = ? WHERE id = ?').run(clock.now(), id)
  context.say('importExport.takenBack', { count: removed })
  const list = [...kept].map(([personId, reason]) => ({ personId, name: taker.nameOf(personId), reason }))
  const others = [...restored].filter((personId) => !kept.has(personId) && taker.read(personId))
  return { removed, restored: others.length, kept: list.reverse() }
}

/** People added by the import on whom something hangs, and what. Every table that names a person is asked. */
function listBoundPeople(sqlite: ReadingSqlite, importId: number): Map<number, Reason> {
  const bound = new Map<number, Reason>()
  // Their own rows of these are weighed one by one.
  const weighed: OwnerTable[] = ['contact_points', 'consents', 'file_fields']
  const keys = listKeysAt('people').filter(({ table }) => !weighed.includes(table))
  const told = Object.keys(reasons) as OwnerTable[]
  const rank = ({ table }: { table: OwnerTable }) =>
    told.includes(table) ? told.indexOf(table) : told.length
  for (const { table, column } of keys.toSorted((one, other) => rank(one) - rank(other))) {
    const ids = sqlite
      .prepare(
        `SELECT DISTINCT t.${column} FROM ${table} t WHERE t.${column} IN (
           SELECT person_id FROM import_rows WHERE import_id = ? AND outcome = 'added')`,
      )
      .pluck()
      .all(importId) as number[]
    for (const id of ids) if (!bound.has(id)) bound.set(id, reasons[table] ?? 'hasMore')
  }
  return bound
}

interface ContactRow {
  id: number
  kind: string
  value: string
  label: string
}

function makeTaker(sqlite: Sqlite) {
  const readPerson = sqlite.prepare('SELECT * FROM people WHERE id = ?')
  const readName = sqlite
    .prepare(
      "SELECT coalesce(nullif(p.name, ''), f.name, '') FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.id = ?",
    )
    .pluck()
  const readContacts = sqlite.prepare(
    'SELECT id, kind, value, label FROM contact_points WHERE person_id = ? ORDER BY position, id',
  )
  const removeContact = sqlite.prepare('DELETE FROM contact_points WHERE id = ?')
  const readConsents = sqlite.prepare('SELECT * FROM consents WHERE person_id = ? ORDER BY id')
  const removeConsent = sqlite.prepare('DELETE FROM consents WHERE id = ?')
  const countOtherFields = sqlite
    .prepare('SELECT count(*) FROM file_fields WHERE person_id = ? AND import_id <> ?')
    .pluck()
  const removeFields = sqlite.prepare('DELETE FROM file_fields WHERE person_id = ? AND import_id = ?')
  const removeField = sqlite.prepare('DELETE FROM file_fields WHERE id = ?')
  const removePerson = sqlite.prepare('DELETE FROM people WHERE id = ?')
  const readFirm = sqlite.prepare('SELECT * FROM firms WHERE id = ?')
  const isFirmUsed = sqlite
    .prepare(
      `SELECT ${listKeysAt('firms')
        .map(({ table, column }) => `EXISTS (SELECT 1 FROM ${table} WHERE ${column} = :id)`)
        .join(' OR ')}`,
    )
    .pluck()
  const removeFirm = sqlite.prepare('DELETE FROM firms WHERE id = ?')

  return {
    read: (id: number) => readPerson.get(id) as Columns | undefined,
    nameOf: (id: number) => readName.get(id) as string,

    /** Removes a person who is as the import wrote them; else the reason why not. */
    remove(
      person: Columns,
      written: { person: string; consents?: [id: number, hash: string][] },
      importId: number,
    ): Reason | null {
      const contacts = readContacts.all(person.id) as ContactRow[]
      if (hashPerson(person, contacts) !== written.person) return 'changed'
      const consents = readConsents.all(person.id) as Columns[]
      const asWritten = consents.map((row): [number, string] => [row.id as number, hashConsent(row)])
      if (JSON.stringify(asWritten) !== JSON.stringify(written.consents ?? [])) return 'changed'
      if (countOtherFields.get(person.id, importId) !== 0) return 'hasMore'
      for (const [consent] of asWritten) removeConsent.run(consent)
      removeFields.run(person.id, importId)
      for (const contact of contacts) removeContact.run(contact.id)
      removePerson.run(person.id)
      return null
    },

    /** Takes out of a person what the import put in and nobody touched; a reason when some of it had to stay. */
    restore(person: Columns, written: Exclude<Written, { person: string }>): Reason | null {
      let stays = false
      const contacts = readContacts.all(person.id) as ContactRow[]
      for (const [id, hash] of written.contacts) {
        const contact = contacts.find((point) => point.id === id)
        if (contact && hashContact(contact) === hash) removeContact.run(id)
        else if (contact) stays = true
      }
      const consents = readConsents.all(person.id) as Columns[]
      for (const [id, hash] of written.consents ?? []) {
        const consent = consents.find((row) => row.id === id)
        if (consent && hashConsent(consent) === hash) removeConsent.run(id)
        else if (consent) stays = true
      }
      for (const id of written.fields ?? []) removeField.run(id)
      const changes: Columns = {}
      for (const [column, [before, after]] of Object.entries(written.filled)) {
        if (person[column] === after) changes[column] = before
        else stays = true
      }
      // Who was said to have died since goes on being never contacted.
      if (person.died_on !== null && !('died_on' in changes) && 'never_contact_on' in changes) {
        delete changes.never_contact_on
        delete changes.never_contact_reason
        stays = true
      }
      if (written.note !== '') {
        const note = removeLines(String(person.note), written.note)
        if (note === null) stays = true
        else changes.note = note
      }
      const columns = Object.keys(changes)
      if (columns.length > 0) {
        const assignments = columns.map((column) => `${column} = :${column}`).join(', ')
        sqlite.prepare(`UPDATE people SET ${assignments} WHERE id = :id`).run({ ...changes, id: person.id })
      }
      return stays ? 'partChanged' : null
    },

    /** Removes a firm the import made, once nobody belongs to it and nobody changed it. */
    removeFirm([id, hash]: MadeFirm): void {
      const firm = readFirm.get(id) as Columns | undefined
      if (firm && hashFirm(firm) === hash && isFirmUsed.get({ id }) === 0) removeFirm.run(id)
    },
  }
}

/** The note without the lines an import added; null when they are not there as they were added. */
function removeLines(note: string, lines: string): string | null {
  if (note === lines) return ''
  if (note.endsWith(`\n${lines}`)) return note.slice(0, -lines.length - 1)
  const at = `\n${note}`.indexOf(`\n${lines}\n`)
  return at === -1 ? null : note.slice(0, at) + note.slice(at + lines.length + 1)
}
