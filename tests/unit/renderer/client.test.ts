// The page's client: a command whose outcome is not known is sent once more, under the id it had, and never under another.
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { type PageBridge, standInForBridge } from '../../support/page-bridge.ts'

let bridge: PageBridge
let client: typeof import('../../../src/renderer/api/client.ts')

beforeEach(async () => {
  bridge = standInForBridge()
  client = await import('../../../src/renderer/api/client.ts')
})
afterAll(() => vi.unstubAllGlobals())

const step = { what: 'Ring', dueOn: '2026-12-01', dueTime: null, promised: true }
const addStep = () => client.call('touches.addNextStep', { uid: 'u', personId: 1, step })

test('a command whose outcome is not known is sent once more under the same id, and so runs once', async () => {
  const answer = addStep()
  const first = await bridge.take('touches.addNextStep')
  expect(first.id).toMatch(/^[0-9a-f-]{36}$/)
  await first.refuse('unknown-outcome')
  const second = await bridge.take('touches.addNextStep')
  expect(second.id).toBe(first.id)
  expect(second.input).toEqual(first.input)
  await second.answer({ id: 7 })
  expect(await answer).toEqual({ ok: true, value: { id: 7 } })
})

test('a second answer that is not known is told, and nothing is sent a third time', async () => {
  const answer = addStep()
  await (await bridge.take('touches.addNextStep')).refuse('unknown-outcome')
  await (await bridge.take('touches.addNextStep')).refuse('unknown-outcome')
  expect(await answer).toMatchObject({ ok: false, error: { code: 'unknown-outcome' } })
  expect(bridge.asked).toEqual([])
})

test('what was refused for another reason is not sent again', async () => {
  const answer = addStep()
  await (await bridge.take('touches.addNextStep')).refuse('do-not-contact')
  expect(await answer).toMatchObject({ ok: false, error: { code: 'do-not-contact' } })
  expect(bridge.asked).toEqual([])
})

test('each command has an id of its own', async () => {
  void addStep()
  void addStep()
  const [one, other] = [await bridge.take('touches.addNextStep'), await bridge.take('touches.addNextStep')]
  expect(one.id).not.toBe(other.id)
})

test('whole-file work, and what the owner sees outside the window, is not done twice', async () => {
  const calls = [
    ['importExport.export', { folder: 't' }],
    ['backup.run', { folder: 't' }],
    ['backup.restore', { ticket: 't' }],
    ['callSheets.print', { week: '2026-W48', what: 'sheet' }],
    ['app.openMail', { address: 'a@b.example', subject: '', body: '' }],
    ['app.saveDraft', { key: 'k', value: 'v' }],
  ] as const
  for (const [name, input] of calls) {
    const answer = client.call(name, input as never)
    await (await bridge.take(name)).refuse('unknown-outcome')
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unknown-outcome' } })
    expect(bridge.asked).toEqual([])
  }
})

test('a question asked again after the storage process died is answered', async () => {
  const answer = client.call('texts.list', {})
  await (await bridge.take('texts.list')).refuse('unknown-outcome')
  await (await bridge.take('texts.list')).answer([])
  expect(await answer).toEqual({ ok: true, value: [] })
})

test('what was done is told to whoever listens, for as long as they do', async () => {
  const told: unknown[] = []
  const stop = client.onDone((done) => told.push(done))
  const done = { commandId: 'c', message: { key: 'people.added', facts: { name: 'Ann' } } } as never
  const sent = [addStep(), addStep(), addStep()]
  await (await bridge.take('touches.addNextStep')).answer({ id: 1 }, done)
  await (await bridge.take('touches.addNextStep')).answer({ id: 2 })
  expect(told).toEqual([done])
  stop()
  await (await bridge.take('touches.addNextStep')).answer({ id: 3 }, done)
  await Promise.all(sent)
  expect(told).toEqual([done])
})

test('events reach every part that listens, for as long as it does', async () => {
  const heard: string[] = []
  const stop = client.onAppEvent(() => heard.push('one'))
  client.onAppEvent(() => heard.push('other'))
  await bridge.announce({ type: 'new-day' })
  stop()
  await bridge.announce({ type: 'new-day' })
  expect(heard).toEqual(['one', 'other', 'other'])
})
