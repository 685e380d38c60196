// The program is built when a source changed, and a build that broke off never counts.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { ensureBuild, isBuilt } from '../../scripts/setup/build.mjs'
import { makeTemporaryFolder, writeFiles } from './temporary-folder.mjs'

test('built once, again after a change, again after a failure', async (t) => {
  const root = makeTemporaryFolder(t)
  writeFiles(root, { 'src/main/index.ts': 'one' })
  let builds = 0
  const build = async () => {
    builds += 1
    return { code: 0, output: '' }
  }
  await ensureBuild(root, build)
  await ensureBuild(root, build)
  assert.equal(builds, 1)

  fs.writeFileSync(path.join(root, 'src/main/index.ts'), 'other')
  assert.equal(isBuilt(root), false)
  await assert.rejects(
    ensureBuild(root, async () => ({ code: 1, output: 'no such file' })),
    /no such file/,
  )
  assert.equal(isBuilt(root), false)
  await ensureBuild(root, build)
  assert.equal(builds, 2)
  assert.equal(isBuilt(root), true)
})
