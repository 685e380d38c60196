// Who to see today: promises due and the focus list, ranked, as many as the day's call hours hold.

import type { ParsedInput } from '../../shared/contract/index.ts'
import type { TodayRow } from '../../shared/contract/today.ts'
import { findNextOpenDay, isClosedOn, isOpenOn } from '../../shared/rules/days/closed-days.ts'
import { addDays } from '../../shared/rules/days/days.ts'
import { findDayCapacity } from '../../shared/rules/focus-list/capacity.ts'
import { type Ranked, rankPeople } from '../../shared/rules/focus-list/rank-people.ts'
import { type Evidence, isDue } from '../../shared/rules/focus-list/reasons.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { QueryContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { readNames } from '../focus-list/focus-list.ts'
import { readTouchLength } from '../records/capacity.ts'
import { readChannels } from '../records/channels.ts'
import { readShopDays } from '../records/closed-periods.ts'
import { readEvidence, readFocusEvidence } from '../records/evidence.ts'
import { listDueSteps, selectOpenSteps } from '../records/next-steps.ts'
import { getSettings } from '../records/settings.ts'
import { isInUse, where } from '../records/shown-people.ts'

const namedWaiting = 2
/** People off the focus list read beyond what the day holds; who waits behind them is counted, not read. */
const sparePeople = 50
/** How far the list of what comes looks ahead, and how much of it is shown. */
const daysAhead = 7
const mostComing = 8

/** Reads the focus list and those with a step due, and nobody else. */
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
  const capacity = findDayCapacity(hours, (await readTouchLength(db)).minutes)
  const seen = await readSeen(db, on)
  const fits = Math.max(0, capacity - seen.size) + input.more
  const focus = await readFocusEvidence(db, on)
  const due = await listDuePeople(db, on)
  const others = await readOthers(db, on, { due, focus, most: fits + sparePeople })
  const wanted = rankToday([...focus, ...others], isOpen).filter(
    ({ evidence }) => !seen.has(evidence.personId),
  )
  const read = new Set([...focus, ...others].map((evidence) => evidence.personId))
  const unread = due.filter(
    (one) => !read.has(one.personId) && !seen.has(one.personId) && (isOpen || one.promised),
  )
  const waiting = wanted.slice(fits)
  const names = await readNames(
    db,
    wanted.slice(0, fits + namedWaiting).map(({ evidence }) => evidence.personId),
  )
  const tried = [...seen.values()].filter((reached) => !reached).length
  const period = shop.closed.find((one) => isClosedOn(on, [one]))
  return {
    on,
    capacity,
    hours,
    closed: isOpen ? null : { what: period?.what ?? '' },
    nextOpenOn: findNextOpenDay(on, shop),
    seen: { reached: seen.size - tried, tried },
    rows: await makeRows(db, wanted.slice(0, fits), names),
    waiting: {
      names: waiting.slice(0, namedWaiting).map(({ evidence }) => nameFact(names.get(evidence.personId)!)),
      count: waiting.length + unread.length,
      promises: waiting.filter(isPromise).length + unread.filter((one) => one.promised).length,
    },
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

function isPromise({ reason }: Ranked): boolean {
  return reason.kind === 'promise'
}

/** Those with a reason, promises before everything else, even before pins; on a closed day promises alone. */
function rankToday(evidence: Evidence[], isOpen: boolean): Ranked[] {
  return rankPeople(evidence)
    .filter((one) => (isOpen ? isDue(one.reason) : isPromise(one)))
    .sort((a, b) => Number(isPromise(b)) - Number(isPromise(a)))
}

async function makeRows(
  db: Reader,
  shown: Ranked[],
  names: Map<number, { name: string; firm: string }>,
): Promise<TodayRow[]> {
  const channels = await readChannels(
    db,
    shown.map(({ evidence }) => evidence.personId),
  )
  return shown.map(({ evidence, reason }) => {
    const { name, firm } = names.get(evidence.personId)!
    const dueSteps = evidence.steps.filter((step) => step.dueOn <= evidence.today)
    return {
      personId: evidence.personId,
      name,
      firm,
      reason: reason.message,
      promised: reason.kind === 'promise',
      onFocusList: evidence.joinedOn !== null,
      pinned: evidence.pinned,
      channel: channels.get(evidence.personId) ?? null,
      at: findTime(evidence),
      dueSteps: dueSteps.map(({ id, what, dueOn, promised }) => ({ id, what, dueOn, promised })),
    }
  })
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

/** People off the list with a step due: the first of them. */
async function readOthers(
  db: Reader,
  on: string,
  { due, focus, most }: { due: DuePerson[]; focus: Evidence[]; most: number },
): Promise<Evidence[]> {
  const onList = new Set(focus.map((evidence) => evidence.personId))
  const ids = due.map((one) => one.personId).filter((id) => !onList.has(id))
  return readEvidence(db, ids.slice(0, most), on)
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

/** How many open next steps have their day behind them. */
export async function countOverdueSteps(db: Reader, today: string): Promise<number> {
  const { steps } = await selectOpenSteps(db)
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
