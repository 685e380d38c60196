// Who is shown and who is on the list is said by name (data/records/shown-people.ts), never anew in a query of an area.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const data = join(import.meta.dirname, '../../../src/data')
const byHand = /\b(deleted_at|left_on)(?: IS NULL|', 'is', null)/gi

/** Where the condition stands as it is: one table without a name of its own, or the bin itself. */
const exceptions: Record<string, number> = {
  'import-export/write-people.ts': 1,
  'people/bin.ts': 1,
  'people/find-people.ts': 2,
  'people/people-filters.ts': 3,
  'places/places.ts': 2,
}

test('no query of an area writes by hand who is shown', () => {
  const files = globSync('**/*.ts', { cwd: data }).filter(
    (file) => !/^(engine|records|migrations|demo|backup)[\\/]/.test(file),
  )
  expect(files.length).toBeGreaterThan(50)
  const found = files.flatMap((file) => {
    const count = readFileSync(join(data, file), 'utf8').match(byHand)?.length ?? 0
    return count > 0 ? [[file.replaceAll('\\', '/'), count] as const] : []
  })
  expect(Object.fromEntries(found)).toEqual(exceptions)
})
