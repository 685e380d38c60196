// Starts the programs in turn, and asks each from its main process when the rows of its first screen were painted.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shownRow } from './bare-app.ts'
import type { Samples } from './measures.ts'
import { canReadMemory, readSettledMemory } from './memory.ts'
import type { Plan } from './plan.ts'
import { orderTurns, type Program } from './program.ts'

const mostMs = 60_000

/**
 * Loaded by Electron before the program (-r): says on stdout when the rows stand and nothing is on its way any more,
 * on the clock that this process reads too; or what the page complains of instead. The same for all, so none pays
 * more for being watched.
 */
const watcher = `
const { app } = require('electron')
process.argv.splice(process.argv.indexOf('-r'), 2)
const whenPainted = \`new Promise((resolve) => {
  const look = () => {
    const alert = document.querySelector('main [role="alert"]')
    if (!alert && (!document.querySelector('${shownRow}') || document.querySelector('main [aria-busy="true"]'))) return
    observer.disconnect()
    if (alert) return resolve('refused ' + alert.innerText.replaceAll('\\\\n', ' '))
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve('painted ' + (performance.timeOrigin + performance.now()))
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
    process.stdout.write((await contents.executeJavaScript(whenPainted)) + '\\n')
  })
})
`

export async function measureStart(
  programs: Program[],
  work: string,
  samples: Samples,
  plan: Plan,
): Promise<void> {
  for (let round = -1; round < plan.starts; round += 1) {
    for (const program of orderTurns(programs, round)) {
      const { line } = program
      const { milliseconds, sinceShown, megabytes } = await startOnce(program, work)
      if (round < 0) continue
      samples.add('start', line, milliseconds)
      if (line !== 'bare') samples.add('today', line, sinceShown)
      if (megabytes !== null) samples.add('memory', line, megabytes)
    }
  }
}

/** Throws when the program's first screen does not come, or another one in its place. */
export async function startOnce(program: Program, work: string) {
  const hook = join(work, 'watcher.cjs')
  writeFileSync(hook, watcher)
  const from = performance.timeOrigin + performance.now()
  const child = spawn(program.electron, [...program.switches, '-r', hook, ...program.args], {
    env: program.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const { painted, shown } = await readPainted(child)
    const megabytes = canReadMemory ? await readSettledMemory(child.pid!) : null
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
    const fail = (why: string) => {
      clearTimeout(late)
      reject(new Error(`${why}\n${noise}`))
    }
    const late = setTimeout(() => fail(`no first screen in ${mostMs} ms`), mostMs)
    child.stderr!.on('data', (chunk) => {
      noise = (noise + chunk).slice(-2000)
    })
    child.stdout!.on('data', (chunk) => {
      said += chunk
      const refused = /^refused (.+)$/m.exec(said)
      if (refused) return fail(`the program started without its first screen: ${refused[1]}`)
      const painted = /^painted ([\d.]+)$/m.exec(said)
      const shown = /^shown ([\d.]+)$/m.exec(said)
      if (!painted || !shown) return
      clearTimeout(late)
      resolve({ painted: Number(painted[1]), shown: Number(shown[1]) })
    })
    child.once('exit', (code) => fail(`ended with ${code} before its first screen`))
  })
}
