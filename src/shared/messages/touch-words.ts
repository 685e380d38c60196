// The words of a touch's kind and of what came of it.

import type { MessageKey } from '../message-key.ts'
import type { How, Outcome } from '../rules/touches/touch-kinds.ts'
import { t } from './translate.ts'

const hows = {
  met: 'touches.how.met',
  talked: 'touches.how.talked',
  voicemail: 'touches.how.voicemail',
  message: 'touches.how.message',
  letter: 'touches.how.letter',
  event: 'touches.how.event',
  'no answer': 'touches.how.noAnswer',
} as const satisfies Record<How, MessageKey>

const outcomes = {
  quote: 'touches.outcomes.quote',
  bought: 'touches.outcomes.bought',
  lost: 'touches.outcomes.lost',
  park: 'touches.outcomes.park',
  'named a friend': 'touches.outcomes.namedFriend',
  'never contact': 'touches.outcomes.neverContact',
} as const satisfies Record<Outcome, MessageKey>

export const howWord = (how: How): string => t(hows[how])
export const outcomeWord = (outcome: Outcome): string => t(outcomes[outcome])
