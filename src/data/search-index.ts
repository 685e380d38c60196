// Keeps the two search indexes equal to the rows: folded text of people, and of the notes on their touches.
import { foldText, phoneTokens, searchTokens } from '../shared/rules/fold-text.ts'
import type { Sqlite } from './open-database.ts'

interface SearchedPerson {
  id: number
  names: string
  notes: string
}

/** Writes people anew into the index; those gone or in the bin leave it. */
export function indexPeople(sqlite: Sqlite, personIds: Iterable<number>): void {
  const read = sqlite.prepare(
    `SELECT p.id AS id, p.name || ' ' || p.given_name || ' ' || p.family_name || ' ' || p.also_known_as || ' '
       || coalesce(f.name, '') AS names,
     p.note || ' ' || p.useful || ' ' || p.found_words || ' ' || p.would_type_words AS notes
     FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.id = ? AND p.deleted_at IS NULL`,
  )
  const readContacts = sqlite.prepare(
    `SELECT kind, value, normalised FROM contact_points
     WHERE person_id = ? OR firm_id = (SELECT firm_id FROM people WHERE id = ?)`,
  )
  const remove = sqlite.prepare('DELETE FROM people_search WHERE rowid = ?')
  const put = sqlite.prepare('INSERT INTO people_search (rowid, names, contact, notes) VALUES (?, ?, ?, ?)')
  for (const id of personIds) {
    remove.run(id)
    const person = read.get(id) as SearchedPerson | undefined
    if (!person) continue
    const contacts = readContacts.all(id, id) as { kind: string; value: string; normalised: string }[]
    const contact = contacts.map((point) =>
      point.kind === 'phone' ? phoneTokens(point.value, point.normalised) : searchTokens(point.value),
    )
    put.run(id, searchTokens(person.names), contact.join(' '), searchTokens(person.notes))
  }
}

/** Writes touches anew into the index of notes. */
export function indexTouches(sqlite: Sqlite, touchIds: Iterable<number>): void {
  const read = sqlite.prepare('SELECT note FROM touches WHERE id = ?').pluck()
  const remove = sqlite.prepare('DELETE FROM touch_search WHERE rowid = ?')
  const put = sqlite.prepare('INSERT INTO touch_search (rowid, note) VALUES (?, ?)')
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
