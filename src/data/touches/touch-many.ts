// One entry for several people, an event or a mailing: a touch each, under one uid, outside every ring.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { type FoundPerson, findPerson } from '../records/pursuits.ts'
import { isOnList, isReachable, where } from '../records/shown-people.ts'
import { touchColumns } from './touches.ts'

/** Shares a whole out in whole parts that add up to it again, the larger parts first. */
export function shareOut(whole: number | null, among: number): (number | null)[] {
  if (whole === null) return Array.from({ length: among }, () => null)
  const part = Math.trunc(whole / among)
  const left = whole - part * among
  return Array.from({ length: among }, (_, index) => part + (index < Math.abs(left) ? Math.sign(left) : 0))
}

/**
 * Logs the same for several people in one step; asked again under the same uid it writes nothing more. Nobody is
 * written to who must not be contacted: such a one refuses all.
 * @throws AppError not-found, do-not-contact, future-date, outcome-to-many
 */
export async function logToMany(
  db: Writer,
  { uid, personIds, touch }: ParsedInput<'touches.logToMany'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<CallOutput<'touches.logToMany'>> {
  const before = await db.selectFrom('touches').select('id').where('to_many_uid', '=', uid).execute()
  if (before.length > 0) return { people: before.length }
  // What comes of it comes of each alone.
  if (touch.outcome !== null) throw new AppError('outcome-to-many')
  const ids = [...new Set(personIds)]
  const people: FoundPerson[] = []
  for (const id of ids) {
    const person = await findPerson(db, id)
    if (person.neverContact) throw new AppError('do-not-contact', { name: person.name })
    people.push(person)
  }
  const now = context.clock.now()
  const today = context.clock.today()
  const minutes = shareOut(touch.minutes, people.length)
  const costs = shareOut(touch.cost, people.length)
  for (const [index, person] of people.entries()) {
    const columns = touchColumns(touch, person, today)
    await db
      .insertInto('touches')
      .values({
        uid: makeUid(Date.parse(now)),
        person_id: person.id,
        ...columns,
        minutes: minutes[index]!,
        cost: costs[index]!,
        to_many: people.length > 1 ? 1 : 0,
        to_many_uid: uid,
        happened_at: columns.happened_on === today ? now : null,
        logged_at: now,
      })
      .execute()
  }
  context.say('touches.done.toMany', { count: people.length })
  return { people: people.length }
}

/** Who a group holds: the focus list, or who goes to a place; nobody who must not be contacted, is private or binned. */
export async function listGroup(
  db: Reader,
  { placeId }: ParsedInput<'touches.group'>,
): Promise<CallOutput<'touches.group'>> {
  let query = db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['p.id', 'p.name', 'f.name as firm'])
    .where(where(isReachable('p')))
    .orderBy('p.sort_name')
    .orderBy('p.id')
  const members =
    placeId === null
      ? db
          .selectFrom('focus_memberships')
          .select('person_id')
          .where(where(isOnList('focus_memberships')))
      : db.selectFrom('place_people').select('person_id').where('place_id', '=', placeId)
  query = query.where('p.id', 'in', members)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, firm: row.firm ?? '' }))
}
