// Erases somebody for good, at once: record, log, search, drafts and undo go; keys stay, so that no import brings them back.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { leaveOff, unnamed } from '../../shared/rules/call-sheets/off-paper.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import { guessGivenName } from '../../shared/rules/people/guess-given-name.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import { writeRowHashes } from '../engine/row-hashes.ts'
import { refreshStandings } from '../engine/standing.ts'
import type { ChangedRow, Reader, ReadingSqlite, Sqlite, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { hashErased, makeNameKey } from '../records/suppressions.ts'
import { deleteForGood } from './bin.ts'

interface Going {
  id: number
  uid: string
  name: string
  givenName: string
  familyName: string
  alsoKnownAs: string
  firmId: number | null
  firm: string
  firmKind: string
}

/** @throws AppError not-found; people in the bin can be erased too */
function readGoing(sqlite: ReadingSqlite, id: number): Going {
  const person = sqlite
    .prepare(
      `SELECT p.id AS id, p.uid AS uid, p.name AS name, p.given_name AS givenName, p.family_name AS familyName,
         p.also_known_as AS alsoKnownAs, p.firm_id AS firmId, coalesce(f.name, '') AS firm,
         coalesce(f.kind, '') AS firmKind
       FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.id = ?`,
    )
    .get(id) as Going | undefined
  if (!person) throw new AppError('not-found', { id })
  return person
}

/**
 * What erasing somebody takes with it, and where they stay all the same.
 * @throws AppError not-found
 */
export function describeErasing(
  _db: Reader,
  { id }: ParsedInput<'people.erasing'>,
  { sqlite }: QueryContext,
): CallOutput<'people.erasing'> {
  const { name, firm } = readGoing(sqlite, id)
  const count = (sql: string) => sqlite.prepare(sql).pluck().get({ id }) as number
  return {
    name: nameFact({ name, firm }),
    touches: count('SELECT count(*) FROM touches WHERE person_id = :id'),
    jobs: count('SELECT count(*) FROM jobs WHERE person_id = :id'),
    nextSteps: count('SELECT count(*) FROM next_steps WHERE person_id = :id'),
    namedBy: count('SELECT count(*) FROM referrals WHERE person_id = :id AND referrer_id <> :id'),
    sheets: count(
      `SELECT count(DISTINCT r.sheet_id) FROM call_sheet_rows r JOIN call_sheets s ON s.id = r.sheet_id
       WHERE r.person_id = :id AND s.printed_at IS NOT NULL`,
    ),
    backups: count('SELECT count(*) FROM backups WHERE :id IS NOT NULL'),
  }
}

/**
 * Erases somebody. Nothing of it is kept for Undo, and nobody can bring them back but an older copy of the file.
 * @throws AppError not-found
 */
export function erasePerson(
  _db: Writer,
  { id, someone }: ParsedInput<'people.erase'>,
  context: CommandContext,
): Record<string, never> {
  const { sqlite, clock } = context
  const person = readGoing(sqlite, id)
  context.leaveNoTrace(
    ['people', 'focus-list', 'touches', 'jobs', 'call-sheets', 'referrals', 'import-export'],
    () => {
      const words = readWords(sqlite, person)
      const named = sqlite
        .prepare('SELECT referrer_id FROM referrals WHERE person_id = ? AND referrer_id <> person_id')
        .pluck()
        .all(id) as number[]
      const changed = [
        ...suppress(sqlite, person, clock.today(), clock.now()),
        ...keepCredit(sqlite, id),
        ...forgetWords(sqlite, person, { words, someone }),
      ]
      const firmId = firmGoes(sqlite, person) ? person.firmId : null
      deleteForGood(sqlite, [id])
      if (firmId !== null) changed.push(...dropFirm(sqlite, firmId))
      writeRowHashes(sqlite, changed)
      refreshStandings(sqlite, named, clock.today())
      forgetCommands(sqlite, words)
      // What a search index forgot is still in its blocks until they are written anew.
      sqlite.exec("INSERT INTO people_search (people_search) VALUES ('optimize')")
      sqlite.exec("INSERT INTO touch_search (touch_search) VALUES ('optimize')")
    },
  )
  return {}
}

/** Somebody without a name is known by the firm. */
const calledAs = ({ name, firm }: Going) => name || firm

/** The names, phones and mails they were known by, as typed and as compared. */
function readWords(sqlite: ReadingSqlite, person: Going): string[] {
  const contacts = sqlite
    .prepare(
      "SELECT value, normalised FROM contact_points WHERE person_id = ? AND kind IN ('phone', 'email')",
    )
    .all(person.id) as { value: string; normalised: string }[]
  const all = [
    calledAs(person),
    ...(firmGoes(sqlite, person) ? [person.firm] : []),
    ...person.alsoKnownAs.split(', '),
    ...contacts.flatMap(({ value, normalised }) => [value, normalised]),
  ]
  // Shorter ones stand in the words of others, too.
  return [...new Set(all.map((word) => word.trim()).filter((word) => word.length > 3))]
}

/** Keeps hashes of what tells them again, by each name they had. */
function suppress(sqlite: Sqlite, person: Going, today: string, now: string): ChangedRow[] {
  const contacts = sqlite
    .prepare('SELECT kind, normalised FROM contact_points WHERE person_id = ?')
    .all(person.id) as { kind: string; normalised: string }[]
  const uids = sqlite
    .prepare(
      `SELECT vcard_uid FROM import_rows WHERE person_id = :id AND vcard_uid IS NOT NULL
       UNION SELECT gone_uid FROM merged_people WHERE person_id = :id UNION SELECT :uid`,
    )
    .pluck()
    .all({ id: person.id, uid: person.uid }) as string[]
  const names = [person.name, ...person.alsoKnownAs.split(', ').filter((name) => name !== '')]
  const nameKeys = names.map((name) => makeNameKey(name, person.firm))
  const insert = sqlite
    .prepare(
      'INSERT INTO suppressions (uid, key_hash, added_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING id',
    )
    .pluck()
  const ids = hashErased({ nameKeys, contacts, uids }).map((key) =>
    insert.get(makeUid(Date.parse(now)), key, today),
  ) as (number | undefined)[]
  return ids.flatMap((id) => (id === undefined ? [] : [{ table: 'suppressions' as const, id }]))
}

/** Who named them goes on having named somebody: thanks, and the count of names, do not hang on who it was. */
function keepCredit(sqlite: Sqlite, id: number): ChangedRow[] {
  const ids = sqlite
    .prepare(
      'UPDATE referrals SET person_id = NULL WHERE person_id = :id AND referrer_id <> :id RETURNING id',
    )
    .pluck()
    .all({ id }) as number[]
  return ids.map((row) => ({ table: 'referrals', id: row }))
}

/** Takes their name out of what the program wrote for others, and of what was typed and not saved yet. */
function forgetWords(
  sqlite: Sqlite,
  person: Going,
  { words, someone }: { words: string[]; someone: string },
): ChangedRow[] {
  const changed: ChangedRow[] = []
  const update = sqlite
    .prepare(
      `UPDATE call_sheet_rows SET reason = replace(reason, :word, :someone), bring = replace(bring, :word, :someone),
         learn = replace(learn, :word, :someone), channel = replace(channel, :word, :someone)
       WHERE instr(reason || bring || learn || channel, :word) > 0 RETURNING id`,
    )
    .pluck()
  const places = sqlite
    .prepare(
      `UPDATE call_sheet_places SET words = replace(words, :word, :someone)
       WHERE instr(words, :word) > 0 RETURNING id`,
    )
    .pluck()
  const drafts = sqlite.prepare(
    "UPDATE drafts SET value = replace(value, :word, '') WHERE instr(value, :word) > 0",
  )
  for (const word of words) {
    drafts.run({ word })
    if (word !== calledAs(person)) continue
    for (const id of update.all({ word, someone }) as number[]) changed.push({ table: 'call_sheet_rows', id })
    for (const id of places.all({ word, someone }) as number[])
      changed.push({ table: 'call_sheet_places', id })
  }
  changed.push(...forgetAtPlaces(sqlite, person, someone))
  return changed
}

/** A sheet's line of a place calls those who go there by their first names. */
function forgetAtPlaces(sqlite: Sqlite, { id, name, givenName }: Going, someone: string): ChangedRow[] {
  const given = givenName || guessGivenName(name)
  if (given === '') return []
  const lines = sqlite
    .prepare(
      `SELECT s.id AS id, s.words AS words FROM place_people g JOIN call_sheet_places s ON s.place_id = g.place_id
       WHERE g.person_id = ?`,
    )
    .all(id) as { id: number; words: string }[]
  const update = sqlite.prepare('UPDATE call_sheet_places SET words = ? WHERE id = ?')
  return lines.flatMap((line): ChangedRow[] => {
    const words = leaveOff(line.words, { notes: [], names: [given] }).replaceAll(unnamed, () => someone)
    if (words === line.words) return []
    update.run(words, line.id)
    return [{ table: 'call_sheet_places', id: line.id }]
  })
}

/** A household or a firm that was only theirs, or bears their name, does not go on saying who they were. */
function firmGoes(sqlite: ReadingSqlite, person: Going): boolean {
  const facts = sqlite
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM people WHERE firm_id = :firmId AND id <> :id) AS used,
         f.note = '' AND NOT EXISTS (SELECT 1 FROM contact_points WHERE firm_id = :firmId)
           AND NOT EXISTS (SELECT 1 FROM jobs WHERE firm_id = :firmId AND person_id <> :id) AS empty
       FROM firms f WHERE f.id = :firmId`,
    )
    .get({ firmId: person.firmId, id: person.id }) as { used: 0 | 1; empty: 0 | 1 } | undefined
  return facts !== undefined && facts.used === 0 && (facts.empty === 1 || isTheirs(person))
}

function dropFirm(sqlite: Sqlite, firmId: number): ChangedRow[] {
  const idsOf = (sql: string) => sqlite.prepare(sql).pluck().all(firmId) as number[]
  const jobs = idsOf('UPDATE jobs SET firm_id = NULL WHERE firm_id = ? RETURNING id')
  const points = idsOf('DELETE FROM contact_points WHERE firm_id = ? RETURNING id')
  sqlite.prepare('DELETE FROM firms WHERE id = ?').run(firmId)
  return [
    ...jobs.map((id) => ({ table: 'jobs' as const, id })),
    ...points.map((id) => ({ table: 'contact_points' as const, id })),
    { table: 'firms', id: firmId },
  ]
}

function isTheirs({ name, familyName, firm, firmKind }: Going): boolean {
  if (firmKind === 'household' || name === '') return true
  const holds = (part: string) => part !== '' && ` ${foldText(firm)} `.includes(` ${foldText(part)} `)
  return holds(name) || holds(familyName) || holds(name.trim().split(/\s+/).at(-1) ?? '')
}

/** Undo goes back no further than what was last said of them. */
function forgetCommands(sqlite: Sqlite, words: string[]): void {
  const newest = sqlite
    .prepare(
      `SELECT max(c.id) FROM commands c WHERE EXISTS (SELECT 1 FROM json_each(?) w
         WHERE instr(coalesce(c.message, '') || coalesce(c.result, ''), w.value) > 0)
         OR EXISTS (SELECT 1 FROM row_images i, json_each(?) w WHERE i.command_id = c.id AND instr(i.image, w.value) > 0)`,
    )
    .pluck()
    .get(JSON.stringify(words), JSON.stringify(words)) as number | null
  if (newest === null) return
  sqlite.prepare('DELETE FROM row_images WHERE command_id <= ?').run(newest)
  sqlite.prepare('UPDATE commands SET message = NULL, result = NULL WHERE id <= ?').run(newest)
}
