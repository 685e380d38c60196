// Finds the Electron to test in: the one the set-up chose, else one that an earlier set-up left here.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '../..')

function findOfficial(): string | undefined {
  const folder = join(projectRoot, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : undefined
}

function findCopy(): string | undefined {
  const folder = join(projectRoot, '.cache/electron')
  if (!existsSync(folder)) return undefined
  const executables = readdirSync(folder).map((name) => join(folder, name, 'electron'))
  return executables.find((executable) => existsSync(executable))
}

export function findElectron(): string {
  const found = process.env.REGULARS_ELECTRON ?? findOfficial() ?? findCopy()
  if (!found) throw new Error('No Electron here: run `npm test`, or set REGULARS_ELECTRON to an executable.')
  return found
}
