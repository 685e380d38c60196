// The data folder itself: for its owner alone, without what an interrupted start left behind, and the traces of a shop in it.
import { chmodSync, existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readChangeFile } from './change-file.ts'
import { databaseEndings } from './durable-files.ts'
import { setAsideName } from './set-aside.ts'

const privateFolder = 0o700
const privateFile = 0o600

/** Names that are ours in a folder that may hold other things: the file, its neighbours, copies made before an upgrade. */
const ours = /^(regulars\.(db|changes)|lock\.db|set-aside|restoring|checking-)/

/** What a start that was cut off leaves: never the only copy of anything. */
const leftover = /^(regulars\.db.*\.part(-journal|-wal|-shm)?|regulars\.db\.begun.*|checking-.*)$/

/** Other people on this computer can read none of it. A disk that knows no permissions is no fault. */
export function keepPrivate(folder: string): void {
  keepPathPrivate(folder)
  for (const name of listNames(folder)) if (ours.test(name)) keepTreePrivate(join(folder, name))
}

function keepTreePrivate(path: string): void {
  if (keepPathPrivate(path) !== 'folder') return
  for (const name of listNames(path)) keepTreePrivate(join(path, name))
}

function keepPathPrivate(path: string): 'folder' | 'file' {
  try {
    const found = lstatSync(path)
    // What a link leads to is not ours to change.
    if (found.isSymbolicLink()) return 'file'
    const isFolder = found.isDirectory()
    const wanted = isFolder ? privateFolder : privateFile
    if ((found.mode & 0o777) !== wanted) chmodSync(path, wanted)
    return isFolder ? 'folder' : 'file'
  } catch {
    return 'file'
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Removes what was begun and never came to its name. What cannot be removed now is tried again at the next start. */
export function clearLeftovers(folder: string): void {
  for (const name of listNames(folder)) if (leftover.test(name)) forget(join(folder, name))
  const aside = join(folder, setAsideName)
  for (const name of listNames(aside)) removeEmptyFolder(join(aside, name))
  removeEmptyFolder(aside)
}

function forget(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // In use, or the disk is read-only.
  }
}

function removeEmptyFolder(path: string): void {
  try {
    rmdirSync(path)
  } catch {
    // It holds something, or is none.
  }
}

/**
 * Whether a shop was kept here though its file is not there: then a new, empty one must not look like it. The lock
 * alone is no trace.
 */
export function hasTraces(file: string): boolean {
  const folder = dirname(file)
  const isBeside = databaseEndings.some((ending) => ending !== '' && existsSync(file + ending))
  const isEarlier = listNames(folder).some((name) => name.startsWith(`${basename(file)}.before-version-`))
  const aside = [setAsideName, 'restoring'].some((name) => listNames(join(folder, name)).length > 0)
  return isBeside || isEarlier || aside || (readChangeFile(file)?.changeNumber ?? 0) > 0
}
