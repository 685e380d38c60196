// Kills of the storage process at any moment of a workload, and the next start.

import { makeRandom } from '../support/random.ts'
import { judgeState } from './judge-state.ts'
import type { Range } from './rows.ts'
import { readSaid, runWorkload, setScene, startWorkload, waitFor } from './run-workload.ts'
import { Tally } from './tally.ts'
import { clearPlace, makePlace, type Place } from './work-folder.ts'
import type { Workflow } from './workflows.ts'

const killedWorkflows: readonly Workflow[] = [
  'add',
  'import',
  'backup',
  'restore',
  'first',
  'sheet',
  'export',
  'merge',
]

export async function tryStorageKills(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  const lengths = new Map<Workflow, number>()
  for (let seed = range.from; seed <= range.to; seed += 1) {
    const workflow = killedWorkflows[seed % killedWorkflows.length]!
    await kill(place, workflow, seed, lengths, tally)
  }
  await control(place, range.quick ? 1 : 8, tally)
  clearPlace(place)
}

/** Milliseconds from "opened" to the end, undisturbed; from the start on where the start is what is tried. */
async function measureLength(place: Place, workflow: Workflow): Promise<number> {
  const started = performance.now()
  const { said } = await runWorkload(place, setScene(place, workflow))
  const all = performance.now() - started
  return workflow === 'first' ? all : said.closedAt - said.openedAt
}

/** A program that says done before it is, killed as it says so: what was acknowledged must be seen to be missing. */
async function control(place: Place, times: number, tally: Tally): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const scene = setScene(place, 'add')
    const started = startWorkload(place, scene, { env: { REGULARS_SAYS_EARLY: '1' } })
    await waitFor('DONE', started)
    started.process.kill('SIGKILL')
    await started.ended
    const early = new Tally()
    await judgeState({
      ...scene,
      program: place.program,
      said: readSaid(started.output()),
      label: '',
      check: false,
      tally: early,
    })
    tally.control((early.outcome.faults.lost ?? 0) > 0)
  }
}

async function kill(
  place: Place,
  workflow: Workflow,
  seed: number,
  lengths: Map<Workflow, number>,
  tally: Tally,
): Promise<void> {
  if (!lengths.has(workflow)) lengths.set(workflow, await measureLength(place, workflow))
  const delay = makeRandom(seed).next() * lengths.get(workflow)! * 0.9
  const scene = setScene(place, workflow)
  const started = startWorkload(place, scene)
  if (workflow !== 'first') await waitFor('OPENED', started)
  await new Promise((resolve) => setTimeout(resolve, delay))
  started.process.kill('SIGKILL')
  const { signal } = await started.ended
  if (signal !== 'SIGKILL') return tally.seen('came to its end before the kill')
  tally.tried()
  await judgeState({
    ...scene,
    program: place.program,
    said: readSaid(started.output()),
    label: `seed ${seed}`,
    check: seed % 4 === 0,
    tally,
  })
}
