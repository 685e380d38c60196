// Days the way people type them, on a Monday: 23 November 2026.
import { describe, expect, test } from 'vitest'
import { readDay } from '../../../src/shared/messages/read-day.ts'

const today = '2026-11-23'

describe('ahead', () => {
  test.each([
    ['+7', '2026-11-30'],
    ['+ 7', '2026-11-30'],
    ['+2w', '2026-12-07'],
    ['+1m', '2026-12-23'],
    ['fri', '2026-11-27'],
    ['+fri', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['fr', '2026-11-27'],
    ['next fri', '2026-11-27'],
    ['mon', '2026-11-30'],
    ['24 dec', '2026-12-24'],
    ['24dec', '2026-12-24'],
    ['+24dec', '2026-12-24'],
    ['dec 24', '2026-12-24'],
    ['24th December 2027', '2027-12-24'],
    ['24.12.', '2026-12-24'],
    ['24.12.2028', '2028-12-24'],
    ['1 nov', '2027-11-01'],
    ['23 nov', '2026-11-23'],
    ['29 feb', '2028-02-29'],
    ['2026-12-01', '2026-12-01'],
    ['today', '2026-11-23'],
    ['tomorrow', '2026-11-24'],
    ['in 2 weeks', '2026-12-07'],
    ['in a month', '2026-12-23'],
    ['next week', '2026-11-30'],
    ['3 days', '2026-11-26'],
    ['  FRI ', '2026-11-27'],
    ['fri.', '2026-11-27'],
    ['fri,', '2026-11-27'],
    ['on fri', '2026-11-27'],
    ['this fri', '2026-11-27'],
    ['this mon', '2026-11-23'],
    ['last fri', '2026-11-20'],
    ['fri 4 dec', '2026-12-04'],
    ['Fri 4 Dec 2026', '2026-12-04'],
    ['on Fri, 4 Dec', '2026-12-04'],
    ['+fri 4 dec', '2026-12-04'],
    ['fri 2026-12-04', '2026-12-04'],
    ['24th', '2026-11-24'],
    ['the 22nd', '2026-12-22'],
    ['the 31st', '2026-12-31'],
    ['in two weeks', '2026-12-07'],
    ['in ten days', '2026-12-03'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed, today)).toBe(day)
  })
})

describe('behind', () => {
  test.each([
    ['fri', '2026-11-20'],
    ['mon', '2026-11-23'],
    ['yesterday', '2026-11-22'],
    ['3 days ago', '2026-11-20'],
    ['2 days', '2026-11-21'],
    ['-3', '2026-11-20'],
    ['24 dec', '2025-12-24'],
    ['19 nov', '2026-11-19'],
    ['2026-11-01', '2026-11-01'],
    ['next fri', '2026-11-27'],
    ['last mon', '2026-11-16'],
    ['last fri', '2026-11-20'],
    ['this fri', '2026-11-27'],
    ['this mon', '2026-11-23'],
    ['on fri', '2026-11-20'],
    ['thu 19 nov', '2026-11-19'],
    ['fri 4 dec', '2026-12-04'],
    ['thu 4 dec', '2025-12-04'],
    ['the 24th', '2026-10-24'],
    ['the 31st', '2026-10-31'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed, today, 'behind')).toBe(day)
  })
})

describe('no day', () => {
  test.each([
    '',
    ' ',
    '+',
    'f',
    's',
    't',
    'soon',
    '31 feb',
    '31.02.2027',
    '2026-02-31',
    '2026-13-01',
    '24 x',
    'ju 4',
    '0 dec',
    '+99999',
    '0206-12-01',
    '24.12.9999',
    '+9999m',
    '9999 months ago',
    'in weeks',
    'next',
    '24',
    'the 32nd',
    '0th',
    'the',
    'on',
    'this',
    'fri 5 dec',
    'sat 22 nov',
    'some fri',
    'fri fri',
    'fri 24',
    '"><img>',
  ])('“%s”', (typed) => {
    expect(readDay(typed, today)).toBeNull()
  })
})

test('29 February is found across a century without one', () => {
  expect(readDay('29 feb', '2097-03-01')).toBe('2104-02-29')
  expect(readDay('29 feb', '2103-12-31', 'behind')).toBe('2096-02-29')
})
