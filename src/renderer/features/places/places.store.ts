// The list of places: as many as were asked for, or those that a few letters find.
import { create } from 'zustand'
import type { PlaceRow } from '../../../shared/contract/places.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onChanged } from '../../api/client.ts'

const pageSize = 100

interface PlacesState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  error: CallError | null
  search: string
  rows: PlaceRow[]
  total: number
  /** Loads, and again at every change, until what it returns is called. */
  open(): () => void
  load(): Promise<void>
  type(search: string): void
  showMore(): Promise<void>
}

let asked = 0

export const usePlaces = create<PlacesState>()((set, get) => ({
  status: 'idle',
  error: null,
  search: '',
  rows: [],
  total: 0,
  open() {
    void get().load()
    return onChanged(['places.list'], () => void get().load())
  },
  async load() {
    const number = ++asked
    if (get().status === 'idle') set({ status: 'loading' })
    // As many as are shown, so that a change does not fold the list up.
    const limit = Math.min(500, Math.max(pageSize, get().rows.length))
    const answer = await call('places.list', { search: get().search, limit })
    if (number !== asked) return
    if (answer.ok) set({ status: 'ready', error: null, ...answer.value })
    else set({ status: 'failed', error: answer.error })
  },
  type(search) {
    set({ search, rows: [] })
    void get().load()
  },
  async showMore() {
    const { search, rows } = get()
    const answer = await call('places.list', { search, offset: rows.length, limit: pageSize })
    if (get().rows !== rows) return
    if (answer.ok) set({ rows: [...rows, ...answer.value.rows], total: answer.value.total })
    else set({ status: 'failed', error: answer.error })
  },
}))
