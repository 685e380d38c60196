// Runs one command in a transaction of its own: what it wrote and what follows from it is committed together, or nothing is.
import type { Area } from '../../shared/contract/events.ts'
import type { CallNameOf } from '../../shared/contract/index.ts'
import type { CallOptions } from '../../shared/contract/storage-protocol.ts'
import { AppError, type Done, type MessageRef } from '../../shared/errors.ts'
import { breathe } from './breathe.ts'
import type { Clock } from './clock.ts'
import type { CommandContext } from './contexts.ts'
import { emptyLog } from './open-database.ts'
import { type RunningCommand, unlogged } from './row-images.ts'
import { raiseChangeNumber, settleChanges } from './settle-changes.ts'
import { isDiskFault, translateSqliteError } from './sqlite-errors.ts'
import type { ReadingSqlite, Store } from './store.ts'
import { nameRow } from './tables.ts'

export interface RunnerEvents {
  changed(areas: Area[]): void
  progress(call: string, done: number, total: number): void
}

/** What every command runs on. */
export interface CommandFloor {
  store: Store
  clock: Clock
  events: RunnerEvents
  running: RunningCommand
}

export interface Command {
  /** Client-made: sent again under the same one, a command is answered and not run. */
  id: string
  name: CallNameOf<'command'>
  options: CallOptions
}

export type Write = (context: CommandContext) => Promise<unknown> | unknown

interface CommandAnswer {
  value: unknown
  done?: Done
}

/** What a command says of itself while it runs. */
interface Notes {
  message?: MessageRef
  reverses: number | null
  /** Areas of rows that were changed without a trace. */
  untold: Set<Area>
  /** Rows, by name, that the owner has looked at. */
  vouched: Set<string>
}

/** The path behind a token of this call. @throws AppError unknown-file */
export const pathsOf = (options: CallOptions) => (token: string) => {
  const path = options.paths?.[token]
  if (path === undefined) throw new AppError('unknown-file')
  return path
}

/** What a command sent again under one id was answered; undefined when it is new. */
export function findAnswer(connection: ReadingSqlite, commandId: string): CommandAnswer | undefined {
  const before = connection.prepare('SELECT message, result FROM commands WHERE uid = ?').get(commandId) as
    | { message: string | null; result: string | null }
    | undefined
  if (!before) return undefined
  const message = before.message === null ? undefined : (JSON.parse(before.message) as MessageRef)
  return answerWith(commandId, JSON.parse(before.result ?? '{}'), message)
}

const answerWith = (commandId: string, value: unknown, message: MessageRef | undefined): CommandAnswer =>
  message ? { value, done: { commandId, message } } : { value }

function makeContext(floor: CommandFloor, command: Command, notes: Notes): CommandContext {
  const { store, clock, events, running } = floor
  return {
    clock,
    file: store.file,
    sqlite: store.sqlite,
    commandId: command.id,
    say: (key, facts) => {
      notes.message = facts ? { key, facts } : { key }
    },
    pathOf: pathsOf(command.options),
    progress: (done, total) => events.progress(command.name, done, total),
    breathe,
    leaveNoTrace: (areas, work) => {
      const { id } = running
      running.id = unlogged
      work()
      running.id = id
      for (const area of areas) notes.untold.add(area)
    },
    vouch: (row) => void notes.vouched.add(nameRow(row)),
    reverse: (row) => {
      notes.reverses = row
    },
  }
}

/**
 * Runs a command, once for each id, alone on the writing connection.
 * @throws AppError as the command says; unknown-outcome when the disk failed
 */
export async function runCommand(
  floor: CommandFloor,
  command: Command,
  write: Write,
): Promise<CommandAnswer> {
  const { store, clock, events, running } = floor
  const { sqlite } = store
  const before = findAnswer(sqlite, command.id)
  if (before) return before
  const notes: Notes = { reverses: null, untold: new Set(), vouched: new Set() }
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const { lastInsertRowid } = sqlite
      .prepare('INSERT INTO commands (uid, name, run_at) VALUES (?, ?, ?)')
      .run(command.id, command.name, clock.now())
    running.id = Number(lastInsertRowid)
    const value = await write(makeContext(floor, command, notes))
    const settled = await settleChanges(
      sqlite,
      { commandRow: running.id, reverses: notes.reverses, vouched: notes.vouched },
      clock.today(),
    )
    const areas = [...new Set([...settled, ...notes.untold])]
    // What changed nothing was not done: Undo would take nothing back, and say that it did.
    const message = areas.length > 0 || notes.reverses !== null ? notes.message : undefined
    recordCommand(floor, command, { value, message, reverses: notes.reverses })
    const changeNumber = raiseChangeNumber(sqlite)
    sqlite.exec('COMMIT')
    store.changes.note(changeNumber)
    if (notes.untold.size > 0) emptyLog(sqlite)
    if (areas.length > 0) events.changed(areas)
    return answerWith(command.id, value, message)
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    // The disk failed while it was written: nobody can say whether it is there.
    if (isDiskFault(error)) throw new AppError('unknown-outcome', {}, { cause: error })
    throw translateSqliteError(error, store.file)
  } finally {
    running.id = 0
  }
}

/** Keeps what was done and answered, for Undo and for a retry. */
function recordCommand(
  { store: { sqlite }, running }: CommandFloor,
  { name }: Command,
  { value, message, reverses }: { value: unknown; message: MessageRef | undefined; reverses: number | null },
): void {
  const role = reverses !== null && name === 'app.undo' ? 'undo' : 'do'
  sqlite
    .prepare('UPDATE commands SET message = ?, result = ?, role = ?, reverses = ? WHERE id = ?')
    .run(message ? JSON.stringify(message) : null, JSON.stringify(value), role, reverses, running.id)
  if (reverses === null) return
  sqlite.prepare('UPDATE commands SET reversed_by = ? WHERE id = ?').run(running.id, reverses)
}
