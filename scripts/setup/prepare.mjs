// All the set-up in its order; each step does nothing when its work is done already.
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { needsVirtualDisplay, openVirtualDisplay } from './display.mjs'
import { ensureElectron } from './electron.mjs'
import { requireNode } from './setup-error.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * Makes the project ready. `build`: the program is built. `display`: there is a display, a virtual one if need
 * be. Returns the Electron, the environment for what runs in it, and a way to close the display.
 */
export async function prepareProject(root, { build = true, display = true } = {}) {
  requireNode()
  await ensureDependencies(root)
  const electron = await ensureElectron(root)
  const needsDisplay = display && needsVirtualDisplay()
  await ensureSystemPackages(root, { electron, needsDisplay })
  if (build) await ensureBuild(root)
  const screen = needsDisplay ? await openVirtualDisplay() : { env: {}, close: async () => {} }
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env // set by some editors' terminals: no window would open
  return {
    electron,
    env: { ...env, ...screen.env, REGULARS_ELECTRON: electron, ELECTRON_EXEC_PATH: electron },
    closeDisplay: screen.close,
  }
}
