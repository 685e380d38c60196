// Starts the program and a bare window in turn, and asks each from its main process when its first screen was painted.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedToday } from '../tests/support/seed.ts'
import { writeBareApp } from './bare-app.ts'
import type { Samples } from './measures.ts'
import { canReadMemory, readSettledMemory } from './memory.ts'
import type { Plan } from './plan.ts'
import type { Program } from './program.ts'

const mostMs = 60_000

/**
 * Loaded by Electron before the program (-r): says on stdout when the page has its heading and nothing is on its way
 * any more, on the clock that this process reads too. The same for both, so neither pays more for being watched.
 */
const watcher = `
const { app } = require('electron')
process.argv.splice(process.argv.indexOf('-r'), 2)
const whenPainted = \`new Promise((resolve) => {
  const look = () => {
    const main = document.querySelector('main:not([aria-busy="true"])')
    if (!main || !main.querySelector('h1') || main.querySelector('[aria-busy="true"]')) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
      channel.port2.postMessage(null)
    })
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { subtree: true, childList: true, attributes: true })
  look()
})\`
app.on('browser-window-created', (_event, window) => {
  window.once('show', () => process.stdout.write('shown ' + (performance.timeOrigin + performance.now()) + '\\n'))
})
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    process.stdout.write('painted ' + (await contents.executeJavaScript(whenPainted)) + '\\n')
  })
})
`

export async function measureStart(
  program: Program,
  work: string,
  data: string,
  samples: Samples,
  plan: Plan,
): Promise<void> {
  const hook = join(work, 'watcher.cjs')
  writeFileSync(hook, watcher)
  const bare = writeBareApp(work)
  for (let round = -1; round < plan.starts; round += 1) {
    for (const line of ['bare', 'ours'] as const) {
      const app = line === 'bare' ? [bare] : [program.folder, '--data', data, '--today', seedToday]
      const { milliseconds, sinceShown, megabytes } = await startOnce(
        program,
        ['-r', hook, ...app],
        round >= 0,
      )
      if (round < 0) continue
      samples.add('start', line, milliseconds)
      if (line === 'ours') samples.add('today', line, sinceShown)
      if (megabytes !== null) samples.add('memory', line, megabytes)
    }
  }
}

async function startOnce(program: Program, args: string[], wantsMemory: boolean) {
  const from = performance.timeOrigin + performance.now()
  const child = spawn(program.electron, [...program.switches, ...args], {
    env: program.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const { painted, shown } = await readPainted(child)
    const megabytes = wantsMemory && canReadMemory ? await readSettledMemory(child.pid!) : null
    // What was painted before the window was shown was not waited for.
    return { milliseconds: painted - from, sinceShown: Math.max(0.1, painted - shown), megabytes }
  } finally {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), mostMs)
    await ended
    clearTimeout(late)
  }
}

function readPainted(child: ChildProcess): Promise<{ painted: number; shown: number }> {
  return new Promise((resolve, reject) => {
    let said = ''
    let noise = ''
    const late = setTimeout(() => reject(new Error(`no first screen in ${mostMs} ms\n${noise}`)), mostMs)
    child.stderr!.on('data', (chunk) => {
      noise = (noise + chunk).slice(-2000)
    })
    child.stdout!.on('data', (chunk) => {
      said += chunk
      const painted = /^painted ([\d.]+)$/m.exec(said)
      const shown = /^shown ([\d.]+)$/m.exec(said)
      if (!painted || !shown) return
      clearTimeout(late)
      resolve({ painted: Number(painted[1]), shown: Number(shown[1]) })
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`ended with ${code} before its first screen\n${noise}`))
    })
  })
}
