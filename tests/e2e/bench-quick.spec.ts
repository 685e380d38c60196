// The benchmarks run through, small: every measure has its figure and its floors; what they say is never judged here.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { MeasureResult } from '../../bench/measures.ts'
import { findElectron, projectRoot } from './find-electron.ts'

const minutes = 60_000

/** Electron's own Node, as `npm run bench` takes it: the database module needs it. */
function runBench(out: string): Promise<{ code: number | null; table: string; said: string }> {
  const args = [join(projectRoot, 'bench/run.mjs'), '--quick', '--out', out]
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', REGULARS_ELECTRON: findElectron() }
  const child = spawn(findElectron(), args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
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

test('the quick benchmark fills every line of its table', async ({ browserName: _ }, testInfo) => {
  test.setTimeout(5 * minutes)
  const out = testInfo.outputPath('bench.json')
  const { code, table, said } = await runBench(out)
  expect(code, said).toBe(0)
  const { results } = JSON.parse(readFileSync(out, 'utf8')) as { results: MeasureResult[] }
  expect(results.length).toBeGreaterThan(8)
  for (const { measure, unit, lines } of results) {
    // Only Linux tells the memory of a family of processes.
    if (unit === 'MB' && process.platform !== 'linux') continue
    expect(
      lines.map((line) => line.kind),
      measure,
    ).toEqual(expect.arrayContaining(['ours', 'floor']))
    for (const line of lines) {
      expect(line.samples, `${measure}, ${line.id}`).toBeGreaterThan(0)
      expect(line.median, `${measure}, ${line.id}`).toBeGreaterThan(0)
      expect(line.p95, `${measure}, ${line.id}`).toBeGreaterThanOrEqual(line.median)
      expect(table).toContain(line.what)
    }
  }
})
