// Sends what was said about names and thanks to the file; each answers the sentence of a refusal, or null when it is on the disk.
import type { CallInput, CallName } from '../../../shared/contract/index.ts'
import { sayFailure } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'

async function send<N extends CallName>(name: N, input: CallInput<N>): Promise<string | null> {
  const answer = await call(name, input)
  return sayFailure(answer)
}

export const thankReferrer = (input: CallInput<'referrals.thank'>) => send('referrals.thank', input)
export const reportBack = (id: number) => send('referrals.reportBack', { id })
export const nameFriend = (input: CallInput<'referrals.nameFriend'>) => send('referrals.nameFriend', input)
/** `replaces`: the referral that said something else before. */
export const linkReferrer = (personId: number, referrerId: number, replaces: number | null) =>
  send('referrals.linkReferrer', { personId, referrerId, replaces })
export const unlinkReferrer = (id: number) => send('referrals.unlinkReferrer', { id })
