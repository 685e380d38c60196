// Moves or copies a data file and all that lies beside it into a dated folder of `set-aside`: nothing of the owner's is ever deleted.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyPrivately, databaseEndings, renameFile, syncFile, syncFolder } from './durable-files.ts'
import { localTimeOf } from './local-time.ts'

/** Beside the data file; each folder in it holds one file as it was. */
export const setAsideName = 'set-aside'
export const asideOf = (file: string, name: string) => join(dirname(file), setAsideName, name)

/** A name for the folder that takes the old file; a number follows when there is one of that minute. */
export function findAsideName(file: string, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${wanted}${number === 1 ? '' : ` (${number})`}`
    if (!existsSync(asideOf(file, name))) return name
  }
}

/** A new folder, named after the instant. */
function makeAside(file: string, now: string): string {
  const day = Temporal.Instant.from(now).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate()
  const aside = asideOf(file, findAsideName(file, `${day} ${localTimeOf(now)}`))
  mkdirSync(aside, { recursive: true })
  syncFolder(dirname(aside))
  syncFolder(dirname(file))
  return aside
}

async function moveInto(aside: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await renameFile(path, join(aside, basename(path)))
  syncFolder(aside)
  if (paths[0]) syncFolder(dirname(paths[0]))
}

const besideEndings = databaseEndings.filter((ending) => ending !== '')

const listThere = (file: string, endings: readonly string[]) =>
  endings.map((ending) => file + ending).filter((path) => existsSync(path))

/** Moves the file away with its log, and other paths with them; nothing is left in their places. */
export async function setFileAside(file: string, now: string, others: readonly string[] = []): Promise<void> {
  const paths = [...listThere(file, databaseEndings), ...others.filter((path) => existsSync(path))]
  if (paths.length > 0) await moveInto(makeAside(file, now), paths)
}

/** Moves what lies beside the file away and leaves the file; its copy goes with it, so that the two can be joined again. */
export async function setLogAside(file: string, now: string): Promise<void> {
  const aside = copyAside(file, now, [''])
  await moveInto(aside, listThere(file, besideEndings))
}

/** Copies the file and its log before they change. */
export function copyAside(file: string, now: string, endings: readonly string[] = databaseEndings): string {
  const aside = makeAside(file, now)
  for (const path of listThere(file, endings)) {
    if (!statSync(path).isFile()) continue
    const copy = join(aside, basename(path))
    copyPrivately(path, copy)
    syncFile(copy)
  }
  syncFolder(aside)
  return aside
}
