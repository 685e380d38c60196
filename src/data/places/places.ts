// Places where customers gather: the records, who goes there, and what comes in the next days.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { Occasion, PlaceEdit, PlacePerson, PlaceRow } from '../../shared/contract/places.ts'
import { AppError } from '../../shared/errors.ts'
import { addDays } from '../../shared/rules/days/days.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import { makeSortName } from '../engine/search-index.ts'
import type { Reader, ReadingSqlite, Writer } from '../engine/store.ts'
import { findPerson } from '../records/pursuits.ts'
import { isInUse, isShown, where } from '../records/shown-people.ts'

/** How far Today looks ahead for what comes at places. */
const daysAhead = 7
/** What comes is read for no more places than this. */
const mostOccasions = 50
const named = 2

/** Who is shown among those who go there: not the private, not those in the bin. */
const goerIsShown = isShown('p')

const isFound = `deleted_at IS NULL AND (:typed = '' OR instr(' ' || sort_name, ' ' || :typed) > 0)`

/** A page of the places, or of those with a word that begins as typed: what comes soonest first, then by name. */
export function listPlaces(
  _db: Reader,
  { search, offset, limit }: ParsedInput<'places.list'>,
  { sqlite, clock }: QueryContext,
): CallOutput<'places.list'> {
  const typed = foldText(search)
  const total = sqlite
    .prepare(`SELECT count(*) FROM places WHERE ${isFound}`)
    .pluck()
    .get({ typed }) as number
  const ids = sqlite
    .prepare(
      `SELECT id FROM places WHERE ${isFound}
       ORDER BY CASE WHEN next_on >= :today THEN next_on ELSE '9999' END, sort_name, id LIMIT :limit OFFSET :offset`,
    )
    .pluck()
    .all({ typed, today: clock.today(), limit, offset }) as number[]
  const rows = sqlite
    .prepare(
      `SELECT l.id AS id, l.name AS name, l.kind AS kind, l.next_on AS nextOn, l.next_what AS nextWhat,
         (SELECT count(*) FROM place_people g JOIN people p ON p.id = g.person_id
          WHERE g.place_id = l.id AND ${goerIsShown}) AS people,
         (SELECT max(v.visited_on) FROM place_visits v WHERE v.place_id = l.id) AS lastVisitOn
       FROM places l WHERE l.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as PlaceRow[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { total, rows: ids.map((id) => byId.get(id)!) }
}

/** @throws AppError not-found when there is none, or it was removed */
export async function findPlace(db: Reader, id: number) {
  const place = await db
    .selectFrom('places')
    .selectAll()
    .where('id', '=', id)
    .where(where(isInUse('places')))
    .executeTakeFirst()
  if (!place) throw new AppError('not-found', { id })
  return place
}

/** The newest two days we went there. */
export function readVisitDays(sqlite: ReadingSqlite, placeId: number): string[] {
  return sqlite
    .prepare(
      'SELECT DISTINCT visited_on FROM place_visits WHERE place_id = ? ORDER BY visited_on DESC LIMIT 2',
    )
    .pluck()
    .all(placeId) as string[]
}

/** Who goes there, those on the focus list first. @param where further limits, over people as `p` */
export function listPeopleAt(
  sqlite: ReadingSqlite,
  placeId: number,
  limit: number,
  where = goerIsShown,
): PlacePerson[] {
  const rows = sqlite
    .prepare(
      `SELECT p.id AS id, p.name AS name, coalesce(f.name, '') AS firm,
         coalesce(s.on_focus_list, 0) AS onFocusList, p.never_contact_on IS NOT NULL AS neverContact
       FROM place_people g JOIN people p ON p.id = g.person_id LEFT JOIN firms f ON f.id = p.firm_id
       LEFT JOIN person_summaries s ON s.person_id = p.id
       WHERE g.place_id = ? AND ${where} ORDER BY onFocusList DESC, p.sort_name, p.id LIMIT ?`,
    )
    .all(placeId, limit) as (Omit<PlacePerson, 'onFocusList' | 'neverContact'> & Record<string, unknown>)[]
  return rows.map((row) => ({
    ...row,
    onFocusList: row.onFocusList === 1,
    neverContact: row.neverContact === 1,
  })) as PlacePerson[]
}

export function countPeopleAt(sqlite: ReadingSqlite, placeId: number, where = goerIsShown): number {
  return sqlite
    .prepare(
      `SELECT count(*) FROM place_people g JOIN people p ON p.id = g.person_id WHERE g.place_id = ? AND ${where}`,
    )
    .pluck()
    .get(placeId) as number
}

/** The places a person goes to, by name. */
export function listPlacesOf(
  sqlite: ReadingSqlite,
  personId: number,
): { id: number; name: string; nextOn: string | null }[] {
  return sqlite
    .prepare(
      `SELECT l.id AS id, l.name AS name, l.next_on AS nextOn FROM place_people g JOIN places l ON l.id = g.place_id
       WHERE g.person_id = ? AND ${isInUse('l')} ORDER BY l.sort_name, l.id`,
    )
    .all(personId) as { id: number; name: string; nextOn: string | null }[]
}

/**
 * What comes at places from one day to another, both included, soonest first: who of ours goes, and what to bring.
 * Nobody is named who is private, in the bin or wants no contact; `sayOccasion` puts it into one line.
 */
export function findOccasions(sqlite: ReadingSqlite, from: string, to: string): Occasion[] {
  const places = sqlite
    .prepare(
      `SELECT id AS placeId, name AS place, next_on AS "on", next_what AS what, next_bring AS bring FROM places
       WHERE next_on BETWEEN ? AND ? AND deleted_at IS NULL ORDER BY next_on, sort_name, id LIMIT ${mostOccasions}`,
    )
    .all(from, to) as Omit<Occasion, 'names' | 'others'>[]
  const mayBeNamed = `${goerIsShown} AND p.never_contact_on IS NULL`
  const givenName = sqlite.prepare('SELECT given_name FROM people WHERE id = ?').pluck()
  return places.map((place) => {
    const people = listPeopleAt(sqlite, place.placeId, named, mayBeNamed)
    const given = people.map((person) => givenName.get(person.id) as string)
    const toldApart = new Set(given).size === given.length
    const names = people.map((person, index) => (toldApart && given[index]) || nameFact(person))
    return { ...place, names, others: countPeopleAt(sqlite, place.placeId, mayBeNamed) - names.length }
  })
}

export function listComing(
  _db: Reader,
  _input: ParsedInput<'places.coming'>,
  { sqlite, clock }: QueryContext,
): Occasion[] {
  const today = clock.today()
  return findOccasions(sqlite, today, addDays(today, daysAhead))
}

/** The place of that name; names are the same when they fold to the same text, or are written the same. */
async function findByName(db: Reader, name: string): Promise<{ id: number; name: string } | undefined> {
  const found = await db
    .selectFrom('places')
    .select(['id', 'name'])
    .where('sort_name', '=', makeSortName(name))
    .where(where(isInUse('places')))
    .orderBy('id')
    .execute()
  return makeSortName(name) === '' ? found.find((place) => place.name === name) : found[0]
}

/** What a row holds of the fields given. @throws AppError place-needs-name, place-here-already, occasion-over */
async function placeColumns(
  db: Reader,
  changes: PlaceEdit,
  before: { id: number; next_on: string | null } | null,
  today: string,
) {
  const { nextOn } = changes
  const name = changes.name?.trim()
  if (name === '') throw new AppError('place-needs-name')
  const same = name === undefined ? undefined : await findByName(db, name)
  if (same && same.id !== before?.id)
    throw new AppError('place-here-already', { name: same.name, id: same.id })
  if (nextOn && nextOn < today && nextOn !== before?.next_on)
    throw new AppError('occasion-over', { on: nextOn })
  return {
    ...(name === undefined ? {} : { name, sort_name: makeSortName(name) }),
    ...(changes.kind === undefined ? {} : { kind: changes.kind.trim() }),
    ...(nextOn === undefined ? {} : { next_on: nextOn }),
    ...(changes.nextWhat === undefined ? {} : { next_what: changes.nextWhat.trim() }),
    ...(changes.nextBring === undefined ? {} : { next_bring: changes.nextBring.trim() }),
    ...(changes.note === undefined ? {} : { note: changes.note.trim() }),
  }
}

/** @throws AppError place-needs-name, place-here-already, occasion-over, not-found */
export async function addPlace(
  db: Writer,
  { uid, personIds, ...fields }: ParsedInput<'places.add'>,
  context: CommandContext,
): Promise<{ id: number }> {
  const before = await db.selectFrom('places').select('id').where('uid', '=', uid).executeTakeFirst()
  if (before) return before
  const columns = await placeColumns(db, fields, null, context.clock.today())
  const { id } = await insertPlace(db, { uid, name: '', sort_name: '', next_on: null, ...columns })
  for (const personId of new Set(personIds)) {
    await findPerson(db, personId)
    await insertPlacePerson(db, id, personId)
  }
  context.say('places.done.added', { name: fields.name.trim() })
  return { id }
}

type NewPlace = { uid: string; name: string; sort_name: string; next_on: string | null }
const insertPlace = (db: Writer, place: NewPlace) =>
  db
    .insertInto('places')
    .values({ ...place, deleted_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()

/** @throws AppError not-found, place-needs-name, place-here-already, occasion-over */
export async function editPlace(
  db: Writer,
  { id, changes }: ParsedInput<'places.edit'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const before = await findPlace(db, id)
  const columns = await placeColumns(db, changes, before, context.clock.today())
  if (Object.keys(columns).length === 0) return {}
  await db.updateTable('places').set(columns).where('id', '=', id).execute()
  const name = changes.name?.trim() ?? before.name
  if (changes.nextOn) context.say('places.done.next', { name, on: changes.nextOn })
  else context.say('places.done.changed', { name })
  return {}
}

/** @throws AppError not-found */
export async function removePlace(
  db: Writer,
  { id }: ParsedInput<'places.remove'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const { name } = await findPlace(db, id)
  await db.updateTable('places').set({ deleted_at: context.clock.now() }).where('id', '=', id).execute()
  context.say('places.done.removed', { name })
  return {}
}

/** Notes that a person goes to a place; answers whether that is new. */
export async function insertPlacePerson(db: Writer, placeId: number, personId: number): Promise<boolean> {
  const added = await db
    .insertInto('place_people')
    .values({ uid: crypto.randomUUID(), place_id: placeId, person_id: personId })
    .onConflict((conflict) => conflict.columns(['place_id', 'person_id']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/**
 * Notes that a person goes to a place, by its name if need be; a name nobody has used makes the place.
 * @throws AppError not-found, place-needs-name, goes-there-already
 */
export async function addPersonToPlace(
  db: Writer,
  { uid, personId, place }: ParsedInput<'places.addPerson'>,
  context: CommandContext,
): Promise<{ placeId: number }> {
  const person = await findPerson(db, personId)
  const found = 'id' in place ? await findPlace(db, place.id) : await findOrMakePlace(db, uid, place.name)
  const isNew = await insertPlacePerson(db, found.id, personId)
  if (!isNew) throw new AppError('goes-there-already', { name: person.name, place: found.name })
  context.say('places.done.personAdded', { name: person.name, place: found.name })
  return { placeId: found.id }
}

async function findOrMakePlace(
  db: Writer,
  uid: string,
  typed: string,
): Promise<{ id: number; name: string }> {
  const name = typed.trim()
  if (name === '') throw new AppError('place-needs-name')
  const found = await findByName(db, name)
  if (found) return found
  const { id } = await insertPlace(db, { uid, name, sort_name: makeSortName(name), next_on: null })
  return { id, name }
}

/** @throws AppError not-found */
export async function removePersonFromPlace(
  db: Writer,
  { placeId, personId }: ParsedInput<'places.removePerson'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const { name: place } = await findPlace(db, placeId)
  const { name } = await findPerson(db, personId)
  const gone = await db
    .deleteFrom('place_people')
    .where('place_id', '=', placeId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new AppError('not-found')
  context.say('places.done.personRemoved', { name, place })
  return {}
}
