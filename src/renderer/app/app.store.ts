// Where the owner is: the screen, the open dialog, and the line at the foot that says what was done.
import { create } from 'zustand'
import type { Done } from '../../shared/errors.ts'

export type Screen =
  | { name: 'today' }
  | { name: 'focus-list' }
  | { name: 'call-sheet' }
  | { name: 'people' }
  /** `among` keeps the list the person was opened from, for next and previous. */
  | { name: 'person'; id: number; among: number[] }
  | { name: 'import' }
  | { name: 'backup' }
  | { name: 'settings' }

export type Dialog =
  | { name: 'log-touch'; personId: number | null }
  | { name: 'add-person' }
  | { name: 'help' }

interface AppState {
  screen: Screen
  dialog: Dialog | null
  done: Done | null
  goTo(screen: Screen): void
  openDialog(dialog: Dialog): void
  closeDialog(): void
  showDone(done: Done | null): void
}

export const useApp = create<AppState>()((set) => ({
  screen: { name: 'today' },
  dialog: null,
  done: null,
  goTo: (screen) => set({ screen }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  showDone: (done) => set({ done }),
}))
