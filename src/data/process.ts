// Entry of the storage process: opens the data file, answers calls, tells of changes; the only process that writes.

import { inspect } from 'node:util'
import type { AppEvent } from '../shared/contract/events.ts'
import { type Answer, AppError, type CallError } from '../shared/errors.ts'
import { systemClock } from './clock.ts'
import { handlers } from './handlers.ts'
import { openStore, type Store } from './open-database.ts'
import { type CallOptions, type DataCallName, makeRunner, type Runner } from './run-call.ts'

/** What main sends. */
export type StorageRequest =
  | { type: 'open'; folder: string; today?: string }
  | { type: 'call'; id: number; name: string; input: unknown; options: CallOptions }
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
let store: Store | undefined
let runner: Runner | undefined
let opening: CallError | undefined

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

async function open(folder: string, today: string | undefined): Promise<Answer<{ file: string }>> {
  const clock = systemClock(today)
  try {
    store = await openStore(folder, clock.now())
    runner = makeRunner(store, handlers, clock, {
      changed: (areas) => port.postMessage({ type: 'event', event: { type: 'changed', areas } }),
      progress: (call, done, total) =>
        port.postMessage({ type: 'event', event: { type: 'progress', call, done, total } }),
    })
    opening = undefined
    return { ok: true, value: { file: store.file } }
  } catch (error) {
    opening = toCallError(error)
    return { ok: false, error: opening }
  }
}

async function answer(name: string, input: unknown, options: CallOptions): Promise<Answer<unknown>> {
  if (!runner) return { ok: false, error: opening ?? { code: 'unexpected', facts: { message: 'not open' } } }
  try {
    const { value, done } = await runner.call(name as DataCallName, input, options)
    return done ? { ok: true, value, done } : { ok: true, value }
  } catch (error) {
    return { ok: false, error: toCallError(error) }
  }
}

port.on('message', async ({ data: request }) => {
  switch (request.type) {
    case 'open':
      port.postMessage({ type: 'opened', answer: await open(request.folder, request.today) })
      break
    case 'call':
      port.postMessage({
        type: 'answer',
        id: request.id,
        answer: await answer(request.name, request.input, request.options),
      })
      break
    case 'close':
      await runner?.finish()
      store?.close()
      port.postMessage({ type: 'closed' })
      break
  }
})
