// The friend behind a referral: picked among those who are here, or written down as somebody new.

import type { ParsedInput } from '../../shared/contract/index.ts'
import type { NamedFriend } from '../../shared/contract/referrals.ts'
import { AppError, type Name } from '../../shared/errors.ts'
import { referralSource } from '../../shared/rules/people/referral-source.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { insertPerson } from '../records/person-records.ts'
import { type FoundPerson, findPerson } from '../records/pursuits.ts'
import { openReferral, pursueFriend } from '../referrals/referrals.ts'

type Context = Pick<CommandContext, 'clock'>

/**
 * The person meant, written down now if they are new; null while no name is known.
 * @throws AppError not-found
 */
async function findOrAddFriend(
  db: Writer,
  friend: NamedFriend,
  context: Context,
): Promise<FoundPerson | null> {
  if (friend.personId !== null) return findPerson(db, friend.personId)
  if (friend.name.trim() === '') return null
  const id = await insertPerson(
    db,
    {
      uid: makeUid(Date.parse(context.clock.now())),
      name: friend.name,
      phone: friend.phone,
      source: referralSource,
    },
    context,
  )
  return findPerson(db, id)
}

/**
 * Keeps that a touch named a friend, with the name if it is known: the referral, the thanks owed, the friend and
 * their pursuit. For the log box, and for a sheet typed back in.
 * @returns the friend's name, null while it is not written down
 * @throws AppError not-found, named-themselves
 */
export async function openNamed(
  db: Writer,
  named: { referrerId: number; touchId: number; namedOn: string; friend: NamedFriend | null },
  context: Context,
): Promise<Name | null> {
  const friend = named.friend && (await findOrAddFriend(db, named.friend, context))
  const { referrerId, touchId, namedOn } = named
  const agreed = named.friend?.agreed ?? null
  await openReferral(db, { referrerId, friend, touchId, namedOn, agreed }, context)
  return friend?.name ?? null
}

/**
 * Writes down the name that was missing.
 * @throws AppError not-found when the referral is gone or has its name; person-needs-name, named-themselves
 */
export async function nameFriend(
  db: Writer,
  input: ParsedInput<'referrals.nameFriend'>,
  context: CommandContext,
): Promise<{ personId: number }> {
  const row = await db
    .selectFrom('referrals')
    .select(['referrer_id', 'named_on'])
    .where('id', '=', input.id)
    .where('person_id', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', { id: input.id })
  const friend = await findOrAddFriend(db, input.friend, context)
  if (!friend) throw new AppError('person-needs-name')
  await pursueFriend(db, { friend, referrerId: row.referrer_id, on: row.named_on }, context)
  const { agreed } = input.friend
  await db
    .updateTable('referrals')
    .set({ person_id: friend.id, agreed: agreed === null ? null : agreed ? 1 : 0 })
    .where('id', '=', input.id)
    .execute()
  const { name } = await findPerson(db, row.referrer_id)
  context.say('referrals.done.linked', { name, friend: friend.name })
  return { personId: friend.id }
}
