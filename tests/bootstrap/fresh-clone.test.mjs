// A stranger's fresh clone, with nothing beside it: every test of the whole suite can be collected there.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findElectron } from '../../scripts/setup/electron.mjs'
import { projectRoot } from '../../scripts/setup/project.mjs'
import { makeTemporaryFolder } from './temporary-folder.mjs'

const git = spawnSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' })
const electron = process.env.REGULARS_ELECTRON ?? findElectron(projectRoot)
const skip =
  git.status !== 0
    ? 'this is no clone: git does not say which files belong to it'
    : !electron && 'no Electron'

/** A copy of what git keeps, as it lies here; the packages are lent by a link. */
function copyClone(t) {
  const root = path.join(makeTemporaryFolder(t), 'regulars')
  for (const name of git.stdout.split('\0').filter(Boolean)) {
    const file = path.join(projectRoot, name)
    if (!fs.existsSync(file)) continue // deleted, and not yet committed
    fs.cpSync(file, path.join(root, name), { recursive: true })
  }
  fs.symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'), 'junction')
  return root
}

function collect(root, program, args, env = {}) {
  const { NODE_TEST_CONTEXT: _, ...own } = process.env
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...own, REGULARS_ELECTRON: electron, ...env },
  })
  assert.equal(status, 0, `${stdout}\n${stderr}`)
  return stdout
}

test('unit, data and end-to-end tests are all found in a fresh clone', { skip }, (t) => {
  const root = copyClone(t)
  const count = (folder, ending) =>
    fs
      .readdirSync(path.join(root, 'tests', folder), { recursive: true })
      .filter((name) => name.endsWith(ending)).length

  // A name that no test has: each file is read and its suites are looked at, but nothing runs. Listing looks less closely.
  const args = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=json',
    '--outputFile=found.json',
    '-t',
    'no test has this name',
  ]
  collect(root, electron, ['node_modules/vitest/vitest.mjs', ...args], { ELECTRON_RUN_AS_NODE: '1' })
  const { numPassedTests, testResults } = JSON.parse(fs.readFileSync(path.join(root, 'found.json'), 'utf8'))
  assert.equal(numPassedTests, 0)
  assert.equal(testResults.length, count('unit', '.test.ts') + count('data', '.test.ts'))

  const playwright = ['test', '--config', 'tests/playwright.config.ts', '--list']
  assert.match(
    collect(root, process.execPath, ['node_modules/@playwright/test/cli.js', ...playwright]),
    new RegExp(`Total: \\d+ tests in ${count('e2e', '.spec.ts')} files`),
  )
})
