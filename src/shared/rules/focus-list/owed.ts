// What we owe somebody, on the list or not: a promise that is due, a friend who expects us, an answer to an inquiry.
import type { Facts, MessageRef } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { daysBetween } from '../days/days.ts'
import type { How } from '../touches/touch-kinds.ts'
import type { Evidence, StepEvidence } from './evidence.ts'
import { shorten, shortenName } from './quote-words.ts'

/** In the order in which those owed stand. */
export const owedKinds = ['promise', 'friend expects us', 'inquiry'] as const
export type OwedKind = (typeof owedKinds)[number]

export interface Owed {
  kind: OwedKind
  /** The day since which, or for which, it is owed. */
  on: string
  message: MessageRef
}

/** Days after which an inquiry is no longer owed: then it is asked once whether to apologise or to let go. */
export const inquiryDays = 30
/** Days after which a friend has been waiting. */
const friendDays = 14

/** Everything owed, in the order of `owedKinds`. Promises count up to the evidence's last day; no clock stops for them. */
export function findOwed(evidence: Evidence): Owed[] {
  return [...findPromises(evidence), ...findFriend(evidence), ...findInquiry(evidence)]
}

function message(name: NameIn<'focusList.reasons'>, facts: Facts, { today }: Evidence): MessageRef {
  return { key: `focusList.reasons.${name}`, facts: { ...facts, today } }
}

function findPromises(evidence: Evidence): Owed[] {
  return evidence.steps
    .filter((step) => step.promised && step.dueOn <= evidence.through)
    .map((step) => ({ kind: 'promise', on: step.dueOn, message: sayPromise(step, evidence) }))
}

function sayPromise(step: StepEvidence, evidence: Evidence): MessageRef {
  const { today } = evidence
  const what = shorten(step.what)
  const from = step.movedFrom ?? ''
  const when = step.dueOn < today ? 'Late' : step.dueOn === today && !evidence.onPaper ? 'Today' : 'On'
  const name = `promised${from ? 'Moved' : ''}${when}${what ? 'What' : ''}` as const
  return message(name, { on: step.dueOn, what, ...(from ? { from } : {}) }, evidence)
}

/** A friend who agreed to be called waits until we touched them, or spoke with them, since they were named. */
function findFriend(evidence: Evidence): Owed[] {
  const { referral, lastOwnTouchOn, lastContact, today } = evidence
  if (!referral?.expectsUs || referral.firstContactOn) return []
  if ([lastOwnTouchOn, lastContact?.on].some((on) => on && on >= referral.on)) return []
  const name = daysBetween(referral.on, today) >= friendDays ? 'friendWaits' : 'friendExpects'
  const facts = { by: shortenName(referral.by), on: referral.on }
  return [{ kind: 'friend expects us', on: referral.on, message: message(name, facts, evidence) }]
}

const inquiryNames = {
  voicemail: 'inquiryVoicemail',
  message: 'inquiryMessage',
  letter: 'inquiryLetter',
  'no answer': 'inquiryMissedCall',
} as const satisfies Partial<Record<How, string>>

function findInquiry(evidence: Evidence): Owed[] {
  const { inquiry, today } = evidence
  if (!inquiry || !(inquiry.how in inquiryNames) || daysBetween(inquiry.on, today) > inquiryDays) return []
  const name = inquiryNames[inquiry.how as keyof typeof inquiryNames]
  const note = shorten(inquiry.note)
  const words = message(note ? `${name}Note` : name, { on: inquiry.on, note }, evidence)
  return [{ kind: 'inquiry', on: inquiry.on, message: words }]
}
