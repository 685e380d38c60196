// From the files the owner chose to records: reads, parses in slices, and names the file in every refusal.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileMapping } from '../../shared/rules/import-fields.ts'
import type { Reader } from '../open-database.ts'
import type { TaskContext } from '../run-call.ts'
import { getSettings } from '../settings.ts'
import type { ParsedFile } from './imported-record.ts'
import { parseFileSteps } from './parse-file.ts'

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

/**
 * Reads one file.
 * @throws AppError file-unreadable, and those of `parseFileSteps`; each names the file
 */
export async function readImportFile(
  token: string,
  context: Pick<TaskContext, 'pathOf' | 'breathe'>,
  options: ReadOptions,
): Promise<ReadFile> {
  const path = context.pathOf(token)
  const name = basename(path)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new AppError('file-unreadable', { file: name }, { cause: error })
  }
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
