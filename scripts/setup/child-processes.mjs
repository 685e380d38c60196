// Starts programs so that none outlives us: Ctrl+C and kill reach each of them exactly once.
import { spawn } from 'node:child_process'
import os from 'node:os'
import { say } from './progress.mjs'
import { isWindows } from './project.mjs'

const OUTPUT_KEPT = 20_000 // characters: enough for the end of an error, whatever a tool prints
const GRACE_MS = 8_000 // time to close files and windows before the hard end
const REPEAT_MS = 1_000 // npm passes on the Ctrl+C that the terminal has sent us already
const PARENT_LOOK_MS = 1_000
const SETTLE_MS = 1_000 // time to close the display after the last program has ended
const POLL_MS = 50

const running = new Map()
let stopping // { signal, since } once we were told to stop

/**
 * Starts a program that ends when we do. On Linux and macOS it leads a process group of its own, so the
 * terminal's Ctrl+C reaches it through us alone. `wholeGroup: false` signals only the program itself.
 */
export function startProgram(command, args, { wholeGroup = true, ...options } = {}) {
  if (stopping) throw new Error('nothing more is started once we were told to stop')
  const child = spawn(command, args, { detached: !isWindows, windowsHide: true, ...options })
  if (running.size === 0) listenForSignals()
  running.set(child, wholeGroup)
  const forget = () => running.delete(child)
  child.once('exit', forget)
  child.once('error', forget)
  return child
}

/** Runs a program to its end; its output is kept, or shown as it comes with `stdio`. */
export function runToEnd(command, args, { limitMs, ...options } = {}) {
  return new Promise((resolve) => {
    const child = startProgram(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-OUTPUT_KEPT)
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    let timedOut = false
    const timer =
      limitMs &&
      setTimeout(() => {
        timedOut = true
        stopProgram(child, 'SIGKILL')
      }, limitMs)
    const finish = (code, text) => {
      clearTimeout(timer)
      resolve({ code, output: text, timedOut })
    }
    child.once('error', (error) => finish(127, `${output}${error.message}`))
    child.once('close', (code, signal) => finish(exitCodeOf(code, signal), output))
  })
}

/** The arguments with which our own Node runs a script that ends with us, whatever becomes of us. */
export function nodeArguments(script, args) {
  return ['--import', new URL('./end-with-parent.mjs', import.meta.url).href, script, ...args]
}

/** Runs a script in our own Node to its end. */
export function runNodeToEnd(script, args, options) {
  return runToEnd(process.execPath, nodeArguments(script, args), options)
}

export function stopProgram(child, signal) {
  try {
    if (running.get(child) && !isWindows) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** The shell's way to tell a signal in an exit code. */
export function exitCodeOf(code, signal) {
  return signal ? 128 + os.constants.signals[signal] : code
}

export function isToldToStop() {
  return stopping !== undefined
}

/** Ends this program; told to stop by a signal, it says so in its exit code. */
export function exitWith(code) {
  process.exit(stopping ? exitCodeOf(0, stopping.signal) : code)
}

let listening = false

function listenForSignals() {
  if (listening) return
  listening = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(signal))
  process.on('exit', () => {
    for (const child of running.keys()) stopProgram(child, 'SIGKILL')
  })
  if (process.env.npm_lifecycle_event && !isWindows) stopWithParent()
}

/** Told to end, npm ends the shell between us, which passes nothing on: we see it by our parent's going. */
function stopWithParent() {
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    stopAll('SIGTERM')
  }, PARENT_LOOK_MS)
  look.unref()
}

function stopAll(signal) {
  if (stopping && Date.now() - stopping.since < REPEAT_MS) return
  if (stopping) exitWith(1)
  stopping = { signal, since: Date.now() }
  for (const child of running.keys()) stopProgram(child, signal)
  const telling = setTimeout(() => say('Stopping …'), REPEAT_MS)
  // Normally whoever started them goes on from their end, tidies up and exits; this is for when it does not.
  let idleMs = 0
  const poll = setInterval(() => {
    idleMs = running.size > 0 ? 0 : idleMs + POLL_MS
    if (idleMs < SETTLE_MS && Date.now() - stopping.since < GRACE_MS) return
    clearTimeout(telling)
    clearInterval(poll)
    exitWith(1)
  }, POLL_MS)
}
