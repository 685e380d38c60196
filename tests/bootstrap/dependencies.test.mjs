// Packages are installed once, again after a change or a break, and a half install never counts.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { dependenciesAreInstalled, ensureDependencies } from '../../scripts/setup/dependencies.mjs'
import { projectRoot } from '../../scripts/setup/project.mjs'
import { makeTemporaryFolder, writeFiles } from './temporary-folder.mjs'

const never = () => assert.fail('nothing was to be installed')

/** A project with one package that npm can install without a network. */
function makeProject(t) {
  const root = makeTemporaryFolder(t)
  writeFiles(root, {
    'package/package.json': JSON.stringify({ name: 'one', version: '1.0.0' }),
    'package.json': JSON.stringify({ name: 'shop', version: '1.0.0', dependencies: { one: 'file:one.tgz' } }),
    'package-lock.json': JSON.stringify({
      name: 'shop',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'shop', version: '1.0.0', dependencies: { one: 'file:one.tgz' } },
        'node_modules/one': { version: '1.0.0', resolved: 'file:one.tgz' },
      },
    }),
  })
  execFileSync('tar', ['-czf', 'one.tgz', 'package'], { cwd: root })
  return root
}

test('an install that broke off is mended by the next run, and then nothing is installed twice', async (t) => {
  const root = makeProject(t)
  const breakOff = async () => {
    writeFiles(root, { 'node_modules/one/half.js': '' })
    return { code: 1, output: 'npm error network' }
  }
  await assert.rejects(
    ensureDependencies(root, breakOff),
    /npm error network[\s\S]*run the same command again/,
  )
  assert.equal(dependenciesAreInstalled(root), false)

  await ensureDependencies(root)
  assert.ok(fs.existsSync(path.join(root, 'node_modules/one/package.json')))
  assert.equal(fs.existsSync(path.join(root, 'node_modules/one/half.js')), false)
  await ensureDependencies(root, never)
})

test('a changed lockfile installs again, and an install cut off then does not count', async (t) => {
  const root = makeProject(t)
  await ensureDependencies(root)
  const lockfile = path.join(root, 'package-lock.json')
  const changed = fs.readFileSync(lockfile, 'utf8').replace('"resolved"', '"integrity":"sha512-x","resolved"')
  fs.writeFileSync(lockfile, changed)
  assert.equal(dependenciesAreInstalled(root), false)

  const killed = async () => {
    throw new Error('killed')
  }
  await assert.rejects(ensureDependencies(root, killed), /killed/)
  fs.writeFileSync(lockfile, changed.replace('"integrity":"sha512-x",', ''))
  assert.equal(dependenciesAreInstalled(root), false, 'the earlier proof went before the install began')
})

test("a developer's own npm install counts", async (t) => {
  const root = makeProject(t)
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  })
  await ensureDependencies(root, never)
})

test('the lockfile names the parts of every system, or npm ci would refuse it', () => {
  const { packages } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8'))
  const lacking = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`],
    ),
  )
  assert.deepEqual(lacking, [])
})
