// Two set-ups of one project never work at once, and a dead one does not block the next.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { oneAtATime } from '../../scripts/setup/one-at-a-time.mjs'
import { makeTemporaryFolder, writeFiles } from './temporary-folder.mjs'

const module = new URL('../../scripts/setup/one-at-a-time.mjs', import.meta.url).href

test('two processes take turns', async (t) => {
  const root = makeTemporaryFolder(t)
  const journal = path.join(root, 'journal')
  const script = `
    import fs from 'node:fs'
    import { oneAtATime } from ${JSON.stringify(module)}
    await oneAtATime(${JSON.stringify(root)}, async () => {
      fs.appendFileSync(${JSON.stringify(journal)}, 'in ')
      await new Promise((done) => setTimeout(done, 200))
      fs.appendFileSync(${JSON.stringify(journal)}, 'out ')
    })`
  const run = () =>
    new Promise((done) => {
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }).once('exit', done)
    })
  assert.deepEqual(await Promise.all([run(), run()]), [0, 0])
  assert.equal(fs.readFileSync(journal, 'utf8'), 'in out in out ')
})

test('the lock of a dead process is taken over', async (t) => {
  const root = makeTemporaryFolder(t)
  const dead = spawn(process.execPath, ['-e', ''])
  await new Promise((done) => dead.once('exit', done))
  writeFiles(root, { '.cache/setup.lock': String(dead.pid) })
  assert.equal(await oneAtATime(root, async () => 'done'), 'done')
  assert.deepEqual(fs.readdirSync(path.join(root, '.cache')), [])
})
