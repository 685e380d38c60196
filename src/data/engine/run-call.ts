// Runs one call: queries on the reader, commands one at a time in a transaction of their own, tasks beside them.

import type { Area } from '../../shared/contract/events.ts'
import {
  type CallName,
  type CallNameOf,
  type CallOutput,
  contract,
  type ParsedInput,
} from '../../shared/contract/index.ts'
import { refuseInput } from '../../shared/contract/refuse-input.ts'
import { AppError, type Done, type Facts, type MessageRef } from '../../shared/errors.ts'
import { breathe } from './breathe.ts'
import type { Clock } from './clock.ts'
import { emptyLog, type Reader, type Sqlite, type Store, type Writer } from './open-database.ts'
import { prepareOnce } from './prepare-once.ts'
import { writeRowHashes } from './row-hashes.ts'
import {
  type ChangedRow,
  forgetRowImages,
  listChangedRows,
  logRowImages,
  type RunningCommand,
  unlogged,
} from './row-images.ts'
import type { OwnerTable } from './schema.ts'
import { indexPeople, indexTouches } from './search-index.ts'
import { isDiskFault, translateSqliteError } from './sqlite-errors.ts'
import { readStandingsDay, refreshAllStandings, refreshStandings } from './standing.ts'
import { refreshSummaries } from './summaries.ts'
import { readVouchedTime } from './vouched-time.ts'

export interface QueryContext {
  clock: Clock
  store: Store
}

export interface CommandContext extends QueryContext {
  /** The client-made id of this command. */
  commandId: string
  /** What the line at the foot will say was done. Without it the command is silent and Undo passes over it. */
  say(key: string, facts?: Facts): void
  /** The writing connection itself, for bulk work in prepared statements, inside the same transaction. */
  sqlite: Sqlite
  pathOf(token: string): string
  progress(done: number, total: number): void
  /** Lets queued queries answer; call it between slices of long work. */
  breathe(): Promise<void>
  /**
   * For what must not come back: rows changed by `work` are not logged for undo, and once it is committed the log
   * beside the file is emptied. The work settles hashes, summaries and search itself; `areas` are read anew.
   */
  leaveNoTrace(areas: Area[], work: () => void): void
  /** For undo and redo alone: marks this command as the reverse of another. */
  reverse(commandRow: number): void
}

/** What a command that reads files first has while it reads: no transaction is open, other commands run. */
export type ReadingContext = QueryContext & Pick<CommandContext, 'pathOf' | 'progress' | 'breathe'>

/** Reads all it needs before its transaction; what that answers writes, inside it. */
export interface ReadsFirst<N extends CallName> {
  read(
    db: Reader,
    input: ParsedInput<N>,
    context: ReadingContext,
  ): Promise<(context: CommandContext) => Promise<CallOutput<N>>>
}

export interface TaskContext extends QueryContext {
  pathOf(token: string): string
  progress(done: number, total: number): void
  breathe(): Promise<void>
  /** Runs with the writing connection to itself, between commands. */
  alone<T>(work: (sqlite: Sqlite) => Promise<T> | T): Promise<T>
  announce(areas: Area[]): void
}

export type DataCallName = CallNameOf<'query' | 'command' | 'task'>
type KindOf<N extends CallName> = (typeof contract)[N]['kind']

export type Handlers = {
  [N in DataCallName]: KindOf<N> extends 'query'
    ? (db: Reader, input: ParsedInput<N>, context: QueryContext) => Promise<CallOutput<N>> | CallOutput<N>
    : KindOf<N> extends 'command'
      ?
          | ((
              db: Writer,
              input: ParsedInput<N>,
              context: CommandContext,
            ) => Promise<CallOutput<N>> | CallOutput<N>)
          | ReadsFirst<N>
      : (db: Reader, input: ParsedInput<N>, context: TaskContext) => Promise<CallOutput<N>> | CallOutput<N>
}

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

export const areaOf: Record<OwnerTable, Area[]> = {
  settings: ['settings'],
  closed_periods: ['settings'],
  firms: ['people'],
  people: ['people'],
  contact_points: ['people'],
  consents: ['people'],
  pair_decisions: ['people'],
  merged_people: ['people'],
  places: ['people', 'focus-list'],
  place_people: ['people', 'focus-list'],
  place_visits: ['people'],
  techniques: ['touches'],
  spends: ['touches'],
  jobs: ['jobs'],
  pursuits: ['focus-list', 'people'],
  focus_memberships: ['focus-list', 'people'],
  call_sheets: ['call-sheets'],
  call_sheet_rows: ['call-sheets'],
  call_sheet_places: ['call-sheets'],
  message_texts: ['texts'],
  touches: ['touches', 'people', 'focus-list'],
  next_steps: ['touches', 'people', 'focus-list'],
  answers: ['people', 'focus-list'],
  qualification: ['people', 'focus-list'],
  feedback: ['people'],
  asks: ['referrals'],
  referrals: ['referrals'],
  imports: ['import-export'],
  import_rows: ['import-export'],
  suppressions: ['people'],
}

const sliceSize = 500

/** The owner's undo reaches back this many days. */
const undoDays = 30

export function makeRunner(store: Store, handlers: Handlers, clock: Clock, events: RunnerEvents): Runner {
  const { sqlite } = store
  const running: RunningCommand = { id: 0 }
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
  function findAnswer(connection: Sqlite, commandId: string) {
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
      const context = { clock, store, pathOf: pathsOf(options), progress, breathe }
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
        store,
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
        const base = { clock, store }
        const handler = handlers[name] as (db: Reader, input: unknown, context: unknown) => unknown
        if (definition.kind === 'query')
          return { value: (await handler(store.reader, parsed.data, base)) as never }
        const context: TaskContext = {
          ...base,
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

/** What follows from changed rows, in the same transaction: hashes, summaries, search; answers the areas to refresh. */
async function settleChanges(sqlite: Sqlite, commandRow: number, today: string): Promise<Area[]> {
  const changed = listChangedRows(sqlite, commandRow)
  const areas = new Set<Area>()
  for (const { table } of changed) for (const area of areaOf[table]) areas.add(area)
  for (let start = 0; start < changed.length; start += sliceSize) {
    writeRowHashes(sqlite, changed.slice(start, start + sliceSize))
    await breathe()
  }
  const { summarise, search } = listAffectedPeople(sqlite, commandRow, changed)
  for (let start = 0; start < summarise.length; start += sliceSize) {
    const slice = summarise.slice(start, start + sliceSize)
    refreshSummaries(sqlite, slice)
    refreshStandings(sqlite, slice, today)
    await breathe()
  }
  // A window left open over night tells the new day's standings with its first command.
  if (
    areas.size > 0 &&
    (changed.some((row) => row.table === 'closed_periods') || readStandingsDay(sqlite) !== today)
  ) {
    refreshAllStandings(sqlite, today)
  }
  for (let start = 0; start < search.length; start += sliceSize) {
    indexPeople(sqlite, search.slice(start, start + sliceSize))
    await breathe()
  }
  const touchIds = changed.filter((row) => row.table === 'touches').map((row) => row.id)
  for (let start = 0; start < touchIds.length; start += sliceSize) {
    indexTouches(sqlite, touchIds.slice(start, start + sliceSize))
    await breathe()
  }
  return [...areas]
}

/** Tables that say something of a person's summary, and the column that says whose. */
const summarisedTables = [
  ['touches', 'person_id'],
  ['next_steps', 'person_id'],
  ['focus_memberships', 'person_id'],
  ['answers', 'person_id'],
  ['place_people', 'person_id'],
  ['qualification', 'person_id'],
  ['jobs', 'person_id'],
  ['pursuits', 'person_id'],
  ['feedback', 'person_id'],
  ['referrals', 'referrer_id'],
] as const satisfies [OwnerTable, string][]

/** Owners of changed rows, as they are now and as they were before (a row may have moved or gone). */
function listAffectedPeople(sqlite: Sqlite, commandRow: number, changed: ChangedRow[]) {
  const summarise = new Set<number>()
  const search = new Set<number>()
  const ownersOf = (table: string, column: string) =>
    prepareOnce(
      sqlite,
      `SELECT t.${column} FROM row_images i JOIN ${table} t ON t.id = i.row_id
           WHERE i.command_id = :command AND i.table_name = '${table}' AND t.${column} IS NOT NULL
         UNION SELECT image ->> '$.${column}' FROM row_images
           WHERE command_id = :command AND table_name = '${table}' AND image ->> '$.${column}' IS NOT NULL`,
    )
      .pluck()
      .all({ command: commandRow }) as number[]
  const tables = new Set(changed.map((row) => row.table))
  for (const row of changed) {
    if (row.table !== 'people') continue
    summarise.add(row.id)
    search.add(row.id)
  }
  for (const [table, owner] of summarisedTables) {
    if (tables.has(table)) for (const id of ownersOf(table, owner)) summarise.add(id)
  }
  // A place that goes, or comes back, is one answer less or more for those who go there.
  if (tables.has('places')) {
    const goers = prepareOnce(
      sqlite,
      `SELECT DISTINCT g.person_id FROM row_images i JOIN place_people g ON g.place_id = i.row_id
         LEFT JOIN places l ON l.id = i.row_id
       WHERE i.command_id = ? AND i.table_name = 'places' AND i.image ->> '$.deleted_at' IS NOT l.deleted_at`,
    ).pluck()
    for (const id of goers.all(commandRow) as number[]) summarise.add(id)
  }
  if (tables.has('contact_points')) {
    for (const id of ownersOf('contact_points', 'person_id')) search.add(id)
  }
  const firms = new Set(changed.filter((row) => row.table === 'firms').map((row) => row.id))
  if (tables.has('contact_points')) for (const id of ownersOf('contact_points', 'firm_id')) firms.add(id)
  const members = prepareOnce(sqlite, 'SELECT id FROM people WHERE firm_id = ?').pluck()
  for (const firm of firms) for (const id of members.all(firm) as number[]) search.add(id)
  const ascending = (ids: Set<number>) => [...ids].sort((a, b) => a - b)
  // Ascending: the search index takes tenfold the time to forget people from the last to the first.
  return { summarise: ascending(summarise), search: ascending(search) }
}

/** Counts committed commands; a backup carries it, so that older and newer copies are told apart without clocks. */
export function raiseChangeNumber(sqlite: Sqlite): void {
  sqlite.exec(
    "INSERT INTO bookkeeping (key, value) VALUES ('change_number', '1') ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1",
  )
}
