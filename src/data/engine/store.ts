// What the engine passes around: the two connections, by what each may do, and the rows a command changed.

import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { AppError } from '../../shared/errors.ts'
import type { ChangeFile } from './change-file.ts'
import type { Lock } from './lock.ts'
import type { Schema } from './schema.ts'
import type { OwnerTable } from './tables.ts'

/** Reads only: writing through it does not compile. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'fn'>
/** Reads and writes inside a running command; transactions belong to the command runner alone. */
export type Writer = Omit<Kysely<Schema>, 'transaction' | 'startTransaction' | 'connection' | 'destroy'>

export type Sqlite = Database.Database

/** A statement that can be asked, not run. */
export interface ReadingStatement {
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  iterate(...values: unknown[]): IterableIterator<unknown>
  pluck(toggle?: boolean): this
  raw(toggle?: boolean): this
}

/** For hand-written SQL that reads: a connection opened read-only, or the writer lent to somebody who only looks. */
export interface ReadingSqlite {
  prepare(sql: string): ReadingStatement
}

export interface Store {
  file: string
  folder: string
  /** The one writing connection. */
  sqlite: Sqlite
  writer: Writer
  /** Opened read-only: sees the last commit, and answers while a long command runs. */
  readerSqlite: Sqlite
  reader: Reader
  /** Counts along outside the file. */
  changes: ChangeFile
  /** Why only queries are answered, from a copy in memory; null when all is as ever. */
  readOnly: 'full' | 'forbidden' | null
  /** Why a restored file did not stay, found out at this opening; the file is the one from before. */
  refusal: AppError | null
  close(): void
  /** Closes the file alone: the folder stays ours. */
  closeFile(): Lock
}

export interface ChangedRow {
  table: OwnerTable
  id: number
}
