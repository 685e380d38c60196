// Who to see today: those owed, those whose date it is, those whose turn it is, as many as the day's call hours hold.

import type { ParsedInput } from '../../shared/contract/index.ts'
import type { TodayRow } from '../../shared/contract/today.ts'
import { findNextOpenDay, isClosedOn, isOpenOn } from '../../shared/rules/days/closed-days.ts'
import { addDays } from '../../shared/rules/days/days.ts'
import {
  countFits,
  countPlaces,
  countTurnWeeks,
  findDayCapacity,
} from '../../shared/rules/focus-list/capacity.ts'
import type { Evidence } from '../../shared/rules/focus-list/evidence.ts'
import { isRetry } from '../../shared/rules/focus-list/timely.ts'
import { describeState, suggestWay } from '../../shared/rules/focus-list/where-it-stands.ts'
import {
  chooseWho,
  isScarce,
  listReasons,
  rankWho,
  type WhoNow,
} from '../../shared/rules/focus-list/who-now.ts'
import { chooseChannel, listWays } from '../../shared/rules/people/best-channel.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { QueryContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { readNames } from '../focus-list/focus-list.ts'
import { readTouchLength } from '../records/capacity.ts'
import { readChannelFacts } from '../records/channels.ts'
import { readShopDays } from '../records/closed-periods.ts'
import { readEvidence, readFocusEvidence } from '../records/evidence.ts'
import { listDueSteps, selectErrands, selectOpenSteps } from '../records/next-steps.ts'
import { getSettings } from '../records/settings.ts'
import { isInUse, where } from '../records/shown-people.ts'
import { listWaiting, selectInquirers } from '../records/waiting.ts'
import { findAway } from './away.ts'

const namedWaiting = 2
const namedNext = 3
/** However many were promised something, a day shows no more of them; who waits behind them is counted. */
const mostPromised = 12
/** People off the focus list read beyond what the day holds; who waits behind them is counted, not read. */
const sparePeople = 50
/** How far the list of what comes looks ahead, and how much of it is shown. */
const daysAhead = 7
const mostComing = 8

/** Reads the focus list, those who are owed something or wait for us, and nobody else. */
export async function getToday(
  db: Reader,
  input: ParsedInput<'today.get'>,
  { clock }: Pick<QueryContext, 'clock'>,
) {
  const on = clock.today()
  const settings = await getSettings(db)
  const shop = await readShopDays(db, on, settings)
  const isOpen = isOpenOn(on, shop)
  const hours = isOpen ? settings.callHoursPerDay : 0
  const { minutes } = await readTouchLength(db)
  const capacity = findDayCapacity(hours, minutes)
  const seen = await readSeen(db, on)
  const fits = Math.max(0, capacity - seen.size) + input.more
  const focus = await readFocusEvidence(db, on)
  const due = await listDuePeople(db, on)
  const others = await readOthers(db, on, { due, focus, most: fits + sparePeople })
  const weekHours = settings.callHoursPerDay * settings.openDays.length
  const people = rankWho([...focus, ...others]).filter(
    (one) => (!seen.has(one.evidence.personId) || asksToday(one)) && mayStand(one, isOpen),
  )
  const scarce = isScarce(countPlaces(weekHours, minutes), focus.length, countFits(weekHours, minutes))
  const shown = capPromises(chooseWho(people, { places: fits, scarce }), Math.max(fits, mostPromised))
  const waiting = people.filter((one) => one.group !== 'rest' && !shown.includes(one))
  const read = new Set([...focus, ...others].map((evidence) => evidence.personId))
  const unread = due.filter(
    (one) => !read.has(one.personId) && !seen.has(one.personId) && (isOpen || one.promised),
  )
  const next = isOpen && waiting.length === 0 ? findNextTurn(rankWho(focus), seen) : null
  const named = [...shown, ...waiting.slice(0, namedWaiting), ...(next?.people ?? [])]
  const names = await readNames(
    db,
    named.map(({ evidence }) => evidence.personId),
  )
  const nameOf = ({ evidence }: WhoNow) => nameFact(names.get(evidence.personId)!)
  const tried = [...seen.values()].filter((reached) => !reached).length
  const period = shop.closed.find((one) => isClosedOn(on, [one]))
  return {
    on,
    capacity,
    hours,
    closed: isOpen ? null : { what: period?.what ?? '' },
    nextOpenOn: findNextOpenDay(on, shop),
    seen: { reached: seen.size - tried, tried },
    rows: await makeRows(db, shown, names),
    waiting: {
      names: waiting.slice(0, namedWaiting).map(nameOf),
      count: waiting.length + unread.length,
      promises: waiting.filter(isPromise).length + unread.filter((one) => one.promised).length,
    },
    nextTurn: next && { on: next.on, names: next.people.map(nameOf) },
    turnWeeks: countTurnWeeks(focus.length, weekHours, minutes),
    away: await findAway(db, on),
    overdue: await countOverdueSteps(db, on),
    coming: await listDueSteps(db, {
      from: addDays(on, 1),
      until: addDays(on, daysAhead),
      limit: mostComing,
    }),
    onFocusList: focus.length,
    anyone: await isAnyoneThere(db),
  }
}

const isPromise = ({ owed }: WhoNow) => owed.some((one) => one.kind === 'promise')

/** They wrote or rang today and wait, even where we touched them earlier in the day. */
const asksToday = ({ owed, evidence }: WhoNow) =>
  owed.some((one) => one.kind === 'inquiry' && one.on === evidence.today)

/** On a day the shop is closed only what was promised speaks. */
const mayStand = (one: WhoNow, isOpen: boolean) => isOpen || isPromise(one)

/** Promises are capped; who waits for an answer or a call is shown whatever else there is. */
function capPromises(people: readonly WhoNow[], most: number): WhoNow[] {
  let count = 0
  return people.filter((one) => {
    const isCapped = one.owed.length > 0 && one.owed.every(({ kind }) => kind === 'promise')
    if (isCapped) count += 1
    return !isCapped || count <= most
  })
}

/** Whose turn comes first after today, and when; null when nobody's turn comes by itself. */
function findNextTurn(
  people: readonly WhoNow[],
  seen: ReadonlyMap<number, boolean>,
): { on: string; people: WhoNow[] } | null {
  const resting = people.filter(
    (one) => one.group === 'rest' && one.turnOn !== null && one.turnOn > one.evidence.today,
  )
  const first = resting.find((one) => !seen.has(one.evidence.personId)) ?? resting[0]
  if (!first) return null
  const on = first.turnOn!
  return { on, people: resting.filter((one) => one.turnOn === on).slice(0, namedNext) }
}

async function makeRows(
  db: Reader,
  shown: WhoNow[],
  names: Map<number, { name: string; firm: string }>,
): Promise<TodayRow[]> {
  const facts = await readChannelFacts(
    db,
    shown.map(({ evidence }) => evidence.personId),
  )
  const inquiries = await readInquiryIds(
    db,
    shown.flatMap(({ evidence, owed }) =>
      owed.some((one) => one.kind === 'inquiry') ? evidence.personId : [],
    ),
  )
  return shown.map((one) => {
    const { evidence } = one
    const { name, firm } = names.get(evidence.personId)!
    const dueSteps = evidence.steps.filter((step) => step.dueOn <= evidence.today && !isRetry(step))
    const ways = facts.get(evidence.personId)!
    // What is owed goes the way they prefer.
    const way = one.group === 'owed' ? null : suggestWay(evidence, listWays(ways))
    return {
      personId: evidence.personId,
      name,
      firm,
      group: one.group === 'rest' ? 'turn' : one.group,
      reasons: listReasons(one),
      whyNow: evidence.whyNow,
      state: describeState(evidence),
      way: way?.message ?? null,
      promised: isPromise(one),
      inquiryId: inquiries.get(evidence.personId) ?? null,
      onFocusList: evidence.joinedOn !== null,
      pinned: evidence.pinned,
      channel: chooseChannel(way?.channel ? { ...ways, bestChannel: way.channel } : ways),
      at: findTime(evidence),
      dueSteps: dueSteps.map(({ id, what, dueOn, promised }) => ({ id, what, dueOn, promised })),
    }
  })
}

/** The latest inquiry of each of these people. */
async function readInquiryIds(db: Reader, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await selectInquirers(db)
    .select('t.id')
    .where('t.person_id', 'in', ids)
    .orderBy('t.happened_on')
    .orderBy('t.id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.id]))
}

/** The earliest time of day of what is due today; a time on a day that is past says nothing any more. */
function findTime({ steps, today }: Evidence): string | null {
  const times = steps.flatMap((step) => (step.dueOn === today && step.dueTime ? step.dueTime : []))
  return times.sort()[0] ?? null
}

interface DuePerson {
  personId: number
  /** Whether something due to them was promised. */
  promised: boolean
}

/** Everyone with a step due by a day: those promised something first, then the earliest. */
async function listDuePeople(db: Reader, until: string): Promise<DuePerson[]> {
  const rows = await selectOpenSteps(db)
    .where('n.due_on', '<=', until)
    .select(({ fn }) => ['n.person_id', fn.max<0 | 1>('n.promised').as('promised')])
    .groupBy('n.person_id')
    .orderBy('promised', 'desc')
    .orderBy(({ fn }) => fn.min('n.due_on'))
    .orderBy('n.person_id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, promised: row.promised === 1 }))
}

/** People off the list: the first of those with a step due, and who waits for an answer or a call. */
async function readOthers(
  db: Reader,
  on: string,
  { due, focus, most }: { due: DuePerson[]; focus: Evidence[]; most: number },
): Promise<Evidence[]> {
  const onList = new Set(focus.map((evidence) => evidence.personId))
  const isOther = (id: number) => !onList.has(id)
  const waiting = await listWaiting(db, on, most)
  const stepped = due.map((one) => one.personId).filter(isOther)
  const ids = new Set([...stepped.slice(0, most), ...waiting.filter(isOther)])
  return readEvidence(db, [...ids], on)
}

/** Whom we reached (true) or only tried (false) today; what came from them takes none of the day's hours. */
export async function readSeen(db: Reader, on: string): Promise<Map<number, boolean>> {
  const rows = await db
    .selectFrom('touches')
    .select(['person_id', 'how'])
    .where('happened_on', '=', on)
    .where('direction', '=', 'out')
    .where('to_many', '=', 0)
    .execute()
  const seen = new Map<number, boolean>()
  for (const { person_id: id, how } of rows) seen.set(id, seen.get(id) || how !== 'no answer')
  return seen
}

/** How many errands have their day behind them. */
export async function countOverdueSteps(db: Reader, today: string): Promise<number> {
  const { steps } = await selectErrands(db)
    .where('n.due_on', '<', today)
    .select(({ fn }) => fn.countAll<number>().as('steps'))
    .executeTakeFirstOrThrow()
  return steps
}

async function isAnyoneThere(db: Reader): Promise<boolean> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where(where(isInUse('people')))
    .limit(1)
    .executeTakeFirst()
  return person !== undefined
}
