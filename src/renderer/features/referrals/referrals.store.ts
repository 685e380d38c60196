// Thanks owed and every name given, as the Referrals screen shows them.
import { create } from 'zustand'
import type { NameGiven, ThanksOwed } from '../../../shared/contract/referrals.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onChanged } from '../../api/client.ts'

interface ReferralsState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  thanks: ThanksOwed[]
  names: NameGiven[]
  /** There are older names than those shown. */
  more: boolean
  error: CallError | null
  load(): Promise<void>
}

export const useReferrals = create<ReferralsState>()((set, get) => ({
  status: 'idle',
  thanks: [],
  names: [],
  more: false,
  error: null,
  async load() {
    if (get().status === 'idle') set({ status: 'loading' })
    const [thanks, given] = await Promise.all([call('referrals.thanksOwed', {}), call('referrals.names', {})])
    if (!thanks.ok) set({ status: 'failed', error: thanks.error })
    else if (!given.ok) set({ status: 'failed', error: given.error })
    else set({ status: 'ready', error: null, thanks: thanks.value, ...given.value })
  },
}))

onChanged(['referrals.names'], () => {
  if (useReferrals.getState().status !== 'idle') void useReferrals.getState().load()
})
