// Plans a week's call sheet from the evidence, and writes the plan once it was put into words, which its rows keep.
import type { CallSheet, SheetPlan, SheetSection } from '../../shared/contract/call-sheets.ts'
import type { ParsedInput } from '../../shared/contract/index.ts'
import type { Occasion } from '../../shared/contract/places.ts'
import { AppError, type Name } from '../../shared/errors.ts'
import {
  describeOnSheet,
  hasDuePromise,
  mostOf,
  mostPlaces,
  type ProposedRow,
  proposeGreets,
  proposeRows,
} from '../../shared/rules/call-sheets/propose-sheet.ts'
import { daysOfWeek } from '../../shared/rules/days/weeks.ts'
import { countFits, countPlaces } from '../../shared/rules/focus-list/capacity.ts'
import type { Evidence } from '../../shared/rules/focus-list/evidence.ts'
import { isScarce } from '../../shared/rules/focus-list/who-now.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, ReadingSqlite, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { readProposals } from '../focus-list/leaving.ts'
import { findOccasions } from '../places/places.ts'
import { readTouchLength } from '../records/capacity.ts'
import { readChannels } from '../records/channels.ts'
import { findOpenDays } from '../records/closed-periods.ts'
import { readEvidence } from '../records/evidence.ts'
import { findPerson } from '../records/pursuits.ts'
import { getSettings } from '../records/settings.ts'
import { readHellos } from '../today/hellos.ts'
import {
  type Clocked,
  findSheet,
  readSheet,
  rowsOf,
  type Say,
  type SheetRecord,
  type SheetRow,
} from './call-sheets.ts'
import { toOneLine } from './change-call-sheet.ts'
import { daysOfReasons, findBlankRows, readWeekEvidence } from './sheet-evidence.ts'
import { addRows, describeRows, lastPosition, type NewRow, putInOrder, takeOffGreets } from './sheet-rows.ts'
import { readThanksForSheet } from './sheet-thanks.ts'

interface Plan {
  rows: NewRow[]
  occasions: Occasion[]
}

/** Whom the week's sheet has to get: promises, blank rows of the last one, the focus list, thanks owed, who to greet. */
async function planSheet(
  db: Reader,
  sqlite: ReadingSqlite,
  sheet: SheetRecord,
  today: string,
): Promise<Plan> {
  const { week } = sheet
  const kept = await rowsOf(db, sheet.id)
  const { once: blank, twice } = await findBlankRows(db, week)
  const evidence = await readWeekEvidence(db, week, today, { sheetId: sheet.id, blank })
  const { minutes } = await readTouchLength(db)
  const shown = kept.filter((row) => row.section === 'call' && row.state !== 'removed')
  const { decides, atRest } = await findDecides(db, evidence, kept, daysOfReasons(week, today).toldOn)
  const places = countPlaces(sheet.hours, minutes)
  const onList = evidence.filter((one) => one.joinedOn !== null).length
  const scarce = isScarce(places, onList, countFits(sheet.hours, minutes))
  const calls = proposeRows(
    evidence,
    { places, scarce },
    {
      calls: shown.length,
      more: shown.filter((row) => row.promised === 0).length,
      people: peopleIn(kept, 'call'),
      // Whoever stood on two sheets in vain is asked about, and not put there a third time.
      atRest: new Set([...atRest, ...twice.map((one) => one.personId)]),
      blank,
    },
  )
  const hellos = await findHelloRows(db, kept, daysOfReasons(week, today).toldOn)
  const greets = await findGreets(db, evidence, [...kept, ...hellos.map(toKept)], [...calls, ...decides])
  const rows = [
    ...calls.map((row) => ({ ...row, section: 'call' as const })),
    ...(await findThanks(db, kept)),
    ...decides,
    ...hellos,
    ...greets.map((row) => ({ ...row, section: 'greet' as const })),
  ]
  return { rows, occasions: await findPlaces(db, sqlite, sheet, today) }
}

/**
 * What Propose would add to the week's sheet, or what the row of one person would say.
 * @throws AppError bad-week; for `add` as addCallSheetRow
 */
export async function planCallSheet(
  db: Reader,
  { week, add }: ParsedInput<'callSheets.plan'>,
  { clock, sqlite }: Pick<QueryContext, 'clock' | 'sqlite'>,
): Promise<SheetPlan> {
  const today = clock.today()
  if (add) {
    await findPrintable(db, add.personId)
    const row = await describeRow(db, { week, ...add }, clock)
    return { rows: await describeRows(db, [row], today), places: [] }
  }
  const sheet = (await findSheet(db, week)) ?? (await drawSheet(db, week, clock.now()))
  const { rows, occasions } = await planSheet(db, sqlite, sheet, today)
  return { rows: await describeRows(db, rows, today), places: occasions }
}

/**
 * Makes the week's sheet from the plan and its words. Asked again, keeps every row, its id, its number and its words,
 * and adds only who is new.
 * @throws AppError bad-week; sheet-empty when nobody is due and there is no sheet yet
 */
export async function proposeCallSheet(
  db: Writer,
  { uid, week, rows: words, places }: ParsedInput<'callSheets.propose'>,
  { clock, sqlite, say: sayDone }: Clocked & Say & Pick<CommandContext, 'sqlite'>,
): Promise<CallSheet> {
  const countChanges = () => sqlite.prepare('SELECT total_changes()').pluck().get() as number
  const changes = countChanges()
  const today = clock.today()
  const before = await findSheet(db, week)
  const sheet = before ?? (await makeSheet(db, { uid, week }, clock.now()))
  const { rows, occasions } = await planSheet(db, sqlite, sheet, today)
  if (!before && rows.length === 0) throw new AppError('sheet-empty')
  for (const section of ['call', 'thank', 'decide', 'greet'] as const)
    await addRows(db, sheet, section, { rows, words }, today)
  await addPlaces(db, sheet, occasions, places)
  await putInOrder(db, sheet)
  const on = daysOfWeek(week)[0]!
  if (rows.length > 0) sayDone('callSheets.proposed', { on, count: rows.length })
  // Places alone, or another order, are a change too: Undo must not pass over it.
  else if (countChanges() > changes) sayDone('callSheets.broughtUpToDate', { on })
  return readSheet(db, sheet, today)
}

/** Whoever stands in a section, or was taken off it by the owner. */
function peopleIn(rows: SheetRow[], section: SheetSection): Set<number> {
  return new Set(rows.filter((row) => row.section === section).map((row) => row.person_id))
}

/** How many more rows a section holds. */
function countFree(rows: SheetRow[], section: SheetSection): number {
  const shown = rows.filter((row) => row.section === section && row.state !== 'removed')
  return Math.max(0, mostOf[section] - shown.length)
}

async function findThanks(db: Reader, kept: SheetRow[]): Promise<NewRow[]> {
  const thanked = peopleIn(kept, 'thank')
  const owed = (await readThanksForSheet(db)).filter((row) => !thanked.has(row.personId))
  return owed.slice(0, countFree(kept, 'thank')).map((row) => ({ ...row, section: 'thank', promised: false }))
}

/**
 * Whom to look at again, not who was promised something this week; and who is at rest: nobody is called before it is
 * decided whether they are dropped or parked.
 */
async function findDecides(
  db: Reader,
  evidence: Evidence[],
  kept: SheetRow[],
  toldOn: string,
): Promise<{ decides: NewRow[]; atRest: Set<number> }> {
  const promised = new Set(evidence.filter(hasDuePromise).map((one) => one.personId))
  const proposals = (await readProposals(db, toldOn)).filter((one) => !promised.has(one.personId))
  const there = peopleIn(kept, 'decide')
  const decides = proposals
    .filter((one) => !there.has(one.personId))
    .slice(0, countFree(kept, 'decide'))
    .map(({ personId, message }) => ({
      personId,
      section: 'decide' as const,
      promised: false,
      reasons: [message],
    }))
  const ending = proposals.filter(({ kind }) => kind === 'ruled out' || kind === 'tries')
  return { decides, atRest: new Set(ending.map((one) => one.personId)) }
}

/** Customers off the list with a date of theirs this week: greeted once, whichever of Today and the sheet comes first. */
async function findHelloRows(db: Reader, kept: SheetRow[], toldOn: string): Promise<NewRow[]> {
  const there = new Set(kept.map((row) => row.person_id))
  return (await readHellos(db, toldOn))
    .filter((hello) => !there.has(hello.personId))
    .slice(0, countFree(kept, 'greet'))
    .map(({ personId, message }) => ({
      personId,
      section: 'greet' as const,
      promised: false,
      reasons: [message],
    }))
}

/** A row to come takes its place as one that is there. */
const toKept = ({ personId: person_id, section }: NewRow): SheetRow => ({
  id: 0,
  person_id,
  position: 0,
  section,
  promised: 0,
  state: 'open',
})

/** Who of the week's evidence is greeted beside the rows there are and those to be added. */
async function findGreets(
  db: Reader,
  evidence: Evidence[],
  kept: SheetRow[],
  others: readonly { personId: number }[],
): Promise<ProposedRow[]> {
  const onFocus = evidence.filter((one) => one.joinedOn !== null)
  const channels = await readChannels(
    db,
    onFocus.map((one) => one.personId),
  )
  const taken = new Set([...kept.map((row) => row.person_id), ...others.map((row) => row.personId)])
  return proposeGreets(onFocus, channels, taken, countFree(kept, 'greet'))
}

/** What comes in the week at places where customers gather and is not on the sheet yet, the soonest first. */
async function findPlaces(
  db: Reader,
  sqlite: ReadingSqlite,
  sheet: SheetRecord,
  today: string,
): Promise<Occasion[]> {
  const days = daysOfWeek(sheet.week)
  const occasions = findOccasions(sqlite, days[0]! < today ? today : days[0]!, days[6]!)
  const kept = await db.selectFrom('call_sheet_places').selectAll().where('sheet_id', '=', sheet.id).execute()
  const there = new Set(kept.map((row) => row.place_id))
  return occasions
    .filter((occasion) => !there.has(occasion.placeId))
    .slice(0, Math.max(0, mostPlaces - kept.length))
}

async function addPlaces(
  db: Writer,
  sheet: SheetRecord,
  occasions: Occasion[],
  spoken: ParsedInput<'callSheets.propose'>['places'],
): Promise<void> {
  const wordsOf = new Map(spoken.map(({ placeId, words }) => [placeId, words]))
  for (const { placeId } of occasions) {
    const words = wordsOf.get(placeId)
    if (words === undefined) continue
    await db
      .insertInto('call_sheet_places')
      .values({ uid: makeUid(), sheet_id: sheet.id, place_id: placeId, words: toOneLine(words) })
      .execute()
  }
}

/** The week's sheet as it would be made; no row has its id. */
async function drawSheet(db: Reader, week: string, now: string): Promise<SheetRecord> {
  const settings = await getSettings(db)
  const hours = (await findOpenDays(db, week, settings)).length * settings.callHoursPerDay
  return { id: 0, week, goal: '', hours, proposed_at: now, printed_at: null }
}

async function makeSheet(
  db: Writer,
  { uid, week }: { uid: string; week: string },
  now: string,
): Promise<SheetRecord> {
  const { hours } = await drawSheet(db, week, now)
  return db
    .insertInto('call_sheets')
    .values({ uid, week, hours, proposed_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Puts someone on the sheet by hand, making the sheet when the week has none; who was taken off comes back, and who
 * came back blank from the last sheet stands here again.
 * @throws AppError bad-week, not-found, do-not-contact, focus-private, sheet-section-full
 */
export async function addCallSheetRow(
  db: Writer,
  { uid, week, words }: ParsedInput<'callSheets.addRow'>,
  { clock, say: sayDone }: Clocked & Say,
): Promise<void> {
  const { personId, section } = words
  const name = await findPrintable(db, personId)
  const sheet = (await findSheet(db, week)) ?? (await makeSheet(db, { uid, week }, clock.now()))
  const rows = await rowsOf(db, sheet.id)
  const kept = rows.find((row) => row.section === section && row.person_id === personId)
  if (kept && kept.state !== 'removed') return
  if (countFree(rows, section) === 0) throw new AppError('sheet-section-full', { most: mostOf[section] })
  if (kept) {
    if (section === 'call') await takeOffGreets(db, sheet, [personId])
    const position = kept.position > 0 ? kept.position : (await lastPosition(db, sheet)) + 1
    await db
      .updateTable('call_sheet_rows')
      .set({ state: 'open', position })
      .where('id', '=', kept.id)
      .execute()
  } else {
    const row = await describeRow(db, { week, personId, section }, clock)
    await addRows(db, sheet, section, { rows: [row], words: [words] }, clock.today())
  }
  await putInOrder(db, sheet)
  sayDone('callSheets.addedRow', { name, on: daysOfWeek(week)[0]! })
}

/** The name of somebody who may be put on paper. @throws AppError not-found, do-not-contact, focus-private */
async function findPrintable(db: Reader, personId: number): Promise<Name> {
  const person = await findPerson(db, personId)
  if (person.neverContact) throw new AppError('do-not-contact', { name: person.name })
  if (person.isPrivate) throw new AppError('focus-private', { name: person.name })
  return person.name
}

/** What a row put on by hand says. */
async function describeRow(
  db: Reader,
  { week, personId, section }: { week: string; personId: number; section: SheetSection },
  clock: Clocked['clock'],
): Promise<NewRow> {
  if (section === 'thank') {
    const owed = (await readThanksForSheet(db)).find((one) => one.personId === personId)
    return { personId, section, promised: false, reasons: owed?.reasons ?? [] }
  }
  const { toldOn, through } = daysOfReasons(week, clock.today())
  const [evidence] = await readEvidence(db, [personId], toldOn, through)
  if (!evidence) throw new AppError('not-found')
  const described = describeOnSheet(evidence)
  if (section !== 'call') return { personId, section, ...described, promised: false }
  const { once, twice } = await findBlankRows(db, week)
  const again = twice.find((one) => one.personId === personId)
  const blank = once.get(personId) ?? again
  const { rowId, lastWeek, week: ofWeek } = blank ?? {}
  return {
    personId,
    section,
    ...described,
    ...(rowId === undefined ? {} : { blank: { rowId, lastWeek: lastWeek!, week: ofWeek! } }),
  }
}

/**
 * Leaves off this week's sheet who came back blank twice: a row taken off stands for the answer, so that nobody asks
 * again.
 * @throws AppError bad-week, sheet-not-found; not-found when they did not come back blank twice
 */
export async function letGoOfBlankRow(
  db: Writer,
  { uid, week, personId }: ParsedInput<'callSheets.letGo'>,
  { say: sayDone }: Say,
): Promise<void> {
  const sheet = await findSheet(db, week)
  if (!sheet) throw new AppError('sheet-not-found', { week })
  const rows = await rowsOf(db, sheet.id)
  const row = (await findBlankRows(db, week)).twice.find((one) => one.personId === personId)
  if (!row || peopleIn(rows, 'call').has(personId)) throw new AppError('not-found', { id: personId })
  await db
    .insertInto('call_sheet_rows')
    .values({
      uid,
      sheet_id: sheet.id,
      person_id: personId,
      position: 0,
      reason: row.reason,
      state: 'removed',
      entered_on: null,
      rolled_from: row.rowId,
    })
    .execute()
  sayDone('callSheets.letGo', { name: row.name, on: daysOfWeek(week)[0]! })
}
