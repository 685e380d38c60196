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
import { suggestWay } from '../../shared/rules/focus-list/where-it-stands.ts'
import type { Group } from '../../shared/rules/focus-list/who-now.ts'
import {
  askFor,
  chooseQuestions,
  ownQuestion,
  type Question,
  type QuestionFacts,
} from '../../shared/rules/know-card/choose-questions.ts'
import { chooseChannel, listWays } from '../../shared/rules/people/best-channel.ts'
import { isAsk, isGive } from '../engine/gives-and-asks.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { readChannelFacts } from '../records/channels.ts'
import { readEvidence } from '../records/evidence.ts'
import { rowsOf, type SheetRecord } from './call-sheets.ts'
import { renumber, toOneLine } from './change-call-sheet.ts'

export interface NewRow {
  personId: number
  section: SheetSection
  promised: boolean
  group?: Group
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
  const evidence = new Map((await readEvidence(db, ids, today)).map((one) => [one.personId, one]))
  const firms = await readFirms(db, ids)
  const own = await readOwnQuestions(db, ids)
  const vain = await countQuestionsInVain(db, ids)
  const questions = chooseQuestions(
    rows.flatMap((row): QuestionFacts[] => {
      const open = evidence.get(row.personId)
      if (!open || own.has(row.personId) || (row.section !== 'call' && row.section !== 'greet')) return []
      return [
        {
          ...open,
          hasFirm: firms.has(row.personId),
          askedInVain: vain.get(row.personId) ?? {},
          askedByReason: findAsked(row.reasons),
        },
      ]
    }),
  )
  const facts = await readChannelFacts(db, ids)
  return rows.map(({ personId, section, group, reasons, blank }) => {
    const ways = facts.get(personId)
    const one = evidence.get(personId)
    const way = one && ways && section === 'call' ? suggestWay(one, listWays(ways)) : null
    const asked = section === 'call' || section === 'greet'
    const words = asked ? own.get(personId) : undefined
    const question = questions.get(personId) ?? null
    return {
      personId,
      section,
      group: group ?? null,
      reasons,
      blank: blank ?? null,
      question:
        words === undefined
          ? question && { name: question, message: askFor(question, firms.has(personId)) }
          : { name: ownQuestion, message: { key: 'knowCard.ask.own', facts: { words } } },
      channel: ways ? chooseChannel(way?.channel ? { ...ways, bestChannel: way.channel } : ways) : null,
      way: way?.message ?? null,
    }
  })
}

/** The question that the reasons ask already. */
function findAsked(reasons: readonly MessageRef[]): Question | null {
  const asked = reasons.find(({ key }) => key.startsWith('focusList.reasons.unknown.'))
  return asked ? (asked.key.replace('focusList.reasons.unknown.', '') as Question) : null
}

/** Of these people, those who are asked for a firm. */
async function readFirms(db: Reader, ids: number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('id', 'in', ids)
    .where('firm_id', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** The owner's own question to each of these people, where there is one. */
async function readOwnQuestions(db: Reader, ids: number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'ask_next'])
    .where('id', 'in', ids)
    .where('ask_next', '<>', '')
    .execute()
  return new Map(rows.map((row) => [row.id, row.ask_next]))
}

/** How often each question stood on a printed sheet for these people. */
async function countQuestionsInVain(db: Reader, ids: number[]) {
  const rows = await db
    .selectFrom('call_sheet_rows as r')
    .innerJoin('call_sheets as s', 's.id', 'r.sheet_id')
    .select(['r.person_id', 'r.question'])
    .select(({ fn }) => fn.countAll<number>().as('times'))
    .where('r.person_id', 'in', ids)
    .where('r.question', '<>', '')
    .where('s.printed_at', 'is not', null)
    .groupBy(['r.person_id', 'r.question'])
    .execute()
  const counts = new Map<number, Partial<Record<Question, number>>>()
  for (const { person_id, question, times } of rows) {
    counts.set(person_id, { ...counts.get(person_id), [question]: times })
  }
  return counts
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
    const { reason, learn, question, channel } = wordsOf.get(personId)!
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
        question,
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
