// ISO weeks against Temporal's own calendar, at year ends and in years of 53 weeks.
import { describe, expect, test } from 'vitest'
import { daysOfWeek, isWeek, parseWeek, shiftWeek, weekOf } from '../../../src/shared/rules/days/weeks.ts'

describe('weeks', () => {
  test.each([
    ['2026-W48', '2026-11-23'],
    ['2026-W01', '2025-12-29'],
    ['2026-W53', '2026-12-28'],
    ['2027-W01', '2027-01-04'],
    ['2020-W53', '2020-12-28'],
    ['2024-W09', '2024-02-26'],
  ])('%s begins on %s', (week, monday) => {
    expect(parseWeek(week)).toBe(monday)
    expect(weekOf(monday)).toBe(week)
  })

  test.each([
    '2025-W53',
    '2027-W53',
    '2026-W00',
    '2026-W54',
    '2026-48',
    '2026-W4',
    'W48',
    '',
    '2026-w48',
    '2026-W48 ',
  ])('%j is no week', (text) => {
    expect(isWeek(text)).toBe(false)
    expect(() => daysOfWeek(text)).toThrow(RangeError)
  })

  test('every day of forty years lies in its week, and the week gives the day back', () => {
    let day = Temporal.PlainDate.from('2000-01-01')
    while (day.year < 2040) {
      const week = weekOf(day.toString())
      expect(daysOfWeek(week)[day.dayOfWeek - 1]).toBe(day.toString())
      day = day.add({ days: 1 })
    }
  })

  test('a year has 53 weeks exactly when it begins or ends on a Thursday', () => {
    for (let year = 1990; year < 2060; year += 1) {
      const isLong = [
        Temporal.PlainDate.from({ year, month: 1, day: 1 }),
        Temporal.PlainDate.from({ year, month: 12, day: 31 }),
      ].some((day) => day.dayOfWeek === 4)
      expect(isWeek(`${year}-W53`)).toBe(isLong)
    }
  })

  test('the next and the previous week cross years', () => {
    expect(shiftWeek('2026-W53', 1)).toBe('2027-W01')
    expect(shiftWeek('2026-W01', -1)).toBe('2025-W52')
    expect(shiftWeek('2020-W52', 1)).toBe('2020-W53')
    expect(shiftWeek('2026-W48', 520)).toBe(
      weekOf(Temporal.PlainDate.from('2026-11-23').add({ weeks: 520 }).toString()),
    )
  })
})
