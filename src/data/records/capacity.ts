// How many the owner can look after, from the hours in the settings and the touches that were timed.

import type { CallOutput } from '../../shared/contract/index.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { findCapacity, findTouchLength, type TouchLength } from '../../shared/rules/focus-list/capacity.ts'
import type { Reader } from '../engine/store.ts'
import { getSettings } from './settings.ts'

/** The newest touches the usual length of one is measured on, timed or not: reading more would cost and say no more. */
const newestTouches = 500

/** What a touch takes in this shop: by the newest ones to one person, as far as they were timed; an attempt is none. */
export async function readTouchLength(db: Reader): Promise<TouchLength> {
  const rows = await db
    .selectFrom('touches')
    .select(['how', 'minutes', 'to_many'])
    .orderBy('happened_on', 'desc')
    .limit(newestTouches)
    .execute()
  const touches = rows.filter((row) => row.how !== 'no answer' && row.to_many === 0)
  return findTouchLength(touches.flatMap(({ minutes }) => (minutes === null || minutes === 0 ? [] : minutes)))
}

/** The cap of the focus list: the owner's own number, or what the hours hold, with the arithmetic. */
export async function readCapacity(
  db: Reader,
  settings?: Settings,
): Promise<CallOutput<'focusList.capacity'>> {
  const { focusCap, callHoursPerDay, openDays } = settings ?? (await getSettings(db))
  const { people, words, sum } = findCapacity(callHoursPerDay * openDays.length, await readTouchLength(db))
  return { cap: focusCap ?? people, own: focusCap, workedOut: people, words, sum }
}
