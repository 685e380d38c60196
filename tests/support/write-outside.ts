// Writes rows for which there is no command yet, on a connection of its own: commands alone may write on the store's.
import Database from 'better-sqlite3'
import { findDamagedRows, writeRowHashes } from '../../src/data/engine/row-hashes.ts'
import { ownerTables } from '../../src/data/engine/tables.ts'
import type { TestStore } from './make-store.ts'

/** One statement; its rows are sealed as a command's are. */
export function writeOutside({ store }: TestStore, sql: string, ...values: unknown[]): void {
  const sqlite = new Database(store.file)
  try {
    sqlite.pragma('foreign_keys = ON')
    sqlite.prepare(sql).run(...values)
    sealRows(sqlite)
  } finally {
    sqlite.close()
  }
}

/** Gives every row that a test wrote by hand the hash that a command would have given it. */
export function sealRows(sqlite: Database.Database): void {
  for (const table of ownerTables) {
    writeRowHashes(
      sqlite,
      findDamagedRows(sqlite, table).map((id) => ({ table, id })),
    )
  }
}
