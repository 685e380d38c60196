// What a sheet's row says of the past: how often we were in touch, and the last touch by day and what came of it.
import type { MessageRef, Name } from '../../shared/errors.ts'
import type { NameIn } from '../../shared/message-key.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { Reader } from '../engine/store.ts'
import { isReachable, where } from '../records/shown-people.ts'

interface LastTouch {
  id: number
  person_id: number
  happened_on: string
  how: 'met' | 'talked' | 'voicemail' | 'message' | 'letter' | 'event' | 'no answer'
  direction: 'out' | 'in'
  outcome: 'quote' | 'bought' | 'lost' | 'park' | 'named a friend' | 'never contact' | null
}

/**
 * "4 times in touch", "Thu 19, named Sam" for each person.
 * @param today the local day it is told on: days of this month go without their month
 */
export async function readSheetHistory(
  db: Reader,
  personIds: number[],
  today: string,
): Promise<Map<number, MessageRef[]>> {
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
    personIds.map((personId): [number, MessageRef[]] => {
      const theirs = byPerson.get(personId) ?? []
      const last = theirs.find((touch) => touch.how !== 'no answer')
      const count: MessageRef = {
        key: 'callSheets.touchesSoFar',
        facts: { count: counts.get(personId) ?? 0 },
      }
      if (last) {
        const what = describeTouch(last, named.get(last.id))
        const told: MessageRef[] = (counts.get(personId) ?? 0) > 0 ? [count] : []
        return [
          personId,
          [...told, { key: 'callSheets.lastTouch', facts: { on: last.happened_on, today, what } }],
        ]
      }
      const tries: MessageRef = { key: 'callSheets.tries', facts: { count: theirs.length } }
      return [personId, theirs.length === 0 ? [] : [tries]]
    }),
  )
}

/** Whom a touch brought: the touch's id to the friend's name. */
async function readNamed(db: Reader, personIds: number[]): Promise<Map<number, Name>> {
  const rows = await db
    .selectFrom('referrals as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['r.touch_id', 'p.name', 'f.name as firm'])
    .where('r.referrer_id', 'in', personIds)
    .where('r.touch_id', 'is not', null)
    .where(where(isReachable('p')))
    .execute()
  return new Map(rows.map((row) => [row.touch_id!, nameFact({ name: row.name, firm: row.firm })]))
}

const outcomeKeys = {
  quote: 'quote',
  bought: 'bought',
  lost: 'lost',
  park: 'park',
  'never contact': 'never',
} as const

function describeTouch({ how, direction, outcome }: LastTouch, named: Name | undefined): MessageRef {
  if (outcome === 'named a friend')
    return named ? { key: 'callSheets.past.namedWho', facts: { name: named } } : past('named')
  if (outcome !== null) return past(outcomeKeys[outcome])
  return past(direction === 'in' ? theirKeys[how] : how === 'no answer' ? 'talked' : how)
}

const past = (name: NameIn<'callSheets.past'>): MessageRef => ({ key: `callSheets.past.${name}` })

/** What they did of themselves. */
const theirKeys = {
  met: 'cameIn',
  event: 'cameIn',
  talked: 'calledUs',
  'no answer': 'calledUs',
  voicemail: 'leftMessage',
  message: 'wrote',
  letter: 'wrote',
} as const satisfies Record<LastTouch['how'], string>
