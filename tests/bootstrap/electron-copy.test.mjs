// The third party's Electron is taken only as the very bytes that were pinned, and never half.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fetchElectronCopy, findElectronCopy, pinnedCopy } from '../../scripts/setup/electron-copy.mjs'
import { makeTemporaryFolder, writeFiles } from './temporary-folder.mjs'

const linuxOnly = { skip: process.platform === 'linux' ? false : 'the pinned copy is for Linux alone' }

function makeTarball(root) {
  const names = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox', 'resources.pak']
  writeFiles(root, Object.fromEntries(names.map((name) => [`package/bin/${name}`, name])))
  const tarball = path.join(root, 'copy.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', root, 'package'])
  const integrity = `sha512-${createHash('sha512').update(fs.readFileSync(tarball)).digest('base64')}`
  const pack = async (copy, folder) => {
    fs.copyFileSync(tarball, path.join(folder, `${copy.name}-${copy.version}.tgz`))
    return { code: 0, output: '' }
  }
  return { tarball, pack, copy: { ...pinnedCopy, integrity } }
}

test('the pinned copy is unpacked with its run bits', linuxOnly, async (t) => {
  const root = makeTemporaryFolder(t)
  const { copy, pack } = makeTarball(root)
  assert.equal(await fetchElectronCopy(root, { copy, pack }), undefined)
  const folder = path.dirname(findElectronCopy(root))
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    assert.equal(fs.statSync(path.join(folder, name)).mode & 0o111, 0o111, `${name} may be run`)
  }
  assert.deepEqual(fs.readdirSync(path.dirname(folder)), [path.basename(folder)], 'no other file stays')
})

test('a tampered copy is refused and leaves nothing behind', linuxOnly, async (t) => {
  const root = makeTemporaryFolder(t)
  const { copy, pack, tarball } = makeTarball(root)
  fs.appendFileSync(tarball, 'x')
  await assert.rejects(fetchElectronCopy(root, { copy, pack }), /not the one expected.*refused/)
  assert.equal(findElectronCopy(root), undefined)
  assert.deepEqual(fs.readdirSync(path.join(root, '.cache', 'electron')), [])
})

test('a copy cut off while unpacking does not count, and the next run mends it', linuxOnly, async (t) => {
  const root = makeTemporaryFolder(t)
  const { copy, pack } = makeTarball(root)
  const unfinished = `.cache/electron/${copy.name}-${copy.version}.unfinished`
  writeFiles(root, { [`${unfinished}/package/bin/electron`]: 'half', [`${unfinished}/old.tgz`]: 'half' })
  assert.equal(findElectronCopy(root), undefined)
  assert.equal(await fetchElectronCopy(root, { copy, pack }), undefined)
  assert.equal(fs.readFileSync(findElectronCopy(root), 'utf8'), 'electron')
  assert.equal(fs.existsSync(path.join(root, unfinished)), false)
})

test('a registry that has no copy is a reason, not a crash', linuxOnly, async (t) => {
  const root = makeTemporaryFolder(t)
  const pack = async () => ({ code: 1, output: 'npm error code E404\n' })
  assert.equal(await fetchElectronCopy(root, { pack }), 'npm error code E404')
  assert.equal(findElectronCopy(root), undefined)
})
