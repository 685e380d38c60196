// Brings a data file to this program's schema: verified copy first, all steps in one transaction, or nothing.

import { renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { type Migration, migrations } from '../migrations/index.ts'
import { syncFile } from './durable-files.ts'
import { applicationId, standsAlone } from './file-head.ts'
import { reportViews } from './report-views.ts'
import { findDamagedRows, listTablesOf, writeRowHashes } from './row-hashes.ts'
import type { ChangedRow } from './store.ts'
import { nameRow } from './tables.ts'

export const schemaVersion = migrations.at(-1)!.version

export interface MigrateOptions {
  file: string
  /** UTC ISO text. */
  now: string
  /** Another list than the program's own, for tests of the runner. */
  steps?: readonly Migration[]
}

/**
 * Runs the pending steps in one BEGIN IMMEDIATE transaction; a file with data is checked and copied first.
 * @throws AppError migration-failed, with the file as it was
 */
export async function migrate(sqlite: Database.Database, options: MigrateOptions): Promise<void> {
  const steps = options.steps ?? migrations
  const from = Number(sqlite.pragma('user_version', { simple: true }))
  const pending = steps.filter((step) => step.version > from)
  if (pending.length === 0) return
  try {
    if (from > 0) {
      refuseBrokenFile(sqlite)
      await copyBeforeMigration(sqlite, options, from)
    }
    sqlite.exec('BEGIN IMMEDIATE')
    applySteps(sqlite, pending, options.now)
    sqlite.exec('COMMIT')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw new AppError('migration-failed', { file: options.file, version: from }, { cause: error })
  }
}

/**
 * Inside the caller's transaction: the steps, the views on top of them, and what says whose file this is. Sound rows
 * are hashed in their new shape; a damaged row keeps the hash that does not fit it, and so stays marked.
 */
export function applySteps(sqlite: Database.Database, steps: readonly Migration[], now: string): void {
  dropReportViews(sqlite)
  const damaged = listDamagedRows(sqlite)
  sqlite.exec('CREATE TEMP TABLE damaged_rows (table_name TEXT NOT NULL, row_id INTEGER NOT NULL)')
  const mark = sqlite.prepare('INSERT INTO damaged_rows VALUES (?, ?)')
  for (const { table, id } of damaged) mark.run(table, id)
  for (const step of steps) {
    sqlite.exec(step.sql)
    sqlite.pragma(`user_version = ${step.version}`)
  }
  sqlite.exec('DROP TABLE damaged_rows')
  hashSoundRows(sqlite, damaged)
  // Undo images are rows of the old schema: they cannot be replayed into the new one.
  sqlite.exec('DELETE FROM row_images; DELETE FROM commands')
  sqlite.exec(reportViews)
  const broken = sqlite.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`${broken.length} broken references`)
  sqlite.pragma(`application_id = ${applicationId}`)
  const note = sqlite.prepare(
    'INSERT INTO bookkeeping (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  note.run('migrated_at', now)
  // Said twice, so that a bit that flips in one of them is no newer version.
  note.run('schema_version', String(sqlite.pragma('user_version', { simple: true })))
}

function dropReportViews(sqlite: Database.Database): void {
  const views = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'report\\_%' ESCAPE '\\'")
    .pluck()
    .all() as string[]
  for (const view of views) sqlite.exec(`DROP VIEW ${view}`)
}

/** A file whose pages do not hold together is no ground to build on. */
function refuseBrokenFile(sqlite: Database.Database): void {
  const verdict = sqlite.pragma('integrity_check', { simple: true })
  if (verdict !== 'ok') throw new Error(`integrity check: ${verdict}`)
}

/** In every table of the owner's that the file has by now. */
function listDamagedRows(sqlite: Database.Database): ChangedRow[] {
  return listTablesOf(sqlite).flatMap((table) => findDamagedRows(sqlite, table).map((id) => ({ table, id })))
}

/** Rows that a step gave another shape do not fit their hashes any more: all but those that did not before. */
function hashSoundRows(sqlite: Database.Database, damaged: readonly ChangedRow[]): void {
  const before = new Set(damaged.map(nameRow))
  writeRowHashes(
    sqlite,
    listDamagedRows(sqlite).filter((row) => !before.has(nameRow(row))),
  )
}

/** Equal for a file and its copy; every other row still fits its hash. */
const nameDamagedRows = (sqlite: Database.Database) => listDamagedRows(sqlite).map(nameRow).join()

/** A copy that was not reopened and checked does not count: then nothing is migrated. */
async function copyBeforeMigration(
  sqlite: Database.Database,
  options: MigrateOptions,
  from: number,
): Promise<void> {
  const stamp = options.now.replaceAll(/[:.]/g, '-')
  const target = `${options.file}.before-version-${from + 1}-${stamp}`
  const part = `${target}.part`
  try {
    await sqlite.backup(part)
    const copy = new Database(part)
    try {
      copy.pragma('journal_mode = DELETE')
      refuseBrokenFile(copy)
      if (nameDamagedRows(copy) !== nameDamagedRows(sqlite))
        throw new Error('the copy holds other rows than the file')
      if (Number(copy.pragma('user_version', { simple: true })) !== from)
        throw new Error('the copy is of another version')
    } finally {
      copy.close()
    }
    syncFile(part)
    if (!standsAlone(part)) throw new Error('the copy did not reach the disk as one file')
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
