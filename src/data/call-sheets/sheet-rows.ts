// Writes rows onto a sheet with the words they were given to print, and keeps the numbers in the order they stand on paper.
import { sql } from 'kysely'
import {
  type RowWords,
  type SheetPlan,
  type SheetSection,
  sheetSections,
} from '../../shared/contract/call-sheets.ts'
import type { MessageRef } from '../../shared/errors.ts'
import type { BlankRow } from '../../shared/rules/call-sheets/propose-sheet.ts'
import { findNextQuestions } from '../../shared/rules/know-card/know-card.ts'
import { isAsk, isGive } from '../engine/gives-and-asks.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { readChannels } from '../records/channels.ts'
import { readEvidence } from '../records/evidence.ts'
import { rowsOf, type SheetRecord } from './call-sheets.ts'
import { renumber, toOneLine } from './change-call-sheet.ts'

export interface NewRow {
  personId: number
  section: SheetSection
  promised: boolean
  reasons: MessageRef[]
  blank?: BlankRow
}

/** Gives and asks balance over so many days. */
const balanceDays = 365

/** What rows would say, to be put into words. @param today the local day the reasons are told on */
export async function describeRows(
  db: Reader,
  rows: readonly NewRow[],
  today: string,
): Promise<SheetPlan['rows']> {
  const ids = rows.map((row) => row.personId)
  const evidence = await readEvidence(db, ids, today)
  const open = new Map(evidence.map((person) => [person.personId, findNextQuestions(person)]))
  const channels = await readChannels(db, ids)
  return rows.map(({ personId, section, reasons, blank }) => ({
    personId,
    section,
    reasons,
    blank: blank ?? null,
    question: findQuestion(open.get(personId) ?? [], reasons),
    channel: channels.get(personId) ?? null,
  }))
}

/**
 * Writes those rows of one section that have words.
 * @param today the local day the balance of gives and asks is told on
 */
export async function addRows(
  db: Writer,
  sheet: SheetRecord,
  section: SheetSection,
  { rows, words }: { rows: readonly NewRow[]; words: readonly RowWords[] },
  today: string,
): Promise<void> {
  const wordsOf = new Map(words.filter((row) => row.section === section).map((row) => [row.personId, row]))
  const spoken = rows.filter((row) => row.section === section && wordsOf.has(row.personId))
  if (spoken.length === 0) return
  const ids = spoken.map((row) => row.personId)
  if (section === 'call') await takeOffGreets(db, sheet, ids)
  const people = await db.selectFrom('people').select(['id', 'useful']).where('id', 'in', ids).execute()
  const useful = new Map(people.map((person) => [person.id, person.useful]))
  const asksMore = await findWhoWasAskedMore(db, ids, today)
  let position = await lastPosition(db, sheet)
  for (const { personId, promised, blank } of spoken) {
    position += 1
    const { reason, learn, channel } = wordsOf.get(personId)!
    await db
      .insertInto('call_sheet_rows')
      .values({
        uid: makeUid(),
        sheet_id: sheet.id,
        person_id: personId,
        position,
        section,
        promised: promised ? 1 : 0,
        reason: toOneLine(reason),
        bring: toOneLine(useful.get(personId) ?? ''),
        learn: toOneLine(learn),
        bring_first: asksMore.has(personId) ? 1 : 0,
        channel: toOneLine(channel),
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

/** The first open question that the reasons themselves do not ask already. */
function findQuestion(questions: MessageRef[], reasons: MessageRef[]): MessageRef | null {
  const asked = new Set(reasons.map(({ key }) => key.replace('focusList.reasons.unknown.', 'knowCard.ask.')))
  return questions.find(({ key }) => !asked.has(key)) ?? null
}
