// Main's side of the storage process: forwards calls, restarts it when it dies, answers what was under way.
import { type UtilityProcess, utilityProcess } from 'electron'
import type { Backup, Restored, RestorePreview } from '../shared/contract/backup.ts'
import type { AppEvent } from '../shared/contract/events.ts'
import type {
  CallOptions,
  OpenChoice,
  Opened,
  StorageQuestions,
  StorageReply,
  StorageRequest,
} from '../shared/contract/storage-protocol.ts'
import { type Answer, assertNever } from '../shared/errors.ts'
import type { KnownBackups } from './known-backups.ts'

export interface Storage {
  /** The first opening's answer; calls may be sent before. */
  opened: Promise<Opened>
  /**
   * Closes the file, lets go of its lock, and opens it anew; with `folder`, the file there instead. `meanwhile`
   * runs while nothing is open. Calls that come before it is open again answer an error and do nothing.
   */
  reopen(folder?: string, meanwhile?: () => Promise<void>): Promise<Opened>
  /** The same, answering what a start has to ask. */
  reopenWith(choice: OpenChoice): Promise<Opened>
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
  /** The owner's own. */
  folder: string
  /** How the first opening answers what a start may have to ask. */
  choice?: OpenChoice | undefined
  /** Of the owner's own folder. */
  backups: KnownBackups
  today: string | undefined
  /** How long another Regulars on the same folder is waited for. */
  waitMs: number
  script: string
}

/** A process that dies again and again is not started for ever. */
const mostRestarts = 5
const restartsWithinMs = 600_000
const unknownOutcome = { ok: false, error: { code: 'unknown-outcome', facts: {} } } as const
const stoppedForGood = { ok: false, error: { code: 'storage-stopped', facts: {} } } as const

export function startStorage(options: StorageOptions): Storage {
  return new StorageProcess(options)
}

class StorageProcess implements Storage {
  readonly opened: Promise<Opened>
  #options: StorageOptions
  #folder: string
  #child: UtilityProcess
  #waiting = new Map<number, (answer: Answer<unknown>) => void>()
  #listeners: ((event: AppEvent) => void)[] = []
  #openings: ((answer: Opened) => void)[] = []
  #nextId = 1
  #restarts: number[] = []
  #choice: OpenChoice | undefined
  /** It died again and again: it runs without the file, for the way back to a backup. */
  #leaveClosed = false
  /** Even so it does not run. */
  #isBroken = false
  /** Set while the process is asked to close: when it is gone. */
  #stopping: Promise<void> | undefined
  #stopped: (() => void) | undefined
  #reopening = false
  /** What is done while nothing is open: quitting waits for it. */
  #work: Promise<void> | undefined
  #quitting = false
  #ended = false

  constructor(options: StorageOptions) {
    this.#options = options
    this.#folder = options.folder
    this.#choice = options.choice
    this.opened = this.#nextOpening()
    this.#child = this.#fork()
  }

  folder(): string {
    return this.#folder
  }

  async call(name: string, input: unknown, options: CallOptions = {}): Promise<Answer<unknown>> {
    const answer = await this.#ask('call', { name, input, options })
    if (name === 'backup.run' && answer.ok) await this.#rememberBackups()
    return answer
  }

  /** Those of the sample shop are none. */
  async #rememberBackups(): Promise<void> {
    if (this.#folder !== this.#options.folder) return
    const answer = (await this.#ask('call', { name: 'backup.status', input: {}, options: {} })) as Answer<{
      recent: Backup[]
    }>
    if (answer.ok) this.#options.backups.keep(answer.value.recent.map(({ file }) => file))
  }

  inspect(file: string): Promise<Answer<RestorePreview>> {
    return this.#ask('inspect', { file })
  }

  async restore(ticket: string): Promise<Answer<Restored>> {
    const answer = await this.#ask('restore', { ticket })
    if (answer.ok) {
      this.#leaveClosed = false
      this.#restarts = []
    }
    this.#tell({ type: 'storage-restarted' })
    return answer
  }

  onEvent(listener: (event: AppEvent) => void): void {
    this.#listeners.push(listener)
  }

  suspend(): void {
    if (!this.#ended) this.#send({ type: 'suspend' })
  }

  async close(): Promise<void> {
    this.#quitting = true
    await this.#stop()
    await Promise.allSettled([this.#work])
  }

  async reopen(next = this.#folder, meanwhile?: () => Promise<void>): Promise<Opened> {
    if (this.#quitting || this.#reopening) return unknownOutcome
    this.#reopening = true
    try {
      await this.#stop()
      this.#work = meanwhile?.()
      await this.#work
    } catch (error) {
      // Whatever is there now is opened all the same.
      this.#reopening = false
      await this.#openAnew(next)
      throw error
    }
    this.#reopening = false
    return this.#openAnew(next)
  }

  reopenWith(choice: OpenChoice): Promise<Opened> {
    this.#choice = choice
    return this.reopen()
  }

  async #openAnew(next: string): Promise<Opened> {
    if (this.#quitting) return unknownOutcome
    const isSame = next === this.#folder
    this.#folder = next
    this.#stopping = undefined
    this.#ended = false
    this.#leaveClosed = false
    this.#isBroken = false
    this.#restarts = []
    const answer = this.#nextOpening()
    this.#child = this.#fork()
    const opened = await answer
    // What the screens hold is from before, or nothing; for another file the whole page is loaded anew.
    if (opened.ok && isSame) this.#tell({ type: 'storage-restarted' })
    return opened
  }

  #nextOpening(): Promise<Opened> {
    return new Promise((resolve) => this.#openings.push(resolve))
  }

  #fork(): UtilityProcess {
    const { script, today, waitMs } = this.#options
    const started = utilityProcess.fork(script, [], { serviceName: 'Regulars storage', stdio: 'inherit' })
    started.on('message', (reply: StorageReply) => this.#receive(reply))
    started.on('exit', () => this.#recover())
    const [folder, choice, leaveClosed] = [this.#folder, this.#choice, this.#leaveClosed]
    // Chosen once; a process that is started again asks again.
    this.#choice = undefined
    const backups = folder === this.#options.folder ? this.#options.backups.list() : []
    this.#send({ type: 'open', folder, today, waitMs, choice, backups, leaveClosed }, started)
    return started
  }

  #send(request: StorageRequest, child = this.#child): void {
    child.postMessage(request)
  }

  #ask<Q extends keyof StorageQuestions>(
    type: Q,
    holds: StorageQuestions[Q]['holds'],
  ): Promise<Answer<StorageQuestions[Q]['answer']>> {
    if (this.#isBroken) return Promise.resolve(stoppedForGood)
    if (this.#ended || this.#stopping) return Promise.resolve(unknownOutcome)
    const id = this.#nextId++
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve as (answer: Answer<unknown>) => void)
      this.#send({ type, id, ...holds } as StorageRequest)
    })
  }

  #receive(reply: StorageReply): void {
    switch (reply.type) {
      case 'opened':
        for (const answer of this.#openings.splice(0)) answer(reply.answer)
        if (reply.answer.ok) void this.#rememberBackups()
        break
      case 'answer':
        this.#waiting.get(reply.id)?.(reply.answer)
        this.#waiting.delete(reply.id)
        break
      case 'event':
        this.#tell(reply.event)
        break
      case 'closed':
        this.#ended = true
        this.#child.kill()
        break
      default:
        assertNever(reply)
    }
  }

  #tell(event: AppEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  #recover(): void {
    for (const answer of this.#waiting.values()) answer(unknownOutcome)
    this.#waiting.clear()
    if (this.#stopping || this.#ended) {
      this.#end(unknownOutcome)
      return
    }
    this.#restarts = this.#restarts.filter((at) => at > performance.now() - restartsWithinMs)
    if (this.#restarts.length > mostRestarts) {
      this.#isBroken = true
      this.#end(stoppedForGood)
      this.#tell({ type: 'storage-restarted' })
      return
    }
    this.#leaveClosed = this.#restarts.length === mostRestarts
    this.#restarts.push(performance.now())
    this.#child = this.#fork()
    this.#tell({ type: 'storage-restarted' })
  }

  #end(answer: Opened): void {
    this.#ended = true
    for (const opened of this.#openings.splice(0)) opened(answer)
    this.#stopped?.()
  }

  #stop(): Promise<void> {
    if (!this.#stopping && this.#ended) return Promise.resolve()
    this.#stopping ??= new Promise((resolve) => {
      this.#stopped = resolve
      this.#send({ type: 'close' })
    })
    return this.#stopping
  }
}
