// Must be the first import: an exception while main loads would open a dialog and hang for ever.

// Whatever this process makes from here on (papers, the session), only its owner can read.
process.umask(0o077)

let isRunning = false

/** From here on an exception is reported and the window stays: what is saved is on the disk already. */
export function keepRunning(): void {
  isRunning = true
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  if (!isRunning) process.exit(1)
}

process.on('uncaughtException', report)
process.on('unhandledRejection', report)
