// Every call is served, and nothing that can be sent through the door brings the storage process down.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DataCallName } from '../../../src/data/engine/contexts.ts'
import { handlers } from '../../../src/data/handlers.ts'
import { contract } from '../../../src/shared/contract/index.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { errors } from '../../../src/shared/messages/en/errors.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore

beforeAll(async () => {
  test = await makeStore()
  await test.call('app.fillDemo', {})
})
afterAll(() => test.close())

const dataCalls = Object.entries(contract)
  .filter(([, definition]) => definition.kind !== 'shell')
  .map(([name]) => name as DataCallName)

/** Sends what no type would let through; answers the code of the refusal, or null when it was done. */
async function send(name: string, input: unknown): Promise<string | null> {
  try {
    await test.call(name as 'people.list', input as never)
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code
  }
}

describe('the contract', () => {
  it('has a handler for each call of the storage process, and no handler more', () => {
    expect(Object.keys(handlers).sort()).toEqual([...dataCalls].sort())
  })

  it.each(dataCalls)('%s refuses what is no input', async (name) => {
    for (const input of [null, 7, 'x', [], undefined]) expect(await send(name, input)).toBe('bad-input')
  })

  it('refuses names that are no calls', async () => {
    for (const name of ['constructor', '__proto__', 'toString', '', 'people.list ', 'app.chooseFolder']) {
      expect(await send(name, {})).toBe('unknown-call')
    }
  })
})

/** Values of all sizes and kinds, hostile ones among them. */
const anything = fc.anything({
  key: fc.constantFrom(
    'id',
    'uid',
    'personId',
    'name',
    'search',
    'limit',
    'offset',
    '__proto__',
    'touch',
    'week',
  ),
  values: [
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      "' OR 1=1 --",
      '"*"',
      'NEAR(',
      '\0',
      '../../etc/passwd',
      '2026-W99',
      '2026-02-30',
      '😀',
      'a'.repeat(5000),
    ),
    fc.uuid(),
  ],
  maxDepth: 3,
})

/** An input of the right shape as far as its schema tells, with hostile values in its places. */
function shapedFor(name: DataCallName): fc.Arbitrary<unknown> {
  const schema = contract[name].input as { shape?: Record<string, unknown> }
  const keys = Object.keys(schema.shape ?? {})
  const value = fc.oneof(
    anything,
    fc.nat(60),
    fc.uuid(),
    fc.string(),
    fc.constantFrom('2026-W48', '2026-11-23', 'name', 'met', 'dropped', 'phone'),
  )
  return fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] })
}

describe('fuzzed calls', () => {
  it('are answered or refused in words, 2,000 times', async () => {
    let done = 0
    const refused = new Map<string, number>()
    const calls = dataCalls.filter(
      (name) => !['backup.run', 'importExport.export', 'backup.check'].includes(name),
    )
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...calls)
          .chain((name) => fc.tuple(fc.constant(name), fc.oneof(anything, shapedFor(name)))),
        async ([name, input]) => {
          const code = await send(name, input)
          if (code === null) done += 1
          else refused.set(code, (refused.get(code) ?? 0) + 1)
        },
      ),
      { numRuns: 2000, seed: 14 },
    )
    expect(done).toBeGreaterThan(50)
    for (const code of refused.keys()) expect(Object.keys(errors)).toContain(code)
    expect(refused.get('unexpected')).toBeUndefined()
    expect(await test.call('backup.check', {})).toMatchObject({ good: true, problems: [] })
  }, 120_000)
})
