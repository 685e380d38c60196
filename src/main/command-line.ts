// Runs one command of the command line through the same door as the window, and puts its answer into words.
import type { Started } from './arguments.ts'
import type { Door } from './door.ts'

/** @returns the exit code: 0 done, 1 refused with the reason on stderr */
export async function runCommandLine(
  _started: Extract<Started, { kind: 'command' }>,
  door: Door,
): Promise<number> {
  const opened = await door.storage.opened
  if (!opened.ok) {
    process.stderr.write(`${opened.error.code}\n`)
    return 1
  }
  return 0
}
