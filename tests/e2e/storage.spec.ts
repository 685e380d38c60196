// The storage process may die at any moment: nothing is claimed that is not certain, and work goes on.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '../../src/shared/errors.ts'
import { findElectron } from './find-electron.ts'
import { expect, Regulars, test } from './fixtures.ts'

test.use({ ownStart: true })

test('killed while commands are under way: their outcome is called unknown, the next ones work', async ({
  regulars,
  window,
}) => {
  await regulars.call('settings.change', { shopName: 'Petersen' })
  const before = await regulars.findStorage()
  const answers = window.evaluate(async () => {
    const { regulars: bridge } = globalThis as unknown as {
      regulars: { call(name: string, input: unknown, id: string): Promise<unknown> }
    }
    const calls = Array.from({ length: 3000 }, (_, number) =>
      bridge.call('people.add', { uid: crypto.randomUUID(), name: `Person ${number}` }, crypto.randomUUID()),
    )
    return Promise.all(calls)
  }) as Promise<Answer<{ id: number }>[]>
  // In the middle: some are on the disk, most are not.
  const count = async () => (await regulars.call('people.list', { limit: 1 })).total
  await expect.poll(count, { intervals: [20] }).toBeGreaterThan(20)
  process.kill(before, 'SIGKILL')
  const all = await answers
  const saved = all.filter((answer) => answer.ok).length
  const unknown = all.filter((answer) => !answer.ok && answer.error.code === 'unknown-outcome').length
  expect(saved).toBeGreaterThan(20)
  expect(unknown).toBeGreaterThan(0)
  expect(saved + unknown).toBe(3000)

  expect(await regulars.call('settings.get', {})).toMatchObject({ shopName: 'Petersen' })
  expect(await regulars.findStorage()).not.toBe(before)
  // Everything that was called saved is there; what was unknown may be.
  const { total } = await regulars.call('people.list', { limit: 1 })
  expect(total).toBeGreaterThanOrEqual(saved)
  expect(await regulars.call('backup.check', {})).toMatchObject({ good: true, problems: [] })
})

test('a command that was cut off can be sent again under its id, and runs once', async ({
  regulars,
  window,
}) => {
  const send = () =>
    window.evaluate(() => {
      const { regulars: bridge } = globalThis as unknown as {
        regulars: { call(name: string, input: unknown, id: string): Promise<unknown> }
      }
      const uid = '018f0000-0000-7000-8000-000000000001'
      return bridge.call('people.add', { uid, name: 'Ann' }, 'the same id')
    }) as Promise<Answer<{ id: number }>>
  const first = send()
  process.kill(await regulars.findStorage(), 'SIGKILL')
  await first
  expect(await send()).toMatchObject({ ok: true, value: { id: 1 } })
  expect((await regulars.call('people.list', {})).total).toBe(1)
})

test('a window whose file is busy says so, and opens it when asked again', async () => {
  const regulars = new Regulars()
  mkdirSync(regulars.data, { recursive: true })
  // Another program on the same folder: it takes the lock as Regulars does.
  const script = `const Database = require(${JSON.stringify(join(import.meta.dirname, '../../node_modules/better-sqlite3'))});
    new Database(process.argv[1]).exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000)`
  const holder = spawn(findElectron(), ['-e', script, join(regulars.data, 'lock.db')], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    await regulars.launch()
    await expect(regulars.call('settings.get', {})).rejects.toThrow('data-file-busy')
    await expect(regulars.call('app.tryAgain', {})).rejects.toThrow('data-file-busy')
    holder.kill('SIGKILL')
    expect(await regulars.call('app.tryAgain', {})).toEqual({ file: join(regulars.data, 'regulars.db') })
    expect(await regulars.call('settings.get', {})).toMatchObject({ shopName: '' })
  } finally {
    holder.kill('SIGKILL')
    await regulars.close().finally(() => regulars.clearAway())
  }
})
