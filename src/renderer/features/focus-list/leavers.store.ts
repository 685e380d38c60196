// Who is parked and until when, and who left the focus list and why: the tabs beside the list itself.
import { create } from 'zustand'
import type { Leaver, ParkedRow } from '../../../shared/contract/focus-list.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onChanged } from '../../api/client.ts'

export type FocusTab = 'list' | 'parked' | 'left'

interface LeaversState {
  tab: FocusTab
  status: 'idle' | 'ready' | 'failed'
  parked: ParkedRow[]
  parkedCount: number
  leavers: Leaver[]
  error: CallError | null
  showTab(tab: FocusTab): void
  /** Loads, and again at every change, until what it returns is called: hidden screens ask for nothing. */
  open(): () => void
  load(): Promise<void>
}

export const useLeavers = create<LeaversState>()((set, get) => ({
  tab: 'list',
  status: 'idle',
  parked: [],
  parkedCount: 0,
  leavers: [],
  error: null,
  showTab: (tab) => set({ tab }),
  open() {
    void get().load()
    return onChanged(['focusList.leavers'], () => void get().load())
  },
  async load() {
    const [parked, leavers] = await Promise.all([call('focusList.parked', {}), call('focusList.leavers', {})])
    if (!parked.ok) return set({ status: 'failed', error: parked.error })
    if (!leavers.ok) return set({ status: 'failed', error: leavers.error })
    set({
      status: 'ready',
      error: null,
      parked: parked.value.rows,
      parkedCount: parked.value.count,
      leavers: leavers.value,
    })
  },
}))
