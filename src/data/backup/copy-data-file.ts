// Makes one backup: copies a snapshot beside the target, reopens and matches the copy, and only then gives it its name.

import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { AppError, type MessageRef } from '../../shared/errors.ts'
import { hashFile, renameFile, syncFile, syncFolder } from '../engine/durable-files.ts'
import { standsAlone } from '../engine/file-head.ts'
import type { FileWork } from '../engine/file-work.ts'
import { applySettings, openToRead } from '../engine/open-database.ts'
import {
  type FileFigures,
  hashRowHashes,
  inspectRows,
  inspectStructure,
  readFigures,
} from './inspect-file.ts'

export interface CopyJob {
  /** The data file; it may be in use. */
  file: string
  folder: string
  /** The backup's name without '.db'; a number follows when there is one of that name. */
  name: string
}

export interface Copied extends FileFigures {
  /** Rows that were damaged in the data file, and are as they were there; empty when there are none. */
  inDoubt: MessageRef[]
  /** The backup's file name. */
  name: string
  bytes: number
  sha256: string
}

const pagesAtOnce = 2000

/** Steps that `progress` counts up to. */
const copySteps = 3

export const copyWork: FileWork<CopyJob, Copied> = {
  name: 'backup',
  run: (job, progress) => copyDataFile(job, (done) => progress(done, copySteps)),
}

/**
 * Commands may go on meanwhile: the copy is of the one state this connection's read transaction sees, and is matched
 * with what the same transaction reads of the live file. Damaged rows are copied as they are, and told.
 * @throws AppError data-file-damaged when the live file is not good enough to be copied, backup-mismatch,
 *   backup-target-unusable; the folder is then as it was
 */
export async function copyDataFile(job: CopyJob, progress: (done: number) => void): Promise<Copied> {
  const { folder } = job
  let name: string
  try {
    removeLeftovers(folder)
    name = findFreeName(folder, job.name)
  } catch (error) {
    throw new AppError('backup-target-unusable', { folder }, { cause: error })
  }
  const target = join(folder, name)
  const part = `${target}.part`
  try {
    const live = await copySnapshot(job.file, part)
    progress(1)
    matchCopy(part, live)
    syncFile(part)
    const sha256 = hashFile(part)
    progress(2)
    if (!standsAlone(part)) throw new AppError('backup-mismatch')
    const bytes = statSync(part).size
    writeFileSync(`${target}.sha256.part`, `${sha256}  ${name}\n`, { flush: true })
    await renameFile(part, target)
    await renameFile(`${target}.sha256.part`, `${target}.sha256`)
    syncFolder(folder)
    progress(3)
    return { ...live.figures, inDoubt: live.inDoubt, name, bytes, sha256 }
  } catch (error) {
    cleanAfterFailure(target)
    if (error instanceof AppError) throw error
    throw new AppError('backup-target-unusable', { folder }, { cause: error })
  }
}

/** The name was free when we began, so everything of that name is ours. */
function cleanAfterFailure(target: string): void {
  try {
    for (const ending of ['', '.sha256']) rmSync(target + ending, { force: true })
    removeLeftovers(dirname(target))
  } catch {
    // The stick is gone: what failed first is what the owner must know, and the next backup there cleans up.
  }
}

/** What live file and copy must have in common. */
interface Matched {
  figures: FileFigures
  rowHashes: string
}

interface Live extends Matched {
  inDoubt: MessageRef[]
}

async function copySnapshot(file: string, part: string): Promise<Live> {
  const live = openToRead(file)
  try {
    live.exec('BEGIN')
    const matched = readLive(live, file)
    await live.backup(part, { progress: () => pagesAtOnce })
    return matched
  } finally {
    live.close()
  }
}

/** @throws AppError data-file-damaged */
function readLive(live: Database.Database, file: string): Live {
  try {
    if (inspectStructure(live).length > 0) throw new AppError('data-file-damaged', { file })
    return { figures: readFigures(live), rowHashes: hashRowHashes(live), inDoubt: inspectRows(live) }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('data-file-damaged', { file }, { cause: error })
  }
}

/** @throws AppError backup-mismatch */
function matchCopy(part: string, { figures, rowHashes }: Matched): void {
  const copy = new Database(part, { fileMustExist: true })
  try {
    applySettings(copy, 'read')
    // A copy in WAL mode could not be opened from a stick that is read-only.
    const journal = copy.pragma('journal_mode = DELETE', { simple: true })
    const problems = inspectStructure(copy)
    // Rows and hashes are the same: whatever fits its hash there does so here.
    const found: Matched = { figures: readFigures(copy), rowHashes: hashRowHashes(copy) }
    if (journal !== 'delete' || problems.length > 0 || !isDeepStrictEqual(found, { figures, rowHashes })) {
      throw new AppError('backup-mismatch')
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('backup-mismatch', {}, { cause: error })
  } finally {
    copy.close()
  }
}

const leftover = /^Regulars .*\.part(-journal|-wal|-shm)?$/

/** What a backup that was cut off left behind; there is never another one under way in this process. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) if (leftover.test(name)) rmSync(join(folder, name), { force: true })
}

function findFreeName(folder: string, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${wanted}${number === 1 ? '' : ` (${number})`}.db`
    if (!existsSync(join(folder, name)) && !existsSync(join(folder, `${name}.sha256`))) return name
  }
}
