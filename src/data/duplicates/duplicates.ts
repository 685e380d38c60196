// Pairs that look like one person kept twice: found by phone, mail, and name with firm; told apart once, never offered again.

import type { Pair } from '../../shared/contract/duplicates.ts'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError, type MessageRef } from '../../shared/errors.ts'
import { compareNames } from '../../shared/rules/people/same-person.ts'
import { breathe } from '../engine/breathe.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import { prepareOnce } from '../engine/prepare-once.ts'
import type { Reader, ReadingSqlite, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { readPersonName } from '../records/person-records.ts'
import { isShown } from '../records/shown-people.ts'

/** More people than this under one phone, mail or name are an office or a common name. */
const mostAlike = 8
/** Fewer digits are an extension or a short code. */
const shortestPhone = 6
/** Nobody goes through more; finding stops here. */
const mostPairs = 10_000
/** Groups looked at before queued queries get their turn. */
const sliceSize = 100
/** Rows read at once. */
const readSize = 5000

/** What makes two records look alike, the surest first. */
const reasons = ['phoneAndName', 'emailAndName', 'phone', 'firmAndName', 'bareName', 'email'] as const
type Reason = (typeof reasons)[number]

interface Candidate {
  id: number
  name: string
  alsoKnownAs: string
  firm: string
  sortName: string
}

interface FoundPair {
  one: number
  other: number
  reason: Reason
  sortName: string
  /** The phone, mail, name or firm they share. */
  shared: string
}

/** Read in slices between two values, so that nobody waits for the whole of it. */
const sharedContacts = `
  SELECT normalised AS shared, kind FROM contact_points
  WHERE kind IN ('phone', 'email') AND person_id IS NOT NULL AND normalised > :after AND normalised <= :until
  GROUP BY normalised, kind HAVING min(person_id) <> max(person_id)`
const endOfSlice = `
  SELECT normalised FROM contact_points WHERE normalised > ? ORDER BY normalised LIMIT 1 OFFSET ${readSize}`
const underContact = `
  SELECT DISTINCT p.id AS id, p.name AS name, p.also_known_as AS alsoKnownAs, coalesce(f.name, '') AS firm,
    p.sort_name AS sortName
  FROM contact_points c JOIN people p ON p.id = c.person_id LEFT JOIN firms f ON f.id = p.firm_id
  WHERE c.normalised = :shared AND c.kind = :kind AND ${isShown('p')}
  ORDER BY p.id LIMIT ${mostAlike + 1}`
const sharedFirms = `
  SELECT firm_id AS firmId, sort_name AS sortName FROM people WHERE firm_id IS NOT NULL
  GROUP BY firm_id, sort_name HAVING count(*) > 1`
const inFirm = `
  SELECT p.id AS id, p.name AS name, p.also_known_as AS alsoKnownAs, f.name AS firm, p.sort_name AS sortName
  FROM people p JOIN firms f ON f.id = p.firm_id
  WHERE p.firm_id = :firmId AND p.sort_name = :sortName AND ${isShown('p')}
  ORDER BY p.id LIMIT ${mostAlike + 1}`
/** Without a firm, a phone or a mail; a first name alone is shared by many. */
const bareNames = `
  SELECT p.id AS id, p.sort_name AS sortName FROM people p
  WHERE p.id > :after AND p.id <= :until AND p.firm_id IS NULL AND ${isShown('p')}
    AND instr(p.sort_name, ' ') > 0 AND NOT EXISTS (SELECT 1 FROM contact_points c WHERE c.person_id = p.id
      AND c.kind IN ('phone', 'email'))`
const ofName = `
  SELECT p.id AS id, p.name AS name, p.also_known_as AS alsoKnownAs, '' AS firm, p.sort_name AS sortName
  FROM people p WHERE p.sort_name = :sortName AND ${isShown('p')}
  ORDER BY p.id LIMIT ${mostAlike + 1}`

/** The pairs of a file at one state of it; paging asks several times. */
const found = new WeakMap<ReadingSqlite, { state: string; pairs: FoundPair[]; more: boolean }>()

/** Pairs that look like one person, the surest first, a page of them. */
export async function listDuplicates(
  _db: Reader,
  { offset, limit }: ParsedInput<'duplicates.list'>,
  { sqlite }: QueryContext,
): Promise<CallOutput<'duplicates.list'>> {
  const state = prepareOnce(sqlite, "SELECT value FROM bookkeeping WHERE key = 'change_number'").pluck()
  const now = String(state.get() ?? '')
  let known = found.get(sqlite)
  if (known?.state !== now) {
    known = { state: now, ...(await findPairs(sqlite)) }
    found.set(sqlite, known)
  }
  const page = known.pairs.slice(offset, offset + limit)
  return {
    total: known.pairs.length,
    more: known.more,
    pairs: page.map(
      (pair): Pair => ({
        one: describePair(sqlite, pair.one),
        other: describePair(sqlite, pair.other),
        why: sayWhy(sqlite, pair),
      }),
    ),
  }
}

/** What they share, as it was typed. */
function sayWhy(sqlite: ReadingSqlite, { one, reason, shared }: FoundPair): MessageRef {
  const typed = prepareOnce(
    sqlite,
    'SELECT value FROM contact_points WHERE person_id = ? AND normalised = ? LIMIT 1',
  ).pluck()
  const value = (typed.get(one, shared) as string | undefined) ?? shared
  return { key: `duplicates.why.${reason}`, facts: { shared: value } }
}

async function findPairs(sqlite: ReadingSqlite): Promise<{ pairs: FoundPair[]; more: boolean }> {
  const pairs = new Map<string, FoundPair>()
  const apart = readToldApart(sqlite)
  let groups = 0
  const weigh = async (
    people: Candidate[],
    reasonOf: (one: Candidate, other: Candidate) => Reason | null,
    shared: string,
  ) => {
    groups += 1
    if (groups % sliceSize === 0) await breathe()
    if (people.length > mostAlike) return
    for (const [index, one] of people.entries()) {
      for (const other of people.slice(index + 1)) {
        const key = `${one.id} ${other.id}`
        const reason = apart.has(key) ? null : reasonOf(one, other)
        const before = pairs.get(key)
        if (reason === null || (before && reasons.indexOf(before.reason) <= reasons.indexOf(reason))) continue
        pairs.set(key, { one: one.id, other: other.id, reason, sortName: one.sortName, shared })
      }
    }
  }
  const isFull = () => pairs.size >= mostPairs

  for await (const { shared, kind } of readSharedContacts(sqlite)) {
    if (isFull()) break
    if (kind === 'phone' && shared.length < shortestPhone) continue
    const people = prepareOnce(sqlite, underContact).all({ shared, kind }) as Candidate[]
    await weigh(people, (one, other) => weighContact(kind, one, other), shared)
  }
  for (const group of sqlite.prepare(sharedFirms).all() as { firmId: number; sortName: string }[]) {
    if (isFull()) break
    const people = prepareOnce(sqlite, inFirm).all(group) as Candidate[]
    await weigh(
      people,
      (one, other) => (isSameRecord(one, other) ? 'firmAndName' : null),
      people[0]?.firm ?? '',
    )
  }
  for await (const { id, sortName } of readBareNames(sqlite)) {
    if (isFull()) break
    const people = prepareOnce(sqlite, ofName).all({ sortName }) as Candidate[]
    await weigh(people, (one, other) => (one.id === id || other.id === id ? 'bareName' : null), '')
  }
  const sorted = [...pairs.values()].sort(
    (one, other) =>
      reasons.indexOf(one.reason) - reasons.indexOf(other.reason) ||
      (one.sortName < other.sortName ? -1 : one.sortName > other.sortName ? 1 : 0) ||
      one.one - other.one ||
      one.other - other.other,
  )
  return { pairs: sorted, more: isFull() }
}

async function* readSharedContacts(
  sqlite: ReadingSqlite,
): AsyncIterable<{ shared: string; kind: 'phone' | 'email' }> {
  for (let after = ''; ; ) {
    const end = prepareOnce(sqlite, endOfSlice).pluck().get(after) as string | undefined
    // Nothing a person types sorts after this.
    const until = end ?? '\u{10ffff}'
    yield* prepareOnce(sqlite, sharedContacts).all({ after, until }) as {
      shared: string
      kind: 'phone' | 'email'
    }[]
    if (end === undefined) return
    after = end
    await breathe()
  }
}

async function* readBareNames(sqlite: ReadingSqlite): AsyncIterable<{ id: number; sortName: string }> {
  const last = (prepareOnce(sqlite, 'SELECT max(id) FROM people').pluck().get() ?? 0) as number
  for (let after = 0; after < last; after += readSize) {
    yield* prepareOnce(sqlite, bareNames).all({ after, until: after + readSize }) as {
      id: number
      sortName: string
    }[]
    await breathe()
  }
}

/** Somebody known only by their firm goes by it. */
const calledAs = ({ name, firm }: Candidate) => name || firm

/** A record without a name of its own says nothing of who is meant in a firm. */
function isSameRecord(one: Candidate, other: Candidate): boolean {
  return (one.name === '') === (other.name === '')
}

function weighContact(kind: 'phone' | 'email', one: Candidate, other: Candidate): Reason | null {
  const alike = compareNames(calledAs(one), calledAs(other)) ?? compareOtherNames(one, other)
  if (kind === 'email') return alike ? 'emailAndName' : 'email'
  if (alike === null) return null
  return alike === 'same' ? 'phoneAndName' : 'phone'
}

function compareOtherNames(one: Candidate, other: Candidate): 'similar' | null {
  const namesOf = (person: Candidate) => [calledAs(person), ...person.alsoKnownAs.split(', ')]
  const alike = namesOf(one).some((left) =>
    namesOf(other).some((right) => compareNames(left, right) === 'same'),
  )
  return alike ? 'similar' : null
}

/** Pairs the owner said are two people, or one household. */
function readToldApart(sqlite: ReadingSqlite): Set<string> {
  const rows = sqlite
    .prepare("SELECT person_id, other_id FROM pair_decisions WHERE decision IN ('not the same', 'household')")
    .raw(true)
    .all() as [number, number][]
  return new Set(rows.map((pair) => pair.join(' ')))
}

/**
 * Enough of one of a pair to tell them from the other.
 * @throws AppError not-found
 */
export function describePair(sqlite: ReadingSqlite, id: number): Pair['one'] {
  const row = prepareOnce(
    sqlite,
    `SELECT p.id AS id, p.name AS name, coalesce(f.name, '') AS firm, p.created_on AS createdOn,
       coalesce(s.touches, 0) AS touches,
       coalesce((SELECT value FROM contact_points WHERE person_id = p.id AND kind = 'phone'
         ORDER BY position, id LIMIT 1), '') AS phone,
       coalesce((SELECT value FROM contact_points WHERE person_id = p.id AND kind = 'email'
         ORDER BY position, id LIMIT 1), '') AS email
     FROM people p LEFT JOIN firms f ON f.id = p.firm_id LEFT JOIN person_summaries s ON s.person_id = p.id
     WHERE p.id = ?`,
  ).get(id) as Pair['one'] | undefined
  if (!row) throw new AppError('not-found', { id })
  return row
}

/**
 * Keeps that two records are two people, so that the pair is not offered again.
 * @throws AppError not-found
 */
export async function tellApart(
  db: Writer,
  { personId, otherId }: ParsedInput<'duplicates.tellApart'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const name = await readPersonName(db, personId)
  const other = await readPersonName(db, otherId)
  if (personId === otherId) throw new AppError('merge-with-themselves', { name })
  const written = await db
    .insertInto('pair_decisions')
    .values({
      uid: makeUid(Date.parse(context.clock.now())),
      person_id: Math.min(personId, otherId),
      other_id: Math.max(personId, otherId),
      decision: 'not the same',
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'other_id', 'decision']).doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows !== 0n) context.say('duplicates.toldApart', { name, other })
  return {}
}
