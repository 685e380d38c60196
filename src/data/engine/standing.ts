// Standing as it is kept: read from what happened, written with it, and told anew on each day's first opening.

import { type DecisiveQuestion, decisiveQuestions } from '../../shared/rules/know-card/know-card.ts'
import {
  answersToKnow,
  findStanding,
  type NamedFriend,
  type StandingEvidence,
} from '../../shared/rules/know-card/standing.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import { isGive } from './gives-and-asks.ts'
import { prepareOnce } from './prepare-once.ts'
import type { ReadingSqlite, Sqlite } from './store.ts'

const sliceSize = 500
const among = 'IN (SELECT value FROM json_each(:ids))'

/** Later than any day: everything counts. */
const everything = '9999-12-31'
/** Rewording an answer is no new one. */
const firstAnswered = 'coalesce(first_answered_on, answered_on)'
const scoredOn = "coalesce(given_on, asked_on, '')"

/**
 * What standing looks at, for each of these people.
 * Of a past day it is the evidence dated up to that one, as it is known by now: a touch logged late counts from the
 * day it happened, one deleted since never. No date says since when somebody goes to a place or the shop was closed,
 * so these count as if always; and of "worth our time?" only the present answer is kept, with its day.
 * @param today the local day it is told for
 * @param through the last day whose evidence counts; without it all does
 */
export function readStandingEvidence(
  sqlite: ReadingSqlite,
  personIds: readonly number[],
  today: string,
  through = everything,
): Map<number, StandingEvidence> {
  const ids = JSON.stringify(personIds)
  const read = <Row>(sql: string) => prepareOnce(sqlite, sql).all({ ids, through }) as Row[]
  const closed = prepareOnce(sqlite, 'SELECT from_on AS "from", to_on AS "to" FROM closed_periods').all()
  const evidence = new Map<number, StandingEvidence>(
    personIds.map((id) => [
      id,
      {
        today,
        closed: closed as StandingEvidence['closed'],
        answers: 0,
        yes: [],
        gave: false,
        lastContactOn: null,
        bought: false,
        score: null,
        names: [],
      },
    ]),
  )
  const add = (id: number, part: Partial<StandingEvidence>) => Object.assign(evidence.get(id)!, part)

  for (const { id, answers } of countAnswers(sqlite, 1, { personIds, through })) add(id, { answers })
  const yes = read<{ id: number; question: DecisiveQuestion }>(
    `SELECT person_id AS id, question FROM qualification
     WHERE person_id ${among} AND answer = 'yes' AND said_on <= :through
       AND question IN (${decisiveQuestions.map((one) => `'${one}'`).join(', ')})`,
  )
  for (const [id, rows] of Map.groupBy(yes, (row) => row.id))
    add(id, { yes: rows.map((row) => row.question) })
  for (const { id, gave, lastContactOn, bought } of read<{
    id: number
    gave: number
    lastContactOn: string | null
    bought: number
  }>(
    `SELECT person_id AS id, max(${isGive()}) AS gave, max(outcome IS 'bought') AS bought,
       max(CASE WHEN direction = 'in' OR how IN ('met', 'talked') THEN happened_on END) AS lastContactOn
     FROM touches WHERE person_id ${among} AND happened_on <= :through AND how <> 'no answer' GROUP BY person_id`,
  ))
    add(id, { gave: gave === 1, lastContactOn, bought: bought === 1 })
  for (const { id } of [
    ...read<{ id: number }>(
      `SELECT person_id AS id FROM jobs WHERE person_id ${among} AND ordered_on <= :through`,
    ),
    ...read<{ id: number }>(
      `SELECT person_id AS id FROM pursuits WHERE person_id ${among} AND closed_as = 'won' AND closed_on <= :through`,
    ),
  ])
    add(id, { bought: true })
  for (const { id, score } of read<{ id: number; score: number }>(
    `SELECT person_id AS id, score FROM feedback WHERE person_id ${among} AND score IS NOT NULL AND ${scoredOn} <= :through
     ORDER BY ${scoredOn}, id`,
  ))
    add(id, { score })
  for (const [id, names] of readNames(sqlite, ids, through)) add(id, { names })
  return evidence
}

/** Whom they named, the latest last; who is private or in the bin stays unnamed, and the name given stays given. */
function readNames(sqlite: ReadingSqlite, ids: string, through: string): Map<number, NamedFriend[]> {
  const rows = prepareOnce(
    sqlite,
    `SELECT r.referrer_id AS id, r.named_on AS "on", r.person_id AS personId, p.name AS name,
       coalesce(f.name, '') AS firm, p.is_private = 1 OR p.deleted_at IS NOT NULL AS isHidden
     FROM referrals r LEFT JOIN people p ON p.id = r.person_id LEFT JOIN firms f ON f.id = p.firm_id
     WHERE r.referrer_id ${among} AND r.named_on <= :through ORDER BY r.named_on, r.id`,
  ).all({ ids, through }) as {
    id: number
    on: string
    personId: number | null
    name: string | null
    firm: string
    isHidden: number | null
  }[]
  const friends = Map.groupBy(rows, (row) => row.id)
  return new Map(
    [...friends].map(([id, named]) => [
      id,
      named.map(({ on, personId, name, firm, isHidden }) => ({
        on,
        personId,
        name: name === null || isHidden ? '' : nameFact({ name, firm }),
      })),
    ]),
  )
}

/** People of whom enough is known for a standing: of all, or of these. */
function listKnown(sqlite: ReadingSqlite, personIds?: readonly number[]): number[] {
  return countAnswers(sqlite, answersToKnow, { personIds }).map(({ id }) => id)
}

/** Questions of the Know card with an answer; a place they go to answers where they spend time. */
function countAnswers(
  sqlite: ReadingSqlite,
  atLeast: number,
  { personIds, through = everything }: { personIds?: readonly number[] | undefined; through?: string },
): { id: number; answers: number }[] {
  const only = personIds === undefined ? '' : 'person_id IN (SELECT value FROM json_each(:ids)) AND'
  const statement = prepareOnce(
    sqlite,
    `SELECT person_id AS id, count(*) AS answers FROM (
       SELECT person_id, question FROM answers WHERE ${only} (words <> '' OR window_from IS NOT NULL)
         AND ${firstAnswered} <= :through
       UNION SELECT g.person_id, 'where' FROM place_people g JOIN places l ON l.id = g.place_id
       WHERE ${only} l.deleted_at IS NULL) AS answered
     GROUP BY person_id HAVING count(*) >= :atLeast`,
  )
  const ids = personIds === undefined ? {} : { ids: JSON.stringify(personIds) }
  return statement.all({ ...ids, atLeast, through }) as { id: number; answers: number }[]
}

/** Each standing by the one rule, told for this day. */
function* tellStandings(sqlite: ReadingSqlite, personIds: readonly number[], today: string) {
  for (let start = 0; start < personIds.length; start += sliceSize) {
    const slice = personIds.slice(start, start + sliceSize)
    for (const [id, evidence] of readStandingEvidence(sqlite, slice, today)) {
      yield { id, standing: findStanding(evidence).standing }
    }
  }
}

/** Writes the standing of some people into their summaries; who has too few answers is read no further. */
export function refreshStandings(sqlite: Sqlite, personIds: readonly number[], today: string): void {
  const known = listKnown(sqlite, personIds)
  prepareOnce(
    sqlite,
    `UPDATE person_summaries SET standing = '' WHERE standing <> '' AND person_id ${among}`,
  ).run({ ids: JSON.stringify(personIds) })
  writeStandings(sqlite, known, today)
}

function writeStandings(sqlite: Sqlite, known: readonly number[], today: string): void {
  const write = prepareOnce(sqlite, 'UPDATE person_summaries SET standing = ? WHERE person_id = ?')
  for (const { id, standing } of tellStandings(sqlite, known, today)) {
    if (standing !== '') write.run(standing, id)
  }
}

/** Tells everybody's standing anew: on another day than the last, or when the shop's closed days changed. */
export function refreshAllStandings(sqlite: Sqlite, today: string): void {
  prepareOnce(sqlite, "UPDATE person_summaries SET standing = '' WHERE standing <> ''").run()
  writeStandings(sqlite, listKnown(sqlite), today)
  prepareOnce(
    sqlite,
    "INSERT INTO bookkeeping (key, value) VALUES ('standings_on', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  ).run(today)
}

/** The day that all standings are told for; null in a file whose first day has not begun. */
export function readStandingsDay(sqlite: ReadingSqlite): string | null {
  return (
    (prepareOnce(sqlite, "SELECT value FROM bookkeeping WHERE key = 'standings_on'").pluck().get() as
      | string
      | undefined) ?? null
  )
}

/** For the opening of a file: time alone can end a standing. Done once a day. */
export function settleStandings(sqlite: Sqlite, today: string): void {
  if (readStandingsDay(sqlite) === today) return
  sqlite.transaction(() => refreshAllStandings(sqlite, today)).immediate()
}

/** How many standings differ from what the rows say for the day they were told; `check` asks this. */
export function countWrongStandings(sqlite: ReadingSqlite): number {
  const day = readStandingsDay(sqlite)
  if (day === null) return 0
  const told = new Map<number, string>()
  for (const { id, standing } of tellStandings(sqlite, listKnown(sqlite), day)) {
    if (standing !== '') told.set(id, standing)
  }
  const kept = sqlite
    .prepare("SELECT person_id AS id, standing FROM person_summaries WHERE standing <> ''")
    .all() as { id: number; standing: string }[]
  const strange = kept.filter(({ id, standing }) => told.get(id) !== standing).length
  const isHere = sqlite.prepare('SELECT 1 FROM person_summaries WHERE person_id = ?').pluck()
  const keptIds = new Set(kept.map(({ id }) => id))
  return strange + [...told.keys()].filter((id) => !keptIds.has(id) && isHere.get(id) === 1).length
}
