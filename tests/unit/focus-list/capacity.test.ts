// How many people the hours hold, at the edges, and the arithmetic as it is read.
import { describe, expect, test } from 'vitest'
import { say } from '../../../src/shared/messages/translate.ts'
import {
  countPlaces,
  findCapacity,
  findDayCapacity,
  findTouchLength,
} from '../../../src/shared/rules/focus-list/capacity.ts'

test.each([
  [3, 15, 8],
  [2.5, 15, 7],
  [0, 15, 0],
  [1, 5, 8],
  [0.2, 15, 0],
  [40, 15, 112],
])('%d hours at %d minutes a touch hold %d', (hours, minutes, places) => {
  expect(countPlaces(hours, minutes)).toBe(places)
})

test.each([
  [0, 15, 3],
  [1, 15, 3],
  [1.5, 15, 4],
  [3, 15, 8],
  [1, 5, 8],
])('a day of %d hours at %d minutes holds %d: at least three', (hours, minutes, people) => {
  expect(findDayCapacity(hours, minutes)).toBe(people)
})

describe('the length of a touch', () => {
  const five = (count: number) => Array.from({ length: count }, () => 5)
  test.each([
    ['none timed', [], { minutes: 15, measured: 0 }],
    ['19 timed', five(19), { minutes: 15, measured: 19 }],
    ['20 timed', five(20), { minutes: 5, measured: 20 }],
    ['21 timed, the middle one', [...five(10), 7, ...five(10).map(() => 60)], { minutes: 7, measured: 21 }],
    [
      '20 timed, between the middle two',
      [...five(10), ...five(10).map(() => 8)],
      { minutes: 6.5, measured: 20 },
    ],
  ])('%s', (_name, timed, length) => {
    expect(findTouchLength(timed)).toEqual(length)
    expect(findTouchLength(timed.toReversed())).toEqual(length)
  })
})

describe('how many can be looked after', () => {
  const usual = { minutes: 15, measured: 4 }
  test.each([
    [0, 25],
    [0.1, 3],
    [0.5, 3],
    [0.71, 3],
    [0.72, 4],
    [3, 16],
    [4.46, 24],
    [4.47, 25],
    [5, 25],
    [60, 25],
  ])('%d hours a week at 15 minutes: %d', (hours, people) => {
    expect(findCapacity(hours, usual).people).toBe(people)
  })

  test('exactly 25 is no more than 25', () => {
    expect(findCapacity(3, { minutes: 10, measured: 20 }).sum).toMatchObject({
      key: 'focusList.capacity.sumTimed',
      facts: { fits: 25 },
    })
  })

  test('a hair of binary does not cost a person: 60·0.75·0.7 ÷ 3.5 is 9, in binary 8.99…', () => {
    expect((60 * 0.75 * 0.7) / 3.5).toBeLessThan(9)
    expect(countPlaces(0.75, 3.5)).toBe(9)
    expect(findCapacity(0.75, { minutes: 3.5, measured: 20 }).people).toBe(18)
    expect(findCapacity(2.5, usual).people).toBe(14)
  })

  test.each([
    [
      3,
      usual,
      '3 hours a week × 60 min × 0.7 usable ÷ (15 min a touch × half a touch a week each) = 16 people. The minutes are measured once 20 touches are timed.',
    ],
    [
      3,
      { minutes: 6.5, measured: 34 },
      '3 hours a week × 60 min × 0.7 usable ÷ (6.5 min a touch, by 34 timed × half a touch a week each) = 38 people, and nobody knows more than 25 well.',
    ],
    [
      1,
      { minutes: 10, measured: 20 },
      '1 hour a week × 60 min × 0.7 usable ÷ (10 min a touch, by 20 timed × half a touch a week each) = 8 people.',
    ],
    [
      5,
      usual,
      '5 hours a week × 60 min × 0.7 usable ÷ (15 min a touch × half a touch a week each) = 28 people, and nobody knows more than 25 well. The minutes are measured once 20 touches are timed.',
    ],
    [
      0.6,
      usual,
      '0.6 hours a week × 60 min × 0.7 usable ÷ (15 min a touch × half a touch a week each) = 3 people. The minutes are measured once 20 touches are timed.',
    ],
    [0, usual, 'No hours for calls are set to work it out from, so the usual 25 hold.'],
    [0.5, usual, '0.5 hours for calls a week would hold 2; there is always room for 3, as on any day.'],
  ])('%d hours say so', (hours, length, words) => {
    expect(say(findCapacity(hours, length).sum)).toBe(words)
  })
})
