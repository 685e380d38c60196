// Households: people under one phone and different names are offered to the owner, and never put together unasked.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { HouseholdOffer, Person } from '../../shared/contract/people.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, ReadingSqlite, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { makeFirm } from './firms.ts'
import { isShown } from './shown-people.ts'

const mostOffers = 50
/** More people under one phone are an office, not a family. */
const mostUnderOnePhone = 8
/** Fewer digits are an extension or a short code. */
const shortestPhone = 6

const sharedPhones = `
  SELECT normalised FROM contact_points
  WHERE kind = 'phone' AND person_id IS NOT NULL AND length(normalised) >= ${shortestPhone}
  GROUP BY normalised HAVING min(person_id) <> max(person_id)`
const peopleUnderPhone = `
  SELECT p.id AS id, p.name AS name, coalesce(f.name, '') AS firm, p.family_name AS familyName, p.sort_name AS sortName,
    p.firm_id AS firmId, min(c.value) AS phone
  FROM contact_points c JOIN people p ON p.id = c.person_id LEFT JOIN firms f ON f.id = p.firm_id
  WHERE c.kind = 'phone' AND c.normalised = ? AND ${isShown('p')}
  GROUP BY p.id ORDER BY p.id`
const decidedPairs = `
  SELECT person_id, other_id FROM pair_decisions
  WHERE person_id IN (SELECT value FROM json_each(:ids)) AND other_id IN (SELECT value FROM json_each(:ids))`

interface Sharer {
  id: number
  name: string
  firm: string
  familyName: string
  sortName: string
  firmId: number | null
  /** As they wrote it. */
  phone: string
}

/** People under one phone and different names, as long as one pair of them was not answered yet. */
export function listHouseholdOffers(
  _db: Reader,
  _input: ParsedInput<'people.householdOffers'>,
  { sqlite }: QueryContext,
): CallOutput<'people.householdOffers'> {
  const offers: HouseholdOffer[] = []
  const seen = new Set<string>()
  const phones = sqlite.prepare(sharedPhones).pluck().iterate() as Iterable<string>
  for (const phone of phones) {
    const people = sqlite.prepare(peopleUnderPhone).all(phone) as Sharer[]
    const open = people.length > mostUnderOnePhone ? [] : withOpenPairs(sqlite, people)
    const key = open.map((person) => person.id).join(' ')
    if (open.length < 2 || seen.has(key)) continue
    seen.add(key)
    offers.push({
      phone: open[0]?.phone ?? phone,
      people: open.map(({ id, name, firm, familyName }) => ({ id, name, firm, familyName })),
    })
    if (offers.length === mostOffers) break
  }
  return offers
}

/** How many of these phones (normalised) are shared by people to offer as a household. */
export function countHouseholdOffers(sqlite: ReadingSqlite, phones: Iterable<string>): number {
  const read = sqlite.prepare(peopleUnderPhone)
  let count = 0
  for (const phone of phones) {
    if (phone.length < shortestPhone) continue
    const people = read.all(phone) as Sharer[]
    if (people.length <= mostUnderOnePhone && withOpenPairs(sqlite, people).length > 1) count += 1
  }
  return count
}

function withOpenPairs(sqlite: ReadingSqlite, people: Sharer[]): Sharer[] {
  const ids = JSON.stringify(people.map((person) => person.id))
  const decided = new Set(
    (sqlite.prepare(decidedPairs).raw(true).all({ ids }) as [number, number][]).map((pair) => pair.join(' ')),
  )
  const isOpen = (one: Sharer, other: Sharer) =>
    one.sortName !== other.sortName &&
    (one.firmId === null || one.firmId !== other.firmId) &&
    !decided.has(`${Math.min(one.id, other.id)} ${Math.max(one.id, other.id)}`)
  return people.filter((one) => people.some((other) => other.id !== one.id && isOpen(one, other)))
}

/** Others of a person's firm, and those the owner said share a household with them. */
export function listHouseholdOf(sqlite: ReadingSqlite, personId: number): Person['firmPeople'] {
  return sqlite
    .prepare(
      `SELECT p.id AS id, p.name AS name, coalesce(f.name, '') AS firm
       FROM people p LEFT JOIN firms f ON f.id = p.firm_id
       WHERE ${isShown('p')} AND p.id <> :id AND p.id IN (
         SELECT q.id FROM people q WHERE q.firm_id = (SELECT firm_id FROM people WHERE id = :id)
         UNION SELECT other_id FROM pair_decisions WHERE person_id = :id AND decision = 'household'
         UNION SELECT person_id FROM pair_decisions WHERE other_id = :id AND decision = 'household')
       ORDER BY p.sort_name, p.id LIMIT 50`,
    )
    .all({ id: personId }) as Person['firmPeople']
}

/**
 * Keeps the owner's answer for every pair. Together, those without a firm come into one household, called as
 * given; who has a firm keeps it.
 */
export async function answerHousehold(
  db: Writer,
  { personIds, together, called }: ParsedInput<'people.answerHousehold'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const people = await db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['p.id', 'p.name', 'p.firm_id as firmId'])
    .select(['f.kind as firmKind', 'f.name as firmName'])
    .where('p.id', 'in', personIds)
    .orderBy('p.id')
    .execute()
  for (const [index, one] of people.entries()) {
    for (const other of people.slice(index + 1)) {
      await db
        .insertInto('pair_decisions')
        .values({
          uid: makeUid(),
          person_id: one.id,
          other_id: other.id,
          decision: together ? 'household' : 'not a household',
        })
        .onConflict((conflict) => conflict.columns(['person_id', 'other_id', 'decision']).doNothing())
        .execute()
    }
  }
  const names = people.map((person) => nameFact({ name: person.name, firm: person.firmName }))
  if (!together) {
    context.say('people.notHousehold', { names })
    return {}
  }
  const free = people.filter((person) => person.firmId === null)
  const household = people.find((person) => person.firmKind === 'household')?.firmId
  if (free.length > 1 || (free.length === 1 && household != null)) {
    const firmId = household ?? (await makeFirm(db, called, 'household', context))
    await db
      .updateTable('people')
      .set({ firm_id: firmId })
      .where(
        'id',
        'in',
        free.map((person) => person.id),
      )
      .execute()
  }
  context.say('people.householdMade', { names })
  return {}
}
