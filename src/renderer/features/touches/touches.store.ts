// One person's timeline as far as it was read, kept fresh when touches change.
import { create } from 'zustand'
import type { Touch } from '../../../shared/contract/touches.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onChanged } from '../../api/client.ts'

const pageSize = 50

interface TimelineState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  personId: number | null
  touches: Touch[]
  /** Where the older ones go on; null at the end. */
  next: string | null
  error: CallError | null
  load(personId: number): Promise<void>
  loadOlder(): Promise<void>
}

export const useTimeline = create<TimelineState>()((set, get) => ({
  status: 'idle',
  personId: null,
  touches: [],
  next: null,
  error: null,
  async load(personId) {
    const known = get().personId === personId
    if (!known) set({ status: 'loading', personId, touches: [], next: null })
    // As many as are shown, so that a change does not fold the list up.
    const limit = Math.min(500, Math.max(pageSize, known ? get().touches.length : 0))
    const answer = await call('touches.timeline', { personId, limit })
    if (get().personId !== personId) return
    if (answer.ok) set({ status: 'ready', error: null, ...answer.value })
    else set({ status: 'failed', error: answer.error })
  },
  async loadOlder() {
    const { personId, next, touches } = get()
    if (personId === null || next === null) return
    const answer = await call('touches.timeline', { personId, before: next, limit: pageSize })
    if (get().next !== next) return
    if (answer.ok) set({ touches: [...touches, ...answer.value.touches], next: answer.value.next })
    else set({ status: 'failed', error: answer.error })
  },
}))

onChanged(['touches'], () => {
  const { personId, load } = useTimeline.getState()
  if (personId !== null) void load(personId)
})
