// One function for each kind of check; each returns how many passed, failed and were skipped.
import fs from 'node:fs'
import path from 'node:path'
import { runInElectronNode } from '../launch/electron-as-node.mjs'
import { ensureBuild } from '../setup/build.mjs'
import { runNodeToEnd, runToEnd } from '../setup/child-processes.mjs'
import { needsVirtualDisplay, openVirtualDisplay } from '../setup/display.mjs'
import { cacheFolder } from '../setup/project.mjs'
import { sayFailure } from '../setup/setup-error.mjs'
import { judgeRun, readNodeTestResults, readPlaywrightResults, readVitestResults } from './results.mjs'

const vitestConfig = ['--config', 'tests/vitest.config.ts']
const playwrightConfig = ['--config', 'tests/playwright.config.ts']
const LIMIT_MS = 20 * 60_000 // a runner that hangs must not take the others' results with it

/** Every environment that tsconfig.json names, each by its own rules; only what has changed is read again. */
export async function checkTypes({ root, env }) {
  const { code } = await runNodeToEnd(tool(root, 'typescript', 'bin', 'tsc'), ['-b'], shown(root, env))
  return oneCheck(code === 0)
}

export async function checkLint({ root, env }) {
  const biome = tool(root, '@biomejs', 'biome', 'bin', 'biome')
  const { code } = await runNodeToEnd(biome, ['check', '.'], shown(root, env))
  return oneCheck(code === 0)
}

export async function checkBuild({ root }) {
  try {
    await ensureBuild(root)
    return oneCheck(true)
  } catch (error) {
    sayFailure(error)
    return oneCheck(false)
  }
}

/** Rules and data, in Electron's own Node. */
export const runUnitTests = (project) => runVitest(project, [])

/** Without those that copy, break or race whole files, which take half of the time. */
export const runQuickUnitTests = (project) =>
  runVitest(
    project,
    slowTests.map((pattern) => `--exclude=${pattern}`),
  )

const slowTests = [
  'tests/data/backup/**',
  'tests/data/demo/**',
  'tests/data/engine/{lock,time-zones}.test.ts',
  'tests/data/app/undo*.test.ts',
]

async function runVitest({ root, env, electron }, which) {
  const file = resultFile(root, 'unit')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = ['run', ...vitestConfig, ...reporters, ...which]
  const run = await runInElectronNode(electron, tool(root, 'vitest', 'vitest.mjs'), args, {
    cwd: root,
    // Whole-file work runs in threads that each load the sources anew: read once, they take a third of the processor.
    env: { ...env, NODE_COMPILE_CACHE: path.join(cacheFolder(root), 'compiled') },
    limitMs: LIMIT_MS,
  })
  return judgeRun({ ...run, read: () => readVitestResults(file) })
}

/** A story waits about half of its time, so that three at once keep two cores busy. */
const STORIES_AT_ONCE = 3

/**
 * The owner's stories in the real window. On virtual displays several at a time, each on its own display: windows on
 * one would take each other's focus and clipboard.
 */
export async function runEndToEndTests({ root, env }) {
  const file = resultFile(root, 'end-to-end')
  const displays = needsVirtualDisplay()
    ? await Promise.all(Array.from({ length: STORIES_AT_ONCE }, () => openVirtualDisplay()))
    : []
  const playwright = tool(root, '@playwright', 'test', 'cli.js')
  try {
    const run = await runNodeToEnd(
      playwright,
      ['test', ...playwrightConfig, '--reporter=list,json'],
      shown(root, {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        REGULARS_DISPLAYS: JSON.stringify(displays.map((display) => display.env)),
      }),
    )
    return judgeRun({ ...run, read: () => readPlaywrightResults(file) })
  } finally {
    await Promise.all(displays.map((display) => display.close()))
  }
}

/** The quick setting of the fault tests: two checks a row, what it tries and its control. */
export async function runQuickFaults({ root, env, electron }) {
  const file = resultFile(root, 'faults')
  const display = needsVirtualDisplay() ? await openVirtualDisplay() : null
  try {
    const run = await runInElectronNode(
      electron,
      path.join(root, 'tests', 'faults', 'run.ts'),
      ['--quick', file],
      {
        cwd: root,
        env: { ...env, ...display?.env, NODE_NO_WARNINGS: '1' },
        limitMs: LIMIT_MS,
      },
    )
    return judgeRun({ ...run, read: () => readNodeTestResults(file) })
  } finally {
    await display?.close()
  }
}

/** The set-up scripts, in the plain Node they run in. */
export async function runBootstrapTests({ root, env }) {
  const file = resultFile(root, 'bootstrap')
  const folder = path.join(root, 'tests', 'bootstrap')
  const tests = fs.readdirSync(folder).filter((name) => name.endsWith('.test.mjs'))
  const reporter = new URL('./count-reporter.mjs', import.meta.url).href
  const reporters = [
    ['--test-reporter=spec', '--test-reporter-destination=stdout'],
    [`--test-reporter=${reporter}`, `--test-reporter-destination=${file}`],
  ].flat()
  const args = ['--test', ...reporters, ...tests.map((name) => path.join(folder, name))]
  const run = await runToEnd(process.execPath, args, shown(root, env))
  return judgeRun({ ...run, read: () => readNodeTestResults(file) })
}

/** How the runners are run: on the screen, without a keyboard, not for ever. */
function shown(root, env) {
  return { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], limitMs: LIMIT_MS }
}

function oneCheck(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, note: '' }
}

/** Where a runner leaves its counts; those of an earlier run go first, lest they be taken for this one's. */
function resultFile(root, name) {
  const file = path.join(cacheFolder(root), 'results', `${name}.json`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.rmSync(file, { force: true })
  return file
}

const tool = (root, ...parts) => path.join(root, 'node_modules', ...parts)
