// When the next occasion may be, what a visit was to each person met, and the one line that says what comes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayOccasion } from '../../../src/shared/messages/say-occasion.ts'
import { addDays, daysBetween, weekdayOf } from '../../../src/shared/rules/days/days.ts'
import { proposeNextOccasion, touchesOfVisit } from '../../../src/shared/rules/places/place-visits.ts'

const today = '2026-11-23'

describe('the next occasion', () => {
  test.each([
    ['nothing yet', [], null],
    ['one only', ['2026-11-19'], null],
    ['the same day twice', ['2026-11-19', '2026-11-19'], null],
    ['a fair of three days', ['2026-11-18', '2026-11-21'], null],
    ['four days apart, at the edge', ['2026-11-15', '2026-11-19'], '2026-11-26'],
    ['weekly', ['2026-11-12', '2026-11-19'], '2026-11-26'],
    ['weekly, in any order', ['2026-11-19', '2026-11-12'], '2026-11-26'],
    ['weekly, long ago: the next such day ahead', ['2026-09-03', '2026-09-10'], '2026-11-26'],
    ['every other week', ['2026-11-05', '2026-11-19'], '2026-12-03'],
    ['every three weeks', ['2026-10-29', '2026-11-19'], '2026-12-10'],
    ['24 days is three weeks', ['2026-10-26', '2026-11-19'], '2026-12-10'],
    ['25 days is a month: the third Thursday', ['2026-10-25', '2026-11-19'], '2026-12-17'],
    ['second Thursday of the month', ['2026-10-08', '2026-11-12'], '2026-12-10'],
    ['a fifth Monday where the month has four', ['2026-09-28', '2026-11-30'], '2027-01-25'],
    ['quarterly, first Tuesday', ['2026-08-04', '2026-11-03'], '2027-02-02'],
    ['once a year', ['2025-11-08', '2026-11-14'], '2027-11-13'],
    ['two years apart tells nothing', ['2024-11-14', '2026-11-14'], null],
  ])('%s', (_name, days, expected) => {
    expect(proposeNextOccasion(days, today)).toBe(expected)
  })

  test('lies ahead, on the weekday of the last one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 4, max: 390 }), (ago, apart) => {
        const last = addDays(today, -ago)
        const next = proposeNextOccasion([addDays(last, -apart), last], today)
        expect(next).not.toBeNull()
        expect(weekdayOf(next!)).toBe(weekdayOf(last))
        expect(daysBetween(today, next!)).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what a visit was', () => {
  const one = (personId: number, talked = false) => ({ personId, talked })
  test.each([
    ['nobody', [], []],
    ['one who was there', [one(1)], ['1 event']],
    ['one talked with', [one(1, true)], ['1 met']],
    ['two who were there: one thing for many', [one(1), one(2)], ['1 event many', '2 event many']],
    ['two talked with: each alone', [one(1, true), one(2, true)], ['1 met', '2 met']],
    ['one of each', [one(1), one(2, true)], ['1 event', '2 met']],
    ['two and one', [one(1), one(2, true), one(3)], ['1 event many', '2 met', '3 event many']],
  ])('to %s', (_name, met, expected) => {
    const said = touchesOfVisit(met).map(
      ({ personId, how, toMany }) => `${personId} ${how}${toMany ? ' many' : ''}`,
    )
    expect(said).toEqual(expected)
  })
})

test('what comes at a place reads as one line', () => {
  const plain = {
    placeId: 1,
    place: 'Chamber breakfast',
    on: '2026-11-26',
    what: '',
    bring: '',
    names: [],
    others: 0,
  }
  const lines = [
    plain,
    { ...plain, names: ['Nora'] },
    { ...plain, names: ['Nora', 'Tom'] },
    { ...plain, names: ['Nora', 'Tom'], others: 1 },
    { ...plain, names: ['Nora', 'Tom'], others: 2, bring: 'colour card for winter weddings' },
    { ...plain, what: 'short talks.', bring: ' three\ncorners. ' },
  ].map(sayOccasion)
  expect(lines).toEqual([
    'Chamber breakfast on Thu 26 Nov.',
    'Chamber breakfast on Thu 26 Nov: Nora goes.',
    'Chamber breakfast on Thu 26 Nov: Nora and Tom go.',
    'Chamber breakfast on Thu 26 Nov: Nora, Tom and one more go.',
    'Chamber breakfast on Thu 26 Nov: Nora, Tom and 2 more go. Bring: colour card for winter weddings.',
    'Chamber breakfast on Thu 26 Nov (short talks). Bring: three corners.',
  ])
})
