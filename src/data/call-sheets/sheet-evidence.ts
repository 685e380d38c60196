// What a week's sheet is proposed from: the focus list, promises as far as they fit, and blank rows of the sheet before.
import type { Name } from '../../shared/errors.ts'
import { type BlankRow, mostOf } from '../../shared/rules/call-sheets/propose-sheet.ts'
import { daysOfWeek, shiftWeek } from '../../shared/rules/days/weeks.ts'
import type { Evidence } from '../../shared/rules/focus-list/evidence.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { Reader } from '../engine/store.ts'
import { readEvidence, readFocusEvidence } from '../records/evidence.ts'
import { isReachable, where } from '../records/shown-people.ts'
import { listWaiting } from '../records/waiting.ts'

/** How many weeks back a sheet may lie whose blank rows stand again. */
const oldestBlank = 4

/** A sheet made on Friday for next week is read on Monday: its reasons are told for that day. */
export function daysOfReasons(week: string, today: string): { toldOn: string; through: string } {
  const days = daysOfWeek(week)
  return { toldOn: today > days[0]! ? today : days[0]!, through: days[6]! }
}

/** People with an open promise due by a day who may be written to and printed. */
function selectPromised(db: Reader, through: string) {
  return db
    .selectFrom('next_steps as n')
    .innerJoin('people as p', 'p.id', 'n.person_id')
    .where('n.promised', '=', 1)
    .where('n.done_on', 'is', null)
    .where('n.dropped_on', 'is', null)
    .where('n.due_on', '<=', through)
    .where(where(isReachable('p')))
}

/** How many people are promised something by a day and do not stand among a sheet's calls. */
export async function countPromisesBeyond(db: Reader, sheetId: number, through: string): Promise<number> {
  const { count } = await selectPromised(db, through)
    .select(({ fn }) => fn.count<number>('n.person_id').distinct().as('count'))
    .where('n.person_id', 'not in', (query) =>
      query
        .selectFrom('call_sheet_rows')
        .select('person_id')
        .where('sheet_id', '=', sheetId)
        .where('section', '=', 'call'),
    )
    .executeTakeFirstOrThrow()
  return count
}

/**
 * The evidence of the focus list, of those whose row came back blank, and of as many others as a sheet holds who were
 * promised something by the week's end, the oldest promise first, or who wait for us; nobody who may not be contacted.
 * @param taken whoever stands on the sheet already
 */
export async function readWeekEvidence(
  db: Reader,
  week: string,
  today: string,
  taken: { sheetId: number; blank: ReadonlyMap<number, BlankRow> },
): Promise<Evidence[]> {
  const { toldOn, through } = daysOfReasons(week, today)
  const promised = await selectPromised(db, through)
    .select('n.person_id')
    .where('n.person_id', 'not in', (query) =>
      query.selectFrom('call_sheet_rows').select('person_id').where('sheet_id', '=', taken.sheetId),
    )
    .groupBy('n.person_id')
    .orderBy(({ fn }) => fn.min('n.due_on'))
    .orderBy('n.person_id')
    .limit(mostOf.call)
    .execute()
  const focus = await readFocusEvidence(db, toldOn, through)
  const onFocus = new Set(focus.map((one) => one.personId))
  const waiting = await listWaiting(db, toldOn, mostOf.call)
  const others = [...promised.map((row) => row.person_id), ...waiting, ...taken.blank.keys()].filter(
    (id) => !onFocus.has(id),
  )
  return [...focus, ...(await readEvidence(db, others, toldOn, through))]
}

export interface BlankRows {
  /** Blank for the first time: they stand again. By person. */
  once: Map<number, BlankRow>
  /** They stood again and came back blank again: the owner decides. */
  twice: (BlankRow & { personId: number; name: Name; firm: string; reason: string })[]
}

/**
 * Calls that came back blank from the last printed sheet before a week: nothing was typed back for them, nobody wrote,
 * rang or went to them since, and they did not leave the focus list.
 */
export async function findBlankRows(db: Reader, week: string): Promise<BlankRows> {
  const blank: BlankRows = { once: new Map(), twice: [] }
  const before = await db
    .selectFrom('call_sheets')
    .select(['id', 'week'])
    .where('week', '<', week)
    .where('week', '>=', shiftWeek(week, -oldestBlank))
    .where('printed_at', 'is not', null)
    .orderBy('week', 'desc')
    .executeTakeFirst()
  if (!before) return blank
  const monday = daysOfWeek(before.week)[0]!
  const rows = await db
    .selectFrom('call_sheet_rows as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['r.id', 'r.person_id', 'r.rolled_from', 'r.reason', 'p.name', 'f.name as firm'])
    .where('r.sheet_id', '=', before.id)
    .where('r.section', '=', 'call')
    .where('r.state', 'in', ['open', 'rolled'])
    .where(where(isReachable('p')))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('touches as t')
            .select('t.id')
            .whereRef('t.person_id', '=', 'r.person_id')
            .where('t.happened_on', '>=', monday)
            .where('t.direction', '=', 'out')
            .where('t.to_many', '=', 0),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('focus_memberships as m')
            .select('m.id')
            .whereRef('m.person_id', '=', 'r.person_id')
            .where('m.left_on', '>=', monday),
        ),
      ),
    )
    .orderBy('r.position')
    .execute()
  const common = { lastWeek: before.week === shiftWeek(week, -1), week: before.week }
  for (const row of rows) {
    if (row.rolled_from === null) blank.once.set(row.person_id, { rowId: row.id, ...common })
    else {
      const firm = row.firm ?? ''
      const name = nameFact({ name: row.name, firm })
      const { id: rowId, person_id: personId, reason } = row
      blank.twice.push({ personId, name, firm: row.name === '' ? '' : firm, rowId, ...common, reason })
    }
  }
  return blank
}
