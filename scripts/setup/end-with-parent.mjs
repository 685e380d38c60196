// Loaded into the tools we start: should we be killed outright, they end too instead of working on unseen.
const parent = process.ppid
const LOOK_MS = 400 // shorter than the pause in one-at-a-time.mjs

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, LOOK_MS).unref()
