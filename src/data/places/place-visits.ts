// Our visits to places: logging one with a touch for each person met, correcting it, removing it.

import type { ParsedInput } from '../../shared/contract/index.ts'
import type { PlaceVisit, VisitDraft } from '../../shared/contract/places.ts'
import { AppError } from '../../shared/errors.ts'
import { proposeNextOccasion, touchesOfVisit } from '../../shared/rules/places/place-visits.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { findPerson } from '../records/pursuits.ts'
import { deleteTouch } from '../touches/correct-touch.ts'
import { findPlace, insertPlacePerson, readVisitDays } from './places.ts'

/** The newest visits to a place, with whom we met; who is private or in the bin is not named. */
export async function listVisits(
  db: Reader,
  placeId: number,
  limit: number,
): Promise<{ visits: PlaceVisit[]; count: number }> {
  const { count } = await db
    .selectFrom('place_visits')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('place_id', '=', placeId)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('place_visits')
    .selectAll()
    .where('place_id', '=', placeId)
    .orderBy('visited_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const visits: PlaceVisit[] = []
  for (const { id, uid, visited_on, brought, note, minutes, cost } of rows) {
    const met = await listMet(db, uid)
    visits.push({
      id,
      visitedOn: visited_on,
      brought,
      note,
      minutes,
      cost,
      met: namesOf(met),
    })
  }
  return { visits, count }
}

/** Everyone once: of two who turned out to be one person, the one we talked with. */
function namesOf(met: Awaited<ReturnType<typeof listMet>>): PlaceVisit['met'] {
  const names = new Map<number, PlaceVisit['met'][number]>()
  for (const { personId, name, firm, how, isShown } of met) {
    const talked = how === 'met' || names.get(personId)?.talked === true
    if (isShown) names.set(personId, { id: personId, name, firm, talked })
  }
  return [...names.values()]
}

/** The touches of a visit, by the names of those met. */
async function listMet(db: Reader, visitUid: string) {
  const rows = await db
    .selectFrom('touches as t')
    .innerJoin('people as p', 'p.id', 't.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['t.id as touchId', 't.person_id as personId', 't.how', 't.note', 'p.name', 'f.name as firm'])
    .select(['p.is_private', 'p.deleted_at'])
    .where('t.to_many_uid', '=', visitUid)
    .orderBy('p.sort_name')
    .orderBy('t.id')
    .execute()
  return rows.map(({ firm, is_private, deleted_at, ...row }) => ({
    ...row,
    firm: firm ?? '',
    isShown: is_private === 0 && deleted_at === null,
  }))
}

/** The visit's own columns; the day must not lie ahead. @throws AppError visit-ahead */
function visitColumns(draft: VisitDraft, usualDay: string, today: string) {
  const visitedOn = draft.visitedOn ?? usualDay
  if (visitedOn > today) throw new AppError('visit-ahead', { on: visitedOn })
  return {
    visited_on: visitedOn,
    brought: draft.brought.trim(),
    note: draft.note.trim(),
    minutes: draft.minutes,
    cost: draft.cost,
  }
}

/** Everyone once, the one who talked winning. */
function readMet(draft: VisitDraft) {
  const met = new Map<number, boolean>()
  for (const { personId, talked } of draft.met) met.set(personId, talked || met.get(personId) === true)
  return touchesOfVisit([...met].map(([personId, talked]) => ({ personId, talked })))
}

interface WrittenVisit {
  uid: string
  placeId: number
  visitedOn: string
  brought: string
}

const bit = (yes: boolean) => (yes ? (1 as const) : (0 as const))

/** The touch says what was brought, so that a person's page tells it; minutes and cost stay with the visit. */
async function insertMet(
  db: Writer,
  visit: WrittenVisit,
  met: ReturnType<typeof touchesOfVisit>[number],
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<void> {
  const now = clock.now()
  await findPerson(db, met.personId)
  await db
    .insertInto('touches')
    .values({
      uid: makeUid(Date.parse(now)),
      person_id: met.personId,
      happened_on: visit.visitedOn,
      how: met.how,
      channel: 'event',
      to_many: bit(met.toMany),
      to_many_uid: visit.uid,
      gave: bit(visit.brought !== ''),
      place_id: visit.placeId,
      happened_at: visit.visitedOn === clock.today() ? now : null,
      note: visit.brought,
      logged_at: now,
    })
    .execute()
  // Who was met there goes there.
  await insertPlacePerson(db, visit.placeId, met.personId)
}

/**
 * Logs that we went to a place, with a touch for each person met; an occasion planned up to that day is over with it.
 * Asked again under the same uid, answers the first.
 * @returns whether a next occasion is set, and while none is, when it may be (null when nothing tells)
 * @throws AppError not-found, visit-ahead
 */
export async function logVisit(
  db: Writer,
  { uid, placeId, visit }: ParsedInput<'places.logVisit'>,
  context: CommandContext,
): Promise<{ id: number; hasNext: boolean; proposedOn: string | null }> {
  const before = await db.selectFrom('place_visits').select('id').where('uid', '=', uid).executeTakeFirst()
  const place = await findPlace(db, placeId)
  if (before) return { id: before.id, hasNext: place.next_on !== null, proposedOn: null }
  const today = context.clock.today()
  const columns = visitColumns(visit, today, today)
  const { id } = await db
    .insertInto('place_visits')
    .values({ uid, place_id: placeId, ...columns })
    .returning('id')
    .executeTakeFirstOrThrow()
  const met = readMet(visit)
  const written = { uid, placeId, visitedOn: columns.visited_on, brought: columns.brought }
  for (const person of met) await insertMet(db, written, person, context)
  const isOver = place.next_on !== null && place.next_on <= columns.visited_on
  if (isOver) {
    const nothingNext = { next_on: null, next_what: '', next_bring: '' }
    await db.updateTable('places').set(nothingNext).where('id', '=', placeId).execute()
  }
  const facts = { place: place.name, on: columns.visited_on }
  if (met.length === 0) context.say('places.done.visited', facts)
  else context.say('places.done.visitedAndMet', { ...facts, count: met.length })
  const hasNext = place.next_on !== null && !isOver
  const proposedOn = hasNext ? null : proposeNextOccasion(readVisitDays(context.sqlite, placeId), today)
  return { id, hasNext, proposedOn }
}

async function findVisit(db: Reader, id: number) {
  const visit = await db.selectFrom('place_visits').selectAll().where('id', '=', id).executeTakeFirst()
  if (!visit) throw new AppError('not-found', { id })
  return visit
}

/**
 * Rewrites a visit and the touches of those met. What the owner has written into such a touch since stays, and so do
 * those of people who are private or in the bin now.
 * @throws AppError not-found, visit-ahead
 */
export async function correctVisit(
  db: Writer,
  { id, visit: draft }: ParsedInput<'places.correctVisit'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const visit = await findVisit(db, id)
  const place = await findPlace(db, visit.place_id)
  const columns = visitColumns(draft, visit.visited_on, context.clock.today())
  await db.updateTable('place_visits').set(columns).where('id', '=', id).execute()
  const { visited_on: visitedOn, brought } = columns
  await rewriteMet(db, visit, { uid: visit.uid, placeId: place.id, visitedOn, brought }, draft, context)
  context.say('places.done.visitCorrected', { place: place.name, on: columns.visited_on })
  return {}
}

/** Brings the touches of a visit in line with what it says now. */
async function rewriteMet(
  db: Writer,
  visit: { brought: string; visited_on: string },
  now: WrittenVisit,
  draft: VisitDraft,
  context: CommandContext,
): Promise<void> {
  const touches = await listMet(db, now.uid)
  const hidden = touches.filter((touch) => !touch.isShown)
  const met = touchesOfVisit([
    ...readMet(draft).map(({ personId, how }) => ({ personId, talked: how === 'met' })),
    ...hidden.map(({ personId, how }) => ({ personId, talked: how === 'met' })),
  ])
  const wanted = new Map(met.map((person) => [person.personId, person]))
  for (const touch of touches) {
    const person = wanted.get(touch.personId)
    if (!person) {
      await deleteTouch(db, touch.touchId)
      continue
    }
    const sameDay = now.visitedOn === visit.visited_on
    await db
      .updateTable('touches')
      .set({
        to_many: bit(person.toMany),
        ...((person.how === 'met') === (touch.how === 'met') ? {} : { how: person.how }),
        ...(sameDay ? {} : { happened_on: now.visitedOn, happened_at: null }),
        ...(now.brought === visit.brought ? {} : { gave: bit(now.brought !== '') }),
        ...(touch.note === visit.brought ? { note: now.brought } : {}),
      })
      .where('id', '=', touch.touchId)
      .execute()
  }
  const before = new Set(touches.map((touch) => touch.personId))
  for (const person of met) {
    if (!before.has(person.personId)) await insertMet(db, now, person, context)
  }
}

/** Removes a visit logged by mistake, with the touches of those met. @throws AppError not-found */
export async function removeVisit(
  db: Writer,
  { id }: ParsedInput<'places.removeVisit'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const visit = await findVisit(db, id)
  const place = await findPlace(db, visit.place_id)
  for (const { touchId } of await listMet(db, visit.uid)) await deleteTouch(db, touchId)
  await db.deleteFrom('place_visits').where('id', '=', id).execute()
  context.say('places.done.visitRemoved', { place: place.name, on: visit.visited_on })
  return {}
}
