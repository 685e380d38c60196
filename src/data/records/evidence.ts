// Reads the evidence behind the reasons, for the people asked for and nobody else.

import { type ClosedDays, countRunningDays, type ShopDays } from '../../shared/rules/days/closed-days.ts'
import { addDays, daysBetween } from '../../shared/rules/days/days.ts'
import type { Evidence, OwnTry, TouchEvidence } from '../../shared/rules/focus-list/evidence.ts'
import { looksLikeField } from '../../shared/rules/import-export/looks-like-field.ts'
import { findBlanks, findNoes, findUnknowns, knowQuestions } from '../../shared/rules/know-card/know-card.ts'
import { aFriend, nameFact } from '../../shared/rules/people/name-fact.ts'
import { countsAs, countsInRing } from '../../shared/rules/touches/touch-kinds.ts'
import type { Reader } from '../engine/store.ts'
import { readClosedDays } from './closed-periods.ts'
import { getSettings } from './settings.ts'
import { isInUse, isOnList, isReachable, where } from './shown-people.ts'

/** Bound variables in one statement stay far below SQLite's limit. */
const sliceSize = 500

/**
 * The evidence for these people, in the order asked; anyone unknown or in the bin is left out.
 * @param today the local day the reasons are told for
 * @param through the last day whose promises count (a sheet's last day); today when left out
 */
export async function readEvidence(
  db: Reader,
  personIds: readonly number[],
  today: string,
  through = today,
): Promise<Evidence[]> {
  const evidence: Evidence[] = []
  const { openDays, tellsPurchases } = await getSettings(db)
  const shop = { openDays, closed: await readClosedDays(db) }
  for (let start = 0; start < personIds.length; start += sliceSize) {
    const slice = personIds.slice(start, start + sliceSize)
    evidence.push(...(await readSlice(db, slice, { today, through, shop, tellsPurchases })))
  }
  return evidence
}

/** The evidence for everyone on the focus list, in the order they joined. */
export async function readFocusEvidence(db: Reader, today: string, through = today): Promise<Evidence[]> {
  const members = await db
    .selectFrom('focus_memberships as m')
    // A cross join keeps this order: without statistics SQLite would ask each of 100,000 people for their place.
    .crossJoin('people as p')
    .whereRef('p.id', '=', 'm.person_id')
    .select('m.person_id')
    .where(where(isOnList('m')))
    .where(where(isReachable('p')))
    .orderBy('m.joined_on')
    .orderBy('m.id')
    .execute()
  return readEvidence(
    db,
    members.map((member) => member.person_id),
    today,
    through,
  )
}

async function readSlice(
  db: Reader,
  ids: readonly number[],
  days: Pick<Evidence, 'today' | 'through' | 'tellsPurchases'> & { shop: ShopDays },
): Promise<Evidence[]> {
  const known = await db
    .selectFrom('people')
    .select(['id', 'birthday', 'note', 'note_not_for_paper', 'note_from_file'])
    .where('id', 'in', ids)
    .where(where(isInUse('people')))
    .execute()
  const there = new Map(known.map((person) => [person.id, person]))
  const wanted = [...new Set(ids)].filter((id) => there.has(id))
  if (wanted.length === 0) return []
  const memberships = await readMemberships(db, wanted)
  const steps = await readSteps(db, wanted)
  const referrals = await readReferrals(db, wanted)
  const touches = await readTouches(db, wanted)
  const jobs = await readJobs(db, wanted, days.shop.closed)
  const answers = await readAnswers(db, wanted)
  const showings = await readShowings(db, wanted, days.today)
  return wanted.map((personId) => {
    const membership = memberships.get(personId)?.[0]
    const part = touches.get(personId) ?? noTouches
    const lastOwnDay = part.ownDays.at(-1) ?? ''
    return {
      personId,
      ...days,
      joinedOn: membership?.joined_on ?? null,
      whyNow: membership?.why_now ?? '',
      pinned: Boolean(membership?.pinned_on),
      putOffUntil: membership?.put_off_until ?? null,
      birthday: there.get(personId)!.birthday,
      note: quoteNote(there.get(personId)!),
      noteFromFile: there.get(personId)!.note_from_file === 1,
      noteNotForPaper: there.get(personId)!.note_not_for_paper === 1,
      steps: (steps.get(personId) ?? []).map((step) => ({
        id: step.id,
        what: step.what,
        dueOn: step.due_on,
        dueTime: step.due_time,
        promised: step.promised === 1,
        movedFrom: step.moved_from,
      })),
      referral: referrals.get(personId) ?? null,
      ...part,
      shownOn: (showings.get(personId) ?? []).flatMap(({ shown_on: on }) => (on > lastOwnDay ? on : [])),
      ...(jobs.get(personId) ?? noJobs),
      ...(answers.get(personId) ?? noAnswers),
    }
  })
}

/** Showings further back than this say nothing of who stands back today. */
const showingDays = 90

async function readShowings(db: Reader, ids: number[], today: string) {
  const rows = await db
    .selectFrom('showings')
    .selectAll()
    .where('person_id', 'in', ids)
    .where('shown_on', '>=', addDays(today, -showingDays))
    .orderBy('person_id')
    .orderBy('shown_on')
    .execute()
  return groupByPerson(rows)
}

/** The first line of their note, unless it may be a file's: only the owner's words are told as theirs. */
function quoteNote({ note, note_from_file }: { note: string; note_from_file: 0 | 1 }): string {
  const first = note.split('\n').find((line) => line.trim() !== '') ?? ''
  return note_from_file === 1 && looksLikeField(first) ? '' : first
}

function groupByPerson<Row extends { person_id: number }>(rows: readonly Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, (row) => row.person_id)
}

async function readMemberships(db: Reader, ids: number[]) {
  const rows = await db
    .selectFrom('focus_memberships')
    .select(['person_id', 'joined_on', 'why_now', 'pinned_on', 'put_off_until'])
    .where('person_id', 'in', ids)
    .where(where(isOnList('focus_memberships')))
    .execute()
  return groupByPerson(rows)
}

async function readSteps(db: Reader, ids: number[]) {
  const rows = await db
    .selectFrom('next_steps')
    .select(['id', 'person_id', 'what', 'due_on', 'due_time', 'promised', 'moved_from'])
    .where('person_id', 'in', ids)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return groupByPerson(rows)
}

async function readReferrals(db: Reader, ids: number[]) {
  const rows = await db
    .selectFrom('referrals as r')
    .innerJoin('people as q', 'q.id', 'r.referrer_id')
    .leftJoin('firms as f', 'f.id', 'q.firm_id')
    .select(['r.person_id', 'r.named_on', 'r.introduced', 'r.agreed', 'r.first_contact_on', 'q.name'])
    .select(['q.is_private', 'q.deleted_at', 'q.never_contact_on', 'f.name as firm'])
    .where('r.person_id', 'in', ids)
    .orderBy('r.named_on')
    .orderBy('r.id')
    .execute()
  const latest = new Map<number, NonNullable<Evidence['referral']>>()
  for (const row of rows) {
    // Who is private or in the bin is named neither on screen nor on paper, one who wants no contact on the screen alone.
    const isHidden = row.is_private === 1 || row.deleted_at !== null
    const by = isHidden ? aFriend : nameFact({ name: row.name, firm: row.firm })
    latest.set(row.person_id!, {
      by,
      byOnPaper: row.never_contact_on === null ? by : aFriend,
      on: row.named_on,
      expectsUs: row.agreed === 1 || row.introduced === 1,
      firstContactOn: row.first_contact_on,
    })
  }
  return latest
}

type TouchPart = Pick<
  Evidence,
  | 'inquiry'
  | 'lastTouch'
  | 'lastContact'
  | 'lastOwnTouchOn'
  | 'lastAttemptOn'
  | 'unanswered'
  | 'ownDays'
  | 'touches'
  | 'attempts'
>
const noTouches: TouchPart = {
  inquiry: null,
  lastTouch: null,
  lastContact: null,
  lastOwnTouchOn: null,
  lastAttemptOn: null,
  unanswered: [],
  ownDays: [],
  touches: 0,
  attempts: 0,
}

/** What of theirs waits for an answer; meeting and talking answer themselves, and a refusal wants none. */
const unansweredHows = new Set(['voicemail', 'message', 'letter', 'no answer'])
const wantsNoAnswer = new Set(['lost', 'park', 'never contact'])

async function readTouches(db: Reader, ids: number[]): Promise<Map<number, TouchPart>> {
  const rows = await db
    .selectFrom('touches')
    .select([
      'id',
      'person_id',
      'happened_on',
      'how',
      'direction',
      'outcome',
      'to_many',
      'channel',
      'settled_on',
    ])
    .where('person_id', 'in', ids)
    .orderBy('person_id')
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
  const named = new Map<number, Partial<Record<'inquiry' | 'lastTouch' | 'lastContact', number>>>()
  const parts = new Map<number, TouchPart>()
  for (const [personId, ordered] of groupByPerson(rows)) {
    const part = { ...noTouches }
    const names: { inquiry?: number; lastTouch?: number; lastContact?: number } = {}
    let unanswered: OwnTry[] = []
    const ownDays = new Set<string>()
    for (const row of ordered) {
      const toMany = row.to_many === 1
      const counts = countsAs(row)
      if (counts === 'attempt') {
        if (row.direction === 'out') {
          part.attempts += 1
          part.lastAttemptOn = row.happened_on
        }
      } else {
        names.lastTouch = row.id
        if (counts === 'contact') names.lastContact = row.id
        if (countsInRing({ how: row.how, direction: row.direction, toMany })) {
          part.touches += 1
          part.lastOwnTouchOn = row.happened_on
        }
      }
      if (row.direction === 'in' || counts === 'contact') unanswered = []
      else if (!toMany) unanswered.push({ on: row.happened_on, how: row.how, channel: row.channel })
      if (row.direction === 'out' && !toMany) ownDays.add(row.happened_on)
      const theirs = row.direction === 'in' && unansweredHows.has(row.how)
      if (theirs && row.settled_on === null && !wantsNoAnswer.has(row.outcome ?? '')) names.inquiry = row.id
      else if (counts !== 'attempt' && !toMany) delete names.inquiry
    }
    part.unanswered = unanswered
    part.ownDays = [...ownDays].slice(-2)
    parts.set(personId, part)
    named.set(personId, names)
  }
  const notes = await readNotes(db, new Set([...named.values()].flatMap((names) => Object.values(names))))
  for (const [personId, names] of named) {
    for (const name of ['inquiry', 'lastTouch', 'lastContact'] as const) {
      const id = names[name]
      if (id !== undefined) parts.get(personId)![name] = notes.get(id)!
    }
  }
  return parts
}

/** Whole notes only of the few touches a sentence may name. */
async function readNotes(db: Reader, ids: Set<number>): Promise<Map<number, TouchEvidence>> {
  if (ids.size === 0) return new Map()
  const rows = await db
    .selectFrom('touches')
    .select(['id', 'happened_on', 'how', 'direction', 'outcome', 'note', 'not_for_paper'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, happened_on, how, direction, outcome, note, not_for_paper }) => [
      id,
      { on: happened_on, how, direction, outcome, note, notForPaper: not_for_paper === 1 },
    ]),
  )
}

type JobPart = Pick<Evidence, 'quotes' | 'orders' | 'margin'>
const noJobs: JobPart = { quotes: [], orders: null, margin: null }

async function readJobs(
  db: Reader,
  ids: number[],
  closed: readonly ClosedDays[],
): Promise<Map<number, JobPart>> {
  const rows = await db
    .selectFrom('jobs')
    .select(['person_id', 'what', 'quoted_on', 'quoted_amount', 'ordered_on', 'lost_on', 'margin'])
    .where('person_id', 'in', ids)
    .orderBy('quoted_on')
    .orderBy('id')
    .execute()
  const parts = new Map<number, JobPart>()
  for (const [personId, jobs] of groupByPerson(rows)) {
    const open = jobs.filter((job) => job.quoted_on && !job.ordered_on && !job.lost_on)
    const orderDays = [...new Set(jobs.flatMap((job) => job.ordered_on ?? []))].sort()
    const lastOn = orderDays.at(-1)
    parts.set(personId, {
      quotes: open.map((job) => ({ amount: job.quoted_amount, quotedOn: job.quoted_on! })),
      orders: lastOn
        ? {
            lastOn,
            what: jobs.findLast((job) => job.ordered_on === lastOn)?.what ?? '',
            usualGap: findUsualGap(orderDays, closed),
          }
        : null,
      margin: findLargestMargin(open) ?? findLargestMargin(jobs.filter((job) => job.ordered_on)),
    })
  }
  return parts
}

/** Median days between order days; one gap is no habit, so null under three order days. */
function findUsualGap(orderDays: string[], closed: readonly ClosedDays[]) {
  if (orderDays.length < 3) return null
  const gaps = orderDays.slice(1).map((day, index) => [orderDays[index]!, day] as const)
  return {
    days: findMedian(gaps.map(([from, to]) => daysBetween(from, to))),
    runningDays: findMedian(gaps.map(([from, to]) => countRunningDays(from, to, closed))),
  }
}

function findMedian(days: number[]): number {
  const sorted = days.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2)
}

function findLargestMargin(jobs: { margin: number | null }[]): number | null {
  const margins = jobs.flatMap((job) => job.margin ?? [])
  return margins.length > 0 ? Math.max(...margins) : null
}

type AnswerPart = Pick<Evidence, 'window' | 'wants' | 'unknowns' | 'noes' | 'blanks'>
const noAnswers: AnswerPart = {
  window: null,
  wants: { why: '', what: '' },
  unknowns: [],
  noes: [],
  blanks: [...knowQuestions],
}

async function readAnswers(db: Reader, ids: number[]) {
  const answers = await db
    .selectFrom('answers')
    .select(['person_id', 'question', 'words', 'window_from', 'window_to', 'window_yearly'])
    .where('person_id', 'in', ids)
    .execute()
  const qualification = await db
    .selectFrom('qualification')
    .select(['person_id', 'question', 'answer'])
    .where('person_id', 'in', ids)
    .execute()
  const goers = await db
    .selectFrom('place_people as g')
    .innerJoin('places as l', 'l.id', 'g.place_id')
    .select('g.person_id')
    .where('g.person_id', 'in', ids)
    .where(where(isInUse('l')))
    .execute()
  const answered = groupByPerson(answers)
  const qualified = groupByPerson(qualification)
  const gathering = new Set(goers.map((row) => row.person_id))
  const parts = new Map<number, AnswerPart>()
  for (const id of new Set([...answered.keys(), ...qualified.keys(), ...gathering])) {
    const own = answered.get(id) ?? []
    const said = qualified.get(id) ?? []
    const when = own.find((row) => row.question === 'when' && row.window_from && row.window_to)
    parts.set(id, {
      window: when
        ? {
            from: when.window_from!,
            to: when.window_to!,
            yearly: when.window_yearly === 1,
            words: when.words,
          }
        : null,
      wants: { why: wordsOf(own, 'why'), what: wordsOf(own, 'what') },
      unknowns: findUnknowns(said),
      noes: findNoes(said),
      blanks: findBlanks(
        own.filter((row) => row.words || row.window_from),
        gathering.has(id),
      ),
    })
  }
  return parts
}

const wordsOf = (answers: readonly { question: string; words: string }[], question: string) =>
  answers.find((one) => one.question === question)?.words ?? ''
