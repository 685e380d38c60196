// What a read file hands on: people as typed, records refused with their reason, nothing of the database.
import type { MessageRef } from '../../shared/errors.ts'
import type { FileMapping } from '../../shared/rules/import-export/import-fields.ts'
import type { ImportedWishes } from './read-wishes.ts'

export type ContactKind = 'phone' | 'email' | 'address' | 'web' | 'message'

export interface ImportedContact {
  kind: ContactKind
  /** As typed in the file; several lines in an address are parted by \n. */
  value: string
  /** As in the file, lower case: "home", "work", "mobile", "fax", "skype"… or ''. */
  label: string
}

/** Never taken for words of the owner. */
export interface ImportedField {
  /** The file's own heading. */
  label: string
  value: string
}

export interface ImportedPerson {
  /** First line of the record in the file, 1-based. */
  line: number
  /** The UID of a vCard. */
  uid: string | null
  /** The name to show; '' when the record is only a firm; the first mail or phone when nothing else is known. */
  name: string
  givenName: string
  familyName: string
  /** Nicknames and phonetic readings, parted by ", ". */
  alsoKnownAs: string
  firm: string
  role: string
  contacts: ImportedContact[]
  /** 'YYYY-MM-DD', or '--MM-DD' without a year. */
  birthday: string | null
  source: string
  foundWords: string
  /** What the file itself calls a note. */
  note: string
  tags: string[]
  /** Values without a place of their own, in the file's order. */
  fields: ImportedField[]
  wishes: ImportedWishes
  /** Equal for records with the same content, whatever their line or the mapping used. */
  fingerprint: string
}

/** A record that was not taken, or something to know about a record that was. */
export interface RecordRemark {
  line: number
  reason: MessageRef
}

export interface ParsedFile {
  format: 'csv' | 'vcard'
  /** The encoding the bytes were read in: 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis'. */
  encoding: string
  /** Records in the file: people + rejected + skipped. */
  total: number
  people: ImportedPerson[]
  rejected: RecordRemark[]
  /** How many records were passed over: empty ones, and those in `notPeople`. */
  skipped: number
  /** Records that are about nobody: totals, page lines, second headings, groups. */
  notPeople: RecordRemark[]
  /** About records that were taken: a value cut short, a line that could not be read. Not counted in the total. */
  warnings: RecordRemark[]
  /** How the columns were read; CSV only. */
  mapping: FileMapping | null
  /** false: no column says who is meant, so nothing was read and the owner must map the columns. */
  recognised: boolean
}

/** How far reading has come; both in characters of the file's text. */
export interface ParseProgress {
  done: number
  total: number
}

/** More records than this are no shop's address book, and would not fit in memory. */
export const MOST_RECORDS = 500_000
const MOST_WARNINGS = 1000

/** Adds a warning; beyond a thousand nobody reads them, so they are dropped. */
export function addWarning(warnings: RecordRemark[], line: number, reason: MessageRef): void {
  if (warnings.length < MOST_WARNINGS) warnings.push({ line, reason })
}
