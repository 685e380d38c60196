// Who left the focus list: those who come back on a day, and everyone with the reason they left for.

import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Leaver, Left, ParkedRow } from '../../shared/contract/focus-list.ts'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError, type Name } from '../../shared/errors.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Schema } from '../engine/schema.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { findPerson } from '../records/pursuits.ts'
import { isOnList, isReachable, isShown, where } from '../records/shown-people.ts'

/** Their last ended pursuit, put off until a day, while they are not on the list again. */
function isPutOff({
  and,
  eb,
  exists,
  not,
  selectFrom,
}: ExpressionBuilder<Schema & { u: Schema['pursuits'] }, 'u'>): Expression<SqlBool> {
  const later = selectFrom('pursuits as l')
    .select('l.id')
    .whereRef('l.person_id', '=', 'u.person_id')
    .where(sql<boolean>`(l.closed_on, l.id) > (u.closed_on, u.id)`)
  const membership = selectFrom('focus_memberships as m')
    .select('m.id')
    .whereRef('m.person_id', '=', 'u.person_id')
    .where(where(isOnList('m')))
  return and([
    eb('u.revisit_on', 'is not', null),
    // The plus keeps SQLite from reading everybody who ever left, by their index.
    sql<boolean>`+u.closed_on IS NOT NULL`,
    not(exists(later)),
    not(exists(membership)),
  ])
}

/**
 * Who comes back and when, the earliest first: parked people, those put off before they joined, and lost ones with a
 * day to try again. Nobody in the bin, private, or not to be contacted.
 */
export async function listParked(
  db: Reader,
  { due, limit }: ParsedInput<'focusList.parked'>,
  { clock }: Pick<QueryContext, 'clock'>,
): Promise<CallOutput<'focusList.parked'>> {
  const today = clock.today()
  let comingBack = db
    .selectFrom('pursuits as u')
    // A cross join keeps this order: few come back, many people are there.
    .crossJoin('people as p')
    .whereRef('p.id', '=', 'u.person_id')
    .where(isPutOff)
    .where(where(isReachable('p')))
  if (due) comingBack = comingBack.where('u.revisit_on', '<=', today)
  const rows = await comingBack
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['u.person_id', 'u.closed_as', 'u.closed_on', 'u.revisit_on', 'u.reason', 'u.lost_to'])
    .select(['p.name', 'f.name as firm'])
    .orderBy('u.revisit_on')
    .orderBy('u.id')
    .limit(limit)
    .execute()
  const { count } = await comingBack
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    count,
    rows: rows.map(
      (row): ParkedRow => ({
        personId: row.person_id,
        name: row.name,
        firm: row.firm ?? '',
        as: row.closed_as === 'lost' ? 'lost' : 'parked',
        since: row.closed_on!,
        returnsOn: row.revisit_on!,
        due: row.revisit_on! <= today,
        reason: row.reason,
        lostTo: row.lost_to,
      }),
    ),
  }
}

/** How the last pursuit of somebody off the list ended; null when another is open, unless a day brings them back. */
export async function readLeft(db: Reader, personId: number): Promise<Left | null> {
  const pursuits = await db
    .selectFrom('pursuits')
    .select(['closed_as', 'closed_on', 'revisit_on', 'reason', 'lost_to'])
    .where('person_id', '=', personId)
    .orderBy('closed_on')
    .orderBy('id')
    .execute()
  const isOpen = pursuits[0]?.closed_on === null
  const last = pursuits.at(-1)
  if (!last?.closed_on || (isOpen && !last.revisit_on)) return null
  return {
    as: last.closed_as!,
    on: last.closed_on,
    reason: last.reason,
    lostTo: last.lost_to,
    returnsOn: last.revisit_on,
  }
}

async function changeReturn(
  db: Writer,
  personId: number,
  change: { revisit_on: string; reason: string } | { revisit_on: null },
): Promise<Name> {
  const { name } = await findPerson(db, personId)
  const pursuit = await db
    .selectFrom('pursuits as u')
    .select('u.id')
    .where('u.person_id', '=', personId)
    .where(isPutOff)
    .executeTakeFirst()
  if (!pursuit) throw new AppError('not-parked', { name })
  await db.updateTable('pursuits').set(change).where('id', '=', pursuit.id).execute()
  return name
}

/**
 * They come back on another day. Why they left at first stays with their stay on the list.
 * @throws AppError not-found, not-parked, day-not-ahead
 */
export async function moveReturn(
  db: Writer,
  input: ParsedInput<'focusList.moveReturn'>,
  { clock, say }: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const on = input.returnsOn
  if (on <= clock.today()) throw new AppError('day-not-ahead', { on })
  const name = await changeReturn(db, input.personId, { revisit_on: on, reason: input.reason.trim() })
  say('focusList.done.movedReturn', { name, on })
  return {}
}

/** They do not come back by a day any more. @throws AppError not-found, not-parked */
export async function letGo(
  db: Writer,
  input: ParsedInput<'focusList.letGo'>,
  { say }: Pick<CommandContext, 'say'>,
): Promise<Record<string, never>> {
  const name = await changeReturn(db, input.personId, { revisit_on: null })
  say('focusList.done.letGo', { name })
  return {}
}

/** Everyone who ever left the list, the latest first, once for each time; nobody private or in the bin. */
export async function listLeavers(db: Reader): Promise<Leaver[]> {
  const rows = await db
    .selectFrom('focus_memberships as m')
    .crossJoin('people as p')
    .whereRef('p.id', '=', 'm.person_id')
    .innerJoin('pursuits as u', 'u.id', 'm.pursuit_id')
    .leftJoin('jobs as j', 'j.id', 'u.job_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['m.id', 'm.person_id', 'm.left_on', 'm.left_as', 'm.left_reason', 'u.lost_to', 'j.what'])
    .select(['p.name', 'f.name as firm'])
    .where('m.left_on', 'is not', null)
    .where(where(isShown('p')))
    .orderBy('m.left_on', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.name,
    firm: row.firm ?? '',
    leftOn: row.left_on!,
    as: row.left_as!,
    reason: row.left_reason,
    lostTo: row.lost_to,
    bought: row.left_as === 'won' ? (row.what ?? row.left_reason) : '',
  }))
}
