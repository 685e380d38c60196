// Who to see today: promises due and the focus list, ranked, as many as the day's call hours hold.
import type { TodayRow } from '../shared/contract/focus-list.ts'
import type { ParsedInput } from '../shared/contract/index.ts'
import { personName } from '../shared/messages/person-name.ts'
import { findDayCapacity } from '../shared/rules/capacity.ts'
import { weekdayOf } from '../shared/rules/days.ts'
import { rankPeople } from '../shared/rules/rank-people.ts'
import { type Evidence, isDue } from '../shared/rules/reasons.ts'
import { readTouchLength } from './capacity.ts'
import { readDoors } from './doors.ts'
import { readEvidence, readFocusEvidence } from './evidence.ts'
import { readNames } from './focus-list.ts'
import { countDuePeople, listDueSteps } from './next-steps.ts'
import type { Reader } from './open-database.ts'
import type { QueryContext } from './run-call.ts'
import { getSettings } from './settings.ts'

const namedWaiting = 2
/** Steps off the focus list read beyond what the day holds; who waits behind them is counted, not read. */
const spareSteps = 50

/** Reads the focus list and those with a step due, and nobody else. */
export async function getToday(
  db: Reader,
  input: ParsedInput<'focusList.today'>,
  { clock }: Pick<QueryContext, 'clock'>,
) {
  const on = clock.today()
  const { callHoursPerDay, openDays } = await getSettings(db)
  const focus = await readFocusEvidence(db, on)
  const seen = await readSeen(db, on)
  const hours = openDays.includes(weekdayOf(on)) ? callHoursPerDay : 0
  const capacity = findDayCapacity(hours, (await readTouchLength(db)).minutes)
  const fits = Math.max(0, capacity - seen.size) + input.more
  const others = await readDueOthers(db, on, focus, fits + spareSteps)
  const wanted = rankPeople([...focus, ...others]).filter(
    ({ evidence, reason }) => isDue(reason) && evidence.lastAttemptOn !== on && !seen.has(evidence.personId),
  )
  // Promises come before everything here, even before pins.
  wanted.sort((a, b) => Number(b.reason.kind === 'promise') - Number(a.reason.kind === 'promise'))
  const shown = wanted.slice(0, fits)
  const waiting = wanted.slice(fits)
  const known = [...focus, ...others].map((evidence) => evidence.personId)
  const unread = await countDuePeople(db, on, [...known, ...seen])
  const doors = await readDoors(
    db,
    shown.map(({ evidence }) => evidence.personId),
  )
  const names = await readNames(
    db,
    wanted.slice(0, fits + namedWaiting).map(({ evidence }) => evidence.personId),
  )
  return {
    on,
    capacity,
    hours,
    seen: seen.size,
    rows: shown.map(({ evidence, reason }): TodayRow => {
      const { name, firm } = names.get(evidence.personId)!
      return {
        personId: evidence.personId,
        name,
        firm,
        reason: reason.message,
        promised: reason.kind === 'promise',
        onFocusList: evidence.joinedOn !== null,
        pinned: evidence.pinned,
        door: doors.get(evidence.personId) ?? null,
        dueSteps: evidence.steps.filter((step) => step.dueOn <= on),
      }
    }),
    waiting: {
      names: waiting.slice(0, namedWaiting).map(({ evidence }) => personName(names.get(evidence.personId)!)),
      count: waiting.length + unread,
    },
    onFocusList: focus.length,
    anyone: await isAnyoneThere(db),
  }
}

/** People off the list with a step due: the earliest promises. */
async function readDueOthers(
  db: Reader,
  on: string,
  focus: Evidence[],
  mostSteps: number,
): Promise<Evidence[]> {
  const onList = new Set(focus.map((evidence) => evidence.personId))
  const due = await listDueSteps(db, { until: on, limit: mostSteps + focus.length })
  const ids = new Set(due.map((step) => step.personId).filter((id) => !onList.has(id)))
  return readEvidence(db, [...ids], on)
}

/** Whom we reached or tried today; what came from them takes none of the day's hours. */
async function readSeen(db: Reader, on: string): Promise<Set<number>> {
  const rows = await db
    .selectFrom('touches')
    .select('person_id')
    .distinct()
    .where('happened_on', '=', on)
    .where('direction', '=', 'out')
    .where('to_many', '=', 0)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

async function isAnyoneThere(db: Reader): Promise<boolean> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return person !== undefined
}
