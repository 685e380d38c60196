// Builds the program into out/ when a source is newer than the last build that came to its end.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runNodeToEnd } from './child-processes.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { runStep } from './progress.mjs'
import { SetupError } from './setup-error.mjs'

const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
// The oldest Electron the program runs in: built for it, it runs in the newer ones too.
export const oldestElectron = '42'

export async function ensureBuild(root, build = buildWithVite) {
  if (isBuilt(root)) return
  await oneAtATime(root, async () => {
    if (isBuilt(root)) return
    await runStep('Building the program', async () => {
      // Noted before the build: a source that changes meanwhile makes the next run build again.
      const stamp = stampOf(root)
      forgetBuild(root)
      const { code, output } = await build(root)
      if (code !== 0) throw new SetupError(`The build failed (exit code ${code}):\n${output.trim()}`)
      fs.mkdirSync(path.dirname(stampFile(root)), { recursive: true })
      fs.writeFileSync(stampFile(root), stamp)
    })
  })
}

/** For what writes other things into out/: the next start builds again. */
export function forgetBuild(root) {
  fs.rmSync(stampFile(root), { force: true })
}

export function isBuilt(root) {
  const file = stampFile(root)
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === stampOf(root)
}

function buildWithVite(root) {
  const vite = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return runNodeToEnd(vite, ['build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, ELECTRON_MAJOR_VER: oldestElectron },
  })
}

/** Names, sizes and times of all sources: cheap enough to take at every start. */
function stampOf(root) {
  const hash = createHash('sha256')
  for (const source of sources) hashFiles(path.join(root, source), hash)
  return hash.digest('hex')
}

function hashFiles(place, hash) {
  const stats = fs.statSync(place, { throwIfNoEntry: false })
  if (stats?.isDirectory()) {
    for (const name of fs.readdirSync(place).sort()) hashFiles(path.join(place, name), hash)
  } else if (stats) hash.update(`${place} ${stats.size} ${stats.mtimeMs}\n`)
}

const stampFile = (root) => path.join(root, 'out', '.built')
