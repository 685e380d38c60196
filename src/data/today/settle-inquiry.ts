// An inquiry that needs no answer: "Thanks, lovely!" goes with one key.
import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Writer } from '../engine/store.ts'
import { findPerson } from '../records/pursuits.ts'

/**
 * Notes that nothing is to be answered, for this inquiry and for those of the same person before it.
 * @throws AppError not-found when it is gone, or is none
 */
export async function settleInquiry(
  db: Writer,
  { touchId }: ParsedInput<'today.settleInquiry'>,
  { clock, say }: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const inquiry = await db
    .selectFrom('touches')
    .select(['person_id', 'happened_on'])
    .where('id', '=', touchId)
    .where('direction', '=', 'in')
    .executeTakeFirst()
  if (!inquiry) throw new AppError('not-found', { id: touchId })
  const { name } = await findPerson(db, inquiry.person_id)
  await settleInquiriesOf(db, inquiry.person_id, inquiry.happened_on, clock.today())
  say('today.notes.settled', { name })
  return {}
}

/** Every open inquiry of one person up to a day needs no answer. @returns how many there were */
export async function settleInquiriesOf(
  db: Writer,
  personId: number,
  until: string,
  on: string,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('touches')
    .set({ settled_on: on })
    .where('person_id', '=', personId)
    .where('direction', '=', 'in')
    .where('how', 'in', ['voicemail', 'message', 'letter', 'no answer'])
    .where('happened_on', '<=', until)
    .where('settled_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
