// Jobs as they are written: quoted, revised, bought or turned down, in every log box, on a typed sheet and on leaving.

import type { Leaving } from '../../shared/contract/focus-list.ts'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Outcome } from '../../shared/rules/touches/touch-kinds.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { isOnFocusList } from '../records/pursuits.ts'

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
  const what = (job?.what ?? '').trim()
  const reason = leaving.reason.trim()
  if (!job?.id)
    return writeOrder(db, { personId, what: what || reason, amount: job?.amount ?? null }, { clock })
  const before = await findJob(db, personId, job.id)
  await db
    .updateTable('jobs')
    .set({
      ordered_on: before.ordered_on ?? today,
      // Only what is written as the job's name renames it.
      what: what || before.what || reason,
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

/** What came of a touch, as far as it is a job. */
export interface JobEntry {
  personId: number
  on: string
  /** What for; a note, where nothing else was written: it names a new job and never renames one. */
  what: string
  amount: number | null
}

/**
 * Writes a quote that was made, with an amount or without. Where a quote of theirs is open, another amount revises it:
 * the earlier one keeps its day and amount, and one stays open.
 * @returns the job's id
 */
export async function writeQuote(
  db: Writer,
  { personId, what, amount, on }: JobEntry,
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<number> {
  const open = await findOpenQuote(db, personId)
  if (!open) return insertJob(db, { personId, what, quoted_on: on, quoted_amount: amount }, { clock })
  if (amount === null || on < open.quoted_on!) return open.id
  if (amount !== open.quoted_amount || on !== open.quoted_on) {
    await db
      .insertInto('quote_revisions')
      .values({
        uid: makeUid(Date.parse(clock.now())),
        person_id: personId,
        job_id: open.id,
        quoted_on: open.quoted_on!,
        quoted_amount: open.quoted_amount,
      })
      .execute()
    await db
      .updateTable('jobs')
      .set({ quoted_on: on, quoted_amount: amount, what: open.what || what })
      .where('id', '=', open.id)
      .execute()
  }
  return open.id
}

/** What they bought: their open quote becomes the order, without one an order is written. @returns the job's id */
export async function writeSale(
  db: Writer,
  { personId, what, amount, on }: JobEntry,
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<number> {
  const open = await findOpenQuote(db, personId)
  const held = { clock: { now: clock.now, today: () => on } }
  const leaving = { personId, as: 'won', reason: what, lostTo: '', revisitOn: null } as const
  const job = { id: open?.id ?? null, what: '', amount }
  return (await settleJob(db, { ...leaving, job }, held))!
}

/** They turned their open quote down. @returns the job's id, null when none was open */
export async function loseQuote(
  db: Writer,
  { personId, on, lostTo, reason }: { personId: number; on: string; lostTo: string; reason: string },
): Promise<number | null> {
  const open = await findOpenQuote(db, personId)
  if (!open) return null
  await db
    .updateTable('jobs')
    .set({ lost_on: on, lost_to: lostTo, lost_reason: reason })
    .where('id', '=', open.id)
    .execute()
  return open.id
}

/**
 * The job that a touch is about: a quote, a sale, or a quote turned down. It is on the disk with the touch, whatever is
 * asked about leaving the list afterwards; there a lost quote is told with its reason, so only off the list it is settled
 * here.
 */
export async function writeJobOf(
  db: Writer,
  touch: {
    id: number
    personId: number
    on: string
    outcome: Outcome | null
    note: string
    job: { what: string; amount: number | null } | null
  },
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<void> {
  const { id, personId, on, outcome, note, job } = touch
  const entry = { personId, on, what: job?.what.trim() ?? '', amount: job?.amount ?? null }
  let jobId: number | null = null
  if (outcome === 'quote') jobId = await writeQuote(db, entry, { clock })
  else if (outcome === 'bought') jobId = await writeSale(db, entry, { clock })
  else if (outcome === 'lost' && !(await isOnFocusList(db, personId)))
    jobId = await loseQuote(db, { personId, on, lostTo: '', reason: note.trim() })
  if (jobId !== null) await db.updateTable('touches').set({ job_id: jobId }).where('id', '=', id).execute()
}

/**
 * Takes back what a touch made of a job on a day: a loss or a sale is open again, a revision gives way to the quote
 * before it, and a job that came of the touch alone goes. What is delivered or paid stays.
 */
export async function takeBackJob(
  db: Writer,
  jobId: number,
  outcome: Outcome | null,
  on: string,
): Promise<void> {
  const job = await db.selectFrom('jobs').selectAll().where('id', '=', jobId).executeTakeFirst()
  if (!job || job.delivered_on !== null || job.paid_on !== null) return
  const change = (
    changes: Partial<
      Pick<
        typeof job,
        'lost_on' | 'lost_to' | 'lost_reason' | 'ordered_on' | 'amount' | 'quoted_on' | 'quoted_amount'
      >
    >,
  ) => db.updateTable('jobs').set(changes).where('id', '=', jobId).execute()
  if (outcome === 'lost' && job.lost_on === on) {
    await change({ lost_on: null, lost_to: '', lost_reason: '' })
  } else if (outcome === 'bought' && job.ordered_on === on && job.quoted_on !== null) {
    await change({ ordered_on: null, amount: null })
  } else if (outcome === 'quote' && job.quoted_on === on) {
    const before = await db
      .selectFrom('quote_revisions')
      .select(['id', 'quoted_on', 'quoted_amount'])
      .where('job_id', '=', jobId)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    // What was ordered since stays an order.
    if (!before) return job.ordered_on === null ? dropJob(db, jobId) : undefined
    await change({ quoted_on: before.quoted_on, quoted_amount: before.quoted_amount })
    await db.deleteFrom('quote_revisions').where('id', '=', before.id).execute()
  } else if (outcome === 'bought' && job.ordered_on === on) await dropJob(db, jobId)
}

async function dropJob(db: Writer, jobId: number): Promise<void> {
  for (const table of ['touches', 'pursuits'] as const)
    await db.updateTable(table).set({ job_id: null }).where('job_id', '=', jobId).execute()
  await db.deleteFrom('quote_revisions').where('job_id', '=', jobId).execute()
  await db.deleteFrom('jobs').where('id', '=', jobId).execute()
}

/** The newest quote neither ordered nor lost, which is the one their answer is about. */
async function findOpenQuote(db: Reader, personId: number) {
  return db
    .selectFrom('jobs')
    .select(['id', 'what', 'quoted_on', 'quoted_amount'])
    .where('person_id', '=', personId)
    .where('quoted_on', 'is not', null)
    .where('ordered_on', 'is', null)
    .where('lost_on', 'is', null)
    .orderBy('quoted_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

type NewJob = { personId: number; what: string } & (
  | { quoted_on: string; quoted_amount: number | null }
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
