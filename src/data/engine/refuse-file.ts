// What must not be opened: a foreign file, a newer one, one whose head is damaged, one beside another file's log.
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { readNote } from './bookkeeping.ts'
import { applicationId, differInOneBit, judgeHead, readHead } from './file-head.ts'
import { schemaVersion } from './migrate.ts'
import { ownsItsLog } from './own-log.ts'
import { translateSqliteError } from './sqlite-errors.ts'
import type { ReadingSqlite, Sqlite } from './store.ts'

/**
 * Refuses a file that is not ours, is newer than this program, or was damaged in what tells so, without changing a
 * byte of it. The file may be open.
 * @throws AppError data-file-foreign, data-file-newer, data-file-damaged, file-unreadable
 */
export function refuseUnknownFile(file: string): void {
  let sqlite: Sqlite | undefined
  try {
    sqlite = new Database(file, { readonly: true, fileMustExist: true })
    const tables = Number(sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
    const id = Number(sqlite.pragma('application_id', { simple: true }))
    const version = Number(sqlite.pragma('user_version', { simple: true }))
    if (tables === 0 && version === 0) return
    if (id !== applicationId)
      throw new AppError(isOurSchema(sqlite, id) ? 'data-file-damaged' : 'data-file-foreign', { file })
    if (isVersionDamaged(sqlite, version)) throw new AppError('data-file-damaged', { file })
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

/** All but one bit says that it is ours. */
export function isOurSchema(sqlite: ReadingSqlite, id: number): boolean {
  const hasBookkeeping = sqlite.prepare(
    "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'bookkeeping'",
  )
  return differInOneBit(id, applicationId) && hasBookkeeping.get() !== undefined
}

/** The file says twice of which version it is; one that older versions made says so once, and is at most of ours. */
export function isVersionDamaged(sqlite: ReadingSqlite, version: number): boolean {
  const told = Number(readNote(sqlite, 'schema_version') ?? 0)
  if (told > 0) return told !== version && differInOneBit(told, version)
  if (version === 0) return true
  const known = Array.from({ length: schemaVersion }, (_, index) => index + 1)
  return version > schemaVersion && known.some((one) => differInOneBit(one, version))
}

/**
 * Refuses a file whose head is damaged or whose log is not its own, before SQLite opens it. It must not be open: a
 * plain read drops SQLite's locks.
 * @throws AppError data-file-empty, data-file-damaged, data-file-other-log, file-unreadable
 */
export function refuseStrangers(file: string): void {
  try {
    // A full disk or a copy that broke off leaves a file of no bytes; beginning anew in it would hide what was lost.
    if (statSync(file).size === 0) throw new AppError('data-file-empty', { file })
    const verdict = judgeHead(readHead(file))
    if (verdict === 'damaged') throw new AppError('data-file-damaged', { file })
    if (verdict === 'sound' && !ownsItsLog(file)) throw new AppError('data-file-other-log', { file })
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file-unreadable', { file }, { cause: error })
  }
}
