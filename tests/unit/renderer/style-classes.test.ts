// Markup and style sheets name the same classes: one that is missing or left over would say nothing by itself.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../src/renderer')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const defined = new Map(
  globSync('**/*.module.css', { cwd: root }).map((file) => {
    const css = read(file).replace(/\/\*[\s\S]*?\*\/|:global\([^)]*\)|\{[^{}]*\}/g, '')
    return [file, new Set([...css.matchAll(/\.([a-z]\w*)/gi)].map(([, name = '']) => name))]
  }),
)

/** `sheet class` of each class that the markup names. */
const used = new Set(
  globSync('**/*.tsx', { cwd: root }).flatMap((file) => {
    const source = read(file)
    return [...source.matchAll(/import (\w+) from '(.+\.module\.css)'/g)].flatMap(([, local, path = '']) => {
      const names = [...source.matchAll(new RegExp(`(?<![-\\w./])${local}\\.(\\w+)`, 'g'))].map(
        ([, name]) => name,
      )
      return names.map((name) => `${join(dirname(file), path)} ${name}`)
    })
  }),
)

test('every class that the markup names is in its sheet', () => {
  const missing = [...used].filter((use) => {
    const [sheet = '', name = ''] = use.split(' ')
    return !defined.get(sheet)?.has(name)
  })
  expect(used.size).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

test('every class of a sheet is in the markup', () => {
  const all = [...defined].flatMap(([sheet, names]) => [...names].map((name) => `${sheet} ${name}`))
  expect(all.filter((one) => !used.has(one))).toEqual([])
})
