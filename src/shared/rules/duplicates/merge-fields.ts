// Where two records of one person say different things: what each field may become, and the default that is offered.

import { knowQuestions, qualificationQuestions } from '../know-card/know-card.ts'
import { foldText } from '../people/fold-text.ts'

/** The fields of a person that the owner chooses between; `firm` stands for the firm they belong to. */
const personFields = [
  'name',
  'firm',
  'role',
  'decides',
  'birthday',
  'source',
  'found_words',
  'would_type_words',
  'useful',
  'best_channel',
  'channel_via',
  'best_time',
  'note',
] as const
export const mergeFields = [...personFields, ...knowQuestions, ...qualificationQuestions] as const

type PersonField = (typeof personFields)[number]
type MergeFieldName = (typeof mergeFields)[number]

/** Whose words stay: the record that is kept, the one that goes, or both, one after the other. */
export const mergeChoices = ['kept', 'gone', 'both'] as const
export type MergeChoice = (typeof mergeChoices)[number]
export type Choices = Partial<Record<MergeFieldName, MergeChoice>>

export interface MergeField {
  field: MergeFieldName
  kept: string
  gone: string
  choices: MergeChoice[]
  choice: MergeChoice
}

/** A person's own columns, as the file holds them. */
export interface PersonColumns {
  id: number
  uid: string
  name: string
  sort_name: string
  given_name: string
  family_name: string
  also_known_as: string
  firm_id: number | null
  role: string
  decides: 0 | 1 | null
  birthday: string | null
  note: string
  note_not_for_paper: 0 | 1
  source: string
  found_words: string
  would_type_words: string
  useful: string
  ask_next: string
  no_hello_until: string | null
  best_channel: '' | 'visit' | 'phone' | 'text' | 'email' | 'letter'
  channel_via: string
  best_time: string
  is_private: 0 | 1
  never_contact_on: string | null
  never_contact_reason: string
  looked_on: string | null
  created_at: string
  created_on: string
  deleted_at: string | null
  labels: string
  died_on: string | null
  note_from_file: 0 | 1
}

export interface NamedPerson {
  person: PersonColumns
  /** The name of their firm, '' without one. */
  firm: string
}

/** One value in words: '' when it is not known. */
function readField({ person, firm }: NamedPerson, field: PersonField): string {
  if (field === 'firm') return firm
  if (field === 'decides') return person.decides === null ? '' : person.decides === 1 ? 'yes' : 'no'
  return person[field] ?? ''
}

/** Whether the second was written down after the first. */
export function isNewer(one: PersonColumns, other: PersonColumns): boolean {
  return other.created_at > one.created_at || (other.created_at === one.created_at && other.id > one.id)
}

const wordsIn = (text: string) => foldText(text).split(' ').length

/** How they came to us is told by the record that was first; everything else by the one that is newer. */
const firstTells: readonly PersonField[] = ['source', 'found_words', 'would_type_words']

/** The default for a field that differs: the one that says something, the fuller name, a birthday with its year. */
function chooseField(field: PersonField, kept: NamedPerson, gone: NamedPerson): MergeChoice {
  const left = readField(kept, field)
  const right = readField(gone, field)
  if (left === '' || right === '') return left === '' ? 'gone' : 'kept'
  if (field === 'note') return 'both'
  if (field === 'name') return wordsIn(right) > wordsIn(left) ? 'gone' : 'kept'
  if (field === 'birthday' && left.startsWith('--') !== right.startsWith('--')) {
    return left.startsWith('--') ? 'gone' : 'kept'
  }
  return isNewer(kept.person, gone.person) === firstTells.includes(field) ? 'kept' : 'gone'
}

function mayBecome(field: PersonField, left: string, right: string): MergeChoice[] {
  // Without a name and a firm nobody could be told apart any more.
  if (field === 'name' && (left === '' || right === '')) return [left === '' ? 'gone' : 'kept']
  if (field === 'note' && left !== '' && right !== '') return ['both', 'kept', 'gone']
  return ['kept', 'gone']
}

/** The owner's choice when the field allows it, else the default. */
export function settleChoice(allowed: MergeChoice[], wanted: MergeChoice | undefined, usual: MergeChoice) {
  return wanted !== undefined && allowed.includes(wanted) ? wanted : usual
}

/** The fields in which two people differ, with the choice in force. */
export function comparePeople(kept: NamedPerson, gone: NamedPerson, wanted: Choices): MergeField[] {
  const fields: MergeField[] = []
  for (const field of personFields) {
    const left = readField(kept, field)
    const right = readField(gone, field)
    const same = field === 'firm' ? kept.person.firm_id === gone.person.firm_id : left.trim() === right.trim()
    if (same) continue
    const choices = mayBecome(field, left, right)
    const choice = settleChoice(choices, wanted[field], chooseField(field, kept, gone))
    fields.push({ field, kept: left, gone: right, choices, choice })
  }
  return fields
}

/** The lines of one text, then those of the other that it does not hold. */
export function joinTexts(first: string, second: string): string {
  const known = new Set(first.split('\n').map((line) => line.trim()))
  const more = second.split('\n').filter((line) => line.trim() !== '' && !known.has(line.trim()))
  return [first, ...more].filter((text) => text !== '').join('\n')
}

function joinNames(lists: string[], except: string): string {
  const names: string[] = []
  for (const name of lists.flatMap((list) => list.split(', ')).map((one) => one.trim())) {
    if (name === '' || foldText(name) === foldText(except)) continue
    if (!names.some((known) => foldText(known) === foldText(name))) names.push(name)
  }
  return names.join(', ')
}

const earlier = (one: string | null, other: string | null) =>
  one === null || other === null ? (one ?? other) : one < other ? one : other
const later = (one: string | null, other: string | null) =>
  one === null || other === null ? (one ?? other) : one > other ? one : other

/**
 * The person's columns after the merge: chosen where they differ, the strictest of "private", "not for paper" and "do not contact",
 * the earlier day they were written down, the other name among those they are also known as, and the labels of both.
 */
export function mergeColumns(kept: NamedPerson, gone: NamedPerson, fields: MergeField[]): PersonColumns {
  const choiceOf = new Map(fields.map(({ field, choice }) => [field, choice]))
  const from = (field: PersonField) => (choiceOf.get(field) === 'gone' ? gone : kept)
  const { person } = kept
  const other = gone.person
  const named = from('name').person
  const unnamed = named === person ? other : person
  const part = (column: 'given_name' | 'family_name') =>
    named[column] || (foldText(named.name) === foldText(unnamed.name) ? unnamed[column] : '')
  const firm = from('firm')
  const reasons = [person, other]
    .filter((one) => one.never_contact_on !== null)
    .map((one) => one.never_contact_reason)
  return {
    ...person,
    name: named.name,
    given_name: part('given_name'),
    family_name: part('family_name'),
    also_known_as: joinNames([person.also_known_as, other.also_known_as, unnamed.name], named.name),
    sort_name: foldText(named.name || firm.firm),
    firm_id: firm.person.firm_id,
    role: from('role').person.role,
    decides: from('decides').person.decides,
    birthday: from('birthday').person.birthday,
    source: from('source').person.source,
    found_words: from('found_words').person.found_words,
    would_type_words: from('would_type_words').person.would_type_words,
    useful: from('useful').person.useful,
    ask_next: person.ask_next || other.ask_next,
    no_hello_until: later(person.no_hello_until, other.no_hello_until),
    best_channel: from('best_channel').person.best_channel,
    channel_via: from('channel_via').person.channel_via,
    best_time: from('best_time').person.best_time,
    note: choiceOf.get('note') === 'both' ? joinTexts(person.note, other.note) : from('note').person.note,
    note_not_for_paper: person.note_not_for_paper === 1 || other.note_not_for_paper === 1 ? 1 : 0,
    is_private: person.is_private === 1 || other.is_private === 1 ? 1 : 0,
    never_contact_on: earlier(person.never_contact_on, other.never_contact_on),
    never_contact_reason: [...new Set(reasons.filter((reason) => reason !== ''))].join('; '),
    looked_on: later(person.looked_on, other.looked_on),
    created_at: earlier(person.created_at, other.created_at) ?? person.created_at,
    created_on: earlier(person.created_on, other.created_on) ?? person.created_on,
    labels: joinNames([person.labels, other.labels], ''),
    // A day says more than none.
    died_on: person.died_on || other.died_on || (person.died_on ?? other.died_on),
    note_from_file: person.note_from_file === 1 || other.note_from_file === 1 ? 1 : 0,
  }
}
