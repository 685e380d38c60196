// The list of planted changes fits the tree, and what plants them leaves nothing behind.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findStale } from '../../scripts/mutate/find-stale.mjs'
import { copyTree, plant, whilePlanted } from '../../scripts/mutate/mutated-tree.mjs'
import { writeTable } from '../../scripts/mutate/write-table.mjs'
import { projectRoot } from '../../scripts/setup/project.mjs'
import { listMutations } from '../mutations/index.mjs'
import { makeTemporaryFolder } from './temporary-folder.mjs'

test('every change is planted in exactly one place, and its tests are there', () => {
  assert.deepEqual(findStale(projectRoot, listMutations()), [])
})

test('there are at least 150, over data, rules, main and the page', () => {
  const mutations = listMutations()
  assert.ok(mutations.length >= 150)
  for (const floor of ['src/data/', 'src/shared/rules/', 'src/main/', 'src/renderer/'])
    assert.ok(mutations.some(({ file }) => file.startsWith(floor)))
})

const change = { file: 'src/a.ts', find: 'one < two', replace: 'one <= $&', tests: ['tests/a.test.ts'] }

function makeProject(t) {
  const root = makeTemporaryFolder(t)
  for (const folder of ['src', 'tests', 'node_modules', '.cache/electron'])
    fs.mkdirSync(path.join(root, folder), { recursive: true })
  fs.writeFileSync(path.join(root, 'src/a.ts'), 'if (one < two) twice(3, 3)\n')
  fs.writeFileSync(path.join(root, 'tests/a.test.ts'), '')
  return root
}

test('a change that stands nowhere, twice or for nothing is told of, and so is one without its tests', (t) => {
  const root = makeProject(t)
  assert.deepEqual(findStale(root, [change]), [])
  for (const wrong of [
    { find: 'three' },
    { find: '3' },
    { find: 'one < two', replace: 'one < two' },
    { file: 'src/b.ts' },
    { tests: ['tests/b.test.ts'] },
    { tests: [] },
  ])
    assert.equal(findStale(root, [{ ...change, ...wrong }]).length, 1)
  assert.equal(findStale(root, [change, change]).length, 1)
})

test('it is planted in a copy alone, as written, and taken out whatever happens', async (t) => {
  const root = makeProject(t)
  const text = fs.readFileSync(path.join(root, 'src/a.ts'), 'utf8')
  const tree = copyTree(root)
  const read = (place) => fs.readFileSync(path.join(place, 'src/a.ts'), 'utf8')
  await assert.rejects(
    whilePlanted(tree, change, () => {
      assert.equal(read(tree), 'if (one <= $&) twice(3, 3)\n')
      assert.equal(read(root), text)
      throw new Error('cut off')
    }),
    /cut off/,
  )
  assert.equal(read(tree), text)
  // One that was killed before it could take its change out.
  fs.writeFileSync(path.join(tree, 'src/a.ts'), plant(text, change))
  fs.writeFileSync(path.join(tree, 'src/left.ts'), '')
  copyTree(root)
  assert.equal(read(tree), text)
  assert.ok(!fs.existsSync(path.join(tree, 'src/left.ts')))
})

test('under 85 of 100 noticed is not enough, and neither is a change nothing can run with', () => {
  const results = (noticed, missed, broken = 0) =>
    [...Array(noticed).fill('noticed'), ...Array(missed).fill('missed'), ...Array(broken).fill('broken')].map(
      (result) => ({ mutation: change, result }),
    )
  assert.equal(writeTable(results(85, 15)).isGood, true)
  assert.equal(writeTable(results(84, 16)).isGood, false)
  assert.equal(writeTable(results(99, 0, 1)).isGood, false)
  assert.equal(writeTable([]).isGood, false)
  assert.match(writeTable(results(17, 3)).text, /17 of 20 changes noticed, 85\.0 %/)
})
