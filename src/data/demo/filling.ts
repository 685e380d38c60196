// What the writers of the sample shop share: the file, the days, ids by name, and uids that repeat.

import { createHash } from 'node:crypto'
import { addDays, weekdayOf } from '../../shared/rules/days/days.ts'
import type { Writer } from '../engine/store.ts'
import { getSettings } from '../records/settings.ts'
import type { Ago } from './sample-shop.ts'

/** The shop's open days: Monday to Saturday. */
export const openDays = [1, 2, 3, 4, 5, 6]

export interface Filling {
  db: Writer
  country: string
  /** The local day so many days ago. */
  on(ago: Ago): string
  /** The same for what happens in the shop: moved away from today to a day it is open. */
  openOn(ago: Ago): string
  /** An instant of that day, as UTC text. */
  at(day: string): string
  uid(): string
  /** Ids of rows written so far, by kind and name. */
  ids: Map<string, number>
}

/** @param asked the country instead of the shop's own */
export async function startFilling(db: Writer, today: string, asked?: string): Promise<Filling> {
  const country = asked ?? (await getSettings(db)).country
  let uids = 0
  const on = (ago: Ago) => addDays(today, -ago)
  return {
    db,
    country,
    on,
    openOn(ago) {
      let day = on(ago)
      while (ago !== 0 && !openDays.includes(weekdayOf(day))) day = addDays(day, ago > 0 ? -1 : 1)
      return day
    },
    at: (day) => `${day}T15:00:00.000Z`,
    uid: () => makeSampleUid(`${today} ${uids++}`),
    ids: new Map(),
  }
}

/** A UUID version 8 (RFC 9562, section 5.8): made from a name, so that filling twice gives the same. */
function makeSampleUid(name: string): string {
  const hex = createHash('sha256').update(`sample shop ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export async function idOf(insert: { executeTakeFirstOrThrow(): Promise<{ id: number }> }): Promise<number> {
  return (await insert.executeTakeFirstOrThrow()).id
}

/** The id of what was written under that name. */
export function idNamed(ids: Filling['ids'], kind: string, name: string): number {
  const id = ids.get(`${kind} ${name}`)
  if (id === undefined) throw new Error(`the sample shop has no ${kind} "${name}"`)
  return id
}

/** The same where a row may name none. */
export function idNamedOrNull(ids: Filling['ids'], kind: string, name: string | undefined): number | null {
  return name === undefined ? null : idNamed(ids, kind, name)
}
