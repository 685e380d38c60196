// The sources as a graph: no file and no folder may lead back to itself, by value, by type or by a dynamic import.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const importing =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"](\.[^'"]+)['"]|\bimport\s*\(?\s*['"](\.[^'"]+)['"]/g

type Graph = Map<string, Set<string>>

function readGraph(): Graph {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join('src', name).replaceAll('\\', '/'))
  const known = new Set(files)
  return new Map(
    files.map((file) => {
      const found = [...readFileSync(join(root, file), 'utf8').matchAll(importing)]
      const targets = found.map((match) => join(dirname(file), match[1] ?? match[2]!).replaceAll('\\', '/'))
      return [file, new Set(targets.filter((target) => known.has(target)))]
    }),
  )
}

/** The folders that hold files, and which of them import which others. */
function foldersOf(files: Graph): Graph {
  const folders: Graph = new Map()
  for (const [file, targets] of files) {
    const from = dirname(file)
    const others = folders.get(from) ?? new Set<string>()
    folders.set(from, others)
    for (const target of targets) if (dirname(target) !== from) others.add(dirname(target))
  }
  return folders
}

/** For each node that leads back to itself the shortest way round, each circle once. */
function findCircles(graph: Graph): string[] {
  const circles = new Map<string, string>()
  for (const start of graph.keys()) {
    const circle = findWayBack(graph, start)
    const key = circle && [...circle].sort().join()
    if (key && !circles.has(key)) circles.set(key, [...circle, start].join(' > '))
  }
  return [...circles.values()]
}

function findWayBack(graph: Graph, start: string): string[] | undefined {
  const ways = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of graph.get(way.at(-1)!) ?? []) {
      if (next === start) return way
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}

const files = readGraph()

test('the sources are read with what they import', () => {
  expect(files.get('src/data/file-worker.ts')).toContain('src/data/backup/copy-data-file.ts')
  const imports = [...files.values()].reduce((sum, targets) => sum + targets.size, 0)
  expect(imports).toBeGreaterThan(files.size)
})

test('a circle is found, and its way is shown', () => {
  const graph = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c'])],
    ['c', new Set(['a'])],
    ['d', new Set(['a'])],
  ])
  expect(findCircles(graph)).toEqual(['a > b > c > a'])
})

test('no file leads back to itself', () => {
  expect(findCircles(files)).toEqual([])
})

test('no folder leads back to itself', () => {
  expect(findCircles(foldersOf(files))).toEqual([])
})

test.each([
  ['engine', ['engine', 'migrations']],
  ['records', ['engine', 'records']],
])('src/data/%s imports no area', (floor, below) => {
  const allowed = below.map((name) => `src/data/${name}`)
  const wrong = [...files].flatMap(([file, targets]) =>
    [...targets]
      .filter((target) => target.startsWith('src/data/') && !allowed.includes(dirname(target)))
      .filter(() => dirname(file) === `src/data/${floor}`)
      .map((target) => `${file} > ${target}`),
  )
  expect(wrong).toEqual([])
})
