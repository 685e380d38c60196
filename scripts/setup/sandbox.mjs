// Chromium's sandbox: off for root, where Chromium refuses it; on for everyone else, never quietly given up.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { say } from './progress.mjs'
import { isLinux, isRoot } from './project.mjs'
import { SetupError } from './setup-error.mjs'

/** The switches that Electron needs here, said aloud when they weaken anything. */
export function sandboxSwitches(electron) {
  if (!isLinux) return []
  if (isRoot) {
    say(
      'Running as root: Chromium cannot use its sandbox (--no-sandbox). Use an ordinary account for real work.',
    )
    return ['--no-sandbox']
  }
  requireSandbox(electron)
  return []
}

function requireSandbox(electron) {
  const helper = path.join(path.dirname(electron), 'chrome-sandbox')
  if (isSetuidRoot(helper) || canMakeUserNamespace()) return
  throw new SetupError(
    'Chromium cannot make its sandbox here: this system does not let ordinary users make user namespaces.\n' +
      'Regulars does not run without its sandbox. Either allow the helper program, once:\n\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n\n` +
      'or allow user namespaces:\n\n' +
      '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0   (Ubuntu 23.10 and newer)\n' +
      '  sudo sysctl -w kernel.unprivileged_userns_clone=1               (older Debian)',
  )
}

function isSetuidRoot(helper) {
  const stats = fs.statSync(helper, { throwIfNoEntry: false })
  return Boolean(stats && stats.uid === 0 && stats.mode & 0o4000)
}

function canMakeUserNamespace() {
  const { error, status } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  return Boolean(error) || status === 0 // without `unshare` nothing is known: Chromium itself will tell
}
