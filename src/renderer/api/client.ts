// The only user of window.regulars: typed calls, what was done for the foot line, and events.

import type { FileChoice } from '../../shared/contract/app.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { CallInput, CallName, CallNameOf, CallOutput } from '../../shared/contract/index.ts'
import type { Answer, Done } from '../../shared/errors.ts'

interface Bridge {
  call(name: string, input: unknown, commandId?: string): Promise<unknown>
  onEvent(listener: (event: AppEvent) => void): () => void
  grantDropped(file: File): Promise<FileChoice | null>
}

const bridge = (window as unknown as { regulars: Bridge }).regulars
const doneListeners = new Set<(done: Done) => void>()
const eventListeners = new Set<(event: AppEvent) => void>()
// One listener at the bridge, however many parts listen: Electron warns of a leak at the eleventh.
bridge.onEvent((event) => {
  for (const listener of eventListeners) listener(event)
})

/** Calls that are not repeated: work on whole files, and what the owner sees outside the window. */
const onlyOnce: Record<CallNameOf<'task' | 'shell'>, true> = {
  'app.beginEmpty': true,
  'app.chooseBackupFile': true,
  'app.chooseCalendarFile': true,
  'app.chooseFolder': true,
  'app.chooseImportFiles': true,
  'app.choosePdfFile': true,
  'app.isSampleOpen': true,
  'app.leaveSample': true,
  'app.noteMissing': true,
  'app.openMail': true,
  'app.openPhone': true,
  'app.openSample': true,
  'app.openText': true,
  'app.openWithoutLog': true,
  'app.saveDraft': true,
  'app.setTheme': true,
  'app.showFolder': true,
  'app.tryAgain': true,
  'backup.check': true,
  'backup.inspect': true,
  'backup.restore': true,
  'backup.doubtfulRows': true,
  'backup.run': true,
  'callSheets.print': true,
  'callSheets.savePdf': true,
  'importExport.export': true,
  'importExport.preview': true,
  'texts.printLetters': true,
  'texts.saveLetters': true,
  'touches.saveCalendar': true,
}

/** Errors come back as values: `{ ok: false, error }` is shown where it happened, with sayError. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Answer<CallOutput<N>>> {
  const commandId = crypto.randomUUID()
  let answer = (await bridge.call(name, input, commandId)) as Answer<CallOutput<N>>
  // The storage process died meanwhile. Under the same id a command that was kept answers what it answered then.
  if (!answer.ok && answer.error.code === 'unknown-outcome' && !Object.hasOwn(onlyOnce, name)) {
    answer = (await bridge.call(name, input, commandId)) as Answer<CallOutput<N>>
  }
  if (answer.ok && answer.done) for (const listener of doneListeners) listener(answer.done)
  return answer
}

/** Tells what each command did, for the line at the foot. */
export function onDone(listener: (done: Done) => void): () => void {
  doneListeners.add(listener)
  return () => doneListeners.delete(listener)
}

export function onAppEvent(listener: (event: AppEvent) => void): () => void {
  eventListeners.add(listener)
  return () => eventListeners.delete(listener)
}

/** A token for a file dropped on the window; null when it has no path on this computer. */
export function grantDropped(file: File): Promise<FileChoice | null> {
  return bridge.grantDropped(file)
}
