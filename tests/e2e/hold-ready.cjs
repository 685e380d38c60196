// Holds the program back until Playwright listens: a window that opens while it still connects hangs the launch.
// Playwright brings such a file along, but only for its own choice of Electron, and with switches we do not want.
const { app } = require('electron')

// What came before the program's own arguments: `--inspect=0 --remote-debugging-port=0 -r THIS`.
process.argv.splice(1, process.argv.indexOf(__filename))

const readyForReal = app.whenReady()
const emit = app.emit.bind(app)
let readyArguments = []
let released = false
let release
const held = new Promise((resolve) => {
  release = resolve
})

app.emit = (event, ...args) => {
  if (event !== 'ready') return emit(event, ...args)
  readyArguments = args
  return app.listenerCount('ready') > 0
}
app.isReady = () => released
app.whenReady = () => held

// Playwright calls this by its name when it is connected.
globalThis.__playwright_run = async () => {
  await readyForReal
  released = true
  release()
  emit('ready', ...readyArguments)
}
