// What lists sort and show of a person (last touch, count, next step), derived from the rows in the same transaction.

import { prepareOnce } from './prepare-once.ts'
import { countWrongStandings } from './standing.ts'
import type { ReadingSqlite, Sqlite } from './store.ts'

const insertSummaries = `
  INSERT OR REPLACE INTO person_summaries (person_id, standing, last_touch_on, touches, next_step_on, on_focus_list,
    is_private)
  SELECT p.id,
    coalesce((SELECT s.standing FROM person_summaries s WHERE s.person_id = p.id), ''),
    (SELECT max(t.happened_on) FROM touches t WHERE t.person_id = p.id AND t.how <> 'no answer'),
    (SELECT count(*) FROM touches t WHERE t.person_id = p.id
       AND t.how <> 'no answer' AND t.direction = 'out' AND t.to_many = 0),
    (SELECT min(n.due_on) FROM next_steps n WHERE n.person_id = p.id AND n.done_on IS NULL AND n.dropped_on IS NULL),
    EXISTS (SELECT 1 FROM focus_memberships m WHERE m.person_id = p.id AND m.left_on IS NULL),
    p.is_private
  FROM people p`

/** Recomputes the summaries of some people; those who are gone, or in the bin, have none. */
export function refreshSummaries(sqlite: Sqlite, personIds: readonly number[]): void {
  const ids = JSON.stringify(personIds)
  prepareOnce(
    sqlite,
    `DELETE FROM person_summaries WHERE person_id IN (
       SELECT k.value FROM json_each(?) k LEFT JOIN people p ON p.id = k.value AND p.deleted_at IS NULL WHERE p.id IS NULL)`,
  ).run(ids)
  prepareOnce(
    sqlite,
    `${insertSummaries} WHERE p.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL`,
  ).run(ids)
}

/** Recomputes one person's summary. */
export function refreshSummary(sqlite: Sqlite, personId: number): void {
  refreshSummaries(sqlite, [personId])
}

/** How many summaries differ from what the rows say; `check` asks this, and the answer must be 0. */
export function countWrongSummaries(sqlite: ReadingSqlite): number {
  const summaries = sqlite
    .prepare(
      `SELECT count(*) FROM people p LEFT JOIN person_summaries s ON s.person_id = p.id WHERE p.deleted_at IS NULL AND (
         s.person_id IS NULL
         OR s.last_touch_on IS NOT (SELECT max(t.happened_on) FROM touches t WHERE t.person_id = p.id AND t.how <> 'no answer')
         OR s.touches IS NOT (SELECT count(*) FROM touches t WHERE t.person_id = p.id
              AND t.how <> 'no answer' AND t.direction = 'out' AND t.to_many = 0)
         OR s.is_private IS NOT p.is_private
         OR s.next_step_on IS NOT (SELECT min(n.due_on) FROM next_steps n
              WHERE n.person_id = p.id AND n.done_on IS NULL AND n.dropped_on IS NULL))`,
    )
    .pluck()
    .get() as number
  return summaries + countWrongStandings(sqlite)
}
