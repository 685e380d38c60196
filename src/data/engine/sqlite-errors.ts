// What SQLite refuses, as errors the catalogue has a sentence for.
import { dirname } from 'node:path'
import { AppError } from '../../shared/errors.ts'

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '')

/** Whether the disk itself failed: what was being written may be there or not (after a failed fsync it often is). */
export function isDiskFault(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_IOERR')
}

/**
 * Full, damaged, unreadable, read-only and busy by their own codes; everything else as it is.
 * @param file the data file, which the sentences name
 */
export function translateSqliteError(error: unknown, file: string): unknown {
  const code = codeOf(error)
  const options = { cause: error }
  if (code === 'SQLITE_FULL') return new AppError('disk-full', {}, options)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('data-file-damaged', { file }, options)
  if (isDiskFault(error) || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM')
    return new AppError('file-unreadable', { file }, options)
  if (code.startsWith('SQLITE_READONLY'))
    return new AppError('data-folder-unusable', { folder: dirname(file) }, options)
  if (code.startsWith('SQLITE_BUSY')) return new AppError('data-file-busy', {}, options)
  return error
}
