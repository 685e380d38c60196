// The Friday page read from the file: what the report views say of a week, counted from the tables themselves.

import type { ParsedInput } from '../../shared/contract/index.ts'
import type { ReviewPeople, WeekReview } from '../../shared/contract/week-review.ts'
import { AppError, type Name } from '../../shared/errors.ts'
import { daysOfWeek, isWeek, shiftWeek } from '../../shared/rules/days/weeks.ts'
import { standings } from '../../shared/rules/know-card/standing.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import {
  type MoveKind,
  moveKinds,
  type ReviewFigure,
  type ReviewNumbers,
  reviewFigures,
} from '../../shared/rules/week-review/week-review.ts'
import type { QueryContext } from '../engine/contexts.ts'
import { isAsk, isGive } from '../engine/gives-and-asks.ts'
import { prepareOnce } from '../engine/prepare-once.ts'
import type { Reader, ReadingSqlite } from '../engine/store.ts'
import { readProposals } from '../focus-list/leaving.ts'
import { readClosedDays } from '../records/closed-periods.ts'
import { refuseDamagedRows } from '../records/refuse-damaged.ts'
import { getSettings } from '../records/settings.ts'
import { isInUse } from '../records/shown-people.ts'
import { listStandingMoves, type StandingMove } from './standing-moves.ts'

interface Days {
  week: string
  from: string
  to: string
}

/** A mailing to many counts beside, or one afternoon of stamps would be the week. */
const toOne = "t.to_many = 0 AND t.how <> 'no answer'"
const isContact = `${toOne} AND (t.direction = 'in' OR t.how IN ('met', 'talked'))`

/** What each figure adds up, a row each: whose it is and how much it counts; people in the bin are left out. */
const sources: Record<ReviewFigure, string> = {
  touches: touchesWhere(toOne),
  contacts: touchesWhere(isContact),
  met: touchesWhere(`${isContact} AND t.how = 'met'`),
  attempts: touchesWhere("t.how = 'no answer'"),
  toMany: touchesWhere("t.to_many = 1 AND t.how <> 'no answer'"),
  gives: touchesWhere(`${isGive('t')} AND t.to_many = 0`),
  asks: touchesWhere(`${isAsk('t')} AND t.to_many = 0`),
  rowsPrinted: rowsWhere('s.printed_at IS NOT NULL'),
  rowsBack: rowsWhere('s.printed_at IS NOT NULL AND r.entered_on IS NOT NULL'),
  names: namesWhere('r.named_on BETWEEN :from AND :to'),
  thanksOwed: namesWhere('r.named_on <= :to AND (r.thanked_on IS NULL OR r.thanked_on > :to)'),
  minutes: `SELECT t.person_id AS who, t.minutes AS amount FROM touches t
    WHERE t.happened_on BETWEEN :from AND :to AND t.minutes > 0`,
}

function touchesWhere(condition: string): string {
  return `SELECT t.person_id AS who, 1 AS amount FROM touches t
    WHERE t.happened_on BETWEEN :from AND :to AND ${condition}`
}

/** Whether somebody comes in to be greeted is not the owner's doing, so those rows are not counted. */
function rowsWhere(condition: string): string {
  return `SELECT r.person_id AS who, 1 AS amount FROM call_sheet_rows r JOIN call_sheets s ON s.id = r.sheet_id
    WHERE s.week = :week AND r.state <> 'removed' AND r.section <> 'greet' AND ${condition}`
}

function namesWhere(condition: string): string {
  return `SELECT r.referrer_id AS who, 1 AS amount FROM referrals r LEFT JOIN people f ON f.id = r.person_id
    WHERE ${isInUse('f')} AND ${condition}`
}

/** Every way somebody can have moved in the week. */
const movesOfWeek = `
  SELECT person_id AS who, 'quoted' AS move FROM jobs WHERE quoted_on BETWEEN :from AND :to
  UNION SELECT person_id, 'bought' FROM jobs WHERE ordered_on BETWEEN :from AND :to
  UNION SELECT person_id, 'lost' FROM jobs WHERE lost_on BETWEEN :from AND :to
  UNION SELECT person_id, CASE outcome WHEN 'quote' THEN 'quoted' WHEN 'park' THEN 'parked'
    WHEN 'named a friend' THEN 'named' WHEN 'never contact' THEN 'never' ELSE outcome END
    FROM touches WHERE happened_on BETWEEN :from AND :to AND outcome IS NOT NULL
  UNION SELECT referrer_id, 'named' FROM referrals WHERE named_on BETWEEN :from AND :to
  UNION SELECT person_id, 'joined' FROM focus_memberships WHERE joined_on BETWEEN :from AND :to
  UNION SELECT person_id, CASE left_as WHEN 'won' THEN 'bought' ELSE left_as END
    FROM focus_memberships WHERE left_on BETWEEN :from AND :to
  UNION SELECT value, 'stood' FROM json_each(:stood)`

/**
 * A week's figures beside those of the week before, who moved, and whom to think again about.
 * @throws AppError bad-week
 */
export async function getWeekReview(
  db: Reader,
  { week, paper }: ParsedInput<'weekReview.get'>,
  { clock, sqlite }: QueryContext,
): Promise<WeekReview> {
  const days = daysOf(week)
  const settings = await getSettings(db)
  const today = clock.today()
  const isUnderWay = days.from <= today && today <= days.to
  const sheet = await db.selectFrom('call_sheets').select('hours').where('week', '=', week).executeTakeFirst()
  const closed = await readClosedDays(db)
  const moves = readMoves(sqlite, days, { today, closed })
  const shown = moves.filter((one) => !one.isPrivate)
  refuseDamagedRows(sqlite, 'touches', listTouchesIn(sqlite, days))
  refuseDamagedRows(
    sqlite,
    'people',
    shown.map((one) => one.id),
  )
  return {
    ...days,
    isUnderWay,
    shop: settings.shopName,
    paper: paper ?? settings.paper,
    numbers: countWeek(sqlite, days),
    before: countWeek(sqlite, daysOf(shiftWeek(week, -1))),
    hoursPlanned: sheet?.hours ?? null,
    moved: shown.map(({ isPrivate: _, ...one }) => one),
    movedHidden: moves.length - shown.length,
    decide: isUnderWay ? await listDecides(db, today) : [],
  }
}

/** @throws AppError bad-week */
function listTouchesIn(sqlite: ReadingSqlite, { from, to }: Days): number[] {
  return prepareOnce(sqlite, 'SELECT id FROM touches WHERE happened_on BETWEEN ? AND ?')
    .pluck()
    .all(from, to) as number[]
}

function daysOf(week: string): Days {
  if (!isWeek(week)) throw new AppError('bad-week', { typed: week })
  const days = daysOfWeek(week)
  return { week, from: days[0]!, to: days[6]! }
}

function countWeek(sqlite: ReadingSqlite, days: Days): ReviewNumbers {
  const count = (figure: ReviewFigure) =>
    prepareOnce(
      sqlite,
      `SELECT coalesce(sum(x.amount), 0) FROM (${sources[figure]}) x CROSS JOIN people p ON p.id = x.who
       WHERE ${isInUse('p')}`,
    )
      .pluck()
      .get({ ...days }) as number
  return Object.fromEntries(reviewFigures.map((figure) => [figure, count(figure)])) as ReviewNumbers
}

async function listDecides(db: Reader, today: string): Promise<WeekReview['decide']> {
  const proposals = await readProposals(db, today)
  return proposals.map((one) => ({ id: one.personId, ...nameOf(one), message: one.message }))
}

interface Named {
  name: string
  firm: string
}

const nameOf = ({ name, firm }: Named): { name: Name; firm: string } => ({
  name: nameFact({ name, firm }),
  firm: name === '' ? '' : firm,
})

/** By how far they moved, then by name. */
function readMoves(sqlite: ReadingSqlite, days: Days, clock: Parameters<typeof listStandingMoves>[2]) {
  const stood = new Map(
    listStandingMoves(sqlite, days, clock).map(({ id, before, now }) => [id, { before, now }]),
  )
  const rows = prepareOnce(
    sqlite,
    `SELECT p.id AS id, p.name AS name, coalesce(f.name, '') AS firm, p.is_private AS isPrivate,
       p.never_contact_on IS NULL AS onPaper, x.move AS move
     FROM (${movesOfWeek}) x CROSS JOIN people p ON p.id = x.who LEFT JOIN firms f ON f.id = p.firm_id
     WHERE ${isInUse('p')} ORDER BY p.sort_name, p.id`,
  ).all({ ...days, stood: JSON.stringify([...stood.keys()]) }) as (Named & {
    id: number
    isPrivate: 0 | 1
    onPaper: 0 | 1
    move: MoveKind | 'stood'
  })[]
  const people = [...Map.groupBy(rows, (row) => row.id).values()].map((own) => {
    const { id, isPrivate, onPaper } = own[0]!
    const standing = stood.get(id) ?? null
    const kinds = own.map(({ move }) => (move === 'stood' ? directionOf(standing!) : move))
    const moves = moveKinds.filter((kind) => kinds.includes(kind))
    return { id, ...nameOf(own[0]!), isPrivate: isPrivate === 1, onPaper: onPaper === 1, moves, standing }
  })
  const furthest = (one: { moves: MoveKind[] }) => moveKinds.indexOf(one.moves[0]!)
  return people.sort((a, b) => furthest(a) - furthest(b))
}

const directionOf = ({ before, now }: Pick<StandingMove, 'before' | 'now'>): MoveKind =>
  standings.indexOf(now) > standings.indexOf(before) ? 'rose' : 'fell'

/**
 * The people behind a figure, those with the most first; private ones are counted and not named.
 * @throws AppError bad-week
 */
export function listReviewPeople(
  _db: Reader,
  { week, figure, limit }: ParsedInput<'weekReview.people'>,
  { sqlite }: QueryContext,
): ReviewPeople {
  const days = { ...daysOf(week) }
  const behind = `FROM (SELECT who, sum(amount) AS count FROM (${sources[figure]}) GROUP BY who) x
    CROSS JOIN people p ON p.id = x.who LEFT JOIN firms f ON f.id = p.firm_id WHERE ${isInUse('p')}`
  const { all, hidden } = prepareOnce(
    sqlite,
    `SELECT count(*) AS "all", coalesce(sum(p.is_private), 0) AS hidden ${behind}`,
  ).get(days) as { all: number; hidden: number }
  const people = prepareOnce(
    sqlite,
    `SELECT p.id AS id, p.name AS name, coalesce(f.name, '') AS firm, x.count AS count ${behind}
     AND p.is_private = 0 ORDER BY x.count DESC, p.sort_name, p.id LIMIT :limit`,
  ).all({ ...days, limit }) as (Named & { id: number; count: number })[]
  return {
    people: people.map((one) => ({ ...one, ...nameOf(one) })),
    more: all - hidden - people.length,
    hidden,
  }
}
