// Who of an import is somebody already in the file: loaded once for all records, kept up while they are written.

import { normaliseContactPoint } from '../../shared/rules/people/normalise-contact.ts'
import { makeSortName } from '../engine/search-index.ts'
import type { Sqlite } from '../engine/store.ts'
import { makeNameKey } from '../records/suppressions.ts'
import type { ImportedContact, ImportedPerson } from './imported-record.ts'

export interface IncomingContact extends ImportedContact {
  normalised: string
}

/** A record with all that matching needs. */
export interface Incoming {
  file: string
  person: ImportedPerson
  sortName: string
  /** Equal for equal names; a company-only record goes by its firm. */
  nameKey: string
  contacts: IncomingContact[]
  /** A UID that tells one person from all others, else null. */
  uid: string | null
  /** The id a new person gets, where the screen made one. */
  newUid?: string
}

export interface Found {
  id: number
  inBin: boolean
  /** An identical record was taken before, so there is nothing to do. */
  identical: boolean
}

interface Known {
  id: number
  inBin: boolean
}

/** Shorter UIDs are counters of some list: two lists would name two people by the same one. */
const shortestUid = 8
/** Keys looked up by one statement. */
const lookUpSize = 2000

/** Prepares a record; phones without a country are read in `country`. */
export function prepareRecord(file: string, person: ImportedPerson, country: string): Incoming {
  return {
    file,
    person,
    sortName: makeSortName(person.name || person.firm),
    nameKey: makeNameKey(person.name, person.firm),
    contacts: person.contacts.map((contact) => ({
      ...contact,
      normalised: normaliseContactPoint(contact.kind, contact.value, country),
    })),
    uid: person.uid !== null && person.uid.length >= shortestUid ? person.uid : null,
  }
}

/** Whom the records may be, by everything that tells a person. */
export class PeopleMatcher {
  private readonly byFingerprint = new Map<string, Known>()
  private readonly byUid = new Map<string, Known>()
  private readonly byContact = new Map<string, Known>()
  /** The first name seen under a phone. */
  private readonly phoneNames = new Map<string, string>()
  /** Phones that people of this import share with somebody of another name. */
  readonly sharedPhones = new Set<string>()

  /** The person a record is about: an identical record before, the same UID, or the same name and a phone or mail. */
  find(record: Incoming): Found | null {
    const identical = this.byFingerprint.get(record.person.fingerprint)
    if (identical) return { ...identical, identical: true }
    const same = record.uid === null ? undefined : this.byUid.get(record.uid)
    if (same) return { ...same, identical: false }
    let inBin: Known | undefined
    for (const key of contactKeys(record)) {
      const known = this.byContact.get(key)
      if (known && !known.inBin) return { ...known, identical: false }
      inBin ??= known
    }
    return inBin ? { ...inBin, identical: false } : null
  }

  /** Remembers whom a record became, for the records after it. */
  remember(record: Incoming, id: number): void {
    const known = { id, inBin: false }
    put(this.byFingerprint, record.person.fingerprint, known)
    if (record.uid !== null) put(this.byUid, record.uid, known)
    for (const key of contactKeys(record)) put(this.byContact, key, known)
    for (const { kind, normalised } of record.contacts) {
      if (kind !== 'phone' || normalised === '') continue
      const name = this.phoneNames.get(normalised)
      if (name === undefined) this.phoneNames.set(normalised, record.nameKey)
      else if (name !== record.nameKey) this.sharedPhones.add(normalised)
    }
  }

  /** Loads what the file knows of these records. */
  async load(sqlite: Sqlite, records: Incoming[], breathe: () => Promise<void>): Promise<void> {
    if (sqlite.prepare('SELECT 1 FROM people LIMIT 1').get() === undefined) return
    const seen = (column: 'fingerprint' | 'vcard_uid') =>
      sqlite.prepare(
        `SELECT r.${column} AS key, p.id AS id, p.deleted_at IS NOT NULL AS inBin
         FROM json_each(?) k CROSS JOIN import_rows r ON r.${column} = k.value
         CROSS JOIN people p ON p.id = r.person_id CROSS JOIN imports i ON i.id = r.import_id
         WHERE i.taken_back_at IS NULL OR r.outcome = 'added'`,
      )
    const fingerprints = new Set(records.map((record) => record.person.fingerprint))
    for (const row of await lookUp<Row>(seen('fingerprint'), fingerprints, breathe)) {
      put(this.byFingerprint, row.key, { id: row.id, inBin: row.inBin === 1 })
    }
    const uids = new Set(records.flatMap(({ uid }) => (uid === null ? [] : [uid])))
    for (const row of await lookUp<Row>(seen('vcard_uid'), uids, breathe)) {
      put(this.byUid, row.key, { id: row.id, inBin: row.inBin === 1 })
    }
    // Our own exports carry our own ids.
    const own = sqlite.prepare(
      `SELECT p.uid AS key, p.id AS id, p.deleted_at IS NOT NULL AS inBin
       FROM json_each(?) k CROSS JOIN people p ON p.uid = k.value`,
    )
    for (const row of await lookUp<Row>(own, uids, breathe)) {
      put(this.byUid, row.key, { id: row.id, inBin: row.inBin === 1 })
    }
    for (const kind of ['phone', 'email'] as const) await this.loadContacts(sqlite, kind, records, breathe)
  }

  private async loadContacts(
    sqlite: Sqlite,
    kind: 'phone' | 'email',
    records: Incoming[],
    breathe: () => Promise<void>,
  ): Promise<void> {
    const statement = sqlite.prepare(
      `SELECT c.normalised AS key, p.id AS id, p.deleted_at IS NOT NULL AS inBin, p.name AS name, f.name AS firm
       FROM json_each(?) k CROSS JOIN contact_points c ON c.normalised = k.value AND c.kind = '${kind}'
       CROSS JOIN people p ON p.id = c.person_id LEFT JOIN firms f ON f.id = p.firm_id ORDER BY p.id`,
    )
    const values = new Set<string>()
    for (const { contacts } of records) {
      for (const contact of contacts) {
        if (contact.kind === kind && contact.normalised !== '') values.add(contact.normalised)
      }
    }
    for (const row of await lookUp<ContactRow>(statement, values, breathe)) {
      const nameKey = makeNameKey(row.name, row.firm ?? '')
      put(this.byContact, contactKey(nameKey, kind, row.key), { id: row.id, inBin: row.inBin === 1 })
      if (kind === 'phone' && row.inBin === 0 && !this.phoneNames.has(row.key)) {
        this.phoneNames.set(row.key, nameKey)
      }
    }
  }
}

interface Row {
  key: string
  id: number
  inBin: 0 | 1
}
interface ContactRow extends Row {
  name: string
  firm: string | null
}

async function lookUp<R>(
  statement: ReturnType<Sqlite['prepare']>,
  keys: Iterable<string>,
  breathe: () => Promise<void>,
): Promise<R[]> {
  const all = [...keys]
  const rows: R[] = []
  for (let start = 0; start < all.length; start += lookUpSize) {
    for (const row of statement.all(JSON.stringify(all.slice(start, start + lookUpSize)))) rows.push(row as R)
    await breathe()
  }
  return rows
}

/** Somebody in the list comes before somebody in the bin, and the first before the later. */
function put(map: Map<string, Known>, key: string, known: Known): void {
  const before = map.get(key)
  if (before === undefined || (before.inBin && !known.inBin)) map.set(key, known)
}

function contactKey(nameKey: string, kind: string, normalised: string): string {
  return `${nameKey}\n${kind}\n${normalised}`
}

function contactKeys(record: Incoming): string[] {
  return record.contacts
    .filter(({ kind, normalised }) => normalised !== '' && (kind === 'phone' || kind === 'email'))
    .map(({ kind, normalised }) => contactKey(record.nameKey, kind, normalised))
}
