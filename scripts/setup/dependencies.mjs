// Installs the packages that package-lock.json names, once, and again only when it changes or an install broke off.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runNpm } from './npm.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { runStep } from './progress.mjs'
import { SetupError } from './setup-error.mjs'

export async function ensureDependencies(root, run = runNpm) {
  if (dependenciesAreInstalled(root)) return
  await oneAtATime(root, async () => {
    if (dependenciesAreInstalled(root)) return
    await runStep('Installing the packages of package-lock.json (npm ci)', () =>
      installDependencies(root, run),
    )
  })
}

/** True when the last install of exactly this lockfile, on this kind of machine, came to its end. */
export function dependenciesAreInstalled(root) {
  if (readText(stampFile(root)) === stampOf(root)) return true
  if (!npmInstalledAll(root)) return false
  fs.writeFileSync(stampFile(root), stampOf(root))
  return true
}

async function installDependencies(root, run) {
  // First the proofs of an earlier install go: broken off from here on, nothing counts as installed.
  fs.rmSync(stampFile(root), { force: true })
  fs.rmSync(npmRecord(root), { force: true })
  const { code, output } = await run(['ci', '--include=dev', '--include=optional', '--ignore-scripts'], {
    root,
  })
  if (code !== 0) {
    throw new SetupError(
      `npm could not install the packages (exit code ${code}):\n${output.trim()}\n\n` +
        'The first set-up needs the npm registry. Nothing counts as installed; run the same command again.',
    )
  }
  fs.writeFileSync(stampFile(root), stampOf(root))
}

const stampFile = (root) => path.join(root, 'node_modules', '.installed-lockfile')
const npmRecord = (root) => path.join(root, 'node_modules', '.package-lock.json')

function stampOf(root) {
  const hash = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform}-${process.arch}`
}

/** Whether a plain `npm install` did the work already: npm writes its own record last of all. */
function npmInstalledAll(root) {
  const record = readText(npmRecord(root))
  if (!record) return false
  const wanted = JSON.parse(readText(path.join(root, 'package-lock.json'))).packages
  const installed = JSON.parse(record).packages
  return Object.entries(wanted).every(([place, want]) => {
    const got = installed[place]
    if (got) return got.version === want.version && got.integrity === want.integrity
    return place === '' || ((want.optional || want.devOptional) && !isForThisMachine(want))
  })
}

// Only native parts name a system; npm leaves out optional parts of other systems' parts too.
function isForThisMachine({ os, cpu = [process.arch], libc }) {
  return Boolean(os?.includes(process.platform)) && cpu.includes(process.arch) && !libc
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  }
}
