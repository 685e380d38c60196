// Backups: made beside the running program, counted only when reopened and matched, remembered with their figures.

import { mkdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Selectable } from 'kysely'
import type { Backup } from '../../shared/contract/backup.ts'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError, type MessageRef } from '../../shared/errors.ts'
import type { QueryContext, TaskContext } from '../engine/contexts.ts'
import { runFileWork } from '../engine/file-work.ts'
import { localTimeOf } from '../engine/local-time.ts'
import type { BackupsTable } from '../engine/schema.ts'
import type { Reader, ReadingSqlite, Sqlite } from '../engine/store.ts'
import { keepVouched, readLastCommand } from '../engine/vouched-time.ts'
import { copyWork } from './copy-data-file.ts'

const shownBackups = 20

/** The last backup and the ones before it, newest first. */
export async function getBackupStatus(
  db: Reader,
  context: QueryContext,
): Promise<CallOutput<'backup.status'>> {
  const rows = await db.selectFrom('backups').selectAll().orderBy('id', 'desc').limit(shownBackups).execute()
  const doubts = readDoubts(context.sqlite)
  const recent = rows.map((row) => readBackup(row, doubts.get(row.id) ?? []))
  return { last: recent[0] ?? null, dataFile: context.file, recent }
}

/**
 * Makes a backup in a folder; a folder that is not there yet is made, unless the one above it is missing too
 * (a stick that was pulled out must not become a folder on this disk).
 * @throws AppError backup-in-data-folder, backup-target-unusable, backup-mismatch, data-file-damaged
 */
export async function runBackup(input: ParsedInput<'backup.run'>, context: TaskContext): Promise<Backup> {
  const { file: live, clock } = context
  const folder = prepareFolder(context.pathOf(input.folder), dirname(live))
  const madeAt = clock.now()
  const name = `Regulars ${clock.today()} ${localTimeOf(madeAt)}`
  const command = readLastCommand(context.sqlite)
  const {
    name: file,
    inDoubt,
    ...copied
  } = await runFileWork(copyWork, { file: live, folder, name }, context.progress)
  const row = await context.alone((sqlite) => {
    keepVouched(sqlite, { command, at: madeAt })
    return sqlite
      .prepare(
        `INSERT INTO backups (made_at, folder, file, bytes, sha256, people, touches, content_hash, verified_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      )
      .get(
        madeAt,
        folder,
        file,
        copied.bytes,
        copied.sha256,
        copied.people,
        copied.touches,
        copied.contentHash,
        clock.now(),
      ) as Selectable<BackupsTable>
  })
  if (inDoubt.length > 0) await context.alone((sqlite) => keepDoubt(sqlite, row.id, inDoubt))
  context.announce(['backup'])
  return readBackup(row, inDoubt)
}

const doubtKey = 'rows_in_doubt_of_backup_'

function keepDoubt(sqlite: Sqlite, backupId: number, inDoubt: MessageRef[]): void {
  sqlite
    .prepare('INSERT OR REPLACE INTO bookkeeping (key, value) VALUES (?, ?)')
    .run(`${doubtKey}${backupId}`, JSON.stringify(inDoubt))
}

function readDoubts(sqlite: ReadingSqlite): Map<number, MessageRef[]> {
  const kept = sqlite
    .prepare('SELECT substr(key, length(?) + 1), value FROM bookkeeping WHERE key GLOB ?')
    .raw(true)
    .all(doubtKey, `${doubtKey}*`) as [string, string][]
  return new Map(kept.map(([id, inDoubt]) => [Number(id), JSON.parse(inDoubt) as MessageRef[]]))
}

function readBackup(row: Selectable<BackupsTable>, inDoubt: MessageRef[]): Backup {
  return {
    inDoubt,
    madeAt: row.made_at,
    folder: row.folder,
    file: join(row.folder, row.file),
    bytes: row.bytes,
    people: row.people,
    touches: row.touches,
    verifiedAt: row.verified_at,
  }
}

function prepareFolder(folder: string, dataFolder: string): string {
  let real: string
  try {
    mkdirIfMissing(folder)
    real = realpathSync(folder)
  } catch (error) {
    throw new AppError('backup-target-unusable', { folder }, { cause: error })
  }
  if (real === realpathSync(dataFolder)) throw new AppError('backup-in-data-folder')
  return real
}

function mkdirIfMissing(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
