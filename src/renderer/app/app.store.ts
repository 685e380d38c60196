// Where the owner is: the screen, the open dialog, the search box, and the line at the foot.
import { create } from 'zustand'
import type { CallError, Done, MessageRef } from '../../shared/errors.ts'
import { call, onDone } from '../api/client.ts'

export type Screen =
  | { name: 'today' }
  | { name: 'focus-list' }
  | { name: 'call-sheet'; tab?: 'type-back' | 'friday' }
  /** `tab`: which one is opened; the one shown last when left out. */
  | { name: 'people'; tab?: 'places' }
  /** `among` keeps the list the person was opened from, for next and previous; calling it through, the log box is ready. */
  | { name: 'person'; id: number; among: number[]; isCalling?: boolean }
  | { name: 'duplicates' }
  | { name: 'place'; id: number }
  | { name: 'import' }
  | { name: 'paper-list' }
  | { name: 'answers' }
  | { name: 'pick' }
  | { name: 'referrals' }
  | { name: 'texts' }
  | { name: 'backup' }
  | { name: 'settings' }

export type Dialog =
  | { name: 'log-touch'; personId: number | null }
  | { name: 'add-person' }
  | { name: 'write'; personId: number }
  | { name: 'mailing'; personIds: number[] }
  | { name: 'help' }

/** What the line at the foot says; `id` tells two equal lines apart. */
export type FootLine =
  | { kind: 'done'; id: number; done: Done }
  | { kind: 'undone' | 'told'; id: number; message: MessageRef }
  | { kind: 'trouble'; id: number; error: CallError }

interface AppState {
  screen: Screen
  dialog: Dialog | null
  finding: boolean
  foot: FootLine | null
  /** Who was opened last, so that a list finds its place again. */
  lastOpened: number | null
  goTo(screen: Screen): void
  openDialog(dialog: Dialog): void
  closeDialog(): void
  setFinding(finding: boolean): void
  showDone(done: Done): void
  /** What was done and cannot be undone. */
  tell(message: MessageRef): void
  /** For errors of calls that have no place of their own on the screen. */
  showTrouble(error: CallError): void
  hideFoot(): void
  /** With `commandId`, takes back that command only while it is the newest. */
  undo(commandId: string | null): Promise<void>
  redo(): Promise<void>
}

let lines = 0

export const useApp = create<AppState>()((set, get) => ({
  screen: { name: 'today' },
  dialog: null,
  finding: false,
  foot: null,
  lastOpened: null,
  goTo: (screen) =>
    set({
      screen,
      dialog: null,
      finding: false,
      ...(screen.name === 'person' ? { lastOpened: screen.id } : {}),
    }),
  openDialog: (dialog) => set({ dialog, finding: false }),
  closeDialog: () => set({ dialog: null }),
  setFinding: (finding) => set({ finding }),
  showDone: (done) => set({ foot: { kind: 'done', id: ++lines, done } }),
  tell: (message) => set({ foot: { kind: 'told', id: ++lines, message } }),
  showTrouble: (error) => set({ foot: { kind: 'trouble', id: ++lines, error } }),
  hideFoot: () => set({ foot: null }),
  async undo(commandId) {
    const answer = await call('app.undo', { commandId })
    // The call itself told of what it undid, as if that were done now: this line takes its place.
    if (answer.ok) set({ foot: { kind: 'undone', id: ++lines, message: answer.value.message } })
    else get().showTrouble(answer.error)
  },
  async redo() {
    const answer = await call('app.redo', {})
    if (!answer.ok) get().showTrouble(answer.error)
  },
}))

onDone((done) => useApp.getState().showDone(done))
