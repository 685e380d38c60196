// The owner's settings as the file holds them, and each change sent on as it is made.
import { create } from 'zustand'
import type { Capacity } from '../../../shared/contract/focus-list.ts'
import type { ClosedPeriod, Settings } from '../../../shared/contract/settings.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayFailure } from '../../../shared/messages/translate.ts'
import { call, onChanged } from '../../api/client.ts'

interface SettingsState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  settings: Settings | null
  closedPeriods: ClosedPeriod[]
  /** How many the owner can look after. */
  capacity: Capacity | null
  error: CallError | null
  load(): Promise<void>
  /** Answers the sentence that says why it was refused, or null when it was saved. */
  change(changes: Partial<Settings>): Promise<string | null>
  addClosedPeriod(period: Omit<ClosedPeriod, 'id'>): Promise<string | null>
  removeClosedPeriod(id: number): Promise<string | null>
}

export const useSettings = create<SettingsState>()((set, get) => ({
  status: 'idle',
  settings: null,
  closedPeriods: [],
  capacity: null,
  error: null,
  async load() {
    if (get().settings === null) set({ status: 'loading' })
    const [answer, closed, capacity] = await Promise.all([
      call('settings.get', {}),
      call('settings.closedPeriods', {}),
      call('focusList.capacity', {}),
    ])
    if (!answer.ok) return set({ status: 'failed', error: answer.error })
    if (!closed.ok) return set({ status: 'failed', error: closed.error })
    if (!capacity.ok) return set({ status: 'failed', error: capacity.error })
    const [settings, closedPeriods] = [answer.value, closed.value]
    set({ status: 'ready', settings, closedPeriods, capacity: capacity.value, error: null })
  },
  async change(changes) {
    const answer = await call('settings.change', changes)
    return sayFailure(answer)
  },
  async addClosedPeriod(period) {
    const answer = await call('settings.addClosedPeriod', { uid: crypto.randomUUID(), ...period })
    return sayFailure(answer)
  },
  async removeClosedPeriod(id) {
    const answer = await call('settings.removeClosedPeriod', { id })
    return sayFailure(answer)
  },
}))

onChanged(['settings.closedPeriods'], () => {
  if (useSettings.getState().status !== 'idle') void useSettings.getState().load()
})
