// The file's notes about itself: which file it is, how often it was restored, what was told and not yet seen.
import type { FileState } from './bookkeeping-page.ts'
import { prepareOnce } from './prepare-once.ts'
import type { ReadingSqlite, Sqlite } from './store.ts'
import { makeUid } from './uid.ts'

type Key =
  | 'file_id'
  | 'generation'
  | 'change_number'
  | 'schema_version'
  /** JSON of MissingChanges, until the owner has seen it. */
  | 'changes_missing'
  /** The day of the last sweep over all rows, and how many it found in doubt. */
  | 'swept_on'
  | 'rows_in_doubt'
  /** Only in a copy in memory: why the file itself cannot be written. */
  | 'read_only'

/** What a damaged log took away. */
export interface MissingChanges {
  count: number
  /** The last change that is there, UTC; null when there is none. */
  since: string | null
  /** The count that told of it: it is not told of again. */
  upTo: number
}

export function readNote(sqlite: ReadingSqlite, key: Key): string | null {
  const value = prepareOnce(sqlite, 'SELECT value FROM bookkeeping WHERE key = ?').pluck().get(key)
  return (value as string | undefined) ?? null
}

export function writeNote(sqlite: Sqlite, key: Key, value: string): void {
  prepareOnce(
    sqlite,
    'INSERT INTO bookkeeping (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(key, value)
}

export function removeNote(sqlite: Sqlite, key: Key): void {
  prepareOnce(sqlite, 'DELETE FROM bookkeeping WHERE key = ?').run(key)
}

export function readState(sqlite: ReadingSqlite): FileState {
  return {
    fileId: readNote(sqlite, 'file_id') ?? '',
    generation: Number(readNote(sqlite, 'generation') ?? 0),
    changeNumber: Number(readNote(sqlite, 'change_number') ?? 0),
  }
}

/** Files of older versions have no id, and do not say twice of which version they are. Writes only what is new. */
export function settleIdentity(sqlite: Sqlite): void {
  const version = String(sqlite.pragma('user_version', { simple: true }))
  if (readNote(sqlite, 'file_id') === null) writeNote(sqlite, 'file_id', makeUid())
  if (readNote(sqlite, 'schema_version') !== version) writeNote(sqlite, 'schema_version', version)
}

/** What is missing in the file as it is open, until the owner has said that they saw it. */
export function readMissing(sqlite: ReadingSqlite): MissingChanges | null {
  const told = readNote(sqlite, 'changes_missing')
  return told === null ? null : (JSON.parse(told) as MissingChanges)
}
