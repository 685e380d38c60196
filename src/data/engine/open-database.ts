// Opens the data file: lock first, then a restore that was cut off, settings, refusal of foreign and newer files, migration, two connections.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import { databaseEndings, renameFile, syncFile, syncFolder } from './durable-files.ts'
import { holdLock, type Lock } from './lock.ts'
import { applicationId, migrate, schemaVersion } from './migrate.ts'
import { hashContent } from './row-hashes.ts'
import type { Schema } from './schema.ts'
import { translateSqliteError } from './sqlite-errors.ts'
import type { Sqlite, Store } from './store.ts'
import { endSwap, forgetCandidate, moveBack, moveIn, readSwap, type Swap } from './swap-files.ts'

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
 * @throws AppError data-file-foreign, data-file-newer, data-file-damaged, file-unreadable
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
    const translated = translateSqliteError(error, file)
    if (translated instanceof AppError) throw translated
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
 *   data-file-empty, data-file-damaged, migration-failed
 */
export async function openStore(folder: string, now: string, waitMs = 0): Promise<Store> {
  return openHeld(folder, now, holdFolder(folder, waitMs))
}

/**
 * Makes the folder when it is not there, and keeps others out of it.
 * @throws AppError data-folder-unusable, data-file-busy
 */
export function holdFolder(folder: string, waitMs = 0): Lock {
  try {
    mkdirSync(folder, { recursive: true })
    return holdLock(join(folder, 'lock.db'), waitMs)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('data-folder-unusable', { folder }, { cause: error })
  }
}

/**
 * Opens the file in a folder that is held already; a restore that was cut off is brought to its end first.
 * @throws AppError as openStore; the folder is let go then
 */
export async function openHeld(folder: string, now: string, lock: Lock): Promise<Store> {
  const file = join(folder, dataFileName)
  try {
    const swap = readSwap(file)
    if (swap) return await finishSwap(file, swap, now, lock)
    forgetCandidate(file)
    return await openFile(file, now, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The restored file when it opens and is what was checked, else the one from before. */
async function finishSwap(file: string, swap: Swap, now: string, lock: Lock): Promise<Store> {
  let refusal: AppError
  try {
    if (swap.direction === 'back') throw new Error('it had been refused before')
    await moveIn(file, swap)
    const store = await openFile(file, now, lock)
    try {
      refuseOther(store.sqlite, swap)
      endSwap(file)
    } catch (error) {
      store.closeFile()
      throw error
    }
    return store
  } catch (error) {
    refusal = new AppError('restore-failed', {}, { cause: error })
  }
  try {
    await moveBack(file, swap)
  } catch (error) {
    // The journal stays, so that the next opening goes on here.
    throw new AppError('data-folder-unusable', { folder: dirname(file) }, { cause: error })
  }
  return { ...(await openFile(file, now, lock)), refusal }
}

/** A later change number means that the owner went on working in it: then it was good. */
function refuseOther(sqlite: Sqlite, swap: Swap): void {
  const changeNumber = Number(
    sqlite.prepare("SELECT value FROM bookkeeping WHERE key = 'change_number'").pluck().get() ?? 0,
  )
  if (changeNumber > swap.changeNumber) return
  if (changeNumber < swap.changeNumber || hashContent(sqlite) !== swap.contentHash) {
    throw new Error('the restored file holds something else than what was checked')
  }
}

/** A full disk or a copy that broke off leaves a file of no bytes; beginning anew in it would hide what was lost. */
function refuseEmptyFile(file: string): void {
  if (statSync(file).size === 0) throw new AppError('data-file-empty', { file })
}

/**
 * Makes the file under another name and moves it in whole: a start that breaks off leaves nothing in its place, where
 * the next one would find a file of no bytes and refuse it.
 */
async function beginFile(file: string, now: string): Promise<void> {
  const begun = `${file}.begun`
  forgetBegun(begun)
  try {
    const sqlite = new Database(begun)
    try {
      applySettings(sqlite, 'write')
      await migrate(sqlite, { file, now })
      emptyLog(sqlite)
    } finally {
      sqlite.close()
    }
    syncFile(begun)
    await renameFile(begun, file)
    syncFolder(dirname(file))
  } catch (error) {
    forgetBegun(begun)
    throw translateSqliteError(error, file)
  }
}

function forgetBegun(begun: string): void {
  for (const ending of databaseEndings) rmSync(`${begun}${ending}`, { force: true })
}

async function openFile(file: string, now: string, lock: Lock): Promise<Store> {
  if (!existsSync(file)) await beginFile(file, now)
  refuseEmptyFile(file)
  refuseUnknownFile(file)
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
      folder: dirname(file),
      sqlite,
      writer,
      readerSqlite,
      reader,
      refusal: null,
      close() {
        readerSqlite.close()
        emptyLog(sqlite)
        sqlite.close()
        lock.release()
      },
      closeFile() {
        readerSqlite.close()
        sqlite.close()
        return lock
      },
    }
  } catch (error) {
    sqlite.close()
    throw translateSqliteError(error, file)
  }
}
