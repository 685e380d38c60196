// Writes what the line of one row says: the touch with all that follows, or a decision.

import type { NamedFriend } from '../../shared/contract/referrals.ts'
import { TouchDraft } from '../../shared/contract/touches.ts'
import { ownQuestion } from '../../shared/rules/know-card/choose-questions.ts'
import { countsAs, type How, keepsStep } from '../../shared/rules/touches/touch-kinds.ts'
import type { Entry, RowEntry } from '../../shared/rules/type-back/sheet-entry.ts'
import type { DecisionLine } from '../../shared/rules/type-back/sheet-line.ts'
import type { Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { findNamesake } from '../records/find-namesake.ts'
import { closeErrands, insertNextStep, keepSteps } from '../records/next-steps.ts'
import { closePursuit, type FoundPerson, findPerson } from '../records/pursuits.ts'
import { isOnList, where } from '../records/shown-people.ts'
import { listReportsOwed } from '../referrals/referrals.ts'
import { settleInquiriesOf } from '../today/settle-inquiry.ts'
import { type LineContext, settleOutcome } from '../touches/settle-outcome.ts'
import { writeTouch } from '../touches/touches.ts'
import { type EarlierTouch, keepEarlier, takeBackLine } from './take-back-line.ts'

/** Writes one row's line; a touch typed for the same row and day before makes room for it, with what came of it. */
export async function enterRow(db: Writer, entry: RowEntry, context: LineContext): Promise<void> {
  const { row, on, outcome } = entry
  const names = outcome === 'named a friend' ? { name: entry.named?.name ?? null } : null
  const earlier = await takeBackLine(db, {
    rowId: row.id,
    personId: row.personId,
    touchId: entry.corrects,
    on,
    names,
  })
  const person = await findPerson(db, row.personId)
  const touchId =
    entry.how === null ? null : await writeRowTouch(db, { entry, how: entry.how, person, earlier }, context)
  if (touchId !== null) {
    // Read anew: an earlier line of this very text may have planned something for this day.
    const kept = await findKeptSteps(db, { personId: person.id, how: entry.how!, on, touchId })
    await keepSteps(db, { personId: person.id, ids: kept, on, touchId })
  }
  await settleOutcome(db, { ...entry, touchId, person }, context)
  const mayPlan = !person.neverContact && !person.isPrivate && outcome !== 'park' && outcome !== 'lost'
  if (mayPlan && entry.next) {
    await insertNextStep(db, {
      uid: makeUid(Date.parse(context.clock.now())),
      personId: person.id,
      touchId,
      draft: {
        // Without words of the owner's it is a day to come back on, and no errand.
        what: '',
        dueOn: entry.next.on,
        dueTime: null,
        promised: entry.next.promised,
      },
      createdOn: on,
    })
  }
  const isDelivered = entry.how !== null && countsAs({ how: entry.how, direction: 'out' }) !== 'attempt'
  if (row.section === 'thank' && isDelivered) await thankAndReport(db, person.id, on)
  await closeRow(db, row.id, context)
}

async function writeRowTouch(
  db: Writer,
  {
    entry,
    how,
    person,
    earlier,
  }: { entry: RowEntry; how: How; person: FoundPerson; earlier: EarlierTouch | null },
  context: LineContext,
): Promise<number> {
  const { row, on, outcome, direction, minutes, note, line } = entry
  // An outcome alone means they talked, by the planned channel.
  const atTheirPlace =
    line.kind === 'row' && !line.howTyped && how === 'talked' && person.bestChannel === 'visit'
  const draft = TouchDraft.parse({
    how,
    happenedOn: on,
    outcome,
    direction,
    note: await answerQuestion(db, { rowId: row.id, personId: person.id, how, note }),
    ...(atTheirPlace ? { channel: 'visit' } : {}),
    ...keepEarlier({ minutes, byWhom: line.byWhom }, earlier),
    ...(row.section === 'ask' && how !== 'no answer' ? { asked: true } : {}),
  })
  const named = outcome === 'named a friend' ? await findFriend(db, entry, earlier?.friendId ?? null) : null
  const uid = earlier?.uid ?? makeUid(Date.parse(context.clock.now()))
  const { id } = await writeTouch(db, { uid, person, draft, sheetRowId: row.id, named }, context)
  return id
}

/**
 * The owner's own question on the row stands before its answer in the story, and is asked no more; nobody answers who was
 * not reached.
 * @returns the note as it is kept
 */
async function answerQuestion(
  db: Writer,
  { rowId, personId, how, note }: { rowId: number; personId: number; how: How; note: string },
): Promise<string> {
  if (note === '' || countsAs({ how, direction: 'out' }) !== 'contact') return note
  const row = await db
    .selectFrom('call_sheet_rows')
    .select('learn')
    .where('id', '=', rowId)
    .where('question', '=', ownQuestion)
    .executeTakeFirst()
  if (!row || row.learn === '') return note
  await db
    .updateTable('people')
    .set({ ask_next: '' })
    .where('id', '=', personId)
    .where('ask_next', '=', row.learn)
    .execute()
  return `${row.learn} ${note}`
}

/** Whom they named: the one the line named before, the only one of this name, or somebody to write down. */
export async function findFriend(
  db: Writer,
  { named }: Pick<RowEntry, 'named'>,
  before: number | null,
): Promise<NamedFriend | null> {
  if (named === null && before === null) return null
  const { name = '', phone = '' } = named ?? {}
  return { personId: before ?? (await findNamesake(db, name)), name, phone, agreed: null }
}

/** Open steps without words that this touch keeps, but for what it agrees itself; errands only the owner's word closes. */
async function findKeptSteps(
  db: Writer,
  { personId, how, on, touchId }: { personId: number; how: How; on: string; touchId: number },
): Promise<number[]> {
  let query = db
    .selectFrom('next_steps')
    .select('id')
    .where('person_id', '=', personId)
    .where('due_on', '<=', on)
    .where('what', '=', '')
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .where((where) => where.or([where('touch_id', 'is', null), where('touch_id', '<>', touchId)]))
  if (!keepsStep(how, { promised: true, what: '' })) query = query.where('promised', '=', 0)
  return (await query.execute()).map((step) => step.id)
}

/** They were thanked for every name, and told what came of those that were thanked for before. */
async function thankAndReport(db: Writer, referrerId: number, on: string): Promise<void> {
  const friends = (await listReportsOwed(db)).filter((one) => one.referrer.id === referrerId)
  await db
    .updateTable('referrals')
    .set({ reported_on: on })
    .where('referrer_id', '=', referrerId)
    .where(
      'person_id',
      'in',
      friends.map((one) => one.friend.id),
    )
    .where('thanked_on', 'is not', null)
    .where('reported_on', 'is', null)
    .execute()
  await db
    .updateTable('referrals')
    .set({ thanked_on: on })
    .where('referrer_id', '=', referrerId)
    .where('thanked_on', 'is', null)
    .execute()
}

/** @returns whether anything stood there to be settled */
async function settleRow(db: Writer, personId: number, on: string): Promise<boolean> {
  const inquiries = await settleInquiriesOf(db, personId, on, on)
  const errands = await closeErrands(db, personId, on)
  return inquiries + errands > 0
}

async function closeRow(db: Writer, id: number, { clock }: LineContext): Promise<void> {
  await db
    .updateTable('call_sheet_rows')
    .set({ state: 'done', entered_on: clock.today() })
    .where('id', '=', id)
    .execute()
}

/**
 * The owner looked again: they stay, quiet for a while, or leave the focus list. K on a row of the calls says that what
 * stood there is settled: nothing to answer, and what was to be done is done.
 */
export async function enterDecision(
  db: Writer,
  { line, row }: Extract<Entry, { kind: 'decision' }>,
  context: LineContext,
): Promise<void> {
  const { decision, on, note } = line satisfies DecisionLine
  await takeBackLine(db, { rowId: row.id, personId: row.personId, touchId: null, on, names: null })
  if (decision === 'drop') {
    const leaving = {
      personId: row.personId,
      as: 'dropped',
      reason: note,
      lostTo: '',
      revisitOn: null,
    } as const
    await closePursuit(db, leaving, on)
  } else if (row.section !== 'call' || !(await settleRow(db, row.personId, on))) {
    await db
      .updateTable('focus_memberships')
      .set({ kept_on: on })
      .where('person_id', '=', row.personId)
      .where(where(isOnList('focus_memberships')))
      .execute()
  }
  await closeRow(db, row.id, context)
}
