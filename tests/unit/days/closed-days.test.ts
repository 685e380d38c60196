// The clock that stands still while the shop is closed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countRunningDays, isClosedOn } from '../../../src/shared/rules/days/closed-days.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'

const closed = (from: string, to: string) => ({ from, to })

describe('days on which the clock ran', () => {
  test.each([
    ['nothing closed', '2026-11-01', '2026-11-11', [], 10],
    ['the same day', '2026-11-01', '2026-11-01', [closed('2026-11-01', '2026-11-09')], 0],
    ['an earlier day', '2026-11-05', '2026-11-01', [], 0],
    ['closed in the middle', '2026-11-01', '2026-11-11', [closed('2026-11-03', '2026-11-05')], 7],
    ['closed since the first day', '2026-11-01', '2026-11-11', [closed('2026-10-20', '2026-11-03')], 8],
    ['closed to the last day and after', '2026-11-01', '2026-11-11', [closed('2026-11-10', '2026-12-01')], 8],
    ['closed all the time', '2026-11-03', '2026-11-11', [closed('2026-11-01', '2026-11-30')], 0],
    ['closed before', '2026-11-05', '2026-11-11', [closed('2026-11-01', '2026-11-05')], 6],
    ['closed after', '2026-11-05', '2026-11-11', [closed('2026-11-12', '2026-11-20')], 6],
    [
      'two periods that overlap count once',
      '2026-11-01',
      '2026-11-21',
      [closed('2026-11-08', '2026-11-12'), closed('2026-11-05', '2026-11-09')],
      12,
    ],
  ])('%s', (_, from, to, periods, days) => {
    expect(countRunningDays(from, to, periods)).toBe(days)
  })

  test('equals counting day by day', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-01', days))
    const period = fc.tuple(day, day).map((days) => {
      const [from, to] = days.toSorted()
      return closed(from!, to!)
    })
    fc.assert(
      fc.property(day, day, fc.array(period, { maxLength: 5 }), (from, to, periods) => {
        let days = 0
        for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (!isClosedOn(at, periods)) days += 1
        expect(countRunningDays(from, to, periods)).toBe(days)
      }),
    )
  })
})
