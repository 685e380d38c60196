// Statements prepared once for each connection: preparing costs more than running one, and every command runs dozens.

import type { Statement } from 'better-sqlite3'
import type { ReadingSqlite, ReadingStatement, Sqlite } from './store.ts'

const prepared = new WeakMap<ReadingSqlite, Map<string, ReadingStatement>>()

/** The statement of this text; its mode (pluck, raw) stays as last set, so each text is used in one mode. */
export function prepareOnce(sqlite: Sqlite, sql: string): Statement<unknown[]>
export function prepareOnce(sqlite: ReadingSqlite, sql: string): ReadingStatement
export function prepareOnce(sqlite: ReadingSqlite, sql: string): ReadingStatement {
  let statements = prepared.get(sqlite)
  if (!statements) {
    statements = new Map()
    prepared.set(sqlite, statements)
  }
  let statement = statements.get(sql)
  if (!statement) {
    statement = sqlite.prepare(sql)
    statements.set(sql, statement)
  }
  return statement
}
