// What each kind of call is handed beside its input: a query can only read, a command writes, a task works on whole files.
import type { Area } from '../../shared/contract/events.ts'
import type { CallName, CallNameOf, CallOutput, contract, ParsedInput } from '../../shared/contract/index.ts'
import type { Facts } from '../../shared/errors.ts'
import type { MessageKey } from '../../shared/message-key.ts'
import type { Clock } from './clock.ts'
import type { ChangedRow, Reader, ReadingSqlite, Sqlite, Writer } from './store.ts'

export interface QueryContext {
  clock: Clock
  /** For SQL by hand; in a command it is the writing connection, which sees what the command has done so far. */
  sqlite: ReadingSqlite
  /** The data file's own path. */
  file: string
}

export interface CommandContext extends QueryContext {
  /** The client-made id of this command. */
  commandId: string
  /** What the line at the foot will say was done. Without it the command is silent and Undo passes over it. */
  say(key: MessageKey, facts?: Facts): void
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
  /** The owner has looked at a damaged row: as this command leaves it, it is sound. */
  vouch(row: ChangedRow): void
  /** For undo and redo alone: marks this command as the reverse of another. */
  reverse(commandRow: number): void
}

/** What a command that reads files first has while it reads: no transaction is open, other commands run. */
export type ReadingContext = QueryContext & Pick<CommandContext, 'pathOf' | 'progress' | 'breathe'>

/** Reads all it needs before its transaction; what that answers writes, inside it. */
interface ReadsFirst<N extends CallName> {
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
