// The first hundred bytes of an SQLite file, read without SQLite: whether they are whole, and what they say.
import { closeSync, existsSync, openSync, readSync } from 'node:fs'

/** "RgLr" in ASCII, in every file of ours. */
export const applicationId = 0x52674c72

/** https://www.sqlite.org/fileformat2.html#the_database_header */
const headLength = 100
const magic = Buffer.from('SQLite format 3\0', 'latin1')
const place = { pageSize: 16, writeFormat: 18, readFormat: 19, encoding: 56, version: 60, application: 68 }
/** Bytes that are the same in every file of ours: no reserved space, the fractions SQLite prescribes. */
const fixed: readonly (readonly [offset: number, value: number])[] = [
  [20, 0],
  [21, 64],
  [22, 32],
  [23, 32],
]
/** Four bytes each: schema format 4, no auto-vacuum, UTF-8. */
const fixedNumbers: readonly (readonly [offset: number, value: number])[] = [
  [44, 4],
  [52, 0],
  [place.encoding, 1],
  [64, 0],
]

/** At most so many bytes; fewer when the file is shorter. Never of a file that is open: see durable-files. */
export function readStart(file: string, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(length)
    return start.subarray(0, readSync(handle, start, 0, length, 0))
  } finally {
    closeSync(handle)
  }
}

/** At most the first hundred bytes. */
export const readHead = (file: string): Buffer => readStart(file, headLength)

/** Whether two numbers of 32 bits differ in exactly one. */
export function differInOneBit(one: number, other: number): boolean {
  const bits = (one ^ other) >>> 0
  return bits !== 0 && (bits & (bits - 1)) === 0
}

function countWrongBits(found: Buffer, wanted: Buffer): number {
  let wrong = 0
  for (const [index, byte] of wanted.entries()) {
    for (let bits = byte ^ (found[index] ?? 0xff); bits > 0; bits &= bits - 1) wrong += 1
  }
  return wrong
}

/** Bytes per page, as SQLite writes it: 1 stands for 65,536. */
export function pageSizeIn(head: Buffer): number {
  const written = head.readUInt16BE(place.pageSize)
  return written === 1 ? 65_536 : written
}

/** Whether the file says that it keeps a log (WAL) beside it. A backup says that it has none. */
export const keepsLog = (head: Buffer) => head[place.writeFormat] === 2 && head[place.readFormat] === 2

/**
 * Whether a closed file is whole without anything beside it, as its bytes say. What SQLite answered is not enough: a
 * stick may swallow the error of a write.
 */
export function standsAlone(file: string): boolean {
  const head = readHead(file)
  const isBeside = (ending: string) => existsSync(file + ending)
  return (
    judgeHead(head) === 'sound' &&
    head[place.writeFormat] === 1 &&
    head[place.readFormat] === 1 &&
    !['-wal', '-journal'].some(isBeside)
  )
}

/**
 * - sound: a file that SQLite can read, ours or not
 * - damaged: all but a bit or so says that it is ours
 * - foreign: no SQLite file
 */
export type HeadVerdict = 'sound' | 'damaged' | 'foreign'

export function judgeHead(head: Buffer): HeadVerdict {
  if (head.length < headLength) return 'foreign'
  const wrongBits = countWrongBits(head, magic)
  if (wrongBits > 0) return wrongBits === 1 && isOurs(head) ? 'damaged' : 'foreign'
  if (!isOurs(head)) return 'sound'
  return isWhole(head) ? 'sound' : 'damaged'
}

function isOurs(head: Buffer): boolean {
  const id = head.readUInt32BE(place.application)
  return id === applicationId || differInOneBit(id, applicationId)
}

function isWhole(head: Buffer): boolean {
  const size = pageSizeIn(head)
  const isPower = size >= 512 && (size & (size - 1)) === 0
  const [write, read] = [head[place.writeFormat], head[place.readFormat]]
  return (
    isPower &&
    write === read &&
    (write === 1 || write === 2) &&
    fixed.every(([offset, value]) => head[offset] === value) &&
    fixedNumbers.every(([offset, value]) => head.readUInt32BE(offset) === value)
  )
}
