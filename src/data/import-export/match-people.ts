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
  /** The UID of a card, or of our own export: one of several signs, for some programs give all cards the same. */
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

/** Whom a UID stood by, and what they are known by. */
interface Bearer extends Known {
  names: Set<string>
  /** Kind and normalised value of their phones and mails. */
  contacts: Set<string>
  /** It stood by several people. */
  isShared: boolean
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
  private readonly byUid = new Map<string, Bearer>()
  private readonly byContact = new Map<string, Known>()
  /** The first name seen under a phone. */
  private readonly phoneNames = new Map<string, string>()
  /** Phones that people of this import share with somebody of another name. */
  readonly sharedPhones = new Set<string>()

  /**
   * The person a record is about: an identical record before; the same UID, with the same name or a phone or mail in
   * common; or the same name and a phone or mail.
   */
  find(record: Incoming): Found | null {
    const identical = this.byFingerprint.get(record.person.fingerprint)
    if (identical) return { ...identical, identical: true }
    const same = record.uid === null ? undefined : this.byUid.get(record.uid)
    if (same && isSamePerson(record, same)) return { id: same.id, inBin: same.inBin, identical: false }
    let inBin: Known | undefined
    for (const key of contactKeys(record)) {
      const known = this.byContact.get(key)
      if (known && !known.inBin) return { ...known, identical: false }
      inBin ??= known
    }
    return inBin ? { ...inBin, identical: false } : null
  }

  /** Whether a record's UID tells one person: null where it stands by several. */
  uidOf(record: Incoming): string | null {
    return record.uid !== null && this.byUid.get(record.uid)?.isShared ? null : record.uid
  }

  /** Remembers whom a record became, for the records after it. */
  remember(record: Incoming, id: number): void {
    const known = { id, inBin: false }
    put(this.byFingerprint, record.person.fingerprint, known)
    if (record.uid !== null) this.bear(record.uid, { ...known, ...traitsOf(record) })
    for (const key of contactKeys(record)) put(this.byContact, key, known)
    for (const { kind, normalised } of record.contacts) {
      if (kind !== 'phone' || normalised === '') continue
      const name = this.phoneNames.get(normalised)
      if (name === undefined) this.phoneNames.set(normalised, record.nameKey)
      else if (name !== record.nameKey) this.sharedPhones.add(normalised)
    }
  }

  /** Somebody bears a UID; one that several bear, or that stands by several names, tells nobody. */
  private bear(uid: string, bearer: Omit<Bearer, 'isShared'>): void {
    const before = this.byUid.get(uid)
    if (before === undefined) this.byUid.set(uid, { ...bearer, isShared: false })
    else if (before.id !== bearer.id) before.isShared = true
    else {
      for (const name of bearer.names) before.names.add(name)
      for (const contact of bearer.contacts) before.contacts.add(contact)
    }
  }

  /** Loads what the file knows of these records. */
  async load(sqlite: Sqlite, records: Incoming[], breathe: () => Promise<void>): Promise<void> {
    this.distrustShared(records)
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
    // Our own exports carry our own ids.
    const own = sqlite.prepare(
      `SELECT p.uid AS key, p.id AS id, p.deleted_at IS NOT NULL AS inBin
       FROM json_each(?) k CROSS JOIN people p ON p.uid = k.value`,
    )
    const describePerson = makeDescriber(sqlite)
    for (const statement of [own, seen('vcard_uid')]) {
      for (const { key, id, inBin } of await lookUp<Row>(statement, uids, breathe)) {
        this.bear(key, { id, inBin: inBin === 1, ...describePerson(id) })
      }
    }
    for (const kind of ['phone', 'email'] as const) await this.loadContacts(sqlite, kind, records, breathe)
  }

  /** A UID under which these records name different people is a mark of the list, not of a person. */
  private distrustShared(records: Incoming[]): void {
    const names = new Map<string, string>()
    for (const { uid, nameKey } of records) {
      if (uid === null) continue
      if ((names.get(uid) ?? nameKey) !== nameKey) {
        this.byUid.set(uid, { id: 0, inBin: false, names: new Set(), contacts: new Set(), isShared: true })
      }
      names.set(uid, nameKey)
    }
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

function isSamePerson(record: Incoming, bearer: Bearer): boolean {
  if (bearer.isShared) return false
  if (bearer.names.has(record.nameKey)) return true
  return [...traitsOf(record).contacts].some((contact) => bearer.contacts.has(contact))
}

function traitsOf({ nameKey, contacts }: Incoming): Pick<Bearer, 'names' | 'contacts'> {
  const reached = contacts.filter(({ kind, normalised }) => normalised !== '' && isTelling(kind))
  return {
    names: new Set([nameKey]),
    contacts: new Set(reached.map(({ kind, normalised }) => `${kind}\n${normalised}`)),
  }
}

/** The names and contacts of somebody in the file. */
function makeDescriber(sqlite: Sqlite) {
  const readNames = sqlite.prepare(
    `SELECT p.name AS name, p.also_known_as AS others, f.name AS firm
     FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.id = ?`,
  )
  const readContacts = sqlite.prepare(
    `SELECT kind || char(10) || normalised FROM contact_points
     WHERE person_id = ? AND normalised <> '' AND kind IN ('phone', 'email')`,
  )
  return (id: number): Pick<Bearer, 'names' | 'contacts'> => {
    const { name, others, firm } = readNames.get(id) as { name: string; others: string; firm: string | null }
    const known = others === '' ? [name] : [name, ...others.split(', ')]
    return {
      names: new Set(known.map((one) => makeNameKey(one, firm ?? ''))),
      contacts: new Set(readContacts.pluck().all(id) as string[]),
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

/** A phone or a mail helps to tell who somebody is; a web page or an address does not. */
function isTelling(kind: string): boolean {
  return kind === 'phone' || kind === 'email'
}

function contactKey(nameKey: string, kind: string, normalised: string): string {
  return `${nameKey}\n${kind}\n${normalised}`
}

function contactKeys(record: Incoming): string[] {
  return record.contacts
    .filter(({ kind, normalised }) => normalised !== '' && isTelling(kind))
    .map(({ kind, normalised }) => contactKey(record.nameKey, kind, normalised))
}
