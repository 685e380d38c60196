// Power loss: every write of a workload is traced, and disks as a power cut could have left them are opened.

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeRandom } from '../support/random.ts'
import { judgeState } from './judge-state.ts'
import { layOut, losePower, readTrace, type Trace, tracedCalls } from './replay-trace.ts'
import type { Range } from './rows.ts'
import { readSaid, runWorkload, type Scene, setScene } from './run-workload.ts'
import { Tally } from './tally.ts'
import { alterProgram, makePlace, type Place } from './work-folder.ts'
import type { Workflow } from './workflows.ts'

export const powerLossWorkflows: readonly Workflow[] = [
  'log',
  'backup',
  'restore',
  'first',
  'import',
  'take-back',
  'log-many',
  'add',
  'edit',
  'bin',
  'merge',
  'sheet',
]
/** Seeds of one trace: they are one range, so that a trace is made once for all of them. */
export const seedsOfTrace = 100
/** The program's own check of the whole file takes as long as all the rest: every n-th state. */
const checkEvery = 5

export async function tryPowerLoss(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  for (const seeds of splitByTrace(range)) {
    const workflow = powerLossWorkflows[Math.floor(seeds.from / seedsOfTrace) % powerLossWorkflows.length]!
    const { scene, trace } = await traceWorkload(place, workflow)
    for (let seed = seeds.from; seed <= seeds.to; seed += 1) {
      tally.tried()
      await tryState(place, scene, trace, seed, tally)
    }
  }
  await control(range, tally)
  rmSync(place.work, { recursive: true, force: true })
}

function* splitByTrace({ from, to }: Range): Iterable<{ from: number; to: number }> {
  for (let start = from; start <= to; ) {
    const end = Math.min(to, (Math.floor(start / seedsOfTrace) + 1) * seedsOfTrace - 1)
    yield { from: start, to: end }
    start = end + 1
  }
}

async function traceWorkload(place: Place, workflow: Workflow): Promise<{ scene: Scene; trace: Trace }> {
  const scene = setScene(place, workflow)
  const file = join(place.work, 'trace')
  // No string may be cut short: a write is replayed from the trace.
  const tracer = [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-xx',
    '-s',
    '8000000',
    '-o',
    file,
    '-e',
    `trace=${tracedCalls}`,
  ]
  const { said, errors } = await runWorkload(place, scene, { tracer })
  if (!said.closed || said.not.length > 0) {
    throw new Error(
      `the traced ${workflow} did not come to its end: ${JSON.stringify(said.not)} ${errors.slice(-500)}`,
    )
  }
  const base = workflow === 'first' ? null : place.base
  const copied = workflow === 'restore' ? readFileSync(place.backup) : undefined
  const trace = readTrace(file, base, [scene.folder, scene.ext], copied)
  rmSync(file)
  return { scene, trace }
}

async function tryState(
  place: Place,
  scene: Scene,
  trace: Trace,
  seed: number,
  tally: Tally,
): Promise<boolean> {
  // Every other disk has its names at once, the others late.
  const lost = losePower(trace, makeRandom(seed), seed % 2 === 1)
  const [folder, ext] = [join(place.work, 'state'), join(place.work, 'state-ext')]
  layOut(lost, trace.roots, [folder, ext])
  return judgeState({
    program: place.program,
    workflow: scene.workflow,
    folder,
    ext,
    said: readSaid(lost.output),
    label: `seed ${seed}`,
    check: seed % checkEvery === 0,
    tally,
  })
}

/** The same with a program that does not wait for the disk: acknowledged changes must be seen to go. */
async function control({ from, quick }: Range, tally: Tally): Promise<void> {
  const program = alterProgram('not-synced', 'synchronous = FULL', 'synchronous = NORMAL')
  const place = await makePlace(program)
  try {
    const { scene, trace } = await traceWorkload(place, 'log')
    for (let seed = from; seed < from + (quick ? 3 : 20); seed += 1) {
      tally.control(await tryState(place, scene, trace, seed, new Tally()))
    }
  } finally {
    rmSync(place.work, { recursive: true, force: true })
    rmSync(program, { recursive: true, force: true })
  }
}
