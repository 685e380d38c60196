// Takes back what a line typed before wrote, so that the line typed for the same row and day now takes its place.

import type { Writer } from '../engine/store.ts'
import { deleteTouch } from '../touches/correct-touch.ts'
import { type NamesNow, reopen, takeBackConsequences } from '../touches/take-back-touch.ts'

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
    if (rowId !== null && (await isDecided(db, rowId))) {
      await reopen(db, personId, on, ['parked', 'never', 'dropped'])
      await reopenSteps(db, personId, on)
    }
    return null
  }
  const touch = await db
    .selectFrom('touches')
    .select(['uid', 'minutes', 'gave', 'asked', 'cost', 'by_whom', 'logged_at'])
    .select('not_for_paper')
    .where('id', '=', touchId)
    .executeTakeFirstOrThrow()
  if (rowId !== null) {
    await reopenSteps(db, personId, on)
    await takeBackThanks(db, rowId, on)
  }
  const { friendId } = await takeBackConsequences(db, touchId, { names })
  await deleteTouch(db, touchId)
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

/** What was due and done on the day of a row's line, as files of older versions kept it, and what K said is done. */
async function reopenSteps(db: Writer, personId: number, on: string): Promise<void> {
  await db
    .updateTable('next_steps')
    .set({ done_on: null })
    .where('person_id', '=', personId)
    .where('done_on', '=', on)
    .where('due_on', '<=', on)
    .where('kept_by', 'is', null)
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
