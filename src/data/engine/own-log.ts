// Whether a log or a rollback journal that lies beside a data file is its own: SQLite asks for no such thing, and would read any into it.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { type FileState, readBookkeepingPage } from './bookkeeping-page.ts'
import { keepsLog, pageSizeIn, readHead, readStart } from './file-head.ts'
import { type Log, readLog } from './read-log.ts'

const pagesAtOnce = 256

/** What the file itself says, its log left out. Null when it holds no bookkeeping: then it is none of ours. */
export function readStateOf(file: string): FileState | null {
  const pageSize = pageSizeIn(readHead(file))
  const handle = openSync(file, 'r')
  try {
    const pages = Buffer.alloc(pagesAtOnce * pageSize)
    for (let at = 0; ; at += pages.length) {
      const length = readSync(handle, pages, 0, pages.length, at)
      for (let page = 0; page + pageSize <= length; page += pageSize) {
        const found = readBookkeepingPage(pages.subarray(page, page + pageSize))
        if (found) return found
      }
      if (length < pages.length) return null
    }
  } finally {
    closeSync(handle)
  }
}

/** Whether everything that lies beside the file, and that SQLite would read into it, belongs to it. Of a file that is closed. */
export function ownsItsLog(file: string): boolean {
  return ownsLog(file) && ownsJournal(file)
}

function ownsLog(file: string): boolean {
  const log = readLog(`${file}-wal`)
  if (!log) return true
  const head = readHead(file)
  // A backup keeps no log; and a file whose log is written has said so in its head before.
  if (!keepsLog(head) || pageSizeIn(head) !== log.pageSize) return false
  return continues(readStateOf(file), log)
}

/**
 * The log goes on where the file stands, or where it stood when a part of the log had been written back. A power cut
 * meanwhile leaves the page that says so torn, without its count or without any sense; the log has it whole.
 */
function continues(state: FileState | null, { first, last }: Log): boolean {
  if (!first || !last || !state) return true
  const isOtherFile = state.fileId !== '' && first.fileId !== '' && state.fileId !== first.fileId
  if (isOtherFile) return false
  const isTorn = state.changeNumber === 0 && state.fileId !== '' && state.fileId === first.fileId
  if (isTorn) return true
  if (state.generation !== first.generation) return false
  return first.changeNumber - 1 <= state.changeNumber && state.changeNumber <= last.changeNumber
}

const journalMagic = Buffer.from('d9d505f920a163d7', 'hex')
/** What changes in the first page when a file begins to keep a log: formats, change counter, SQLite's version. */
const changing: readonly (readonly [from: number, to: number])[] = [
  [18, 20],
  [24, 28],
  [92, 100],
]

/**
 * The one thing ever written with a rollback journal is that a file begins to keep a log: its journal holds the first
 * page as it was, which is the first page as it is but for that.
 */
function ownsJournal(file: string): boolean {
  const journal = `${file}-journal`
  if (!statSync(journal, { throwIfNoEntry: false })?.size) return true
  const pageSize = pageSizeIn(readHead(file))
  const head = readStart(journal, 28)
  // Zeroes: a journal that was closed. A count of none: one that was not begun. SQLite reads neither.
  if (head.length < 28 || !head.subarray(0, 8).equals(journalMagic) || head.readUInt32BE(8) === 0) return true
  const sector = head.readUInt32BE(20)
  const isAlike =
    head.readUInt32BE(16) * pageSize === statSync(file).size && head.readUInt32BE(24) === pageSize
  if (!isAlike || sector > 65_536) return false
  const record = readStart(journal, sector + 4 + pageSize).subarray(sector)
  if (record.length < 4 + pageSize || record.readUInt32BE(0) !== 1) return false
  const [before, now] = [Buffer.from(record.subarray(4)), readStart(file, pageSize)]
  for (const [from, to] of changing) {
    before.fill(0, from, to)
    now.fill(0, from, to)
  }
  return before.equals(now)
}
