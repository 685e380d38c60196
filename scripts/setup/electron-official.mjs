// The official Electron: the one in place already, or downloaded by the `electron` package's own installer.
import fs from 'node:fs'
import path from 'node:path'
import { nodeArguments, startProgram, stopProgram } from './child-processes.mjs'
import { cacheFolder } from './project.mjs'

const STILL_MS = 20_000 // a download that does not grow for so long is given up
const TOTAL_MS = 15 * 60_000

const executableNames = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const executableName = executableNames[process.platform] ?? 'electron'

/** The executable in the folder that ELECTRON_OVERRIDE_DIST_PATH names, or else in the `electron` package. */
export function findOfficialElectron(root, env = process.env) {
  if (env.ELECTRON_OVERRIDE_DIST_PATH) {
    const executable = path.join(env.ELECTRON_OVERRIDE_DIST_PATH, executableName)
    if (fs.existsSync(executable)) return executable
  }
  const folder = electronPackage(root)
  const executable = path.join(folder, 'dist', executableName)
  // The installer writes path.txt last: without it the unpacking broke off.
  if (!fs.existsSync(path.join(folder, 'path.txt')) || !fs.existsSync(executable)) return undefined
  const wanted = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version
  const unpacked = fs
    .readFileSync(path.join(folder, 'dist', 'version'), 'utf8')
    .trim()
    .replace(/^v/, '')
  return unpacked === wanted ? executable : undefined
}

/**
 * Downloads the official Electron; ELECTRON_MIRROR and Electron's own download cache count.
 * Returns the reason when it did not work, so that the next way can be tried.
 */
export async function downloadOfficialElectron(root, { stillMs = STILL_MS, env = process.env } = {}) {
  const folder = electronPackage(root)
  const temporary = path.join(cacheFolder(root), 'electron', 'download')
  for (const rest of [temporary, path.join(folder, 'dist'), path.join(folder, 'path.txt')]) {
    fs.rmSync(rest, { recursive: true, force: true })
  }
  fs.mkdirSync(temporary, { recursive: true })
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...rest } = env
  // The download lands in a folder of ours, where it can be seen to grow and be cleared away.
  const places = { TMPDIR: temporary, TMP: temporary, TEMP: temporary }
  try {
    return await runInstaller(path.join(folder, 'install.js'), {
      env: { ...rest, ...places, ELECTRON_GET_NO_PROGRESS: '1' },
      growing: [temporary, path.join(folder, 'dist')],
      stillMs,
    })
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
}

function runInstaller(installer, { env, growing, stillMs }) {
  return new Promise((resolve) => {
    const child = startProgram(process.execPath, ['--no-warnings', ...nodeArguments(installer, [])], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    let givenUp
    child.stderr.setEncoding('utf8').on('data', (text) => {
      complaint += text
    })
    const started = Date.now()
    let last = { size: 0, at: started }
    const watch = setInterval(() => {
      const size = growing.reduce((sum, folder) => sum + sizeOf(folder), 0)
      if (size !== last.size) last = { size, at: Date.now() }
      if (Date.now() - last.at > stillMs) givenUp = `nothing arrived for ${stillMs / 1000} s`
      if (Date.now() - started > TOTAL_MS) givenUp = 'it took too long'
      if (givenUp) stopProgram(child, 'SIGKILL')
    }, 250)
    const finish = (code) => {
      clearInterval(watch)
      resolve(code === 0 ? undefined : (givenUp ?? firstReason(complaint)))
    }
    child.once('error', (error) => {
      complaint += error.message
      finish(1)
    })
    child.once('close', finish)
  })
}

function firstReason(complaint) {
  const cause = complaint.match(/\[cause\]: (.*)/)?.[1]
  const first = complaint.split('\n').find((line) => line.trim()) ?? 'the installer gave no reason'
  if (/fetch failed/.test(first) && !cause) return 'the release server could not be reached'
  return cause ? `${first.trim()} (${cause.trim()})` : first.trim()
}

function sizeOf(folder) {
  let sum = 0
  try {
    for (const entry of fs.readdirSync(folder, { recursive: true })) {
      sum += fs.statSync(path.join(folder, entry), { throwIfNoEntry: false })?.size ?? 0
    }
  } catch (error) {
    // The installer makes and removes these folders while we look.
    if (error.code !== 'ENOENT') throw error
  }
  return sum
}

const electronPackage = (root) => path.join(root, 'node_modules', 'electron')
