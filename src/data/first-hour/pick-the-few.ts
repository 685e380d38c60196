import type { PickPerson } from '../../shared/contract/first-hour.ts'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, ReadingSqlite, Writer } from '../engine/store.ts'
import { listMembers } from '../focus-list/focus-list.ts'
import { readCapacity } from '../records/capacity.ts'
import { closePursuit, findPerson } from '../records/pursuits.ts'
import { isInUse, isReachable } from '../records/shown-people.ts'

/** As the index people_to_pick has it. */
const undecided = `${isReachable('p')} AND p.looked_on IS NULL`
/** Whoever is or was on the focus list has been decided about. */
const wasOnList = 'EXISTS (SELECT 1 FROM focus_memberships m WHERE m.person_id = p.id)'
const reachable = `EXISTS (SELECT 1 FROM contact_points c WHERE c.person_id = p.id AND c.kind IN ('phone', 'email'))`

/** Those somebody wrote something about, then those of a firm, then those who can be reached; newest file first. */
const bands = [0, 1].flatMap((noWords) =>
  [0, 1].flatMap((noFirm) => [1, 0].map((isReachable) => ({ noWords, noFirm, isReachable }))),
)

/** One band at a time, in the order of the index: only the first of a hundred thousand is read. */
const firstOfBand = `SELECT p.id AS personId, p.name, coalesce(f.name, '') AS firm, p.role, p.note,
    p.note_not_for_paper AS noteNotForPaper, p.found_words AS foundWords, p.birthday
  FROM people p LEFT JOIN firms f ON f.id = p.firm_id
  WHERE ${undecided} AND (p.note = '' AND p.found_words = '') = :noWords AND (p.firm_id IS NULL) = :noFirm
    AND NOT ${wasOnList} AND ${reachable} = :isReachable
  ORDER BY p.created_at DESC, p.id LIMIT 1`

function findFirst(sqlite: ReadingSqlite): Omit<PickPerson, 'reach'> | undefined {
  const first = sqlite.prepare(firstOfBand)
  for (const band of bands) {
    const found = first.get(band) as
      | (Omit<PickPerson, 'reach' | 'noteNotForPaper'> & { noteNotForPaper: 0 | 1 })
      | undefined
    if (found) return { ...found, noteNotForPaper: found.noteNotForPaper === 1 }
  }
  return undefined
}

function count(sqlite: ReadingSqlite, from: string): number {
  return sqlite.prepare(`SELECT count(*) FROM ${from}`).pluck().get() as number
}

/** Those nobody looked at who are or were on the focus list all the same. */
function countDecided(sqlite: ReadingSqlite): number {
  const members = 'focus_memberships m CROSS JOIN people p WHERE p.id = m.person_id'
  return sqlite
    .prepare(`SELECT count(DISTINCT m.person_id) FROM ${members} AND ${undecided}`)
    .pluck()
    .get() as number
}

/** The next person to decide about, and how far the owner has come. */
export async function findNextToPick(
  db: Reader,
  _input: ParsedInput<'firstHour.toPick'>,
  { sqlite }: QueryContext,
): Promise<CallOutput<'firstHour.toPick'>> {
  const { cap } = await readCapacity(db)
  // Everyone but those in the bin has a summary, and summaries are few pages.
  const total =
    count(sqlite, 'person_summaries') -
    count(sqlite, `people p WHERE p.never_contact_on IS NOT NULL AND ${isInUse('p')}`)
  const waiting = count(sqlite, `people p WHERE ${undecided}`) - countDecided(sqlite)
  const next = findFirst(sqlite)
  const reach = sqlite.prepare(
    'SELECT value FROM contact_points WHERE person_id = ? ORDER BY position, id LIMIT 6',
  )
  return {
    total,
    looked: total - waiting,
    picked: (await listMembers(db)).length,
    cap,
    next: next ? { ...next, reach: reach.pluck().all(next.personId) as string[] } : null,
  }
}

/** Leaves somebody for later, or makes them private. @throws AppError not-found */
export async function setAside(
  db: Writer,
  { personId, as }: ParsedInput<'firstHour.setAside'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const { name } = await findPerson(db, personId)
  const today = context.clock.today()
  await db.updateTable('people').set({ looked_on: today }).where('id', '=', personId).execute()
  if (as === 'private') {
    await db.updateTable('people').set({ is_private: 1 }).where('id', '=', personId).execute()
    await closePursuit(db, { personId, as: 'dropped', reason: '', lostTo: '', revisitOn: null }, today)
  }
  context.say(`firstHour.done.${as}`, { name })
  return {}
}
