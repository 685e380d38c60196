// Times of day typed behind a day.
import { expect, test } from 'vitest'
import { splitTime } from '../../../src/shared/rules/days/split-time.ts'

test.each([
  ['fri', 'fri', null],
  ['fri 14:30', 'fri', '14:30'],
  ['fri 9:05', 'fri', '09:05'],
  ['24 dec 2pm', '24 dec', '14:00'],
  ['dec 24 2:15 PM', 'dec 24', '14:15'],
  ['tomorrow, 12am', 'tomorrow', '00:00'],
  ['tomorrow at 12pm', 'tomorrow', '12:00'],
  ['14:30', '', '14:30'],
  ['2026-12-24 08:00', '2026-12-24', '08:00'],
  ['dec 24', 'dec 24', null],
  ['+7', '+7', null],
  ['24.12.2026', '24.12.2026', null],
  ['fri 23:59', 'fri', '23:59'],
  ['fri 24:00', 'fri 24:00', null],
  ['fri 25:00', 'fri 25:00', null],
  ['fri 12:60', 'fri 12:60', null],
  ['fri 13pm', 'fri 13pm', null],
  ['fri 0am', 'fri 0am', null],
  ['', '', null],
])('%s', (typed, day, time) => {
  expect(splitTime(typed)).toEqual({ day, time })
})
