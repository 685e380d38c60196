// A full or failing disk: the n-th call of a kind fails while a workload runs, then the disk is well again.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeRandom } from '../support/random.ts'
import { judgeState } from './judge-state.ts'
import type { Range } from './rows.ts'
import { runWorkload, type Scene, setScene } from './run-workload.ts'
import { Tally } from './tally.ts'
import { clearPlace, makePlace, type Place } from './work-folder.ts'
import type { Workflow } from './workflows.ts'

const failedWorkflows: readonly Workflow[] = ['add', 'import', 'backup', 'restore', 'sheet']
const calls = [
  'pwrite64',
  'fdatasync',
  'fsync',
  'ftruncate',
  'rename',
  'unlink',
  'mkdir',
  'pread64',
  'openat',
] as const
const errors = ['ENOSPC', 'EIO'] as const

/** Calls of a thread that a fault can be given at, by kind. */
type Points = Map<string, number>

export async function tryIoErrors(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  const points = new Map<Workflow, Points>()
  for (let seed = range.from; seed <= range.to; seed += 1) {
    const workflow = failedWorkflows[seed % failedWorkflows.length]!
    const known = points.get(workflow) ?? (await countPoints(place, workflow))
    points.set(workflow, known)
    const random = makeRandom(seed)
    const call = random.pick([...known.keys()])
    const point = `${call}:error=${random.pick(errors)}:when=${1 + random.below(known.get(call)!)}`
    await inject(place, setScene(place, workflow), point, `seed ${seed} ${point}`, seed % 5 === 0, tally)
  }
  await control(place, range.quick ? 1 : 5, tally)
  clearPlace(place)
}

const pathsOf = ({ folder }: Scene) =>
  ['', '/regulars.db', '/regulars.db-wal', '/regulars.db-shm', '/lock.db', '/restoring'].flatMap((path) => [
    '-P',
    folder + path,
  ])

/** What is opened all over the place is counted in the data folder alone. */
const tracer = (place: Place, scene: Scene, call: string, more: string[]) => [
  ...['strace', '-f', '-o', join(place.work, 'injected'), '-e', `trace=${call}`, ...more],
  ...(['openat', 'pread64'].includes(call) ? pathsOf(scene) : []),
]

async function countPoints(place: Place, workflow: Workflow): Promise<Points> {
  const found: Points = new Map()
  const scene = setScene(place, workflow)
  const all = ['strace', '-f', '-y', '-o', join(place.work, 'injected'), '-e', `trace=${calls.join(',')}`]
  await runWorkload(place, scene, { tracer: all })
  const byThread = new Map<string, number>()
  for (const line of readFileSync(join(place.work, 'injected'), 'latin1').split('\n')) {
    const [, thread, call] = /^(\d+)\s+(\w+)\(/.exec(line) ?? []
    if (!call || !line.includes(place.work)) continue
    byThread.set(`${thread} ${call}`, (byThread.get(`${thread} ${call}`) ?? 0) + 1)
  }
  // A fault is counted in each thread apart.
  for (const [key, times] of byThread) {
    const call = key.split(' ')[1]!
    found.set(call, Math.max(found.get(call) ?? 0, times))
  }
  return found
}

async function inject(
  place: Place,
  scene: Scene,
  point: string,
  label: string,
  check: boolean,
  tally: Tally,
): Promise<boolean> {
  const [call] = point.split(':') as [string]
  const run = await runWorkload(place, scene, {
    tracer: tracer(place, scene, call, ['-e', `inject=${point}`]),
  })
  const trace = join(place.work, 'injected')
  const reached = existsSync(trace) && readFileSync(trace, 'latin1').includes('(INJECTED)')
  rmSync(trace, { force: true })
  if (!reached) {
    tally.seen('not reached')
    return false
  }
  tally.tried()
  const { said } = run
  // 3: it would not open, and said so.
  if (run.code !== 0 && run.code !== 3)
    tally.fault('died', `${label} ${scene.workflow}: ${run.errors.slice(-200)}`)
  if (said.refused) tally.seen(`start refused: ${said.refused}`)
  for (const { code } of said.not) tally.seen(`refused: ${code}`)
  const state = { ...scene, program: place.program, said, label, check, tally }
  return judgeState(state)
}

/** A disk that says it wrote and did not: what was acknowledged must be seen to be missing. */
async function control(place: Place, times: number, tally: Tally): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const lying = new Tally()
    const point = `pwrite64:retval=4096:when=${40 + at * 10}+`
    await inject(place, setScene(place, 'add'), point, 'control', false, lying)
    tally.control(Object.keys(lying.outcome.faults).length > 0)
  }
}
