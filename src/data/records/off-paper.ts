// Reads what must not print about people on a sheet: marked notes, and names of those who are not to be on paper.

import { sql } from 'kysely'
import type { OffPaper } from '../../shared/rules/call-sheets/off-paper.ts'
import type { Reader } from '../engine/store.ts'

/**
 * Their notes marked "not for paper", and the names of whom they named or who named them, as far as these want no
 * contact, are private or in the bin. Whoever has neither is left out.
 */
export async function readOffPaper(db: Reader, personIds: readonly number[]): Promise<Map<number, OffPaper>> {
  if (personIds.length === 0) return new Map()
  const touches = await db
    .selectFrom('touches')
    .select(['person_id', 'note'])
    .where('person_id', 'in', personIds)
    // Spelled out: a bound number would not find the index of the few that are marked.
    .where(sql<boolean>`not_for_paper = 1`)
    .where('note', '<>', '')
    .execute()
  const people = await db
    .selectFrom('people')
    .select(['id as person_id', 'note'])
    .where('id', 'in', personIds)
    .where('note_not_for_paper', '=', 1)
    .where('note', '<>', '')
    .execute()
  const names = [
    ...(await readQuietNames(db, personIds, 'person_id')),
    ...(await readQuietNames(db, personIds, 'referrer_id')),
  ]
  const notesOf = Map.groupBy([...touches, ...people], (row) => row.person_id)
  const namesOf = Map.groupBy(names, (row) => row.personId)
  return new Map(
    [...new Set([...notesOf.keys(), ...namesOf.keys()])].map((id) => [
      id,
      {
        notes: (notesOf.get(id) ?? []).map((row) => row.note),
        names: (namesOf.get(id) ?? []).map((row) => row.name),
      },
    ]),
  )
}

/** The other end of each name given: `own` is the end the people asked for stand at. */
async function readQuietNames(
  db: Reader,
  personIds: readonly number[],
  own: 'person_id' | 'referrer_id',
): Promise<{ personId: number; name: string }[]> {
  const rows = await db
    .selectFrom('referrals as r')
    .innerJoin('people as q', 'q.id', own === 'person_id' ? 'r.referrer_id' : 'r.person_id')
    .leftJoin('firms as f', 'f.id', 'q.firm_id')
    .select([`r.${own} as personId`, 'q.name', 'f.name as firm'])
    .where(`r.${own}`, 'in', personIds)
    .where((where) =>
      where.or([
        where('q.never_contact_on', 'is not', null),
        where('q.is_private', '=', 1),
        where('q.deleted_at', 'is not', null),
      ]),
    )
    .execute()
  return rows.map(({ personId, name, firm }) => ({
    personId: personId!,
    name: name || (firm ?? ''),
  }))
}
