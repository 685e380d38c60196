// "N passed, N failed" is the sum over the runners, and none that broke off or ran nothing passes for well.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import {
  judgeRun,
  readNodeTestResults,
  readPlaywrightResults,
  readVitestResults,
  writeSummary,
} from '../../scripts/testing/results.mjs'
import { makeTemporaryFolder, writeFiles } from './temporary-folder.mjs'

const run = (name, passed, failed, skipped = 0) => ({ name, passed, failed, skipped, seconds: 1, note: '' })
const lastLine = (runs) => writeSummary(runs).split('\n').at(-1)

test('the last line adds up all runners', () => {
  assert.equal(lastLine([run('types', 1, 0), run('unit', 120, 2)]), '121 passed, 2 failed')
  assert.equal(lastLine([run('unit', 120, 0, 3), run('end to end', 9, 1)]), '129 passed, 1 failed, 3 skipped')
})

test('a run that broke off, hung or ran nothing has failed', () => {
  const none = { passed: 0, failed: 0, skipped: 4 }
  const all = { passed: 5, failed: 0, skipped: 0 }
  const notThere = () => fs.readFileSync('/not/there')
  assert.deepEqual(judgeRun({ code: 0, read: () => all }), { ...all, note: '' })
  assert.equal(judgeRun({ code: 0, read: () => none }).failed, 1)
  assert.equal(judgeRun({ code: 139, read: () => all }).failed, 1)
  assert.equal(judgeRun({ code: 137, timedOut: true, read: () => all }).failed, 1)
  assert.deepEqual(judgeRun({ code: 1, read: notThere }), {
    passed: 0,
    failed: 1,
    skipped: 0,
    note: 'left no results (ENOENT)',
  })
  assert.equal(judgeRun({ code: 1, read: () => ({ ...all, failed: 3 }) }).failed, 3)
})

test("vitest's files that would not load count as failures", (t) => {
  const root = makeTemporaryFolder(t)
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ]
  const results = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults }
  writeFiles(root, { 'unit.json': JSON.stringify(results) })
  assert.deepEqual(readVitestResults(path.join(root, 'unit.json')), { passed: 5, failed: 2, skipped: 3 })
})

test("playwright's flaky tests and errors outside tests count as failures", (t) => {
  const root = makeTemporaryFolder(t)
  const results = {
    stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no tests' }],
  }
  writeFiles(root, { 'e2e.json': JSON.stringify(results) })
  assert.deepEqual(readPlaywrightResults(path.join(root, 'e2e.json')), { passed: 7, failed: 3, skipped: 2 })
})

test("Node's runner is counted by our reporter: tests, not their groups", (t) => {
  const root = makeTemporaryFolder(t)
  writeFiles(root, {
    'some.test.mjs': `import { describe, test } from 'node:test'
      describe('group', () => { test('one', () => {}); test('two', () => { throw new Error('no') }) })
      test('three', () => {}); test('four', { skip: 'later' }, () => {})`,
    'broken.test.mjs': "import 'no-such-package'",
  })
  const reporter = new URL('../../scripts/testing/count-reporter.mjs', import.meta.url).href
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const files = ['some.test.mjs', 'broken.test.mjs']
  const args = ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=counts.json', ...files]
  assert.equal(spawnSync(process.execPath, args, { cwd: root, env }).status, 1)
  assert.deepEqual(readNodeTestResults(path.join(root, 'counts.json')), { passed: 2, failed: 2, skipped: 1 })
})
