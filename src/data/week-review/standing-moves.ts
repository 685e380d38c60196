// Who rose or fell in standing in a week: told by the one rule for the days on either side of it, since none is kept.

import type { ClosedDays } from '../../shared/rules/days/closed-days.ts'
import { addDays } from '../../shared/rules/days/days.ts'
import {
  answersToKnow,
  findLapsedDays,
  findStanding,
  type Standing,
} from '../../shared/rules/know-card/standing.ts'
import { prepareOnce } from '../engine/prepare-once.ts'
import { readStandingEvidence } from '../engine/standing.ts'
import type { ReadingSqlite } from '../engine/store.ts'

export interface StandingMove {
  id: number
  before: Standing
  now: Standing
}

/**
 * Everybody for whom evidence came in these days or lapsed in them; only people of whom enough is known by now, since
 * nobody else can have or have had a standing. The week's own rows are read, whatever the size of the file.
 */
const whoMayHaveMoved = `
  SELECT who FROM (
    SELECT person_id AS who FROM touches WHERE happened_on BETWEEN :from AND :to AND how <> 'no answer'
    UNION SELECT person_id FROM touches
      WHERE happened_on BETWEEN :contactsFrom AND :contactsTo AND (direction = 'in' OR how IN ('met', 'talked'))
    UNION SELECT person_id FROM jobs WHERE ordered_on BETWEEN :from AND :to
    UNION SELECT person_id FROM pursuits WHERE closed_on BETWEEN :from AND :to AND closed_as = 'won'
    UNION SELECT person_id FROM feedback
      WHERE coalesce(given_on, asked_on, '') BETWEEN :from AND :to AND score IS NOT NULL
    UNION SELECT referrer_id FROM referrals
      WHERE named_on BETWEEN :from AND :to OR named_on BETWEEN :namesFrom AND :namesTo
    UNION SELECT person_id FROM answers WHERE coalesce(first_answered_on, answered_on) BETWEEN :from AND :to
    UNION SELECT person_id FROM qualification WHERE said_on BETWEEN :from AND :to) AS x
  WHERE (SELECT count(*) FROM answers a WHERE a.person_id = x.who)
    + EXISTS (SELECT 1 FROM place_people g WHERE g.person_id = x.who) >= ${answersToKnow}`

const sliceSize = 500

/**
 * Whose standing at the end of these days is another than on the day before them. Days that are not over end today,
 * with the standing that everybody's page shows.
 */
export function listStandingMoves(
  sqlite: ReadingSqlite,
  { from, to }: { from: string; to: string },
  { today, closed }: { today: string; closed: readonly ClosedDays[] },
): StandingMove[] {
  if (from > today) return []
  const then = addDays(from, -1)
  const isOver = to < today
  const end = isOver ? to : today
  const { contacts, names } = findLapsedDays(then, end, closed)
  const people = prepareOnce(sqlite, whoMayHaveMoved).pluck().all({
    from,
    to,
    contactsFrom: contacts.from,
    contactsTo: contacts.to,
    namesFrom: names.from,
    namesTo: names.to,
  }) as number[]
  const moves: StandingMove[] = []
  for (let start = 0; start < people.length; start += sliceSize) {
    const slice = people.slice(start, start + sliceSize)
    const before = readStandingEvidence(sqlite, slice, then, then)
    const now = readStandingEvidence(sqlite, slice, end, isOver ? to : undefined)
    for (const id of slice) {
      const move = { id, before: tell(before, id), now: tell(now, id) }
      if (move.before !== move.now) moves.push(move)
    }
  }
  return moves
}

const tell = (evidence: ReturnType<typeof readStandingEvidence>, id: number) =>
  findStanding(evidence.get(id)!).standing
