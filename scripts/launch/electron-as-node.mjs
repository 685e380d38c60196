// Runs a script in Electron's own Node: the database module and the test runner need it, and it is what ships.
import { runToEnd } from '../setup/child-processes.mjs'

/** Runs `script` with its output on our own; returns { code, timedOut }. */
export function runInElectronNode(electron, script, args, { env, cwd, limitMs }) {
  return runToEnd(electron, [script, ...args], {
    cwd,
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
    limitMs,
  })
}
