// What a list of people may be narrowed to, as conditions on person_summaries; and what there is to choose from.

import type { CallOutput } from '../../shared/contract/index.ts'
import type { PeopleFilters } from '../../shared/contract/people.ts'
import { addDays, weekdayOf } from '../../shared/rules/days/days.ts'
import type { QueryContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { getSettings } from '../records/settings.ts'

/** A condition on the row `summary` of person_summaries, with the values it names. */
export interface FilterSql {
  where: string
  bound: Record<string, string | number>
}

/** Sources offered; one used less than so many others is typed into the search instead. */
const mostSources = 100

/** Whose last ended pursuit was put off until a day, while they are not on the focus list. */
const putOff = `SELECT u.person_id FROM pursuits u WHERE u.revisit_on IS NOT NULL AND u.closed_on IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM pursuits l WHERE l.person_id = u.person_id
    AND (l.closed_on, l.id) > (u.closed_on, u.id))`

const lastTouchSql = {
  'in 30 days': 'summary.last_touch_on >= :days30',
  'over 30 days': 'summary.last_touch_on < :days30',
  'over 90 days': 'summary.last_touch_on < :days90',
  'over 180 days': 'summary.last_touch_on < :days180',
  never: 'summary.last_touch_on IS NULL',
} as const

const nextStepSql = {
  none: 'summary.next_step_on IS NULL',
  overdue: 'summary.next_step_on < :today',
  'this week': 'summary.next_step_on BETWEEN :today AND :weekEnd',
  later: 'summary.next_step_on > :weekEnd',
} as const

const parkedSql = {
  parked: `summary.on_focus_list = 0 AND summary.person_id IN (${putOff})`,
  'back in 30 days': `summary.on_focus_list = 0 AND summary.person_id IN (${putOff} AND u.revisit_on <= :ahead30)`,
} as const

/** @returns null when nothing is filtered */
export async function makeFilterSql(
  db: Reader,
  filters: PeopleFilters,
  today: string,
): Promise<FilterSql | null> {
  const { standing, source, placeId, firmId, lastTouch, nextStep, parked } = filters
  const conditions = [
    // The rare ones first: they spare the others most of the rows.
    firmId !== undefined && 'summary.person_id IN (SELECT id FROM people WHERE firm_id = :firmId)',
    placeId !== undefined &&
      'summary.person_id IN (SELECT person_id FROM place_people WHERE place_id = :placeId)',
    parked !== undefined && parkedSql[parked],
    nextStep !== undefined && nextStepSql[nextStep],
    standing !== undefined && 'summary.standing = :standing',
    // Said again, so that the index of those with a standing is used.
    standing !== undefined && standing !== '' && "summary.standing <> ''",
    lastTouch !== undefined && lastTouchSql[lastTouch],
    source !== undefined &&
      'summary.person_id IN (SELECT id FROM people INDEXED BY people_by_source WHERE source = :source AND deleted_at IS NULL)',
  ].filter((condition) => condition !== false)
  if (conditions.length === 0) return null
  const where = conditions.join(' AND ')
  const { firstDayOfWeek } = await getSettings(db)
  const values: FilterSql['bound'] = {
    today,
    weekEnd: findWeekEnd(today, firstDayOfWeek),
    days30: addDays(today, -30),
    days90: addDays(today, -90),
    days180: addDays(today, -180),
    ahead30: addDays(today, 30),
    ...(standing === undefined ? {} : { standing }),
    ...(source === undefined ? {} : { source }),
    ...(placeId === undefined ? {} : { placeId }),
    ...(firmId === undefined ? {} : { firmId }),
  }
  return { where, bound: values }
}

/** The last day of the week that `today` is in. */
function findWeekEnd(today: string, firstDayOfWeek: number): string {
  return addDays(today, (firstDayOfWeek + 6 - weekdayOf(today)) % 7)
}

/** The sources in the file, those of most people first, and the places by name. */
export function listFilterChoices(
  _db: Reader,
  _input: unknown,
  { sqlite }: QueryContext,
): CallOutput<'people.filterChoices'> {
  const sources = sqlite
    .prepare(
      `SELECT source FROM people WHERE deleted_at IS NULL AND source <> ''
       GROUP BY source ORDER BY count(*) DESC, source LIMIT ${mostSources}`,
    )
    .pluck()
    .all() as string[]
  const places = sqlite
    .prepare('SELECT id, name FROM places WHERE deleted_at IS NULL ORDER BY sort_name, id')
    .all() as CallOutput<'people.filterChoices'>['places']
  return { sources, places }
}
