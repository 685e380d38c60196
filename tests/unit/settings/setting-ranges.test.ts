// Numbers among the settings, as owners type them.
import { expect, test } from 'vitest'
import { readNumber, settingRanges } from '../../../src/shared/rules/settings/setting-ranges.ts'

test.each([
  ['16', 16],
  [' 16 ', 16],
  ['16.0', 16],
  ['200', 200],
  ['201', 'out-of-range'],
  ['0', 'out-of-range'],
  ['-3', 'out-of-range'],
  ['2.5', 'not-whole'],
  ['', 'not-number'],
  ['twelve', 'not-number'],
  ['1e2', 'not-number'],
  ['12 people', 'not-number'],
])('%j people to look after', (typed, read) => {
  expect(readNumber(typed, settingRanges.focusCap)).toBe(read)
})

test.each([
  ['0,75', 0.75],
  ['.5', 0.5],
  ['0', 0],
  ['12', 12],
  ['12.1', 'out-of-range'],
  ['1.000,5', 'not-number'],
])('%j hours for calls', (typed, read) => {
  expect(readNumber(typed, settingRanges.callHoursPerDay)).toBe(read)
})
