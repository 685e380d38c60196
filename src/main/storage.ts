// Main's side of the storage process: forwards calls, restarts it when it dies, answers what was under way.
import { utilityProcess } from 'electron'
import type { Restored, RestorePreview } from '../shared/contract/backup.ts'
import type { AppEvent } from '../shared/contract/events.ts'
import type { Answer } from '../shared/errors.ts'

export interface CallOptions {
  commandId?: string
  paths?: Record<string, string>
}

export type Opened = Answer<{ file: string }>

export interface Storage {
  /** The first opening's answer; calls may be sent before. */
  opened: Promise<Opened>
  /**
   * Closes the file, lets go of its lock, and opens it anew; with `folder`, the file there instead. `meanwhile`
   * runs while nothing is open. Calls that come before it is open again answer an error and do nothing.
   */
  reopen(folder?: string, meanwhile?: () => Promise<void>): Promise<Opened>
  /** Of the file that is open, or was to be. */
  folder(): string
  call(name: string, input: unknown, options?: CallOptions): Promise<Answer<unknown>>
  /** Copies, checks and compares a file that may be restored; works too when ours could not be opened. */
  inspect(file: string): Promise<Answer<RestorePreview>>
  /** Sets our file aside and puts what was inspected in its place; the screens read anew, whatever came of it. */
  restore(ticket: string): Promise<Answer<Restored>>
  onEvent(listener: (event: AppEvent) => void): void
  /** The computer goes to sleep: the log is written back into the file. */
  suspend(): void
  /** Closes the file; later calls answer an error. */
  close(): Promise<void>
}

export interface StorageOptions {
  folder: string
  today: string | undefined
  /** How long another Regulars on the same folder is waited for. */
  waitMs: number
  script: string
}

type Reply =
  | { type: 'opened'; answer: Opened }
  | { type: 'answer'; id: number; answer: Answer<unknown> }
  | { type: 'event'; event: AppEvent }
  | { type: 'closed' }

/** A process that dies again and again is not started for ever. */
const mostRestarts = 5
const restartsWithinMs = 600_000
const unknownOutcome = { ok: false, error: { code: 'unknown-outcome', facts: {} } } as const

export function startStorage(options: StorageOptions): Storage {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  const listeners: ((event: AppEvent) => void)[] = []
  const openings: ((answer: Opened) => void)[] = []
  let nextId = 1
  let restarts: number[] = []
  let folder = options.folder
  /** Set while the process is asked to close: when it is gone. */
  let stopping: Promise<void> | undefined
  let stopped: (() => void) | undefined
  let reopening = false
  /** What is done while nothing is open: quitting waits for it. */
  let work: Promise<void> | undefined
  let quitting = false
  let ended = false
  let child = fork()

  function fork() {
    const started = utilityProcess.fork(options.script, [], {
      serviceName: 'Regulars storage',
      stdio: 'inherit',
    })
    started.on('message', receive)
    started.on('exit', recover)
    const { today, waitMs } = options
    started.postMessage({ type: 'open', folder, today, waitMs })
    return started
  }

  function tell(event: AppEvent): void {
    for (const listener of listeners) listener(event)
  }

  function recover(): void {
    for (const answer of waiting.values()) answer(unknownOutcome)
    waiting.clear()
    restarts = restarts.filter((at) => at > performance.now() - restartsWithinMs)
    if (stopping || ended || restarts.length >= mostRestarts) {
      ended = true
      for (const answer of openings.splice(0)) answer(unknownOutcome)
      stopped?.()
      return
    }
    restarts.push(performance.now())
    child = fork()
    tell({ type: 'storage-restarted' })
  }

  function receive(reply: Reply): void {
    switch (reply.type) {
      case 'opened':
        for (const answer of openings.splice(0)) answer(reply.answer)
        break
      case 'answer':
        waiting.get(reply.id)?.(reply.answer)
        waiting.delete(reply.id)
        break
      case 'event':
        tell(reply.event)
        break
      case 'closed':
        ended = true
        child.kill()
        break
    }
  }

  function stop(): Promise<void> {
    if (!stopping && ended) return Promise.resolve()
    stopping ??= new Promise((resolve) => {
      stopped = resolve
      child.postMessage({ type: 'close' })
    })
    return stopping
  }

  async function openAnew(next: string): Promise<Opened> {
    if (quitting) return unknownOutcome
    const isSame = next === folder
    folder = next
    stopping = undefined
    ended = false
    restarts = []
    const answer = nextOpening()
    child = fork()
    const opened = await answer
    // What the screens hold is from before, or nothing; for another file the whole page is loaded anew.
    if (opened.ok && isSame) tell({ type: 'storage-restarted' })
    return opened
  }

  function ask(request: object): Promise<Answer<unknown>> {
    if (ended || stopping) return Promise.resolve(unknownOutcome)
    const id = nextId++
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      child.postMessage({ ...request, id })
    })
  }

  const nextOpening = () => new Promise<Opened>((resolve) => openings.push(resolve))
  return {
    opened: nextOpening(),
    async reopen(next = folder, meanwhile) {
      if (quitting || reopening) return unknownOutcome
      reopening = true
      try {
        await stop()
        work = meanwhile?.()
        await work
      } catch (error) {
        // Whatever is there now is opened all the same.
        reopening = false
        await openAnew(next)
        throw error
      }
      reopening = false
      return openAnew(next)
    },
    folder: () => folder,
    call: (name, input, callOptions = {}) => ask({ type: 'call', name, input, options: callOptions }),
    inspect: (file) => ask({ type: 'inspect', file }) as Promise<Answer<RestorePreview>>,
    async restore(ticket) {
      const answer = (await ask({ type: 'restore', ticket })) as Answer<Restored>
      tell({ type: 'storage-restarted' })
      return answer
    },
    onEvent(listener) {
      listeners.push(listener)
    },
    suspend() {
      if (!ended) child.postMessage({ type: 'suspend' })
    },
    async close() {
      quitting = true
      await stop()
      await Promise.allSettled([work])
    },
  }
}
