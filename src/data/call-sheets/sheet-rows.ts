// Writes rows onto a sheet with the words they will print, and keeps the numbers in the order they stand on paper.

import { sql } from 'kysely'
import { type SheetSection, sheetSections } from '../../shared/contract/call-sheets.ts'
import type { MessageRef } from '../../shared/errors.ts'
import { say, t } from '../../shared/messages/translate.ts'
import type { BlankRow } from '../../shared/rules/call-sheets/propose-sheet.ts'
import { findNextQuestions } from '../../shared/rules/know-card/know-card.ts'
import type { BestDoor } from '../../shared/rules/people/best-door.ts'
import { isAsk, isGive } from '../engine/gives-and-asks.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { readDoors } from '../records/doors.ts'
import { readEvidence } from '../records/evidence.ts'
import { rowsOf, type SheetRecord } from './call-sheets.ts'
import { renumber, toOneLine } from './change-call-sheet.ts'

export interface NewRow {
  personId: number
  promised: boolean
  reasons: MessageRef[]
  blank?: BlankRow
}

/** Gives and asks balance over so many days. */
const balanceDays = 365

/** @param today the local day the balance of gives and asks is told on */
export async function addRows(
  db: Writer,
  sheet: SheetRecord,
  section: SheetSection,
  rows: readonly NewRow[],
  today: string,
): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map((row) => row.personId)
  if (section === 'call') await takeOffGreets(db, sheet, ids)
  const people = await db.selectFrom('people').select(['id', 'useful']).where('id', 'in', ids).execute()
  const useful = new Map(people.map((person) => [person.id, person.useful]))
  const evidence = await readEvidence(db, ids, today)
  const open = new Map(evidence.map((one) => [one.personId, findNextQuestions(one)]))
  const doors = await readDoors(db, ids)
  const asksMore = await findWhoWasAskedMore(db, ids, today)
  let position = await lastPosition(db, sheet)
  for (const { personId, promised, reasons, blank } of rows) {
    position += 1
    await db
      .insertInto('call_sheet_rows')
      .values({
        uid: makeUid(),
        sheet_id: sheet.id,
        person_id: personId,
        position,
        section,
        promised: promised ? 1 : 0,
        reason: sayReasons(reasons, blank),
        bring: toOneLine(useful.get(personId) ?? ''),
        learn: sayQuestion(open.get(personId) ?? [], reasons),
        bring_first: asksMore.has(personId) ? 1 : 0,
        door: sayDoor(doors.get(personId) ?? null),
        entered_on: null,
        rolled_from: blank?.rowId ?? null,
      })
      .execute()
    if (!blank) continue
    await db.updateTable('call_sheet_rows').set({ state: 'rolled' }).where('id', '=', blank.rowId).execute()
  }
}

/** Until it prints, rows are numbered as they stand on paper: calls, thanks, asks, who to look at again, greets. */
export async function putInOrder(db: Writer, sheet: SheetRecord): Promise<void> {
  if (sheet.printed_at !== null) return
  const shown = (await rowsOf(db, sheet.id)).filter((row) => row.state !== 'removed')
  const order = shown.toSorted((a, b) => sheetSections.indexOf(a.section) - sheetSections.indexOf(b.section))
  await renumber(
    db,
    order,
    order.map((_, index) => index + 1),
  )
}

/** Who is to be called is not greeted as well. */
export async function takeOffGreets(db: Writer, sheet: SheetRecord, personIds: number[]): Promise<void> {
  await db
    .updateTable('call_sheet_rows')
    .set({ state: 'removed' })
    .where('sheet_id', '=', sheet.id)
    .where('section', '=', 'greet')
    .where('person_id', 'in', personIds)
    .execute()
}

/** A row taken off after printing keeps its number, so that a number on paper is never given twice. */
export async function lastPosition(db: Reader, sheet: SheetRecord): Promise<number> {
  const rows = await rowsOf(db, sheet.id)
  return Math.max(0, ...rows.map((row) => row.position))
}

/** Give before you ask: of these people, those to whom our gives of the last year do not exceed our asks. */
async function findWhoWasAskedMore(db: Reader, personIds: number[], today: string): Promise<Set<number>> {
  const since = Temporal.PlainDate.from(today).subtract({ days: balanceDays }).toString()
  const givers = await db
    .selectFrom('touches')
    .select('person_id')
    .where('person_id', 'in', personIds)
    .where('happened_on', '>', since)
    .groupBy('person_id')
    .having(sql<boolean>`sum(${sql.raw(isGive())}) > sum(${sql.raw(isAsk())})`)
    .execute()
  const gaveMore = new Set(givers.map((row) => row.person_id))
  return new Set(personIds.filter((id) => !gaveMore.has(id)))
}

/** The first open question that the reason itself does not ask already. */
function sayQuestion(questions: MessageRef[], reasons: MessageRef[]): string {
  const said = new Set(reasons.map(({ key }) => key.replace('focusList.reasons.unknown.', 'knowCard.ask.')))
  const question = questions.find(({ key }) => !said.has(key))
  return question ? say(question) : ''
}

/** "From last week: No touch for 16 days"; several reasons one after the other. */
function sayReasons(reasons: MessageRef[], blank: BlankRow | undefined): string {
  const reason = reasons.map(say).join('; ')
  if (!blank) return reason
  return t(blank.lastWeek ? 'callSheets.reasons.fromLastWeek' : 'callSheets.reasons.fromEarlier', { reason })
}

/** "555 0160, before 10", "visit via Nora, mornings". */
function sayDoor(door: BestDoor | null): string {
  if (door === null) return ''
  const where = sayWhere(door)
  const through = door.via === '' ? where : t('callSheets.doors.via', { door: where, via: door.via })
  return [through, door.time].filter((part) => part !== '').join(', ')
}

function sayWhere({ channel, value }: BestDoor): string {
  if (value === '' || channel === 'visit' || channel === 'letter') return t(`callSheets.doors.${channel}`)
  return channel === 'text' ? t('callSheets.doors.textTo', { number: value }) : value
}
