// Takes back what a line typed before wrote, so that the line typed for the same row and day now takes its place.

import { foldText } from '../../shared/rules/people/fold-text.ts'
import type { Outcome } from '../../shared/rules/touches/touch-kinds.ts'
import type { Writer } from '../engine/store.ts'
import { takeBackJob } from '../jobs/leaving-jobs.ts'
import { dropFriendPursuit } from '../referrals/referrals.ts'
import { deleteTouch } from '../touches/correct-touch.ts'

/** What the touch in its place goes on saying, beside the line. */
export interface EarlierTouch {
  uid: string
  loggedAt: string
  minutes: number | null
  gave: boolean
  asked: boolean
  cost: number | null
  notForPaper: boolean
  byWhom: string
  /** Whom they named, and name still. */
  friendId: number | null
}

/** What a line leaves open and the touch in whose place its own comes had: it goes on saying that. */
export function keepEarlier(
  { minutes, byWhom }: { minutes: number | null; byWhom: string },
  earlier: EarlierTouch | null,
) {
  return {
    minutes: minutes ?? earlier?.minutes ?? null,
    byWhom: byWhom || (earlier?.byWhom ?? ''),
    ...(earlier && {
      gave: earlier.gave,
      asked: earlier.asked,
      cost: earlier.cost,
      notForPaper: earlier.notForPaper,
    }),
  }
}

/** What the line now says of a friend: a name, a friend without one, or none at all. */
export type NamesNow = { name: string | null } | null

const endings = { bought: 'won', lost: 'lost', park: 'parked', 'never contact': 'never' } as const
type Ending = (typeof endings)[keyof typeof endings] | 'dropped'

/**
 * The touch goes, with the steps it agreed, the end of the pursuit, the job and the names that came of it; what it had
 * kept is open again. A decision without a touch is taken back with the row it closed.
 * @returns null when nothing was typed for this row and day
 */
export async function takeBackLine(
  db: Writer,
  line: { rowId: number | null; personId: number; touchId: number | null; on: string; names: NamesNow },
): Promise<EarlierTouch | null> {
  const { rowId, personId, touchId, on, names } = line
  if (touchId === null) {
    if (rowId !== null && (await isDecided(db, rowId)))
      await reopen(db, personId, on, ['parked', 'never', 'dropped'])
    return null
  }
  const touch = await db
    .selectFrom('touches')
    .select(['uid', 'outcome', 'minutes', 'gave', 'asked', 'cost', 'by_whom', 'job_id', 'logged_at'])
    .select('not_for_paper')
    .where('id', '=', touchId)
    .executeTakeFirstOrThrow()
  await db.deleteFrom('next_steps').where('touch_id', '=', touchId).where('done_on', 'is', null).execute()
  if (rowId !== null) {
    await reopenSteps(db, personId, on)
    await takeBackThanks(db, rowId, on)
  }
  const ending = touch.outcome === null ? undefined : endingOf(touch.outcome)
  if (ending) await reopen(db, personId, on, [ending])
  const friendId = await takeBackNames(db, { id: touchId, loggedAt: touch.logged_at, on }, names)
  await deleteTouch(db, touchId)
  if (touch.job_id !== null) await takeBackJob(db, touch.job_id, touch.outcome, on)
  const { uid, minutes, cost, by_whom: byWhom, logged_at: loggedAt } = touch
  return {
    uid,
    loggedAt,
    minutes,
    cost,
    gave: touch.gave === 1,
    asked: touch.asked === 1,
    notForPaper: touch.not_for_paper === 1,
    byWhom,
    friendId,
  }
}

/** What was due and done on the day of a row's touch; a walk-in keeps no steps. */
async function reopenSteps(db: Writer, personId: number, on: string): Promise<void> {
  await db
    .updateTable('next_steps')
    .set({ done_on: null })
    .where('person_id', '=', personId)
    .where('done_on', '=', on)
    // A day to come back on was made idle by the touch itself, however far ahead it lay.
    .where((where) =>
      where.or([where('due_on', '<=', on), where.and([where('promised', '=', 0), where('what', '=', '')])]),
    )
    .execute()
}

/** What a row of the thanks said on this day is owed again. */
async function takeBackThanks(db: Writer, rowId: number, on: string): Promise<void> {
  const thanks = db
    .selectFrom('call_sheet_rows')
    .select('person_id')
    .where('id', '=', rowId)
    .where('section', '=', 'thank')
  for (const said of ['thanked_on', 'reported_on'] as const) {
    await db
      .updateTable('referrals')
      .set({ [said]: null })
      .where('referrer_id', 'in', thanks)
      .where(said, '=', on)
      .execute()
  }
}

function endingOf(outcome: Outcome): Ending | undefined {
  return (endings as Partial<Record<Outcome, Ending>>)[outcome]
}

/** Closed, and nothing happened on it: a decision alone. */
async function isDecided(db: Writer, rowId: number): Promise<boolean> {
  const row = await db
    .selectFrom('call_sheet_rows as r')
    .select('r.id')
    .where('r.id', '=', rowId)
    .where('r.state', '=', 'done')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('touches as t').select('t.id').whereRef('t.sheet_row_id', '=', 'r.id'))),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Back on the focus list and into the pursuit that ended on this day, unless another began since. */
async function reopen(db: Writer, personId: number, on: string, as: Ending[]): Promise<void> {
  const pursuit = await db
    .selectFrom('pursuits as u')
    .select('u.id')
    .where('u.person_id', '=', personId)
    .where('u.closed_on', '=', on)
    .where('u.closed_as', 'in', as)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pursuits as o')
            .select('o.id')
            .where('o.person_id', '=', personId)
            .where('o.closed_on', 'is', null),
        ),
      ),
    )
    .orderBy('u.id', 'desc')
    .executeTakeFirst()
  if (pursuit) {
    await db
      .updateTable('pursuits')
      .set({ closed_on: null, closed_as: null, reason: '', lost_to: '', revisit_on: null, job_id: null })
      .where('id', '=', pursuit.id)
      .execute()
    await db
      .updateTable('focus_memberships')
      .set({ left_on: null, left_as: null, left_reason: '' })
      .where('pursuit_id', '=', pursuit.id)
      .where('left_on', '=', on)
      .where('left_as', 'in', as)
      .execute()
  }
  if (!as.includes('never')) return
  const lifted = await db
    .updateTable('people')
    .set({ never_contact_on: null, never_contact_reason: '' })
    .where('id', '=', personId)
    .where('never_contact_on', '=', on)
    // Said since on their page: that holds whatever was typed.
    .where('died_on', 'is', null)
    .executeTakeFirst()
  if (lifted.numUpdatedRows === 0n) return
  await db
    .updateTable('next_steps')
    .set({ dropped_on: null })
    .where('person_id', '=', personId)
    .where('dropped_on', '=', on)
    .execute()
}

/**
 * Names not thanked for yet go with the touch, and a friend who was written down because of it goes to the bin.
 * @returns the friend who is named still, with the referral left to be found again
 */
async function takeBackNames(
  db: Writer,
  touch: { id: number; loggedAt: string; on: string },
  names: NamesNow,
): Promise<number | null> {
  const rows = await db
    .selectFrom('referrals as r')
    .leftJoin('people as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.person_id', 'p.name', 'p.created_at'])
    .where('r.touch_id', '=', touch.id)
    .where('r.thanked_on', 'is', null)
    .execute()
  for (const { id, person_id, name, created_at } of rows) {
    if (person_id === null) continue
    const isSame = names !== null && (names.name === null || foldText(names.name) === foldText(name ?? ''))
    if (isSame) return person_id
    await db.deleteFrom('referrals').where('id', '=', id).execute()
    await dropFriendPursuit(db, person_id, touch.on)
    if (created_at! < touch.loggedAt) continue
    await db
      .updateTable('people')
      .set({ deleted_at: touch.loggedAt })
      .where('id', '=', person_id)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('touches as t').select('t.id').where('t.person_id', '=', person_id))),
      )
      .execute()
  }
  return null
}
