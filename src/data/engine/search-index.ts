// Keeps the two search indexes equal to the rows: folded text of people, and of the notes on their touches.

import { foldText, phoneTokens, searchTokens } from '../../shared/rules/people/fold-text.ts'
import { prepareOnce } from './prepare-once.ts'
import type { Sqlite } from './store.ts'

interface SearchedPerson {
  id: number
  names: string
  notes: string
}

interface SearchedContact {
  personId: number
  kind: string
  value: string
  normalised: string
}

/** Writes people anew into the index; those gone or in the bin leave it. Reads them all at once: give slices. */
export function indexPeople(sqlite: Sqlite, personIds: Iterable<number>): void {
  const all = [...personIds]
  const ids = JSON.stringify(all)
  const people = prepareOnce(
    sqlite,
    `SELECT p.id AS id, p.name || ' ' || p.given_name || ' ' || p.family_name || ' ' || p.also_known_as || ' '
       || coalesce(f.name, '') AS names,
     p.note || ' ' || p.labels || ' ' || p.useful || ' ' || p.found_words || ' ' || p.would_type_words || ' '
       || coalesce((SELECT group_concat(x.label || ' ' || x.value, ' ') FROM file_fields x WHERE x.person_id = p.id), '')
       AS notes
     FROM json_each(?) k CROSS JOIN people p ON p.id = k.value LEFT JOIN firms f ON f.id = p.firm_id
     WHERE p.deleted_at IS NULL`,
  ).all(ids) as SearchedPerson[]
  const contacts = prepareOnce(
    sqlite,
    `SELECT k.value AS personId, c.kind AS kind, c.value AS value, c.normalised AS normalised
     FROM json_each(:ids) k CROSS JOIN contact_points c ON c.person_id = k.value
     UNION ALL
     SELECT p.id, c.kind, c.value, c.normalised
     FROM json_each(:ids) k CROSS JOIN people p ON p.id = k.value CROSS JOIN contact_points c ON c.firm_id = p.firm_id`,
  ).all({ ids }) as SearchedContact[]
  const tokens = new Map<number, string>()
  for (const { personId, kind, value, normalised } of contacts) {
    const words = kind === 'phone' ? phoneTokens(value, normalised) : searchTokens(value)
    const before = tokens.get(personId)
    tokens.set(personId, before === undefined ? words : `${before} ${words}`)
  }
  const remove = prepareOnce(sqlite, 'DELETE FROM people_search WHERE rowid = ?')
  const put = prepareOnce(
    sqlite,
    'INSERT INTO people_search (rowid, names, contact, notes) VALUES (?, ?, ?, ?)',
  )
  for (const id of all) remove.run(id)
  for (const { id, names, notes } of people) {
    put.run(id, searchTokens(names), tokens.get(id) ?? '', searchTokens(notes))
  }
}

/** Writes touches anew into the index of notes. */
export function indexTouches(sqlite: Sqlite, touchIds: Iterable<number>): void {
  const read = prepareOnce(sqlite, 'SELECT note FROM touches WHERE id = ?').pluck()
  const remove = prepareOnce(sqlite, 'DELETE FROM touch_search WHERE rowid = ?')
  const put = prepareOnce(sqlite, 'INSERT INTO touch_search (rowid, note) VALUES (?, ?)')
  for (const id of touchIds) {
    remove.run(id)
    const note = read.get(id) as string | undefined
    if (note) put.run(id, searchTokens(note))
  }
}

/** The key people are sorted and matched by: folded, so that Ångström stands with the As. */
export function makeSortName(name: string): string {
  return foldText(name)
}
