// How somebody stands with us, told by what happened and never by what is hoped; and what is missing for the next.
import type { MessageRef, Name } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { type ClosedDays, countRunningDays } from '../days/closed-days.ts'
import { addDays, daysBetween } from '../days/days.ts'
import { type DecisiveQuestion, decisiveQuestions } from './know-card.ts'

/** Each includes the ones before it; '' is nobody we know yet. */
export const standings = ['', 'known', 'likes us', 'trusts us', 'fan', 'advocate'] as const
export type Standing = (typeof standings)[number]

/** What happened between us, as far as standing looks at it. Days are local. */
export interface StandingEvidence {
  today: string
  /** Both clocks stand still in these. */
  closed: readonly ClosedDays[]
  /** Questions of the Know card with an answer, of 5. */
  answers: number
  /** The decisive questions of "worth our time?" answered yes. */
  yes: readonly DecisiveQuestion[]
  /** A touch with a give that they could notice: an attempt is none. */
  gave: boolean
  /** The last two-way touch: met, talked, or theirs. */
  lastContactOn: string | null
  bought: boolean
  /** Their latest feedback, 0 to 10. */
  score: number | null
  /** Whom they named, the latest last. */
  names: readonly NamedFriend[]
}

export interface NamedFriend {
  on: string
  /** Null for a name not written down. */
  personId: number | null
  /** What the friend is called; '' for one whose name is not told, such as a private person. */
  name: Name
}

export interface StandingFound {
  standing: Standing
  /** From "trusts us" on, what it rests on. */
  because: MessageRef | null
  /** The one above; null for an advocate. */
  next: Standing | null
  /** What is missing for it, each a few words such as "a first sale". */
  missing: MessageRef[]
}

/** Answers of the card that make somebody known. */
export const answersToKnow = 4
/** Days since the last contact after which liking is no longer evident. */
export const contactDays = 180
/** Feedback from which somebody trusts us. */
export const trustingScore = 9
/** Names in twelve months that make a fan an advocate. */
export const advocateNames = 2

/**
 * Known: 4 of 5 answers, the decisive questions yes. Likes us: known, a give they noticed, and a contact in 180 days.
 * Trusts us: likes us, and bought, or a 9 or 10, or named somebody. Fan: trusts us, bought, and named somebody in
 * twelve months. Advocate: a fan with two names in them. Days of closed periods count in neither clock.
 *
 * A score is the latest given: trust is how they see us now, and a 10 that a 4 followed is none (the design says
 * "feedback 9–10" and leaves open which). A sale and a name happened, and are not taken back by a low score.
 */
export function findStanding(evidence: StandingEvidence): StandingFound {
  let standing: Standing = ''
  for (const next of standings.slice(1)) {
    const missing = missingFor[next as Exclude<Standing, ''>](evidence)
    if (missing.length > 0) return { standing, because: explain(standing, evidence), next, missing }
    standing = next
  }
  return { standing, because: explain(standing, evidence), next: null, missing: [] }
}

const missingFor: Record<Exclude<Standing, ''>, (evidence: StandingEvidence) => MessageRef[]> = {
  known: ({ answers, yes }) => [
    ...(answers < answersToKnow ? [missing('answers', answersToKnow - answers)] : []),
    ...decisiveQuestions.filter((question) => !yes.includes(question)).map((question) => missing(question)),
  ],
  'likes us': ({ gave, lastContactOn, today, closed }) => [
    ...(gave ? [] : [missing('give')]),
    ...(lastContactOn !== null && countRunningDays(lastContactOn, today, closed) <= contactDays
      ? []
      : [missing('contact')]),
  ],
  'trusts us': ({ bought, score, names }) =>
    bought || (score ?? 0) >= trustingScore || names.length > 0 ? [] : [missing('trust')],
  fan: (evidence) => [
    ...(evidence.bought ? [] : [missing('sale')]),
    ...(countRecentNames(evidence) > 0 ? [] : [missing('name')]),
  ],
  advocate: (evidence) => {
    const names = countRecentNames(evidence)
    return names >= advocateNames ? [] : [missing('names', advocateNames - names)]
  },
}

/** The strongest of what trust rests on. */
function explain(standing: Standing, { bought, score, names }: StandingEvidence): MessageRef | null {
  if (standings.indexOf(standing) < standings.indexOf('trusts us')) return null
  const named = names.at(-1)
  if (named) {
    return named.name
      ? { key: 'knowCard.because.named', facts: { friend: named.name } }
      : { key: 'knowCard.because.namedSomebody' }
  }
  return bought || score === null
    ? { key: 'knowCard.because.bought' }
    : { key: 'knowCard.because.score', facts: { score } }
}

function missing(name: NameIn<'knowCard.missing'>, count?: number): MessageRef {
  const key = `knowCard.missing.${name}` as const
  return count === undefined ? { key } : { key, facts: { count } }
}

/**
 * The days whose evidence counted on one day and no longer on a later one: a contact on them was within 180 days then,
 * or a name within twelve months. Who had nothing else that week can only have moved because of these.
 */
export function findLapsedDays(
  then: string,
  now: string,
  closed: readonly ClosedDays[],
): { contacts: { from: string; to: string }; names: { from: string; to: string } } {
  const between = (daysFor: (day: string) => number) => ({
    from: findFirstDayWithin(daysFor(then), then, closed),
    to: addDays(findFirstDayWithin(daysFor(now), now, closed), -1),
  })
  return { contacts: between(() => contactDays), names: between(daysOfYear) }
}

/** The earliest day from which the clock ran no longer than this. */
function findFirstDayWithin(days: number, day: string, closed: readonly ClosedDays[]): string {
  let beyond = addDays(day, -(days + 1))
  for (;;) {
    const missing = days + 1 - countRunningDays(beyond, day, closed)
    if (missing <= 0) return addDays(beyond, 1)
    beyond = addDays(beyond, -missing)
  }
}

/** Days of the year that ends on this day. */
function daysOfYear(day: string): number {
  return daysBetween(Temporal.PlainDate.from(day).subtract({ years: 1 }).toString(), day)
}

/** Friends named in twelve months on which the clock ran; the same friend twice is one. */
function countRecentNames({ names, today, closed }: StandingEvidence): number {
  const days = daysOfYear(today)
  const recent = names.filter(({ on }) => countRunningDays(on, today, closed) <= days)
  const unwritten = recent.filter(({ personId }) => personId === null).length
  return unwritten + new Set(recent.flatMap(({ personId }) => personId ?? [])).size
}
