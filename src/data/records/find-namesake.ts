// Who of the people here is meant by a name typed back from paper: certain, or nobody.

import { sql } from 'kysely'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import { normaliseContactPoint } from '../../shared/rules/people/normalise-contact.ts'
import { makeSortName } from '../engine/search-index.ts'
import type { Reader } from '../engine/store.ts'
import { getSettings } from './settings.ts'
import { isInUse, where } from './shown-people.ts'

/** The only one of this full name; null when there is none, several, or only a first name was written. */
export async function findNamesake(db: Reader, name: string): Promise<number | null> {
  if (!name.includes(' ')) return null
  const same = await db
    .selectFrom('people')
    .select('id')
    .where('sort_name', '=', makeSortName(name))
    .where(where(isInUse('people')))
    // Written out: with a bound value SQLite cannot tell that the index of names holds them.
    .where(sql<boolean>`is_private = 0`)
    .limit(2)
    .execute()
  return same.length === 1 ? same[0]!.id : null
}

/**
 * Somebody of the same name with the same phone or mail, as an import would match them; for a line without either, the
 * only one of this full name.
 */
export async function findKnownWalkIn(
  db: Reader,
  { name, phone, email }: { name: string; phone: string; email: string },
): Promise<number | null> {
  if (phone === '' && email === '') return findNamesake(db, name)
  const { country } = await getSettings(db)
  for (const [kind, value] of [
    ['phone', phone],
    ['email', email],
  ] as const) {
    const normalised = value === '' ? '' : normaliseContactPoint(kind, value, country)
    if (normalised === '') continue
    const found = await db
      .selectFrom('contact_points as c')
      .innerJoin('people as p', 'p.id', 'c.person_id')
      .select(['p.id', 'p.name'])
      .where('c.normalised', '=', normalised)
      .where('c.kind', '=', kind)
      .where(where(isInUse('p')))
      .orderBy('p.id')
      .execute()
    const same = found.find((person) => foldText(person.name) === foldText(name))
    if (same) return same.id
  }
  return null
}
