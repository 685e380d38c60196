// What was logged, set right: corrected, deleted, or moved to the person it happened with.

import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { writeJobOf } from '../jobs/leaving-jobs.ts'
import { findPerson, stopContact } from '../records/pursuits.ts'
import { dropUnnamed, followTouch } from '../referrals/referrals.ts'
import { takeBackConsequences } from './take-back-touch.ts'
import { touchColumns } from './touches.ts'

type Context = Pick<CommandContext, 'clock' | 'say'>

async function findTouch(db: Reader, id: number) {
  const touch = await db
    .selectFrom('touches')
    .select(['id', 'person_id', 'happened_on', 'happened_at', 'how', 'channel', 'outcome'])
    .select(['minutes', 'cost', 'to_many_uid', 'sheet_row_id', 'job_id', 'note'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!touch) throw new AppError('not-found', { id })
  return touch
}

type FoundTouch = Awaited<ReturnType<typeof findTouch>>

/** The touch, or every one of the entry it belongs to. */
async function findEntry(db: Reader, touch: FoundTouch, forAll: boolean): Promise<number[]> {
  if (!forAll || touch.to_many_uid === null) return [touch.id]
  // A visit to a place is corrected as a whole on the place's page, with the row that says when it was.
  const visit = await db
    .selectFrom('place_visits')
    .select('id')
    .where('uid', '=', touch.to_many_uid)
    .executeTakeFirst()
  if (visit) return [touch.id]
  const rows = await db
    .selectFrom('touches')
    .select('id')
    .where('to_many_uid', '=', touch.to_many_uid)
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Rewrites a logged touch. A time of day stays only with the day it was kept for. For all it went to, the words and
 * the day change, and each keeps its own share of minutes and cost.
 * @throws AppError not-found, future-date
 */
export async function correctTouch(
  db: Writer,
  input: ParsedInput<'touches.correct'>,
  context: Context,
): Promise<Record<string, never>> {
  const today = context.clock.today()
  const touch = await findTouch(db, input.id)
  const person = await findPerson(db, touch.person_id)
  const kept = { happenedOn: input.touch.happenedOn ?? touch.happened_on }
  const columns = touchColumns({ ...input.touch, ...kept }, person, today)
  const channel = input.touch.channel ?? (touch.how === columns.how ? touch.channel : columns.channel)
  const happened_at = columns.happened_on === touch.happened_on ? touch.happened_at : null
  const ids = await findEntry(db, touch, input.forAll)
  if (ids.length > 1) {
    const { minutes: _, cost: __, ...shared } = columns
    await db
      .updateTable('touches')
      .set({ ...shared, channel, happened_at })
      .where('id', 'in', ids)
      .execute()
    context.say('touches.done.correctedMany', { count: ids.length, on: columns.happened_on })
    return {}
  }
  // What came of it follows what it says now.
  const isOther = columns.outcome !== touch.outcome || columns.happened_on !== touch.happened_on
  const job = isOther ? await readJobOf(db, touch) : null
  if (isOther) await takeBackConsequences(db, touch.id, { leavesSteps: true })
  await db
    .updateTable('touches')
    .set({ ...columns, channel, happened_at })
    .where('id', '=', touch.id)
    .execute()
  if (isOther) {
    const { outcome, happened_on: on, note } = columns
    await writeJobOf(db, { id: touch.id, personId: person.id, on, outcome, note, job }, context)
    if (outcome === 'never contact') await stopContact(db, person.id, note, on)
  }
  const namesFriend = columns.outcome === 'named a friend'
  if (namesFriend || touch.outcome === 'named a friend') {
    const { id, person_id: personId } = touch
    await followTouch(db, { id, personId, happenedOn: columns.happened_on, namesFriend }, context)
  }
  context.say('touches.done.corrected', { name: person.name, on: columns.happened_on })
  return {}
}

/** A row of a sheet is done only while a touch stands for it. */
async function reopenSheetRow(db: Writer, touch: FoundTouch): Promise<void> {
  if (touch.sheet_row_id === null) return
  const other = await db
    .selectFrom('touches')
    .select('id')
    .where('sheet_row_id', '=', touch.sheet_row_id)
    .where('id', '<>', touch.id)
    .executeTakeFirst()
  if (other) return
  await db
    .updateTable('call_sheet_rows')
    .set({ state: 'open', entered_on: null })
    .where('id', '=', touch.sheet_row_id)
    .where('state', '=', 'done')
    .execute()
}

/** What the job of a touch says, to be written anew on another day or for somebody else. */
async function readJobOf(db: Reader, { outcome, job_id }: FoundTouch) {
  if (job_id === null || (outcome !== 'quote' && outcome !== 'bought')) return null
  const job = await db
    .selectFrom('jobs')
    .select(['what', 'quoted_amount', 'amount'])
    .where('id', '=', job_id)
    .executeTakeFirst()
  return job ? { what: job.what, amount: outcome === 'quote' ? job.quoted_amount : job.amount } : null
}

/** Removes what was logged by mistake, with all that came of it. @throws AppError not-found */
export async function removeTouch(
  db: Writer,
  input: ParsedInput<'touches.remove'>,
  context: Context,
): Promise<Record<string, never>> {
  const touch = await findTouch(db, input.id)
  const { name } = await findPerson(db, touch.person_id)
  const ids = await findEntry(db, touch, input.forAll)
  await reopenSheetRow(db, touch)
  for (const id of ids) {
    await takeBackConsequences(db, id, { names: null })
    await deleteTouch(db, id)
  }
  if (ids.length > 1) context.say('touches.done.removedMany', { count: ids.length, on: touch.happened_on })
  else context.say('touches.done.removed', { name, on: touch.happened_on })
  return {}
}

/** Deletes a touch; steps, asks and written names that came of it stay, no longer pointing at it. */
export async function deleteTouch(db: Writer, id: number): Promise<void> {
  await dropUnnamed(db, id)
  await db.updateTable('next_steps').set({ kept_by: null }).where('kept_by', '=', id).execute()
  for (const table of ['next_steps', 'asks', 'referrals'] as const) {
    await db.updateTable(table).set({ touch_id: null }).where('touch_id', '=', id).execute()
  }
  await db.deleteFrom('touches').where('id', '=', id).execute()
}

/**
 * It happened with somebody else: the touch goes to them, with the next steps and asks that came of it and the name
 * given in it. It no longer stands for a row of a sheet, for that row was somebody else's.
 * @throws AppError not-found, do-not-contact, named-themselves when they are the friend who was named in it
 */
export async function moveTouch(
  db: Writer,
  input: ParsedInput<'touches.move'>,
  context: Context,
): Promise<Record<string, never>> {
  const touch = await findTouch(db, input.id)
  const from = await findPerson(db, touch.person_id)
  const to = await findPerson(db, input.personId)
  if (to.id === from.id) return {}
  const named = await db
    .selectFrom('referrals')
    .select('id')
    .where('touch_id', '=', touch.id)
    .where('person_id', '=', to.id)
    .executeTakeFirst()
  if (named) throw new AppError('named-themselves', { name: to.name })
  await reopenSheetRow(db, touch)
  const job = await readJobOf(db, touch)
  await takeBackConsequences(db, touch.id, { leavesSteps: true })
  await db
    .updateTable('next_steps')
    .set({ done_on: null, kept_by: null })
    .where('kept_by', '=', touch.id)
    .execute()
  await db
    .updateTable('touches')
    .set({ person_id: to.id, sheet_row_id: null })
    .where('id', '=', touch.id)
    .execute()
  for (const table of ['next_steps', 'asks'] as const) {
    await db.updateTable(table).set({ person_id: to.id }).where('touch_id', '=', touch.id).execute()
  }
  await db.updateTable('referrals').set({ referrer_id: to.id }).where('touch_id', '=', touch.id).execute()
  const { id, outcome, happened_on: on, note } = touch
  await writeJobOf(db, { id, personId: to.id, on, outcome, note, job }, context)
  if (outcome === 'never contact') await stopContact(db, to.id, note, on)
  context.say('touches.done.moved', { from: from.name, to: to.name, on: touch.happened_on })
  return {}
}
