// An answer read again: equal to what was read in every value, and the same objects wherever nothing changed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepUnchanged } from '../../../src/renderer/api/keep-unchanged.ts'

const person = () => ({
  id: 1,
  name: 'Ana',
  firm: { id: 7, name: 'Ridge Framing' },
  nextSteps: [
    { id: 1, what: 'Ring again' },
    { id: 2, what: 'Bring the sample' },
  ],
  focus: null as null | { pinned: boolean },
})

describe('an answer read again', () => {
  it('is the one before when it says the same', () => {
    const before = person()
    expect(keepUnchanged(before, person())).toBe(before)
  })

  it('keeps the parts that did not change', () => {
    const before = person()
    const now = { ...person(), name: 'Anna' }
    const kept = keepUnchanged(before, now)
    expect(kept).toEqual(now)
    expect(kept).not.toBe(before)
    expect(kept.firm).toBe(before.firm)
    expect(kept.nextSteps).toBe(before.nextSteps)
  })

  it('keeps the rows of a list that did not change', () => {
    const before = person()
    const now = person()
    now.nextSteps[1]!.what = 'Bring two samples'
    const kept = keepUnchanged(before, now)
    expect(kept.nextSteps).not.toBe(before.nextSteps)
    expect(kept.nextSteps[0]).toBe(before.nextSteps[0])
    expect(kept.nextSteps[1]).toEqual({ id: 2, what: 'Bring two samples' })
  })

  it.each([
    ['a row less', [1, 2], [1]],
    ['a row more', [1], [1, 2]],
    ['another order', [{ a: 1 }, { b: 2 }], [{ b: 2 }, { a: 1 }]],
    ['a key less', { a: 1, b: 2 }, { a: 1 }],
    ['a key that is there without a value', { a: undefined }, { b: undefined }],
    ['a list in place of an object', { 0: 1 }, [1]],
    ['an object in place of a list', [], {}],
    ['nothing in place of something', { a: { b: 1 } }, { a: null }],
    ['something in place of nothing', { a: null }, { a: { b: 1 } }],
    ['a number in place of its text', { a: '1' }, { a: 1 }],
  ])('never says what was: %s', (_, before, now) => {
    expect(keepUnchanged(before, now)).toStrictEqual(now)
  })

  it('equals what was read, whatever was there before, and is kept whole when read twice', () => {
    // Two numbers and two keys alone, so that parts are often equal.
    const { data } = fc.letrec((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(0, 1, 'a', null, true),
        fc.array(tie('data'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('data'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(data, data, (before, now) => {
        const untouched = structuredClone(before)
        const kept = keepUnchanged(before, now)
        expect(kept).toStrictEqual(now)
        expect(before).toStrictEqual(untouched)
        expect(keepUnchanged(kept, structuredClone(now))).toBe(kept)
      }),
    )
  })
})
