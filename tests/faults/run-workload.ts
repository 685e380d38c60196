// Starts a workload, alone, traced or to be killed, and reads what it said.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { refuseOwnMistake } from './own-mistake.ts'
import { copyBase, emptyFolder, type Place } from './work-folder.ts'
import type { Workflow } from './workflows.ts'

const script = join(import.meta.dirname, 'workload.ts')
const limitMs = 120_000

export interface Said {
  opened: boolean
  /** Command ids that were answered with done, in order. */
  done: string[]
  /** Command ids that were refused, with the code; "-" for what is no command. */
  not: { id: string; code: string }[]
  /** What a backup or an export answered. */
  files: Record<string, unknown>[]
  restored: boolean
  /** How many of `done` came before the restore was answered. */
  doneBefore: number
  closed: boolean
  /** The code of a refused opening. */
  refused: string | null
  openedAt: number
  closedAt: number
}

export function readSaid(output: string): Said {
  const said: Said = {
    opened: false,
    done: [],
    not: [],
    files: [],
    restored: false,
    doneBefore: 0,
    closed: false,
    refused: null,
    openedAt: 0,
    closedAt: 0,
  }
  // What comes after the last line's end was cut off.
  for (const line of output.split('\n').slice(0, -1)) readLine(said, line)
  return said
}

function readLine(said: Said, line: string): void {
  const [word, first = '', second = ''] = line.split(' ')
  if (word === 'OPENED') Object.assign(said, { opened: true, openedAt: Number(first) })
  else if (word === 'CLOSED') Object.assign(said, { closed: true, closedAt: Number(first) })
  else if (word === 'REFUSED') said.refused = first
  else if (word === 'RESTORED') Object.assign(said, { restored: true, doneBefore: said.done.length })
  else if (word === 'DONE') said.done.push(first)
  else if (word === 'NOT') {
    refuseOwnMistake({ code: second, facts: first })
    said.not.push({ id: first, code: second })
  } else if (word === 'FILES') said.files.push(JSON.parse(line.slice('FILES '.length)))
}

export interface Scene {
  workflow: Workflow
  folder: string
  /** Where it backs up or exports to. */
  ext: string
}

/** Lays out the folders that a workload works in. */
export function setScene(place: Place, workflow: Workflow, name = 'scene'): Scene {
  const folder = workflow === 'first' ? emptyFolder(place, name) : copyBase(place, name)
  const ext = emptyFolder(place, `${name}-ext`)
  return { workflow, folder, ext }
}

export interface Started {
  process: ChildProcess
  /** All that it wrote so far. */
  output(): string
  errors(): string
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** @param tracer a command that runs what follows it, as strace does */
export function startWorkload(
  place: Place,
  scene: Scene,
  { tracer = [], env = {} }: { tracer?: string[]; env?: Record<string, string> } = {},
): Started {
  const extra = scene.workflow === 'restore' ? place.backup : scene.ext
  const args = [script, place.program, place.work, scene.folder, scene.workflow, extra]
  const [command, ...rest] = [...tracer, process.execPath, ...args] as [string, ...string[]]
  return watch(
    spawn(command, rest, {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1', ...cached(tracer), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

/** Compiled code is kept between starts, but where calls are counted: they would be those of the cache too. */
const cached = (tracer: string[]) =>
  tracer.length === 0 ? { NODE_COMPILE_CACHE: join(import.meta.dirname, '../../.cache/compiled') } : {}

export function watch(child: ChildProcess): Started {
  let output = ''
  let errors = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const late = setTimeout(() => child.kill('SIGKILL'), limitMs)
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(late)
      resolve({ code, signal })
    })
  })
  return { process: child, output: () => output, errors: () => errors, ended }
}

export async function runWorkload(place: Place, scene: Scene, options?: Parameters<typeof startWorkload>[2]) {
  mkdirSync(scene.ext, { recursive: true })
  const started = startWorkload(place, scene, options)
  const ended = await started.ended
  return { ...ended, output: started.output(), errors: started.errors(), said: readSaid(started.output()) }
}

/** Until it said a word, or ended. */
export function waitFor(word: string, { process: child, output, ended }: Started): Promise<void> {
  return new Promise((resolve) => {
    const look = () => output().includes(word) && resolve()
    child.stdout!.on('data', look)
    void ended.then(() => resolve())
    look()
  })
}
