// A set-up that cannot go on says why and what to do, in words alone: no stack for the user to read.
import { isToldToStop } from './child-processes.mjs'
import { say } from './progress.mjs'

export class SetupError extends Error {}

/** Prints what stopped us; a mistake of our own keeps its stack, so that it can be mended. */
export function sayFailure(error) {
  if (isToldToStop()) return say('Stopped. The next run mends what is half done.')
  say(`\n${error instanceof SetupError ? error.message : (error?.stack ?? error)}`)
}

/** Stops with a sentence where an older Node would stop with a riddle. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupError(
    `Regulars needs Node 20.19 or newer; this is Node ${version}. Get it at https://nodejs.org.`,
  )
}
