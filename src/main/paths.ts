// Every folder and file of the program, in one place; Chromium's own files stay out of the data folder.
import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'

export interface Paths {
  data: string
  /** The program's own notes about this data folder, of windows and commands alike. */
  notes: string
  /** The sample shop's own folder, never the owner's. */
  sample: string
  renderer: string
  preload: string
  storageScript: string
}

/** Sets Electron's own folders as a side effect: must run before the app is ready. */
export function choosePaths(dataFolder: string | undefined, kind: 'window' | 'command' | 'usage'): Paths {
  const data = dataFolder ?? app.getPath('userData')
  // One session folder for each data folder, so that two shops' windows can be open side by side; and one for
  // commands, which may be refused beside an open window but must not write into its session.
  const name = createHash('sha256').update(data).digest('hex').slice(0, 12)
  const sessions = join(app.getPath('appData'), 'Regulars session')
  const notes = makeFolder(join(sessions, name))
  const session = kind === 'window' ? notes : makeFolder(join(sessions, `${name}-${kind}`))
  app.setPath('userData', session)
  app.setPath('sessionData', session)
  const here = import.meta.dirname
  return {
    data,
    notes,
    sample: join(session, 'sample shop'),
    renderer: join(here, '../renderer'),
    preload: join(here, '../preload/index.cjs'),
    storageScript: join(here, 'storage.js'),
  }
}

/** Chromium needs a folder to write to; where the owner's own is read-only, the window opens all the same. */
function makeFolder(wanted: string): string {
  try {
    mkdirSync(wanted, { recursive: true })
    accessSync(wanted, constants.W_OK)
    return wanted
  } catch {
    return mkdtempSync(join(tmpdir(), 'Regulars session '))
  }
}
