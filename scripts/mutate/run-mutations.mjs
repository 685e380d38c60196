// Plants each change in turn, runs the tests that are to notice it, keeps the answer, and adds all up.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ensureBuild } from '../setup/build.mjs'
import { isToldToStop, runNodeToEnd, runToEnd } from '../setup/child-processes.mjs'
import { say } from '../setup/progress.mjs'
import { cacheFolder } from '../setup/project.mjs'
import { findStale } from './find-stale.mjs'
import { copyTree, whilePlanted } from './mutated-tree.mjs'
import { writeTable } from './write-table.mjs'

/** A change may make a loop endless: that is noticed, too. */
const LIMIT_MS = 5 * 60_000

/** Answers whether enough of the changes are noticed; each answer is kept, so that a run that was cut off goes on. */
export async function runMutations(root, project, { mutations, again, endToEnd }) {
  const stale = findStale(root, mutations)
  if (stale.length > 0) {
    say(`The list is stale:\n${stale.join('\n')}`)
    return false
  }
  const tree = copyTree(root)
  const kept = openAnswers(tree, again)
  const asked = mutations.filter((one) => !one.changesNothing && (endToEnd || !one.endToEnd))
  const open = asked.filter((one) => kept.read(one) === undefined)
  for (const [index, mutation] of open.entries()) {
    if (!(await doTestsPass(tree, project, { mutation, kept }))) return false
    const answer = await whilePlanted(tree, mutation, () => runTests(tree, project, mutation))
    if (isToldToStop()) return false
    kept.write(mutation, answer)
    say(`${index + 1} of ${open.length}: ${answer.result.padEnd(8)} ${mutation.file}: ${firstLine(mutation)}`)
  }
  const results = mutations.map((mutation) => ({
    mutation,
    result: mutation.changesNothing ? 'same' : (kept.read(mutation) ?? 'not run'),
  }))
  const { text, isGood } = writeTable(results)
  say(text)
  return isGood
}

const firstLine = ({ find }) => find.trim().split('\n', 1)[0]

/** A test that fails without any change would notice every one. */
async function doTestsPass(tree, project, { mutation, kept }) {
  if (mutation.endToEnd || kept.passed(mutation.tests)) return true
  const { result, by } = await runVitest(tree, project, mutation.tests, [])
  if (result === 'missed') kept.pass(mutation.tests)
  else if (!isToldToStop()) say(`Without any change these fail: ${by.join(' ')}`)
  return result === 'missed'
}

async function runTests(tree, project, { tests, endToEnd }) {
  return endToEnd ? runPlaywright(tree, project, tests) : runVitest(tree, project, tests, ['--bail=1'])
}

/**
 * 'noticed' with the tests that did; 'missed' by all; 'broken' for a change with which no test could be loaded: that
 * says nothing of the tests.
 */
async function runVitest(tree, { electron, env }, tests, more) {
  const file = path.join(tree, '.cache', 'results.json')
  fs.rmSync(file, { force: true })
  const args = ['run', '--config', 'tests/vitest.config.ts', '--maxWorkers=1', ...more]
  const { code, timedOut } = await runToEnd(
    electron,
    [
      path.join(tree, 'node_modules', 'vitest', 'vitest.mjs'),
      ...args,
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...tests,
    ],
    {
      cwd: tree,
      env: {
        ...env,
        ELECTRON_RUN_AS_NODE: '1',
        NODE_COMPILE_CACHE: path.join(cacheFolder(tree), 'compiled'),
      },
      limitMs: LIMIT_MS,
    },
  )
  if (timedOut) return { result: 'noticed', by: tests }
  if (code === 0) return { result: 'missed', by: tests }
  const { testResults } = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { testResults: [] }
  const failed = testResults.filter(({ status }) => status === 'failed')
  const by = failed.map(({ name }) => path.relative(tree, name))
  // An error that no test waited for fails the run and is in no file's result.
  const isLoaded = failed.every(({ assertionResults }) =>
    assertionResults.some(({ status }) => status === 'failed'),
  )
  return testResults.length > 0 && isLoaded
    ? { result: 'noticed', by: by.length > 0 ? by : tests }
    : { result: 'broken', by }
}

async function runPlaywright(tree, { env }, tests) {
  try {
    await ensureBuild(tree)
  } catch {
    return { result: 'broken', by: tests }
  }
  const script = path.join(tree, 'node_modules', '@playwright', 'test', 'cli.js')
  const args = ['test', '--config', 'tests/playwright.config.ts', '--workers=1', '--max-failures=1']
  const { code } = await runNodeToEnd(script, [...args, ...tests.map((test) => path.basename(test))], {
    cwd: tree,
    env,
    limitMs: LIMIT_MS,
  })
  return { result: code === 0 ? 'missed' : 'noticed', by: tests }
}

/**
 * An answer holds for the file, the change, and the tests that gave it, as they were: one test that notices is enough,
 * whatever becomes of the others; a change that was missed was missed by all.
 */
function openAnswers(tree, again) {
  const file = path.join(tree, '..', 'answers.json')
  const answers = fs.existsSync(file) && !again ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const keyOf = (mutation) =>
    hashOf([fs.readFileSync(path.join(tree, mutation.file)), mutation.find, mutation.replace])
  const hashTests = (tests) => hashOf(tests.flatMap((test) => listContents(tree, test)))
  const sources = hashTests(['src', 'tests/support'])
  const keyOfPassed = (tests) => hashOf(['unchanged', sources, hashTests(tests)])
  return {
    /** Whether these tests were seen to pass in this very tree. */
    passed: (tests) => answers[keyOfPassed(tests)] !== undefined,
    pass(tests) {
      answers[keyOfPassed(tests)] = { result: 'passed' }
    },
    read(mutation) {
      const answer = answers[keyOf(mutation)]
      if (!answer || answer.tests !== hashTests(answer.by)) return undefined
      // Other tests may be named for it by now.
      const isOfThese = answer.result === 'noticed' || answer.by.join() === mutation.tests.join()
      return isOfThese ? answer.result : undefined
    },
    write(mutation, { result, by }) {
      answers[keyOf(mutation)] = { result, by, tests: hashTests(by) }
      // Whole or not at all: a run may be killed at any moment.
      fs.writeFileSync(`${file}.part`, JSON.stringify(answers, null, 1))
      fs.renameSync(`${file}.part`, file)
    },
  }
}

function listContents(tree, place) {
  const full = path.join(tree, place)
  const stats = fs.statSync(full, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return [place, stats ? fs.readFileSync(full) : '']
  return fs
    .readdirSync(full)
    .sort()
    .flatMap((name) => listContents(tree, path.join(place, name)))
}

function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
