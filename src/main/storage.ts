// Main's side of the storage process: forwards calls, restarts it when it dies, answers what was under way.
import { utilityProcess } from 'electron'
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
  /** Tries again to open a file that could not be opened; answers at once when it is open. */
  reopen(): Promise<Opened>
  call(name: string, input: unknown, options?: CallOptions): Promise<Answer<unknown>>
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
  let closing: (() => void) | undefined
  let ended = false
  let child = fork()

  function fork() {
    const started = utilityProcess.fork(options.script, [], {
      serviceName: 'Regulars storage',
      stdio: 'inherit',
    })
    started.on('message', receive)
    started.on('exit', recover)
    const { folder, today, waitMs } = options
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
    if (closing || ended || restarts.length >= mostRestarts) {
      ended = true
      for (const answer of openings.splice(0)) answer(unknownOutcome)
      closing?.()
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

  const nextOpening = () => new Promise<Opened>((resolve) => openings.push(resolve))
  return {
    opened: nextOpening(),
    async reopen() {
      if (closing) return unknownOutcome
      const answer = nextOpening()
      if (ended) {
        ended = false
        restarts = []
        child = fork()
      } else {
        const { folder, today, waitMs } = options
        child.postMessage({ type: 'open', folder, today, waitMs })
      }
      const opened = await answer
      // What the screens hold is from before, or nothing.
      if (opened.ok) tell({ type: 'storage-restarted' })
      return opened
    },
    call(name, input, callOptions = {}) {
      if (ended || closing) return Promise.resolve(unknownOutcome)
      const id = nextId++
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        child.postMessage({ type: 'call', id, name, input, options: callOptions })
      })
    },
    onEvent(listener) {
      listeners.push(listener)
    },
    suspend() {
      if (!ended) child.postMessage({ type: 'suspend' })
    },
    close() {
      if (ended) return Promise.resolve()
      return new Promise((resolve) => {
        closing = resolve
        child.postMessage({ type: 'close' })
      })
    },
  }
}
