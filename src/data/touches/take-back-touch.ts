// What came of a touch is taken back with it: one rule for a line typed anew, for deleting, correcting and moving.
import { foldText } from '../../shared/rules/people/fold-text.ts'
import type { Outcome } from '../../shared/rules/touches/touch-kinds.ts'
import type { Writer } from '../engine/store.ts'
import { takeBackJob } from '../jobs/leaving-jobs.ts'
import { dropFriendPursuit } from '../referrals/referrals.ts'

/** What the line now says of a friend: a name, a friend without one, or none at all. */
export type NamesNow = { name: string | null } | null

const endings = { bought: 'won', lost: 'lost', park: 'parked', 'never contact': 'never' } as const
type Ending = (typeof endings)[keyof typeof endings] | 'dropped'

function endingOf(outcome: Outcome): Ending | undefined {
  return (endings as Partial<Record<Outcome, Ending>>)[outcome]
}

interface What {
  /** What is still said of a friend: a name, a friend without one, or none at all; left out, names stay as they are. */
  names?: NamesNow
  /** Steps agreed in it, and those it kept, stay as they are. */
  leavesSteps?: boolean
}

/**
 * Takes back all that came of a touch, and leaves the touch itself: the steps it agreed go, those it kept are open again,
 * and so are the pursuit it ended and the place on the list; its job is as it was before, and "do not contact" is lifted.
 * @returns the friend who is named still
 */
export async function takeBackConsequences(
  db: Writer,
  touchId: number,
  { names, leavesSteps = false }: What,
): Promise<{ friendId: number | null }> {
  const touch = await db
    .selectFrom('touches')
    .select(['person_id', 'happened_on', 'outcome', 'job_id', 'logged_at'])
    .where('id', '=', touchId)
    .executeTakeFirstOrThrow()
  const { person_id: personId, happened_on: on, outcome } = touch
  if (!leavesSteps) {
    await db.deleteFrom('next_steps').where('touch_id', '=', touchId).where('done_on', 'is', null).execute()
    await db
      .updateTable('next_steps')
      .set({ done_on: null, kept_by: null })
      .where('kept_by', '=', touchId)
      .execute()
  }
  const ending = outcome === null ? undefined : endingOf(outcome)
  if (ending) await reopen(db, personId, on, [ending])
  const friendId =
    names === undefined
      ? null
      : await takeBackNames(db, { id: touchId, loggedAt: touch.logged_at, on }, names)
  if (touch.job_id !== null) {
    await db.updateTable('touches').set({ job_id: null }).where('id', '=', touchId).execute()
    await takeBackJob(db, touch.job_id, outcome, on)
  }
  return { friendId }
}

/** Back on the focus list and into the pursuit that ended on this day, unless another began since. */
export async function reopen(db: Writer, personId: number, on: string, as: Ending[]): Promise<void> {
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
