// Every folder and file of the program, in one place; Chromium's own files stay out of the data folder.
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

export interface Paths {
  data: string
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
  const session = join(
    app.getPath('appData'),
    'Regulars session',
    kind === 'window' ? name : `${name}-${kind}`,
  )
  mkdirSync(session, { recursive: true })
  app.setPath('userData', session)
  app.setPath('sessionData', session)
  const here = import.meta.dirname
  return {
    data,
    sample: join(session, 'sample shop'),
    renderer: join(here, '../renderer'),
    preload: join(here, '../preload/index.cjs'),
    storageScript: join(here, 'storage.js'),
  }
}
