// Pursuits: one opens at a first inquiry, referral or focus, and closes with how it ended.
import type { Leaving } from '../../shared/contract/focus-list.ts'
import { AppError, type Name } from '../../shared/errors.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Reader, Sqlite, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { isOnList, where } from './shown-people.ts'

export interface FoundPerson {
  id: number
  name: Name
  bestChannel: '' | 'visit' | 'phone' | 'text' | 'email' | 'letter'
  source: string
  isPrivate: boolean
  neverContact: boolean
}

/**
 * The person, with the name to show.
 * @throws AppError not-found when there is none; in-bin
 */
export async function findPerson(db: Reader, personId: number): Promise<FoundPerson> {
  const row = await db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['p.id', 'p.name', 'p.best_channel', 'p.source', 'p.is_private', 'p.never_contact_on'])
    .select(['p.deleted_at', 'f.name as firm'])
    .where('p.id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', { id: personId })
  const name = nameFact({ name: row.name, firm: row.firm })
  if (row.deleted_at !== null) throw new AppError('in-bin', { name })
  return {
    id: row.id,
    name,
    bestChannel: row.best_channel,
    source: row.source,
    isPrivate: row.is_private === 1,
    neverContact: row.never_contact_on !== null,
  }
}

/**
 * The open pursuit, opened now if there is none: 'return' when an earlier one was won, or was put off until a day
 * and the owner takes them back; else as given.
 * @returns its id
 */
export async function openPursuit(
  db: Writer,
  person: FoundPerson,
  opened: { on: string; how: 'inquiry' | 'referral' | 'focus' },
  context: Pick<CommandContext, 'clock'>,
): Promise<number> {
  const pursuits = await db
    .selectFrom('pursuits')
    .select(['id', 'closed_as', 'revisit_on'])
    .where('person_id', '=', person.id)
    .orderBy('closed_on')
    .orderBy('id')
    .execute()
  const open = pursuits.find((pursuit) => pursuit.closed_as === null)
  if (open) return open.id
  const takenBack = opened.how === 'focus' && pursuits.at(-1)?.revisit_on
  const returns = Boolean(takenBack) || pursuits.some((pursuit) => pursuit.closed_as === 'won')
  const { id } = await db
    .insertInto('pursuits')
    .values({
      uid: makeUid(Date.parse(context.clock.now())),
      person_id: person.id,
      opened_on: opened.on,
      opened_how: returns ? 'return' : opened.how,
      source: person.source,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether an inquiry or a name given on this day begins a pursuit: none is open, none closed on or after it. */
export async function mayOpenPursuit(db: Reader, person: FoundPerson, on: string): Promise<boolean> {
  if (person.isPrivate || person.neverContact) return false
  const later = await db
    .selectFrom('pursuits')
    .select('id')
    .where('person_id', '=', person.id)
    .where((where) => where.or([where('closed_on', 'is', null), where('closed_on', '>=', on)]))
    .executeTakeFirst()
  return later === undefined
}

/** Whether they have a place on the focus list. */
export async function isOnFocusList(db: Reader, personId: number): Promise<boolean> {
  const membership = await db
    .selectFrom('focus_memberships')
    .select('id')
    .where('person_id', '=', personId)
    .where(where(isOnList('focus_memberships')))
    .executeTakeFirst()
  return membership !== undefined
}

/** Closes the open membership and the open pursuit, if there are any, with how it ended and the job it ended with. */
export async function closePursuit(
  db: Writer,
  leaving: Omit<Leaving, 'job'> & { jobId?: number | null },
  today: string,
): Promise<void> {
  const { personId, as, reason, lostTo, revisitOn, jobId = null } = leaving
  await db
    .updateTable('focus_memberships')
    .set({ left_on: today, left_as: as, left_reason: reason })
    .where('person_id', '=', personId)
    .where(where(isOnList('focus_memberships')))
    .execute()
  await db
    .updateTable('pursuits')
    .set({ closed_on: today, closed_as: as, reason, lost_to: lostTo, revisit_on: revisitOn, job_id: jobId })
    .where('person_id', '=', personId)
    .where('closed_on', 'is', null)
    .execute()
}

/** Sets "do not contact": off the focus list, the pursuit closed as never, nothing planned any more. */
export async function stopContact(
  db: Writer,
  personId: number,
  reason: string,
  today: string,
): Promise<void> {
  await db
    .updateTable('people')
    .set({ never_contact_on: today, never_contact_reason: reason })
    .where('id', '=', personId)
    .where('never_contact_on', 'is', null)
    .execute()
  await closePursuit(db, { personId, as: 'never', reason, lostTo: '', revisitOn: null }, today)
  await db
    .updateTable('next_steps')
    .set({ dropped_on: today })
    .where('person_id', '=', personId)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .execute()
}

/**
 * As `stopContact` does with what is under way, in prepared statements: for many people in one command, whose mark is
 * written already.
 */
export function makeContactEnder(sqlite: Sqlite, today: string): (personId: number, reason: string) => void {
  const ends = [
    `UPDATE focus_memberships SET left_on = :today, left_as = 'never', left_reason = :reason
     WHERE person_id = :personId AND ${isOnList('focus_memberships')}`,
    `UPDATE pursuits SET closed_on = :today, closed_as = 'never', reason = :reason, lost_to = '', revisit_on = NULL
     WHERE person_id = :personId AND closed_on IS NULL`,
    `UPDATE next_steps SET dropped_on = :today
     WHERE person_id = :personId AND done_on IS NULL AND dropped_on IS NULL AND :reason IS NOT NULL`,
  ].map((sql) => sqlite.prepare(sql))
  return (personId, reason) => {
    for (const end of ends) end.run({ personId, reason, today })
  }
}
