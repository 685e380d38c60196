// The bin: people thrown away are kept thirty days, then everything that hangs on them is really deleted.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../engine/contexts.ts'
import { findDamagedAmong, writeRowHashes } from '../engine/row-hashes.ts'
import { raiseChangeNumber } from '../engine/settle-changes.ts'
import { readStandingsDay, refreshAllStandings } from '../engine/standing.ts'
import type { ChangedRow, Reader, Sqlite, Writer } from '../engine/store.ts'
import { listKeysAt, nameRow, type OwnerTable, references } from '../engine/tables.ts'
import { readVouchedTime } from '../engine/vouched-time.ts'
import { parkIfFull } from '../focus-list/focus-list.ts'
import { readPersonName } from '../records/person-records.ts'

/** Days a person stays in the bin. */
const binDays = 30

/** People in the bin, the latest first. */
export async function listBin(db: Reader): Promise<CallOutput<'people.bin'>> {
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['p.id', 'p.name', 'f.name as firm', 'p.deleted_at as deletedAt'])
    .where('p.deleted_at', 'is not', null)
    .orderBy('p.deleted_at', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, firm: row.firm ?? '', deletedAt: row.deletedAt ?? '' }))
}

/** @throws AppError not-found */
export async function moveToBin(
  db: Writer,
  { id }: ParsedInput<'people.moveToBin'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const name = await readPersonName(db, id)
  const moved = await db
    .updateTable('people')
    .set({ deleted_at: context.clock.now() })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new AppError('not-found')
  context.say('people.movedToBin', { name })
  return {}
}

/**
 * Out of the bin, and back on the focus list if there is room for them still.
 * @throws AppError not-found
 */
export async function bringBack(
  db: Writer,
  { id, noRoom }: ParsedInput<'people.bringBack'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const name = await readPersonName(db, id)
  const back = await db
    .updateTable('people')
    .set({ deleted_at: null })
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
  if (back.numUpdatedRows === 0n) return {}
  const isParked = await parkIfFull(db, id, noRoom, context)
  context.say(isParked ? 'people.broughtBackNoRoom' : 'people.broughtBack', { name })
  return {}
}

/** The columns by which a row belongs to a person and goes with them; the tables whose rows others name come last. */
const ownersOf = new Map<OwnerTable, string[]>([
  ...[...Map.groupBy(listKeysAt('people'), ({ table }) => table)]
    .reverse()
    .map(([table, keys]): [OwnerTable, string[]] => [table, keys.map(({ column }) => column)]),
  ['people', ['id']],
])

/** Where a row that stays may name one that goes: the column is emptied. */
const pointers = references.filter(({ at, isKey }) => (isKey ? at !== 'people' : true) && ownersOf.has(at))

/**
 * Deletes for good who has been in the bin for thirty days, in one transaction; answers how many.
 * For the opening of a file, before its commands are run: the log of undo must not see it.
 * A clock that is months ahead for a day deletes nobody.
 * @param now the instant as UTC ISO text
 */
export function emptyOldBin(sqlite: Sqlite, now: string): number {
  const vouched = readVouchedTime(sqlite, now)
  if (vouched === null) return 0
  const before = Temporal.Instant.from(vouched).subtract({ hours: binDays * 24 })
  const due = sqlite
    .prepare('SELECT id FROM people WHERE deleted_at IS NOT NULL AND deleted_at < ?')
    .pluck()
    .all(before.toString({ fractionalSecondDigits: 3 })) as number[]
  if (due.length === 0) return 0
  sqlite.transaction(() => deleteForGood(sqlite, due)).immediate()
  return due.length
}

/** Deletes people and all that hangs on them, with what the log of undo kept of it. */
export function deleteForGood(sqlite: Sqlite, personIds: number[]): void {
  sqlite.pragma('defer_foreign_keys = ON')
  const people = JSON.stringify(personIds)
  const idsIn = (table: OwnerTable, owners: string[]) =>
    sqlite
      .prepare(
        `SELECT id FROM ${table} WHERE ${owners.map((owner) => `${owner} IN (SELECT value FROM json_each(:people))`).join(' OR ')}`,
      )
      .pluck()
      .all({ people }) as number[]
  const going = new Map([...ownersOf].map(([table, owners]) => [table, idsIn(table, owners)]))

  const damaged = listDamagedPointers(sqlite, going)
  const changed: ChangedRow[] = []
  // What an import knew of them goes as well; the row stays, so that the sums of the import hold.
  sqlite
    .prepare(
      `UPDATE import_rows SET fingerprint = NULL, vcard_uid = NULL, written = json_remove(written, '$.filled', '$.note', '$.fields', '$.consents')
       WHERE person_id IN (SELECT value FROM json_each(?))`,
    )
    .run(people)
  for (const [table, ids] of going) {
    sqlite
      .prepare(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
      .run(JSON.stringify(ids))
    changed.push(...ids.map((id) => ({ table, id })))
  }
  for (const { table, column, at } of pointers) {
    const ids = sqlite
      .prepare(
        `UPDATE ${table} SET ${column} = NULL WHERE ${column} IN (SELECT value FROM json_each(?)) RETURNING id`,
      )
      .pluck()
      .all(JSON.stringify(going.get(at) ?? [])) as number[]
    changed.push(...ids.map((id) => ({ table, id })))
  }
  // A damaged row that stays is no sounder for naming them no more.
  writeRowHashes(
    sqlite,
    changed.filter((row) => !damaged.has(nameRow(row))),
  )
  for (const id of personIds) {
    sqlite.prepare('DELETE FROM person_summaries WHERE person_id = ?').run(id)
    sqlite.prepare('DELETE FROM people_search WHERE rowid = ?').run(id)
    // As text: a number would be bound as 7.0.
    sqlite.prepare("DELETE FROM drafts WHERE key = 'log-box:' || ?").run(String(id))
  }
  for (const id of going.get('touches') ?? [])
    sqlite.prepare('DELETE FROM touch_search WHERE rowid = ?').run(id)
  forgetImagesOf(sqlite, changed, going)
  // Names that others gave may have gone with them.
  const day = readStandingsDay(sqlite)
  if (day !== null) refreshAllStandings(sqlite, day)
  raiseChangeNumber(sqlite)
}

/** Rows that stay and name what goes, by name, when the disk has changed them; before anything is written. */
function listDamagedPointers(sqlite: Sqlite, going: Map<OwnerTable, number[]>): Set<string> {
  return new Set(
    pointers.flatMap(({ table, column, at }) => {
      const pointing = sqlite
        .prepare(`SELECT id FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`)
        .pluck()
        .all(JSON.stringify(going.get(at) ?? [])) as number[]
      return findDamagedAmong(sqlite, table, pointing).map((id) => nameRow({ table, id }))
    }),
  )
}

/**
 * The newest command that touched what goes, or a row that hung on it then, can no longer be taken back, nor can any
 * before it: they would put back rows that something else stands on now. Nothing of them is kept. Whoever goes has
 * long been in the bin, so this is about commands of weeks ago.
 */
function forgetImagesOf(sqlite: Sqlite, rows: ChangedRow[], going: Map<OwnerTable, number[]>): void {
  const gone = new Set(rows.map(nameRow))
  const hangsOn = makeHangsOn(going)
  const images = sqlite
    .prepare('SELECT command_id, table_name, row_id, image FROM row_images ORDER BY command_id DESC')
    .raw(true)
  let newest = 0
  for (const [commandId, table, id, image] of images.iterate() as Iterable<
    [number, OwnerTable, number, string | null]
  >) {
    if (!gone.has(nameRow({ table, id })) && (image === null || !hangsOn(table, image))) continue
    newest = commandId
    break
  }
  sqlite.prepare('DELETE FROM row_images WHERE command_id <= ?').run(newest)
  sqlite.prepare('UPDATE commands SET message = NULL, result = NULL WHERE id <= ?').run(newest)
}

/** Whether a row, as it was, referred to one of those that go. */
function makeHangsOn(going: Map<OwnerTable, number[]>): (table: OwnerTable, image: string) => boolean {
  const people = new Set(going.get('people'))
  const references = [
    ...[...ownersOf].flatMap(([table, owners]) => owners.map((column) => ({ table, column, ids: people }))),
    ...pointers.map(({ table, column, at }) => ({ table, column, ids: new Set(going.get(at)) })),
  ]
  const byTable = Map.groupBy(references, ({ table }) => table)
  return (table, image) => {
    const columns = byTable.get(table)
    if (!columns) return false
    const row = JSON.parse(image) as Record<string, number>
    return columns.some(({ column, ids }) => ids.has(row[column]!))
  }
}
