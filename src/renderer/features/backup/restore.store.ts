// Going back to a backup: choose a file, see both sides, say yes; works before any file could be opened too.
import { create } from 'zustand'
import type { Restored, RestorePreview } from '../../../shared/contract/backup.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onAppEvent } from '../../api/client.ts'

export type RestoreState =
  | { kind: 'idle' }
  | { kind: 'looking'; done: number; total: number }
  | { kind: 'shown'; preview: RestorePreview }
  | { kind: 'restoring' }
  | { kind: 'refused'; error: CallError }
  | { kind: 'restored'; restored: Restored }

export const useRestore = create<RestoreState>()(() => ({ kind: 'idle' }))

const set = (state: RestoreState) => useRestore.setState(state, true)

/** Asks for a file and looks at it; nothing happens when none is chosen. */
export async function chooseBackup(): Promise<void> {
  const chosen = await call('app.chooseBackupFile', {})
  if (!chosen.ok) return set({ kind: 'refused', error: chosen.error })
  if (chosen.value === null) return
  set({ kind: 'looking', done: 0, total: 0 })
  const looked = await call('backup.inspect', { file: chosen.value.token })
  // The owner may have left meanwhile.
  if (useRestore.getState().kind !== 'looking') return
  set(looked.ok ? { kind: 'shown', preview: looked.value } : { kind: 'refused', error: looked.error })
}

/** @returns whether the backup is in place now */
export async function restoreShown(): Promise<boolean> {
  const state = useRestore.getState()
  if (state.kind !== 'shown') return false
  set({ kind: 'restoring' })
  const answer = await call('backup.restore', { ticket: state.preview.ticket })
  set(answer.ok ? { kind: 'restored', restored: answer.value } : { kind: 'refused', error: answer.error })
  return answer.ok
}

export function leaveRestore(): void {
  // What is being put in place cannot be left half way.
  if (useRestore.getState().kind !== 'restoring') set({ kind: 'idle' })
}

onAppEvent((event) => {
  if (event.type !== 'progress' || event.call !== 'backup.inspect') return
  if (useRestore.getState().kind !== 'looking') return
  set({ kind: 'looking', done: event.done, total: event.total })
})
