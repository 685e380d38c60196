// Who now: those we owe, those whose date it is, those whose turn it is; the one rule behind Today, the sheet and the list.
import type { MessageRef } from '../../errors.ts'
import { addOpenDays } from '../days/open-days.ts'
import type { Evidence } from './evidence.ts'
import { findOwed, type Owed } from './owed.ts'
import { findPlans, findRetry, findTimely, type Timely, tryDays } from './timely.ts'
import { listStandingReasons } from './why-them.ts'

/** In the order in which they stand. */
export const groups = ['owed', 'timely', 'turn', 'rest'] as const
export type Group = (typeof groups)[number]

/** Open days after a touch before their turn comes again. */
export const restDays = 10
/** A row that stood for so many open days with nothing done gives its place up for so many. */
const shownDays = 3
const standsBackDays = 5
/** Of the places that are for turns, one in so many may go to retries. */
const retryShare = 3
/** A week that holds fewer places leaves to retries only what is left over. */
const fewWeekPlaces = 9

/** Where somebody stands now, and why. */
export interface WhoNow {
  evidence: Evidence
  group: Group
  owed: readonly Owed[]
  timely: readonly Timely[]
  /** The day for which, or since which, it is their time; '' when they were never tried. Earlier stands first. */
  since: string
  /** Their turn by the day they are to be tried again, and not by the time that has passed. */
  isRetry: boolean
  /** At rest: the day their turn comes, null when only the owner can say. */
  turnOn: string | null
}

/**
 * The group somebody belongs to. What is owed is owed to anybody, and what the owner planned is planned with anybody;
 * other dates, and turns, are for who is on the focus list. Source: domain brief, section 4, "Who now".
 */
export function findWhoNow(evidence: Evidence): WhoNow {
  const owed = findOwed(evidence)
  const timely = mayBeProposed(evidence) ? findDates(evidence) : []
  const common = { evidence, owed, timely, isRetry: false, turnOn: null }
  if (owed.length > 0) return { ...common, group: 'owed', since: owed[0]!.on }
  if (timely.length > 0) return { ...common, group: 'timely', since: timely[0]!.on }
  const turn = findTurn(evidence)
  if (turn) return { ...common, group: 'turn', since: waitingSince(evidence), isRetry: turn === 'retry' }
  return { ...common, group: 'rest', since: waitingSince(evidence), turnOn: findTurnDay(evidence) }
}

const findDates = (evidence: Evidence) =>
  evidence.joinedOn === null ? findPlans(evidence) : findTimely(evidence)

/** Not put off, and not standing back after three days on which nothing was done. */
function mayBeProposed(evidence: Evidence): boolean {
  const { putOffUntil, today } = evidence
  if (putOffUntil !== null && putOffUntil > today) return false
  const back = standsBackUntil(evidence)
  return back === null || back <= today
}

/** The day on which somebody who stood for three open days in vain may stand again; null while they need not go. */
function standsBackUntil({ shownOn, today, shop }: Evidence): string | null {
  let count = 0
  let until: string | null = null
  for (const day of shownOn) {
    if (day >= today || (until !== null && day < until)) continue
    count += 1
    if (count < shownDays) continue
    until = addOpenDays(day, standsBackDays + 1, shop)
    count = 0
  }
  return until
}

/** The last day of the latest run of three on which they stood in vain: they wait from then as if they had been tried. */
function lastGivenUp({ shownOn, today, shop }: Evidence): string {
  let count = 0
  let last = ''
  let until = ''
  for (const day of shownOn) {
    if (day >= today || day < until) continue
    count += 1
    if (count < shownDays) continue
    until = addOpenDays(day, standsBackDays + 1, shop)
    last = day
    count = 0
  }
  return last
}

/** Since when nothing was done with them: the later of the last touch, the last try, and the last time they stood in vain. */
function waitingSince(evidence: Evidence): string {
  const { lastTouch, lastAttemptOn } = evidence
  return [lastTouch?.on ?? '', lastAttemptOn ?? '', lastGivenUp(evidence)].sort().at(-1)!
}

/**
 * Whether it is their turn. A retry has its day and is free of the rest after a touch. Nobody is touched or tried more
 * than twice in ten open days for their turn's sake.
 */
function findTurn(evidence: Evidence): 'turn' | 'retry' | null {
  if (!mayBeProposed(evidence) || isBooked(evidence)) return null
  const { joinedOn, today, through } = evidence
  if (wasTriedTwice(evidence)) return null
  if (joinedOn !== null && isTurnDay(evidence)) return 'turn'
  const retry = findRetry(evidence)
  return retry && retry.dueOn <= through && retryIsFree(evidence, today) ? 'retry' : null
}

/** Nobody is rung on the day they were touched or tried. */
const retryIsFree = ({ lastTouch, lastAttemptOn }: Evidence, today: string) =>
  (lastTouch?.on ?? '') < today && (lastAttemptOn ?? '') < today

function wasTriedTwice({ ownDays, today, shop }: Evidence): boolean {
  const before = ownDays.at(-2)
  return before !== undefined && addOpenDays(before, restDays, shop) > today
}

/** Ten open days after the last touch, three after the last try. */
function isTurnDay(evidence: Evidence): boolean {
  const { lastTouch, lastAttemptOn, today, shop } = evidence
  if (lastTouch && addOpenDays(lastTouch.on, restDays, shop) > today) return false
  return lastAttemptOn === null || addOpenDays(lastAttemptOn, tryDays, shop) <= today
}

/** A step for a later day: until then it is not their turn. */
function isBooked({ steps, through }: Evidence): boolean {
  return steps.some((step) => step.dueOn > through)
}

/** The day their turn comes by itself; null while it hangs on the owner. */
function findTurnDay(evidence: Evidence): string | null {
  const { joinedOn, lastTouch, lastAttemptOn, ownDays, putOffUntil, steps, through, today, shop } = evidence
  if (joinedOn === null) return null
  const rest = lastTouch ? addOpenDays(lastTouch.on, restDays, shop) : ''
  const tried = lastAttemptOn === null ? '' : addOpenDays(lastAttemptOn, tryDays, shop)
  const twice = ownDays.length > 1 ? addOpenDays(ownDays.at(-2)!, restDays, shop) : ''
  const booked = steps.find((step) => step.dueOn > through)?.dueOn ?? ''
  const retry = findRetry(evidence)
  const turn = retry && retry.dueOn > today ? retry.dueOn : [rest, tried].sort().at(-1)!
  return [turn, twice, booked, putOffUntil ?? '', standsBackUntil(evidence) ?? '', today].sort().at(-1)!
}

/** How much a day or a sheet holds. */
export interface Places {
  /** Rows in all, what was done already left out. */
  places: number
  /** A small week, or a list that is over capacity: retries get only what is left over. */
  scarce: boolean
}

/** Whether retries get only what is left over. @param weekPlaces rows an ordinary week holds */
export function isScarce(weekPlaces: number, onList: number, capacity: number): boolean {
  return weekPlaces < fewWeekPlaces || onList > capacity
}

/**
 * Whom a day or a sheet shows, in order: everybody owed, then dates, then turns. After the owed, at least half of the
 * places is for turns, of that at most a third for retries; places nobody has a claim to stay empty. Who has a date and
 * finds no place for it still waits for a turn, and so does who is to be tried again: else they would never come up.
 */
export function chooseWho(people: readonly WhoNow[], { places, scarce }: Places): WhoNow[] {
  const ranked = people.toSorted(compareWho)
  const owed = ranked.filter((one) => one.group === 'owed')
  const left = Math.max(0, places - owed.length)
  const timely = ranked.filter((one) => one.group === 'timely')
  const byDate = timely.slice(0, Math.floor(left / 2))
  const forTurns = left - byDate.length
  const waiting = ranked
    .filter((one) => (one.group === 'turn' || one.group === 'timely') && !byDate.includes(one))
    .filter((one) => !one.isRetry && findTurn(one.evidence) === 'turn')
    .toSorted(compareTurns)
  const retries = ranked.filter((one) => one.isRetry || (one.group === 'turn' && isAlsoRetry(one)))
  const retried = scarce ? [] : retries.slice(0, Math.floor(forTurns / retryShare))
  const turns = waiting.filter((one) => !retried.includes(one)).slice(0, forTurns - retried.length)
  const rest = [...retries, ...timely].filter((one) => ![...byDate, ...turns, ...retried].includes(one))
  const spare = [...new Set(rest)].slice(0, Math.max(0, forTurns - retried.length - turns.length))
  const chosen = new Set([...byDate, ...retried, ...turns, ...spare])
  return [...owed, ...ranked.filter((one) => chosen.has(one))]
}

/** Their retry is due, and so is their turn. */
const isAlsoRetry = ({ evidence }: WhoNow) => {
  const retry = findRetry(evidence)
  return retry !== null && retry.dueOn <= evidence.through
}

/** Everybody in the order of the list: owed, dates, turns, then who is at rest, the soonest first. A total order. */
export function rankWho(people: readonly Evidence[]): WhoNow[] {
  return people.map(findWhoNow).sort(compareWho)
}

/** What told two people apart. */
export type OrderRule = 'group' | 'pinned' | 'since' | 'turnOn' | 'margin' | 'touch' | 'joined' | 'known'

type Compare = (a: WhoNow, b: WhoNow) => number

const rules: readonly (readonly [OrderRule, Compare])[] = [
  ['group', (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group)],
  ['pinned', (a, b) => Number(b.evidence.pinned) - Number(a.evidence.pinned)],
  ['turnOn', (a, b) => (a.group === 'rest' ? compareText(a.turnOn ?? '~', b.turnOn ?? '~') : 0)],
  ['since', (a, b) => compareText(a.since, b.since)],
  ['margin', (a, b) => compareMargins(a.evidence.margin, b.evidence.margin)],
  ['touch', (a, b) => compareText(a.evidence.lastTouch?.on ?? '', b.evidence.lastTouch?.on ?? '')],
  ['joined', (a, b) => compareText(a.evidence.joinedOn ?? '~', b.evidence.joinedOn ?? '~')],
  ['known', (a, b) => a.evidence.personId - b.evidence.personId],
]

function compareWho(a: WhoNow, b: WhoNow): number {
  return findOrder(a, b)?.order ?? 0
}

/** For a turn nobody's date counts, only how long they wait. */
const turnRules = rules.filter(([rule]) => rule !== 'group' && rule !== 'since')

function compareTurns(a: WhoNow, b: WhoNow): number {
  const pinned = Number(b.evidence.pinned) - Number(a.evidence.pinned)
  const waiting = compareText(waitingSince(a.evidence), waitingSince(b.evidence))
  if (pinned || waiting) return pinned || waiting
  for (const [, compare] of turnRules) {
    const order = compare(a, b)
    if (order !== 0) return order
  }
  return 0
}

/** The first rule that tells them apart, and which way; null for one and the same. */
export function findOrder(a: WhoNow, b: WhoNow): { rule: OrderRule; order: number } | null {
  for (const [rule, compare] of rules) {
    const order = compare(a, b)
    if (order !== 0) return { rule, order }
  }
  return null
}

function compareMargins(a: number | null, b: number | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return b - a
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Why them: what is owed or whose date it is, then the owner's own words, always; a promise or a plan alone does not say
 * why them, so the best standing reason stands beside it.
 * @returns none when nothing is known: "their turn" is no reason
 */
export function listReasons({ owed, timely, evidence }: WhoNow): MessageRef[] {
  const promises = owed.filter((one) => one.kind === 'promise')
  // Every promise is said, however many.
  const now = promises.length > 1 ? promises : [...owed, ...timely].slice(0, 1)
  const reasons = now.map((one) => one.message)
  const standing = listStandingReasons(evidence).filter(
    (one) => !reasons.some((said) => tellsTheSame(said, one)),
  )
  const own = standing.filter(({ key }) => key === 'focusList.reasons.whyNow')
  if (own.length > 0) return [...reasons, ...own]
  const saysWhy = now.length > 1 || (now[0] !== undefined && tellsWhy(now[0]))
  return saysWhy ? reasons : [...reasons, ...standing.slice(0, 1)]
}

/** A promise, a plan and a talk without a note say what is to be done, and not why with them. */
const tellsWhy = ({ kind, message }: Owed | Timely) =>
  kind !== 'promise' && kind !== 'planned step' && (kind !== 'good talk' || message.key.endsWith('Note'))

const subjects = ['quote', 'window', 'referred', 'friend', 'bought', 'met', 'talked', 'wrote', 'inquiry']

/** Two sentences about one thing, in other words. */
function tellsTheSame(a: MessageRef, b: MessageRef): boolean {
  const name = ({ key }: MessageRef) => key.replace('focusList.reasons.', '')
  const subject = (message: MessageRef) =>
    subjects.find((one) => name(message).startsWith(one)) ?? name(message)
  const isName = (one: string) => one === 'referred' || one === 'friend'
  const [first, second] = [subject(a), subject(b)]
  if (first === second || (isName(first) && isName(second))) return true
  return Boolean(a.facts?.what) && a.facts?.what === b.facts?.words
}
