// Undo below the areas: TEMP triggers log each row as it was before a command, and replay puts it back.

import { breathe } from './breathe.ts'
import { prepareOnce } from './prepare-once.ts'
import type { ChangedRow, Sqlite } from './store.ts'
import { keptColumns, type OwnerTable, ownerTables } from './tables.ts'

/** While a command works that must leave no trace, its rows are not logged. */
export const unlogged = -1

/** The command whose rows are being logged; 0 outside commands, where nothing may write an owner's table. */
export interface RunningCommand {
  id: number
}

function columnsOf(sqlite: Sqlite, table: OwnerTable): string[] {
  return (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name)
}

/**
 * Makes the triggers of this connection; the file itself carries none.
 * They log images (a row's old values as JSON, NULL for a row that was not there), never SQL.
 */
export function logRowImages(sqlite: Sqlite, running: RunningCommand): void {
  sqlite.function('running_command', { deterministic: false }, () => running.id)
  const when = `WHEN running_command() <> ${unlogged}`
  for (const table of ownerTables) {
    const columns = columnsOf(sqlite, table)
    const image = columns.map((column) => `'${column}', OLD.${column}`).join(', ')
    // What is written as it was is no change: nothing to take back, nothing to settle.
    const differs = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
    const log = (row: 'OLD' | 'NEW', value: string) =>
      `INSERT INTO row_images (command_id, table_name, row_id, image) VALUES (running_command(), '${table}', ${row}.id, ${value});`
    sqlite.exec(`
      CREATE TEMP TRIGGER log_insert_${table} AFTER INSERT ON main.${table} ${when} BEGIN ${log('NEW', 'NULL')} END;
      CREATE TEMP TRIGGER log_update_${table} AFTER UPDATE ON main.${table} ${when} AND (${differs}) BEGIN ${log('OLD', `json_object(${image})`)} END;
      CREATE TEMP TRIGGER log_delete_${table} AFTER DELETE ON main.${table} ${when} BEGIN ${log('OLD', `json_object(${image})`)} END;
    `)
  }
}

/** A changed row, and the number of the image that holds what it was before the command. */
export interface LoggedRow extends ChangedRow {
  image: number
}

/** Every row a command changed, once. */
export function listChangedRows(sqlite: Sqlite, commandId: number): LoggedRow[] {
  return prepareOnce(
    sqlite,
    `SELECT table_name AS "table", row_id AS id, min(id) AS image FROM row_images
     WHERE command_id = ? GROUP BY table_name, row_id`,
  ).all(commandId) as LoggedRow[]
}

/** In an image of a row that was damaged: it must not come back as a sound one. */
const doubtfulMark = '?doubtful'

/** What a row was before the command, its columns in table order; null for one that was not there. */
export function readBefore(sqlite: Sqlite, { image }: LoggedRow): unknown[] | null {
  const before = prepareOnce(sqlite, 'SELECT image FROM row_images WHERE id = ?').pluck().get(image)
  if (typeof before !== 'string') return null
  const { [doubtfulMark]: _, ...columns } = JSON.parse(before) as Record<string, unknown>
  return Object.values(columns)
}

/** Remembers, for whoever takes this command back, that these rows were damaged before it. */
export function markDoubtfulImages(sqlite: Sqlite, commandId: number, rows: readonly ChangedRow[]): void {
  for (const { table, id } of rows) {
    prepareOnce(
      sqlite,
      `UPDATE row_images SET image = json_set(image, '$."${doubtfulMark}"', 1)
       WHERE command_id = ? AND table_name = ? AND row_id = ? AND image IS NOT NULL`,
    ).run(commandId, table, id)
  }
}

/** Rows that were damaged before a command: put back, they are damaged again. */
export function listDoubtfulImages(sqlite: Sqlite, commandId: number): ChangedRow[] {
  return prepareOnce(
    sqlite,
    `SELECT DISTINCT table_name AS "table", row_id AS id FROM row_images
     WHERE command_id = ? AND image ->> '$."${doubtfulMark}"' = 1`,
  ).all(commandId) as ChangedRow[]
}

/**
 * Puts back every row as it was before `commandId`, newest change first, inside the caller's transaction.
 * The triggers log this too, so that undoing the undo is redo.
 */
export async function replayRowImages(sqlite: Sqlite, commandId: number): Promise<void> {
  sqlite.pragma('defer_foreign_keys = ON')
  const writers = new Map<string, { put(image: string): void; remove(id: number): void }>()
  const writerOf = (table: OwnerTable) => {
    const known = writers.get(table)
    if (known) return known
    const columns = columnsOf(sqlite, table)
    const putBack = columns.filter((column) => !keptColumns(table).includes(column))
    const put = sqlite.prepare(
      `INSERT INTO ${table} (${columns.join(', ')})
       SELECT ${columns.map((column) => `:image ->> '$.${column}'`).join(', ')} WHERE true
       ON CONFLICT (id) DO UPDATE SET ${putBack.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    )
    const remove = sqlite.prepare(`DELETE FROM ${table} WHERE id = ?`)
    const made = {
      put: (image: string) => void put.run({ image }),
      remove: (id: number) => void remove.run(id),
    }
    writers.set(table, made)
    return made
  }
  const images = sqlite.prepare(
    'SELECT id, table_name AS "table", row_id AS rowId, image FROM row_images WHERE command_id = ? AND id < ? ORDER BY id DESC LIMIT 5000',
  )
  // In slices: a connection that iterates a statement cannot write at the same time.
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const slice = images.all(commandId, before) as {
      id: number
      table: OwnerTable
      rowId: number
      image: string | null
    }[]
    if (slice.length === 0) return
    for (const { table, rowId, image } of slice) {
      if (image === null) writerOf(table).remove(rowId)
      else writerOf(table).put(image)
    }
    before = slice.at(-1)!.id
    await breathe()
  }
}

/** Forgets the images of commands older than an instant (30 days); what they did stays. */
export function forgetRowImages(sqlite: Sqlite, before: string): void {
  sqlite
    .prepare('DELETE FROM row_images WHERE command_id IN (SELECT id FROM commands WHERE run_at < ?)')
    .run(before)
  sqlite
    .prepare(
      'DELETE FROM commands WHERE run_at < ? AND id NOT IN (SELECT reverses FROM commands WHERE reverses IS NOT NULL AND run_at >= ?)',
    )
    .run(before, before)
}
