// Makes a file ready to be restored: copied beside the data file, checked as a stranger's, brought to this version, compared.

import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative } from 'node:path'
import Database from 'better-sqlite3'
import type { FileSide } from '../../shared/contract/backup.ts'
import { AppError, type MessageRef } from '../../shared/errors.ts'
import type { NameIn } from '../../shared/message-key.ts'
import { copyPrivately, hashFile, syncFile } from '../engine/durable-files.ts'
import { applicationId, judgeHead, readHead, standsAlone } from '../engine/file-head.ts'
import type { FileWork } from '../engine/file-work.ts'
import { migrate } from '../engine/migrate.ts'
import { applySettings, openToRead } from '../engine/open-database.ts'
import { ownsItsLog } from '../engine/own-log.ts'
import { isOurSchema, isVersionDamaged, refuseStrangers, refuseUnknownFile } from '../engine/refuse-file.ts'
import type { ReadingSqlite, Sqlite } from '../engine/store.ts'
import { candidateOf, forgetCandidate, restoringFolder } from '../engine/swap-files.ts'
import { type Migration, migrations } from '../migrations/index.ts'
import { compareManifest, isSameFile } from './check-data-file.ts'
import { inspectRows, inspectStructure, readFigures } from './inspect-file.ts'

export interface RestoreJob {
  /** The file the owner chose. */
  file: string
  live: string
  /** Whether the live file is open in this process: then nothing but SQLite may read it. */
  isOpen: boolean
  /** UTC ISO text, for the migration's own record. */
  now: string
  /** Another list than the program's own, for tests. */
  steps?: readonly Migration[]
}

export interface Prepared {
  backup: FileSide
  contentHash: string
  /** The chosen file as a backup that was just checked; null when it is not one file outside the data folder. */
  asBackup: { madeAt: string; bytes: number; sha256: string } | null
  live: FileSide | null
  lost: MessageRef[]
  found: MessageRef[]
}

/** Steps that `progress` counts up to. */
const restoreSteps = 4

export const restoreWork: FileWork<RestoreJob, Prepared> = {
  name: 'restore',
  run: (job, progress) => prepareRestore(job, (done) => progress(done, restoreSteps)),
}

/**
 * Leaves the checked copy where a swap takes it from, and both files as they were. The live file may be in use.
 * @throws AppError file-unreadable, restore-same-file, restore-foreign, restore-newer, restore-damaged,
 *   data-folder-unusable; nothing is left behind then
 */
export async function prepareRestore(job: RestoreJob, progress: (done: number) => void): Promise<Prepared> {
  const { file, live } = job
  if (isSameFile(file, live)) throw new AppError('restore-same-file')
  const candidate = candidateOf(live)
  try {
    copyHere(file, live)
    const asBackup = describeAsBackup(file, live)
    progress(1)
    const version = await settleCopy(candidate, file, job.steps ?? migrations)
    progress(2)
    const { backup, contentHash, inDoubt } = await checkCopy(candidate, version, job)
    progress(3)
    syncFile(candidate)
    if (!standsAlone(candidate)) throw new AppError('restore-damaged', { file: basename(file) })
    const compared = compareWithLive(candidate, job, version === lastVersion(job.steps ?? migrations))
    progress(4)
    const found = [...sayDoubt(inDoubt), ...compared.found]
    return { backup, contentHash, asBackup, ...compared, found }
  } catch (error) {
    forgetCandidate(live)
    throw error
  }
}

const lastVersion = (steps: readonly Migration[]) => steps.at(-1)!.version

function copyHere(file: string, live: string): void {
  const candidate = candidateOf(live)
  forgetCandidate(live)
  try {
    mkdirSync(restoringFolder(live))
  } catch (error) {
    throw new AppError('data-folder-unusable', { folder: restoringFolder(live) }, { cause: error })
  }
  try {
    // A pipe or a device would never end.
    if (!statSync(file).isFile()) throw new AppError('file-unreadable', { file })
    copyPrivately(file, candidate)
    // Never a log of another file, which SQLite would read into the copy.
    for (const ending of ownsItsLog(file) ? ['-wal', '-journal'] : []) {
      if (existsSync(file + ending)) copyPrivately(file + ending, candidate + ending)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw new AppError('disk-full')
    throw new AppError('file-unreadable', { file })
  }
  if (compareManifest(file, candidate)) throw new AppError('restore-damaged', { file: basename(file) })
}

function describeAsBackup(file: string, live: string): Prepared['asBackup'] {
  const way = relative(dirname(live), file)
  // On Windows the way to another disk is absolute.
  const isInside = !way.startsWith('..') && !isAbsolute(way)
  if (isInside || existsSync(`${file}-wal`) || existsSync(`${file}-journal`)) return null
  const { mtime, size } = statSync(file)
  return { madeAt: mtime.toISOString(), bytes: size, sha256: hashFile(candidateOf(live)) }
}

/** Reads the copy's own log into it, so that it is one file; answers its version. */
async function settleCopy(candidate: string, file: string, steps: readonly Migration[]): Promise<number> {
  const facts = { file: basename(file) }
  const verdict = judgeHead(readHead(candidate))
  if (verdict !== 'sound')
    throw new AppError(verdict === 'foreign' ? 'restore-foreign' : 'restore-damaged', facts)
  return readCopy(candidate, file, (sqlite) => {
    const version = Number(sqlite.pragma('user_version', { simple: true }))
    const id = Number(sqlite.pragma('application_id', { simple: true }))
    if (isOurSchema(sqlite, id)) throw new AppError('restore-damaged', facts)
    if (id !== applicationId) throw new AppError('restore-foreign', facts)
    if (isVersionDamaged(sqlite, version)) throw new AppError('restore-damaged', facts)
    if (version === 0) throw new AppError('restore-foreign', facts)
    if (version > lastVersion(steps)) throw new AppError('restore-newer', facts)
    if (sqlite.pragma('journal_mode = DELETE', { simple: true }) !== 'delete')
      throw new AppError('restore-damaged', facts)
    return version
  })
}

const sayDoubt = (count: number): MessageRef[] =>
  count > 0 ? [{ key: 'backup.restore.inDoubt', facts: { count } }] : []

/**
 * The schema is compared last: an older file's becomes this version's only by migrating. Damaged rows are let through
 * where the manifest shows that the backup was made with them; they stay marked.
 */
async function checkCopy(
  candidate: string,
  version: number,
  { file, now, steps = migrations }: RestoreJob,
): Promise<{ backup: FileSide; contentHash: string; inDoubt: number }> {
  if (version < lastVersion(steps)) {
    await readCopy(candidate, file, (sqlite) => migrate(sqlite, { file: candidate, now, steps }))
  }
  return readCopy(candidate, file, (sqlite) => {
    const inDoubt = inspectRows(sqlite).reduce((sum, { facts }) => sum + Number(facts?.count), 0)
    const isAsMade = inDoubt === 0 || existsSync(`${file}.sha256`)
    if (!isAsMade || inspectStructure(sqlite, steps).length > 0)
      throw new AppError('restore-damaged', { file: basename(file) })
    const { contentHash, ...figures } = readFigures(sqlite)
    return { contentHash, inDoubt, backup: { file, changedAt: readLastChange(sqlite), ...figures } }
  })
}

/** Whatever SQLite cannot read in the copy is damage in the chosen file. */
async function readCopy<T>(
  candidate: string,
  file: string,
  read: (sqlite: Sqlite) => T | Promise<T>,
): Promise<T> {
  let sqlite: Sqlite | undefined
  try {
    sqlite = new Database(candidate, { fileMustExist: true })
    applySettings(sqlite, 'read')
    return await read(sqlite)
  } catch (error) {
    if (error instanceof AppError && error.code !== 'migration-failed') throw error
    throw new AppError('restore-damaged', { file: basename(file) })
  } finally {
    sqlite?.close()
  }
}

function readLastChange(sqlite: ReadingSqlite): string | null {
  return sqlite
    .prepare(
      `SELECT max(at) FROM (SELECT max(run_at) AS at FROM commands UNION ALL SELECT max(logged_at) FROM touches
         UNION ALL SELECT max(created_at) FROM people)`,
    )
    .pluck()
    .get() as string | null
}

type Compared = Pick<Prepared, 'live' | 'lost' | 'found'>

/** A live file that cannot be read is why somebody restores: then there is nothing to compare. */
function compareWithLive(candidate: string, { live, isOpen }: RestoreJob, sameVersion: boolean): Compared {
  let sqlite: Sqlite | undefined
  try {
    if (!isOpen) refuseStrangers(live)
    refuseUnknownFile(live)
    sqlite = openToRead(live)
    sqlite.prepare('ATTACH ? AS backup').run(candidate)
    sqlite.exec('BEGIN')
    const { contentHash: _, ...figures } = readFigures(sqlite)
    return {
      live: { file: live, changedAt: readLastChange(sqlite), ...figures },
      lost: listLost(sqlite, sameVersion),
      found: listFound(sqlite),
    }
  } catch {
    return { live: null, lost: [], found: [] }
  } finally {
    sqlite?.close()
  }
}

/** What the live file (main) holds and the backup does not, in sentences of the catalogue. */
function listLost(sqlite: ReadingSqlite, sameVersion: boolean): MessageRef[] {
  const { people, touches } = countOnlyIn(sqlite, 'main', 'backup')
  // Each row has its hash, so a row that is new or was changed has one the other file does not know.
  const rows = sqlite
    .prepare(
      `SELECT count(*) FROM (SELECT table_name, row_id, hash FROM main.row_hashes
         EXCEPT SELECT table_name, row_id, hash FROM backup.row_hashes)`,
    )
    .pluck()
    .get() as number
  // Upgrading a backup writes all its hashes anew.
  const more = sameVersion ? Math.max(0, rows - people - touches) : 0
  return sayCounts({ lostPeople: people, lostTouches: touches, lostMore: more })
}

function listFound(sqlite: ReadingSqlite): MessageRef[] {
  const { people, touches } = countOnlyIn(sqlite, 'backup', 'main')
  return sayCounts({ foundPeople: people, foundTouches: touches })
}

function countOnlyIn(sqlite: ReadingSqlite, here: 'main' | 'backup', there: 'main' | 'backup') {
  const count = (sql: string) => sqlite.prepare(`SELECT count(*) FROM ${sql}`).pluck().get() as number
  return {
    people: count(
      `${here}.people WHERE deleted_at IS NULL
         AND uid NOT IN (SELECT uid FROM ${there}.people WHERE deleted_at IS NULL)`,
    ),
    touches: count(`${here}.touches WHERE uid NOT IN (SELECT uid FROM ${there}.touches)`),
  }
}

function sayCounts(counts: Partial<Record<NameIn<'backup.restore'>, number>>): MessageRef[] {
  return (Object.entries(counts) as [NameIn<'backup.restore'>, number][])
    .filter(([, count]) => count > 0)
    .map(([what, count]) => ({ key: `backup.restore.${what}`, facts: { count } }))
}
