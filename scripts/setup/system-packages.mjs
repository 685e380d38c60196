// Checks that Linux has the libraries Electron needs and, without a display, Xvfb; installs them where it may.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runToEnd } from './child-processes.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { runStep } from './progress.mjs'
import { cacheFolder, isLinux, isRoot } from './project.mjs'
import { SetupError } from './setup-error.mjs'

const packages = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libxss1',
  'libdrm2',
]
// From Debian 13 and Ubuntu 24.04 on these have another name (64-bit time); libasound2 no longer stands for one package.
const beforeRenaming = ['buster', 'bullseye', 'bookworm', 'bionic', 'focal', 'jammy']
const renamed = ['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0']

export async function ensureSystemPackages(root, { electron, needsDisplay, asRoot = isRoot }) {
  if (!isLinux) return
  const lacking = await findLacking(root, electron, needsDisplay)
  if (lacking.length === 0) return
  const commands = installCommands(readOsRelease())
  if (!asRoot || !findOnPath('apt-get')) throw new SetupError(whatToInstall(lacking, commands))
  await oneAtATime(root, () =>
    runStep(`Installing system packages (${lacking.join(', ')} lacking)`, () => installWithApt(commands)),
  )
  const still = await findLacking(root, electron, needsDisplay)
  if (still.length > 0) throw new SetupError(whatToInstall(still, commands))
}

/** The commands for this release of Debian, Ubuntu or a relative, as one would type them as root. */
export function installCommands(release) {
  const codename = release.UBUNTU_CODENAME ?? release.VERSION_CODENAME
  const isOld = beforeRenaming.includes(codename)
  const names = packages.map((name) => (!isOld && renamed.includes(name) ? `${name}t64` : name))
  return ['apt-get update', `apt-get install -y --no-install-recommends ${names.join(' ')}`]
}

function whatToInstall(lacking, commands) {
  return (
    `This machine lacks what Electron needs: ${lacking.join(', ')}.\n` +
    `On Debian, Ubuntu and their relatives this installs it:\n\n  ${commands.map((line) => `sudo ${line}`).join(' && ')}\n\n` +
    'On other systems install the packages that hold these. Then run the same command again.'
  )
}

async function installWithApt(commands) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of commands) {
    const [program, ...args] = command.split(' ')
    const { code, output } = await runToEnd(program, ['-o', 'DPkg::Lock::Timeout=120', ...args], { env })
    if (code !== 0) throw new SetupError(`${command}\nended with exit code ${code}:\n${output.trim()}`)
  }
}

async function findLacking(root, electron, needsDisplay) {
  const lacking = await findLackingLibraries(root, electron)
  if (needsDisplay && !findOnPath('Xvfb')) lacking.push('Xvfb')
  return lacking
}

/** Asks the dynamic loader once per Electron and machine; the answer "all there" is remembered. */
async function findLackingLibraries(root, electron) {
  const seen = `${electron} on ${os.hostname()}`
  if (fs.existsSync(librariesMark(root)) && fs.readFileSync(librariesMark(root), 'utf8') === seen) return []
  if (!findOnPath('ldd')) return []
  const { output } = await runToEnd('ldd', [electron])
  const lacking = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library)
  if (lacking.length === 0) {
    fs.mkdirSync(cacheFolder(root), { recursive: true })
    fs.writeFileSync(librariesMark(root), seen)
  }
  return lacking
}

/** For when Electron would not load after all: the next run asks the loader again. */
export function forgetLibraries(root) {
  fs.rmSync(librariesMark(root), { force: true })
}

function findOnPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.some((folder) => folder && fs.existsSync(path.join(folder, program)))
}

function readOsRelease() {
  const file = '/etc/os-release'
  if (!fs.existsSync(file)) return {}
  return Object.fromEntries(
    [...fs.readFileSync(file, 'utf8').matchAll(/^(\w+)="?([^"\n]*)"?$/gm)].map(([, key, value]) => [
      key,
      value,
    ]),
  )
}

const librariesMark = (root) => path.join(cacheFolder(root), 'libraries-found')
