// Two set-ups in one project would tread on each other's half-done work: the second waits for the first.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './progress.mjs'
import { cacheFolder } from './project.mjs'

const POLL_MS = 200
const TAKE_OVER_MS = 1_000 // what a killed set-up had started ends within this time (end-with-parent.mjs)

let heldHere = false

/** Runs `work` while no other process sets this project up; a lock left by a dead process is taken over. */
export async function oneAtATime(root, work) {
  if (heldHere) return work()
  const lock = path.join(cacheFolder(root), 'setup.lock')
  fs.mkdirSync(path.dirname(lock), { recursive: true })
  for (let told = false; !takeLock(lock); told = true) {
    const owner = readOwner(lock)
    if (owner && !isAlive(owner)) {
      await wait(TAKE_OVER_MS)
      if (readOwner(lock) === owner) fs.rmSync(lock, { force: true })
      continue
    }
    if (!told) say(`Another set-up is running (process ${owner}); waiting. If none is, delete ${lock}.`)
    await wait(POLL_MS)
  }
  const release = () => fs.rmSync(lock, { force: true })
  process.once('exit', release)
  heldHere = true
  try {
    return await work()
  } finally {
    heldHere = false
    process.removeListener('exit', release)
    release()
  }
}

function takeLock(lock) {
  try {
    fs.writeFileSync(lock, `${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function readOwner(lock) {
  try {
    return Number(fs.readFileSync(lock, 'utf8')) || undefined
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
