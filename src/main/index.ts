// Composition root: paths, storage process, the door, the window; or one command of the command line.

import './catch-early.ts'
import { app, powerMonitor } from 'electron'
import { t } from '../shared/messages/translate.ts'
import { choiceOf, readArguments } from './arguments.ts'
import { keepRunning } from './catch-early.ts'
import { runCommandLine, write } from './command-line.ts'
import { openDoor } from './door.ts'
import { makeGrants } from './granted-files.ts'
import { keepKnownBackups } from './known-backups.ts'
import { lockDown, resolveNoNames } from './lock-down.ts'
import { choosePaths } from './paths.ts'
import { registerScheme, serveApp } from './serve-app.ts'
import { makeShellHandlers } from './shell-handlers.ts'
import { type Storage, startStorage } from './storage.ts'
import { openWindow, raiseWindow } from './window.ts'

const started = readArguments(process.argv, process.env, process.defaultApp === true)
const paths = choosePaths(started.data, started.kind)
registerScheme()
resolveNoNames()
// Chromium cannot sandbox for root, and says so at start; for anyone else the sandbox always holds.
if (process.getuid?.() !== 0) app.enableSandbox()

// Nothing a command paints is seen, so it does not wait for a graphics process.
if (started.kind === 'command') app.disableHardwareAcceleration()

if (started.kind === 'usage') {
  void explainUsage(started.wrong)
} else if (started.kind === 'window' && !app.requestSingleInstanceLock()) {
  process.stderr.write('Regulars is already open on this file; its window comes to the front.\n')
  app.exit(0)
} else {
  app.on('second-instance', raiseWindow)
  // A command's hidden print page comes and goes; the command itself says when it is over.
  app.on('window-all-closed', () => {
    if (started.kind === 'window') app.quit()
  })
  void app.whenReady().then(async () => {
    // First of all: the file opens while Chromium still makes the window.
    const storage = startStorage({
      folder: paths.data,
      choice: started.kind === 'command' ? choiceOf(started.command) : undefined,
      backups: keepKnownBackups(paths.notes),
      today: started.today,
      // A window whose predecessor is still closing waits for it; a command says at once that the file is busy.
      waitMs: started.kind === 'window' ? 2000 : 0,
      script: paths.storageScript,
    })
    quitAfterClosing(storage)
    powerMonitor.on('suspend', () => storage.suspend())
    lockDown()
    serveApp(paths.renderer)
    const grants = makeGrants()
    const shellHandlers = makeShellHandlers({ storage, grants, paths })
    openDoor({ storage, grants, shellHandlers })
    if (started.kind === 'command') {
      const exitCode = await runCommandLine(started, { storage, grants, shellHandlers })
      await storage.close()
      app.exit(exitCode)
      return
    }
    openWindow()
    keepRunning()
  })
}

/** Help that was asked for is a result; after wrong usage it explains. */
async function explainUsage(wrong: string | null): Promise<void> {
  if (wrong === null) await write(process.stdout, [t('commandLine.usage')])
  else await write(process.stderr, [wrong, '', t('commandLine.usage')])
  app.exit(wrong === null ? 0 : 2)
}

/** Quitting waits until the storage process has written and closed the file. */
function quitAfterClosing(storage: Storage): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void storage.close().then(() => {
      closed = true
      app.quit()
    })
  })
}
