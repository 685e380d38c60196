// The one door for the renderer's calls: checks the sender, then serves shell calls here and forwards the rest.
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain, webContents } from 'electron'
import { type CallName, contract, isCallName } from '../shared/contract/index.ts'
import { refuseInput } from '../shared/contract/refuse-input.ts'
import type { Answer } from '../shared/errors.ts'
import type { Grants } from './granted-files.ts'
import { isOurOrigin } from './serve-app.ts'
import type { ShellHandlers } from './shell-handlers.ts'
import type { Storage } from './storage.ts'

export interface Door {
  storage: Storage
  grants: Grants
  shellHandlers: ShellHandlers
}

/** Our page in the top frame of a window of ours, and nothing else. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    frame.parent === null &&
    isOurOrigin(frame.origin) &&
    BrowserWindow.fromWebContents(event.sender) !== null
  )
}

export function openDoor(door: Door): void {
  ipcMain.handle(
    'call',
    async (event, name: unknown, input: unknown, commandId: unknown): Promise<Answer<unknown>> => {
      if (!isOurPage(event)) return { ok: false, error: { code: 'foreign-sender', facts: {} } }
      if (!isCallName(name))
        return { ok: false, error: { code: 'unknown-call', facts: { name: String(name).slice(0, 100) } } }
      return serveCall(door, name, input, typeof commandId === 'string' ? commandId.slice(0, 100) : undefined)
    },
  )
  ipcMain.handle('grant-dropped', (event, path: unknown) => {
    // Only the preload can turn a dropped file into a path; the page itself never sees or names one.
    if (!isOurPage(event) || typeof path !== 'string' || path === '') return null
    return door.grants.grant(path)
  })
  door.storage.onEvent((event) => {
    for (const contents of webContents.getAllWebContents()) contents.send('event', event)
  })
}

export async function serveCall(
  door: Door,
  name: CallName,
  input: unknown,
  commandId?: string,
): Promise<Answer<unknown>> {
  const definition = contract[name]
  if (definition.kind !== 'shell') {
    const paths = door.grants.pathsIn(input)
    return door.storage.call(name, input, commandId === undefined ? { paths } : { commandId, paths })
  }
  const parsed = definition.input.safeParse(input)
  if (!parsed.success) return { ok: false, error: refuseInput(parsed.error) }
  const handler = door.shellHandlers[name as keyof ShellHandlers] as (
    input: unknown,
  ) => Promise<Answer<unknown>>
  try {
    return await handler(parsed.data)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { ok: false, error: { code: 'unexpected', facts: {} } }
  }
}
