// Kills of the whole program, every process of it, in the middle of a command or of a window's start.

import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { makeRandom } from '../support/random.ts'
import { faultsToday } from './built-storage.ts'
import { judgeState } from './judge-state.ts'
import type { Range } from './rows.ts'
import { readSaid, type Scene, type Started, setScene, watch } from './run-workload.ts'
import type { Tally } from './tally.ts'
import { clearPlace, makePlace, type Place } from './work-folder.ts'
import type { Workflow } from './workflows.ts'

interface Kind {
  workflow: Workflow
  args(place: Place, scene: Scene): string[]
}

const kinds: readonly Kind[] = [
  { workflow: 'import', args: ({ csv }) => ['import', csv, '--json'] },
  { workflow: 'backup', args: (_, { ext }) => ['backup', ext, '--json'] },
  { workflow: 'restore', args: ({ backup }) => ['restore', backup, '--json'] },
  { workflow: 'first', args: () => ['demo', '--json'] },
  { workflow: 'add', args: () => [] },
]
/** A window stays until it is killed: long enough for its start. */
const windowMs = 3_000

export async function tryProgramKills(range: Range, tally: Tally): Promise<void> {
  const place = await makePlace(range.program)
  const lengths = new Map<Kind, number>()
  for (let seed = range.from; seed <= range.to; seed += 1) {
    const kind = kinds[seed % kinds.length]!
    if (!lengths.has(kind)) lengths.set(kind, await measureLength(place, kind))
    await kill(place, kind, lengths.get(kind)!, seed, tally)
  }
  clearPlace(place)
}

function start(place: Place, kind: Kind, scene: Scene): Started {
  const config = join(place.work, 'config')
  // The program remembers there which backups a folder has, and would miss the shop of the try before.
  rmSync(config, { recursive: true, force: true })
  const { ELECTRON_RUN_AS_NODE: _, NODE_NO_WARNINGS: __, ...env } = process.env
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const options = ['--data', scene.folder, '--today', faultsToday]
  // Its own process group: all of it is killed at once.
  const child = spawn(process.execPath, [...forRoot, place.program, ...kind.args(place, scene), ...options], {
    env: { ...env, XDG_CONFIG_HOME: config },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  return watch(child)
}

async function measureLength(place: Place, kind: Kind): Promise<number> {
  if (kind.args(place, { workflow: 'add', folder: '', ext: '' }).length === 0) return windowMs
  const started = performance.now()
  const run = start(place, kind, setScene(place, kind.workflow))
  const { code } = await run.ended
  if (code !== 0) throw new Error(`${kind.workflow} ended with ${code}: ${run.errors().slice(-300)}`)
  return performance.now() - started
}

async function kill(place: Place, kind: Kind, length: number, seed: number, tally: Tally): Promise<void> {
  const scene = setScene(place, kind.workflow)
  const run = start(place, kind, scene)
  await new Promise((resolve) => setTimeout(resolve, length * (0.3 + 0.7 * makeRandom(seed).next())))
  const early = run.process.exitCode !== null
  killGroup(run)
  await run.ended
  if (early) return tally.seen('came to its end before the kill')
  tally.tried()
  const answered = run.output().includes('{')
  const said = { ...readSaid(''), opened: true, restored: answered && kind.workflow === 'restore' }
  if (answered && kind.workflow === 'backup')
    said.files.push({ file: basename(JSON.parse(run.output()).file) })
  if (answered) tally.seen('answered before the kill')
  const label = `seed ${seed}`
  await judgeState({ ...scene, program: place.program, said, label, check: seed % 4 === 0, tally })
  if (kind.workflow !== 'import') return
  const isThere = countImported(scene.folder) === 120
  if (answered && !isThere) tally.fault('lost', `${label}: the import was acknowledged`)
  // The control: whoever takes for done what was only asked for must be seen to be wrong.
  tally.control(!isThere)
}

function killGroup({ process: { pid } }: Started): void {
  try {
    process.kill(-pid!, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

function countImported(folder: string): number {
  const file = join(folder, 'regulars.db')
  if (!existsSync(file)) return 0
  const sqlite = new Database(file, { readonly: true })
  try {
    return sqlite
      .prepare("SELECT count(*) FROM people WHERE name LIKE 'Ivo Imported%'")
      .pluck()
      .get() as number
  } finally {
    sqlite.close()
  }
}
