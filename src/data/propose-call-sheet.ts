// Makes a week's call sheet from the evidence, and adds to it; each row keeps the words it will print.
import type { CallSheet } from '../shared/contract/call-sheets.ts'
import type { ParsedInput } from '../shared/contract/index.ts'
import type { Settings } from '../shared/contract/settings.ts'
import { AppError, type MessageRef } from '../shared/errors.ts'
import { personName } from '../shared/messages/person-name.ts'
import { say, t } from '../shared/messages/translate.ts'
import type { BestDoor } from '../shared/rules/best-door.ts'
import { countPlaces } from '../shared/rules/capacity.ts'
import {
  describeOnSheet,
  mostGreets,
  type ProposedRow,
  proposeGreets,
  proposeRows,
} from '../shared/rules/propose-sheet.ts'
import type { Evidence } from '../shared/rules/reasons.ts'
import { daysOfWeek } from '../shared/rules/weeks.ts'
import {
  type Clocked,
  findSheet,
  readSheet,
  renumber,
  rowsOf,
  type Say,
  type SheetRecord,
  type SheetRow,
  speakOwnersLanguage,
  toOneLine,
} from './call-sheets.ts'
import { readTouchLength } from './capacity.ts'
import { findOpenDays } from './closed-periods.ts'
import { readDoors } from './doors.ts'
import { readEvidence, readFocusEvidence } from './evidence.ts'
import type { Reader, Writer } from './open-database.ts'
import { makeUid } from './uid.ts'

/**
 * Makes the week's sheet from promises and the focus list; asked again, keeps every row, its id, its number and
 * its words, and adds only who is new.
 * @throws AppError bad-week; sheet-empty when nobody is due and there is no sheet yet
 */
export async function proposeCallSheet(
  db: Writer,
  { uid, week }: ParsedInput<'callSheets.propose'>,
  { clock, say: sayDone }: Clocked & Say,
): Promise<CallSheet> {
  const settings = await speakOwnersLanguage(db)
  const before = await findSheet(db, week)
  const sheet = before ?? (await makeSheet(db, uid, week, settings, clock.now()))
  const kept = await rowsOf(db, sheet.id)
  const calls = kept.filter((row) => row.section === 'call')
  const shown = calls.filter((row) => row.state !== 'removed')
  const [evidence, { minutes }] = await Promise.all([
    readWeekEvidence(db, week, clock.today()),
    readTouchLength(db),
  ])
  const rows = proposeRows(evidence, countPlaces(sheet.hours, minutes), {
    more: shown.filter((row) => row.promised === 0).length,
    people: new Set(calls.map((row) => row.person_id)),
  })
  const greets = await findGreets(db, evidence, kept, rows)
  const count = rows.length + greets.length
  if (!before && count === 0) throw new AppError('sheet-empty')
  await addRows(db, sheet, rows)
  await addRows(db, sheet, greets, 'greet')
  await putGreetsLast(db, sheet)
  if (count > 0) sayDone('callSheets.proposed', { on: daysOfWeek(week)[0]!, count })
  return readSheet(db, sheet, settings, clock.today())
}

/** Who of the week's evidence is greeted beside the rows there are and the calls to be added. */
async function findGreets(
  db: Reader,
  evidence: Evidence[],
  kept: SheetRow[],
  calls: ProposedRow[],
): Promise<ProposedRow[]> {
  const doors = await readDoors(
    db,
    evidence.map((one) => one.personId),
  )
  const taken = new Set([...kept.map((row) => row.person_id), ...calls.map((row) => row.personId)])
  const greeted = kept.filter((row) => row.section === 'greet' && row.state !== 'removed')
  return proposeGreets(evidence, doors, taken, mostGreets - greeted.length)
}

/** Until it prints, calls are numbered before greets, as they stand on paper. */
async function putGreetsLast(db: Writer, sheet: SheetRecord): Promise<void> {
  if (sheet.printed_at !== null) return
  const shown = (await rowsOf(db, sheet.id)).filter((row) => row.state !== 'removed')
  const order = shown.toSorted((a, b) => Number(a.section === 'greet') - Number(b.section === 'greet'))
  await renumber(
    db,
    order,
    order.map((_, index) => index + 1),
  )
}

async function makeSheet(
  db: Writer,
  uid: string,
  week: string,
  settings: Settings,
  now: string,
): Promise<SheetRecord> {
  const hours = (await findOpenDays(db, week, settings)).length * settings.callHoursPerDay
  return db
    .insertInto('call_sheets')
    .values({ uid, week, hours, proposed_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A sheet made on Friday for next week is read on Monday: its reasons are told for that day. */
function daysOfReasons(week: string, today: string): { toldOn: string; through: string } {
  const days = daysOfWeek(week)
  return { toldOn: today > days[0]! ? today : days[0]!, through: days[6]! }
}

/** The focus list, and whoever else was promised something by the week's end; nobody who may not be contacted. */
async function readWeekEvidence(db: Reader, week: string, today: string) {
  const { toldOn, through } = daysOfReasons(week, today)
  const promised = await db
    .selectFrom('next_steps')
    .select('person_id')
    .distinct()
    .where('promised', '=', 1)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .where('due_on', '<=', through)
    .execute()
  const focus = await readFocusEvidence(db, toldOn, through)
  const onFocus = new Set(focus.map((one) => one.personId))
  const others = promised.map((row) => row.person_id).filter((id) => !onFocus.has(id))
  const all = [...focus, ...(await readEvidence(db, others, toldOn, through))]
  const allowed = await db
    .selectFrom('people')
    .select('id')
    .where(
      'id',
      'in',
      all.map((one) => one.personId),
    )
    .where('deleted_at', 'is', null)
    .where('never_contact_on', 'is', null)
    .where('is_private', '=', 0)
    .execute()
  const mayPrint = new Set(allowed.map((person) => person.id))
  return all.filter((one) => mayPrint.has(one.personId))
}

async function addRows(
  db: Writer,
  sheet: SheetRecord,
  rows: ProposedRow[],
  section: 'call' | 'greet' = 'call',
): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map((row) => row.personId)
  if (section === 'call') await takeOffGreets(db, sheet, ids)
  const people = await db.selectFrom('people').select(['id', 'useful']).where('id', 'in', ids).execute()
  const useful = new Map(people.map((person) => [person.id, person.useful]))
  const learn = await readOpenQuestions(db, ids)
  const doors = await readDoors(db, ids)
  let position = await lastPosition(db, sheet)
  for (const row of rows) {
    position += 1
    await db
      .insertInto('call_sheet_rows')
      .values({
        uid: makeUid(),
        sheet_id: sheet.id,
        person_id: row.personId,
        position,
        section,
        promised: row.promised ? 1 : 0,
        reason: sayReasons(row.reasons),
        bring: toOneLine(useful.get(row.personId) ?? ''),
        learn: learn.get(row.personId) ?? '',
        door: sayDoor(doors.get(row.personId) ?? null),
        entered_on: null,
        rolled_from: null,
      })
      .execute()
  }
}

/** Who is to be called is not greeted as well. */
async function takeOffGreets(db: Writer, sheet: SheetRecord, personIds: number[]): Promise<void> {
  await db
    .updateTable('call_sheet_rows')
    .set({ state: 'removed' })
    .where('sheet_id', '=', sheet.id)
    .where('section', '=', 'greet')
    .where('person_id', 'in', personIds)
    .execute()
}

/** A row taken off after printing keeps its number, so that a number on paper is never given twice. */
async function lastPosition(db: Reader, sheet: SheetRecord): Promise<number> {
  const rows = await rowsOf(db, sheet.id)
  return Math.max(0, ...rows.map((row) => row.position))
}

/** The first qualification question answered "don't know", as the thing to learn. */
async function readOpenQuestions(db: Reader, personIds: number[]): Promise<Map<number, string>> {
  const unknown = await db
    .selectFrom('qualification')
    .select(['person_id', 'question'])
    .where('person_id', 'in', personIds)
    .where('answer', '=', 'unknown')
    .execute()
  const asked = Map.groupBy(unknown, (row) => row.person_id)
  const order = ['need', 'decider', 'price', 'season', 'reachable', 'want'] as const
  return new Map(
    [...asked].map(([personId, rows]) => {
      const first = order.find((question) => rows.some((row) => row.question === question))!
      return [personId, t(`callSheets.learnQuestions.${first}`)]
    }),
  )
}

function sayReasons(reasons: MessageRef[]): string {
  return reasons.map(say).join('; ')
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

/**
 * Puts someone on the sheet by hand, making the sheet when the week has none; who was taken off comes back.
 * @throws AppError bad-week, not-found, do-not-contact, focus-private
 */
export async function addCallSheetRow(
  db: Writer,
  { uid, week, personId }: ParsedInput<'callSheets.addRow'>,
  { clock, say: sayDone }: Clocked & Say,
): Promise<void> {
  const settings = await speakOwnersLanguage(db)
  const person = await db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['p.name', 'p.never_contact_on', 'p.is_private', 'f.name as firm'])
    .where('p.id', '=', personId)
    .where('p.deleted_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw new AppError('not-found')
  const name = personName({ name: person.name, firm: person.firm ?? '' })
  if (person.never_contact_on !== null) throw new AppError('do-not-contact', { name })
  if (person.is_private === 1) throw new AppError('focus-private', { name })
  const sheet = (await findSheet(db, week)) ?? (await makeSheet(db, uid, week, settings, clock.now()))
  const kept = (await rowsOf(db, sheet.id)).find(
    (row) => row.section === 'call' && row.person_id === personId,
  )
  if (kept && kept.state !== 'removed') return
  if (kept) {
    await takeOffGreets(db, sheet, [personId])
    const position = kept.position > 0 ? kept.position : (await lastPosition(db, sheet)) + 1
    await db
      .updateTable('call_sheet_rows')
      .set({ state: 'open', position })
      .where('id', '=', kept.id)
      .execute()
  } else {
    const { toldOn, through } = daysOfReasons(week, clock.today())
    const [evidence] = await readEvidence(db, [personId], toldOn, through)
    if (!evidence) throw new AppError('not-found')
    await addRows(db, sheet, [{ personId, ...describeOnSheet(evidence) }])
  }
  await putGreetsLast(db, sheet)
  sayDone('callSheets.addedRow', { name, on: daysOfWeek(week)[0]! })
}
