// Where a run works: on copies of the data files, so that every run begins alike.
import { spawnSync } from 'node:child_process'
import { constants, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '..')

/** A folder for this run alone; gone when it ends. */
export function makeWorkFolder(root = projectRoot): string {
  const folder = join(root, '.cache/bench', `run-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Makes a data folder with a copy of the file, all of it on the disk: no later sync pays for the copying. */
export function copyDataSet(file: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  copyFileSync(file, join(folder, basename(file)), constants.COPYFILE_FICLONE)
  settleDisk()
  return folder
}

/** Waits until the system has written what it owes to the disk, where it can be asked to. */
export function settleDisk(): void {
  if (process.platform !== 'win32') spawnSync('sync')
}
