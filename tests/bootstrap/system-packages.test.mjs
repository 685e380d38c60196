// What the system lacks is installed where we may, and otherwise named with the exact command.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../../scripts/setup/project.mjs'
import { installCommands } from '../../scripts/setup/system-packages.mjs'
import { makeTemporaryFolder } from './temporary-folder.mjs'

test('Debian 12 gets the packages that were measured there', () => {
  assert.deepEqual(installCommands({ VERSION_CODENAME: 'bookworm' }), [
    'apt-get update',
    'apt-get install -y --no-install-recommends xvfb xauth libgtk-3-0 libnss3 libgbm1 libasound2 libatk-bridge2.0-0 libxss1 libdrm2',
  ])
})

test('newer releases get the names that their packages have', () => {
  const [, install] = installCommands({ VERSION_CODENAME: 'wilma', UBUNTU_CODENAME: 'noble' })
  for (const name of ['libasound2t64', 'libgtk-3-0t64', 'libatk-bridge2.0-0t64', 'libnss3']) {
    assert.ok(install.split(' ').includes(name), name)
  }
})

test('who may not install reads the exact command', {
  skip: process.platform !== 'linux' && 'for Linux',
}, (t) => {
  const root = makeTemporaryFolder(t)
  fs.cpSync(path.join(projectRoot, 'scripts'), path.join(root, 'scripts'), { recursive: true })
  execFileSync('chmod', ['-R', 'a+rX', root])
  fs.mkdirSync(path.join(root, 'empty'))
  const script = `
    import { ensureSystemPackages } from './scripts/setup/system-packages.mjs'
    import { sayFailure } from './scripts/setup/setup-error.mjs'
    const needs = { electron: '/bin/true', needsDisplay: true }
    try { await ensureSystemPackages(process.cwd(), needs) } catch (error) { sayFailure(error); process.exit(1) }`
  const nobody = 65534
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: path.join(root, 'empty') },
    ...(process.getuid() === 0 && { uid: nobody, gid: nobody }),
  })
  assert.equal(status, 1, stderr)
  assert.equal(stdout, '')
  assert.match(stderr, /lacks what Electron needs: Xvfb\./)
  assert.match(
    stderr,
    /\n {2}sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth /,
  )
})
