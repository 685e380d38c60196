// Puts a checked copy in the place of the data file by renames alone, with a journal that lets each be repeated after a crash.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { databaseEndings, renameFile, syncFile, syncFolder } from './durable-files.ts'
import { asideOf, setFileAside } from './set-aside.ts'

/** A swap under way. Where the copy lies says how far it has come. */
export interface Swap {
  /** Onwards until the copy is in place, or back to the file as it was. */
  direction: 'in' | 'back'
  /** Name of the folder inside `set-aside` that takes the file as it was. */
  setAside: string
  /** What the file must hold when it is opened in its place. */
  changeNumber: number
  contentHash: string
}

export const restoringFolder = (file: string) => join(dirname(file), 'restoring')
/** Where the copy is made and checked. */
export const candidateOf = (file: string) => join(restoringFolder(file), 'candidate.db')
const journalOf = (file: string) => join(restoringFolder(file), 'swap.json')
const asideFile = (file: string, swap: Swap) => join(asideOf(file, swap.setAside), 'regulars.db')

/** From here on every opening brings the swap to its end. */
export async function beginSwap(file: string, swap: Swap): Promise<void> {
  const aside = asideOf(file, swap.setAside)
  mkdirSync(aside, { recursive: true })
  syncFolder(dirname(aside))
  syncFolder(dirname(file))
  syncFile(candidateOf(file))
  await writeJournal(file, swap)
}

async function writeJournal(file: string, swap: Swap): Promise<void> {
  const journal = journalOf(file)
  writeFileSync(`${journal}.part`, JSON.stringify(swap), { flush: true })
  await renameFile(`${journal}.part`, journal)
  syncFolder(dirname(journal))
}

/**
 * The swap that an earlier opening did not bring to its end. A journal that says nothing sure is set aside with the
 * copy it lay beside: the file in its place is opened as it is.
 */
export async function readSwap(file: string, now: string): Promise<Swap | null> {
  const journal = journalOf(file)
  if (!existsSync(journal)) return null
  const swap = parseSwap(journal)
  if (swap && isUnderWay(file, swap)) return swap
  await setFileAside(restoringFolder(file), now)
  return null
}

/** Whether what it speaks of is there: the copy on its way in, or the file on its way back. */
function isUnderWay(file: string, swap: Swap): boolean {
  return existsSync(file) || existsSync(swap.direction === 'in' ? candidateOf(file) : asideFile(file, swap))
}

function parseSwap(journal: string): Swap | null {
  let read: Partial<Record<keyof Swap, unknown>> | null
  try {
    read = JSON.parse(readFileSync(journal, 'utf8')) as typeof read
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null) return null
  const { direction, setAside, changeNumber, contentHash } = read
  const isSwap =
    (direction === 'in' || direction === 'back') &&
    typeof setAside === 'string' &&
    // A path would lead the owner's file elsewhere.
    basename(setAside) === setAside &&
    !/^\.*$/.test(setAside) &&
    Number.isSafeInteger(changeNumber) &&
    typeof contentHash === 'string'
  return isSwap ? (read as Swap) : null
}

/**
 * Moves the file and all that belongs to it aside together, then the copy into its place: a log left behind would
 * be read into the restored file. Can be repeated from wherever it stopped.
 * @param step runs after each move, for tests that stop there
 */
export async function moveIn(file: string, swap: Swap, step: () => void = () => undefined): Promise<void> {
  const candidate = candidateOf(file)
  if (!existsSync(candidate)) return
  const aside = asideFile(file, swap)
  mkdirSync(dirname(aside), { recursive: true })
  for (const ending of databaseEndings) {
    if (!existsSync(file + ending)) continue
    await renameFile(file + ending, aside + ending)
    step()
  }
  syncFolder(dirname(aside))
  syncFolder(dirname(file))
  await renameFile(candidate, file)
  step()
  syncFolder(dirname(file))
  syncFolder(dirname(candidate))
}

/** Takes the copy out again and puts everything back as it was. Can be repeated from wherever it stopped. */
export async function moveBack(file: string, swap: Swap, step: () => void = () => undefined): Promise<void> {
  const candidate = candidateOf(file)
  const aside = asideFile(file, swap)
  // There is nothing to put back: the file in its place is the only one there is.
  if (!existsSync(candidate) && !existsSync(aside)) return endSwap(file)
  await writeJournal(file, { ...swap, direction: 'back' })
  step()
  if (!existsSync(candidate)) {
    for (const ending of databaseEndings) {
      if (!existsSync(file + ending)) continue
      await renameFile(file + ending, candidate + ending)
      step()
    }
    syncFolder(dirname(candidate))
    syncFolder(dirname(file))
  }
  for (const ending of databaseEndings) {
    if (!existsSync(aside + ending)) continue
    await renameFile(aside + ending, file + ending)
    step()
  }
  syncFolder(dirname(file))
  const folder = dirname(aside)
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder)
  endSwap(file)
}

/** The journal goes first, and for good: repeated after the owner went on working, the swap would undo that. */
export function endSwap(file: string): void {
  rmSync(journalOf(file))
  syncFolder(restoringFolder(file))
  forgetCandidate(file)
}

/** Removes a copy that was made and not wanted. Never while a swap is under way. */
export function forgetCandidate(file: string): void {
  rmSync(restoringFolder(file), { recursive: true, force: true })
}
