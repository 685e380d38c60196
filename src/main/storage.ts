// Main's side of the storage process: forwards calls, restarts it when it dies, answers what was under way.
import { utilityProcess } from 'electron'
import type { AppEvent } from '../shared/contract/events.ts'
import type { Answer } from '../shared/errors.ts'

export interface CallOptions {
  commandId?: string
  paths?: Record<string, string>
}

export interface Storage {
  /** Resolves with the first opening's answer; calls may be sent before. */
  opened: Promise<Answer<{ file: string }>>
  call(name: string, input: unknown, options?: CallOptions): Promise<Answer<unknown>>
  onEvent(listener: (event: AppEvent) => void): void
  /** Closes the file; later calls answer an error. */
  close(): Promise<void>
  processId(): number | undefined
}

export interface StorageOptions {
  folder: string
  today: string | undefined
  script: string
}

type Reply =
  | { type: 'opened'; answer: Answer<{ file: string }> }
  | { type: 'answer'; id: number; answer: Answer<unknown> }
  | { type: 'event'; event: AppEvent }
  | { type: 'closed' }

/** A file that cannot be opened is not retried for ever. */
const mostRestarts = 5

export function startStorage(options: StorageOptions): Storage {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  const listeners: ((event: AppEvent) => void)[] = []
  let nextId = 1
  let restarts = 0
  let closing: (() => void) | undefined
  let ended = false
  let tellOpened: (answer: Answer<{ file: string }>) => void = () => undefined
  const opened = new Promise<Answer<{ file: string }>>((resolve) => {
    tellOpened = resolve
  })
  let child = fork()

  function fork() {
    const started = utilityProcess.fork(options.script, [], {
      serviceName: 'Regulars storage',
      stdio: 'inherit',
    })
    started.on('message', receive)
    started.on('exit', () => {
      for (const answer of waiting.values())
        answer({ ok: false, error: { code: 'unknown-outcome', facts: {} } })
      waiting.clear()
      if (closing || ended) {
        ended = true
        closing?.()
        return
      }
      restarts += 1
      if (restarts > mostRestarts) {
        ended = true
        return
      }
      child = fork()
      for (const listener of listeners) listener({ type: 'storage-restarted' })
    })
    started.postMessage({ type: 'open', folder: options.folder, today: options.today })
    return started
  }

  function receive(reply: Reply): void {
    switch (reply.type) {
      case 'opened':
        tellOpened(reply.answer)
        break
      case 'answer':
        waiting.get(reply.id)?.(reply.answer)
        waiting.delete(reply.id)
        break
      case 'event':
        for (const listener of listeners) listener(reply.event)
        break
      case 'closed':
        ended = true
        child.kill()
        break
    }
  }

  return {
    opened,
    call(name, input, callOptions = {}) {
      if (ended || closing)
        return Promise.resolve({ ok: false, error: { code: 'unknown-outcome', facts: {} } })
      const id = nextId++
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        child.postMessage({ type: 'call', id, name, input, options: callOptions })
      })
    },
    onEvent(listener) {
      listeners.push(listener)
    },
    close() {
      if (ended) return Promise.resolve()
      return new Promise((resolve) => {
        closing = resolve
        child.postMessage({ type: 'close' })
      })
    },
    processId: () => child.pid,
  }
}
