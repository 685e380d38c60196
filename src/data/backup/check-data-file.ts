// Checks one file without changing a byte of it: the live one in place, another as a copy where reading would leave traces.

import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type Database from 'better-sqlite3'
import type { CheckResult } from '../../shared/contract/backup.ts'
import { AppError, type MessageRef } from '../../shared/errors.ts'
import { copyPrivately, hashFile } from '../engine/durable-files.ts'
import { judgeHead, keepsLog, readHead } from '../engine/file-head.ts'
import type { FileWork } from '../engine/file-work.ts'
import { openToRead } from '../engine/open-database.ts'
import { ownsItsLog } from '../engine/own-log.ts'
import { refuseUnknownFile } from '../engine/refuse-file.ts'
import { inspectDerived, inspectRows, inspectStructure, noFigures, readFigures } from './inspect-file.ts'

export interface CheckJob {
  /** The file the owner chose; null checks the live one. */
  file: string | null
  live: string
}

/** Steps that `progress` counts up to. */
const checkSteps = 4

export const checkWork: FileWork<CheckJob, CheckResult> = {
  name: 'check',
  run: (job, progress) => checkDataFile(job, (done) => progress(done, checkSteps)),
}

/**
 * @returns the verdict; damage, a foreign or a newer file are problems in it
 * @throws AppError file-unreadable when there is no such file to read
 */
export function checkDataFile(job: CheckJob, progress: (done: number) => void): CheckResult {
  const { file, live } = job
  if (file === null || isSameFile(file, live)) return inspect(live, live, progress)
  let head: Buffer
  try {
    head = readHead(file)
  } catch (error) {
    throw new AppError('file-unreadable', { file }, { cause: error })
  }
  const verdict = judgeHead(head)
  if (verdict === 'foreign') return refuse(file, { key: 'errors.data-file-foreign', facts: { file } })
  if (verdict === 'damaged') return refuse(file, { key: 'errors.data-file-damaged', facts: { file } })
  if (!ownsItsLog(file)) return refuse(file, { key: 'errors.data-file-other-log', facts: { file } })
  const changed = compareManifest(file)
  if (changed) return refuse(file, changed)
  // Reading a file with a log, or one whose last change was cut off, would write beside it.
  const needsCopy = keepsLog(head) || existsSync(`${file}-journal`)
  return needsCopy ? inspectCopy(file, live, progress) : inspect(file, file, progress)
}

/** Whether two names lead to one file. */
export function isSameFile(file: string, live: string): boolean {
  const one = statSync(file, { bigint: true, throwIfNoEntry: false })
  const other = statSync(live, { bigint: true, throwIfNoEntry: false })
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev
}

/**
 * The manifest written with a backup notices every changed byte, also where no check inside the file can.
 * @param bytes where the file's bytes are read: itself, or a copy made of it
 */
export function compareManifest(file: string, bytes = file): MessageRef | null {
  const manifest = `${file}.sha256`
  if (!existsSync(manifest)) return null
  const [written] = readFileSync(manifest, 'utf8').split(/\s/, 1)
  return written === hashFile(bytes)
    ? null
    : { key: 'backup.check.manifest', facts: { file: basename(file) } }
}

/** The copy lies in the data folder, so that no names end up where the owner would not look for them. */
function inspectCopy(file: string, live: string, progress: (done: number) => void): CheckResult {
  const folder = join(live, '..', `checking-${randomUUID()}`)
  const copy = join(folder, 'copy.db')
  try {
    mkdirSync(folder)
    copyPrivately(file, copy)
    for (const ending of ['-wal', '-journal']) {
      if (existsSync(file + ending)) copyPrivately(file + ending, copy + ending)
    }
    return inspect(copy, file, progress)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inspect(file: string, shown: string, progress: (done: number) => void): CheckResult {
  let sqlite: Database.Database | undefined
  try {
    refuseUnknownFile(file)
    sqlite = openToRead(file)
    sqlite.exec('BEGIN')
    const problems: MessageRef[] = []
    for (const [index, look] of [inspectStructure, inspectRows, inspectDerived].entries()) {
      problems.push(...look(sqlite))
      progress(index + 1)
    }
    const figures = readFigures(sqlite)
    progress(checkSteps)
    return { good: problems.length === 0, file: shown, ...figures, problems }
  } catch (error) {
    const { code, facts } =
      error instanceof AppError ? error : new AppError('data-file-damaged', { file: shown }, { cause: error })
    return refuse(shown, { key: `errors.${code}`, facts: { ...facts, file: shown } })
  } finally {
    sqlite?.close()
  }
}

function refuse(file: string, problem: MessageRef): CheckResult {
  return { good: false, file, ...noFigures, problems: [problem] }
}
