// What is proposed for people on the focus list: reads the evidence of those on it and of nobody else.

import type { Proposal } from '../../shared/contract/focus-list.ts'
import {
  findProposal,
  type LeavingEvidence,
  type ProposalKind,
} from '../../shared/rules/focus-list/leaving.ts'
import type { QueryContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { readClosedDays } from '../records/closed-periods.ts'
import { getSettings } from '../records/settings.ts'
import { isOnList, isReachable, where } from '../records/shown-people.ts'

/** The plainest to answer first. */
const kinds: ProposalKind[] = ['ruled out', 'tries', 'touches', 'undated']

interface Member {
  personId: number
  name: string
  firm: string
  joinedOn: string
  keptOn: string | null
}

/** For the screens. */
export function listProposals(
  db: Reader,
  _input: unknown,
  { clock }: Pick<QueryContext, 'clock'>,
): Promise<Proposal[]> {
  return readProposals(db, clock.today())
}

/**
 * At most one proposal for each person on the focus list, the plainest kind first, then who joined first.
 * @param today the local day they are told for
 */
export async function readProposals(db: Reader, today: string): Promise<Proposal[]> {
  const members = await readMembers(db)
  const { touchGoal: goal } = await getSettings(db)
  const evidence = await readLeavingEvidence(db, members, { today, goal })
  const closed = await readClosedDays(db)
  const proposals = members.flatMap(({ personId, name, firm }): Proposal[] => {
    const proposal = findProposal(evidence.get(personId)!, closed)
    return proposal ? [{ personId, name, firm, ...proposal }] : []
  })
  return proposals.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}

async function readMembers(db: Reader): Promise<Member[]> {
  return (
    db
      .selectFrom('focus_memberships as m')
      // A cross join keeps this order: without statistics SQLite would ask each of 100,000 people for their place.
      .crossJoin('people as p')
      .whereRef('p.id', '=', 'm.person_id')
      .leftJoin('firms as f', 'f.id', 'p.firm_id')
      .select(['m.person_id as personId', 'm.joined_on as joinedOn', 'm.kept_on as keptOn', 'p.name'])
      .select((select) => select.fn.coalesce('f.name', select.val('')).as('firm'))
      .where(where(isOnList('m')))
      .where(where(isReachable('p')))
      .orderBy('m.joined_on')
      .orderBy('m.id')
      .execute()
  )
}

async function readLeavingEvidence(
  db: Reader,
  members: Member[],
  common: Pick<LeavingEvidence, 'today' | 'goal'>,
): Promise<Map<number, LeavingEvidence>> {
  const ids = members.map((member) => member.personId)
  const touches = await readTouches(db, ids)
  const learnt = await readLearnt(db, ids)
  const qualified = await readQualified(db, ids)
  const steps = await readSteps(db, ids)
  return new Map(
    members.map(({ personId, joinedOn, keptOn }) => [
      personId,
      {
        ...common,
        joinedOn,
        keptOn,
        qualified: qualified.get(personId) ?? [],
        touches: touches.get(personId) ?? [],
        learntOn: learnt.get(personId) ?? null,
        hasNextStep: steps.get(personId)?.open ?? false,
        stepClosedOn: steps.get(personId)?.closedOn ?? null,
      },
    ]),
  )
}

/** Since the open pursuit began. */
async function readTouches(db: Reader, ids: number[]): Promise<Map<number, LeavingEvidence['touches']>> {
  const rows = await db
    .selectFrom('pursuits as u')
    .crossJoin('touches as t')
    .whereRef('t.person_id', '=', 'u.person_id')
    .whereRef('t.happened_on', '>=', 'u.opened_on')
    .select(['t.person_id as personId', 't.happened_on as on', 't.how', 't.direction', 't.channel'])
    .select('t.to_many as toMany')
    .where('u.person_id', 'in', ids)
    .where('u.closed_on', 'is', null)
    .orderBy('t.person_id')
    .orderBy('t.happened_on')
    .orderBy('t.id')
    .execute()
  const touches = rows.map(({ toMany, ...touch }) => ({ ...touch, toMany: toMany === 1 }))
  return Map.groupBy(touches, (touch) => touch.personId)
}

/** The last day a quote was sent or a question answered; "don't know" and an emptied answer teach nothing. */
async function readLearnt(db: Reader, ids: number[]): Promise<Map<number, string>> {
  const quotes = db
    .selectFrom('jobs')
    .select(['person_id as personId', 'quoted_on as on'])
    .where('person_id', 'in', ids)
    .where('quoted_on', 'is not', null)
  const answers = db
    .selectFrom('answers')
    .select(['person_id as personId', 'answered_on as on'])
    .where('person_id', 'in', ids)
    .where((where) => where.or([where('words', '<>', ''), where('window_from', 'is not', null)]))
  const qualification = db
    .selectFrom('qualification')
    .select(['person_id as personId', 'said_on as on'])
    .where('person_id', 'in', ids)
    .where('answer', '<>', 'unknown')
  const learnt = new Map<number, string>()
  for (const { personId, on } of await quotes.unionAll(answers).unionAll(qualification).execute()) {
    if (on! > (learnt.get(personId) ?? '')) learnt.set(personId, on!)
  }
  return learnt
}

async function readQualified(db: Reader, ids: number[]) {
  const rows = await db
    .selectFrom('qualification')
    .select(['person_id', 'question', 'answer', 'said_by as saidBy', 'said_on as saidOn'])
    .where('person_id', 'in', ids)
    .execute()
  return Map.groupBy(rows, (row) => row.person_id)
}

async function readSteps(db: Reader, ids: number[]) {
  const rows = await db
    .selectFrom('next_steps')
    .select(['person_id', 'done_on', 'dropped_on'])
    .where('person_id', 'in', ids)
    .execute()
  const steps = new Map<number, { open: boolean; closedOn: string | null }>()
  for (const { person_id, done_on, dropped_on } of rows) {
    const before = steps.get(person_id) ?? { open: false, closedOn: null }
    const closedOn = done_on ?? dropped_on
    steps.set(person_id, {
      open: before.open || closedOn === null,
      closedOn: [before.closedOn ?? '', closedOn ?? ''].sort().at(-1) || null,
    })
  }
  return steps
}
