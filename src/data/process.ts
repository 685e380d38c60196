// Entry of the storage process: opens the data file, answers calls, tells of changes, restores; the only process that writes.

import './engine/for-the-owner-alone.ts'
import { inspect } from 'node:util'
import type { Restored, RestorePreview } from '../shared/contract/backup.ts'
import { listReaders } from '../shared/contract/index.ts'
import type {
  CallOptions,
  Opened,
  Opening,
  StorageQuestions,
  StorageReply,
  StorageRequest,
} from '../shared/contract/storage-protocol.ts'
import { type Answer, AppError, assertNever, type CallError } from '../shared/errors.ts'
import { describePending, inspectRestore, type PendingRestore, swapStore } from './backup/restore.ts'
import { sweepWhenDue } from './backup/sweep.ts'
import { type Clock, systemClock } from './engine/clock.ts'
import type { DataCallName } from './engine/contexts.ts'
import { emptyLog, holdFolder, openStore, readInstead } from './engine/open-database.ts'
import { makeRunner, type Runner } from './engine/run-call.ts'
import { translateSqliteError } from './engine/sqlite-errors.ts'
import { settleStandings } from './engine/standing.ts'
import type { Store } from './engine/store.ts'
import { forgetCandidate } from './engine/swap-files.ts'
import { handlers } from './handlers.ts'
import { emptyOldBin } from './people/bin.ts'

interface ParentPort {
  on(event: 'message', listener: (message: { data: StorageRequest }) => void): void
  postMessage(message: StorageReply): void
}

const port = (process as unknown as { parentPort: ParentPort }).parentPort
/** Every row is read once a week, when the first screens have long been shown. */
const sweepAfterMs = 20_000
/** The log is emptied when nothing was asked for this long. */
const idleMs = 30_000

let store: Store | undefined
let runner: Runner | undefined
/** The newest opening; calls that come while it is under way wait for it. */
let opening: Promise<Opened> | undefined
/** The folder and the clock of the newest opening. */
let place: { folder: string; clock: Clock } | undefined
let pending: PendingRestore | undefined
/** What is being answered: a file is not closed under it. */
const underWay = new Set<Promise<unknown>>()
let idle: NodeJS.Timeout | undefined

/** For the owner's log, on stderr; never the words on screen. */
function report(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`)
}

/** What has a sentence of its own is told in that; the log names what lay behind it, without where in the program. */
function toCallError(error: unknown): CallError {
  if (!(error instanceof AppError)) report(error)
  else if (error.cause) process.stderr.write(`${nameCause(error)}\n`)
  return describeError(error)
}

function nameCause({ code, cause }: AppError): string {
  const reason = cause instanceof Error ? cause.message : String(cause).split('\n', 1)[0]
  return `Regulars: ${code} (${reason})`
}

function describeError(error: unknown): CallError {
  if (error instanceof AppError) return { code: error.code, facts: error.facts }
  return { code: 'unexpected', facts: { message: error instanceof Error ? error.message : String(error) } }
}

async function open({ folder, today, leaveClosed, ...options }: Opening): Promise<Opened> {
  if (store) return { ok: true, value: { file: store.file } }
  const clock = systemClock(today)
  place = { folder, clock }
  if (leaveClosed) return { ok: false, error: { code: 'storage-stopped', facts: {} } }
  try {
    const opened = await openStore(folder, clock.now(), options)
    if (opened.refusal) process.stderr.write(`${nameCause(opened.refusal)}\n`)
    return serve(opened, clock)
  } catch (error) {
    return { ok: false, error: toCallError(error) }
  }
}

/** From here on calls are answered from this file; when it cannot be written after all, it is read. */
function serve(opened: Store, clock: Clock): Opened {
  try {
    runner = prepare(opened, clock)
    store = opened
  } catch (error) {
    const lock = opened.closeFile()
    const refusal = translateSqliteError(error, opened.file)
    const readable = refusal instanceof AppError ? readInstead(opened.file, refusal, lock) : null
    if (!readable || opened.readOnly) {
      lock.release()
      throw refusal
    }
    runner = prepare(readable, clock)
    store = readable
  }
  if (!store.readOnly) setTimeout(() => void sweep(clock), sweepAfterMs).unref()
  return { ok: true, value: { file: store.file } }
}

/** Of the file that is open then. What it cannot read, the check says when it is asked. */
async function sweep(clock: Clock): Promise<void> {
  if (!runner || !store || store.readOnly) return
  try {
    const isNew = await sweepWhenDue(runner, store.file, clock)
    if (isNew)
      port.postMessage({ type: 'event', event: { type: 'changed', queries: listReaders(['settings']) } })
  } catch (error) {
    report(error)
  }
}

function prepare(opened: Store, clock: Clock): Runner {
  emptyOldBin(opened.sqlite, clock.now())
  settleStandings(opened.sqlite, clock.today())
  return makeRunner(opened, handlers, clock, {
    changed: (areas) =>
      port.postMessage({ type: 'event', event: { type: 'changed', queries: listReaders(areas) } }),
    progress: tellProgress,
  })
}

function tellProgress(call: string, done: number, total: number): void {
  port.postMessage({ type: 'event', event: { type: 'progress', call, done, total } })
}

async function inspectFile(file: string): Promise<RestorePreview> {
  await opening
  if (!place) throw new Error('no folder yet')
  pending = undefined
  const source = { file, store: store ?? null, ...place }
  pending = await inspectRestore(source, (done, total) => tellProgress('backup.inspect', done, total))
  return describePending(pending)
}

/** The lock stays held from the closing of one file to the opening of the other. */
async function restore(
  chosen: PendingRestore,
  { folder, clock }: NonNullable<typeof place>,
  busy: Promise<unknown>[],
): Promise<Restored> {
  await Promise.allSettled(busy)
  await runner?.finish()
  clearTimeout(idle)
  runner = undefined
  const lock = store ? store.closeFile() : holdFolder(folder)
  store = undefined
  const swapped = await swapStore(folder, chosen, clock, lock)
  serve(swapped.store, clock)
  if (swapped.store.refusal) throw swapped.store.refusal
  return swapped.restored
}

/** What calls wait for: whether a file is open after the restore, whichever it is. */
async function openAfter(restoring: Promise<Restored>): Promise<Opened> {
  try {
    await restoring
  } catch (error) {
    if (!store) return { ok: false, error: describeError(error) }
  }
  return { ok: true, value: { file: store?.file ?? '' } }
}

async function answerWith<Q extends keyof StorageQuestions>(
  { id }: { type: Q; id: number },
  result: Promise<StorageQuestions[Q]['answer']>,
): Promise<void> {
  let answered: Answer<StorageQuestions[Q]['answer']>
  try {
    answered = { ok: true, value: await result }
  } catch (error) {
    answered = { ok: false, error: toCallError(error) }
  }
  port.postMessage({ type: 'answer', id, answer: answered })
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
  if (store?.readOnly) return
  try {
    await runner?.alone(emptyLog)
  } catch (error) {
    toCallError(translateSqliteError(error, store?.file ?? ''))
  }
}

async function close(): Promise<void> {
  await opening
  await runner?.finish()
  clearTimeout(idle)
  if (store && pending) forgetCandidate(store.file)
  store?.close()
  port.postMessage({ type: 'closed' })
}

async function restorePending(request: Extract<StorageRequest, { type: 'restore' }>): Promise<void> {
  const chosen = pending
  if (!place || chosen?.ticket !== request.ticket) {
    return answerWith(request, Promise.reject(new AppError('unknown-file')))
  }
  pending = undefined
  // Calls that come from now on wait for the new opening, so only those there already are waited for.
  const restoring = restore(chosen, place, [...underWay])
  opening = openAfter(restoring)
  return answerWith(request, restoring)
}

async function answerCall({
  id,
  name,
  input,
  options,
}: Extract<StorageRequest, { type: 'call' }>): Promise<void> {
  const answering = answer(name, input, options)
  underWay.add(answering)
  port.postMessage({ type: 'answer', id, answer: await answering })
  underWay.delete(answering)
}

port.on('message', async ({ data: request }) => {
  switch (request.type) {
    case 'open':
      opening = open(request)
      port.postMessage({ type: 'opened', answer: await opening })
      break
    case 'call':
      await answerCall(request)
      break
    case 'inspect':
      await answerWith(request, inspectFile(request.file))
      break
    case 'restore':
      await restorePending(request)
      break
    case 'suspend':
      await emptyLogBetweenCommands()
      break
    case 'close':
      await close()
      break
    default:
      assertNever(request)
  }
})
