// Entry of the storage process: opens the data file, answers calls, tells of changes; the only process that writes.

import { inspect } from 'node:util'
import type { AppEvent } from '../shared/contract/events.ts'
import { type Answer, AppError, type CallError } from '../shared/errors.ts'
import { emptyOldBin } from './bin.ts'
import { systemClock } from './clock.ts'
import { handlers } from './handlers.ts'
import { emptyLog, openStore, type Store } from './open-database.ts'
import { type CallOptions, type DataCallName, makeRunner, type Runner } from './run-call.ts'

/** What main sends. */
export type StorageRequest =
  | { type: 'open'; folder: string; today?: string; waitMs: number }
  | { type: 'call'; id: number; name: string; input: unknown; options: CallOptions }
  /** The computer goes to sleep: what was saved leaves the log for the file. */
  | { type: 'suspend' }
  | { type: 'close' }

/** What the storage process answers. */
export type StorageReply =
  | { type: 'opened'; answer: Answer<{ file: string }> }
  | { type: 'answer'; id: number; answer: Answer<unknown> }
  | { type: 'event'; event: AppEvent }
  | { type: 'closed' }

interface ParentPort {
  on(event: 'message', listener: (message: { data: StorageRequest }) => void): void
  postMessage(message: StorageReply): void
}

const port = (process as unknown as { parentPort: ParentPort }).parentPort
/** The log is emptied when nothing was asked for this long. */
const idleMs = 30_000

let store: Store | undefined
let runner: Runner | undefined
/** The newest opening; calls that come while it is under way wait for it. */
let opening: Promise<Answer<{ file: string }>> | undefined
let idle: NodeJS.Timeout | undefined

/** For the owner's log, on stderr; never the words on screen. */
function report(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`)
}

function toCallError(error: unknown): CallError {
  if (error instanceof AppError) {
    if (error.cause) report(error)
    return { code: error.code, facts: error.facts }
  }
  report(error)
  return { code: 'unexpected', facts: { message: error instanceof Error ? error.message : String(error) } }
}

async function open(request: Extract<StorageRequest, { type: 'open' }>): Promise<Answer<{ file: string }>> {
  if (store) return { ok: true, value: { file: store.file } }
  const clock = systemClock(request.today)
  try {
    store = await openStore(request.folder, clock.now(), request.waitMs)
    emptyOldBin(store.sqlite, clock.now())
    runner = makeRunner(store, handlers, clock, {
      changed: (areas) => port.postMessage({ type: 'event', event: { type: 'changed', areas } }),
      progress: (call, done, total) =>
        port.postMessage({ type: 'event', event: { type: 'progress', call, done, total } }),
    })
    return { ok: true, value: { file: store.file } }
  } catch (error) {
    return { ok: false, error: toCallError(error) }
  }
}

async function answer(name: string, input: unknown, options: CallOptions): Promise<Answer<unknown>> {
  const opened = await opening
  if (opened && !opened.ok) return opened
  if (!runner) return { ok: false, error: { code: 'unexpected', facts: { message: 'not open' } } }
  try {
    const { value, done } = await runner.call(name as DataCallName, input, options)
    return done ? { ok: true, value, done } : { ok: true, value }
  } catch (error) {
    return { ok: false, error: toCallError(error) }
  } finally {
    clearTimeout(idle)
    idle = setTimeout(() => void emptyLogBetweenCommands(), idleMs)
  }
}

async function emptyLogBetweenCommands(): Promise<void> {
  try {
    await runner?.alone(emptyLog)
  } catch (error) {
    report(error)
  }
}

port.on('message', async ({ data: request }) => {
  switch (request.type) {
    case 'open':
      opening = open(request)
      port.postMessage({ type: 'opened', answer: await opening })
      break
    case 'call':
      port.postMessage({
        type: 'answer',
        id: request.id,
        answer: await answer(request.name, request.input, request.options),
      })
      break
    case 'suspend':
      await emptyLogBetweenCommands()
      break
    case 'close':
      await opening
      await runner?.finish()
      clearTimeout(idle)
      store?.close()
      port.postMessage({ type: 'closed' })
      break
  }
})
