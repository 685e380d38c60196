// The programs that are measured, ours, an older one and a bare window, and how each is started.
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeBareApp } from './bare-app.ts'
import { copyDataSet } from './work-folder.ts'

export interface Program {
  /** The line of the table that its figures go to. */
  line: 'ours' | 'before' | 'bare'
  electron: string
  /** What Electron needs first. */
  switches: string[]
  /** The program's folder as Electron takes it, and what follows. */
  args: string[]
  env: Record<string, string>
}

/**
 * Copies what is built at `root`, so that a build meanwhile changes nothing; inside the checkout, so that the native
 * module is found where it always is. Returns the copy's folder.
 */
export function copyBuilt(root: string, work: string): string {
  const built = join(root, 'out')
  if (!existsSync(join(built, 'main/index.js'))) throw new Error(`The program in ${root} is not built.`)
  const folder = join(work, 'program')
  mkdirSync(folder, { recursive: true })
  cpSync(built, join(folder, 'out'), { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  return folder
}

/** The program built in `built`, on a copy of the data file in `work`. */
export function makeProgram(
  line: 'ours' | 'before',
  built: string,
  work: string,
  { file, today }: { file: string; today: string },
): Program {
  const data = copyDataSet(file, join(work, `data-${line}`))
  return { ...makeStart(line, work), line, args: [built, '--data', data, '--today', today] }
}

export function makeBareProgram(work: string): Program {
  return { ...makeStart('bare', work), line: 'bare', args: [writeBareApp(work)] }
}

function makeStart(name: string, work: string) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return {
    electron: electronPath(),
    // Chromium has no sandbox for root; for anyone else it stays.
    switches: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    // Chromium's own files stay out of the owner's home, and those of one program out of the other's.
    env: { ...(env as Record<string, string>), XDG_CONFIG_HOME: join(work, `config-${name}`) },
  }
}

export function electronPath(): string {
  const electron = process.env.REGULARS_ELECTRON
  if (!electron) throw new Error('No Electron was named: use npm run bench.')
  return electron
}

/**
 * The order of one round: the bare window first, the others turned round each time. So each comes as often after the
 * bare window as after the other, and never twice in a row: what is left of one's work falls on none alone.
 */
export function orderTurns<T>([bare, ...others]: T[], round: number): T[] {
  return [bare!, ...(round % 2 ? others.toReversed() : others)]
}
