// Why people leave, counted: same reasons written differently are one, and every leaver is in one quarter.
import { describe, expect, test } from 'vitest'
import {
  groupByWords,
  type Leaving,
  splitByQuarter,
} from '../../../src/shared/rules/focus-list/leaving-reasons.ts'

const left = (leftOn: string, reason = '', lostTo = ''): Leaving => ({ leftOn, as: 'lost', reason, lostTo })

describe('reasons', () => {
  const count = (reasons: string[]) =>
    groupByWords(
      reasons.map((reason) => left('2026-11-20', reason)),
      (leaver) => leaver.reason,
    ).map(({ words, leavers }) => `${words} ${leavers.length}`)

  test('are one when case, accents and punctuation alone differ, in the words written most', () => {
    expect(count(['Price', 'price.', 'PRICE', 'price.', 'Café moved', 'cafe moved'])).toEqual([
      'price. 4',
      'Café moved 2',
    ])
  })

  test('are told from the most to the least, and those without a word come last', () => {
    expect(count(['', '', '', 'b', 'a', 'c', 'c'])).toEqual(['c 2', 'a 1', 'b 1', ' 3'])
  })

  test('with none there is nothing to tell', () => {
    expect(count([])).toEqual([])
  })
})

describe('quarters', () => {
  test.each([
    ['2026-11-23', ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']],
    ['2026-12-31', ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']],
    ['2027-01-01', ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01']],
    ['2028-02-29', ['2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01']],
  ])('on %s', (today, starts) => {
    expect(splitByQuarter([], today, 4).map((quarter) => quarter.from)).toEqual(starts)
  })

  test('hold their first and last day, and what is older is in none', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-11-23']
    const quarters = splitByQuarter(
      days.map((day) => left(day)),
      '2026-11-23',
      4,
    )
    expect(quarters.map((quarter) => quarter.leavers.map((leaver) => leaver.leftOn))).toEqual([
      ['2026-01-01', '2026-03-31'],
      ['2026-04-01'],
      [],
      ['2026-11-23'],
    ])
  })
})
