// Touches: logging in one step, the timeline, correcting and removing what was logged.

import type { ParsedInput } from '../../shared/contract/index.ts'
import type { NamedFriend } from '../../shared/contract/referrals.ts'
import { logBoxKey, type TouchDraft } from '../../shared/contract/touches.ts'
import { AppError, type MessageRef, type Name } from '../../shared/errors.ts'
import type { NameIn } from '../../shared/message-key.ts'
import { suggestNextStep } from '../../shared/rules/days/next-step-dates.ts'
import { type Outcome, usualChannel } from '../../shared/rules/touches/touch-kinds.ts'
import type { CommandContext } from '../engine/contexts.ts'
import { forgetDraft } from '../engine/drafts.ts'
import type { Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { writeJobOf } from '../jobs/leaving-jobs.ts'
import { readClosedDays } from '../records/closed-periods.ts'
import { closeRetries, insertNextStep, keepSteps } from '../records/next-steps.ts'
import {
  type FoundPerson,
  findPerson,
  isOnFocusList,
  mayOpenPursuit,
  openPursuit,
  stopContact,
} from '../records/pursuits.ts'
import { getSettings } from '../records/settings.ts'
import { openNamed } from './name-friend.ts'

type Context = Pick<CommandContext, 'clock' | 'say'>

/** What a row holds of a draft; the day must not lie ahead. @throws AppError future-date */
export function touchColumns(draft: TouchDraft, person: FoundPerson, today: string) {
  const happenedOn = draft.happenedOn ?? today
  if (happenedOn > today) throw new AppError('future-date', { on: happenedOn })
  return {
    happened_on: happenedOn,
    how: draft.how,
    outcome: draft.outcome,
    channel: draft.channel ?? usualChannel(draft.how, person.bestChannel),
    direction: draft.direction,
    gave: draft.gave ? (1 as const) : (0 as const),
    asked: draft.asked ? (1 as const) : (0 as const),
    minutes: draft.minutes,
    cost: draft.cost,
    note: draft.note.trim(),
    not_for_paper: draft.notForPaper ? (1 as const) : (0 as const),
    by_whom: draft.byWhom.trim(),
  }
}

/**
 * Writes one touch and what follows from it alone: a pursuit opened by a first inquiry, "do not contact", or the
 * friend who was named, with thanks owed. Answers the friend's name as well, null while it is not written down.
 * The time of day is kept only for what happened today; a back-dated touch has its day and nothing else.
 * @throws AppError future-date; not-found, named-themselves for a friend
 */
export async function writeTouch(
  db: Writer,
  touch: {
    uid: string
    person: FoundPerson
    draft: TouchDraft
    sheetRowId?: number
    /** The sheet a walk-in line was typed back on. */
    walkInSheetId?: number
    /** When it was first logged, for one that takes the place of another. */
    loggedAt?: string
    named?: NamedFriend | null
  },
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<{ id: number; friend: Name | null }> {
  const today = clock.today()
  const now = clock.now()
  const { person, draft } = touch
  const columns = touchColumns(draft, person, today)
  const { id } = await db
    .insertInto('touches')
    .values({
      uid: touch.uid,
      person_id: person.id,
      ...columns,
      happened_at: columns.happened_on === today ? now : null,
      sheet_row_id: touch.sheetRowId ?? null,
      walk_in_sheet_id: touch.walkInSheetId ?? null,
      logged_at: touch.loggedAt ?? now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await closeRetries(db, { personId: person.id, on: columns.happened_on, touchId: id })
  if (draft.outcome === 'never contact') {
    await stopContact(db, person.id, columns.note, columns.happened_on)
  } else if (draft.direction === 'in' && (await mayOpenPursuit(db, person, columns.happened_on))) {
    await openPursuit(db, person, { on: columns.happened_on, how: 'inquiry' }, { clock })
  }
  const namedOn = columns.happened_on
  const friend =
    draft.outcome === 'named a friend'
      ? await openNamed(
          db,
          { referrerId: person.id, touchId: id, namedOn, friend: touch.named ?? null },
          { clock },
        )
      : null
  return { id, friend }
}

const leavesAs: Partial<Record<Outcome, 'won' | 'lost' | 'parked'>> = {
  bought: 'won',
  lost: 'lost',
  park: 'parked',
}

/**
 * Logs a touch with its next step and the steps it kept, in one step; asked again under the same uid, answers the first.
 * @throws AppError not-found, future-date; do-not-contact for a next step with somebody who wants none
 */
export async function logTouch(
  db: Writer,
  input: ParsedInput<'touches.log'>,
  context: Context,
): Promise<{
  id: number
  suggestion: { dueOn: string; message: MessageRef } | null
  mayLeaveAs: 'won' | 'lost' | 'parked' | null
}> {
  const before = await db.selectFrom('touches').select('id').where('uid', '=', input.uid).executeTakeFirst()
  if (before) return { id: before.id, suggestion: null, mayLeaveAs: null }
  const { personId, touch, nextStep } = input
  const today = context.clock.today()
  const person = await findPerson(db, personId)
  // What happened can always be kept; nothing is planned.
  if (nextStep && person.neverContact) throw new AppError('do-not-contact', { name: person.name })
  const { uid, named } = input
  const { id, friend } = await writeTouch(db, { uid, person, draft: touch, named }, context)
  const on = touch.happenedOn ?? today
  const job = { id, personId, on, outcome: touch.outcome, note: touch.note, job: input.job }
  await writeJobOf(db, job, context)
  await keepSteps(db, { personId, ids: input.keeps, on: today, touchId: id })
  await forgetDraft(db, logBoxKey(personId), touch.note)
  if (nextStep && touch.outcome !== 'never contact') {
    const uid = makeUid(Date.parse(context.clock.now()))
    await insertNextStep(db, { uid, personId, touchId: id, draft: nextStep, createdOn: today })
  }
  if (friend !== null) context.say('referrals.done.named', { name: person.name, friend })
  else if (touch.outcome === 'named a friend') context.say('referrals.done.namedBare', { name: person.name })
  else sayLogged(person.name, touch, today, context)
  const openTime = { openDays: (await getSettings(db)).openDays, closed: await readClosedDays(db) }
  const wanted = !nextStep && touch.direction === 'out' && touch.outcome !== 'never contact'
  const dueOn = wanted ? suggestNextStep(touch.how, today, openTime) : null
  // Only what was left unanswered has a day to come back on.
  const waitingName = messageNames[touch.how] as NameIn<'touches.suggestions'>
  const leaving = touch.outcome ? (leavesAs[touch.outcome] ?? null) : null
  return {
    id,
    suggestion: dueOn
      ? { dueOn, message: { key: `touches.suggestions.${waitingName}`, facts: { on: dueOn } } }
      : null,
    mayLeaveAs: leaving && (await isOnFocusList(db, personId)) ? leaving : null,
  }
}

/** Catalogue names of the kinds, without spaces. */
const messageNames = {
  met: 'met',
  talked: 'talked',
  voicemail: 'voicemail',
  message: 'message',
  letter: 'letter',
  event: 'event',
  'no answer': 'noAnswer',
} as const satisfies Record<TouchDraft['how'], string>

function sayLogged(name: Name, touch: TouchDraft, today: string, context: Context): void {
  const direction = touch.direction === 'in' ? 'in' : 'out'
  const backDated = touch.happenedOn !== undefined && touch.happenedOn !== today
  const key = `touches.done.${direction}.${messageNames[touch.how]}` as const
  if (backDated) context.say(`${key}On`, { name, on: touch.happenedOn! })
  else context.say(key, { name })
}
