// Reads the log (WAL) beside a data file without SQLite, which would write it into whatever file it lies beside.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'
import { type FileState, readBookkeepingPage } from './bookkeeping-page.ts'

/** https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
const logHead = 32
const frameHead = 24
const magics = [0x377f0682, 0x377f0683]

export interface Log {
  pageSize: number
  /** Frames up to the last whole commit: what SQLite would read. */
  frames: number
  /** Pages of the file after that commit. */
  pages: number
  /** The first and the last page of bookkeeping in it; null when nothing in it was a command. */
  first: FileState | null
  last: FileState | null
}

/** Adds bytes to SQLite's running sum; `big` says which way its words lie. */
function addToSum(sum: [number, number], bytes: Buffer, big: boolean): void {
  let [one, two] = sum
  const isNative = big === (endianness() === 'BE')
  const words =
    isNative && bytes.byteOffset % 4 === 0
      ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
      : null
  for (let at = 0; at < bytes.length; at += 8) {
    const first = words ? words[at / 4]! : big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    const second = words ? words[at / 4 + 1]! : big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
    one = (one + first + two) >>> 0
    two = (two + second + one) >>> 0
  }
  sum[0] = one
  sum[1] = two
}

/** A frame that is whole: its page number, the file's size in pages when it ends a commit, its page. */
type Visit = (frame: { page: number; commit: number; bytes: Buffer }) => void

/** Visits the frames that hold together, in their order, also those after the last commit. */
function walkFrames(handle: number, visit: Visit): number {
  const head = Buffer.alloc(logHead)
  if (readSync(handle, head, 0, logHead, 0) < logHead) return 0
  const code = head.readUInt32BE(0)
  const pageSize = head.readUInt32BE(8)
  const isPower = pageSize >= 512 && pageSize <= 65_536 && (pageSize & (pageSize - 1)) === 0
  if (!magics.includes(code) || !isPower) return 0
  const big = code === magics[1]
  const sum: [number, number] = [0, 0]
  addToSum(sum, head.subarray(0, 24), big)
  if (sum[0] !== head.readUInt32BE(24) || sum[1] !== head.readUInt32BE(28)) return 0
  const frame = Buffer.alloc(frameHead + pageSize)
  for (let at = logHead; readSync(handle, frame, 0, frame.length, at) === frame.length; at += frame.length) {
    const hasSalt = frame.compare(head, 16, 24, 8, 16) === 0
    addToSum(sum, frame.subarray(0, 8), big)
    addToSum(sum, frame.subarray(frameHead), big)
    const isWhole = sum[0] === frame.readUInt32BE(16) && sum[1] === frame.readUInt32BE(20)
    if (!hasSalt || !isWhole) break
    visit({ page: frame.readUInt32BE(0), commit: frame.readUInt32BE(4), bytes: frame.subarray(frameHead) })
  }
  return pageSize
}

function withLog<T>(file: string, read: (handle: number) => T): T | null {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return fstatSync(handle).size === 0 ? null : read(handle)
  } finally {
    closeSync(handle)
  }
}

/** What SQLite would read from a log; null when there is none, or nothing in it is whole. */
export function readLog(file: string): Log | null {
  return withLog(file, (handle) => {
    const log: Log = { pageSize: 0, frames: 0, pages: 0, first: null, last: null }
    let frames = 0
    let first: FileState | null = null
    let last: FileState | null = null
    log.pageSize = walkFrames(handle, ({ commit, bytes }) => {
      frames += 1
      const found = readBookkeepingPage(bytes)
      first ??= found
      last = found ?? last
      if (commit > 0) Object.assign(log, { frames, pages: commit, first, last })
    })
    return log.frames > 0 ? log : null
  })
}

/** The pages of all whole commits, in order; for reading a file together with its log in memory. */
export function replayLog(file: string, log: Log, take: (page: number, bytes: Buffer) => void): void {
  withLog(file, (handle) => {
    let frames = 0
    walkFrames(handle, ({ page, bytes }) => {
      frames += 1
      if (frames <= log.frames) take(page, bytes)
    })
  })
}
