// Finding people: a page of the sorted list, what a search brings up, and the few a picker offers.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { PeopleSort, PersonRow } from '../../shared/contract/people.ts'
import { cutExcerpt } from '../../shared/rules/people/cut-excerpt.ts'
import { foldText, toSearchQuery } from '../../shared/rules/people/fold-text.ts'
import type { QueryContext } from '../engine/contexts.ts'
import type { Reader, ReadingSqlite, ReadingStatement } from '../engine/store.ts'
import { isInUse, isOnList } from '../records/shown-people.ts'
import { type FilterSql, makeFilterSql } from './people-filters.ts'

/**
 * Named outright where names give the order or nobody private is looked for: left to choose, SQLite once walked
 * another index over all people, at every key of a search.
 */
const indexOfNames = (isPrivate: boolean) => (isPrivate ? 'people_private' : 'people_by_name')

/** A search answers no more rows than this; it says so when there are more. */
const mostFound = 200
/** Newest notes looked at in one search, so that a word in half of all notes costs no more than a rare one. */
const mostNotes = 1000
const mostOffered = 8
/** Sorts after every other text in SQLite's byte order. */
const afterAll = '\u{10ffff}'

/**
 * The ids of a list in its order. Private people have a list of their own. For a page a filter narrows while the
 * index of the order is walked, so that it is never sorted first; for all of them sorting is cheaper.
 */
function idsInOrder(
  { sort, isPrivate }: Pick<ParsedInput<'people.list'>, 'sort' | 'isPrivate'>,
  filter: FilterSql | null,
  isPage: boolean,
): string {
  const kept = `is_private = ${isPrivate ? 1 : 0}`
  const narrowed = filter ? ` AND ${filter.where}` : ''
  if (sort === 'name') {
    const join = filter ? 'CROSS JOIN person_summaries summary ON summary.person_id = p.id' : ''
    return `SELECT p.id AS id FROM people p ${isPage ? `INDEXED BY ${indexOfNames(isPrivate)}` : ''} ${join}
      WHERE ${isInUse('p')} AND p.${kept}${narrowed} ORDER BY ${orderOf.name}`
  }
  // The summaries' own column, so that their index gives the order.
  const order = orderOf[sort].replace('p.id', 'summary.person_id')
  return `SELECT summary.person_id AS id FROM person_summaries summary WHERE summary.${kept}${narrowed} ORDER BY ${order}`
}

/** The columns a list is sorted by, of people `p` and their `summary`. */
const orderOf: Record<PeopleSort, string> = {
  name: 'p.sort_name, p.id',
  'last touch': 'summary.last_touch_on DESC, p.id DESC',
  'next step': 'summary.next_step_on NULLS LAST, p.id',
  newest: 'p.id DESC',
}

/** Up to so many people are found first and sorted then; where more are found, the index of the order is walked. */
const fewFound = 1000

/** The people a filter leaves, in their order, when they are few; else null. */
function readFew(
  sqlite: ReadingSqlite,
  sort: PeopleSort,
  isPrivate: boolean,
  filter: FilterSql,
): number[] | null {
  const kept = `summary.is_private = ${isPrivate ? 1 : 0}`
  const found = sqlite
    .prepare(
      `SELECT summary.person_id FROM person_summaries summary WHERE ${kept} AND ${filter.where} LIMIT ${fewFound + 1}`,
    )
    .pluck()
    .all(filter.bound) as number[]
  if (found.length > fewFound) return null
  return sqlite
    .prepare(
      `SELECT p.id FROM json_each(?) k CROSS JOIN people p ON p.id = k.value
       CROSS JOIN person_summaries summary ON summary.person_id = p.id ORDER BY ${orderOf[sort]}`,
    )
    .pluck()
    .all(JSON.stringify(found)) as number[]
}

function countPeople(sqlite: ReadingSqlite, isPrivate: boolean, filter: FilterSql | null): number {
  const where = filter ? ` AND ${filter.where}` : ''
  const count = `SELECT count(*) FROM person_summaries summary WHERE summary.is_private = ${isPrivate ? 1 : 0}${where}`
  return sqlite
    .prepare(count)
    .pluck()
    .get(filter?.bound ?? {}) as number
}

/** Whether somebody is of the list that is searched. */
function makeFilter(
  sqlite: ReadingSqlite,
  isPrivate: boolean,
  filter: FilterSql | null,
): (id: number) => boolean {
  if (filter) {
    const kept = `SELECT summary.person_id FROM person_summaries summary WHERE summary.is_private = ${isPrivate ? 1 : 0}`
    const found = sqlite.prepare(`${kept} AND ${filter.where}`).pluck().all(filter.bound) as number[]
    const belonging = new Set(found)
    return (id) => belonging.has(id)
  }
  const ids = sqlite
    .prepare(
      `SELECT id FROM people INDEXED BY ${indexOfNames(true)} WHERE deleted_at IS NULL AND is_private = 1`,
    )
    .pluck()
  const hidden = new Set(ids.all() as number[])
  return (id) => hidden.has(id) === isPrivate
}

const firstContact = (owner: string, kind: string) =>
  `(SELECT c.value FROM contact_points c WHERE c.${owner} AND c.kind = '${kind}' ORDER BY c.position, c.id LIMIT 1)`
const ownOrFirms = (kind: string) =>
  `coalesce(${firstContact('person_id = p.id', kind)}, ${firstContact('firm_id = p.firm_id', kind)}, '')`

const rowsByIds = `
  SELECT p.id AS id, p.name AS name, coalesce(f.name, '') AS firm,
    ${ownOrFirms('phone')} AS phone, ${ownOrFirms('email')} AS email,
    summary.last_touch_on AS lastTouchOn, coalesce(summary.touches, 0) AS touches, summary.next_step_on AS nextStepOn,
    coalesce(summary.on_focus_list, 0) AS onFocusList, coalesce(summary.standing, '') AS standing,
    p.never_contact_on IS NOT NULL AS neverContact, p.died_on IS NOT NULL AS hasDied, '' AS matchedNote
  FROM people p LEFT JOIN firms f ON f.id = p.firm_id LEFT JOIN person_summaries summary ON summary.person_id = p.id
  WHERE p.id IN (SELECT value FROM json_each(?))`

/** The people of `ids` as lines of a list, in that order; those that are gone are left out. */
function readPersonRows(sqlite: ReadingSqlite, ids: number[]): PersonRow[] {
  const found = sqlite.prepare(rowsByIds).all(JSON.stringify(ids)) as (Omit<
    PersonRow,
    'onFocusList' | 'neverContact' | 'hasDied'
  > & { onFocusList: number; neverContact: number; hasDied: number })[]
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { onFocusList, neverContact, hasDied } = row
    return [
      { ...row, onFocusList: onFocusList === 1, neverContact: neverContact === 1, hasDied: hasDied === 1 },
    ]
  })
}

/** A page of the sorted list or, while something is typed, what it finds. */
export async function listPeople(
  db: Reader,
  input: ParsedInput<'people.list'>,
  { sqlite, clock }: QueryContext,
): Promise<CallOutput<'people.list'>> {
  const filter = await makeFilterSql(db, input.filters, clock.today())
  if (input.search.trim() !== '') return searchPeople(sqlite, input, filter)
  const { sort, isPrivate, limit, offset } = input
  const few = filter && readFew(sqlite, sort, isPrivate, filter)
  if (few) {
    return { total: few.length, more: false, rows: readPersonRows(sqlite, few.slice(offset, offset + limit)) }
  }
  const ids = sqlite
    .prepare(`${idsInOrder(input, filter, true)} LIMIT :limit OFFSET :offset`)
    .pluck()
    .all({ ...filter?.bound, limit, offset }) as number[]
  const total = countPeople(sqlite, isPrivate, filter)
  return { total, more: false, rows: readPersonRows(sqlite, ids) }
}

/** Every id of the list in its order, so that it can be called through from one person to the next. */
export async function listPeopleInOrder(
  db: Reader,
  input: ParsedInput<'people.order'>,
  { sqlite, clock }: QueryContext,
): Promise<CallOutput<'people.order'>> {
  const filter = await makeFilterSql(db, input.filters, clock.today())
  if (input.search.trim() !== '') return { ids: collectHits(sqlite, input, filter).ids.join(' ') }
  const inOrder = sqlite
    .prepare(`SELECT group_concat(id, ' ') FROM (${idsInOrder(input, filter, false)})`)
    .pluck()
  return { ids: (inOrder.get(filter?.bound ?? {}) as string | null) ?? '' }
}

/** The few people a picker offers for a few letters: those on the focus list first. */
export function findPeople(_db: Reader, input: ParsedInput<'people.find'>, { sqlite }: QueryContext) {
  const taken: Taken = { ids: new Set(), most: mostOffered, belongs: makeFilter(sqlite, false, null) }
  const query = toSearchQuery(input.typed)
  if (query !== null) {
    const names = `names : (${query})`
    takeIds(sqlite.prepare(focusMatch), [names], taken)
    takeIds(sqlite.prepare(nameStart(false)), startOf(input.typed), taken)
    takeIds(sqlite.prepare(peopleMatch), [names], taken)
  } else if (input.typed.trim() === '') {
    takeIds(sqlite.prepare(focusByName), [], taken)
  }
  return readPersonRows(sqlite, [...taken.ids])
}

const nameStart = (isPrivate: boolean) =>
  `SELECT id FROM people INDEXED BY ${indexOfNames(isPrivate)}
   WHERE deleted_at IS NULL AND is_private = ${isPrivate ? 1 : 0} AND sort_name >= ? AND sort_name < ? ORDER BY sort_name, id`
/** Newest first: ranking by bm25 would read every hit. */
const peopleMatch = 'SELECT rowid FROM people_search WHERE people_search MATCH ? ORDER BY rowid DESC'
const focusMatch = `SELECT m.person_id FROM focus_memberships m CROSS JOIN people_search s ON s.rowid = m.person_id
  WHERE ${isOnList('m')} AND people_search MATCH ?`
const focusByName = `SELECT p.id FROM focus_memberships m JOIN people p ON p.id = m.person_id
  WHERE ${isOnList('m')} AND ${isInUse('p')} ORDER BY p.sort_name`
const notesMatch = `SELECT t.person_id AS personId, t.note AS note
  FROM (SELECT rowid AS id FROM touch_search WHERE touch_search MATCH ? ORDER BY rowid DESC LIMIT ${mostNotes}) hit
  CROSS JOIN touches t ON t.id = hit.id CROSS JOIN people p ON p.id = t.person_id AND ${isInUse('p')}`
const ownNotes = `SELECT id, note || ' ' || useful || ' ' || found_words || ' ' || would_type_words || ' ' || coalesce(
    (SELECT group_concat(x.label || ': ' || x.value, ' ') FROM file_fields x WHERE x.person_id = people.id), '') AS notes
  FROM people WHERE id IN (SELECT value FROM json_each(?))`

function startOf(typed: string): [string, string] {
  const folded = foldText(typed)
  return [folded, folded + afterAll]
}

interface Taken {
  ids: Set<number>
  most: number
  belongs(id: number): boolean
}

/** Adds new ids until there are `most`; answers whether there would have been more. */
function takeIds(statement: ReadingStatement, bound: unknown[], { ids, most, belongs }: Taken): boolean {
  for (const id of statement.pluck().iterate(...bound) as Iterable<number>) {
    if (ids.has(id) || !belongs(id)) continue
    if (ids.size >= most) return true
    ids.add(id)
  }
  return false
}

type Search = Pick<ParsedInput<'people.list'>, 'search' | 'isPrivate'>

interface Hits {
  ids: number[]
  more: boolean
  /** Those found by more than their names: the note of a touch that did it, or null for what is on their own page. */
  beyond: Map<number, string | null>
}

/** In our own order: names that begin so, then any word of a name or firm, then contact points and notes, then touches. */
function collectHits(
  sqlite: ReadingSqlite,
  { search: typed, isPrivate }: Search,
  filter: FilterSql | null,
): Hits {
  const ids = new Set<number>()
  const taken: Taken = { ids, most: mostFound, belongs: makeFilter(sqlite, isPrivate, filter) }
  const beyond = new Map<number, string | null>()
  const query = toSearchQuery(typed)
  if (query === null) return { ids: [], more: false, beyond }
  let more =
    takeIds(sqlite.prepare(nameStart(isPrivate)), startOf(typed), taken) ||
    takeIds(sqlite.prepare(peopleMatch), [`names : (${query})`], taken)
  const named = ids.size
  more ||= takeIds(sqlite.prepare(peopleMatch), [query], taken)
  for (const id of [...ids].slice(named)) beyond.set(id, null)
  more ||= takeNotes(sqlite, typed, taken, beyond)
  return { ids: [...ids], more, beyond }
}

function takeNotes(
  sqlite: ReadingSqlite,
  typed: string,
  { ids, most, belongs }: Taken,
  beyond: Map<number, string | null>,
): boolean {
  const query = toSearchQuery(withoutSingleLetters(typed))
  if (query === null) return false
  let looked = 0
  for (const hit of sqlite.prepare(notesMatch).iterate(query) as Iterable<{
    personId: number
    note: string
  }>) {
    looked++
    if (ids.has(hit.personId) || !belongs(hit.personId)) continue
    if (ids.size >= most) return true
    ids.add(hit.personId)
    beyond.set(hit.personId, hit.note)
  }
  return looked === mostNotes
}

/** One letter begins too many words of too many notes; a Chinese or Japanese character is a word. */
function withoutSingleLetters(typed: string): string {
  return foldText(typed)
    .split(' ')
    .filter((word) => !/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]$/u.test(word))
    .join(' ')
}

function searchPeople(sqlite: ReadingSqlite, input: ParsedInput<'people.list'>, filter: FilterSql | null) {
  const { search, offset, limit } = input
  const { ids, more, beyond } = collectHits(sqlite, input, filter)
  const rows = readPersonRows(sqlite, ids.slice(offset, offset + limit))
  const unread = rows.flatMap((row) => (beyond.get(row.id) === null ? [row.id] : []))
  const own = sqlite.prepare(ownNotes).all(JSON.stringify(unread)) as { id: number; notes: string }[]
  for (const person of own) beyond.set(person.id, person.notes)
  for (const row of rows) row.matchedNote = cutExcerpt(beyond.get(row.id) ?? '', search)
  return { total: ids.length, more, rows }
}
