// The benchmarks run through, small: every line has its figure, and a program that shows no Today has none.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type MeasureResult, measures } from '../../bench/measures.ts'
import type { Program } from '../../bench/program.ts'
import { startOnce } from '../../bench/start-measures.ts'
import { findElectron, projectRoot } from './find-electron.ts'
import { monday } from './fixtures.ts'

const minutes = 60_000

let endBench = () => {}
// When the time is up the test is left where it stands: its windows must not stay open under the next one.
test.afterEach(() => endBench())

/** Plain Node, as `npm run bench` takes it. */
function runBench(args: string[]): Promise<{ code: number | null; table: string; said: string }> {
  const child = spawn(process.execPath, [join(projectRoot, 'bench/run.mjs'), '--quick', ...args], {
    env: { ...process.env, REGULARS_ELECTRON: findElectron() },
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, which ends as one
  })
  endBench = () => {
    if (child.exitCode === null) process.kill(process.platform === 'win32' ? child.pid! : -child.pid!)
  }
  let table = ''
  let said = ''
  child.stdout.on('data', (chunk) => {
    table += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, table, said }))
  })
}

/** Only Linux tells the memory of a family of processes. */
const measurable = measures.filter(({ unit }) => unit === 'ms' || process.platform === 'linux')
const byWindow = [
  'start',
  'today',
  'memory',
  'tour',
  'list',
  'focus',
  'scroll',
  'search',
  'open',
  'log',
  'print',
]

test('the quick benchmark fills every line, those of an older checkout too', async ({
  browserName: _,
}, testInfo) => {
  test.setTimeout(5 * minutes)
  const out = testInfo.outputPath('bench.json')
  const all = measures.map(({ id }) => id).join()
  const { code, table, said } = await runBench(['--before', projectRoot, '--only', all, '--out', out])
  expect(code, said).toBe(0)
  const { results } = JSON.parse(readFileSync(out, 'utf8')) as { results: MeasureResult[] }
  expect(results.map(({ measure }) => measure)).toEqual(measurable.map(({ id }) => id))
  for (const [index, { measure, lines }] of results.entries()) {
    const wanted = measurable[index]!.lines.map((line) => line.id as string)
    if (byWindow.includes(measure)) wanted.push('before')
    expect(lines.map((line) => line.id).sort(), measure).toEqual(wanted.sort())
    for (const line of lines) {
      expect(line.median, `${measure}, ${line.id}`).toBeGreaterThan(0)
      expect(line.p95, `${measure}, ${line.id}`).toBeGreaterThanOrEqual(line.median)
      expect(table).toContain(line.what)
    }
  }
})

test('a program whose file does not open has no figure but an error', async ({
  browserName: _,
}, testInfo) => {
  const work = testInfo.outputPath()
  const data = testInfo.outputPath('no-folder')
  writeFileSync(data, 'a file where the folder should be')
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env
  const program: Program = {
    line: 'ours',
    electron: findElectron(),
    switches: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    args: [projectRoot, '--data', data, '--today', monday],
    env: { ...(env as Record<string, string>), XDG_CONFIG_HOME: testInfo.outputPath('config') },
  }
  await expect(startOnce(program, work)).rejects.toThrow('Your file is not open')
})
