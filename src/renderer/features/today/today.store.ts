// Who to see today, and the promises of the days to come.
import { create } from 'zustand'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { CallError } from '../../../shared/errors.ts'
import { addDays } from '../../../shared/rules/days.ts'
import { call, onChanged } from '../../api/client.ts'

/** How far the list of what comes looks ahead. */
const daysAhead = 7
const mostComing = 8

interface TodayState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  today: CallOutput<'focusList.today'> | null
  coming: CallOutput<'touches.due'>
  thanks: CallOutput<'referrals.thanksOwed'>
  /** Asked for beyond what the day holds. */
  more: number
  error: CallError | null
  /** Loads, and again at every change, until what it returns is called: hidden screens ask for nothing. */
  open(): () => void
  load(): Promise<void>
  showMore(count: number): void
}

export const useTodayList = create<TodayState>()((set, get) => ({
  status: 'idle',
  today: null,
  coming: [],
  thanks: [],
  more: 0,
  error: null,
  open() {
    void get().load()
    return onChanged(
      ['focus-list', 'touches', 'people', 'jobs', 'referrals', 'settings'],
      () => void get().load(),
    )
  },
  async load() {
    if (get().status === 'idle') set({ status: 'loading' })
    const today = await call('focusList.today', { more: get().more })
    if (!today.ok) return set({ status: 'failed', error: today.error })
    const from = addDays(today.value.on, 1)
    const due = await call('touches.due', {
      from,
      until: addDays(today.value.on, daysAhead),
      limit: mostComing,
    })
    if (!due.ok) return set({ status: 'failed', error: due.error })
    const thanks = await call('referrals.thanksOwed', {})
    if (!thanks.ok) return set({ status: 'failed', error: thanks.error })
    // A new day starts with its own hours.
    const more = get().today?.on === today.value.on ? get().more : 0
    set({
      status: 'ready',
      error: null,
      today: today.value,
      coming: due.value,
      thanks: thanks.value,
      more,
    })
  },
  showMore(count) {
    set({ more: get().more + count })
    void get().load()
  },
}))
