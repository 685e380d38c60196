// The last step of reading any record: what was found in it becomes one clean person, or a reason why not.
import { hash } from 'node:crypto'
import { cleanText, longestLine } from '../../shared/rules/people/clean-text.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import {
  addWarning,
  type ContactKind,
  type ImportedContact,
  type ImportedField,
  type ImportedPerson,
  type RecordRemark,
} from './imported-record.ts'
import { type Extra, readWishes } from './read-wishes.ts'

/** Everything one record said, as found. */
export interface PersonDraft {
  line: number
  uid: string
  name: string
  givenName: string
  middleName: string
  familyName: string
  namePrefix: string
  nameSuffix: string
  alsoKnownAs: string[]
  firm: string
  role: string
  contacts: ImportedContact[]
  birthday: string | null
  source: string
  foundWords: string
  notes: string[]
  /** Values without a place of their own. */
  extras: Extra[]
  tags: string[]
}

/** Sane ends for values nobody typed by hand, in characters; what is longer is cut with a warning. */
const LONGEST = { line: longestLine, contact: 2000, note: 100_000, tag: 100, field: 10_000 } as const
const MOST_CONTACTS = 200
const MOST_TAGS = 100
const MOST_FIELDS = 500

const CJK_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s・ー]+$/u

export function emptyDraft(line: number): PersonDraft {
  return {
    line,
    uid: '',
    name: '',
    givenName: '',
    middleName: '',
    familyName: '',
    namePrefix: '',
    nameSuffix: '',
    alsoKnownAs: [],
    firm: '',
    role: '',
    contacts: [],
    birthday: null,
    source: '',
    foundWords: '',
    notes: [],
    extras: [],
    tags: [],
  }
}

/** Control characters out, one kind of line end, no blanks around. Everything else stays as it was typed. */
export function cleanValue(value: string): string {
  return cleanText(value).trim()
}

/** A contact of the draft, unless it is empty or there already. */
export function addContact(draft: PersonDraft, kind: ContactKind, value: string, label: string): void {
  const clean = cleanValue(value)
  // One more than are kept, so that the cut is noticed.
  if (clean === '' || draft.contacts.length > MOST_CONTACTS) return
  if (draft.contacts.some((contact) => contact.kind === kind && contact.value === clean)) return
  draft.contacts.push({ kind, value: clean, label: cleanLabel(label) })
}

/** Labels as written in many ways; "other" says nothing. */
const LABELS = new Map([
  ['home page', 'homepage'],
  ['cell', 'mobile'],
  ['business', 'work'],
  ['other', ''],
])

function cleanLabel(label: string): string {
  const clean = cleanValue(label).replace(/\s+/g, ' ').toLowerCase()
  return LABELS.get(clean) ?? clean
}

/** The same for every record with the same content: SHA-256, the first 32 hex digits. */
export function makeFingerprint(content: readonly string[]): string {
  return hash('sha256', content.join('\u001f'), 'hex').slice(0, 32)
}

/**
 * Makes the person of a draft. Returns null when the record names nobody: no name, no firm, no contact.
 * Values cut short are added to `warnings`.
 */
export function buildPerson(
  draft: PersonDraft,
  fingerprint: string,
  warnings: RecordRemark[],
): ImportedPerson | null {
  const cut = (value: string, longest: number) => cutShort(value, longest, draft.line, warnings)
  const oneLine = (value: string) => cut(joinLines(cleanValue(value)), LONGEST.line)
  const firm = oneLine(draft.firm)
  const givenName = oneLine(draft.givenName)
  const familyName = oneLine(draft.familyName)
  const contacts = draft.contacts.slice(0, MOST_CONTACTS).map((contact) => ({
    kind: contact.kind,
    value: cut(contact.value, LONGEST.contact),
    label: cut(contact.label, LONGEST.tag),
  }))
  if (draft.contacts.length > MOST_CONTACTS) {
    const facts = { most: MOST_CONTACTS }
    addWarning(warnings, draft.line, { key: 'importExport.parse.contactsCut', facts })
  }
  const alsoKnownAs = distinct(draft.alsoKnownAs.map(oneLine))
  const name = chooseName(
    draft,
    { firm, givenName, familyName, nickname: alsoKnownAs[0] ?? '', contacts },
    oneLine,
  )
  if (name === '' && firm === '' && contacts.length === 0) return null
  const tags = distinct(draft.tags.map((tag) => cut(unquote(cleanValue(tag)), LONGEST.tag)))
  if (draft.extras.length > MOST_FIELDS) {
    addWarning(warnings, draft.line, { key: 'importExport.parse.fieldsCut', facts: { most: MOST_FIELDS } })
  }
  const { wishes, fields } = readWishes(draft.extras.slice(0, MOST_FIELDS).map(cleanExtra), tags)
  return {
    line: draft.line,
    uid: draft.uid === '' ? null : oneLine(draft.uid),
    name,
    givenName,
    familyName,
    alsoKnownAs: oneLine(alsoKnownAs.filter((other) => other !== name).join(', ')),
    firm,
    role: oneLine(draft.role),
    contacts,
    birthday: draft.birthday,
    source: oneLine(draft.source),
    foundWords: oneLine(draft.foundWords),
    note: cut(distinct(draft.notes.map(cleanValue)).join('\n'), LONGEST.note),
    tags: tags.slice(0, MOST_TAGS),
    fields: joinFields(fields).map(({ label, value }) => ({
      label: cut(label, LONGEST.line),
      value: cut(value, LONGEST.field),
    })),
    wishes,
    fingerprint,
  }
}

interface NameFacts {
  firm: string
  givenName: string
  familyName: string
  nickname: string
  contacts: ImportedContact[]
}

/** The name as written, else put together from its parts, else the nickname; a firm's own name is no person's. */
function chooseName(draft: PersonDraft, facts: NameFacts, oneLine: (value: string) => string): string {
  const written = oneLine(draft.name)
  const isFirms = facts.firm !== '' && foldText(written) === foldText(facts.firm)
  if (written !== '' && !isFirms) return written
  const parts = CJK_NAME.test(facts.familyName)
    ? [facts.familyName, facts.givenName]
    : [
        oneLine(draft.namePrefix),
        facts.givenName,
        oneLine(draft.middleName),
        facts.familyName,
        oneLine(draft.nameSuffix),
      ]
  const joined = parts.filter((part) => part !== '').join(' ')
  if (joined !== '' && (facts.givenName !== '' || facts.familyName !== '')) return oneLine(joined)
  if (facts.nickname !== '') return facts.nickname
  if (facts.firm !== '') return ''
  const reached = facts.contacts.find((contact) => contact.kind === 'email') ?? facts.contacts[0]
  return oneLine(reached?.value ?? '')
}

const cleanExtra = ({ heading, value }: Extra): Extra => ({
  heading: joinLines(cleanValue(heading)),
  value: cleanValue(value),
})

/** What a file says beside what has a place, each once, in its order. */
function joinFields(extras: readonly Extra[]): ImportedField[] {
  const seen = new Map<string, ImportedField>()
  for (const { heading: label, value } of extras) {
    if (value !== '') seen.set(JSON.stringify([label, value]), { label, value })
  }
  return [...seen.values()]
}

/** Some programs put each tag in quotation marks of its own. */
const unquote = (tag: string) => tag.replace(/^"+(.*?)"+$/s, '$1').trim()

function joinLines(text: string): string {
  if (!text.includes('\n')) return text
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

function distinct(values: string[]): string[] {
  if (values.length === 0) return values
  return [...new Set(values.filter((value) => value !== ''))]
}

function cutShort(value: string, longest: number, line: number, warnings: RecordRemark[]): string {
  if (value.length <= longest) return value
  addWarning(warnings, line, {
    key: 'importExport.parse.valueCut',
    facts: { start: value.slice(0, 20), longest },
  })
  return value.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}
