// Who stood on Today, day by day: the rule that nobody stands there in vain for ever goes by it.
import type { ParsedInput } from '../../shared/contract/index.ts'
import { isOpenOn } from '../../shared/rules/days/closed-days.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Writer } from '../engine/store.ts'
import { readShopDays } from '../records/closed-periods.ts'
import { getSettings } from '../records/settings.ts'

/** Notes that these people stood on Today; a day the shop is closed counts for nobody. Undo passes over it. */
export async function noteShown(
  db: Writer,
  { people }: ParsedInput<'today.noteShown'>,
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<Record<string, never>> {
  const today = clock.today()
  const shop = await readShopDays(db, today, await getSettings(db))
  if (isOpenOn(today, shop)) await writeShowings(db, people, today)
  return {}
}

/** These people, as far as they are there still, stood somewhere on this day. */
export async function writeShowings(db: Writer, people: readonly number[], on: string): Promise<void> {
  if (people.length === 0) return
  const there = await db.selectFrom('people').select('id').where('id', 'in', people).execute()
  if (there.length === 0) return
  await db
    .insertInto('showings')
    .values(there.map(({ id }) => ({ person_id: id, shown_on: on })))
    .onConflict((already) => already.doNothing())
    .execute()
}
