// What each standing is called on the screen.

import type { MessageKey } from '../message-key.ts'
import { hasMessage, t } from './translate.ts'

/** '' for somebody who has no standing yet. */
export function sayStanding(standing: string): string {
  const key = `knowCard.standing.names.${standing}`
  return hasMessage(key) ? t(key as MessageKey) : ''
}
