// One person's timeline as far as it was read, kept fresh when anything it tells of changes.
import { create } from 'zustand'
import type { TimelineEntry, TimelineShow } from '../../../shared/contract/touches.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onChanged } from '../../api/client.ts'

const pageSize = 50

interface TimelineState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  personId: number | null
  show: TimelineShow
  entries: TimelineEntry[]
  /** Where the older ones go on; null at the end. */
  next: string | null
  error: CallError | null
  load(personId: number): Promise<void>
  loadOlder(): Promise<void>
  setShow(show: TimelineShow): Promise<void>
}

export const useTimeline = create<TimelineState>()((set, get) => ({
  status: 'idle',
  personId: null,
  show: 'all',
  entries: [],
  next: null,
  error: null,
  async load(personId) {
    const known = get().personId === personId
    if (!known) set({ status: 'loading', personId, show: 'all', entries: [], next: null })
    const { show, entries } = get()
    // As many as are shown, so that a change does not fold the list up.
    const limit = Math.min(500, Math.max(pageSize, known ? entries.length : 0))
    const answer = await call('touches.timeline', { personId, show, limit })
    if (get().personId !== personId || get().show !== show) return
    if (answer.ok) {
      const { next } = answer.value
      set({ status: 'ready', error: null, next, entries: keepUnchanged(get().entries, answer.value.entries) })
    } else set({ status: 'failed', error: answer.error })
  },
  async loadOlder() {
    const { personId, show, next, entries } = get()
    if (personId === null || next === null) return
    const answer = await call('touches.timeline', { personId, show, before: next, limit: pageSize })
    if (get().next !== next) return
    if (answer.ok) set({ entries: [...entries, ...answer.value.entries], next: answer.value.next })
    else set({ status: 'failed', error: answer.error })
  },
  async setShow(show) {
    const { personId, load } = get()
    set({ show, entries: [], next: null })
    if (personId !== null) await load(personId)
  },
}))

/** What reads as before stays the same object, so that its line is not drawn anew. */
function keepUnchanged(before: TimelineEntry[], now: TimelineEntry[]): TimelineEntry[] {
  const kept = new Map(before.map((entry) => [JSON.stringify(entry), entry]))
  return now.map((entry) => kept.get(JSON.stringify(entry)) ?? entry)
}

onChanged(['touches.timeline'], () => {
  const { personId, load } = useTimeline.getState()
  if (personId !== null) void load(personId)
})
