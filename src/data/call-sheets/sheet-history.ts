// What a sheet's row says of the past: how many of the goal, and the last touch by day and what came of it.

import { formatDate } from '../../shared/messages/format.ts'
import { personName } from '../../shared/messages/person-name.ts'
import { t } from '../../shared/messages/translate.ts'
import type { Reader } from '../engine/store.ts'

interface LastTouch {
  id: number
  person_id: number
  happened_on: string
  how: 'met' | 'talked' | 'voicemail' | 'message' | 'letter' | 'event' | 'no answer'
  direction: 'out' | 'in'
  outcome: 'quote' | 'bought' | 'lost' | 'park' | 'named a friend' | 'never contact' | null
}

/**
 * "4 of 12 · Thu 19, named Sam" for each person.
 * @param goal touches the ring counts to
 * @param today the local day it is told on: days of this month go without their month
 */
export async function readSheetHistory(
  db: Reader,
  personIds: number[],
  goal: number,
  today: string,
): Promise<Map<number, string>> {
  if (personIds.length === 0) return new Map()
  const summaries = await db
    .selectFrom('person_summaries')
    .select(['person_id', 'touches'])
    .where('person_id', 'in', personIds)
    .execute()
  const touches: LastTouch[] = await db
    .selectFrom('touches')
    .select(['id', 'person_id', 'happened_on', 'how', 'direction', 'outcome'])
    .where('person_id', 'in', personIds)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const byPerson = Map.groupBy(touches, (touch) => touch.person_id)
  const counts = new Map(summaries.map((summary) => [summary.person_id, summary.touches]))
  const named = await readNamed(db, personIds)
  return new Map(
    personIds.map((personId) => {
      const own = byPerson.get(personId) ?? []
      const last = own.find((touch) => touch.how !== 'no answer')
      const count = t('callSheets.touchesOfGoal', { touches: counts.get(personId) ?? 0, goal })
      if (last) {
        const what = sayTouch(last, named.get(last.id))
        return [personId, `${count} · ${sayDay(last.happened_on, today)}, ${what}`]
      }
      const tries = own.length === 0 ? '' : ` · ${t('callSheets.tries', { count: own.length })}`
      return [personId, `${count}${tries}`]
    }),
  )
}

/** Whom a touch brought: the touch's id to the friend's name. */
async function readNamed(db: Reader, personIds: number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('referrals as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['r.touch_id', 'p.name', 'f.name as firm'])
    .where('r.referrer_id', 'in', personIds)
    .where('r.touch_id', 'is not', null)
    .where('p.deleted_at', 'is', null)
    .where('p.is_private', '=', 0)
    .where('p.never_contact_on', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.touch_id!, personName({ name: row.name, firm: row.firm ?? '' })]))
}

function sayDay(on: string, today: string): string {
  if (on.slice(0, 7) === today.slice(0, 7)) return formatDate(on, 'short')
  return formatDate(on, on.slice(0, 4) === today.slice(0, 4) ? 'medium' : 'full')
}

const outcomeKeys = {
  quote: 'quote',
  bought: 'bought',
  lost: 'lost',
  park: 'park',
  'never contact': 'never',
} as const

function sayTouch({ how, direction, outcome }: LastTouch, named: string | undefined): string {
  if (outcome === 'named a friend')
    return named ? t('callSheets.past.namedWho', { name: named }) : t('callSheets.past.named')
  if (outcome !== null) return t(`callSheets.past.${outcomeKeys[outcome]}`)
  if (direction === 'in') {
    switch (how) {
      case 'met':
      case 'event':
        return t('callSheets.past.cameIn')
      case 'talked':
      case 'no answer':
        return t('callSheets.past.calledUs')
      case 'voicemail':
        return t('callSheets.past.leftMessage')
      case 'message':
      case 'letter':
        return t('callSheets.past.wrote')
    }
  }
  return t(`callSheets.past.${how === 'no answer' ? 'talked' : how}`)
}
