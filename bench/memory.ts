// Memory of a program with all its processes: the proportional set size, which counts shared pages once.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Only Linux tells it. */
export const canReadMemory = process.platform === 'linux'

const settledWithin = 0.01
const betweenMs = 250
const mostReadings = 20

/** Megabytes, once two readings in a row differ by less than a hundredth: what loads after the first paint is in it. */
export async function readSettledMemory(pid: number): Promise<number> {
  let before = readMemory(pid)
  for (let reading = 0; reading < mostReadings; reading += 1) {
    await wait(betweenMs)
    const now = readMemory(pid)
    if (Math.abs(now - before) < settledWithin * before) return now
    before = now
  }
  return before
}

function readMemory(pid: number): number {
  const kilobytes = listFamily(pid).map((one) => {
    const rollup = readOrNothing(`/proc/${one}/smaps_rollup`)
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0)
  })
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** Tells of another window of the same Electron: what the two share would count for a part only. */
export function isOpenElsewhere(electron: string): boolean {
  const wanted = identify(electron)
  return listProcesses().some((pid) => identify(`/proc/${pid}/exe`) === wanted)
}

/** The same for all names of one file; nothing for a process that is gone or another user's. */
function identify(file: string): string {
  try {
    const { dev, ino } = statSync(file)
    return `${dev}:${ino}`
  } catch {
    return ''
  }
}

function listProcesses(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
}

/** The process and all that descend from it. */
function listFamily(pid: number): number[] {
  const parents = listProcesses().map((name) => {
    // The name in brackets may hold anything, brackets too.
    const rest = readOrNothing(`/proc/${name}/stat`).replace(/^.*\)/s, '')
    return { pid: Number(name), parent: Number(rest.trim().split(' ')[1]) }
  })
  const family = [pid]
  for (const member of family) {
    for (const one of parents) if (one.parent === member) family.push(one.pid)
  }
  return family
}

/** Processes come and go while they are looked at. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
