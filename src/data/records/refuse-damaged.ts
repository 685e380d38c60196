// A record with a row that does not fit its hash is not told as a fact: it is refused, and the owner is asked about it.
import { AppError } from '../../shared/errors.ts'
import { prepareOnce } from '../engine/prepare-once.ts'
import { findDamagedAmong, findDamagedOf } from '../engine/row-hashes.ts'
import type { ReadingSqlite } from '../engine/store.ts'
import { listKeysAt, type OwnerTable, ownerTables } from '../engine/tables.ts'

/** Long stories, checked where they are told, a page at a time. */
const toldElsewhere = new Set<OwnerTable>(['touches', 'call_sheet_rows'])

/** Where a person's rows are, and by which column. */
const partsOfPerson = listKeysAt('people').filter(({ table }) => !toldElsewhere.has(table))

function refuse(count: number): void {
  if (count > 0) throw new AppError('rows-damaged', { count })
}

/**
 * Everything a person's page says, their touches left out.
 * @throws AppError rows-damaged
 */
export function refuseDamagedPerson(sqlite: ReadingSqlite, personId: number): void {
  const firmId = prepareOnce(sqlite, 'SELECT firm_id FROM people WHERE id = ?').pluck().get(personId)
  const firms = typeof firmId === 'number' ? [firmId] : []
  refuse(
    findDamagedAmong(sqlite, 'people', [personId]).length +
      findDamagedAmong(sqlite, 'firms', firms).length +
      findDamagedOf(sqlite, { table: 'contact_points', column: 'firm_id' }, firms[0] ?? 0).length +
      partsOfPerson.reduce((count, part) => count + findDamagedOf(sqlite, part, personId).length, 0),
  )
}

/** What people are called and how they are reached. @throws AppError rows-damaged */
export function refuseDamagedContacts(sqlite: ReadingSqlite, personIds: readonly number[]): void {
  const firms = prepareOnce(
    sqlite,
    'SELECT DISTINCT firm_id FROM people WHERE firm_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .all(JSON.stringify(personIds)) as number[]
  const points = prepareOnce(
    sqlite,
    'SELECT id FROM contact_points WHERE person_id IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .all(JSON.stringify(personIds)) as number[]
  refuseDamagedRows(sqlite, 'people', personIds)
  refuseDamagedRows(sqlite, 'firms', firms)
  refuseDamagedRows(sqlite, 'contact_points', points)
}

/** Some rows of a table. @throws AppError rows-damaged */
export function refuseDamagedRows(sqlite: ReadingSqlite, table: OwnerTable, ids: readonly number[]): void {
  const there = prepareOnce(
    sqlite,
    `SELECT count(*) FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
  )
    .pluck()
    .get(JSON.stringify(ids)) as number
  // An index that was damaged names rows that are not there.
  refuse(findDamagedAmong(sqlite, table, ids).length + new Set(ids).size - there)
}

/** What paper says of people, their touches too: it cannot be taken back. @throws AppError rows-damaged */
export function refuseDamagedOnPaper(sqlite: ReadingSqlite, personIds: readonly number[]): void {
  for (const id of personIds) {
    refuseDamagedPerson(sqlite, id)
    refuse(findDamagedOf(sqlite, { table: 'touches', column: 'person_id' }, id).length)
  }
}

/** A whole table, small by nature. @throws AppError rows-damaged */
export function refuseDamagedTable(sqlite: ReadingSqlite, table: OwnerTable): void {
  const ids = prepareOnce(sqlite, `SELECT id FROM ${table}`).pluck().all() as number[]
  refuse(findDamagedAmong(sqlite, table, ids).length)
}

/** Whether somebody may mean a table of the owner's. */
export const isOwnerTable = (name: string): name is OwnerTable =>
  (ownerTables as readonly string[]).includes(name)
