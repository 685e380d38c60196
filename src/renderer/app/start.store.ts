// What every screen stands on: is the file open, the owner's settings, how old the last backup is.
import { create } from 'zustand'
import type { Settings } from '../../shared/contract/settings.ts'
import type { CallError } from '../../shared/errors.ts'
import { setFormats } from '../../shared/messages/format.ts'
import { setLanguage } from '../../shared/messages/translate.ts'
import { call, onAppEvent, onChanged } from '../api/client.ts'

export interface Start {
  today: string
  demo: boolean
  version: string
  settings: Settings
}

type StartState =
  | { status: 'opening' }
  | { status: 'ready'; start: Start; verifiedAt: string | null; backupKnown: boolean }
  | { status: 'failed'; error: CallError }

export const useStart = create<StartState>()(() => ({ status: 'opening' }))

/** Opens the file and reads what the shell shows; asked again after a failure, tries once more. */
export async function begin(): Promise<void> {
  const [start, settings] = await Promise.all([call('app.start', {}), call('settings.get', {})])
  if (!start.ok || !settings.ok) {
    const error = start.ok ? (settings as { error: CallError }).error : start.error
    useStart.setState({ status: 'failed', error }, true)
    return
  }
  applySettings(settings.value)
  const { today, demo, version } = start.value
  const before = useStart.getState()
  useStart.setState(
    {
      status: 'ready',
      start: { today, demo, version, settings: settings.value },
      verifiedAt: before.status === 'ready' ? before.verifiedAt : null,
      backupKnown: before.status === 'ready' && before.backupKnown,
    },
    true,
  )
  await readBackupAge()
}

/** For the owner who has closed the other window, or put the stick back in. */
export async function tryAgain(): Promise<void> {
  const answer = await call('app.tryAgain', {})
  if (answer.ok) await begin()
  else useStart.setState({ status: 'failed', error: answer.error }, true)
}

function applySettings(settings: Settings): void {
  setLanguage(settings.language)
  setFormats({ currency: settings.currency })
  // The window's own background and menus; the page itself follows through Mantine.
  void call('app.setTheme', { theme: settings.theme })
}

/** Settings changed, here or by an undo; the sample shop is a setting, too. */
async function readAgain(): Promise<void> {
  const [start, settings] = await Promise.all([call('app.start', {}), call('settings.get', {})])
  const state = useStart.getState()
  if (!start.ok || !settings.ok || state.status !== 'ready') return
  applySettings(settings.value)
  const { today, demo, version } = start.value
  useStart.setState({ start: { ...state.start, today, demo, version, settings: settings.value } })
}

async function readBackupAge(): Promise<void> {
  const answer = await call('backup.status', {})
  if (!answer.ok || useStart.getState().status !== 'ready') return
  useStart.setState({ verifiedAt: answer.value.last?.verifiedAt ?? null, backupKnown: true })
}

onAppEvent((event) => {
  if (event.type === 'storage-restarted') void begin()
})
onChanged(['settings'], () => void readAgain())
onChanged(['backup'], () => void readBackupAge())
