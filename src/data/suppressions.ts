// Keys of people who were erased and must not come back: hashes alone, so that the file no longer says who they were.
import { hash } from 'node:crypto'
import type { Sqlite } from './open-database.ts'

/** What tells a person again: the name as matched, phones and mails as normalised, the UID of a vCard. */
export interface PersonKeys {
  nameKey: string
  contacts: readonly { kind: string; normalised: string }[]
  uid: string | null
}

/**
 * The keys one person is known by, SHA-256 in hex. A mail or a UID tells one person; a phone only together with the
 * name, since households share one; a bare name only when there is neither phone nor mail.
 */
export function hashPersonKeys({ nameKey, contacts, uid }: PersonKeys): string[] {
  const keys: string[] = uid === null ? [] : [`uid:${uid}`]
  for (const { kind, normalised } of contacts) {
    if (normalised === '') continue
    if (kind === 'email') keys.push(`email:${normalised}`)
    else if (kind === 'phone') keys.push(`phone:${normalised}:${nameKey}`)
  }
  if (keys.length === 0) keys.push(`name:${nameKey}`)
  return keys.map((key) => hash('sha256', key, 'hex'))
}

/** Every key kept. */
export function loadSuppressions(sqlite: Sqlite): Set<string> {
  return new Set(sqlite.prepare('SELECT key_hash FROM suppressions').pluck().all() as string[])
}
