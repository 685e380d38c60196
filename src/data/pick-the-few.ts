// Pick the few: who has not been looked at yet, and what the owner decides about each besides the focus list.
import type { PickPerson } from '../shared/contract/focus-list.ts'
import type { CallOutput, ParsedInput } from '../shared/contract/index.ts'
import { readCapacity } from './capacity.ts'
import { countMembers } from './focus-list.ts'
import type { Reader, Sqlite, Writer } from './open-database.ts'
import { closePursuit, findPerson } from './pursuits.ts'
import type { CommandContext, QueryContext } from './run-call.ts'

const counted = 'p.deleted_at IS NULL AND p.never_contact_on IS NULL'
/** Whoever is or was on the focus list has been decided about. */
const waiting = `${counted} AND p.is_private = 0 AND p.looked_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM focus_memberships m WHERE m.person_id = p.id)`
const reachable = `EXISTS (SELECT 1 FROM contact_points c WHERE c.person_id = p.id AND c.kind IN ('phone', 'email'))`

/** Those somebody wrote something about, then those of a firm, then those who can be reached; newest file first. */
const nextWaiting = `SELECT p.id AS personId, p.name, coalesce(f.name, '') AS firm, p.role, p.note,
    p.found_words AS foundWords, p.birthday
  FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE ${waiting}
  ORDER BY p.note = '' AND p.found_words = '', p.firm_id IS NULL, NOT ${reachable}, p.created_at DESC, p.id LIMIT 1`

function count(sqlite: Sqlite, where: string): number {
  return sqlite.prepare(`SELECT count(*) FROM people p WHERE ${where}`).pluck().get() as number
}

/** The next person to decide about, and how far the owner has come. */
export async function findNextToPick(
  db: Reader,
  _input: ParsedInput<'focusList.toPick'>,
  { store }: QueryContext,
): Promise<CallOutput<'focusList.toPick'>> {
  const sqlite = store.readerSqlite
  const { cap } = await readCapacity(db)
  const total = count(sqlite, counted)
  const next = sqlite.prepare(nextWaiting).get() as Omit<PickPerson, 'reach'> | undefined
  const reach = sqlite.prepare(
    'SELECT value FROM contact_points WHERE person_id = ? ORDER BY position, id LIMIT 6',
  )
  return {
    total,
    looked: total - count(sqlite, waiting),
    picked: await countMembers(db),
    cap,
    next: next ? { ...next, reach: reach.pluck().all(next.personId) as string[] } : null,
  }
}

/** Leaves somebody for later, or makes them private. @throws AppError not-found */
export async function setAside(
  db: Writer,
  { personId, as }: ParsedInput<'focusList.setAside'>,
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
