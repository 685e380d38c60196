// Seeded data files, built once and kept.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dataFileName } from '../src/data/engine/open-database.ts'

interface Seed {
  seedToday: string
  seedDataFile(options: { folder: string; people: number }): Promise<void>
}

/**
 * The data file for so many people as the checkout at `root` makes it, and the day its rows are made for; built
 * when it is not there yet. A small file of the same making is its mark: other rows or another schema, another mark.
 */
export async function ensureDataSet(
  root: string,
  people: number,
  say: (line: string) => void,
): Promise<{ file: string; today: string }> {
  const seed = pathToFileURL(join(root, 'tests/support/seed.ts')).href
  const { seedDataFile, seedToday }: Seed = await import(seed)
  const cache = join(root, '.cache/bench')
  const small = join(cache, `mark-${process.pid}`)
  rmSync(small, { recursive: true, force: true })
  await seedDataFile({ folder: small, people: 100 })
  const mark = createHash('sha256').update(readFileSync(join(small, dataFileName)))
  rmSync(small, { recursive: true })
  const folder = join(cache, `people-${people}-${mark.digest('hex').slice(0, 12)}`)
  if (!existsSync(folder)) {
    const part = `${folder}.part`
    rmSync(part, { recursive: true, force: true })
    say(`Making a file of ${people.toLocaleString('en')} people; it is kept for the next run.`)
    await seedDataFile({ folder: part, people })
    renameSync(part, folder)
  }
  return { file: join(folder, dataFileName), today: seedToday }
}
