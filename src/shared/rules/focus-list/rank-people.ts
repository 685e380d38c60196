// The order of the focus list, and in one line why one stands above the next: the same rules decide both.

import type { Facts, MessageRef } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { type Evidence, findReason, isDue, type Reason } from './reasons.ts'

export interface Ranked {
  evidence: Evidence
  reason: Reason
}

interface OrderRule {
  /** Negative when `a` stands above `b`, 0 when this rule cannot tell. */
  compare(a: Ranked, b: Ranked): number
  /** Why `above` stands above `below`, when this rule told them apart. */
  explain(above: Ranked, below: Ranked): MessageRef
}

/** The first that can tell decides; no two people are equal under all of them. */
const orderRules: readonly OrderRule[] = [
  {
    compare: (a, b) => Number(b.evidence.pinned) - Number(a.evidence.pinned),
    explain: () => message('pinned'),
  },
  {
    compare: (a, b) => a.reason.rank - b.reason.rank,
    explain: (above, below) =>
      message('kind', { above: nameKind('one', above), below: nameKind('one', below) }),
  },
  {
    compare: (a, b) => compareMargins(a.evidence.margin, b.evidence.margin),
    explain: (above, below) =>
      below.evidence.margin === null
        ? tie('marginUnknown', above, { above: above.evidence.margin! })
        : tie('margin', above, { above: above.evidence.margin!, below: below.evidence.margin }),
  },
  {
    compare: (a, b) => compareText(lastTouchOn(a), lastTouchOn(b)),
    explain: (above, below) =>
      lastTouchOn(above) === ''
        ? tie('noTouch', above)
        : tie('touch', above, { above: lastTouchOn(above), below: lastTouchOn(below) }),
  },
  {
    compare: (a, b) => compareText(joinedOn(a), joinedOn(b)),
    explain: (above, below) =>
      below.evidence.joinedOn === null
        ? tie('onList', above)
        : tie('joined', above, { above: joinedOn(above), below: below.evidence.joinedOn }),
  },
  {
    compare: (a, b) => a.evidence.personId - b.evidence.personId,
    explain: (above) => tie('known', above),
  },
]

/**
 * Puts people in order: pins, then reason, then known margin (largest first), then oldest touch, then who joined
 * the list first, then who was written down first.
 * A total order: the same evidence gives the same list, however it was read.
 */
export function rankPeople(evidence: readonly Evidence[]): Ranked[] {
  return evidence.map((one) => ({ evidence: one, reason: findReason(one) })).sort(compareRanked)
}

function compareRanked(a: Ranked, b: Ranked): number {
  for (const rule of orderRules) {
    const order = rule.compare(a, b)
    if (order !== 0) return order
  }
  return 0
}

/**
 * Answers "why is this above that?" in one line, by the first rule that tells them apart.
 * @returns null when rankPeople does not put `above` above `below`
 */
export function explainOrder(above: Ranked, below: Ranked): MessageRef | null {
  const rule = orderRules.find((one) => one.compare(above, below) !== 0)
  return rule && rule.compare(above, below) < 0 ? rule.explain(above, below) : null
}

/**
 * Who has the least claim to a place, for whom one more would join: never pins before others, nobody with a next
 * step or a fresh touch before those without, then the least reason, the most touches of ours, the oldest touch, id.
 */
export function rankWeakest(ranked: readonly Ranked[]): { personId: number; claim: MessageRef }[] {
  const hasHold = ({ evidence, reason }: Ranked) => Number(evidence.steps.length > 0 || !isDue(reason))
  return [...ranked]
    .sort(
      (a, b) =>
        Number(a.evidence.pinned) - Number(b.evidence.pinned) ||
        hasHold(a) - hasHold(b) ||
        b.reason.rank - a.reason.rank ||
        b.evidence.touches - a.evidence.touches ||
        compareText(lastTouchOn(a), lastTouchOn(b)) ||
        a.evidence.personId - b.evidence.personId,
    )
    .map((one) => ({ personId: one.evidence.personId, claim: describeClaim(one) }))
}

/** What speaks for keeping their place, or that nothing much does. */
function describeClaim({ evidence, reason }: Ranked): MessageRef {
  const { pinned, steps, touches, today } = evidence
  if (pinned) return { key: 'focusList.claims.pinned' }
  if (steps[0]) {
    const on = steps[0].dueOn
    return { key: on < today ? 'focusList.claims.due' : 'focusList.claims.booked', facts: { on, today } }
  }
  if (!isDue(reason)) return { key: 'focusList.claims.fresh' }
  if (touches === 0) return { key: 'focusList.claims.untouched' }
  return { key: 'focusList.claims.touched', facts: { count: touches } }
}

function lastTouchOn({ evidence }: Ranked): string {
  return evidence.lastTouch?.on ?? ''
}

/** Whoever is not on the list comes after those who are. */
function joinedOn({ evidence }: Ranked): string {
  return evidence.joinedOn ?? '~'
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

function message(name: NameIn<'focusList.order'>, facts: Facts = {}): MessageRef {
  return { key: `focusList.order.${name}`, facts }
}

/** Both have the same kind of reason, which the sentence names first. */
function tie(name: NameIn<'focusList.order'>, above: Ranked, facts: Facts = {}): MessageRef {
  return message(name, { ...facts, both: nameKind('both', above), today: above.evidence.today })
}

/** The catalogue's own name of a kind, put into words by the sentence that holds it. */
function nameKind(form: 'one' | 'both', { reason }: Ranked): string {
  const name = reason.kind.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())
  return `focusList.order.${form}.${name}`
}
