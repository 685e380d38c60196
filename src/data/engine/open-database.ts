// Opens the data file: lock first, then a restore that was cut off, settings, refusal of foreign and newer files, migration, two connections.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { OpenChoice } from '../../shared/contract/storage-protocol.ts'
import { AppError, type AppErrorCode } from '../../shared/errors.ts'
import {
  type MissingChanges,
  readMissing,
  readState,
  removeNote,
  settleIdentity,
  writeNote,
} from './bookkeeping.ts'
import type { FileState } from './bookkeeping-page.ts'
import { changeFileOf, countMissing, noChangeFile, openChangeFile, readChangeFile } from './change-file.ts'
import { clearLeftovers, hasTraces, keepPrivate } from './data-folder.ts'
import { databaseEndings, renameFile, syncFile, syncFolder } from './durable-files.ts'
import { holdLock, type Lock, noLock } from './lock.ts'
import { migrate } from './migrate.ts'
import { explainReadOnly, mayWrite, openReadOnly } from './open-read-only.ts'
import { readStateOf } from './own-log.ts'
import { readLog } from './read-log.ts'
import { refuseStrangers, refuseUnknownFile } from './refuse-file.ts'
import { hashContent } from './row-hashes.ts'
import type { Schema } from './schema.ts'
import { copyAside, setFileAside, setLogAside } from './set-aside.ts'
import { translateSqliteError } from './sqlite-errors.ts'
import type { Sqlite, Store } from './store.ts'
import {
  endSwap,
  forgetCandidate,
  moveBack,
  moveIn,
  readSwap,
  restoringFolder,
  type Swap,
} from './swap-files.ts'

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

/** A connection that only reads, for a file that is there; the caller closes it. */
export function openToRead(file: string): Sqlite {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  try {
    applySettings(sqlite, 'read')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
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

export interface OpenOptions {
  /** How long to wait for another process to let go of the folder. */
  waitMs?: number
  choice?: OpenChoice | undefined
  /** Backups that the program remembers outside the folder, the newest first. */
  backups?: readonly string[]
}

/**
 * Opens the data file in a folder, making both when they are not there and never were. A file that cannot be
 * written is opened to be read alone.
 * @param now the instant as UTC ISO text, for the migration's own record
 * @throws AppError data-folder-unusable, data-file-busy, data-file-missing, data-file-foreign, data-file-newer,
 *   data-file-empty, data-file-other-log, data-file-damaged, migration-failed, disk-full
 */
export async function openStore(folder: string, now: string, options: OpenOptions = {}): Promise<Store> {
  const file = join(folder, dataFileName)
  // Where nobody may write, nobody can take a lock, and nobody needs one.
  if (existsSync(file) && !mayWrite(folder)) return openReadOnly(file, 'forbidden', noLock)
  let lock: Lock
  try {
    lock = holdFolder(folder, options.waitMs)
  } catch (error) {
    // A full disk takes no lock: whoever held one would have been told of first.
    const readOnly = error instanceof AppError ? readInstead(file, error, noLock) : null
    if (readOnly) return readOnly
    throw error
  }
  return openHeld(folder, now, lock, options)
}

/**
 * Makes the folder when it is not there, and keeps others out of it.
 * @throws AppError data-folder-unusable, data-file-busy
 */
export function holdFolder(folder: string, waitMs = 0): Lock {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
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
export async function openHeld(
  folder: string,
  now: string,
  lock: Lock,
  options: OpenOptions = {},
): Promise<Store> {
  const file = join(folder, dataFileName)
  try {
    keepPrivate(folder)
    const swap = await readSwap(file, now)
    if (swap) return await finishSwap(file, swap, now, lock)
    // Not before: a swap under way needs its folder, empty as it may be.
    clearLeftovers(folder)
    return await openChosen(file, now, lock, options)
  } catch (error) {
    const refusal =
      error instanceof AppError ? error : new AppError('data-folder-unusable', { folder }, { cause: error })
    const readOnly = readInstead(file, refusal, lock)
    if (readOnly) return readOnly
    lock.release()
    throw refusal
  }
}

/** What stands in the way of writing, and not of reading. */
const onlyWriting: ReadonlySet<AppErrorCode> = new Set([
  'disk-full',
  'data-folder-unusable',
  'file-unreadable',
])

/** The file to be read alone, when that is what helps. */
export function readInstead(file: string, refusal: AppError, lock: Lock): Store | null {
  const why = onlyWriting.has(refusal.code) && existsSync(file) ? explainReadOnly(file) : null
  if (!why) return null
  try {
    return openReadOnly(file, why, lock)
  } catch {
    // The reason that was found first is the one to tell.
    return null
  }
}

/** What the owner may set aside to begin with an empty shop. */
const mayBegin: ReadonlySet<AppErrorCode> = new Set([
  'data-file-missing',
  'data-file-empty',
  'data-file-damaged',
])

async function openChosen(file: string, now: string, lock: Lock, options: OpenOptions): Promise<Store> {
  try {
    return await openKnown(file, now, lock, options.backups ?? [])
  } catch (error) {
    const code = error instanceof AppError ? error.code : null
    if (options.choice === 'begin-empty' && code && mayBegin.has(code)) {
      await setFileAside(file, now, [restoringFolder(file), changeFileOf(file)])
      await beginFile(file, now)
      return openKnown(file, now, lock, [])
    }
    if (options.choice === 'without-log' && code === 'data-file-other-log') {
      await setLogAside(file, now)
      return openKnown(file, now, lock, [])
    }
    throw error
  }
}

async function openKnown(file: string, now: string, lock: Lock, backups: readonly string[]): Promise<Store> {
  if (!existsSync(file)) {
    const [backup] = backups
    if (backup !== undefined || hasTraces(file))
      throw new AppError('data-file-missing', { file, ...(backup !== undefined && { backup }) })
    await beginFile(file, now)
  }
  forgetCandidate(file)
  refuseStrangers(file)
  const counted = readChangeFile(file)
  keepDoubtfulLog(file, counted, now)
  const store = await openFile(file, now, lock)
  try {
    tellMissing(store.sqlite, counted)
    return countAlong(store)
  } catch (error) {
    store.closeFile()
    throw translateSqliteError(error, file)
  }
}

/** Opening empties the log: one that holds less than was counted is copied with its file before. */
function keepDoubtfulLog(file: string, counted: FileState | null, now: string): void {
  if (!counted || !statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return
  const found = readLog(`${file}-wal`)?.last ?? readStateOf(file)
  if (found && countMissing(counted, found) > 0) copyAside(file, now)
}

/** Kept in the file until the owner has seen it. */
function tellMissing(sqlite: Sqlite, counted: FileState | null): void {
  const missing = countMissing(counted, readState(sqlite))
  const before = readMissing(sqlite)
  const upTo = counted?.changeNumber ?? 0
  if (missing === 0 || before?.upTo === upTo) return
  const last = sqlite.prepare('SELECT max(run_at) FROM commands').pluck().get() as string | null
  const told: MissingChanges = { count: missing + (before?.count ?? 0), since: before?.since ?? last, upTo }
  writeNote(sqlite, 'changes_missing', JSON.stringify(told))
}

function countAlong(store: Store): Store {
  store.changes = openChangeFile(store.file, readState(store.sqlite))
  return store
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
      beginGeneration(store)
      endSwap(file)
    } catch (error) {
      store.closeFile()
      throw error
    }
    return countAlong(store)
  } catch (error) {
    refusal = new AppError('restore-failed', {}, { cause: error })
  }
  try {
    await moveBack(file, swap)
  } catch (error) {
    // The journal stays, so that the next opening goes on here.
    throw new AppError('data-folder-unusable', { folder: dirname(file) }, { cause: error })
  }
  return { ...(await openKnown(file, now, lock, [])), refusal }
}

/**
 * From here on the restored file is told apart from the one it came from, and the count begins anew. The log is
 * emptied, so that none ever begins in one generation and ends in the next.
 */
function beginGeneration({ file, sqlite }: Store): void {
  const generation = Math.max(readState(sqlite).generation, readChangeFile(file)?.generation ?? 0) + 1
  writeNote(sqlite, 'generation', String(generation))
  removeNote(sqlite, 'changes_missing')
  emptyLog(sqlite)
}

/** A later change number means that the owner went on working in it: then it was good. */
function refuseOther(sqlite: Sqlite, swap: Swap): void {
  const { changeNumber } = readState(sqlite)
  if (changeNumber > swap.changeNumber) return
  if (changeNumber < swap.changeNumber || hashContent(sqlite) !== swap.contentHash) {
    throw new Error('the restored file holds something else than what was checked')
  }
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
      settleIdentity(sqlite)
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
  refuseUnknownFile(file)
  const sqlite = new Database(file)
  try {
    applySettings(sqlite, 'write')
    await migrate(sqlite, { file, now })
    settleIdentity(sqlite)
    return makeStore(file, sqlite, openToRead(file), lock)
  } catch (error) {
    sqlite.close()
    throw translateSqliteError(error, file)
  }
}

function makeStore(file: string, sqlite: Sqlite, readerSqlite: Sqlite, lock: Lock): Store {
  const store: Store = {
    file,
    folder: dirname(file),
    sqlite,
    writer: new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) }),
    readerSqlite,
    reader: new Kysely<Schema>({ dialect: new SqliteDialect({ database: readerSqlite }) }),
    changes: noChangeFile,
    readOnly: null,
    refusal: null,
    close() {
      readerSqlite.close()
      emptyLogIfPossible(sqlite)
      store.closeFile().release()
    },
    closeFile() {
      readerSqlite.close()
      sqlite.close()
      store.changes.close()
      return lock
    },
  }
  return store
}

/** A disk that fails at the very end takes nothing away: the log stays, and the next opening reads it. */
function emptyLogIfPossible(sqlite: Sqlite): void {
  try {
    emptyLog(sqlite)
  } catch {
    // Nothing else can be done with it here.
  }
}
