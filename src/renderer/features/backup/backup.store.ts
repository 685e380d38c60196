// The backup under way: copied, opened again, matched; or a check and what it found.
import { create } from 'zustand'
import type { Backup, CheckResult } from '../../../shared/contract/backup.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onAppEvent } from '../../api/client.ts'

/** The newest work: a backup or a check, its progress, what came of it. */
export type Work =
  | { kind: 'idle' }
  | { kind: 'running'; call: 'backup.run' | 'backup.check'; done: number; total: number }
  | { kind: 'backed-up'; backup: Backup; folder: string }
  | { kind: 'checked'; result: CheckResult }
  | { kind: 'failed'; error: CallError }

interface BackupState {
  work: Work
  /** Asks for a folder first; nothing happens when none is chosen. */
  backUp(): Promise<void>
  checkDataFile(): Promise<void>
  /** Asks for a backup's file first. */
  checkBackup(): Promise<void>
  showFolder(token: string): Promise<void>
}

export const useBackup = create<BackupState>()((set) => ({
  work: { kind: 'idle' },
  async backUp() {
    const chosen = await call('app.chooseFolder', { purpose: 'backup' })
    if (!chosen.ok) return set({ work: failed(chosen.error) })
    if (chosen.value === null) return
    const folder = chosen.value.token
    set({ work: { kind: 'running', call: 'backup.run', done: 0, total: 0 } })
    const answer = await call('backup.run', { folder })
    set({ work: answer.ok ? { kind: 'backed-up', backup: answer.value, folder } : failed(answer.error) })
  },
  async checkDataFile() {
    set({ work: await check(null, set) })
  },
  async checkBackup() {
    const chosen = await call('app.chooseBackupFile', {})
    if (!chosen.ok) return set({ work: failed(chosen.error) })
    if (chosen.value !== null) set({ work: await check(chosen.value.token, set) })
  },
  async showFolder(token) {
    const answer = await call('app.showFolder', { token })
    if (!answer.ok) set({ work: failed(answer.error) })
  },
}))

function failed(error: CallError): Work {
  return { kind: 'failed', error }
}

async function check(file: string | null, set: (state: { work: Work }) => void): Promise<Work> {
  set({ work: { kind: 'running', call: 'backup.check', done: 0, total: 0 } })
  const answer = await call('backup.check', { file })
  return answer.ok ? { kind: 'checked', result: answer.value } : failed(answer.error)
}

onAppEvent((event) => {
  const { work } = useBackup.getState()
  if (event.type !== 'progress' || work.kind !== 'running' || event.call !== work.call) return
  useBackup.setState({ work: { ...work, done: event.done, total: event.total } })
})
