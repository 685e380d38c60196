// Attempt, touch or contact; which count in the ring; when to come back; how many a day holds.
import { describe, expect, test } from 'vitest'
import { suggestNextStep } from '../../../src/shared/rules/days/next-step-dates.ts'
import {
  countsAs,
  countsInRing,
  keepsStep,
  letterOf,
  usualChannel,
} from '../../../src/shared/rules/touches/touch-kinds.ts'

test.each([
  ['met', true, true],
  ['talked', true, true],
  ['message', true, true],
  ['letter', true, true],
  ['event', true, true],
  ['voicemail', true, false],
  ['no answer', true, false],
  ['voicemail', false, true],
  ['no answer', false, true],
] as const)('%s, and what was due was promised %s: kept %s', (how, promised, kept) => {
  expect(keepsStep(how, { promised, what: '' })).toBe(kept)
  expect(keepsStep(how, { promised, what: 'bring samples' })).toBe(false)
})

test.each([
  ['met', 'out', 'contact'],
  ['talked', 'out', 'contact'],
  ['voicemail', 'out', 'touch'],
  ['message', 'out', 'touch'],
  ['letter', 'out', 'touch'],
  ['event', 'out', 'touch'],
  ['no answer', 'out', 'attempt'],
  ['no answer', 'in', 'attempt'],
  ['message', 'in', 'contact'],
  ['voicemail', 'in', 'contact'],
  ['met', 'in', 'contact'],
] as const)('%s %s counts as %s', (how, direction, counts) => {
  expect(countsAs({ how, direction })).toBe(counts)
})

test('the ring counts ours, delivered, to one person', () => {
  const touch = { how: 'message', direction: 'out', toMany: false } as const
  expect(countsInRing(touch)).toBe(true)
  expect(countsInRing({ ...touch, toMany: true })).toBe(false)
  expect(countsInRing({ ...touch, direction: 'in' })).toBe(false)
  expect(countsInRing({ ...touch, how: 'no answer' })).toBe(false)
})

test('letters and usual channels', () => {
  expect(letterOf('no answer')).toBe('N')
  expect(letterOf('letter')).toBe('E')
  expect(usualChannel('met', 'phone')).toBe('visit')
  expect(usualChannel('message', '')).toBe('email')
  expect(usualChannel('message', 'text')).toBe('text')
  expect(usualChannel('no answer', 'visit')).toBe('visit')
  expect(usualChannel('no answer', 'email')).toBe('phone')
})

describe('when to come back, in open days', () => {
  const weekdays = [1, 2, 3, 4, 5]
  test.each([
    ['no answer', '2026-11-23', weekdays, '2026-11-25'],
    ['no answer', '2026-11-19', weekdays, '2026-11-23'],
    ['no answer', '2026-11-20', weekdays, '2026-11-24'],
    ['no answer', '2026-11-21', weekdays, '2026-11-24'],
    ['voicemail', '2026-11-23', weekdays, '2026-11-26'],
    ['message', '2026-11-23', weekdays, '2026-11-30'],
    ['no answer', '2026-11-20', [2, 6], '2026-11-24'],
    ['no answer', '2026-11-20', [], '2026-11-22'],
    ['met', '2026-11-23', weekdays, null],
    ['talked', '2026-11-23', weekdays, null],
  ] as const)('%s on %s, open %j: %s', (how, today, openDays, day) => {
    expect(suggestNextStep(how, today, { openDays, closed: [] })).toBe(day)
  })

  test.each([
    ['the day before closing', '2026-12-21', '2027-01-04'],
    ['while closed', '2026-12-28', '2027-01-05'],
    ['well before closing', '2026-12-17', '2026-12-21'],
  ])('days of a closed period are passed over: %s', (_name, today, day) => {
    const closed = [
      { from: '2026-12-23', to: '2027-01-01' },
      { from: '2026-12-30', to: '2027-01-03' },
    ]
    expect(suggestNextStep('no answer', today, { openDays: weekdays, closed })).toBe(day)
  })
})
