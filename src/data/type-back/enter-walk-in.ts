// Writes what a walk-in line says: somebody new, or somebody known who came in; typed again, it corrects what it wrote.

import { TouchDraft } from '../../shared/contract/touches.ts'
import type { Name } from '../../shared/errors.ts'
import type { Outcome } from '../../shared/rules/touches/touch-kinds.ts'
import type { Entry } from '../../shared/rules/type-back/sheet-entry.ts'
import type { WalkInLine } from '../../shared/rules/type-back/sheet-line.ts'
import type { Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { findKnownWalkIn } from '../records/find-namesake.ts'
import { insertNextStep } from '../records/next-steps.ts'
import { insertContactPoint, insertPerson, normaliseContact } from '../records/person-records.ts'
import { type FoundPerson, findPerson } from '../records/pursuits.ts'
import { fillSource, type LineContext, settleOutcome } from '../touches/settle-outcome.ts'
import { writeTouch } from '../touches/touches.ts'
import { findFriend } from './enter-line.ts'
import { type EarlierTouch, keepEarlier, takeBackLine } from './take-back-line.ts'

type WalkInEntry = Extract<Entry, { kind: 'walk-in' }>

/**
 * Somebody who came in: written down, or found again. What was typed for them and this day on this sheet before makes
 * room, with what came of it.
 * @returns the name, and whether they are new, were here already, or their line was corrected
 */
export async function enterWalkIn(
  db: Writer,
  entry: WalkInEntry,
  context: LineContext,
): Promise<{ name: Name; as: 'added' | 'known' | 'corrected' }> {
  const { line, corrects } = entry
  const held = holdClock(context)
  const earlier = corrects && (await takeBackWalkIn(db, entry, corrects))
  const known = corrects?.personId ?? (await findKnownWalkIn(db, line))
  const personId = known ?? (await writeWalkIn(db, line, held))
  const person = await findPerson(db, personId)
  if (known !== null) await fillWalkIn(db, person, line, earlier)
  const touchId = await writeWalkInTouch(db, entry, { person, earlier }, held)
  await settleWalkIn(db, entry, { person, touchId }, held)
  return { name: person.name, as: corrects ? 'corrected' : known === null ? 'added' : 'known' }
}

/** One instant for the person and their touch: by it the line that wrote somebody down is known again. */
function holdClock(context: LineContext): LineContext {
  const now = context.clock.now()
  return { ...context, clock: { now: () => now, today: () => context.clock.today() } }
}

function takeBackWalkIn(
  db: Writer,
  { line, named }: WalkInEntry,
  { personId, touchId }: NonNullable<WalkInEntry['corrects']>,
): Promise<EarlierTouch | null> {
  const names = line.outcome === 'named a friend' ? { name: named?.name ?? null } : null
  return takeBackLine(db, { rowId: null, personId, touchId, on: line.on, names })
}

async function writeWalkInTouch(
  db: Writer,
  { line, direction, named }: WalkInEntry,
  { person, earlier }: { person: FoundPerson; earlier: EarlierTouch | null },
  context: LineContext,
): Promise<number> {
  const { on, how, outcome, note } = line
  const draft = TouchDraft.parse({
    how,
    happenedOn: on,
    outcome,
    direction,
    note,
    ...keepEarlier(line, earlier),
  })
  const friend =
    outcome === 'named a friend' ? await findFriend(db, { named }, earlier?.friendId ?? null) : null
  const touch = {
    uid: earlier?.uid ?? makeUid(Date.parse(context.clock.now())),
    person,
    draft,
    walkInSheetId: context.sheetId,
    ...(earlier && { loggedAt: earlier.loggedAt }),
    named: friend,
  }
  const { id } = await writeTouch(db, touch, context)
  return id
}

async function settleWalkIn(
  db: Writer,
  { line }: WalkInEntry,
  { person, touchId }: { person: FoundPerson; touchId: number },
  context: LineContext,
): Promise<void> {
  const { on, outcome, amount, note, next } = line
  const settled = {
    on,
    outcome: outcome as Outcome | null,
    amount,
    note,
    lostTo: '',
    reason: note,
    next: null,
    source: '',
  }
  await settleOutcome(db, { ...settled, touchId, person }, context)
  const isQuiet = person.isPrivate || person.neverContact || outcome === 'never contact'
  if (next === null || isQuiet) return
  await insertNextStep(db, {
    uid: makeUid(Date.parse(context.clock.now())),
    personId: person.id,
    touchId,
    draft: { what: '', dueOn: next.on, dueTime: null, promised: next.promised },
    createdOn: on,
  })
}

function writeWalkIn(db: Writer, line: WalkInLine, context: LineContext): Promise<number> {
  const { name, phone, email, source, foundWords } = line
  const uid = makeUid(Date.parse(context.clock.now()))
  return insertPerson(db, { uid, name, phone, email, source, foundWords }, context)
}

/**
 * What they told us that we did not know: a phone or mail is added, the rest fills what is empty. Whoever an earlier
 * typing of this line wrote down is corrected by it.
 */
async function fillWalkIn(
  db: Writer,
  person: FoundPerson,
  line: WalkInLine,
  earlier: EarlierTouch | null,
): Promise<void> {
  const { createdAt } = await db
    .selectFrom('people')
    .select('created_at as createdAt')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  const isOwn = earlier?.loggedAt === createdAt
  if (isOwn) await forgetWalkIn(db, person, line)
  if (line.phone !== '') await fillContact(db, person.id, { kind: 'phone', value: line.phone, isOwn })
  if (line.email !== '') await fillContact(db, person.id, { kind: 'email', value: line.email, isOwn })
  if (line.source !== '') await fillSource(db, person, line.source)
  if (line.foundWords === '') return
  await db
    .updateTable('people')
    .set({ found_words: line.foundWords })
    .where('id', '=', person.id)
    .where('found_words', '=', '')
    .execute()
}

/** What the line says in other words now. */
async function forgetWalkIn(db: Writer, { id, source }: FoundPerson, line: WalkInLine): Promise<void> {
  if (line.foundWords !== '') {
    await db.updateTable('people').set({ found_words: '' }).where('id', '=', id).execute()
  }
  if (line.source === '') return
  await db.updateTable('people').set({ source: '' }).where('id', '=', id).execute()
  await db
    .updateTable('pursuits')
    .set({ source: '' })
    .where('person_id', '=', id)
    .where('source', '=', source)
    .execute()
}

/** Adds a phone or mail they do not have yet; in place of the only one when it is the line's own to correct. */
async function fillContact(
  db: Writer,
  personId: number,
  { kind, value, isOwn }: { kind: 'phone' | 'email'; value: string; isOwn: boolean },
): Promise<void> {
  const normalised = await normaliseContact(db, kind, value)
  const points = await db
    .selectFrom('contact_points')
    .select(['id', 'normalised'])
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .execute()
  if (points.some((point) => point.normalised === normalised)) return
  if (isOwn && points.length === 1) {
    await db
      .updateTable('contact_points')
      .set({ value, normalised })
      .where('id', '=', points[0]!.id)
      .execute()
  } else await insertContactPoint(db, personId, kind, value, '')
}
