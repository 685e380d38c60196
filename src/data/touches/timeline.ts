// One person's story in happened order: touches, and what else happened with them, read page by page.

import { sql } from 'kysely'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { TimelineEntry, TimelineShow, Touch } from '../../shared/contract/touches.ts'
import type { Facts } from '../../shared/errors.ts'
import type { NameIn } from '../../shared/message-key.ts'
import { daysOfWeek } from '../../shared/rules/days/weeks.ts'
import { aFriend } from '../../shared/rules/people/name-fact.ts'
import { countsAs } from '../../shared/rules/touches/touch-kinds.ts'
import type { QueryContext } from '../engine/contexts.ts'
import { isAsk, isGive } from '../engine/gives-and-asks.ts'
import { prepareOnce } from '../engine/prepare-once.ts'
import type { Reader } from '../engine/store.ts'
import { refuseDamagedPerson, refuseDamagedRows } from '../records/refuse-damaged.ts'

type Show = Exclude<TimelineShow, 'all'>

/** One line before it is put into words; `kind` also orders what happened on one day, touches before the rest. */
interface Row {
  on_day: string
  kind: string
  id: number
  a: string
  b: string
  amount: number | null
}

const touchWhere: Partial<Record<TimelineShow, string>> = {
  all: '1',
  touches: "how <> 'no answer'",
  contacts: "(direction = 'in' OR how IN ('met', 'talked')) AND how <> 'no answer'",
  attempts: "how = 'no answer'",
  gives: isGive(),
  asks: isAsk(),
}

const nameOf = (person: string, firm: string) =>
  `CASE WHEN ${person}.is_private = 1 OR ${person}.deleted_at IS NOT NULL THEN '' WHEN ${person}.name <> '' THEN ${person}.name ELSE coalesce(${firm}.name, '') END`
/** The Monday of a week such as 2026-W48. */
const mondayOf = (week: string) => `date(substr(${week}, 1, 4) || '-01-04',
  '-' || ((strftime('%w', substr(${week}, 1, 4) || '-01-04') + 6) % 7) || ' days',
  '+' || ((substr(${week}, 7, 2) - 1) * 7) || ' days')`

const jobPart = (day: string, amount = 'NULL', words = "''") =>
  `SELECT ${day}, 'job ${day}', id, what, ${words}, ${amount}
   FROM jobs WHERE person_id = :person AND ${day} IS NOT NULL`
const feedbackPart = (day: string, words = "''", where = '1') =>
  `SELECT ${day}, 'feedback ${day}', id, ${words}, CAST(complaint AS TEXT), score
   FROM feedback WHERE person_id = :person AND ${day} IS NOT NULL AND ${where}`
const referralPart = (day: string, kind: string, own: string, other: string, where = '1') =>
  `SELECT r.${day}, '${kind}', r.id, ${nameOf('p', 'f')}, '', NULL FROM referrals r
   LEFT JOIN people p ON p.id = r.${other} LEFT JOIN firms f ON f.id = p.firm_id
   WHERE r.${own} = :person AND r.${day} IS NOT NULL AND ${where}`

/** What else happened, by what it is shown under; each statement starts from an index on the person. */
const otherParts: Partial<Record<Show, string[]>> = {
  sales: [
    jobPart('quoted_on', 'quoted_amount'),
    jobPart('ordered_on', 'amount'),
    jobPart('delivered_on'),
    jobPart('paid_on'),
    jobPart('lost_on', 'NULL', 'lost_to'),
  ],
  feedback: [
    feedbackPart('asked_on', "''", 'given_on IS NULL'),
    feedbackPart('given_on', 'words'),
    feedbackPart('closed_on', "''", 'complaint = 1'),
  ],
  asks: [
    `SELECT asked_on, 'ask', id, words, coalesce(answer, ''), NULL FROM asks WHERE person_id = :person`,
    // A name given in a touch is told by the touch.
    referralPart('named_on', 'named', 'referrer_id', 'person_id', 'r.touch_id IS NULL'),
    referralPart('named_on', 'named by', 'person_id', 'referrer_id'),
    referralPart('thanked_on', 'thanked', 'referrer_id', 'person_id'),
  ],
  sheets: [
    // On the week's Monday, or on the owner's own day it was printed before that.
    `SELECT min(date(s.printed_at, 'localtime'), ${mondayOf('s.week')}), 'sheet', r.id, s.week, r.reason, r.position
     FROM call_sheet_rows r JOIN call_sheets s ON s.id = r.sheet_id
     WHERE r.person_id = :person AND r.state <> 'removed' AND s.printed_at IS NOT NULL`,
  ],
  stages: [
    `SELECT opened_on, 'opened ' || opened_how, id, '', '', NULL FROM pursuits
     WHERE person_id = :person AND opened_how <> 'focus'`,
    `SELECT joined_on, 'joined', id, why_now, '', NULL FROM focus_memberships WHERE person_id = :person`,
    `SELECT closed_on, 'closed ' || closed_as, id, reason,
       CASE WHEN closed_as = 'lost' THEN lost_to ELSE coalesce(revisit_on, '') END, NULL
     FROM pursuits WHERE person_id = :person AND closed_on IS NOT NULL`,
  ],
}

function partsOf(show: TimelineShow): string[] {
  const where = touchWhere[show]
  const touches = `SELECT happened_on, 'touch', id, '', '', NULL FROM touches WHERE person_id = :person AND ${where}`
  const others = Object.entries(otherParts).filter(([group]) => show === 'all' || show === group)
  return [...(where ? [touches] : []), ...others.flatMap(([, statements]) => statements)]
}

/**
 * A page of one person's story, newest day first; within a day the later logged touch first.
 * @param input.before what the page before answered as `next`
 */
export async function getTimeline(
  db: Reader,
  { personId, show, before, limit }: ParsedInput<'touches.timeline'>,
  { sqlite }: Pick<QueryContext, 'sqlite'>,
): Promise<CallOutput<'touches.timeline'>> {
  const [day = '', kind = '', id = ''] = before?.split('|') ?? []
  const after = before ? 'WHERE (on_day, kind, id) < (:day, :kind, :id)' : ''
  const statement = prepareOnce(
    sqlite,
    `WITH story (on_day, kind, id, a, b, amount) AS (${partsOf(show).join(' UNION ALL ')})
     SELECT * FROM story ${after}
     ORDER BY on_day DESC, kind DESC, id DESC LIMIT :most`,
  )
  const cursor = before ? { day, kind, id: Number(id) } : {}
  const rows = statement.all({ person: personId, most: limit + 1, ...cursor }) as Row[]
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const touchIds = page.filter((row) => row.kind === 'touch').map((row) => row.id)
  refuseDamagedPerson(sqlite, personId)
  refuseDamagedRows(sqlite, 'touches', touchIds)
  const touches = await readTouches(db, touchIds)
  return {
    entries: page.map((row) =>
      row.kind === 'touch'
        ? { kind: 'touch' as const, on: row.on_day, touch: touches.get(row.id)! }
        : sayEntry(row),
    ),
    next: rows.length > page.length && last ? `${last.on_day}|${last.kind}|${last.id}` : null,
  }
}

async function readTouches(db: Reader, ids: number[]): Promise<Map<number, Touch>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('touches as t')
    .leftJoin('places as p', 'p.id', 't.place_id')
    .selectAll('t')
    .select('p.name as place')
    .select([
      sql<number>`CASE WHEN t.to_many = 0 THEN 1
        ELSE (SELECT count(*) FROM touches o WHERE o.to_many_uid = t.to_many_uid AND o.to_many = 1) END`.as(
        'recipients',
      ),
      sql<number>`EXISTS (SELECT 1 FROM place_visits v WHERE v.uid = t.to_many_uid)`.as('of_visit'),
    ])
    .where('t.id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        personId: row.person_id,
        happenedOn: row.happened_on,
        how: row.how,
        outcome: row.outcome,
        channel: row.channel,
        direction: row.direction,
        counts: countsAs(row),
        toMany: row.to_many === 1,
        gave: row.gave === 1,
        asked: row.asked === 1,
        minutes: row.minutes,
        cost: row.cost,
        note: row.note,
        notForPaper: row.not_for_paper === 1,
        byWhom: row.by_whom,
        place: row.place ?? '',
        recipients: row.recipients,
        ofVisit: row.of_visit === 1,
      },
    ]),
  )
}

type Story = NameIn<'touches.story'>

/** The row as a sentence with its facts; the owner's own words stand beside it. */
function sayEntry(row: Row): TimelineEntry {
  const [kind, ...rest] = row.kind.split(' ') as [string, ...string[]]
  const entry = (
    shownAs: Exclude<TimelineEntry['kind'], 'touch'>,
    name: Story,
    facts: Facts = {},
    words = '',
  ): TimelineEntry => ({
    kind: shownAs,
    id: `${row.kind} ${row.id}`,
    on: row.on_day,
    message: { key: `touches.story.${name}`, facts },
    words,
  })
  const friend = row.a || aFriend
  switch (kind) {
    case 'job':
      return describeJob(row, rest[0]!, entry)
    case 'feedback':
      if (rest[0] === 'asked_on') return entry('feedback', 'feedbackAsked')
      if (rest[0] === 'closed_on') return entry('feedback', 'complaintClosed')
      if (row.b === '1') return entry('feedback', 'complaint', {}, row.a)
      return row.amount === null
        ? entry('feedback', 'feedbackBare', {}, row.a)
        : entry('feedback', 'feedback', { score: row.amount }, row.a)
    case 'ask':
      return entry(
        'ask',
        row.b in answerNames ? `asked${answerNames[row.b as keyof typeof answerNames]}` : 'asked',
        {},
        row.a,
      )
    case 'named':
      return row.kind === 'named by'
        ? entry('ask', 'namedBy', { name: friend })
        : entry('ask', 'named', { name: friend })
    case 'thanked':
      return entry('ask', 'thanked', { name: friend })
    case 'sheet':
      return entry('sheet', 'sheet', { on: daysOfWeek(row.a)[0]!, row: row.amount! }, row.b)
    case 'joined':
      return entry('stage', 'joined', {}, row.a)
    case 'opened':
      return entry('stage', `opened.${rest[0] as NameIn<'touches.story.opened'>}`)
    default:
      return describeClosing(row, rest[0]!, entry)
  }
}

const answerNames = { yes: 'Yes', later: 'Later', no: 'No', none: 'None' } as const

const jobNames = {
  quoted_on: 'quoted',
  ordered_on: 'ordered',
  delivered_on: 'delivered',
  paid_on: 'paid',
} as const

type MakeEntry = (
  shownAs: Exclude<TimelineEntry['kind'], 'touch'>,
  name: Story,
  facts?: Facts,
  words?: string,
) => TimelineEntry

function describeJob(row: Row, day: string, entry: MakeEntry): TimelineEntry {
  if (!(day in jobNames)) {
    return row.b === ''
      ? entry('sale', 'lostJobBare', {}, row.a)
      : entry('sale', 'lostJob', { to: row.b }, row.a)
  }
  const name = jobNames[day as keyof typeof jobNames]
  // No amount is told of a delivery or a payment.
  return row.amount === null || name === 'delivered' || name === 'paid'
    ? entry('sale', `${name}Bare`, {}, row.a)
    : entry('sale', name, { amount: row.amount }, row.a)
}

function describeClosing(row: Row, closedAs: string, entry: MakeEntry): TimelineEntry {
  if (closedAs === 'lost' && row.b !== '') return entry('stage', 'closed.lostTo', { to: row.b }, row.a)
  if (closedAs === 'parked' && row.b !== '') return entry('stage', 'closed.parkedUntil', { on: row.b }, row.a)
  return entry('stage', `closed.${closedAs as NameIn<'touches.story.closed'>}`, {}, row.a)
}
