// The owner's settings as the file holds them, and each change sent on as it is made.
import { create } from 'zustand'
import type { Settings } from '../../../shared/contract/settings.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayError } from '../../../shared/messages/translate.ts'
import { call, onChanged } from '../../api/client.ts'

interface SettingsState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  settings: Settings | null
  error: CallError | null
  load(): Promise<void>
  /** Answers the sentence that says why it was refused, or null when it was saved. */
  change(changes: Partial<Settings>): Promise<string | null>
}

export const useSettings = create<SettingsState>()((set, get) => ({
  status: 'idle',
  settings: null,
  error: null,
  async load() {
    if (get().settings === null) set({ status: 'loading' })
    const answer = await call('settings.get', {})
    if (answer.ok) set({ status: 'ready', settings: answer.value, error: null })
    else set({ status: 'failed', error: answer.error })
  },
  async change(changes) {
    const answer = await call('settings.change', changes)
    return answer.ok ? null : sayError(answer.error)
  },
}))

onChanged(['settings'], () => {
  if (useSettings.getState().status !== 'idle') void useSettings.getState().load()
})
