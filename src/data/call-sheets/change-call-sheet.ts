// Changing a call sheet by hand: its rows, their order and words, its goal; making one is propose-call-sheet.ts.

import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { daysOfWeek } from '../../shared/rules/days/weeks.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { writeShowings } from '../today/showings.ts'
import { type Clocked, findSheet, rowsOf, type Say, type SheetRecord } from './call-sheets.ts'

/** @throws AppError sheet-not-found, bad-week */
async function getSheetRecord(db: Reader, week: string): Promise<SheetRecord> {
  const sheet = await findSheet(db, week)
  if (!sheet) throw new AppError('sheet-not-found', { week })
  return sheet
}

/** Takes an occasion off the sheet. @throws AppError not-found */
export async function removeCallSheetPlace(
  db: Writer,
  { id }: ParsedInput<'callSheets.removePlace'>,
  { say: sayDone }: Say,
): Promise<void> {
  const removed = await db
    .deleteFrom('call_sheet_places')
    .where('id', '=', id)
    .returning(['sheet_id', 'words'])
    .executeTakeFirst()
  if (!removed) throw new AppError('not-found', { id })
  const { week } = await db
    .selectFrom('call_sheets')
    .select('week')
    .where('id', '=', removed.sheet_id)
    .executeTakeFirstOrThrow()
  sayDone('callSheets.removedPlace', { on: daysOfWeek(week)[0]! })
}

async function getRow(db: Reader, id: number) {
  const row = await db
    .selectFrom('call_sheet_rows as r')
    .innerJoin('call_sheets as s', 's.id', 'r.sheet_id')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['r.sheet_id', 'r.section', 's.week', 's.printed_at', 'p.name', 'f.name as firm'])
    .where('r.id', '=', id)
    .where('r.state', '<>', 'removed')
    .executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return { ...row, who: nameFact({ name: row.name, firm: row.firm }) }
}

/**
 * Takes a row off; Propose does not bring it back. Before the first print the rest closes up, after it the numbers
 * on paper stay.
 * @throws AppError not-found
 */
export async function removeCallSheetRow(
  db: Writer,
  { id }: ParsedInput<'callSheets.removeRow'>,
  { say: sayDone }: Say,
): Promise<void> {
  const row = await getRow(db, id)
  const isPrinted = row.printed_at !== null
  await db
    .updateTable('call_sheet_rows')
    .set(isPrinted ? { state: 'removed' } : { state: 'removed', position: 0 })
    .where('id', '=', id)
    .execute()
  if (!isPrinted) {
    const left = (await rowsOf(db, row.sheet_id)).filter((one) => one.state !== 'removed')
    const numbers = left.map((_, index) => index + 1)
    await renumber(db, left, numbers)
  }
  sayDone('callSheets.removedRow', { name: row.who, on: daysOfWeek(row.week)[0]! })
}

/**
 * Moves a row to a place among those of its section; the numbers on the sheet stay the same set.
 * @throws AppError not-found
 */
export async function moveCallSheetRow(
  db: Writer,
  { id, to }: ParsedInput<'callSheets.moveRow'>,
  { say: sayDone }: Say,
): Promise<void> {
  const row = await getRow(db, id)
  const rows = (await rowsOf(db, row.sheet_id)).filter(
    (one) => one.state !== 'removed' && one.section === row.section,
  )
  const order = rows.filter((one) => one.id !== id)
  order.splice(to - 1, 0, rows.find((one) => one.id === id)!)
  const moved = await renumber(
    db,
    order,
    rows.map((one) => one.position),
  )
  if (moved) sayDone('callSheets.movedRow', { name: row.who, to: Math.min(to, rows.length) })
}

/** Gives the rows these numbers, in their order; answers whether any had another. */
export async function renumber(
  db: Writer,
  rows: { id: number; position: number }[],
  positions: number[],
): Promise<boolean> {
  let moved = false
  for (const [index, row] of rows.entries()) {
    const position = positions[index]!
    if (row.position === position) continue
    moved = true
    await db.updateTable('call_sheet_rows').set({ position }).where('id', '=', row.id).execute()
  }
  return moved
}

/** A line on paper is one line, however it was typed. */
export function toOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/**
 * Rewords what a row prints; what is not given stays.
 * @throws AppError not-found
 */
export async function changeCallSheetRow(
  db: Writer,
  { id, reason, bring, learn }: ParsedInput<'callSheets.changeRow'>,
  { say: sayDone }: Say,
): Promise<void> {
  const row = await getRow(db, id)
  const changes = {
    ...(reason === undefined ? {} : { reason: toOneLine(reason) }),
    ...(bring === undefined ? {} : { bring: toOneLine(bring) }),
    ...(learn === undefined ? {} : { learn: toOneLine(learn) }),
  }
  if (Object.keys(changes).length === 0) return
  await db.updateTable('call_sheet_rows').set(changes).where('id', '=', id).execute()
  sayDone('callSheets.changedRow', { name: row.who })
}

/**
 * Sets the week's goal, in the owner's words, and the hours planned for calls.
 * @throws AppError sheet-not-found, bad-week
 */
export async function changeCallSheetGoal(
  db: Writer,
  { week, goal, hours }: ParsedInput<'callSheets.changeGoal'>,
  { say: sayDone }: Say,
): Promise<void> {
  const sheet = await getSheetRecord(db, week)
  const changes = {
    ...(goal === undefined ? {} : { goal: toOneLine(goal) }),
    ...(hours === undefined ? {} : { hours }),
  }
  if (Object.keys(changes).length === 0) return
  await db.updateTable('call_sheets').set(changes).where('id', '=', sheet.id).execute()
  sayDone('callSheets.changedGoal', { on: daysOfWeek(week)[0]! })
}

/**
 * Notes that the sheet is on paper (printed, or saved as PDF). A fact of the world: Undo passes over it.
 * @throws AppError sheet-not-found, bad-week
 */
export async function markCallSheetPrinted(
  db: Writer,
  { week }: { week: string },
  { clock }: Clocked,
): Promise<void> {
  const sheet = await getSheetRecord(db, week)
  await db.updateTable('call_sheets').set({ printed_at: clock.now() }).where('id', '=', sheet.id).execute()
  const rows = await rowsOf(db, sheet.id)
  const called = rows.filter((row) => row.section === 'call' && row.state === 'open')
  await writeShowings(
    db,
    called.map((row) => row.person_id),
    clock.today(),
  )
}
