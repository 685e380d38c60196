// Undo and redo for every command: a stack of what was done, each entry replayed from its row images.

import { AppError, type MessageRef } from '../../shared/errors.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import { replayRowImages } from '../engine/row-images.ts'
import type { ReadingSqlite } from '../engine/store.ts'

interface CommandRow {
  id: number
  uid: string
  message: string
  reverses: number | null
}

/** The newest thing done that still stands; silent commands are passed over. */
function findUndoable(sqlite: ReadingSqlite): CommandRow | undefined {
  return sqlite
    .prepare(
      `SELECT id, uid, message, reverses FROM commands
       WHERE role = 'do' AND message IS NOT NULL AND reversed_by IS NULL ORDER BY id DESC LIMIT 1`,
    )
    .get() as CommandRow | undefined
}

/**
 * The newest undo, as long as nothing new was done after it. One without its words was about somebody who is gone
 * for good: no image of it is left.
 */
function findRedoable(sqlite: ReadingSqlite): CommandRow | undefined {
  const undone = sqlite
    .prepare(
      `SELECT id, uid, message, reverses FROM commands c
       WHERE role = 'undo' AND reversed_by IS NULL AND NOT EXISTS (
         SELECT 1 FROM commands d WHERE d.id > c.id AND d.role = 'do' AND d.message IS NOT NULL AND d.reverses IS NULL)
       ORDER BY id DESC LIMIT 1`,
    )
    .get() as (CommandRow & { message: string | null }) | undefined
  return undone?.message ? undone : undefined
}

/** What undo and redo would take back or bring back now. */
export function describeHistory({ sqlite }: Pick<QueryContext, 'sqlite'>) {
  const read = (row: CommandRow | undefined) => (row ? (JSON.parse(row.message) as MessageRef) : null)
  return { undo: read(findUndoable(sqlite)), redo: read(findRedoable(sqlite)) }
}

/**
 * Takes back the newest thing done.
 * @param commandId when given, only that command, and only while it is the newest
 * @throws AppError nothing-to-undo
 */
export async function undoLast(
  context: CommandContext,
  commandId: string | null,
): Promise<{ message: MessageRef }> {
  const row = findUndoable(context.sqlite)
  if (!row || (commandId !== null && row.uid !== commandId)) throw new AppError('nothing-to-undo')
  return reverseCommand(context, row)
}

/**
 * Brings back what the newest undo took.
 * @throws AppError nothing-to-redo
 */
export async function redoLast(context: CommandContext): Promise<{ message: MessageRef }> {
  const row = findRedoable(context.sqlite)
  if (!row) throw new AppError('nothing-to-redo')
  return reverseCommand(context, row)
}

async function reverseCommand(context: CommandContext, row: CommandRow): Promise<{ message: MessageRef }> {
  await replayRowImages(context.sqlite, row.id)
  const message = JSON.parse(row.message) as MessageRef
  // An undo carries the words of what it undid, so that its own undo (redo) can name it.
  context.say(message.key, message.facts)
  context.reverse(row.id)
  return { message }
}
