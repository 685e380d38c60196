// Runs one call: queries on the reader, commands one at a time in a transaction of their own, tasks beside them.

import type { Area } from '../../shared/contract/events.ts'
import { type CallNameOf, type CallOutput, contract } from '../../shared/contract/index.ts'
import { refuseInput } from '../../shared/contract/refuse-input.ts'
import { AppError, type Done, type MessageRef } from '../../shared/errors.ts'
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
import { emptyLog } from './open-database.ts'
import { forgetRowImages, logRowImages, type RunningCommand, unlogged } from './row-images.ts'
import { raiseChangeNumber, settleChanges } from './settle-changes.ts'
import { isDiskFault, translateSqliteError } from './sqlite-errors.ts'
import type { Reader, ReadingSqlite, Sqlite, Store, Writer } from './store.ts'
import { readVouchedTime } from './vouched-time.ts'

export interface CallOptions {
  commandId?: string
  /** Paths behind the tokens of this call, known to main alone. */
  paths?: Record<string, string>
}

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

export interface RunnerEvents {
  changed(areas: Area[]): void
  progress(call: string, done: number, total: number): void
}

/** The owner's undo reaches back this many days. */
const undoDays = 30

export function makeRunner(store: Store, handlers: Handlers, clock: Clock, events: RunnerEvents): Runner {
  const { sqlite } = store
  const running: RunningCommand = { id: 0 }
  const reading: QueryContext = { clock, sqlite: store.readerSqlite, file: store.file }
  logRowImages(sqlite, running)
  const vouched = readVouchedTime(sqlite, clock.now())
  if (vouched !== null) {
    const horizon = Temporal.Instant.from(vouched).subtract({ hours: undoDays * 24 })
    forgetRowImages(sqlite, horizon.toString({ fractionalSecondDigits: 3 }))
  }

  let queue: Promise<unknown> = Promise.resolve()
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work, work)
    queue = result.catch(() => undefined)
    return result
  }

  const tasks = new Set<Promise<unknown>>()
  /** Quitting waits for whole-file work: a backup half written is worth nothing. */
  function remember<T>(task: Promise<T>): Promise<T> {
    const ended = task.then(
      () => undefined,
      () => undefined,
    )
    tasks.add(ended)
    void ended.then(() => tasks.delete(ended))
    return task
  }
  const alone = <T>(work: (sqlite: Sqlite) => Promise<T> | T) => enqueue(async () => work(sqlite))

  const pathsOf = (options: CallOptions) => (token: string) => {
    const path = options.paths?.[token]
    if (path === undefined) throw new AppError('unknown-file')
    return path
  }

  type Write = (context: CommandContext) => Promise<unknown> | unknown

  /** What a command sent again under one id was answered; undefined when it is new. */
  function findAnswer(connection: ReadingSqlite, commandId: string) {
    const before = connection.prepare('SELECT message, result FROM commands WHERE uid = ?').get(commandId) as
      | { message: string | null; result: string | null }
      | undefined
    return before && answerOf(commandId, before.result, before.message)
  }

  function takeCommand(name: CallNameOf<'command'>, input: unknown, options: CallOptions) {
    const commandId = options.commandId ?? crypto.randomUUID()
    const handler = handlers[name] as
      | ((db: Writer, input: unknown, context: CommandContext) => Promise<unknown> | unknown)
      | { read(db: Reader, input: unknown, context: ReadingContext): Promise<Write> }
    const run = (write: Write) => enqueue(() => runCommand(name, write, { ...options, commandId }))
    if (typeof handler === 'function') return run((context) => handler(store.writer, input, context))
    const readAndRun = async () => {
      // Through the reader: one that is under way is not answered yet.
      const known = findAnswer(store.readerSqlite, commandId)
      if (known) return known
      const progress = (done: number, total: number) => events.progress(name, done, total)
      const context = { ...reading, pathOf: pathsOf(options), progress, breathe }
      return run(await handler.read(store.reader, input, context))
    }
    return remember(readAndRun())
  }

  async function runCommand(
    name: CallNameOf<'command'>,
    write: Write,
    options: CallOptions & { commandId: string },
  ) {
    const { commandId } = options
    const before = findAnswer(sqlite, commandId)
    if (before) return before

    let message: MessageRef | undefined
    let reverses: number | null = null
    const untold = new Set<Area>()
    sqlite.exec('BEGIN IMMEDIATE')
    try {
      const { lastInsertRowid } = sqlite
        .prepare('INSERT INTO commands (uid, name, run_at) VALUES (?, ?, ?)')
        .run(commandId, name, clock.now())
      running.id = Number(lastInsertRowid)
      const context: CommandContext = {
        clock,
        file: store.file,
        commandId,
        sqlite,
        say: (key, facts) => {
          message = facts ? { key, facts } : { key }
        },
        pathOf: pathsOf(options),
        progress: (done, total) => events.progress(name, done, total),
        breathe,
        leaveNoTrace: (areas, work) => {
          const { id } = running
          running.id = unlogged
          work()
          running.id = id
          for (const area of areas) untold.add(area)
        },
        reverse: (row) => {
          reverses = row
        },
      }
      const value = await write(context)
      const settled = await settleChanges(sqlite, running.id, clock.today())
      const areas = [...new Set([...settled, ...untold])]
      const role = reverses !== null && name === 'app.undo' ? 'undo' : 'do'
      // What changed nothing was not done: Undo would take nothing back, and say that it did.
      const done = areas.length > 0 || reverses !== null ? message : undefined
      sqlite
        .prepare('UPDATE commands SET message = ?, result = ?, role = ?, reverses = ? WHERE id = ?')
        .run(done ? JSON.stringify(done) : null, JSON.stringify(value), role, reverses, running.id)
      if (reverses !== null) {
        sqlite.prepare('UPDATE commands SET reversed_by = ? WHERE id = ?').run(running.id, reverses)
      }
      raiseChangeNumber(sqlite)
      sqlite.exec('COMMIT')
      if (untold.size > 0) emptyLog(sqlite)
      if (areas.length > 0) events.changed(areas)
      return done ? { value, done: { commandId, message: done } } : { value }
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
      // The disk failed while it was written: nobody can say whether it is there.
      if (isDiskFault(error)) throw new AppError('unknown-outcome', {}, { cause: error })
      throw translateSqliteError(error, store.file)
    } finally {
      running.id = 0
    }
  }

  return {
    alone,
    async finish() {
      await Promise.all(tasks)
      await queue
    },
    async call(name, input, options = {}) {
      const definition = contract[name]
      if (definition === undefined || !Object.hasOwn(handlers, name))
        throw new AppError('unknown-call', { name })
      const parsed = definition.input.safeParse(input)
      if (!parsed.success) {
        const { code, facts } = refuseInput(parsed.error)
        throw new AppError(code, facts)
      }
      try {
        if (definition.kind === 'command') {
          return (await takeCommand(name as CallNameOf<'command'>, parsed.data, options)) as never
        }
        const handler = handlers[name] as (db: Reader, input: unknown, context: unknown) => unknown
        if (definition.kind === 'query')
          return { value: (await handler(store.reader, parsed.data, reading)) as never }
        const context: TaskContext = {
          ...reading,
          pathOf: pathsOf(options),
          progress: (done, total) => events.progress(name, done, total),
          breathe,
          alone,
          announce: (areas) => events.changed(areas),
        }
        const task = Promise.resolve(handler(store.reader, parsed.data, context))
        return { value: (await remember(task)) as never }
      } catch (error) {
        throw translateSqliteError(error, store.file)
      }
    },
  }
}

function answerOf(commandId: string, result: string | null, message: string | null) {
  const value: unknown = JSON.parse(result ?? '{}')
  return message ? { value, done: { commandId, message: JSON.parse(message) as MessageRef } } : { value }
}
