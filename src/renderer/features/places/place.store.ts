// One place's page: the record, who goes there, and as many visits as were asked for.
import { create } from 'zustand'
import type { Place } from '../../../shared/contract/places.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onChanged } from '../../api/client.ts'

const visitsAtOnce = 20

interface PlaceState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  id: number | null
  place: Place | null
  visitsShown: number
  error: CallError | null
  /** Loads, and again at every change, until what it returns is called. */
  open(id: number): () => void
  load(): Promise<void>
  showOlderVisits(): void
}

export const usePlace = create<PlaceState>()((set, get) => ({
  status: 'idle',
  id: null,
  place: null,
  visitsShown: visitsAtOnce,
  error: null,
  open(id) {
    if (get().id !== id) set({ status: 'loading', id, place: null, visitsShown: visitsAtOnce, error: null })
    void get().load()
    return onChanged(['places.get'], () => void get().load())
  },
  async load() {
    const { id, visitsShown } = get()
    if (id === null) return
    const answer = await call('places.get', { id, visits: visitsShown })
    if (get().id !== id) return
    if (answer.ok) set({ status: 'ready', place: answer.value, error: null })
    else set({ status: 'failed', place: null, error: answer.error })
  },
  showOlderVisits() {
    set({ visitsShown: Math.min(2000, get().visitsShown * 5) })
    void get().load()
  },
}))
