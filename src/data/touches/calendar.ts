// Open next steps as a calendar file (iCalendar) for the owner's own calendar program; nothing comes back from there.

import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import ICAL, { type JcardComponent, type JcardProperty } from 'ical.js'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { type CalendarStep, mostCalendarSteps } from '../../shared/contract/touches.ts'
import { AppError } from '../../shared/errors.ts'
import { addDays } from '../../shared/rules/days/days.ts'
import type { QueryContext, TaskContext } from '../engine/contexts.ts'
import { syncFile } from '../engine/durable-files.ts'
import type { Reader } from '../engine/store.ts'
import { refuseDamagedContacts, refuseDamagedRows } from '../records/refuse-damaged.ts'
import { isReachable, where } from '../records/shown-people.ts'

type TitledStep = ParsedInput<'touches.saveCalendar'>['steps'][number]

// A line holds 75 bytes (RFC 5545, section 3.1); the library does not count the space that begins a folded one.
ICAL.foldLength = 74

/** A return sign that comes through ends the line for some programs, and what follows would be read as a field. */
const onOneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/**
 * The calendar, CRLF line ends. A step without a time is an all-day entry that blocks nothing; a time is written
 * without a zone, so that it stays that time wherever the laptop goes.
 * @param now the instant as UTC ISO text
 */
export function writeCalendar(steps: readonly TitledStep[], now: string): string {
  const stamp = `${now.slice(0, 19)}Z`
  const events = steps.map((step): JcardComponent => {
    const properties: JcardProperty[] = [
      ['uid', {}, 'text', `${step.uid}@regulars`],
      ['dtstamp', {}, 'date-time', stamp],
      ['summary', {}, 'text', onOneLine(step.title)],
    ]
    if (step.dueTime === null) {
      properties.push(['dtstart', {}, 'date', step.dueOn], ['dtend', {}, 'date', addDays(step.dueOn, 1)])
      properties.push(['transp', {}, 'text', 'TRANSPARENT'])
    } else {
      properties.push(['dtstart', {}, 'date-time', `${step.dueOn}T${step.dueTime.slice(0, 5)}:00`])
      properties.push(['duration', {}, 'duration', 'PT30M'])
    }
    if (step.phone !== '') properties.push(['description', {}, 'text', onOneLine(step.phone)])
    return ['vevent', properties, []]
  })
  const head: JcardProperty[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//Regulars//EN'],
  ]
  return `${ICAL.stringify.component(['vcalendar', head, events])}\r\n`
}

/** Open next steps, earliest first; nobody private, binned or not to be contacted. */
export async function listCalendarSteps(
  db: Reader,
  { personId }: ParsedInput<'touches.calendarSteps'>,
  { sqlite }: Pick<QueryContext, 'sqlite'>,
): Promise<CalendarStep[]> {
  let query = db
    .selectFrom('next_steps as n')
    .innerJoin('people as p', 'p.id', 'n.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select([
      'n.id',
      'n.person_id as personId',
      'n.uid',
      'n.what',
      'n.due_on as dueOn',
      'n.due_time as dueTime',
      'p.name',
      'f.name as firm',
    ])
    .select((build) =>
      build
        .selectFrom('contact_points as c')
        .select('c.value')
        .whereRef('c.person_id', '=', 'p.id')
        .where('c.kind', '=', 'phone')
        .orderBy('c.position')
        .limit(1)
        .as('phone'),
    )
    .where('n.done_on', 'is', null)
    .where('n.dropped_on', 'is', null)
    .where(where(isReachable('p')))
    .orderBy('n.due_on')
    .orderBy('n.id')
    .limit(mostCalendarSteps)
  if (personId !== null) query = query.where('n.person_id', '=', personId)
  const rows = await query.execute()
  refuseDamagedRows(
    sqlite,
    'next_steps',
    rows.map((row) => row.id),
  )
  refuseDamagedContacts(sqlite, [...new Set(rows.map((row) => row.personId))])
  return rows.map(({ id: _, personId: __, ...row }) => ({
    ...row,
    firm: row.firm ?? '',
    phone: row.phone ?? '',
  }))
}

/**
 * Writes steps to a file the owner chose.
 * @throws AppError export-target-unusable
 */
export async function saveCalendar(
  db: Reader,
  { target, steps: asked }: ParsedInput<'touches.saveCalendar'>,
  context: TaskContext,
): Promise<CallOutput<'touches.saveCalendar'>> {
  const file = context.pathOf(target)
  const steps = await keepReachable(db, asked)
  try {
    writeFileSync(file, writeCalendar(steps, context.clock.now()))
    syncFile(file)
  } catch (error) {
    throw new AppError('export-target-unusable', { folder: file }, { cause: error })
  }
  return { steps: steps.length, file: basename(file) }
}

/** Asked again as it is written: somebody may have been marked since the steps were read. */
async function keepReachable<Step extends { uid: string }>(
  db: Reader,
  steps: readonly Step[],
): Promise<Step[]> {
  const rows = await db
    .selectFrom('next_steps as n')
    .innerJoin('people as p', 'p.id', 'n.person_id')
    .select('n.uid')
    .where(
      'n.uid',
      'in',
      steps.map(({ uid }) => uid),
    )
    .where(where(isReachable('p')))
    .execute()
  const there = new Set(rows.map(({ uid }) => uid))
  return steps.filter(({ uid }) => there.has(uid))
}
