// The words of a name given: whom it was, what came of it, whether they wait for our call.

import type { NameGiven, ThanksOwed } from '../../../shared/contract/referrals.ts'
import type { MessageKey } from '../../../shared/message-key.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { daysBetween } from '../../../shared/rules/days/days.ts'

const outcomes = {
  '': null,
  'not reached yet': 'referrals.outcomes.notReached',
  talked: 'referrals.outcomes.talked',
  quoted: 'referrals.outcomes.quoted',
  bought: 'referrals.outcomes.bought',
  lost: 'referrals.outcomes.lost',
} as const satisfies Record<NameGiven['outcome'], MessageKey | null>

export function outcomeWord(outcome: NameGiven['outcome']): string {
  const key = outcomes[outcome]
  return key === null ? '' : t(key)
}

/** Until we reached them, whether they wait for it. */
export function agreedWord({ agreed, outcome }: NameGiven): string {
  if (agreed === null || outcome !== 'not reached yet') return ''
  return agreed ? t('referrals.agreed.yes') : t('referrals.agreed.no')
}

/** "Sam Duarte, a friend, name not written down yet"; "a friend" where the name is not to be shown. */
export function listFriends({ friends, unnamed }: ThanksOwed): string {
  const names = friends.map(personName)
  if (unnamed > 0) names.push(t('referrals.notWritten'))
  return names.length > 0 ? names.join(', ') : t('referrals.aFriend')
}

/** The note of the touch in which they were thanked. */
export function thankedNote({ friends }: ThanksOwed): string {
  if (friends.length === 0) return t('referrals.thankedNoteBare')
  return t('referrals.thankedNote', { friends: friends.map(personName) })
}

/** Within the 48 hours in which thanks mean the most. */
export const isFresh = (namedOn: string, today: string): boolean => daysBetween(namedOn, today) <= 2
