// What follows from changed rows, in the same transaction: hashes, summaries, search, and the areas to read anew.
import type { Area } from '../../shared/contract/events.ts'
import { workInSlices } from './breathe.ts'
import { prepareOnce } from './prepare-once.ts'
import { findDamagedBefore, markDamaged, writeRowHashes } from './row-hashes.ts'
import { type LoggedRow, listChangedRows, listDoubtfulImages, markDoubtfulImages } from './row-images.ts'
import { indexPeople, indexTouches } from './search-index.ts'
import { readStandingsDay, refreshAllStandings, refreshStandings } from './standing.ts'
import type { ChangedRow, Sqlite } from './store.ts'
import { refreshSummaries } from './summaries.ts'
import { areasOf, nameRow, summarisedTables } from './tables.ts'

/** A command whose rows are settled. */
export interface Settled {
  commandRow: number
  /** The command that it takes back or brings back. */
  reverses: number | null
  /** Rows, by name, that the owner has looked at: they are sound from now on, whatever they were before. */
  vouched: ReadonlySet<string>
}

const isThere = (sqlite: Sqlite, { table, id }: ChangedRow) =>
  prepareOnce(sqlite, `SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined

/**
 * A row that did not fit its hash before the command keeps the hash it had: what a disk has changed must not become
 * the owner's own by being touched. Nor does it by Undo.
 */
function hashChanged(
  sqlite: Sqlite,
  slice: readonly LoggedRow[],
  { commandRow, vouched }: Pick<Settled, 'commandRow' | 'vouched'>,
): void {
  const damaged = findDamagedBefore(sqlite, slice)
  markDoubtfulImages(sqlite, commandRow, damaged)
  const kept = new Set(damaged.map(nameRow).filter((row) => !vouched.has(row)))
  writeRowHashes(
    sqlite,
    slice.filter((row) => !kept.has(nameRow(row)) || !isThere(sqlite, row)),
  )
}

/** What follows from changed rows, in the same transaction: hashes, summaries, search; answers the areas to refresh. */
export async function settleChanges(sqlite: Sqlite, settled: Settled, today: string): Promise<Area[]> {
  const { commandRow, reverses } = settled
  const changed = listChangedRows(sqlite, commandRow)
  const areas = new Set<Area>()
  for (const { table } of changed) for (const area of areasOf(table)) areas.add(area)
  await workInSlices(changed, (slice) => hashChanged(sqlite, slice, settled))
  if (reverses !== null) {
    const back = new Set(changed.map(nameRow))
    markDamaged(
      sqlite,
      listDoubtfulImages(sqlite, reverses).filter((row) => back.has(nameRow(row)) && isThere(sqlite, row)),
    )
  }
  const { summarise, search } = listAffectedPeople(sqlite, commandRow, changed)
  await workInSlices(summarise, (slice) => {
    refreshSummaries(sqlite, slice)
    refreshStandings(sqlite, slice, today)
  })
  // A window left open over night tells the new day's standings with its first command.
  if (
    areas.size > 0 &&
    (changed.some((row) => row.table === 'closed_periods') || readStandingsDay(sqlite) !== today)
  ) {
    refreshAllStandings(sqlite, today)
  }
  await workInSlices(search, (slice) => indexPeople(sqlite, slice))
  const touchIds = changed.filter((row) => row.table === 'touches').map((row) => row.id)
  await workInSlices(touchIds, (slice) => indexTouches(sqlite, slice))
  return [...areas]
}

/** Owners of changed rows, as they are now and as they were before (a row may have moved or gone). */
function listAffectedPeople(sqlite: Sqlite, commandRow: number, changed: ChangedRow[]) {
  const summarise = new Set<number>()
  const search = new Set<number>()
  const ownersOf = (table: string, column: string) =>
    prepareOnce(
      sqlite,
      `SELECT t.${column} FROM row_images i JOIN ${table} t ON t.id = i.row_id
           WHERE i.command_id = :command AND i.table_name = '${table}' AND t.${column} IS NOT NULL
         UNION SELECT image ->> '$.${column}' FROM row_images
           WHERE command_id = :command AND table_name = '${table}' AND image ->> '$.${column}' IS NOT NULL`,
    )
      .pluck()
      .all({ command: commandRow }) as number[]
  const tables = new Set(changed.map((row) => row.table))
  for (const row of changed) {
    if (row.table !== 'people') continue
    summarise.add(row.id)
    search.add(row.id)
  }
  for (const { table, column } of summarisedTables) {
    if (tables.has(table)) for (const id of ownersOf(table, column)) summarise.add(id)
  }
  // A place that goes, or comes back, is one answer less or more for those who go there.
  if (tables.has('places')) {
    const goers = prepareOnce(
      sqlite,
      `SELECT DISTINCT g.person_id FROM row_images i JOIN place_people g ON g.place_id = i.row_id
         LEFT JOIN places l ON l.id = i.row_id
       WHERE i.command_id = ? AND i.table_name = 'places' AND i.image ->> '$.deleted_at' IS NOT l.deleted_at`,
    ).pluck()
    for (const id of goers.all(commandRow) as number[]) summarise.add(id)
  }
  for (const table of ['contact_points', 'file_fields'] as const) {
    if (tables.has(table)) for (const id of ownersOf(table, 'person_id')) search.add(id)
  }
  const firms = new Set(changed.filter((row) => row.table === 'firms').map((row) => row.id))
  if (tables.has('contact_points')) for (const id of ownersOf('contact_points', 'firm_id')) firms.add(id)
  const members = prepareOnce(sqlite, 'SELECT id FROM people WHERE firm_id = ?').pluck()
  for (const firm of firms) for (const id of members.all(firm) as number[]) search.add(id)
  const ascending = (ids: Set<number>) => [...ids].sort((a, b) => a - b)
  // Ascending: the search index takes tenfold the time to forget people from the last to the first.
  return { summarise: ascending(summarise), search: ascending(search) }
}

/** Counts committed commands; a backup carries it, so that older and newer copies are told apart without clocks. */
export function raiseChangeNumber(sqlite: Sqlite): number {
  const raise = prepareOnce(
    sqlite,
    `INSERT INTO bookkeeping (key, value) VALUES ('change_number', '1')
     ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1 RETURNING value`,
  )
  return Number(raise.pluck().get())
}
