// One writer: the lock is taken before the data file is touched, and goes with whoever held it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/data/engine/open-database.ts'

const now = '2026-11-23T09:00:00.000Z'
const opener = fileURLToPath(new URL('../../support/open-folder.ts', import.meta.url))
const hasStrace = spawnSync('strace', ['-V']).status === 0
let folder: string
let holder: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-lock-'))
})
afterEach(() => {
  holder?.kill('SIGKILL')
  holder = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** A second process that opens the folder and holds it until it is killed. */
async function startHolder(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [opener, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const text of child.stdout) if (String(text).includes('open')) return child
  throw new Error('the holder did not open the folder')
}

describe('a folder that is open', () => {
  it('is refused to a second process at once', async () => {
    holder = await startHolder()
    await expect(openStore(folder, now)).rejects.toMatchObject({ code: 'data-file-busy' })
  })

  it('is refused within one process too', async () => {
    const store = await openStore(folder, now)
    await expect(openStore(folder, now)).rejects.toMatchObject({ code: 'data-file-busy' })
    store.close()
    ;(await openStore(folder, now)).close()
  })

  it('is free again when its holder was killed', async () => {
    holder = await startHolder()
    holder.kill('SIGKILL')
    await new Promise((resolve) => holder?.once('exit', resolve))
    ;(await openStore(folder, now)).close()
  })

  it('is waited for as long as was asked', async () => {
    holder = await startHolder()
    // The wait blocks this thread, so the kill comes from a process of its own.
    const killer = spawn('sh', ['-c', `sleep 0.3; kill -9 ${holder.pid}`], { stdio: 'ignore' })
    const started = performance.now()
    const store = await openStore(folder, now, { waitMs: 5000 })
    expect(performance.now() - started).toBeGreaterThan(100)
    store.close()
    killer.kill()
  })

  it.runIf(hasStrace)('has its data file opened by nobody who was refused', async () => {
    holder = await startHolder()
    const trace = join(folder, 'trace')
    const loser = spawnSync(
      'strace',
      ['-f', '-e', 'trace=open,openat,openat2', '-o', trace, process.execPath, opener, folder],
      { encoding: 'utf8', timeout: 20_000 },
    )
    expect(loser.stdout).toContain('data-file-busy')
    const opened = readFileSync(trace, 'utf8')
    expect(opened).toContain('lock.db')
    expect(opened).not.toContain('regulars.db')
  })
})

describe('a folder nobody had open', () => {
  it('holds the data file and the lock, and no log after closing', async () => {
    const store = await openStore(folder, now)
    store.close()
    expect(existsSync(join(folder, 'regulars.db'))).toBe(true)
    expect(existsSync(join(folder, 'regulars.db-wal'))).toBe(false)
  })
})
