// Keys of people who were erased and must not come back: hashes alone, so that the file no longer says who they were.

import { hash } from 'node:crypto'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import type { ReadingSqlite } from '../engine/store.ts'

/** What tells a person again: the name as matched, phones and mails as normalised, the UID of a vCard. */
export interface PersonKeys {
  nameKey: string
  contacts: readonly { kind: string; normalised: string }[]
  uid: string | null
}

/** Equal for equal names; a record of a firm alone goes by the firm, a name of nothing but signs as written. */
export function makeNameKey(name: string, firm: string): string {
  return foldText(name) || name || `@${foldText(firm) || firm}`
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

/**
 * The keys to keep of somebody who is erased: by every name and UID they had, and the bare name too, so that a record
 * with nothing but that name does not bring them back.
 */
export function hashErased(person: {
  nameKeys: readonly string[]
  contacts: PersonKeys['contacts']
  uids: readonly string[]
}): string[] {
  const keys = person.nameKeys.flatMap((nameKey) => [
    ...hashPersonKeys({ nameKey, contacts: person.contacts, uid: null }),
    ...hashPersonKeys({ nameKey, contacts: [], uid: null }),
  ])
  const uids = person.uids.flatMap((uid) => hashPersonKeys({ nameKey: '', contacts: [], uid }))
  return [...new Set([...keys, ...uids])]
}

/** Every key kept. */
export function loadSuppressions(sqlite: ReadingSqlite): Set<string> {
  return new Set(sqlite.prepare('SELECT key_hash FROM suppressions').pluck().all() as string[])
}

/** Whether somebody typed in by hand is one who was erased, as an import would see it. */
export function wasErased(
  sqlite: ReadingSqlite,
  person: { name: string; firm: string; contacts: PersonKeys['contacts'] },
): boolean {
  const nameKey = makeNameKey(person.name, person.firm)
  const find = sqlite.prepare('SELECT 1 FROM suppressions WHERE key_hash = ?')
  return hashPersonKeys({ nameKey, contacts: person.contacts, uid: null }).some((key) => find.get(key))
}
