// The focus list: who is on it and why, joining under a cap, leaving with a reason.

import type { FocusRow, Leaving } from '../../shared/contract/focus-list.ts'
import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError, type Name } from '../../shared/errors.ts'
import { countTurnWeeks } from '../../shared/rules/focus-list/capacity.ts'
import { explainOrder } from '../../shared/rules/focus-list/explain-order.ts'
import { isRetry } from '../../shared/rules/focus-list/timely.ts'
import { rankWeakest } from '../../shared/rules/focus-list/weakest.ts'
import { describeState } from '../../shared/rules/focus-list/where-it-stands.ts'
import { listReasons, rankWho } from '../../shared/rules/focus-list/who-now.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { settleJob } from '../jobs/leaving-jobs.ts'
import { readCapacity, readTouchLength } from '../records/capacity.ts'
import { readChannels } from '../records/channels.ts'
import { readFocusEvidence } from '../records/evidence.ts'
import { closePursuit, type FoundPerson, findPerson, openPursuit, stopContact } from '../records/pursuits.ts'
import { getSettings } from '../records/settings.ts'
import { isInUse, isOnList, where } from '../records/shown-people.ts'

/** The names of these people, as the rows of a list show them. */
export async function readNames(db: Reader, personIds: readonly number[]) {
  if (personIds.length === 0) return new Map<number, { name: string; firm: string; standing: string }>()
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .leftJoin('person_summaries as s', 's.person_id', 'p.id')
    .select(['p.id', 'p.name', 'f.name as firm', 's.standing'])
    .where('p.id', 'in', personIds)
    .execute()
  return new Map(
    rows.map((row) => [row.id, { name: row.name, firm: row.firm ?? '', standing: row.standing ?? '' }]),
  )
}

/** The whole list, ranked by reason, with the cap and what the ring counts to. */
export async function getFocusList(db: Reader, { clock }: Pick<QueryContext, 'clock'>) {
  const settings = await getSettings(db)
  const capacity = await readCapacity(db, settings)
  const ranked = rankWho(await readFocusEvidence(db, clock.today()))
  const ids = ranked.map(({ evidence }) => evidence.personId)
  const names = await readNames(db, ids)
  const channels = await readChannels(db, ids)
  const rows = ranked.map((one, place): FocusRow => {
    const { evidence } = one
    const step = evidence.steps.find((each) => !isRetry(each)) ?? evidence.steps[0]
    const next = ranked[place + 1]
    const why = next ? explainOrder(one, next) : null
    const below = next && names.get(next.evidence.personId)
    return {
      personId: evidence.personId,
      ...names.get(evidence.personId)!,
      joinedOn: evidence.joinedOn!,
      whyNow: evidence.whyNow,
      pinned: evidence.pinned,
      group: one.group,
      reasons: listReasons(one),
      state: describeState(evidence),
      turnOn: one.turnOn,
      putOffUntil: evidence.putOffUntil,
      above: why && below ? { name: below.name, firm: below.firm, why } : null,
      bought: evidence.orders !== null,
      touches: evidence.touches,
      attempts: evidence.attempts,
      answered: 5 - evidence.blanks.length,
      lastTouchOn: evidence.lastTouch?.on ?? null,
      nextStep: step ? { id: step.id, what: step.what, dueOn: step.dueOn } : null,
      channel: channels.get(evidence.personId) ?? null,
    }
  })
  const { minutes } = await readTouchLength(db)
  const hours = settings.callHoursPerDay * settings.openDays.length
  return {
    cap: capacity.cap,
    capacity,
    touchGoal: settings.touchGoal,
    turnWeeks: countTurnWeeks(rows.length, hours, minutes),
    rows,
    weakest: rankWeakest(ranked),
  }
}

/** Everybody on the list; who is in the bin takes no place. */
export async function listMembers(db: Reader): Promise<number[]> {
  const rows = await db
    .selectFrom('focus_memberships as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select('m.person_id')
    .where(where(isOnList('m')))
    .where(where(isInUse('p')))
    .execute()
  return rows.map((row) => row.person_id)
}

async function findMembership(db: Reader, personId: number) {
  return db
    .selectFrom('focus_memberships')
    .select('id')
    .where('person_id', '=', personId)
    .where(where(isOnList('focus_memberships')))
    .executeTakeFirst()
}

/**
 * Puts someone on the list, opening a pursuit when none is open; `swapOut` takes another off in the same step.
 * @throws AppError not-found, already-on-focus-list, do-not-contact, focus-private, focus-list-full
 */
export async function addToFocusList(
  db: Writer,
  input: ParsedInput<'focusList.add'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const today = context.clock.today()
  const person = await findPerson(db, input.personId)
  const { name } = person
  const before = await db
    .selectFrom('focus_memberships')
    .select('id')
    .where('uid', '=', input.uid)
    .executeTakeFirst()
  if (before) return {}
  if (await findMembership(db, person.id)) throw new AppError('already-on-focus-list', { name })
  refuseFromList(person)
  if (!input.swapOut) {
    const { cap } = await readCapacity(db)
    const count = (await listMembers(db)).length
    if (count >= cap) throw new AppError('focus-list-full', { count, cap })
  }
  const other = input.swapOut ? await takeOff(db, input.swapOut, context) : null
  const pursuitId = await openPursuit(db, person, { on: today, how: 'focus' }, context)
  await db
    .insertInto('focus_memberships')
    .values({
      uid: input.uid,
      person_id: person.id,
      pursuit_id: pursuitId,
      joined_on: today,
      why_now: input.whyNow.trim(),
    })
    .execute()
  if (other) context.say('focusList.done.swapped', { name, other })
  else context.say('focusList.done.added', { name })
  return {}
}

/**
 * Puts several people on the list at once, for the command line; one who cannot join keeps all from it.
 * @throws AppError person-not-found and those of addToFocusList
 */
export async function addSeveralToFocusList(
  db: Writer,
  { people, whyNow }: ParsedInput<'focusList.addSeveral'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  for (const { uid, personId } of people) {
    try {
      await addToFocusList(db, { uid, personId, whyNow, swapOut: null }, context)
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') {
        throw new AppError('person-not-found', { id: personId })
      }
      throw error
    }
  }
  if (people.length > 1) context.say('focusList.done.addedSeveral', { count: people.length })
  return {}
}

/**
 * Keeps a candidate who is not to join now, with the reason: their pursuit, opened if none is, is parked until a day.
 * @throws AppError not-found, already-on-focus-list, do-not-contact, focus-private, day-not-ahead, not-now-needs-reason
 */
export async function putOff(
  db: Writer,
  { personId, reason, revisitOn }: ParsedInput<'focusList.notNow'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const today = context.clock.today()
  const person = await findPerson(db, personId)
  const { name } = person
  const why = reason.trim()
  if (await findMembership(db, personId)) throw new AppError('already-on-focus-list', { name })
  refuseFromList(person)
  if (why === '') throw new AppError('not-now-needs-reason', { name })
  if (revisitOn <= today) throw new AppError('day-not-ahead', { on: revisitOn })
  if (await isPutOffTo(db, { personId, reason: why, revisitOn }, today)) return {}
  await openPursuit(db, person, { on: today, how: 'focus' }, context)
  await closePursuit(db, { personId, as: 'parked', reason: why, lostTo: '', revisitOn }, today)
  // Decided: picking the few asks about others.
  await db.updateTable('people').set({ looked_on: today }).where('id', '=', personId).execute()
  context.say('focusList.done.notNow', { name, on: revisitOn })
  return {}
}

/** Said today already, in these words: asked for twice, it is one pursuit. */
async function isPutOffTo(
  db: Reader,
  { personId, reason, revisitOn }: ParsedInput<'focusList.notNow'>,
  today: string,
): Promise<boolean> {
  const pursuits = await db
    .selectFrom('pursuits')
    .select(['closed_on', 'reason', 'revisit_on'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  const last = pursuits.at(-1)
  return last?.closed_on === today && last.reason === reason && last.revisit_on === revisitOn
}

/**
 * Back on the list without asking for a place: out of the bin, or by a line typed anew. When others took the room
 * meanwhile, they are parked until today, so that Today asks who leaves for them.
 * @returns whether they were
 */
export async function parkIfFull(
  db: Writer,
  personId: number,
  reason: string,
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<boolean> {
  if (!(await findMembership(db, personId))) return false
  const { cap } = await readCapacity(db)
  if ((await listMembers(db)).length <= cap) return false
  const today = clock.today()
  await closePursuit(db, { personId, as: 'parked', reason, lostTo: '', revisitOn: today }, today)
  return true
}

/** @throws AppError do-not-contact, focus-private */
function refuseFromList({ name, neverContact, isPrivate }: FoundPerson): void {
  if (neverContact) throw new AppError('do-not-contact', { name })
  if (isPrivate) throw new AppError('focus-private', { name })
}

/** @returns the name of who left */
async function takeOff(
  db: Writer,
  leaving: Leaving,
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<Name> {
  const today = clock.today()
  const person = await findPerson(db, leaving.personId)
  const { name } = person
  if (!(await findMembership(db, person.id))) throw new AppError('not-on-focus-list', { name })
  const { as, reason } = leaving
  if (as === 'never') {
    await stopContact(db, person.id, reason, today)
    return name
  }
  const lostTo = as === 'lost' ? leaving.lostTo.trim() : ''
  const revisitOn = as === 'lost' || as === 'parked' ? leaving.revisitOn : null
  if (as === 'parked' && revisitOn === null) throw new AppError('park-needs-day', { name })
  if (revisitOn !== null && revisitOn <= today) throw new AppError('day-not-ahead', { on: revisitOn })
  const jobId = await settleJob(db, { ...leaving, lostTo }, { clock })
  await closePursuit(db, { personId: person.id, as, reason, lostTo, revisitOn, jobId }, today)
  return name
}

/**
 * Takes someone off the list and closes the pursuit, as won, lost, parked, dropped or never to be contacted.
 * @throws AppError not-found (the person, or the job), not-on-focus-list, park-needs-day, day-not-ahead
 */
export async function leaveFocusList(
  db: Writer,
  leaving: Leaving,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const name = await takeOff(db, leaving, context)
  if (leaving.as === 'parked' && leaving.revisitOn) {
    context.say('focusList.done.parkedUntil', { name, on: leaving.revisitOn })
  } else context.say(`focusList.done.${leaving.as}`, { name })
  return {}
}

async function changeMembership(
  db: Writer,
  personId: number,
  change:
    | { why_now: string }
    | { pinned_on: string | null }
    | { kept_on: string }
    | { put_off_until: string | null },
): Promise<Name> {
  const person = await findPerson(db, personId)
  const membership = await findMembership(db, personId)
  if (!membership) throw new AppError('not-on-focus-list', { name: person.name })
  await db.updateTable('focus_memberships').set(change).where('id', '=', membership.id).execute()
  return person.name
}

/** The owner's own line on why them, why now. @throws AppError not-found, not-on-focus-list */
export async function setWhyNow(
  db: Writer,
  input: ParsedInput<'focusList.setWhyNow'>,
  context: Pick<CommandContext, 'say'>,
): Promise<Record<string, never>> {
  const name = await changeMembership(db, input.personId, { why_now: input.whyNow.trim() })
  context.say('focusList.done.whyNow', { name })
  return {}
}

/** A pin puts someone first whatever the reasons say. @throws AppError not-found, not-on-focus-list */
export async function pinPerson(
  db: Writer,
  input: ParsedInput<'focusList.pin'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const pinned_on = input.pinned ? context.clock.today() : null
  const name = await changeMembership(db, input.personId, { pinned_on })
  context.say(input.pinned ? 'focusList.done.pinned' : 'focusList.done.unpinned', { name })
  return {}
}

/** The owner looked again and keeps them on the list. @throws AppError not-found, not-on-focus-list */
export async function keepPerson(
  db: Writer,
  input: ParsedInput<'focusList.keep'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const name = await changeMembership(db, input.personId, { kept_on: context.clock.today() })
  context.say('focusList.done.kept', { name })
  return {}
}

/**
 * "Not now": their turn and their dates wait until a day ahead, what is owed to them does not.
 * @throws AppError not-found, not-on-focus-list, day-not-ahead
 */
export async function putOffTurn(
  db: Writer,
  { personId, until }: ParsedInput<'focusList.putOffTurn'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  if (until !== null && until <= context.clock.today()) throw new AppError('day-not-ahead', { on: until })
  const name = await changeMembership(db, personId, { put_off_until: until })
  if (until === null) context.say('focusList.done.putBack', { name })
  else context.say('focusList.done.putOff', { name, on: until })
  return {}
}
