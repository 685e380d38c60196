// Next steps: dated promises and plans, any number a person; the earliest open one is the next.

import type { ParsedInput } from '../../shared/contract/index.ts'
import { logBoxKey, type NextStepDraft } from '../../shared/contract/touches.ts'
import { AppError } from '../../shared/errors.ts'
import { addOpenDays } from '../../shared/rules/days/open-days.ts'
import { daysOfWeek, weekOf } from '../../shared/rules/days/weeks.ts'
import { restDays } from '../../shared/rules/focus-list/who-now.ts'
import type { CommandContext } from '../engine/contexts.ts'
import { forgetDraft } from '../engine/drafts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { readClosedDays } from './closed-periods.ts'
import { findPerson } from './pursuits.ts'
import { getSettings } from './settings.ts'
import { isReachable, where } from './shown-people.ts'

function stepColumns(step: NextStepDraft) {
  return {
    what: step.what.trim(),
    due_on: step.dueOn,
    due_time: step.dueTime,
    promised: step.promised ? (1 as const) : (0 as const),
  }
}

/** Writes one open step; asked again under the same uid it writes nothing more. */
export async function insertNextStep(
  db: Writer,
  step: { uid: string; personId: number; touchId: number | null; draft: NextStepDraft; createdOn: string },
): Promise<number> {
  const before = await db.selectFrom('next_steps').select('id').where('uid', '=', step.uid).executeTakeFirst()
  if (before) return before.id
  const { id } = await db
    .insertInto('next_steps')
    .values({
      uid: step.uid,
      person_id: step.personId,
      touch_id: step.touchId,
      created_on: step.createdOn,
      ...stepColumns(step.draft),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @throws AppError not-found, do-not-contact */
export async function addNextStep(
  db: Writer,
  input: ParsedInput<'touches.addNextStep'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<{ id: number }> {
  const { id: personId, name, neverContact } = await findPerson(db, input.personId)
  if (neverContact) throw new AppError('do-not-contact', { name })
  const before = await db
    .selectFrom('next_steps')
    .select('id')
    .where('uid', '=', input.uid)
    .executeTakeFirst()
  // Nothing was done the second time, so there is nothing to say or to undo.
  if (before) return before
  const createdOn = context.clock.today()
  const id = await insertNextStep(db, {
    uid: input.uid,
    personId,
    touchId: null,
    draft: input.step,
    createdOn,
  })
  await forgetDraft(db, logBoxKey(personId), input.step.what)
  context.say('touches.done.stepAdded', { name, on: input.step.dueOn })
  return { id }
}

/** @throws AppError not-found when it is gone or closed already */
export async function findOpenStep(db: Reader, id: number) {
  const step = await db
    .selectFrom('next_steps')
    .select(['id', 'person_id', 'due_on', 'moved_from'])
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  if (!step) throw new AppError('not-found', { id })
  return step
}

/** @throws AppError not-found when it is gone or closed already */
export async function changeNextStep(
  db: Writer,
  input: ParsedInput<'touches.changeNextStep'>,
  context: Pick<CommandContext, 'say'>,
): Promise<Record<string, never>> {
  const step = await findOpenStep(db, input.id)
  const { name } = await findPerson(db, step.person_id)
  // A day agreed anew is the promise now.
  const moved_from = input.step.dueOn === step.due_on ? step.moved_from : null
  await db
    .updateTable('next_steps')
    .set({ ...stepColumns(input.step), moved_from })
    .where('id', '=', step.id)
    .execute()
  context.say('touches.done.stepMoved', { name, on: input.step.dueOn })
  return {}
}

/** Kept, or no longer wanted. @throws AppError not-found when it is gone or closed already */
export async function closeNextStep(
  db: Writer,
  input: ParsedInput<'touches.closeNextStep'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const step = await findOpenStep(db, input.id)
  const { name } = await findPerson(db, step.person_id)
  const today = context.clock.today()
  const closing = input.how === 'done' ? { done_on: today } : { dropped_on: today }
  await db.updateTable('next_steps').set(closing).where('id', '=', step.id).execute()
  context.say(input.how === 'done' ? 'touches.done.stepDone' : 'touches.done.stepDropped', { name })
  return {}
}

/** Marks open steps of one person as kept on a day by a touch; ids of others' or closed steps are passed over. */
export async function keepSteps(
  db: Writer,
  { personId, ids, on, touchId }: { personId: number; ids: readonly number[]; on: string; touchId: number },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('next_steps')
    .set({ done_on: on, kept_by: touchId })
    .where('id', 'in', ids)
    .where('person_id', '=', personId)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .execute()
}

/**
 * Closes the days to come back on that say nothing by themselves: whatever happens between us makes them idle, theirs
 * as well as ours. One that lies further ahead than their next turn would stays, and so does an errand with words.
 * @param on the day it happened
 */
export async function closeRetries(
  db: Writer,
  { personId, on, touchId }: { personId: number; on: string; touchId: number },
): Promise<void> {
  const shop = { openDays: (await getSettings(db)).openDays, closed: await readClosedDays(db) }
  await db
    .updateTable('next_steps')
    .set({ done_on: on, kept_by: touchId })
    .where('person_id', '=', personId)
    .where('promised', '=', 0)
    .where('what', '=', '')
    .where('due_on', '<=', addOpenDays(on, restDays, shop))
    .where('created_on', '<=', on)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .execute()
}

/** Everything that was due to one person by the end of the week of a day is done, as the owner says. @returns how much that was */
export async function closeErrands(db: Writer, personId: number, on: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('next_steps')
    .set({ done_on: on })
    .where('person_id', '=', personId)
    .where('due_on', '<=', daysOfWeek(weekOf(on))[6]!)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Open steps of people who may be contacted: nobody in the bin, nobody private, nobody who wants to be left alone. */
export function selectOpenSteps(db: Reader) {
  return (
    db
      .selectFrom('next_steps as n')
      // A cross join keeps this order: few steps are due, many people are there.
      .crossJoin('people as p')
      .whereRef('p.id', '=', 'n.person_id')
      .where('n.done_on', 'is', null)
      .where('n.dropped_on', 'is', null)
      .where(where(isReachable('p')))
  )
}

/** Open steps that say something: promises, and plans in words; a mere day to come back on is the rule's own affair. */
export function selectErrands(db: Reader) {
  return selectOpenSteps(db).where((either) =>
    either.or([either('n.promised', '=', 1), either('n.what', '<>', '')]),
  )
}

/** Errands due up to a day, earliest first. */
export async function listDueSteps(db: Reader, input: ParsedInput<'touches.due'>) {
  let query = selectErrands(db)
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['n.id', 'n.person_id', 'n.what', 'n.due_on', 'n.due_time', 'n.promised'])
    .select(['p.name', 'f.name as firm'])
    .where('n.due_on', '<=', input.until)
    .orderBy('n.due_on')
    .orderBy('n.id')
    .limit(input.limit)
  if (input.from) query = query.where('n.due_on', '>=', input.from)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.name,
    firm: row.firm ?? '',
    what: row.what,
    dueOn: row.due_on,
    dueTime: row.due_time,
    promised: row.promised === 1,
  }))
}
