// The one way to load, between a window's own screens and what stands in for the storage process behind its bridge.
import { QueryObserver } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { AppEvent } from '../../../src/shared/contract/events.ts'

/** Questions that wait for their answer, the oldest first. */
let asked: { name: string; answer(value: unknown): void; refuse(code: string): void }[] = []
let announce: (event: AppEvent) => void
let queries: typeof import('../../../src/renderer/api/queries.ts')

beforeAll(async () => {
  vi.stubGlobal('window', {
    regulars: {
      call: (name: string) =>
        new Promise((answer) => {
          asked.push({
            name,
            answer: (value) => answer({ ok: true, value }),
            refuse: (code) => answer({ ok: false, error: { code, facts: {} } }),
          })
        }),
      onEvent(listener: (event: AppEvent) => void) {
        announce = listener
      },
    },
  })
  // Another test of this process may have loaded the page's modules behind a bridge of its own.
  vi.resetModules()
  queries = await import('../../../src/renderer/api/queries.ts')
})
beforeEach(() => {
  asked = []
})
afterEach(() => queries.queryClient.clear())
afterAll(() => vi.unstubAllGlobals())

/** A screen that shows what is proposed. */
function show() {
  const seen: unknown[] = []
  const observer = new QueryObserver(queries.queryClient, queries.loading('focusList.proposals', {}))
  const leave = observer.subscribe(({ data }) => {
    if (data !== undefined && data !== seen.at(-1)) seen.push(data)
  })
  return { seen, leave }
}

async function change(query = 'focusList.proposals') {
  announce({ type: 'changed', queries: [query] })
  await Promise.resolve()
}

test('a change of what it reads asks again, another change does not', async () => {
  const { seen, leave } = show()
  asked[0]!.answer(['first'])
  await vi.waitFor(() => expect(seen).toEqual([['first']]))
  await change('texts.list')
  expect(asked).toHaveLength(1)
  await change()
  expect(asked).toHaveLength(2)
  asked[1]!.answer(['second'])
  await vi.waitFor(() => expect(seen).toEqual([['first'], ['second']]))
  leave()
})

test('however many changes overtake a question, it is asked once more when it is answered', async () => {
  const { seen, leave } = show()
  for (let times = 0; times < 3000; times += 1) await change()
  expect(asked).toHaveLength(1)
  asked[0]!.answer(['old'])
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]!.answer(['new'])
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(['new']))
  expect(asked).toHaveLength(2)
  leave()
})

test('what nobody shows is not asked for until somebody does', async () => {
  const first = show()
  asked[0]!.answer(['first'])
  await vi.waitFor(() => expect(first.seen).toHaveLength(1))
  first.leave()
  await change()
  expect(asked).toHaveLength(1)
  const again = show()
  expect(asked).toHaveLength(2)
  asked[1]!.answer(['second'])
  await vi.waitFor(() => expect(again.seen.at(-1)).toEqual(['second']))
  again.leave()
})

test.each([{ type: 'storage-restarted' }, { type: 'new-day' }] as const)(
  'after $type everything shown is asked for anew',
  async (event) => {
    const { seen, leave } = show()
    asked[0]!.answer(['first'])
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    announce(event)
    await Promise.resolve()
    expect(asked.map(({ name }) => name)).toEqual(['focusList.proposals', 'focusList.proposals'])
    leave()
  },
)

test('what was refused is told as an error, not shown as an empty answer', async () => {
  const read = queries.read('texts.list', {})
  asked[0]!.refuse('data-file-busy')
  await expect(read).rejects.toMatchObject({ error: { code: 'data-file-busy' } })
})

test('what came to the screen last is asked for first, and what was not changed stays as it is', async () => {
  const observe = (name: 'texts.list' | 'app.history') => {
    const observer = new QueryObserver(queries.queryClient, queries.loading(name, {}) as never)
    return observer.subscribe(() => undefined)
  }
  const leave = [show().leave, observe('texts.list'), observe('app.history')]
  for (const one of asked) one.answer([])
  await vi.waitFor(() => expect(queries.queryClient.isFetching()).toBe(0))
  asked = []
  announce({ type: 'changed', queries: ['focusList.proposals', 'texts.list'] })
  await Promise.resolve()
  expect(asked.map(({ name }) => name)).toEqual(['texts.list', 'focusList.proposals'])
  const state = queries.queryClient.getQueryState(['app.history', {}])
  expect(state).toMatchObject({ isInvalidated: false })
  for (const one of leave) one()
})
