// Backups: made beside the running program, counted only when reopened and matched, remembered with their figures.
import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Selectable } from 'kysely'
import type { Backup } from '../../shared/contract/backup.ts'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { runFileWork } from '../engine/file-work.ts'
import { localTimeOf } from '../engine/local-time.ts'
import type { Reader } from '../engine/open-database.ts'
import type { QueryContext, TaskContext } from '../engine/run-call.ts'
import type { BackupsTable } from '../engine/schema.ts'

const shownBackups = 20

/** The last backup and the ones before it, newest first. */
export async function getBackupStatus(
  db: Reader,
  context: QueryContext,
): Promise<CallOutput<'backup.status'>> {
  const rows = await db.selectFrom('backups').selectAll().orderBy('id', 'desc').limit(shownBackups).execute()
  const recent = rows.map(readBackup)
  return { last: recent[0] ?? null, dataFile: context.store.file, recent }
}

/**
 * Makes a backup in a folder; a folder that is not there yet is made, unless the one above it is missing too
 * (a stick that was pulled out must not become a folder on this disk).
 * @throws AppError backup-in-data-folder, backup-target-unusable, backup-mismatch, data-file-damaged
 */
export async function runBackup(input: ParsedInput<'backup.run'>, context: TaskContext): Promise<Backup> {
  const { store, clock } = context
  const folder = prepareFolder(context.pathOf(input.folder), store.folder)
  const madeAt = clock.now()
  const name = `Regulars ${clock.today()} ${localTimeOf(madeAt)}`
  const { name: file, ...copied } = await runFileWork(
    { kind: 'backup', file: store.file, folder, name },
    context.progress,
  )
  const id = await context.alone((sqlite) => {
    const { lastInsertRowid } = sqlite
      .prepare(
        `INSERT INTO backups (made_at, folder, file, bytes, sha256, people, touches, content_hash, verified_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        madeAt,
        folder,
        file,
        copied.bytes,
        copied.sha256,
        copied.people,
        copied.touches,
        copied.contentHash,
        clock.now(),
      )
    return Number(lastInsertRowid)
  })
  context.announce(['backup'])
  const row = store.sqlite.prepare('SELECT * FROM backups WHERE id = ?').get(id)
  return readBackup(row as Selectable<BackupsTable>)
}

function readBackup(row: Selectable<BackupsTable>): Backup {
  return {
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
