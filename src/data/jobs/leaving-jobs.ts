// The job somebody leaves the focus list with: what they bought, or the quote they turned down.

import type { Leaving } from '../../shared/contract/focus-list.ts'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'

/** Open quotes of theirs, and orders of the pursuit under way, the newest first. */
export async function listLeavingJobs(
  db: Reader,
  { personId }: ParsedInput<'jobs.leaving'>,
): Promise<CallOutput<'jobs.leaving'>> {
  const rows = await db
    .selectFrom('jobs as j')
    .leftJoin('pursuits as u', (join) =>
      join.onRef('u.person_id', '=', 'j.person_id').on('u.closed_on', 'is', null),
    )
    .select(['j.id', 'j.what', 'j.quoted_on', 'j.ordered_on', 'j.quoted_amount', 'j.amount'])
    .where('j.person_id', '=', personId)
    .where('j.lost_on', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('j.ordered_on', 'is', null), where('j.quoted_on', 'is not', null)]),
        where('j.ordered_on', '>=', where.ref('u.opened_on')),
      ]),
    )
    .orderBy('j.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    on: row.ordered_on ?? row.quoted_on!,
    ordered: row.ordered_on !== null,
    amount: row.amount ?? row.quoted_amount,
  }))
}

/**
 * Writes the job somebody leaves with: what they bought, as an order of today when none was written, or the quote
 * they turned down.
 * @returns its id; null when they leave with none
 * @throws AppError not-found when the job named is not theirs, or lost already
 */
export async function settleJob(
  db: Writer,
  leaving: Leaving,
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<number | null> {
  const { personId, as, job } = leaving
  const today = clock.today()
  if (as === 'lost' && job?.id) {
    const { id } = await findJob(db, personId, job.id)
    await db
      .updateTable('jobs')
      .set({ lost_on: today, lost_to: leaving.lostTo, lost_reason: leaving.reason })
      .where('id', '=', id)
      .execute()
    return id
  }
  if (as !== 'won') return null
  const what = (job?.what || leaving.reason).trim()
  if (!job?.id) return writeOrder(db, { personId, what, amount: job?.amount ?? null }, { clock })
  const before = await findJob(db, personId, job.id)
  await db
    .updateTable('jobs')
    .set({
      ordered_on: before.ordered_on ?? today,
      what: what || before.what,
      amount: job.amount ?? before.amount ?? before.quoted_amount,
    })
    .where('id', '=', before.id)
    .execute()
  return before.id
}

async function writeOrder(
  db: Writer,
  { personId, what, amount }: { personId: number; what: string; amount: number | null },
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<number> {
  return insertJob(db, { personId, what, ordered_on: clock.today(), amount }, { clock })
}

/** Writes a quote that was made. @returns its id */
export async function writeQuote(
  db: Writer,
  { personId, what, amount, on }: { personId: number; what: string; amount: number; on: string },
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<number> {
  return insertJob(db, { personId, what, quoted_on: on, quoted_amount: amount }, { clock })
}

type NewJob = { personId: number; what: string } & (
  | { quoted_on: string; quoted_amount: number }
  | { ordered_on: string; amount: number | null }
)

async function insertJob(
  db: Writer,
  { personId, ...job }: NewJob,
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<number> {
  const { firm_id } = await db
    .selectFrom('people')
    .select('firm_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('jobs')
    .values({
      uid: makeUid(Date.parse(clock.now())),
      person_id: personId,
      firm_id,
      quoted_on: null,
      quoted_amount: null,
      wanted_by: null,
      ordered_on: null,
      delivered_on: null,
      paid_on: null,
      amount: null,
      margin: null,
      lost_on: null,
      ...job,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function findJob(db: Reader, personId: number, id: number) {
  const job = await db
    .selectFrom('jobs')
    .select(['id', 'what', 'ordered_on', 'amount', 'quoted_amount'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('lost_on', 'is', null)
    .executeTakeFirst()
  if (!job) throw new AppError('not-found', { id })
  return job
}
