// What every screen stands on: is the file open, and the owner's settings.
import { create } from 'zustand'
import type { Settings } from '../../shared/contract/settings.ts'
import type { CallError } from '../../shared/errors.ts'
import { setFormats } from '../../shared/messages/format.ts'
import { setLanguage } from '../../shared/messages/translate.ts'
import type { ClosedDays } from '../../shared/rules/days/closed-days.ts'
import { call, onAppEvent } from '../api/client.ts'
import { loading, queryClient } from '../api/queries.ts'
import { useApp } from './app.store.ts'

export interface Start {
  today: string
  demo: boolean
  /** The sample shop's own file is open in place of the owner's. */
  sample: boolean
  version: string
  settings: Settings
  closed: ClosedDays[]
  /** Why the file can be read and not written. */
  readOnly: 'full' | 'forbidden' | null
  /** Changes that a damaged log took away, until the owner has noted it; `since`: the last that is there, UTC. */
  missing: { count: number; since: string | null } | null
  /** Rows that the disk has changed. */
  inDoubt: number
}

type StartState =
  | { status: 'opening' }
  | { status: 'ready'; start: Start }
  | { status: 'failed'; error: CallError }

export const useStart = create<StartState>()(() => ({ status: 'opening' }))

/** Opens the file and reads what the shell shows; asked again after a failure, tries once more. */
export async function begin(): Promise<void> {
  const [start, settings, sample] = await Promise.all([
    call('app.start', {}),
    call('settings.get', {}),
    call('app.isSampleOpen', {}),
  ])
  if (!start.ok || !settings.ok) {
    const error = start.ok ? (settings as { error: CallError }).error : start.error
    useStart.setState({ status: 'failed', error }, true)
    return
  }
  const { today, demo, version, closed, readOnly, missing, inDoubt } = start.value
  applySettings(settings.value, today)
  useStart.setState(
    {
      status: 'ready',
      start: {
        today,
        demo,
        sample: sample.ok && sample.value.open,
        version,
        settings: settings.value,
        closed,
        readOnly,
        missing,
        inDoubt,
      },
    },
    true,
  )
}

/** What opens the file anew; two of them answer what the start had to ask. */
type WayOn = 'app.tryAgain' | 'app.beginEmpty' | 'app.openWithoutLog'

/** For the owner who has closed the other window, made room, or chosen what the start asked. */
export async function tryAgain(way: WayOn = 'app.tryAgain'): Promise<void> {
  const answer = await call(way, {})
  if (answer.ok) await begin()
  else useStart.setState({ status: 'failed', error: answer.error }, true)
}

/**
 * Opens the sample shop in a file of its own; `afresh` forgets what was done in it before. The screens go first,
 * and main loads the page anew: nothing of one file may stay on the screen of another.
 */
export async function openSample(afresh = false): Promise<void> {
  useStart.setState({ status: 'opening' }, true)
  const answer = await call('app.openSample', { afresh })
  if (answer.ok) return
  // The owner's own file is open again.
  await begin()
  useApp.getState().showTrouble(answer.error)
}

/** Back to the owner's own file, on its first screen. */
export async function leaveSample(): Promise<void> {
  useStart.setState({ status: 'opening' }, true)
  const answer = await call('app.leaveSample', {})
  if (!answer.ok) useStart.setState({ status: 'failed', error: answer.error }, true)
}

function applySettings(settings: Settings, today: string): void {
  setLanguage(settings.language)
  // Screen readers pronounce by it.
  document.documentElement.lang = settings.language
  setFormats({ currency: settings.currency, today })
  // The window's own background and menus; the page itself follows through Mantine.
  void call('app.setTheme', { theme: settings.theme })
}

/** Settings changed, here or by an undo; the sample shop is a setting, too. */
async function readAgain(): Promise<void> {
  const read = Promise.all([
    queryClient.fetchQuery(loading('app.start', {})),
    queryClient.fetchQuery(loading('settings.get', {})),
  ])
  // Refused: what is known stays.
  const [start, settings] = await read.catch(() => [null, null])
  const state = useStart.getState()
  if (!start || !settings || state.status !== 'ready') return
  const { today, demo, version, closed, readOnly, missing, inDoubt } = start
  applySettings(settings, today)
  useStart.setState({
    start: { ...state.start, today, demo, version, closed, readOnly, missing, inDoubt, settings },
  })
}

onAppEvent((event) => {
  if (event.type === 'storage-restarted') void begin()
  const isOld = event.type === 'changed' && event.queries.includes('settings.get')
  if (isOld || event.type === 'new-day') void readAgain()
})
