// How many people the hours hold, at the edges, and the arithmetic as it is read.
import { describe, expect, test } from 'vitest'
import { say } from '../../../src/shared/messages/translate.ts'
import {
  countPlaces,
  countTurnWeeks,
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
      'In 3 hours a week you get through about 8 calls. If each of your people hears from you every second week, that is 16.',
      '3 hours a week, 7 minutes of 10 spent on calls, 15 minutes a call until 20 are timed: 8 calls a week.',
    ],
    [
      3,
      { minutes: 6.5, measured: 34 },
      'In 3 hours a week you get through about 19 calls. If each of your people hears from you every second week, that is 38; we stop at 25.',
      '3 hours a week, 7 minutes of 10 spent on calls, 6.5 minutes a call by the 34 you timed: 19 calls a week.',
    ],
    [0, usual, 'No hours for calls are set to work it out from, so the usual 25 hold.', null],
    [0.5, usual, '0.5 hours for calls a week would hold 2; there is always room for 3, as on any day.', null],
  ])('%d hours say so', (hours, length, words, sum) => {
    const capacity = findCapacity(hours, length)
    expect(say(capacity.words)).toBe(words)
    expect(capacity.sum && say(capacity.sum)).toBe(sum)
  })
})

test('over capacity it says how long a turn takes, and within it nothing', () => {
  expect(countTurnWeeks(28, 5, 15)).toBeNull()
  expect(countTurnWeeks(29, 5, 15)).toBe(3)
  expect(countTurnWeeks(40, 5, 15)).toBe(3)
  expect(countTurnWeeks(40, 0, 15)).toBeNull()
})
