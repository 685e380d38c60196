// Reads what must not print about people on a sheet: marked notes, and names of those who are not to be on paper.

import { sql } from 'kysely'
import type { OffPaper } from '../../shared/rules/call-sheets/off-paper.ts'
import { looksLikeField } from '../../shared/rules/import-export/looks-like-field.ts'
import { guessGivenName } from '../../shared/rules/people/guess-given-name.ts'
import type { Reader } from '../engine/store.ts'
import { isReachable, quietKinds, where } from './shown-people.ts'

/**
 * Their notes marked "not for paper", lines of their note that may be a file's, and the names of their household, of
 * whom they named and of who named them, as far as these want no contact, have died, are private or in the bin.
 * Whoever has none of it is left out.
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
    .select(['id as person_id', 'note', 'note_not_for_paper as isMarked'])
    .where('id', 'in', personIds)
    .where(sql<boolean>`(note_not_for_paper = 1 OR note_from_file = 1)`)
    .where('note', '<>', '')
    .execute()
  const names = [
    ...(await readQuietNames(db, personIds, 'person_id')),
    ...(await readQuietNames(db, personIds, 'referrer_id')),
    ...(await readQuietHousehold(db, personIds)),
  ]
  const marked = people.filter((row) => row.isMarked === 1)
  const notesOf = Map.groupBy([...touches, ...marked], (row) => row.person_id)
  const namesOf = Map.groupBy(names, (row) => row.personId)
  const linesOf = new Map(people.map((row) => [row.person_id, row.note.split('\n').filter(looksLikeField)]))
  return new Map(
    [...new Set([...notesOf.keys(), ...namesOf.keys(), ...linesOf.keys()])].map((id) => [
      id,
      {
        notes: (notesOf.get(id) ?? []).map((row) => row.note),
        lines: linesOf.get(id) ?? [],
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
    .where(sql<boolean>`NOT (${where(isReachable('q'))})`)
    .execute()
  return rows.map(({ personId, name, firm }) => ({
    personId: personId!,
    name: name || (firm ?? ''),
  }))
}

/** By first names those of one household speak of each other. */
async function readQuietHousehold(
  db: Reader,
  personIds: readonly number[],
): Promise<{ personId: number; name: string }[]> {
  const rows = await db
    .selectFrom('people as p')
    .innerJoin('firms as f', 'f.id', 'p.firm_id')
    .innerJoin('people as q', 'q.firm_id', 'p.firm_id')
    .select(['p.id as personId', 'q.name', 'q.given_name'])
    .where('p.id', 'in', personIds)
    .where('f.kind', '=', 'household')
    .whereRef('q.id', '<>', 'p.id')
    .where(sql<boolean>`NOT (${where(isReachable('q'))})`)
    .execute()
  return rows.flatMap(({ personId, name, given_name }) => {
    const given = given_name || guessGivenName(name)
    return [name, given].filter((one) => one !== '').map((one) => ({ personId, name: one }))
  })
}

/**
 * Names of more than one word, of anybody not to be on paper, that stand in these words, whoever put them there. A
 * single word may be any word of a sentence.
 */
export async function findQuietNames(db: Reader, words: string): Promise<string[]> {
  const names = new Set<string>()
  if (words.trim() === '') return []
  for (const kind of quietKinds) {
    const rows = await db
      .selectFrom('people')
      .select('name')
      .where(where(kind))
      .where(sql<boolean>`instr(trim(name), ' ') > 0 AND instr(${words}, name) > 0`)
      .execute()
    for (const { name } of rows) names.add(name)
  }
  return [...names]
}

/** The names by which a place's line calls people who go there and are not to be on paper, unless others are called so. */
export async function readQuietGoers(
  db: Reader,
  placeIds: readonly number[],
): Promise<Map<number, string[]>> {
  if (placeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('place_people as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['g.place_id', 'p.name', 'p.given_name', 'f.name as firm'])
    .select(sql<0 | 1>`${where(isReachable('p'))}`.as('mayBeNamed'))
    .where('g.place_id', 'in', placeIds)
    .execute()
  const namesOf = (row: (typeof rows)[number]) => [row.name || (row.firm ?? ''), row.given_name]
  return new Map(
    [...Map.groupBy(rows, (row) => row.place_id)].map(([placeId, goers]) => {
      const named = new Set(goers.filter((row) => row.mayBeNamed === 1).flatMap(namesOf))
      const quiet = goers.filter((row) => row.mayBeNamed === 0).flatMap(namesOf)
      return [placeId, quiet.filter((name) => name !== '' && !named.has(name))]
    }),
  )
}
