// Writes what a record says of reaching its person, and the fields of its file: a no is added, never taken off.
import type { MessageRef } from '../../shared/errors.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { Sqlite } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { makeContactEnder } from '../records/pursuits.ts'
import type { ImportedField, ImportedPerson } from './imported-record.ts'
import type { ImportedConsent, ImportedWishes } from './read-wishes.ts'
import { type Columns, hashConsent } from './written-rows.ts'

type Filled = Record<string, [string | number | null, string | number | null]>
type WrittenConsents = [id: number, hash: string][]

interface Writing {
  importId: number | null
  today: string
  /** With {words} for what the file says. */
  inFile: string
}

interface Said {
  channel: string
  answer: 'yes' | 'no'
  said_on: string
  how: string
}

export function makeWishesWriter(sqlite: Sqlite, { importId, today, inFile }: Writing) {
  const insertField = sqlite.prepare(
    'INSERT INTO file_fields (uid, person_id, import_id, label, value, position) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const readFields = sqlite.prepare(
    'SELECT label, value, position FROM file_fields WHERE person_id = ? ORDER BY position, id',
  )
  const insertConsent = sqlite.prepare(
    'INSERT INTO consents (uid, person_id, channel, answer, said_on, how) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const readConsents = sqlite.prepare(
    'SELECT channel, answer, said_on, how FROM consents WHERE person_id = ? ORDER BY said_on, id',
  )
  const endContact = makeContactEnder(sqlite, today)
  /** The words of a foreign file, said to be those; our own export's as they were. */
  const quote = (words: string, isOurs: boolean) =>
    isOurs || words === '' ? words : inFile.replace('{words}', () => words)

  const columnsOf = ({ neverContact, diedOn }: ImportedWishes): Columns => ({
    never_contact_on: neverContact && (neverContact.on ?? today),
    never_contact_reason: neverContact ? quote(neverContact.reason, neverContact.on !== null) : '',
    died_on: diedOn,
  })

  const addConsents = (personId: number, consents: readonly ImportedConsent[]): WrittenConsents =>
    consents.map(({ channel, answer, saidOn, how }) => {
      const row = { channel, answer, said_on: saidOn ?? today, how: quote(how, saidOn !== null) }
      const { lastInsertRowid } = insertConsent.run(makeUid(), personId, ...Object.values(row))
      return [Number(lastInsertRowid), hashConsent(row)]
    })

  const fieldsOf = (personId: number) => readFields.all(personId) as (ImportedField & { position: number })[]

  /** Whether a file said so in these words before: as a field, or as a tag. */
  const isKnown = (row: Columns, words: string) =>
    String(row.labels).split(', ').includes(words) ||
    fieldsOf(row.id as number).some(
      ({ label, value }) => (label === '' ? value : `${label}: ${value}`) === words,
    )

  return {
    columnsOf,

    /** Adds what they have not got yet; answers the ids. */
    addFields(personId: number, fields: readonly ImportedField[]): number[] {
      if (importId === null || fields.length === 0) return []
      const known = fieldsOf(personId)
      const next = (known.at(-1)?.position ?? -1) + 1
      const fresh = fields.filter(
        ({ label, value }) => !known.some((one) => one.label === label && one.value === value),
      )
      return fresh.map(({ label, value }, index) =>
        Number(insertField.run(makeUid(), personId, importId, label, value, next + index).lastInsertRowid),
      )
    },

    addConsents: (personId: number, { wishes }: ImportedPerson) => addConsents(personId, wishes.consents),

    /**
     * What a record says to somebody who is there, to be written before its fields are. A no that an earlier file
     * said in the same words was the owner's to lift, and stays as it is now; so does a yes. What changes is said.
     */
    merge(row: Columns, { wishes }: ImportedPerson) {
      const id = row.id as number
      const name = nameFact({ name: String(row.name), firm: String(row.firm_name ?? '') })
      const remarks: MessageRef[] = []
      const filled: Filled = {}
      const wanted = columnsOf(wishes)
      const words = wishes.neverContact?.reason ?? ''
      const isNews = (own: boolean, said: string) => own || !isKnown(row, said)
      const dies =
        wishes.diedOn !== null && row.died_on === null && isNews(wishes.diedWords === '', wishes.diedWords)
      const stops = wishes.neverContact !== null && isNews(wishes.neverContact.on !== null, words)
      const marks = row.never_contact_on === null && (dies || stops)
      if (marks) {
        filled.never_contact_on = [null, wanted.never_contact_on ?? null]
        filled.never_contact_reason = [row.never_contact_reason ?? '', wanted.never_contact_reason ?? '']
      }
      if (dies) {
        filled.died_on = [null, wishes.diedOn]
        remarks.push({ key: 'importExport.merge.diedSet', facts: { name } })
      } else if (marks) remarks.push({ key: 'importExport.merge.neverSet', facts: { name, words } })

      const { added, kept } = weighConsents(readConsents.all(id) as Said[], wishes.consents)
      for (const { how } of kept) {
        remarks.push({ key: 'importExport.merge.yesStays', facts: { name, words: how } })
      }
      const consents = addConsents(id, added)
      const settle = () => {
        if (marks) endContact(id, String(wanted.never_contact_reason))
      }
      return { filled, consents, remarks, settle }
    },
  }
}

/** The answers a file adds to those there are, and the noes it says where the last answer is a yes of the owner's. */
function weighConsents(known: readonly Said[], said: readonly ImportedConsent[]) {
  const added: ImportedConsent[] = []
  const kept: ImportedConsent[] = []
  for (const one of said) {
    const own = known.filter((answer) => answer.channel === one.channel)
    const last = own.at(-1)
    if (last === undefined) added.push(one)
    else if (own.some((answer) => isSame(answer, one))) continue
    else if (one.answer === 'yes') continue
    else if (last.answer === 'yes') kept.push(one)
    else if (one.saidOn !== null && !own.some((answer) => answer.said_on === one.saidOn)) added.push(one)
  }
  return { added, kept }
}

const isSame = (known: Said, { answer, saidOn, how }: ImportedConsent) =>
  known.answer === answer && (saidOn === null ? known.how.endsWith(how) : known.said_on === saidOn)
