// Saying thank you: closes what is owed to a referrer, and logs how it was said.

import type { ParsedInput } from '../../shared/contract/index.ts'
import { TouchDraft } from '../../shared/contract/touches.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Writer } from '../engine/store.ts'
import { findPerson } from '../records/pursuits.ts'
import { writeTouch } from './touches.ts'

/**
 * Closes all thanks owed to one referrer, today; with `how` it is a touch as well, with `note`.
 * Asked again under the uid of its touch, it does nothing more.
 * @throws AppError not-found when they are gone or owed nothing
 */
export async function thankReferrer(
  db: Writer,
  { uid, referrerId, how, note }: ParsedInput<'referrals.thank'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const before = await db.selectFrom('touches').select('id').where('uid', '=', uid).executeTakeFirst()
  if (before) return {}
  const referrer = await findPerson(db, referrerId)
  const closed = await db
    .updateTable('referrals')
    .set({ thanked_on: context.clock.today() })
    .where('referrer_id', '=', referrerId)
    .where('thanked_on', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) throw new AppError('not-found', { id: referrerId })
  if (how !== null) {
    await writeTouch(db, { uid, person: referrer, draft: TouchDraft.parse({ how, note }) }, context)
  }
  context.say('referrals.done.thanked', { name: referrer.name })
  return {}
}
