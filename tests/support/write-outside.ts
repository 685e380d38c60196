// Writes rows for which there is no command yet, on a connection of its own: commands alone may write on the store's.
import Database from 'better-sqlite3'
import type { TestStore } from './make-store.ts'

export function writeOutside({ store }: TestStore, sql: string, ...values: unknown[]): void {
  const sqlite = new Database(store.file)
  try {
    sqlite.pragma('foreign_keys = ON')
    sqlite.prepare(sql).run(...values)
  } finally {
    sqlite.close()
  }
}
