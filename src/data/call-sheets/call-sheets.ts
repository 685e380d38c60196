// Call sheets as they are read and printed; making one is propose-call-sheet.ts, changing one change-call-sheet.ts.

import type { CallSheet, CallSheetPage, CallSheetRow } from '../../shared/contract/call-sheets.ts'
import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { leaveOff } from '../../shared/rules/call-sheets/off-paper.ts'
import { daysOfWeek, isWeek } from '../../shared/rules/days/weeks.ts'
import { ownQuestion } from '../../shared/rules/know-card/choose-questions.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { findOpenDays } from '../records/closed-periods.ts'
import { findQuietNames, readOffPaper, readQuietGoers } from '../records/off-paper.ts'
import { refuseDamagedOnPaper, refuseDamagedRows, refuseDamagedTable } from '../records/refuse-damaged.ts'
import { getSettings } from '../records/settings.ts'
import { isInUse, isReachable, where } from '../records/shown-people.ts'
import { countPromisesBeyond, findBlankRows } from './sheet-evidence.ts'
import { readSheetHistory } from './sheet-history.ts'
import { readThanksForSheet } from './sheet-thanks.ts'

export type Say = Pick<CommandContext, 'say'>
export type Clocked = Pick<QueryContext, 'clock'>

export interface SheetRecord {
  id: number
  week: string
  goal: string
  hours: number
  proposed_at: string
  printed_at: string | null
}

function checkWeek(week: string): void {
  if (!isWeek(week)) throw new AppError('bad-week', { typed: week })
}

/** @throws AppError bad-week */
export async function findSheet(db: Reader, week: string): Promise<SheetRecord | undefined> {
  checkWeek(week)
  return db.selectFrom('call_sheets').selectAll().where('week', '=', week).executeTakeFirst()
}

/** Every row as kept, in order, those the owner took off too. */
export function rowsOf(db: Reader, sheetId: number) {
  return db
    .selectFrom('call_sheet_rows')
    .select(['id', 'person_id', 'position', 'section', 'promised', 'state'])
    .where('sheet_id', '=', sheetId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export type SheetRow = Awaited<ReturnType<typeof rowsOf>>[number]

/** Every sheet there is, newest week first. */
export async function listCallSheets(
  db: Reader,
): Promise<{ week: string; rows: number; done: number; printedAt: string | null }[]> {
  const sheets = await db
    .selectFrom('call_sheets as s')
    .leftJoin('call_sheet_rows as r', (join) =>
      join.onRef('r.sheet_id', '=', 's.id').on('r.state', '<>', 'removed'),
    )
    .select(['s.week', 's.printed_at'])
    .select(({ fn }) => fn.count<number>('r.id').as('rows'))
    .select(({ fn }) => fn.count<number>('r.entered_on').as('done'))
    .groupBy('s.id')
    .orderBy('s.week', 'desc')
    .execute()
  return sheets.map(({ week, rows, done, printed_at }) => ({ week, rows, done, printedAt: printed_at }))
}

/**
 * The week's sheet, null before it is made. Whoever asked not to be contacted since, is private or in the bin
 * is not on it: such a row keeps its number and never prints.
 * @throws AppError bad-week
 */
export async function getCallSheet(
  db: Reader,
  { week }: { week: string },
  { clock }: Clocked,
): Promise<CallSheet | null> {
  const sheet = await findSheet(db, week)
  return sheet ? readSheet(db, sheet, clock.today()) : null
}

/**
 * Everything the printed page shows, null before the sheet is made.
 * @throws AppError bad-week, rows-damaged
 */
export async function getCallSheetPage(
  db: Reader,
  { week, paper }: ParsedInput<'callSheets.page'>,
  { clock, sqlite }: Pick<QueryContext, 'clock' | 'sqlite'>,
): Promise<CallSheetPage | null> {
  const settings = await getSettings(db)
  const sheet = await findSheet(db, week)
  if (!sheet) return null
  const days = await findOpenDays(db, week, settings)
  const read = await readSheet(db, sheet, clock.today())
  const rows = await rowsOf(db, sheet.id)
  refuseDamagedTable(sqlite, 'settings')
  refuseDamagedRows(sqlite, 'call_sheets', [sheet.id])
  refuseDamagedRows(
    sqlite,
    'call_sheet_rows',
    rows.map((row) => row.id),
  )
  refuseDamagedOnPaper(
    sqlite,
    read.rows.map((row) => row.personId),
  )
  const called = new Set(rows.filter((row) => row.section === 'call').map((row) => row.person_id))
  const thanked = new Set(rows.filter((row) => row.section === 'thank').map((row) => row.person_id))
  return {
    sheet: read,
    shop: settings.shopName,
    names: settings.names,
    paper: paper ?? settings.paper,
    monday: daysOfWeek(week)[0]!,
    days,
    printedOn: clock.today(),
    promisesBeyond: await countPromisesBeyond(db, sheet.id, daysOfWeek(week)[6]!),
    thanksBeyond: (await readThanksForSheet(db)).filter((one) => !thanked.has(one.personId)).length,
    blankTwice: (await findBlankRows(db, week)).twice.filter((one) => !called.has(one.personId)),
  }
}

/** A sheet with the rows that may print. */
export async function readSheet(db: Reader, sheet: SheetRecord, today: string): Promise<CallSheet> {
  const rows = await db
    .selectFrom('call_sheet_rows as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['r.id', 'r.position', 'r.person_id', 'r.section', 'r.reason', 'r.bring', 'r.learn', 'r.channel'])
    .select(['r.bring_first', 'r.promised', 'r.state', 'r.question', 'p.name', 'f.name as firm'])
    .where('r.sheet_id', '=', sheet.id)
    .where('r.state', '<>', 'removed')
    .where(where(isReachable('p')))
    .orderBy('r.position')
    .orderBy('r.id')
    .execute()
  const ids = rows.map((row) => row.person_id)
  const history = await readSheetHistory(db, ids, today)
  const offPaper = await readOffPaper(db, ids)
  const spoken = rows.flatMap((row) => [row.reason, row.bring, row.learn, row.channel]).join('\n')
  const quiet = await findQuietNames(db, spoken)
  return {
    id: sheet.id,
    week: sheet.week,
    goal: sheet.goal,
    hours: sheet.hours,
    printedAt: sheet.printed_at,
    rows: rows.map((row): CallSheetRow => {
      const firm = row.firm ?? ''
      const off = offPaper.get(row.person_id)
      const print = (words: string) =>
        off || quiet.length > 0
          ? leaveOff(words, { notes: [], ...off, names: [...(off?.names ?? []), ...quiet] })
          : words
      return {
        id: row.id,
        position: row.position,
        personId: row.person_id,
        name: nameFact({ name: row.name, firm }),
        firm: row.name === '' ? '' : firm,
        section: row.section,
        reason: print(row.reason),
        bring: print(row.bring),
        learn: print(row.learn),
        asksOwn: row.question === ownQuestion,
        keepsNote: off !== undefined && off.notes.length > 0,
        bringFirst: row.bring_first === 1,
        channel: print(row.channel),
        promised: row.promised === 1,
        history: history.get(row.person_id) ?? [],
        state: row.state === 'removed' ? 'open' : row.state,
      }
    }),
    places: await readPlaces(db, sheet.id),
    gone: await findGoneRows(db, sheet.id, new Set(rows.map((row) => row.id))),
  }
}

/**
 * The numbers that stand on paper for somebody who is not on it any more: marked do not contact, dead, private, in the
 * bin, or erased with their row. What the owner took off is not among them.
 */
async function findGoneRows(db: Reader, sheetId: number, printing: ReadonlySet<number>): Promise<number[]> {
  const rows = await rowsOf(db, sheetId)
  const stands = new Set(
    rows.filter((row) => row.state === 'removed' || printing.has(row.id)).map((row) => row.position),
  )
  const last = Math.max(0, ...rows.map((row) => row.position))
  return Array.from({ length: last }, (_, index) => index + 1).filter((position) => !stands.has(position))
}

/** In the order they were put there, which is that of their days; who is not to be on paper since is not named. */
async function readPlaces(db: Reader, sheetId: number): Promise<CallSheet['places']> {
  const places = await db
    .selectFrom('call_sheet_places as s')
    .innerJoin('places as p', 'p.id', 's.place_id')
    .select(['s.id', 's.place_id', 's.words'])
    .where('s.sheet_id', '=', sheetId)
    .where(where(isInUse('p')))
    .orderBy('s.id')
    .execute()
  const goers = await readQuietGoers(
    db,
    places.map((place) => place.place_id),
  )
  const quiet = await findQuietNames(db, places.map((place) => place.words).join('\n'))
  return places.map(({ id, place_id: placeId, words }) => ({
    id,
    words: leaveOff(words, { notes: [], names: [...(goers.get(placeId) ?? []), ...quiet] }),
  }))
}
