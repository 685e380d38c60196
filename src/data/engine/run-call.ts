// Runs one call: queries on the reader, commands one at a time in a transaction of their own, tasks beside them.

import { type CallNameOf, type CallOutput, contract } from '../../shared/contract/index.ts'
import { refuseInput } from '../../shared/contract/refuse-input.ts'
import type { CallOptions } from '../../shared/contract/storage-protocol.ts'
import { AppError, type Done } from '../../shared/errors.ts'
import { breathe } from './breathe.ts'
import type { Clock } from './clock.ts'
import type {
  CommandContext,
  DataCallName,
  Handlers,
  QueryContext,
  ReadingContext,
  TaskContext,
} from './contexts.ts'
import { forgetRowImages, logRowImages } from './row-images.ts'
import {
  type CommandFloor,
  findAnswer,
  pathsOf,
  type RunnerEvents,
  runCommand,
  type Write,
} from './run-command.ts'
import { translateSqliteError } from './sqlite-errors.ts'
import type { Reader, Sqlite, Store, Writer } from './store.ts'
import { keepVouched, readVouched } from './vouched-time.ts'

export interface Runner {
  call<N extends DataCallName>(
    name: N,
    input: unknown,
    options?: CallOptions,
  ): Promise<{ value: CallOutput<N>; done?: Done }>
  /** Runs between commands, with the writing connection to itself. */
  alone<T>(work: (sqlite: Sqlite) => Promise<T> | T): Promise<T>
  /** Resolves when every command and task asked for so far has ended. */
  finish(): Promise<void>
}

/** The owner's undo reaches back this many days. */
const undoDays = 30

function forgetOldImages(sqlite: Sqlite, now: string): void {
  const vouched = readVouched(sqlite)
  if (vouched === null) return
  // The commands that vouch for it are about to be forgotten.
  keepVouched(sqlite, vouched)
  const horizon = Temporal.Instant.from(vouched.at > now ? now : vouched.at).subtract({
    hours: undoDays * 24,
  })
  forgetRowImages(sqlite, horizon.toString({ fractionalSecondDigits: 3 }))
}

/** What is under way: commands one after the other, tasks beside them. */
function makeQueue() {
  let last: Promise<unknown> = Promise.resolve()
  const tasks = new Set<Promise<unknown>>()
  return {
    enqueue<T>(work: () => Promise<T>): Promise<T> {
      const result = last.then(work, work)
      last = result.catch(() => undefined)
      return result
    },
    /** Quitting waits for whole-file work: a backup half written is worth nothing. */
    remember<T>(task: Promise<T>): Promise<T> {
      const ended = task.then(
        () => undefined,
        () => undefined,
      )
      tasks.add(ended)
      void ended.then(() => tasks.delete(ended))
      return task
    },
    async finish(): Promise<void> {
      await Promise.all(tasks)
      await last
    },
  }
}

/** @throws AppError unknown-call, or what is wrong with the input */
function parseCall(handlers: Handlers, name: DataCallName, input: unknown): unknown {
  const definition = contract[name]
  if (definition === undefined || !Object.hasOwn(handlers, name)) throw new AppError('unknown-call', { name })
  const parsed = definition.input.safeParse(input)
  if (parsed.success) return parsed.data
  const { code, facts } = refuseInput(parsed.error)
  throw new AppError(code, facts)
}

/** Also what copies or checks whole files: each would write beside the file. @throws AppError disk-full, file-read-only */
function refuseWriting({ readOnly, folder }: Store): void {
  if (readOnly === 'full') throw new AppError('disk-full')
  if (readOnly === 'forbidden') throw new AppError('file-read-only', { folder })
}

export function makeRunner(store: Store, handlers: Handlers, clock: Clock, events: RunnerEvents): Runner {
  const { sqlite, reader } = store
  const floor: CommandFloor = { store, clock, events, running: { id: 0 } }
  const reading: QueryContext = { clock, sqlite: store.readerSqlite, file: store.file }
  const { enqueue, remember, finish } = makeQueue()
  logRowImages(sqlite, floor.running)
  forgetOldImages(sqlite, clock.now())

  const alone: Runner['alone'] = (work) => enqueue(async () => work(sqlite))

  const readingContext = (name: DataCallName, options: CallOptions): ReadingContext => ({
    ...reading,
    pathOf: pathsOf(options),
    progress: (done, total) => events.progress(name, done, total),
    breathe,
  })

  function takeCommand(name: CallNameOf<'command'>, input: unknown, options: CallOptions) {
    const id = options.commandId ?? crypto.randomUUID()
    const handler = handlers[name] as
      | ((db: Writer, input: unknown, context: CommandContext) => Promise<unknown> | unknown)
      | { read(db: Reader, input: unknown, context: ReadingContext): Promise<Write> }
    const run = (write: Write) => enqueue(() => runCommand(floor, { id, name, options }, write))
    if (typeof handler === 'function') return run((context) => handler(store.writer, input, context))
    const readAndRun = async () => {
      // Through the reader: one that is under way is not answered yet.
      const known = findAnswer(store.readerSqlite, id)
      return known ?? run(await handler.read(reader, input, readingContext(name, options)))
    }
    return remember(readAndRun())
  }

  async function answer(name: DataCallName, input: unknown, options: CallOptions) {
    const { kind } = contract[name]
    if (kind !== 'query') refuseWriting(store)
    if (kind === 'command') return takeCommand(name as CallNameOf<'command'>, input, options)
    const handler = handlers[name] as (db: Reader, input: unknown, context: unknown) => unknown
    if (kind === 'query') return { value: await handler(reader, input, reading) }
    const announce: TaskContext['announce'] = (areas) => events.changed(areas)
    const context: TaskContext = { ...readingContext(name, options), alone, announce }
    return { value: await remember(Promise.resolve(handler(reader, input, context))) }
  }

  return {
    alone,
    finish,
    async call(name, input, options = {}) {
      const parsed = parseCall(handlers, name, input)
      try {
        return (await answer(name, parsed, options)) as never
      } catch (error) {
        throw translateSqliteError(error, store.file)
      }
    },
  }
}
