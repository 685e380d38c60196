// Whatever was done can be undone to the last byte of content, and done again; a repeated command runs once.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'

/** Turns a chosen number into the id of an existing row, or one that is not there. */
type Pick = number

type Step =
  | { do: 'add'; name: string; firm: string; phone: string }
  | { do: 'edit'; person: Pick; note: string; firm: string }
  | { do: 'bin' | 'bring back' | 'focus' | 'leave' | 'never'; person: Pick }
  | { do: 'contact'; person: Pick; value: string }
  | { do: 'remove contact'; contact: Pick }
  | { do: 'touch'; person: Pick; how: 'met' | 'talked' | 'no answer'; note: string; next: boolean }
  | { do: 'remove touch'; touch: Pick }
  | { do: 'sheet' }
  | { do: 'settings'; shop: string }

const pick = fc.nat(5)
const words = fc.string({ unit: 'grapheme', maxLength: 12 })
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      name: words,
      firm: words,
      phone: fc.constantFrom('', '555 0100', '+44 20 7946 0000'),
    }),
  },
  fc.record({ do: fc.constant('edit' as const), person: pick, note: words, firm: words }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'bin' as const,
        'bring back' as const,
        'focus' as const,
        'leave' as const,
        'never' as const,
      ),
      person: pick,
    }),
  },
  fc.record({
    do: fc.constant('contact' as const),
    person: pick,
    value: fc.constantFrom('555 0199', 'ann@shop.example'),
  }),
  fc.record({ do: fc.constant('remove contact' as const), contact: pick }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('touch' as const),
      person: pick,
      how: fc.constantFrom('met' as const, 'talked' as const, 'no answer' as const),
      note: words,
      next: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant('remove touch' as const), touch: pick }),
  fc.record({ do: fc.constant('sheet' as const) }),
  fc.record({ do: fc.constant('settings' as const), shop: words }),
)

async function run(test: TestStore, step: Step): Promise<unknown> {
  const idIn = (table: string, chosen: Pick) => {
    const ids = test.store.sqlite.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
    return ids[chosen % Math.max(ids.length, 1)] ?? 999
  }
  const uid = crypto.randomUUID()
  switch (step.do) {
    case 'add':
      return test.call('people.add', { uid, name: step.name, firmName: step.firm, phone: step.phone })
    case 'edit':
      return test.call('people.edit', {
        id: idIn('people', step.person),
        changes: { note: step.note, firmName: step.firm },
      })
    case 'bin':
      return test.call('people.moveToBin', { id: idIn('people', step.person) })
    case 'bring back':
      return test.call('people.bringBack', { id: idIn('people', step.person) })
    case 'focus':
      return test.call('focusList.add', { uid, personId: idIn('people', step.person) })
    case 'leave':
      return test.call('focusList.leave', {
        personId: idIn('people', step.person),
        as: 'dropped',
        reason: 'x',
      })
    case 'never':
      return test.call('people.setNeverContact', { id: idIn('people', step.person), never: true })
    case 'contact':
      return test.call('people.saveContactPoint', {
        personId: idIn('people', step.person),
        id: null,
        kind: step.value.includes('@') ? 'email' : 'phone',
        value: step.value,
      })
    case 'remove contact':
      return test.call('people.removeContactPoint', { id: idIn('contact_points', step.contact) })
    case 'touch':
      return test.call('touches.log', {
        uid,
        personId: idIn('people', step.person),
        touch: { how: step.how, note: step.note },
        nextStep: step.next ? { what: 'call', dueOn: '2026-12-01' } : null,
      })
    case 'remove touch':
      return test.call('touches.remove', { id: idIn('touches', step.touch) })
    case 'sheet':
      return proposeSheet(test, { uid, week: '2026-W48' })
    case 'settings':
      return test.call('settings.change', { shopName: step.shop })
  }
}

/** Refusals are part of the story: they must change nothing. */
async function runOrRefuse(test: TestStore, step: Step): Promise<void> {
  const before = hashContent(test.store.sqlite)
  try {
    await run(test, step)
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unexpected') throw error
    expect(hashContent(test.store.sqlite)).toBe(before)
  }
}

async function repeat(test: TestStore, name: 'app.undo' | 'app.redo'): Promise<string[]> {
  const states: string[] = []
  for (;;) {
    const { undo, redo } = await test.call('app.history', {})
    if ((name === 'app.undo' ? undo : redo) === null) return states
    await test.call(name, {})
    states.push(hashContent(test.store.sqlite))
  }
}

describe('undo and redo', () => {
  it('go back and forth through every state of any story', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 14 }), async (story) => {
        const test = await makeStore()
        try {
          const states = [hashContent(test.store.sqlite)]
          for (const step of story) {
            await runOrRefuse(test, step)
            const state = hashContent(test.store.sqlite)
            if (state !== states.at(-1)) states.push(state)
          }
          const back = await repeat(test, 'app.undo')
          expect(hashContent(test.store.sqlite)).toBe(states[0])
          // One step back for each change: what changed nothing is no step.
          expect([states.at(-1)!, ...back]).toEqual(states.toReversed())
          await repeat(test, 'app.redo')
          expect(hashContent(test.store.sqlite)).toBe(states.at(-1))
          expect(await test.call('backup.check', {})).toMatchObject({ good: true, problems: [] })
        } finally {
          test.close()
        }
      }),
      { numRuns: 8, seed: 20261123 },
    )
  }, 120_000)

  it('keep derived lines and the search in step', async () => {
    const test = await makeStore()
    const { id } = await test.call('people.add', { uid: crypto.randomUUID(), name: 'Ann', note: 'oak frame' })
    await test.call('touches.log', {
      uid: crypto.randomUUID(),
      personId: id,
      touch: { how: 'met', note: 'at the market' },
    })
    expect((await test.call('people.list', { search: 'oak' })).rows).toHaveLength(1)
    await test.call('app.undo', {})
    expect((await test.call('people.get', { id })).touches).toBe(0)
    await test.call('app.undo', {})
    expect((await test.call('people.list', { search: 'oak' })).rows).toHaveLength(0)
    await test.call('app.redo', {})
    expect((await test.call('people.list', { search: 'oak' })).rows).toHaveLength(1)
    test.close()
  })

  it('pass over what changed nothing: asked for twice, it is one step back', async () => {
    const test = await makeStore()
    const uid = () => crypto.randomUUID()
    const { id } = await test.call('people.add', { uid: uid(), name: 'Ann' })
    await test.call('focusList.add', { uid: uid(), personId: id })
    const twice: (() => Promise<unknown>)[] = [
      () => test.call('focusList.keep', { personId: id }),
      () => test.call('focusList.pin', { personId: id, pinned: true }),
      () => test.call('focusList.setWhyNow', { personId: id, whyNow: 'Moves in May' }),
      () => test.call('people.edit', { id, changes: { note: 'oak' } }),
      () => test.call('settings.change', { shopName: 'Frames' }),
      () => test.call('people.setConsent', { id, channel: 'email', answer: 'no', how: 'at the till' }),
      () => test.call('people.setNeverContact', { id, never: true, reason: 'asked us to stop' }),
      () => test.call('people.setNeverContact', { id, never: false }),
    ]
    for (const again of twice) {
      const before = hashContent(test.store.sqlite)
      await again()
      const after = hashContent(test.store.sqlite)
      expect(after, String(again)).not.toBe(before)
      await again()
      expect(hashContent(test.store.sqlite), String(again)).toBe(after)
      await test.call('app.undo', {})
      expect(hashContent(test.store.sqlite), String(again)).toBe(before)
      await test.call('app.redo', {})
    }
    await test.call('people.moveToBin', { id })
    const inBin = hashContent(test.store.sqlite)
    await test.call('people.bringBack', { id })
    await test.call('people.bringBack', { id })
    await test.call('app.undo', {})
    expect(hashContent(test.store.sqlite)).toBe(inBin)
    test.close()
  })

  it('refuse when there is nothing, and when something newer was done', async () => {
    const test = await makeStore()
    await expect(test.call('app.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
    await expect(test.call('app.redo', {})).rejects.toMatchObject({ code: 'nothing-to-redo' })
    await test.call('settings.change', { shopName: 'One' }, { commandId: 'one' })
    await test.call('settings.change', { shopName: 'Two' }, { commandId: 'two' })
    await expect(test.call('app.undo', { commandId: 'one' })).rejects.toMatchObject({
      code: 'nothing-to-undo',
    })
    await test.call('app.undo', { commandId: 'two' })
    await test.call('settings.change', { shopName: 'Three' })
    await expect(test.call('app.redo', {})).rejects.toMatchObject({ code: 'nothing-to-redo' })
    expect((await test.call('settings.get', {})).shopName).toBe('Three')
    test.close()
  })
})

describe('a command sent twice under one id', () => {
  it('runs once and answers the same', async () => {
    const test = await makeStore()
    const send = () =>
      test.call('people.add', { uid: crypto.randomUUID(), name: 'Ann' }, { commandId: 'retry' })
    const [first, second] = await Promise.all([send(), send()])
    expect(second).toEqual(first)
    expect((await test.call('people.list', {})).total).toBe(1)
    test.close()
  })
})
