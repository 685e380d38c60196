// Must be the first import: an exception while main loads would open a dialog and hang for ever.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack ?? error}\n`)
  process.exit(1)
})
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`${reason instanceof Error ? reason.stack : String(reason)}\n`)
  process.exit(1)
})
