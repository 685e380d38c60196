// The built program as it is at the start of a run, so that a build meanwhile changes nothing; and how to start it.
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './data-sets.ts'

export interface Program {
  /** A folder with package.json and out/, as Electron takes it. */
  folder: string
  electron: string
  /** What Electron needs before the folder. */
  switches: string[]
  env: Record<string, string>
}

/** Inside the project, so that the native module is found where it always is. */
export function copyProgram(work: string): Program {
  const built = join(projectRoot, 'out')
  if (!existsSync(join(built, 'main/index.js')))
    throw new Error('The program is not built: use npm run bench.')
  const folder = join(work, 'program')
  mkdirSync(folder, { recursive: true })
  cpSync(built, join(folder, 'out'), { recursive: true })
  cpSync(join(projectRoot, 'package.json'), join(folder, 'package.json'))
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return {
    folder,
    electron: process.env.REGULARS_ELECTRON ?? process.execPath,
    // Chromium has no sandbox for root; for anyone else it stays.
    switches: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    // Chromium's own files stay out of the owner's home.
    env: { ...(env as Record<string, string>), XDG_CONFIG_HOME: join(work, 'config') },
  }
}
