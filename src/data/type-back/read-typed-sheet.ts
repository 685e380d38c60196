// What a sheet's lines are read against: every number on paper, who stands behind it by now, and what is open with them.

import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { SheetFacts, TypedRow, TypedWalkIn } from '../../shared/rules/type-back/sheet-entry.ts'
import { findSheet } from '../call-sheets/call-sheets.ts'
import type { QueryContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { readClosedDays } from '../records/closed-periods.ts'
import { getSettings } from '../records/settings.ts'
import { isInUse, where } from '../records/shown-people.ts'

/**
 * The facts of one week's sheet, null while there is none.
 * @throws AppError bad-week
 */
export async function readTypedSheet(
  db: Reader,
  { week }: { week: string },
  { clock }: Pick<QueryContext, 'clock'>,
): Promise<SheetFacts | null> {
  const sheet = await findSheet(db, week)
  if (!sheet) return null
  const { openDays, country, currency, names } = await getSettings(db)
  return {
    week,
    today: clock.today(),
    openTime: { openDays, closed: await readClosedDays(db) },
    money: { country, currency },
    names,
    rows: await readRows(db, sheet.id),
    walkIns: await readWalkIns(db, sheet.id),
  }
}

async function readRows(db: Reader, sheetId: number): Promise<SheetFacts['rows']> {
  const rows = await db
    .selectFrom('call_sheet_rows as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select([
      'r.id',
      'r.position',
      'r.section',
      'r.state',
      'r.merged_into',
      'r.rolled_from',
      'r.person_id',
      'f.name as firm',
    ])
    .select(['p.name', 'p.deleted_at', 'p.is_private', 'p.never_contact_on', 'p.source'])
    .where('r.sheet_id', '=', sheetId)
    .orderBy('r.position')
    .orderBy('r.id')
    .execute()
  const people = [...new Set(rows.map((row) => row.person_id))]
  const steps = await readOpenSteps(db, people)
  const quotes = await readOpenQuotes(db, people)
  const touches = await readTouches(
    db,
    rows.map((row) => row.id),
  )
  const facts = new Map(
    rows.map((row): [number, TypedRow] => [
      row.id,
      {
        id: row.id,
        position: row.position,
        personId: row.person_id,
        name: nameFact({ name: row.name, firm: row.firm }),
        section: row.section,
        state: row.state,
        gone: row.deleted_at !== null,
        quiet: row.is_private === 1 || (row.never_contact_on !== null && !isStoppedHere(row, touches)),
        again: row.rolled_from !== null,
        source: row.source,
        quoted: quotes.get(row.person_id) ?? null,
        steps: steps.get(row.person_id) ?? [],
        touches: touches.get(row.id) ?? [],
      },
    ]),
  )
  const mergedInto = new Map(rows.map((row) => [row.id, row.merged_into]))
  return rows
    .filter((row) => row.position > 0)
    .map((row) => {
      let id = row.id
      // Merged again and again, the number leads to the row that is left.
      for (let next = mergedInto.get(id); next && facts.has(next); next = mergedInto.get(id)) id = next
      return { number: row.position, row: facts.get(id)! }
    })
}

/** "Never contact" was typed for this very row, so that typing it again may take it back. */
function isStoppedHere(
  row: { id: number; state: string; never_contact_on: string | null },
  touches: ReadonlyMap<number, readonly { on: string }[]>,
): boolean {
  const own = touches.get(row.id) ?? []
  return row.state === 'done' && (own.length === 0 || own.some((touch) => touch.on === row.never_contact_on))
}

async function readOpenSteps(db: Reader, personIds: number[]): Promise<Map<number, TypedRow['steps']>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('next_steps')
    .select(['id', 'person_id', 'what', 'due_on', 'promised'])
    .where('person_id', 'in', personIds)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const steps = new Map<number, TypedRow['steps']>()
  for (const { id, person_id, what, due_on, promised } of rows) {
    const own = steps.get(person_id) ?? []
    steps.set(person_id, [...own, { id, what, dueOn: due_on, promised: promised === 1 }])
  }
  return steps
}

/** What the newest open quote came to; null for one without an amount. */
async function readOpenQuotes(db: Reader, personIds: number[]): Promise<Map<number, number | null>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('jobs')
    .select(['person_id', 'quoted_amount'])
    .where('person_id', 'in', personIds)
    .where('quoted_on', 'is not', null)
    .where('ordered_on', 'is', null)
    .where('lost_on', 'is', null)
    .orderBy('quoted_on')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.quoted_amount]))
}

async function readTouches(db: Reader, rowIds: number[]): Promise<Map<number, TypedRow['touches']>> {
  if (rowIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('touches')
    .select(['id', 'sheet_row_id', 'happened_on'])
    .where('sheet_row_id', 'in', rowIds)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
  const touches = new Map<number, TypedRow['touches']>()
  for (const { id, sheet_row_id, happened_on } of rows) {
    touches.set(sheet_row_id!, [...(touches.get(sheet_row_id!) ?? []), { id, on: happened_on }])
  }
  return touches
}

/** What was typed back on this sheet for people without a row. */
async function readWalkIns(db: Reader, sheetId: number): Promise<TypedWalkIn[]> {
  const touches = await db
    .selectFrom('touches as t')
    .innerJoin('people as p', 'p.id', 't.person_id')
    .select(['t.id as touchId', 'p.id as personId', 't.happened_on as on', 'p.name'])
    .where('t.walk_in_sheet_id', '=', sheetId)
    .where(where(isInUse('p')))
    .orderBy('t.id')
    .execute()
  if (touches.length === 0) return []
  const points = await db
    .selectFrom('contact_points')
    .select(['person_id as personId', 'value'])
    .where(
      'person_id',
      'in',
      touches.map((touch) => touch.personId),
    )
    .where('kind', 'in', ['phone', 'email'])
    .execute()
  return touches.map((touch) => ({
    ...touch,
    contacts: points.filter((point) => point.personId === touch.personId).map((point) => point.value),
  }))
}
