// Any sequence of any commands is undone to the content there was, and redone to the content there came of it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DataCallName } from '../../../src/data/engine/contexts.ts'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { contract } from '../../../src/shared/contract/index.ts'
import { z } from '../../../src/shared/contract/zod.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'

/** Commands that are no part of this, and why. */
const exempt: Record<string, string> = {
  'app.undo': 'it is what is tested',
  'app.redo': 'it is what is tested',
  'app.fillDemo': 'fills an empty file; tests/data/demo.test.ts',
  'people.erase': 'leaves no trace, so it cannot be undone; tests/data/erase-person.test.ts',
  'importExport.import': 'takes files; tests/data/import.test.ts',
  'importExport.takeBack': 'takes an import; tests/data/import.test.ts',
  'callSheets.markPrinted': 'a fact of the world: Undo passes over it',
}

const commands = (Object.keys(contract) as DataCallName[]).filter(
  (name) => contract[name].kind === 'command' && !(name in exempt),
)

type Schema = z.core.JSONSchema.BaseSchema

const days = fc.constantFrom(
  '2026-10-05',
  '2026-11-02',
  '2026-11-20',
  '2026-11-23',
  '2026-12-01',
  '2027-01-10',
)
const words = fc.constantFrom('', 'Ann', 'Bo Berg', '415 555 0160', 'bo@berg.example', '1 mon t hello')

/** Inputs of a call's own shape, with ids that are often there. */
function shapedBy(schema: Schema | boolean): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.constant(null)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => shapedBy(choice)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'object': {
      if (!schema.properties) return fc.constant({})
      const fields = Object.entries(schema.properties).map(([key, field]) => [key, shapedBy(field)] as const)
      return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] })
    }
    case 'array': {
      const minLength = schema.minItems ?? 0
      return fc.array(shapedBy(schema.items as Schema), { minLength, maxLength: Math.max(minLength, 2) })
    }
    case 'string':
      if (schema.format === 'uuid') return fc.uuid()
      if (schema.format === 'date') return days
      if (schema.format === 'time') return fc.constantFrom('09:30')
      if (schema.pattern?.includes('-W')) return fc.constantFrom('2026-W48', '2026-W49')
      if (schema.pattern?.startsWith('^--')) return fc.constant('--04-12')
      return words
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(1, schema.minimum ?? 1), max: Math.min(4, schema.maximum ?? 4) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.constant(null)
  }
}

const inputs = new Map(
  commands.map((name) => {
    const schema = z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' })
    return [name, shapedBy(schema)]
  }),
)

const uid = () => crypto.randomUUID()

/** A small shop, so that most ids are somebody's. */
async function fillShop(shop: TestStore): Promise<void> {
  for (const [index, name] of ['Nora Lind', 'Tom Abara', 'Ana Ruiz', 'Per Lind'].entries()) {
    const phone = index % 3 === 0 ? '415 555 0160' : `415 555 010${index}`
    const { id } = await shop.call('people.add', { uid: uid(), name, phone })
    await shop.call('touches.log', { uid: uid(), personId: id, touch: { how: 'met' } })
    await shop.call('touches.addNextStep', { uid: uid(), personId: id, step: { dueOn: '2026-11-20' } })
  }
  await shop.call('focusList.add', { uid: uid(), personId: 1 })
  await shop.call('referrals.linkReferrer', { personId: 2, referrerId: 3 })
  await shop.call('places.add', { uid: uid(), name: 'Market', personIds: [1, 2] })
  await proposeSheet(shop, { uid: uid(), week: '2026-W48' })
}

async function repeat(shop: TestStore, name: 'app.undo' | 'app.redo', until: number): Promise<number> {
  let count = 0
  for (; count < until; count += 1) {
    const history = await shop.call('app.history', {})
    if (history[name === 'app.undo' ? 'undo' : 'redo'] === null) break
    await shop.call(name, {})
  }
  return count
}

test('any sequence of commands is undone and redone whole', async () => {
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.constantFrom(...commands).chain((name) => fc.tuple(fc.constant(name), inputs.get(name)!)),
        { minLength: 40, maxLength: 60 },
      ),
      async (story) => {
        const shop = await makeStore()
        try {
          await fillShop(shop)
          const { sqlite } = shop.store
          const said = () =>
            sqlite
              .prepare("SELECT count(*) FROM commands WHERE message IS NOT NULL AND role = 'do'")
              .pluck()
              .get() as number
          const [start, before] = [hashContent(sqlite), said()]
          for (const [name, input] of story) {
            const content = hashContent(sqlite)
            const count = said()
            try {
              await shop.call(name, input as never)
              done.add(name)
              // What changes the file says so, or Undo would pass over it.
              if (said() === count) expect(hashContent(sqlite), name).toBe(content)
            } catch (error) {
              if (!(error instanceof AppError) || error.code === 'unexpected') throw error
              expect(hashContent(sqlite), name).toBe(content)
            }
          }
          const end = hashContent(sqlite)
          const undone = await repeat(shop, 'app.undo', said() - before)
          expect(hashContent(sqlite)).toBe(start)
          await repeat(shop, 'app.redo', undone)
          expect(hashContent(sqlite)).toBe(end)
        } finally {
          shop.close()
        }
      },
    ),
    { numRuns: 5, seed: 20261123, endOnFailure: true },
  )
  expect(done.size).toBeGreaterThan(20)
}, 120_000)

test('every exempt command is one', () => {
  for (const name of Object.keys(exempt)) expect(contract).toHaveProperty([name])
})
