// What the border lets in: days of years that somebody means, texts without what nobody sees, sums that add up.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { sayError } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'

let shop: TestStore
let id: number
const uid = () => crypto.randomUUID()

beforeAll(async () => {
  shop = await makeStore({ today: '2026-11-23' })
  id = (await shop.call('people.add', { uid: uid(), name: 'Ann' })).id
  await shop.call('focusList.add', { uid: uid(), personId: id })
})
afterAll(() => shop.close())

const log = (touch: Record<string, unknown>) =>
  shop.call('touches.log', { uid: uid(), personId: id, touch: { how: 'met', ...touch } })
const edit = (changes: Record<string, string>) => shop.call('people.edit', { id, changes })

/** The sentence a call is refused with; nothing may have changed. */
async function sayRefusal(call: () => Promise<unknown>): Promise<string> {
  const before = hashContent(shop.store.sqlite)
  try {
    await call()
  } catch (error) {
    expect(hashContent(shop.store.sqlite)).toBe(before)
    if (error instanceof AppError) return sayError(error)
    throw error
  }
  throw new Error('it was let in')
}

const daysTyped: [string, (day: string) => Promise<unknown>][] = [
  ['a touch', (happenedOn) => log({ happenedOn })],
  ['a next step', (dueOn) => shop.call('touches.addNextStep', { uid: uid(), personId: id, step: { dueOn } })],
  ['a return', (revisitOn) => shop.call('focusList.leave', { personId: id, as: 'parked', revisitOn })],
  ['a birthday', (birthday) => edit({ birthday })],
  [
    'closed days',
    (day) => shop.call('settings.addClosedPeriod', { uid: uid(), from: day, to: day, what: '' }),
  ],
  ['an occasion', (nextOn) => shop.call('places.add', { uid: uid(), name: uid(), nextOn })],
  [
    'a window',
    (day) => {
      const window = { from: day, to: day, yearly: false }
      return shop.call('knowCard.answer', { personId: id, question: 'when', words: 'x', window })
    },
  ],
  ['a week', (day) => proposeSheet(shop, { uid: uid(), week: `${day.slice(0, 4)}-W10` })],
]

describe.each(daysTyped)('the day of %s', (_what, type) => {
  test.each(['0000-01-01', '0206-11-23', '1899-12-31', '2200-01-01', '9999-12-31'])(
    '%s is a slip, and the refusal says which years are none',
    async (day) => {
      expect(await sayRefusal(() => type(day))).toBe(
        'That day is too far away. Write one of the years 1900 to 2199.',
      )
    },
  )
})

test('a birthday without a year is a day of the calendar', async () => {
  for (const birthday of ['--13-01', '--00-10', '--02-30', '--11-31']) {
    expect(await sayRefusal(() => edit({ birthday })), birthday).toContain('could not be read')
  }
  for (const birthday of ['--02-29', '1900-01-01', '--12-31']) {
    await edit({ birthday })
    expect((await shop.call('people.get', { id })).birthday).toBe(birthday)
  }
})

describe('texts', () => {
  test.each([
    ['half a character', 'Ann\ud800 Berg', 'Ann\ufffd Berg'],
    ['a mark that turns what follows around', 'Ann \u202egreB\u202c', 'Ann greB'],
    ['the marks some phones copy around a name', '\u2068Ann Berg\u2069', 'Ann Berg'],
    ['controls', 'Ann\u0007\u001b[31m Berg\u0085', 'Ann[31m Berg'],
    ['lines', 'Ann\r\n\tBerg\u2028Lind', 'Ann Berg Lind'],
    ['what stands: accents, signs joined to one, marks of Hebrew', 'Ånn 👩‍👧 א\u200f', 'Ånn 👩‍👧 א\u200f'],
  ])('a name is kept without %s', async (_what, name, kept) => {
    const { id: added } = await shop.call('people.add', { uid: uid(), name })
    const { name: read } = await shop.call('people.get', { id: added })
    expect(read).toBe(kept)
    const end = hashContent(shop.store.sqlite)
    await shop.call('app.undo', {})
    await shop.call('app.redo', {})
    expect(hashContent(shop.store.sqlite)).toBe(end)
  })

  test('a note keeps its lines and tabs, in one kind of line end', async () => {
    await edit({ note: 'one\r\ntwo\rthree\u2028\tfour\u0000' })
    expect((await shop.call('people.get', { id })).note).toBe('one\ntwo\nthree\n\tfour')
  })

  test('a name of 10,000 characters is refused in words, a note of as many is kept', async () => {
    const long = 'x'.repeat(10_000)
    const words = 'That is too long to keep. Write at most 500 characters; a note holds more.'
    expect(await sayRefusal(() => edit({ name: long }))).toBe(words)
    expect(await sayRefusal(() => shop.call('people.add', { uid: uid(), name: long }))).toBe(words)
    expect(await sayRefusal(() => shop.call('places.add', { uid: uid(), name: long }))).toBe(words)
    await edit({ note: long })
    expect((await shop.call('people.get', { id })).note).toBe(long)
  })
})

test('minutes and costs are none below nothing, and none that millions of would not add up', async () => {
  for (const touch of [
    { minutes: -1 },
    { minutes: 1441 },
    { minutes: 1.5 },
    { cost: -1 },
    { cost: Number.MAX_SAFE_INTEGER },
    { cost: 0.5 },
  ]) {
    expect(await sayRefusal(() => log(touch)), JSON.stringify(touch)).toContain('could not be read')
  }
})

test('an open day counts once: twice would double the hours for calls', async () => {
  await expect(shop.call('settings.change', { openDays: [1, 1, 2] })).rejects.toThrow()
  await shop.call('settings.change', { openDays: [2, 1] })
})
