// Entry of the fault tests, in Electron's own Node: the full figures as a table, the quick setting, or one range of seeds.
//
// npm run faults -- [--only ROW,ROW] [--seeds FROM-TO] [--minutes N] [--any-program] [--table]

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  findNextRange,
  fingerprint,
  isGreen,
  keepResult,
  type Line,
  type Result,
  readResults,
  sumUp,
  writeTable,
} from './results.ts'
import { type Row, rows } from './rows.ts'
import { emptyOutcome, Tally } from './tally.ts'
import { clearPlace, makePlace, projectRoot, readyPlace } from './work-folder.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seeds: { type: 'string' },
    minutes: { type: 'string' },
    'any-program': { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
    /** Writes passed, failed and skipped to this file. */
    quick: { type: 'string' },
    /** One range, in this process: its row, and where its result goes. */
    range: { type: 'string' },
    out: { type: 'string' },
  },
})
const ledger = join(projectRoot, '.cache/faults/results.jsonl')
/** A range that hangs must not take the others with it. */
const rangeLimitMs = 20 * 60_000
const say = (text: string) => process.stdout.write(`${text}\n`)

function readSeeds(text: string): { from: number; to: number } {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text) ?? []
  if (from === undefined || Number(to) < Number(from)) throw new Error(`--seeds wants FROM-TO, not ${text}`)
  return { from: Number(from), to: Number(to) }
}

function chooseRows(only: string | undefined): readonly Row[] {
  const ids = only?.split(',') ?? rows.map((row) => row.id)
  const unknown = ids.filter((id) => !rows.some((row) => row.id === id))
  if (unknown.length > 0)
    throw new Error(`no row ${unknown}: there are ${rows.map((row) => row.id).join(', ')}`)
  return rows.filter((row) => ids.includes(row.id))
}

/** Why a row cannot run here; null when it can. */
function findHindrance({ needs }: Row): string | null {
  if (needs === 'strace') {
    const { status } = spawnSync('strace', ['-o', '/dev/null', 'true'])
    if (status !== 0) return 'not run: strace is not installed, or may not trace here'
  }
  if (
    needs === 'display' &&
    process.platform === 'linux' &&
    !process.env.DISPLAY &&
    !process.env.WAYLAND_DISPLAY
  ) {
    return 'not run: there is no display'
  }
  return null
}

async function measureRange(
  row: Row,
  { from, to }: { from: number; to: number },
  quick: boolean,
): Promise<Result> {
  const tally = new Tally()
  await row.measure({ program: projectRoot, from, to, quick }, tally)
  return { row: row.id, from, to, program: fingerprint(projectRoot), outcome: tally.outcome }
}

/** In a process of its own, lest what one range leaves in memory tells in the next. */
async function runRange(row: Row, range: { from: number; to: number }, quick: boolean): Promise<Result> {
  const out = join(projectRoot, '.cache/faults', `range-${process.pid}-${row.id}.json`)
  mkdirSync(dirname(out), { recursive: true })
  rmSync(out, { force: true })
  const args = [
    '--range',
    row.id,
    '--seeds',
    `${range.from}-${range.to}`,
    '--out',
    out,
    ...(quick ? ['--quick', '-'] : []),
  ]
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE: join(projectRoot, '.cache/compiled') },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2000)
  })
  const late = setTimeout(() => child.kill('SIGKILL'), rangeLimitMs)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(late)
  try {
    return JSON.parse(readFileSync(out, 'utf8')) as Result
  } catch {
    const broken = `ended with ${code ?? 'a signal'}: ${errors.trim().split('\n').slice(-4).join(' ')}`
    return { row: row.id, ...range, program: fingerprint(projectRoot), broken, outcome: emptyOutcome() }
  } finally {
    rmSync(out, { force: true })
  }
}

async function runFull(): Promise<boolean> {
  const end = Date.now() + Number(values.minutes ?? Number.POSITIVE_INFINITY) * 60_000
  const program = fingerprint(projectRoot)
  const chosen = chooseRows(values.only)
  const open = new Map(chosen.filter((row) => !findHindrance(row)).map((row) => [row.id, row]))
  const broken = new Map<string, Result[]>()
  // A range of each row in turn: a short run tells a little of everything.
  while (!values.table && open.size > 0 && Date.now() < end) {
    for (const row of [...open.values()]) {
      if (Date.now() >= end) break
      const tried = readResults(ledger, program).filter((result) => result.row === row.id)
      const wanted = values.seeds ? readSeeds(values.seeds) : { from: 0, to: Number.MAX_SAFE_INTEGER }
      const enough = !values.seeds && tried.reduce((sum, { outcome }) => sum + outcome.tried, 0) >= row.full
      const range = enough ? null : findNextRange(tried, wanted, row.chunk)
      if (!range) {
        open.delete(row.id)
        continue
      }
      const result = await runRange(row, range, false)
      say(`${row.id} ${range.from}–${range.to}: ${result.broken ?? JSON.stringify(result.outcome.faults)}`)
      // Not kept: it is tried again the next time, and not over and over in this one.
      if (result.broken) {
        broken.set(row.id, [...(broken.get(row.id) ?? []), result])
        open.delete(row.id)
      } else keepResult(ledger, result)
    }
  }
  const results = readResults(ledger, values['any-program'] ? null : program)
  const lines = chosen.map((row) =>
    sumUp(row, [...results, ...(broken.get(row.id) ?? [])], findHindrance(row)),
  )
  say(`\n${writeTable(lines)}`)
  return lines.every((line) => line.notHere !== null || isGreen(line))
}

/** A few seeds of each row, two rows at a time. Each row is one check, and its control another. */
async function runQuick(countsFile: string): Promise<boolean> {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const lines: Line[] = []
  const waiting = [...chooseRows(values.only)]
  const work = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const notHere = findHindrance(row)
      const started = performance.now()
      const line = sumUp(row, notHere ? [] : [await runRange(row, row.quick, true)], notHere)
      lines.push(line)
      if (notHere) counts.skipped += 2
      else {
        counts[
          line.outcome.tried > 0 && Object.keys(line.outcome.faults).length === 0 ? 'passed' : 'failed'
        ] += 1
        counts[line.outcome.control.failed > 0 ? 'passed' : 'failed'] += 1
      }
      say(`${row.id}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
    }
  }
  await Promise.all([work(), work()])
  say(`\n${writeTable(rows.flatMap((row) => lines.filter((line) => line.row === row)))}`)
  mkdirSync(dirname(countsFile), { recursive: true })
  writeFileSync(countsFile, JSON.stringify(counts))
  return counts.failed === 0
}

if (values.range) {
  // The program's own log of what it refuses would drown what breaks the range.
  const [row] = chooseRows(values.range)
  const result = await measureRange(row!, readSeeds(values.seeds!), values.quick !== undefined)
  writeFileSync(values.out!, JSON.stringify(result))
  process.exit(0)
}
// Made once, for all ranges of this run.
const place = values.table ? null : await makePlace()
process.env[readyPlace] = JSON.stringify(place)
const good = values.quick ? await runQuick(values.quick) : await runFull()
if (place) clearPlace(place)
process.exit(good ? 0 : 1)
