// Who to see today, who is owed thanks, and what comes in the days after.
import { create } from 'zustand'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onChanged } from '../../api/client.ts'

interface TodayState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  today: CallOutput<'today.get'> | null
  thanks: CallOutput<'referrals.thanksOwed'>
  /** Asked for beyond what the day holds. */
  more: number
  error: CallError | null
  /** Loads, and again at every change, until what it returns is called: hidden screens ask for nothing. */
  open(): () => void
  load(): Promise<void>
  showMore(count: number): void
}

/** The last question asked: answers to earlier ones are dropped, so that two changes at once never show the older. */
let asked = 0

export const useTodayList = create<TodayState>()((set, get) => ({
  status: 'idle',
  today: null,
  thanks: [],
  more: 0,
  error: null,
  open() {
    // The program starts with the first question on its way: it need not be asked twice.
    if (get().status !== 'loading') void get().load()
    return onChanged(['today.get'], () => void get().load())
  },
  async load() {
    if (get().status === 'idle') set({ status: 'loading' })
    const own = ++asked
    const [today, thanks] = await Promise.all([
      call('today.get', { more: get().more }),
      call('referrals.thanksOwed', {}),
    ])
    if (own !== asked) return
    if (!today.ok) return set({ status: 'failed', error: today.error })
    if (!thanks.ok) return set({ status: 'failed', error: thanks.error })
    const before = get().today?.on
    if (before !== undefined && before !== today.value.on && get().more > 0) {
      // A new day starts with its own hours.
      set({ more: 0 })
      return get().load()
    }
    set({ status: 'ready', error: null, today: today.value, thanks: thanks.value })
  },
  showMore(count) {
    set({ more: get().more + count })
    void get().load()
  },
}))
