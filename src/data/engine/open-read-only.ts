// Reads a data file whose disk is full or may not be written to: SQLite needs to write beside the file, so it is read into memory.
import { accessSync, constants, readFileSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import { writeNote } from './bookkeeping.ts'
import { noChangeFile } from './change-file.ts'
import type { Lock } from './lock.ts'
import { schemaVersion } from './migrate.ts'
import { readLog, replayLog } from './read-log.ts'
import { refuseStrangers } from './refuse-file.ts'
import type { Schema } from './schema.ts'
import { translateSqliteError } from './sqlite-errors.ts'
import type { Sqlite, Store } from './store.ts'

/** Less room than this is none: SQLite's index of the log alone takes 32 KiB. */
const leastRoom = 256 * 1024

/** Whether files in the folder may be changed; the disk may still be full. */
export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < leastRoom
  } catch {
    return false
  }
}

/** Why a file could be read and not opened; null when neither would explain it. */
export function explainReadOnly(file: string): 'full' | 'forbidden' | null {
  if (!mayWrite(dirname(file)) || !mayWrite(file)) return 'forbidden'
  return isFull(dirname(file)) ? 'full' : null
}

/** The file with the whole commits of its own log, as a file that keeps none. */
function readWhole(file: string): Buffer {
  refuseStrangers(file)
  let bytes = readFileSync(file)
  const log = readLog(`${file}-wal`)
  if (log) {
    const whole = Buffer.alloc(log.pages * log.pageSize)
    bytes.copy(whole)
    replayLog(`${file}-wal`, log, (page, from) => from.copy(whole, (page - 1) * log.pageSize))
    bytes = whole
  }
  bytes[18] = 1
  bytes[19] = 1
  return bytes
}

function openCopy(file: string): Sqlite {
  try {
    return new Database(readWhole(file))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file-unreadable', { file }, { cause: error })
  }
}

/**
 * Queries are answered as ever; what a start works out anew stays in memory, and commands are refused.
 * @throws AppError data-file-empty, data-file-other-log, data-file-damaged, file-unreadable, migration-failed
 */
export function openReadOnly(file: string, why: 'full' | 'forbidden', lock: Lock): Store {
  const sqlite = openCopy(file)
  try {
    sqlite.pragma('trusted_schema = OFF')
    sqlite.pragma('temp_store = MEMORY')
    const version = Number(sqlite.pragma('user_version', { simple: true }))
    // Upgrading begins with a copy on the disk.
    if (version !== schemaVersion) throw new AppError('migration-failed', { file, version })
    writeNote(sqlite, 'read_only', why)
  } catch (error) {
    sqlite.close()
    throw translateSqliteError(error, file)
  }
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) })
  const closeFile = () => {
    sqlite.close()
    return lock
  }
  return {
    file,
    folder: dirname(file),
    sqlite,
    writer: kysely,
    readerSqlite: sqlite,
    reader: kysely,
    changes: noChangeFile,
    readOnly: why,
    refusal: null,
    close: () => closeFile().release(),
    closeFile,
  }
}
