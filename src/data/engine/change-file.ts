// Counts along with the data file, outside it: when a damaged log loses commits, SQLite says nothing, and this count is higher.

import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { FileState } from './bookkeeping-page.ts'

export const changeFileName = 'regulars.changes'
export const changeFileOf = (file: string) => join(dirname(file), changeFileName)

/** One line of always the same length, so that each writing lies exactly over the one before. */
const line = /^Regulars changes 1 ([0-9a-f-]{36}) (\d{10}) (\d{15}) ([0-9a-f]{8})\n$/

export interface ChangeFile {
  /** Called when the commit has returned. Never synced, and never fails: what is saved is saved. */
  note(changeNumber: number): void
  close(): void
}

export const noChangeFile: ChangeFile = { note: () => undefined, close: () => undefined }

/** What was counted last; null when there is no such file, or it cannot be read: then nothing is known. */
export function readChangeFile(file: string): FileState | null {
  let text: string
  try {
    text = readFileSync(changeFileOf(file), 'latin1')
  } catch {
    return null
  }
  const [, fileId = '', generation, changeNumber, sum] = line.exec(text) ?? []
  if (sum === undefined || sum !== sumOf(text)) return null
  return { fileId, generation: Number(generation), changeNumber: Number(changeNumber) }
}

const sumLength = 9
const sumOf = (text: string) => crc32(text.slice(0, -sumLength)).toString(16).padStart(8, '0')

function writeLine({ fileId, generation, changeNumber }: FileState): Buffer {
  const [restores, changes] = [String(generation).padStart(10, '0'), String(changeNumber).padStart(15, '0')]
  const text = `Regulars changes 1 ${fileId} ${restores} ${changes} `
  return Buffer.from(`${text}${sumOf(`${text}${'x'.repeat(sumLength)}`)}\n`, 'latin1')
}

/** Begins to count from what the file says now. A folder that takes no file has no count: that is no fault of the data. */
export function openChangeFile(file: string, state: FileState): ChangeFile {
  /** Null once closed: its number may be another file's by then. */
  let handle: number | null
  try {
    handle = openSync(changeFileOf(file), 'w', 0o600)
  } catch {
    return noChangeFile
  }
  const note = (changeNumber: number) => {
    if (handle === null) return
    try {
      writeSync(handle, writeLine({ ...state, changeNumber }), 0, undefined, 0)
    } catch {
      // The disk is full or gone: the count stays behind, and a lower count alarms nobody.
    }
  }
  note(state.changeNumber)
  return {
    note,
    close() {
      if (handle !== null) closeSync(handle)
      handle = null
    },
  }
}

/** How many changes the file lacks of those that were counted in it; 0 when the count is of another file or state. */
export function countMissing(counted: FileState | null, found: FileState): number {
  if (!counted || counted.fileId !== found.fileId || counted.generation !== found.generation) return 0
  return Math.max(0, counted.changeNumber - found.changeNumber)
}
