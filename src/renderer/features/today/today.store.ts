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
  /** Asked for beyond what the day holds. */
  more: number
  error: CallError | null
  load(): Promise<void>
  showMore(count: number): void
}

export const useTodayList = create<TodayState>()((set, get) => ({
  status: 'idle',
  today: null,
  coming: [],
  more: 0,
  error: null,
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
    // A new day starts with its own hours.
    const more = get().today?.on === today.value.on ? get().more : 0
    set({ status: 'ready', error: null, today: today.value, coming: due.ok ? due.value : [], more })
  },
  showMore(count) {
    set({ more: get().more + count })
    void get().load()
  },
}))

onChanged(['focus-list', 'touches', 'people', 'jobs', 'referrals', 'settings'], () => {
  if (useTodayList.getState().status !== 'idle') void useTodayList.getState().load()
})
