// A restore killed at every system call that changes a file, and the next start: the one shop or the other, whole.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeState } from './judge-state.ts'
import type { Range } from './rows.ts'
import { readSaid, runWorkload, type Scene, setScene, startWorkload, waitFor } from './run-workload.ts'
import { Tally } from './tally.ts'
import { clearPlace, makePlace, type Place } from './work-folder.ts'

const calls = [
  'rename',
  'unlink',
  'rmdir',
  'mkdir',
  'ftruncate',
  'fsync',
  'fdatasync',
  'pwrite64',
  'copy_file_range',
]

interface Point {
  call: string
  when: number
}

export async function tryRestoreKills(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  const points = await listPoints(place)
  for (let seed = range.from; seed <= range.to; seed += 1) {
    // Once through all points, then again: a quick run takes them apart.
    const { call, when } = points[(seed * 37) % points.length]!
    await killAt(place, call, when, `seed ${seed} ${call} ${when}`, seed % 4 === 0, tally)
  }
  await control(place, range.quick ? 1 : 8, tally)
  clearPlace(place)
}

/** Every call of the restoring thread from the restore's beginning on, as "the n-th of its kind". */
async function listPoints(place: Place): Promise<Point[]> {
  const scene = setScene(place, 'restore')
  const trace = join(place.work, 'killed')
  const tracer = ['strace', '-f', '-y', '-o', trace, '-e', `trace=${calls.join(',')},write`]
  await runWorkload(place, scene, { tracer })
  const seen = new Map<string, number>()
  const points: Point[] = []
  let begun = false
  for (const line of readFileSync(trace, 'latin1').split('\n')) {
    const [, thread, call] = /^(\d+)\s+(\w+)\(/.exec(line) ?? []
    if (!call) continue
    // The third command before the restore: what comes from here on is the copying and the swap.
    if (line.includes('DONE K3-')) begun = true
    if (line.includes('RESTORED')) break
    if (call === 'write') continue
    const key = `${thread} ${call}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
    if (begun && line.includes(place.work)) points.push({ call, when: seen.get(key)! })
  }
  return points
}

async function killAt(
  place: Place,
  call: string,
  when: number,
  label: string,
  check: boolean,
  tally: Tally,
): Promise<void> {
  const scene = setScene(place, 'restore')
  const trace = join(place.work, 'killed')
  rmSync(trace, { force: true })
  const tracer = [
    'strace',
    '-f',
    '-o',
    trace,
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:signal=KILL:when=${when}`,
  ]
  const { said } = await runWorkload(place, scene, { tracer })
  if (!existsSync(trace) || !readFileSync(trace, 'latin1').includes('killed by SIGKILL')) {
    return tally.seen('not reached')
  }
  tally.tried()
  await judgeState({ ...scene, program: place.program, said, label, check, tally })
}

/** A restore that copies over the file, its log left beside it: neither shop may be what is then found. */
async function control(place: Place, times: number, tally: Tally): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const scene = await leaveLog(place)
    copyOver(place.backup, join(scene.folder, 'regulars.db'), (at + 1) / (times + 1))
    const copied = new Tally()
    const said = { ...readSaid(''), opened: true }
    const state = {
      ...scene,
      workflow: 'restore' as const,
      program: place.program,
      said,
      label: '',
      check: true,
    }
    try {
      tally.control(await judgeState({ ...state, tally: copied }))
    } catch {
      tally.control(true)
    }
  }
}

async function leaveLog(place: Place): Promise<Scene> {
  const scene = setScene(place, 'stay')
  const started = startWorkload(place, scene)
  await waitFor('DONE', started)
  started.process.kill('SIGKILL')
  await started.ended
  return scene
}

/** As far as `share` of the new file. */
function copyOver(from: string, to: string, share: number): void {
  const [before, after] = [readFileSync(to), readFileSync(from)]
  const cut = Math.floor((after.length * share) / 4096) * 4096
  writeFileSync(to, Buffer.concat([after.subarray(0, cut), before.subarray(cut)]))
}
