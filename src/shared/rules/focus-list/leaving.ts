// When to think again about somebody on the focus list: what is proposed and why; the owner alone decides.

import type { MessageRef } from '../../errors.ts'
import type { MessageKey } from '../../message-key.ts'
import { type ClosedDays, countRunningDays } from '../days/closed-days.ts'
import { type DecisiveQuestion, findDisqualifier, type Qualified } from '../know-card/know-card.ts'
import { type Channel, countsAs, countsInRing, type Direction, type How } from '../touches/touch-kinds.ts'

/** What the proposals look at for one person on the focus list; read from the file by src/data/focus-list/leaving.ts. */
export interface LeavingEvidence {
  today: string
  /** The day they joined the focus list. */
  joinedOn: string
  /** The day the owner last chose Keep since they joined; null when never. */
  keptOn: string | null
  /** What was answered to "worth our time?", who said so and when. */
  qualified: (Qualified & { saidBy: string; saidOn: string })[]
  /** Every touch and attempt since the open pursuit began, in their order; theirs and those to many included. */
  touches: { on: string; how: How; direction: Direction; channel: Channel; toMany: boolean }[]
  /** The last day a quote was sent, or a question of the Know card or "worth our time?" was answered. */
  learntOn: string | null
  /** Touches of ours without movement after which to look again: the goal of the ring. */
  goal: number
  /** Whether a next step is open. */
  hasNextStep: boolean
  /** The last day a next step of theirs was done or dropped; null when none ever was. */
  stepClosedOn: string | null
}

export type ProposalKind = 'ruled out' | 'tries' | 'touches' | 'undated'

export interface LeavingProposal {
  kind: ProposalKind
  propose: 'drop' | 'park' | 'look again' | 'decide'
  /** The whole sentence; Keep, Park and Drop stand beside it as buttons. */
  message: MessageRef
  /** The reason already filled in when the owner follows the proposal; null when it must be their own words. */
  because: MessageRef | null
}

/** More touches before the next look after a Keep (domain brief, section 4). */
const touchesAfterKeep = 6
/** Tries without contact, on how many channels, over how many days (six attempts, two channels, three weeks). */
const triesToPark = 6
const channelsToPark = 2
const daysToPark = 21
/** Days on the list without a next step and without anything of ours. */
const daysUndated = 30
/** Nobody is asked about who was not tried or touched this often since they joined, or since the owner last kept them. */
const leastTries = 3

const becauses: Record<DecisiveQuestion, MessageKey> = {
  need: 'focusList.leave.usual.noNeed',
  decider: 'focusList.leave.usual.notDecider',
  price: 'focusList.leave.usual.cannotPay',
}

/**
 * What to propose for one person, or null. Days of closed periods are not counted. The first that holds, in this order:
 *
 * - ruled out: a "no" on need, decider or price that is newer than the last Keep → drop, with that reason;
 * - tries: six attempts of ours on two channels, at least 21 days from the first to the last, and nothing from them
 *   in between or since → park. Keep is quiet for six more;
 * - touches: as many touches of the ring's count as its goal without movement (a contact, anything of theirs, a quote,
 *   a new answer) → look again. Keep is quiet for six more (12, 18, 24);
 * - undated: thirty days without an open next step, since they joined, the last one was closed, the last Keep or the
 *   last time either side was in touch or tried, and tried or touched three times by then → give a date, park or drop.
 *
 * A booked next step silences the last alone: after twelve touches one more date is the habit to look at.
 * What happened on the day of a quote, an answer or a Keep counts as before it, for those have no time of day.
 */
export function findProposal(
  evidence: LeavingEvidence,
  closed: readonly ClosedDays[],
): LeavingProposal | null {
  return (
    proposeDrop(evidence) ??
    proposePark(evidence, closed) ??
    proposeLook(evidence) ??
    proposeDate(evidence, closed)
  )
}

function proposeDrop({ qualified, keptOn }: LeavingEvidence): LeavingProposal | null {
  const answers = qualified.filter((one) => keptOn === null || one.saidOn > keptOn)
  const question = findDisqualifier(answers)
  if (question === null) return null
  const { saidBy: by, saidOn: on } = answers.find((one) => one.question === question)!
  return {
    kind: 'ruled out',
    propose: 'drop',
    message: by
      ? { key: `focusList.proposals.ruledOutBy.${question}`, facts: { by, on } }
      : { key: `focusList.proposals.ruledOut.${question}`, facts: { on } },
    because: { key: becauses[question] },
  }
}

/** From them, or two-way: both end a count of ours that went unanswered. */
const isReply = (touch: LeavingEvidence['touches'][number]) =>
  touch.direction === 'in' || countsAs(touch) === 'contact'

/** What came after the last reply. */
function sinceReply(touches: LeavingEvidence['touches']): LeavingEvidence['touches'] {
  return touches.slice(touches.findLastIndex(isReply) + 1)
}

function proposePark(evidence: LeavingEvidence, closed: readonly ClosedDays[]): LeavingProposal | null {
  const tries = sinceReply(evidence.touches).filter((touch) => countsAs(touch) === 'attempt')
  const isEnough = (some: typeof tries) =>
    some.length >= triesToPark &&
    new Set(some.map((touch) => touch.channel)).size >= channelsToPark &&
    countRunningDays(some[0]!.on, some.at(-1)!.on, closed) >= daysToPark
  if (!isEnough(tries)) return null
  const keptThrough = evidence.keptOn
  const kept = keptThrough === null ? [] : tries.filter((touch) => touch.on <= keptThrough)
  if (isEnough(kept) && tries.length < kept.length + triesToPark) return null
  return {
    kind: 'tries',
    propose: 'park',
    message: {
      key: 'focusList.proposals.tries',
      facts: { count: tries.length, on: tries[0]!.on, today: evidence.today },
    },
    because: { key: 'focusList.leave.usual.noAnswer' },
  }
}

function proposeLook({ touches, learntOn, keptOn, goal, today }: LeavingEvidence): LeavingProposal | null {
  const ours = sinceReply(touches).filter(
    (touch) => countsInRing(touch) && (learntOn === null || touch.on > learntOn),
  )
  const atKeep = keptOn === null ? 0 : ours.filter((touch) => touch.on <= keptOn).length
  const wanted = atKeep >= goal ? atKeep + touchesAfterKeep : goal
  if (ours.length < wanted) return null
  return {
    kind: 'touches',
    propose: 'look again',
    message: { key: 'focusList.proposals.touches', facts: { count: ours.length, on: ours[0]!.on, today } },
    because: null,
  }
}

/** Tries and touches of ours, to them alone, since they joined or were last kept. */
function countTries({ touches, joinedOn, keptOn }: LeavingEvidence): number {
  const since = keptOn ?? joinedOn
  return touches.filter((touch) => touch.direction === 'out' && !touch.toMany && touch.on >= since).length
}

function proposeDate(evidence: LeavingEvidence, closed: readonly ClosedDays[]): LeavingProposal | null {
  if (evidence.hasNextStep || countTries(evidence) < leastTries) return null
  const { joinedOn, stepClosedOn, keptOn, today, touches } = evidence
  const since = [joinedOn, stepClosedOn ?? '', keptOn ?? '', touches.at(-1)?.on ?? ''].sort().at(-1)!
  if (countRunningDays(since, today, closed) < daysUndated) return null
  return {
    kind: 'undated',
    propose: 'decide',
    message: { key: 'focusList.proposals.undated', facts: { on: since, today } },
    because: null,
  }
}
