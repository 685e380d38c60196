// Who has the least claim to a place on a full list, and what speaks for keeping it.
import type { MessageRef } from '../../errors.ts'
import { findRetry } from './timely.ts'
import { groups, type WhoNow } from './who-now.ts'

/**
 * Those first who have the least claim: never pins before others, nobody owed or of a date before those whose turn it
 * merely is, nobody with something planned before those without; then whom most was tried with, and the oldest touch.
 */
export function rankWeakest(people: readonly WhoNow[]): { personId: number; claim: MessageRef }[] {
  return people
    .toSorted(
      (a, b) =>
        Number(a.evidence.pinned) - Number(b.evidence.pinned) ||
        holdOf(a) - holdOf(b) ||
        b.evidence.touches + b.evidence.attempts - a.evidence.touches - a.evidence.attempts ||
        compareText(a.since, b.since) ||
        a.evidence.personId - b.evidence.personId,
    )
    .map((one) => ({ personId: one.evidence.personId, claim: describeClaim(one) }))
}

/** How firmly they hold their place: owed 3, a date 2, something planned or a fresh touch 1. */
function holdOf(one: WhoNow): number {
  if (one.group === 'owed' || one.group === 'timely') return 3 - groups.indexOf(one.group)
  return Number(hasPlan(one) || one.group === 'rest')
}

/** A step that says something; a mere day to try again is none. */
const hasPlan = ({ evidence }: WhoNow) => evidence.steps.some((step) => step.id !== findRetry(evidence)?.id)

function describeClaim(one: WhoNow): MessageRef {
  const { evidence, owed, timely } = one
  const { pinned, steps, touches, attempts, today } = evidence
  if (pinned) return { key: 'focusList.claims.pinned' }
  const now = owed[0] ?? timely[0]
  if (now) return now.message
  const step = steps.find((each) => each.id !== findRetry(evidence)?.id)
  if (step) return { key: 'focusList.claims.booked', facts: { on: step.dueOn, today } }
  if (evidence.lastTouch && one.group === 'rest')
    return { key: 'focusList.claims.fresh', facts: { on: evidence.lastTouch.on, today } }
  if (touches + attempts === 0) return { key: 'focusList.claims.untouched' }
  if (touches === 0) return { key: 'focusList.claims.tried', facts: { count: attempts } }
  return { key: 'focusList.claims.touched', facts: { count: touches } }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
