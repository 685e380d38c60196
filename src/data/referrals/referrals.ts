// Who named whom: what opens a referral, who is owed a thank you, what came of each name, and the source that links them.

import { sql } from 'kysely'
import type { ParsedInput } from '../../shared/contract/index.ts'
import type { NameGiven, PersonReferrals, ThanksOwed } from '../../shared/contract/referrals.ts'
import { AppError } from '../../shared/errors.ts'
import { referralSource } from '../../shared/rules/people/referral-source.ts'
import type { CommandContext } from '../engine/contexts.ts'
import { referralOutcome } from '../engine/report-views.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { type FoundPerson, findPerson, mayOpenPursuit, openPursuit } from '../records/pursuits.ts'
import { isInUse, isShown, where } from '../records/shown-people.ts'

interface NewReferral {
  referrerId: number
  /** Null while the name is not written down. */
  friend: FoundPerson | null
  /** The touch in which they were named, if it is known. */
  touchId: number | null
  namedOn: string
  agreed: boolean | null
}

type Clocked = Pick<CommandContext, 'clock'>

const toFlag = (agreed: boolean | null): 0 | 1 | null => (agreed === null ? null : agreed ? 1 : 0)

/**
 * Keeps that somebody named a friend, and opens the friend's pursuit. A pair that is still to be thanked for, or that
 * is linked as a source again, stays one row.
 * @returns the referral's id
 * @throws AppError named-themselves
 */
export async function openReferral(db: Writer, referral: NewReferral, context: Clocked): Promise<number> {
  const { referrerId, friend, touchId, namedOn } = referral
  const agreed = toFlag(referral.agreed)
  if (friend) await pursueFriend(db, { friend, referrerId, on: namedOn }, context)
  const before = friend ? await findPair(db, referrerId, friend.id) : undefined
  if (before && (touchId === null || before.thanked_on === null)) {
    await db
      .updateTable('referrals')
      .set({ touch_id: touchId ?? before.touch_id, agreed: agreed ?? before.agreed })
      .where('id', '=', before.id)
      .execute()
    return before.id
  }
  const { id } = await db
    .insertInto('referrals')
    .values({
      uid: makeUid(Date.parse(context.clock.now())),
      referrer_id: referrerId,
      person_id: friend?.id ?? null,
      touch_id: touchId,
      named_on: namedOn,
      agreed,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function findPair(db: Reader, referrerId: number, friendId: number) {
  return db
    .selectFrom('referrals')
    .select(['id', 'touch_id', 'agreed', 'thanked_on'])
    .where('referrer_id', '=', referrerId)
    .where('person_id', '=', friendId)
    .orderBy('named_on', 'desc')
    .executeTakeFirst()
}

/**
 * A friend who was named: their source says so unless it says more, and their pursuit opens unless one may not.
 * @throws AppError named-themselves
 */
export async function pursueFriend(
  db: Writer,
  { friend, referrerId, on }: { friend: FoundPerson; referrerId: number; on: string },
  context: Clocked,
): Promise<void> {
  if (friend.id === referrerId) throw new AppError('named-themselves', { name: friend.name })
  const source = friend.source || referralSource
  if (source !== friend.source) {
    await db.updateTable('people').set({ source }).where('id', '=', friend.id).execute()
  }
  if (await mayOpenPursuit(db, friend, on)) {
    await openPursuit(db, { ...friend, source }, { on, how: 'referral' }, context)
  }
}

/** After a touch was corrected: what it said about a friend opens, moves to its day, or goes if no name hangs on it. */
export async function followTouch(
  db: Writer,
  touch: { id: number; personId: number; happenedOn: string; namesFriend: boolean },
  context: Clocked,
): Promise<void> {
  if (!touch.namesFriend) return dropUnnamed(db, touch.id)
  const moved = await db
    .updateTable('referrals')
    .set({ named_on: touch.happenedOn })
    .where('touch_id', '=', touch.id)
    .executeTakeFirst()
  if (moved.numUpdatedRows > 0n) return
  const { personId: referrerId, id: touchId, happenedOn: namedOn } = touch
  await openReferral(db, { referrerId, friend: null, touchId, namedOn, agreed: null }, context)
}

/** Without its touch a name nobody wrote down says nothing; a written name stays. */
export async function dropUnnamed(db: Writer, touchId: number): Promise<void> {
  await db.deleteFrom('referrals').where('touch_id', '=', touchId).where('person_id', 'is', null).execute()
}

/**
 * Says who named a person, as of the day they were written down.
 * @throws AppError not-found, named-themselves
 */
export async function linkReferrer(
  db: Writer,
  { personId, referrerId, replaces }: ParsedInput<'referrals.linkReferrer'>,
  context: CommandContext,
): Promise<{ id: number }> {
  if (replaces !== null) await takeBackReferrer(db, replaces)
  const friend = await findPerson(db, personId)
  const referrer = await findPerson(db, referrerId)
  const { created_on: namedOn } = await db
    .selectFrom('people')
    .select('created_on')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const id = await openReferral(db, { referrerId, friend, touchId: null, namedOn, agreed: null }, context)
  context.say('referrals.done.linked', { name: referrer.name, friend: friend.name })
  return { id }
}

/** @throws AppError not-found */
export async function unlinkReferrer(
  db: Writer,
  { id }: ParsedInput<'referrals.unlinkReferrer'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const { friendId, referrerId } = await takeBackReferrer(db, id)
  const friend = await findPerson(db, friendId)
  context.say('referrals.done.unlinked', {
    name: (await findPerson(db, referrerId)).name,
    friend: friend.name,
  })
  return {}
}

/** Thanks for a name given in a touch stay owed; what this name alone opened goes with it. */
async function takeBackReferrer(db: Writer, id: number): Promise<{ friendId: number; referrerId: number }> {
  const row = await db
    .selectFrom('referrals')
    .select(['person_id', 'referrer_id', 'touch_id', 'named_on'])
    .where('id', '=', id)
    .where('person_id', 'is not', null)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', { id })
  const friendId = row.person_id!
  if (row.touch_id === null) await db.deleteFrom('referrals').where('id', '=', id).execute()
  else await db.updateTable('referrals').set({ person_id: null, agreed: null }).where('id', '=', id).execute()
  const others = await db
    .selectFrom('referrals')
    .select('id')
    .where('person_id', '=', friendId)
    .executeTakeFirst()
  if (!others) await dropFriendPursuit(db, friendId, row.named_on)
  return { friendId, referrerId: row.referrer_id }
}

/** What a name alone opened goes with it: the source that says so, and a pursuit nothing came of. */
export async function dropFriendPursuit(db: Writer, friendId: number, namedOn: string): Promise<void> {
  await db
    .updateTable('people')
    .set({ source: '' })
    .where('id', '=', friendId)
    .where('source', '=', referralSource)
    .execute()
  await db
    .deleteFrom('pursuits')
    .where('person_id', '=', friendId)
    .where('opened_how', '=', 'referral')
    .where('opened_on', '=', namedOn)
    .where('closed_on', 'is', null)
    .where('id', 'not in', db.selectFrom('focus_memberships').select('pursuit_id'))
    .execute()
}

/** @throws AppError not-found when it is gone or was reported already */
export async function reportBack(
  db: Writer,
  { id }: ParsedInput<'referrals.reportBack'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const row = await db
    .updateTable('referrals')
    .set({ reported_on: context.clock.today() })
    .where('id', '=', id)
    .where('person_id', 'is not', null)
    .where('reported_on', 'is', null)
    .returning(['referrer_id', 'person_id'])
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', { id })
  const { name } = await findPerson(db, row.referrer_id)
  context.say('referrals.done.reported', { name, friend: (await findPerson(db, row.person_id!)).name })
  return {}
}

/** Referrals with both people in them; the friend's columns are null while nobody is written down. */
function selectReferrals(db: Reader) {
  return db
    .selectFrom('referrals as r')
    .innerJoin('people as q', 'q.id', 'r.referrer_id')
    .leftJoin('firms as qf', 'qf.id', 'q.firm_id')
    .leftJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('firms as pf', 'pf.id', 'p.firm_id')
    .select(['r.id', 'r.named_on', 'r.agreed', 'r.thanked_on', 'r.reported_on'])
    .select(['q.id as referrerId', 'q.name as referrerName', 'qf.name as referrerFirm'])
    .select(['r.person_id as friendId', 'p.name as friendName', 'pf.name as friendFirm'])
    .where(where(isInUse('q')))
}

type ReferralQuery = ReturnType<typeof selectReferrals>

interface ReferralNames {
  referrerId: number
  referrerName: string
  referrerFirm: string | null
  friendId: number | null
  friendName: string | null
  friendFirm: string | null
}

const referrerOf = (row: ReferralNames) => ({
  id: row.referrerId,
  name: row.referrerName,
  firm: row.referrerFirm ?? '',
})

const friendOf = (row: ReferralNames) =>
  row.friendId === null ? null : { id: row.friendId, name: row.friendName ?? '', firm: row.friendFirm ?? '' }

/** A line a referrer, in the order of the rows; friends in the bin or private are owed thanks, not named. */
async function readThanks(query: ReferralQuery): Promise<ThanksOwed[]> {
  const rows = await query
    .select(['p.deleted_at as friendDeletedAt', 'p.is_private as friendIsPrivate'])
    .where('r.thanked_on', 'is', null)
    .where('q.never_contact_on', 'is', null)
    .where('q.is_private', '=', 0)
    .orderBy('r.named_on')
    .orderBy('r.id')
    .execute()
  return [...Map.groupBy(rows, (row) => row.referrerId).values()].map((own) => ({
    referrer: referrerOf(own[0]!),
    since: own[0]!.named_on,
    friends: own
      .filter((row) => row.friendDeletedAt === null && row.friendIsPrivate !== 1)
      .flatMap((row) => friendOf(row) ?? []),
    unnamed: own.filter((row) => row.friendId === null).length,
  }))
}

/** Who is owed a thank you, the oldest first; nobody in the bin, private or not to be contacted. */
export function listThanksOwed(db: Reader): Promise<ThanksOwed[]> {
  return readThanks(selectReferrals(db))
}

/** More than one sheet of paper ever names. */
const mostReports = 50

/** Whom to tell that a friend they named was reached, the oldest first; thanks come before it. */
export async function listReportsOwed(
  db: Reader,
): Promise<{ referrer: ThanksOwed['referrer']; friend: ThanksOwed['referrer'] }[]> {
  const rows = await selectReferrals(db)
    .where('r.thanked_on', 'is not', null)
    .where('r.reported_on', 'is', null)
    .where('q.never_contact_on', 'is', null)
    .where('q.is_private', '=', 0)
    .where(where(isShown('p')))
    .where(sql<boolean>`(${sql.raw(referralOutcome)}) NOT IN ('', 'not reached yet')`)
    .orderBy('r.named_on')
    .orderBy('r.id')
    .limit(mostReports)
    .execute()
  return rows.flatMap((row) => {
    const friend = friendOf(row)
    return friend ? [{ referrer: referrerOf(row), friend }] : []
  })
}

async function readNames(query: ReferralQuery, limit: number): Promise<NameGiven[]> {
  const rows = await query
    .select(sql<NameGiven['outcome']>`${sql.raw(referralOutcome)}`.as('outcome'))
    .where(where(isInUse('p')))
    .orderBy('r.named_on', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    referrer: referrerOf(row),
    friend: friendOf(row),
    namedOn: row.named_on,
    agreed: row.agreed === null ? null : row.agreed === 1,
    outcome: row.outcome,
    thankedOn: row.thanked_on,
    reportedOn: row.reported_on,
  }))
}

/** Every name given and what came of it, the newest first; private people stay off the list. */
export async function listNames(
  db: Reader,
  { limit }: ParsedInput<'referrals.names'>,
): Promise<{ more: boolean; names: NameGiven[] }> {
  const shown = selectReferrals(db)
    .where('q.is_private', '=', 0)
    .where((where) => where.or([where('p.id', 'is', null), where('p.is_private', '=', 0)]))
  const names = await readNames(shown, limit + 1)
  return { more: names.length > limit, names: names.slice(0, limit) }
}

/** The newest names on a person's page. */
const mostOnPage = 50

/** Whom a person named, who named them, and whether they are owed thanks. */
export async function readPersonReferrals(db: Reader, personId: number): Promise<PersonReferrals> {
  const own = () => selectReferrals(db).where('r.referrer_id', '=', personId)
  const [thanks] = await readThanks(own())
  return {
    thanks: thanks ?? null,
    named: await readNames(own(), mostOnPage),
    namedBy: await readNames(selectReferrals(db).where('r.person_id', '=', personId), mostOnPage),
  }
}
