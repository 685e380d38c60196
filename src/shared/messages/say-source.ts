// Where somebody comes from, as the screen says it: the owner's words, or the word for having been named by a friend.
import { foldText } from '../rules/people/fold-text.ts'
import { referralSource } from '../rules/people/referral-source.ts'
import { t } from './translate.ts'

export function saySource(source: string): string {
  return source === referralSource ? t('referrals.source') : source
}

/** As it is kept: the word on the screen is the key, in whichever language. */
export function readSource(typed: string): string {
  return foldText(typed) === foldText(t('referrals.source')) ? referralSource : typed
}
