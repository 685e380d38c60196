// One writer at a time: an exclusive transaction on a tiny file of its own, taken before the data file is touched.
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'

export interface Lock {
  release(): void
}

/** Where nobody can write. */
export const noLock: Lock = { release: () => undefined }

/**
 * Holds the folder's lock until released; the operating system frees it when the process dies.
 * @param waitMs how long to wait for another process to let go, blocking this thread
 * @throws AppError data-file-busy when another process still holds it
 */
export function holdLock(file: string, waitMs = 0): Lock {
  const sqlite = new Database(file, { timeout: waitMs })
  try {
    sqlite.pragma('journal_mode = DELETE')
    sqlite.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    sqlite.close()
    const code = (error as { code?: string }).code ?? ''
    // Expected, and said in words: no cause that would be reported as a fault.
    if (code.startsWith('SQLITE_BUSY')) throw new AppError('data-file-busy')
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
