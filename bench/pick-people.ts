// Chooses people of a seeded file, the same each time: whom a run opens, and what it types.
import Database from 'better-sqlite3'
import type { Sqlite } from '../src/data/engine/store.ts'
import { foldText } from '../src/shared/rules/people/fold-text.ts'
import { makeRandom } from '../tests/support/random.ts'
import type { Plan } from './plan.ts'

export interface Picked {
  /** Names that stand first when they are typed in full. */
  people: string[]
  /** The first letters of family names. */
  typed: string[]
}

export function pickPeople(file: string, plan: Plan): Picked {
  const sqlite = new Database(file, { readonly: true })
  try {
    const random = makeRandom(23)
    const count = countPeople(sqlite)
    const read = sqlite.prepare('SELECT name FROM people WHERE id = ?').pluck()
    const most = plan.warmUp + Math.max(plan.opens, plan.logs)
    const people = Array.from({ length: most }, () => read.get(1 + random.below(count)) as string)
    return { people, typed: pickTypedNames(sqlite, plan.names + plan.warmUp, plan.letters) }
  } finally {
    sqlite.close()
  }
}

/** Family names out of the file as an owner types them, without accents. */
export function pickTypedNames(sqlite: Sqlite, names: number, letters: number): string[] {
  const random = makeRandom(7)
  const people = countPeople(sqlite)
  const read = sqlite.prepare('SELECT family_name FROM people WHERE id = ?').pluck()
  const typed = new Set<string>()
  while (typed.size < names) {
    const name = foldText(read.get(1 + random.below(people)) as string)
    if (name.length >= letters && !name.includes(' ')) typed.add(name.slice(0, letters))
  }
  return [...typed]
}

function countPeople(sqlite: Sqlite): number {
  return sqlite.prepare('SELECT count(*) FROM people').pluck().get() as number
}
