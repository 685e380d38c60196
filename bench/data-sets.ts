// Seeded data files, built once and kept; each run works on copies, so that every run begins alike.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFileName } from '../src/data/engine/open-database.ts'
import { seedDataFile } from '../tests/support/seed.ts'

export const projectRoot = join(import.meta.dirname, '..')
const cache = join(projectRoot, '.cache', 'bench')

/** What the rows of a seeded file depend on: another text of one of these builds it anew. */
const sources = [
  'src/data/migrations/0001-initial.ts',
  'src/data/engine/report-views.ts',
  'src/data/engine/row-hashes.ts',
  'src/data/engine/search-index.ts',
  'src/data/engine/summaries.ts',
  'src/shared/rules/people/fold-text.ts',
  'tests/support/random.ts',
  'tests/support/seed.ts',
  'tests/support/seed-words.ts',
]

function hashSources(): string {
  const digest = createHash('sha256')
  for (const source of sources) digest.update(readFileSync(join(projectRoot, source)))
  return digest.digest('hex').slice(0, 12)
}

/** The data file for so many people, built when it is not there yet. */
export async function ensureDataSet(people: number, say: (line: string) => void): Promise<string> {
  const folder = join(cache, `people-${people}-${hashSources()}`)
  if (existsSync(folder)) return join(folder, dataFileName)
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  say(`Making a file of ${people.toLocaleString('en')} people; it is kept for the next run.`)
  await seedDataFile({ folder: part, people })
  renameSync(part, folder)
  return join(folder, dataFileName)
}

/** A folder for this run alone; gone when it ends. */
export function makeWorkFolder(): { path: string; remove(): void } {
  const path = join(cache, `run-${process.pid}`)
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A data folder with a copy of the file, all of it on the disk, so that no later sync pays for the copying. */
export function copyDataSet(file: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, dataFileName)
  copyFileSync(file, copy, constants.COPYFILE_FICLONE)
  settleDisk()
  return copy
}

/** Waits until the system has written what it owes to the disk, where it can be asked to. */
export function settleDisk(): void {
  if (process.platform !== 'win32') spawnSync('sync')
}
