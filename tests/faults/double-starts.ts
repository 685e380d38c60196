// Two programs started on one folder: never both inside at once, and nothing lost.

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeRandom } from '../support/random.ts'
import { judgeState } from './judge-state.ts'
import type { Range } from './rows.ts'
import { readSaid, type Said, setScene, startWorkload, waitFor } from './run-workload.ts'
import { Tally } from './tally.ts'
import { clearPlace, makePlace, type Place } from './work-folder.ts'

export async function tryDoubleStarts(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  for (let seed = range.from; seed <= range.to; seed += 1) {
    tally.tried()
    await startTwice(place, seed, false, tally)
  }
  // A lock that does not hold: the first one's is taken away before the second starts. Both must be seen inside.
  for (let at = 0; at < (range.quick ? 1 : 4); at += 1) {
    const unlocked = new Tally()
    await startTwice(place, at, true, unlocked)
    tally.control((unlocked.outcome.faults['both inside'] ?? 0) > 0)
  }
  clearPlace(place)
}

async function startTwice(place: Place, seed: number, withoutLock: boolean, tally: Tally): Promise<void> {
  const scene = setScene(place, 'stay')
  const first = startWorkload(place, scene)
  if (withoutLock) {
    await waitFor('OPENED', first)
    rmSync(join(scene.folder, 'lock.db'))
  } else await new Promise((resolve) => setTimeout(resolve, makeRandom(seed).next() * 500))
  const second = startWorkload(place, { ...scene, workflow: 'add' })
  await second.ended
  writeFileSync(join(scene.ext, 'leave'), '')
  await first.ended
  const saids = [readSaid(first.output()), readSaid(second.output())] as const
  if (saids.every(({ opened }) => opened) && overlap(...saids)) tally.fault('both inside', `seed ${seed}`)
  if (saids.every(({ opened }) => !opened)) {
    const why = first.errors().slice(-200)
    tally.fault('nobody inside', `seed ${seed}: ${saids.map(({ refused }) => refused).join(', ')} ${why}`)
  }
  for (const { refused } of saids) if (refused) tally.seen(`refused: ${refused}`)
  if (saids.every(({ opened }) => opened)) tally.seen('one after the other')
  const said = { ...saids[0], done: saids.flatMap(({ done }) => done), not: saids.flatMap(({ not }) => not) }
  await judgeState({
    ...scene,
    program: place.program,
    said,
    label: `seed ${seed}`,
    check: seed % 5 === 0,
    tally,
  })
}

const overlap = (one: Said, other: Said) =>
  one.openedAt < (other.closedAt || Number.POSITIVE_INFINITY) &&
  other.openedAt < (one.closedAt || Number.POSITIVE_INFINITY)
