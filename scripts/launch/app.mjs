// Runs the program in Electron: its stdout untouched, Chromium's noise left out, signals and exit code passed through.
import { exitCodeOf, startProgram } from '../setup/child-processes.mjs'
import { say } from '../setup/progress.mjs'
import { sandboxSwitches } from '../setup/sandbox.mjs'
import { forgetLibraries } from '../setup/system-packages.mjs'
import { makeNoiseFilter } from './chromium-noise.mjs'

const DID_NOT_LOAD = 127

/** Opens `app` (a folder with a package.json) with the user's arguments; returns the exit code. */
export async function runApp({ electron, env, app, args, root }) {
  const child = startProgram(electron, [...sandboxSwitches(electron), app, ...args], {
    env,
    stdio: ['inherit', 'inherit', 'pipe'],
    wholeGroup: false, // the main process closes its own helpers, the storage process last
    windowsHide: false,
  })
  child.stderr.setEncoding('utf8').pipe(makeNoiseFilter()).pipe(process.stderr, { end: false })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode, signal) => resolve(exitCodeOf(exitCode, signal)))
  })
  if (code === DID_NOT_LOAD) {
    forgetLibraries(root)
    say('Electron did not load. Run the same command again: it will look for what the system lacks.')
  }
  return code
}
