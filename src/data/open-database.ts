// Opens the data file: lock first, then settings, refusal of foreign and newer files, migration, two connections.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { AppError } from '../shared/errors.ts'
import { holdLock, type Lock } from './lock.ts'
import { applicationId, migrate, schemaVersion } from './migrate.ts'
import type { Schema } from './schema.ts'

/** Reads only: writing through it does not compile. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn'>
/** Reads and writes inside a running command; transactions belong to the command runner alone. */
export type Writer = Omit<Kysely<Schema>, 'transaction' | 'startTransaction' | 'connection' | 'destroy'>

export type Sqlite = Database.Database

export interface Store {
  file: string
  folder: string
  /** The one writing connection. */
  sqlite: Sqlite
  writer: Writer
  /** Sees the last commit; answers while a long command runs. */
  readerSqlite: Sqlite
  reader: Reader
  close(): void
}

export const dataFileName = 'regulars.db'

/**
 * Sets the connection's safety settings; a test reads each back.
 * @throws AppError data-folder-unusable when the disk does not allow WAL.
 */
export function applySettings(sqlite: Sqlite, mode: 'write' | 'read'): void {
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('mmap_size = 0')
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('foreign_keys = ON')
  if (mode === 'read') return
  const journal = sqlite.pragma('journal_mode = WAL', { simple: true })
  if (journal !== 'wal' && journal !== 'memory') {
    throw new AppError('data-folder-unusable', { reason: `journal mode ${journal}` })
  }
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('checkpoint_fullfsync = ON')
  sqlite.pragma('locking_mode = NORMAL')
  sqlite.pragma('wal_autocheckpoint = 1000')
  sqlite.pragma('secure_delete = ON')
}

/**
 * Refuses a file that is not ours or is newer than this program, without changing a byte of it.
 * @throws AppError data-file-foreign, data-file-newer, data-file-damaged
 */
export function refuseUnknownFile(file: string): void {
  let sqlite: Sqlite | undefined
  try {
    sqlite = new Database(file, { readonly: true, fileMustExist: true })
    const id = sqlite.pragma('application_id', { simple: true })
    const version = Number(sqlite.pragma('user_version', { simple: true }))
    const tables = Number(sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
    if (tables === 0 && version === 0) return
    if (id !== applicationId) throw new AppError('data-file-foreign', { file })
    if (version > schemaVersion) throw new AppError('data-file-newer', { file, version })
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('data-file-damaged', { file }, { cause: error })
  } finally {
    sqlite?.close()
  }
}

/**
 * Writes the log back into the file and empties it, so that a lost log can lose little. Gives way to readers:
 * a long read (a backup) leaves the log for the next time.
 */
export function emptyLog(sqlite: Sqlite): void {
  sqlite.pragma('busy_timeout = 0')
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.pragma('busy_timeout = 5000')
  }
}

/**
 * Opens the data file in a folder, making both when they are not there.
 * @param now the instant as UTC ISO text, for the migration's own record
 * @param waitMs how long to wait for another process to let go of the folder
 * @throws AppError data-folder-unusable, data-file-busy, data-file-foreign, data-file-newer,
 *   data-file-damaged, migration-failed
 */
export async function openStore(folder: string, now: string, waitMs = 0): Promise<Store> {
  let lock: Lock
  try {
    mkdirSync(folder, { recursive: true })
    lock = holdLock(join(folder, 'lock.db'), waitMs)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('data-folder-unusable', { folder }, { cause: error })
  }
  const file = join(folder, dataFileName)
  try {
    if (existsSync(file)) refuseUnknownFile(file)
    const sqlite = new Database(file)
    try {
      applySettings(sqlite, 'write')
      await migrate(sqlite, { file, now })
      const readerSqlite = new Database(file, { readonly: true, fileMustExist: true })
      applySettings(readerSqlite, 'read')
      const writer = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) })
      const reader = new Kysely<Schema>({ dialect: new SqliteDialect({ database: readerSqlite }) })
      return {
        file,
        folder,
        sqlite,
        writer,
        readerSqlite,
        reader,
        close() {
          readerSqlite.close()
          emptyLog(sqlite)
          sqlite.close()
          lock.release()
        },
      }
    } catch (error) {
      sqlite.close()
      throw error
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
