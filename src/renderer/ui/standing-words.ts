// What each standing is called on the screen.
import { type MessageKey, t } from '../../shared/messages/translate.ts'

const keys: Record<string, MessageKey> = {
  known: 'focusList.standing.known',
  'likes us': 'focusList.standing.likes',
  'trusts us': 'focusList.standing.trusts',
  fan: 'focusList.standing.fan',
  advocate: 'focusList.standing.advocate',
}

/** '' for somebody who has no standing yet. */
export function sayStanding(standing: string): string {
  const key = keys[standing]
  return key ? t(key) : ''
}
