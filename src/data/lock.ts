// One writer at a time: an exclusive transaction on a tiny file of its own, taken before the data file is touched.
import Database from 'better-sqlite3'
import { AppError } from '../shared/errors.ts'

export interface Lock {
  release(): void
}

/**
 * Holds the folder's lock until released; the operating system frees it when the process dies.
 * @throws AppError data-file-busy when another process holds it
 */
export function holdLock(file: string): Lock {
  const sqlite = new Database(file, { timeout: 0 })
  try {
    sqlite.pragma('journal_mode = DELETE')
    sqlite.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    sqlite.close()
    const code = (error as { code?: string }).code ?? ''
    if (code.startsWith('SQLITE_BUSY')) throw new AppError('data-file-busy', {}, { cause: error })
    throw error
  }
  return {
    release() {
      if (!sqlite.open) return
      sqlite.exec('ROLLBACK')
      sqlite.close()
    },
  }
}
