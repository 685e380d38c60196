// Which tab of the focus list is shown, and the one command with an answer that its callers tell apart.
import { create } from 'zustand'
import type { CallInput } from '../../../shared/contract/index.ts'
import { sayError } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'

export type FocusTab = 'list' | 'parked' | 'left'

interface FocusTabState {
  tab: FocusTab
  showTab(tab: FocusTab): void
}

export const useFocusTab = create<FocusTabState>()((set) => ({
  tab: 'list',
  showTab: (tab) => set({ tab }),
}))

export type Added = { kind: 'added' } | { kind: 'full' } | { kind: 'refused'; words: string }

/** `full` when the list holds as many as the owner can look after: then someone must leave first. */
export async function addToFocusList(input: CallInput<'focusList.add'>): Promise<Added> {
  const answer = await call('focusList.add', input)
  if (answer.ok) return { kind: 'added' }
  if (answer.error.code === 'focus-list-full') return { kind: 'full' }
  return { kind: 'refused', words: sayError(answer.error) }
}
