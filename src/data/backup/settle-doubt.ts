// The owner's word on a row that was damaged: it stands as it is, or a backup's takes its place.
import { join } from 'node:path'
import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext, TaskContext } from '../engine/contexts.ts'
import { runFileWork } from '../engine/file-work.ts'
import { openToRead } from '../engine/open-database.ts'
import { findDamagedAmong, writeRowHashes } from '../engine/row-hashes.ts'
import type { Reader, ReadingSqlite } from '../engine/store.ts'
import { areasOf, type OwnerTable } from '../engine/tables.ts'
import { isOwnerTable } from '../records/refuse-damaged.ts'
import { type DoubtfulRows, doubtfulWork, readSoundRow } from './doubtful-rows.ts'
import { keepInDoubt } from './sweep.ts'

/** As far back as a backup is asked for what it holds. */
const mostBackups = 5

/** Every row in doubt, with what a backup holds in its place. */
export async function listDoubtfulRows(
  db: Reader,
  context: Pick<TaskContext, 'file' | 'progress' | 'alone' | 'announce'>,
): Promise<DoubtfulRows> {
  const backups = await db
    .selectFrom('backups')
    .select(['id', 'folder', 'file', 'made_at'])
    .orderBy('id', 'desc')
    .limit(mostBackups)
    .execute()
  const job = {
    file: context.file,
    backups: backups.map(({ id, folder, file, made_at }) => ({
      id,
      file: join(folder, file),
      madeAt: made_at,
    })),
  }
  const found = await runFileWork(doubtfulWork, job, context.progress)
  if (await context.alone((sqlite) => keepInDoubt(sqlite, found.count))) context.announce(['settings'])
  return found
}

/** @throws AppError not-found when the row is not in doubt */
function findDoubtful(sqlite: ReadingSqlite, { table, id }: { table: string; id: number }): OwnerTable {
  if (!isOwnerTable(table)) throw new AppError('not-found')
  const isThere = sqlite.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined
  const isHashed = sqlite
    .prepare('SELECT 1 FROM row_hashes WHERE table_name = ? AND row_id = ?')
    .get(table, id)
  const isDoubtful = isThere ? findDamagedAmong(sqlite, table, [id]).length > 0 : isHashed !== undefined
  if (!isDoubtful) throw new AppError('not-found')
  return table
}

/**
 * What stands there is right, or what is gone may stay gone. Nothing but the mark changes, so there is nothing to undo.
 * @throws AppError not-found when the row is not in doubt
 */
export function confirmRow(
  input: ParsedInput<'backup.confirmRow'>,
  { sqlite, leaveNoTrace }: Pick<CommandContext, 'sqlite' | 'leaveNoTrace'>,
): Record<string, never> {
  const table = findDoubtful(sqlite, input)
  leaveNoTrace([...areasOf(table), 'backup'], () => writeRowHashes(sqlite, [{ table, id: input.id }]))
  return {}
}

/**
 * Puts a backup's row in the place of the damaged one; Undo brings the damaged one back, as damaged.
 * @throws AppError not-found when the row is not in doubt, or the backup has no sound one
 */
export async function takeRow(
  db: Reader,
  { backupId, ...input }: ParsedInput<'backup.takeRow'>,
  context: Pick<CommandContext, 'sqlite' | 'say' | 'vouch'>,
): Promise<Record<string, never>> {
  const { sqlite } = context
  const table = findDoubtful(sqlite, input)
  const backup = await db
    .selectFrom('backups')
    .select(['folder', 'file', 'made_at'])
    .where('id', '=', backupId)
    .executeTakeFirst()
  if (!backup) throw new AppError('not-found')
  const row = readBackup(join(backup.folder, backup.file), table, input.id)
  if (row === null) throw new AppError('not-found')
  const columns = Object.keys(row)
  sqlite
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    )
    .run(row)
  context.vouch({ table, id: input.id })
  context.say('backup.doubt.taken', { on: backup.made_at.slice(0, 10) })
  return {}
}

/** @throws AppError file-unreadable */
function readBackup(file: string, table: OwnerTable, id: number) {
  try {
    const sqlite = openToRead(file)
    try {
      return readSoundRow(sqlite, table, id)
    } finally {
      sqlite.close()
    }
  } catch (error) {
    throw new AppError('file-unreadable', { file }, { cause: error })
  }
}
