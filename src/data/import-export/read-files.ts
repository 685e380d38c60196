// From the files the owner chose to records: reads, parses in slices, and names the file in every refusal.

import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileMapping } from '../../shared/rules/import-export/import-fields.ts'
import type { TaskContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { getSettings } from '../records/settings.ts'
import type { ParsedFile } from './imported-record.ts'
import { largestFile, parseFileSteps } from './parse-file.ts'

export interface ReadFile {
  token: string
  /** As shown: the name without its folders. */
  name: string
  parsed: ParsedFile
}

export interface ReadOptions {
  country: string
  mapping: FileMapping | undefined
  allowUnknownColumns: boolean
  /** How far this file is, 0 to 1. */
  onProgress(share: number): void
}

/** Milliseconds of work before others get their turn. */
const longestSlice = 20

/** The country phones without one are read in: as given, else the shop's. */
export async function chooseCountry(db: Reader, input: ParsedInput<'importExport.preview'>): Promise<string> {
  return input.country ?? (await getSettings(db)).country
}

/** A pipe would be waited for without end, and a file beyond what is read must not fill the memory first. */
async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new Error('not a file')
    if (found.size <= largestFile) return await readFile(path)
  } catch (error) {
    throw new AppError('file-unreadable', { file: name }, { cause: error })
  }
  throw new AppError('import-too-big', { file: name })
}

/**
 * Reads one file.
 * @throws AppError file-unreadable, import-too-big, and those of `parseFileSteps`; each names the file
 */
export async function readImportFile(
  token: string,
  context: Pick<TaskContext, 'pathOf' | 'breathe'>,
  options: ReadOptions,
): Promise<ReadFile> {
  const path = context.pathOf(token)
  const name = basename(path)
  const bytes = await readBytes(path, name)
  try {
    const { country, mapping, allowUnknownColumns } = options
    const how = { country, allowUnknownColumns, ...(mapping && { mapping }) }
    const steps = parseFileSteps(bytes, name, how)
    let started = performance.now()
    for (;;) {
      const step = steps.next()
      if (step.done) return { token, name, parsed: step.value }
      if (performance.now() - started < longestSlice) continue
      options.onProgress(step.value.done / Math.max(1, step.value.total))
      await context.breathe()
      started = performance.now()
    }
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, { ...error.facts, file: name })
    throw error
  }
}
