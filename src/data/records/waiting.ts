// Who waits for us without being on the list: an inquiry not answered yet, a friend who expects our call.
import { sql } from 'kysely'
import { addDays } from '../../shared/rules/days/days.ts'
import { inquiryDays } from '../../shared/rules/focus-list/owed.ts'
import type { Reader } from '../engine/store.ts'
import { isReachable, where } from './shown-people.ts'

/** Messages of one person in a month, at a guess: who waits is found among so many times as many. */
const mostOfOne = 4

/**
 * People who may wait for us, on the list or not; their evidence says whether they do.
 * @param most as many of each kind, the longest waiting first
 */
export async function listWaiting(db: Reader, today: string, most: number): Promise<number[]> {
  const inquirers = await selectInquirers(db)
    .where('t.happened_on', '>=', addDays(today, -inquiryDays))
    // Not grouped: for that every touch of everybody would be read in the order of people.
    .orderBy('t.happened_on')
    .orderBy('t.person_id')
    .limit(most * mostOfOne)
    .execute()
  const friends = await db
    .selectFrom('referrals as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .select('r.person_id')
    .where('r.first_contact_on', 'is', null)
    .where((either) => either.or([either('r.agreed', '=', 1), either('r.introduced', '=', 1)]))
    .where(where(isReachable('p')))
    .orderBy('r.named_on')
    .orderBy('r.id')
    .limit(most)
    .execute()
  return [...new Set([...inquirers, ...friends].map((row) => row.person_id!))]
}

/** People with a message, letter or missed call that nothing of ours has followed. */
export function selectInquirers(db: Reader) {
  return (
    db
      .selectFrom('touches as t')
      // A cross join keeps this order: few inquiries are open, many people are there.
      .crossJoin('people as p')
      .whereRef('p.id', '=', 't.person_id')
      .select('t.person_id')
      // As the index on inquiries says it, in its own words: a bound value would not find it.
      .where(
        sql<boolean>`t.direction = 'in' AND t.how IN ('voicemail', 'message', 'letter', 'no answer') AND t.settled_on IS NULL`,
      )
      // A refusal wants no answer.
      .where((either) =>
        either.or([
          either('t.outcome', 'is', null),
          either('t.outcome', 'not in', ['lost', 'park', 'never contact']),
        ]),
      )
      .where(where(isReachable('p')))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('touches as u')
              .select('u.id')
              .whereRef('u.person_id', '=', 't.person_id')
              .whereRef('u.happened_on', '>=', 't.happened_on')
              .whereRef('u.id', '<>', 't.id')
              .where('u.direction', '=', 'out')
              .where('u.how', '<>', 'no answer')
              .where('u.to_many', '=', 0)
              .where(({ or, and, eb, ref }) =>
                or([
                  eb('u.happened_on', '>', ref('t.happened_on')),
                  and([eb('u.happened_on', '=', ref('t.happened_on')), eb('u.id', '>', ref('t.id'))]),
                ]),
              ),
          ),
        ),
      )
  )
}
