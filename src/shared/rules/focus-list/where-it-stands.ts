// Where it stands with somebody, small beside the reason: the last thing that happened, and how to try this time.
import type { Facts, MessageRef } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { daysBetween } from '../days/days.ts'
import type { Channel } from '../touches/touch-kinds.ts'
import type { Evidence, TouchEvidence } from './evidence.ts'

function message(name: NameIn<'focusList.stands'>, facts: Facts, { today }: Evidence): MessageRef {
  return { key: `focusList.stands.${name}`, facts: { ...facts, today } }
}

/** What happened last: tries since the last touch, else that touch, else that nothing has happened yet. */
export function describeState(evidence: Evidence): MessageRef {
  const { lastTouch, unanswered, lastAttemptOn, joinedOn, today, attempts } = evidence
  const tries = unanswered.filter((one) => one.how === 'no answer')
  if (lastAttemptOn !== null && (lastTouch === null || lastAttemptOn >= lastTouch.on)) {
    const count = Math.max(1, tries.length > 0 ? tries.length : attempts)
    return message('tried', { count, on: lastAttemptOn }, evidence)
  }
  if (lastTouch) return message(nameTouch(lastTouch), { on: lastTouch.on }, evidence)
  if (joinedOn === null) return message('notTriedYet', {}, evidence)
  const count = daysBetween(joinedOn, today)
  if (count < 7) return message('notTriedYet', {}, evidence)
  return message('onListFor', { count: Math.floor(count / 7) }, evidence)
}

function nameTouch({ how, direction, outcome }: TouchEvidence): NameIn<'focusList.stands'> {
  const theirs = direction === 'in'
  if (outcome === 'quote') return 'quoted'
  switch (how) {
    case 'met':
    case 'event':
      return theirs ? 'cameIn' : 'met'
    case 'talked':
      return theirs ? 'rangYou' : 'spoke'
    case 'no answer':
      return 'rangYou'
    case 'voicemail':
      return theirs ? 'leftYouWord' : 'leftWord'
    case 'message':
    case 'letter':
      return theirs ? 'theyWrote' : 'wrote'
  }
}

/** Ways to reach somebody that are on record and not refused, the best first. */
export type Ways = readonly Exclude<Channel, 'event' | 'web' | 'other'>[]

/** What changes after so many in a row that nothing came back to. */
const visitFrom = 3

/**
 * How to try this time when nothing came back: at another time of day after one try, by another way after two, by a
 * visit from the third on; never more of what was in vain three times.
 * @returns null when there is nothing to change
 */
export function suggestWay(
  { unanswered }: Evidence,
  ways: Ways,
): { channel: Ways[number] | null; message: MessageRef } | null {
  if (unanswered.length === 0) return null
  const tried = unanswered.slice(-visitFrom).map((one) => one.channel)
  if (unanswered.length === 1) {
    return tried[0] === 'phone' ? { channel: null, message: way('otherTime') } : other(tried, ways)
  }
  if (unanswered.length < visitFrom) return other(tried, ways) ?? { channel: null, message: way('otherTime') }
  if (!tried.includes('visit') && ways.includes('visit')) return { channel: 'visit', message: way('visit') }
  return other(tried, ways)
}

function other(tried: readonly Channel[], ways: Ways) {
  const channel = ways.find((one) => !tried.includes(one)) ?? ways.find((one) => one !== tried.at(-1))
  return channel ? { channel, message: way(channel) } : null
}

const way = (name: NameIn<'focusList.ways'>): MessageRef => ({ key: `focusList.ways.${name}` })
