// When somebody buys, read out of the words an owner writes down: months, seasons, dates, and what is nonsense.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWindow, readWindowEnds, sayEnds, sayWindow } from '../../../src/shared/messages/read-window.ts'
import { dayOfFeast } from '../../../src/shared/rules/days/feasts.ts'
import { settleWindow } from '../../../src/shared/rules/know-card/buying-window.ts'

const today = '2026-11-23'

function read(typed: string, on = today, country = 'US'): string {
  const reading = readWindow(typed, on, country)
  if (reading === null) return 'nothing'
  if ('problem' in reading) return reading.problem.key.replace('knowCard.window.', '')
  const { from, to, yearly } = reading.window
  return `${from} ${to}${yearly ? ' yearly' : ''}`
}

describe('months and seasons come back every year', () => {
  it.each([
    ['January to March', '2027-01-01 2027-03-31 yearly'],
    ['January to March, for the season.', '2027-01-01 2027-03-31 yearly'],
    ['jan-mar', '2027-01-01 2027-03-31 yearly'],
    ['Jan – Mar', '2027-01-01 2027-03-31 yearly'],
    ['from january until march', '2027-01-01 2027-03-31 yearly'],
    ['between May and July', '2027-05-01 2027-07-31 yearly'],
    ['Nov to Feb', '2026-11-01 2027-02-28 yearly'],
    ['December through January', '2026-12-01 2027-01-31 yearly'],
    ['June', '2027-06-01 2027-06-30 yearly'],
    ['in June, before term ends', '2027-06-01 2027-06-30 yearly'],
    ['always in early June', '2027-06-01 2027-06-10 yearly'],
    ['mid-June', '2027-06-11 2027-06-20 yearly'],
    ['in the middle of February', '2027-02-11 2027-02-20 yearly'],
    ['late February', '2027-02-21 2027-02-28 yearly'],
    ['late September to early November', '2027-09-21 2027-11-10 yearly'],
    ['end of August', '2027-08-21 2027-08-31 yearly'],
    ['end of summer', '2027-08-01 2027-08-31 yearly'],
    ['at the end of the winter', '2027-02-01 2027-02-28 yearly'],
    ['early spring', '2027-03-01 2027-03-31 yearly'],
    ['mid winter', '2027-01-01 2027-01-31 yearly'],
    ['towards the end of the year', '2026-10-01 2026-12-31 yearly'],
    ['after June', '2027-07-01 2027-07-28 yearly'],
    ['after the summer', '2027-09-01 2027-09-28 yearly'],
    ['June, July and August', '2027-06-01 2027-08-31 yearly'],
    ['Nov & Dec & Jan', '2026-11-01 2027-01-31 yearly'],
    ['May or October', '2027-05-01 2027-05-31 yearly'],
    ['February', '2027-02-01 2027-02-28 yearly'],
    ['every spring', '2027-03-01 2027-05-31 yearly'],
    ['summer', '2027-06-01 2027-08-31 yearly'],
    ['in the fall, when the club meets', '2026-09-01 2026-11-30 yearly'],
    ['winter', '2026-12-01 2027-02-28 yearly'],
    ['spring to autumn', '2026-03-01 2026-11-30 yearly'],
    ['april and may', '2027-04-01 2027-05-31 yearly'],
    ['every year in March', '2027-03-01 2027-03-31 yearly'],
    ['12 June every year', '2027-06-12 2027-06-12 yearly'],
    ['each year from 12 to 20 June', '2027-06-12 2027-06-20 yearly'],
    ['yearly, 20 Dec to 6 Jan', '2026-12-20 2027-01-06 yearly'],
    ['wedding on 12 June 2027, and every year after', '2027-06-12 2027-06-12 yearly'],
  ])('%s', (typed, expected) => expect(read(typed)).toBe(expected))

  it.each([
    ['AU', 'spring', '2026-09-01 2026-11-30 yearly'],
    ['NZ', 'summer', '2026-12-01 2027-02-28 yearly'],
    ['ZA', 'winter 2027', '2027-06-01 2027-08-31'],
    ['NZ', 'June', '2027-06-01 2027-06-30 yearly'],
  ])('in %s %s', (country, typed, expected) => expect(read(typed, today, country)).toBe(expected))

  it.each([
    ['2026-10-31', '2026-11-01 2027-02-28 yearly'],
    ['2027-02-28', '2026-11-01 2027-02-28 yearly'],
    ['2027-03-01', '2027-11-01 2028-02-29 yearly'],
  ])('Nov to Feb on %s is the run under way, or the next', (on, expected) =>
    expect(read('Nov to Feb', on)).toBe(expected),
  )
})

describe('days, and months with a year, happen once', () => {
  it.each([
    ['12 June 2027', '2027-06-12 2027-06-12'],
    ['wedding on 12 June 2027', '2027-06-12 2027-06-12'],
    ['the 12th of June, 2027', '2027-06-12 2027-06-12'],
    ['June 12, 2027: her wedding', '2027-06-12 2027-06-12'],
    ['2027-06-12', '2027-06-12 2027-06-12'],
    ['12.06.2027', '2027-06-12 2027-06-12'],
    ['12 June', '2027-06-12 2027-06-12'],
    ['23 November', '2026-11-23 2026-11-23'],
    ['22 November', '2027-11-22 2027-11-22'],
    ['29 February', '2028-02-29 2028-02-29'],
    ['12 to 20 June', '2027-06-12 2027-06-20'],
    ['12–20 June 2028', '2028-06-12 2028-06-20'],
    ['20 Dec to 6 Jan', '2026-12-20 2027-01-06'],
    ['20 December 2026 to 6 January 2027', '2026-12-20 2027-01-06'],
    ['June 2027', '2027-06-01 2027-06-30'],
    ['Nov 2026 to Feb', '2026-11-01 2027-02-28'],
    ['Nov to Feb 2028', '2027-11-01 2028-02-29'],
    ['next March', '2027-03-01 2027-03-31'],
    ['next November', '2027-11-01 2027-11-30'],
    ['this November', '2026-11-01 2026-11-30'],
    ['next spring, when they move', '2027-03-01 2027-05-31'],
    ['winter 2027', '2027-12-01 2028-02-29'],
    ['until March', '2026-11-23 2027-03-31'],
    ['by 12 June 2027', '2026-11-23 2027-06-12'],
    ['before June', '2026-11-23 2027-05-31'],
    ['before the end of June', '2026-11-23 2027-06-30'],
    ['before early June', '2026-11-23 2027-05-31'],
    ['by the end of summer', '2026-11-23 2027-08-31'],
    ['early 2027', '2027-01-01 2027-03-31'],
    ['mid 2027', '2027-05-01 2027-08-31'],
    ['end of 2027', '2027-10-01 2027-12-31'],
    ['late June 2028', '2028-06-21 2028-06-30'],
    ['late winter 2027', '2028-02-01 2028-02-29'],
    ['this early spring', '2027-03-01 2027-03-31'],
    ['after 12 June 2027', '2027-06-13 2027-07-10'],
    ['before 24 December', '2026-11-23 2026-12-23'],
    ['2027-01-10 to 2027-02-20', '2027-01-10 2027-02-20'],
  ])('%s', (typed, expected) => expect(read(typed)).toBe(expected))
})

describe('days that have a name', () => {
  it.each([
    ['before Christmas', '2026-11-13 2026-12-24 yearly'],
    ['for Christmas', '2026-11-13 2026-12-25 yearly'],
    ['gifts, by xmas', '2026-11-13 2026-12-25 yearly'],
    ['after Christmas', '2026-12-26 2027-01-22 yearly'],
    ['before Christmas 2027', '2027-11-13 2027-12-24'],
    ['next Christmas', '2026-11-13 2026-12-25'],
    ['between Christmas and New Year', '2026-12-25 2027-01-01 yearly'],
    ['in the new year', '2027-01-01 2027-01-28 yearly'],
    ['before the New Year', '2026-11-20 2026-12-31 yearly'],
    ['after New Year’s Day', '2027-01-02 2027-01-29 yearly'],
    ['Valentine’s Day', '2027-01-03 2027-02-14 yearly'],
    ['Halloween', '2027-09-19 2027-10-31 yearly'],
    ['after Easter', '2027-03-29 2027-04-25'],
    ['before Easter, every year', '2027-02-14 2027-03-27'],
    ['Easter 2028', '2028-03-05 2028-04-16'],
    ['Christmas to Easter', '2026-12-25 2027-03-28'],
    ['after Easter 2025', 'nothing'],
  ])('%s', (typed, expected) => expect(read(typed)).toBe(expected))

  it.each([
    ['2026-12-24', '2026-11-13 2026-12-24 yearly'],
    ['2026-12-25', '2027-11-13 2027-12-24 yearly'],
  ])('before Christmas on %s', (on, expected) => expect(read('before Christmas', on)).toBe(expected))

  it.each([
    ['2027-04-25', '2027-03-29 2027-04-25'],
    ['2027-04-26', '2028-04-17 2028-05-14'],
  ])('after Easter on %s', (on, expected) => expect(read('after Easter', on)).toBe(expected))

  // Astronomical tables: the earliest and latest Easter, and those where simpler rules slip.
  it.each([
    [1818, '03-22'],
    [1943, '04-25'],
    [1954, '04-18'],
    [1981, '04-19'],
    [2000, '04-23'],
    [2026, '04-05'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
    [2100, '03-28'],
  ])('Easter in %i', (year, day) => expect(dayOfFeast('easter', year)).toBe(`${year}-${day}`))
})

describe('no time at all', () => {
  it.each([
    '',
    '   ',
    'when the builders leave',
    'Oak and walnut, 40 to 60 a year.',
    'She may want it, or march off',
    'when prices fall',
    'the mark of a decent frame',
    'Thursdays',
    'best before 10',
    'bought last in June 2024',
    '12 June 2025',
    '555 0160',
    '5 in a row',
    '😀 \u0000 ‮',
  ])('%j', (typed) => expect(read(typed)).toBe('nothing'))
})

describe('doubtful words are months where they are meant as months', () => {
  it.each([
    ['May', '2027-05-01 2027-05-31 yearly'],
    ['may', '2027-05-01 2027-05-31 yearly'],
    ['in may', '2027-05-01 2027-05-31 yearly'],
    ['april to may', '2027-04-01 2027-05-31 yearly'],
    ['may to july', '2027-05-01 2027-07-31 yearly'],
    ['3 march', '2027-03-03 2027-03-03'],
    ['march 2027', '2027-03-01 2027-03-31'],
    ['we may frame it in june', '2027-06-01 2027-06-30 yearly'],
  ])('%s', (typed, expected) => expect(read(typed)).toBe(expected))
})

describe('nonsense', () => {
  it.each([
    ['31 February', 'noSuchDay'],
    ['wedding on 31 February', 'noSuchDay'],
    ['February 30', 'noSuchDay'],
    ['29 February 2027', 'noSuchDay'],
    ['31 June to 3 July', 'noSuchDay'],
    ['1 June to 31 June', 'noSuchDay'],
    ['2027-02-31', 'noSuchDay'],
    ['2027-13-01', 'noSuchDay'],
    ['31.04.', 'noSuchDay'],
    ['March 2027 to January 2027', 'endsEarly'],
    ['20 June to 3 June', 'endsEarly'],
    ['12 June 2027 to 3 June 2027', 'endsEarly'],
    ['2027-06-12 to 2027-06-03', 'endsEarly'],
    ['20 to 12 June', 'endsEarly'],
  ])('%s', (typed, expected) => expect(read(typed)).toBe(expected))

  it('is refused in the owner’s own words', () => {
    expect(readWindow('wedding on 31 February, she says', today, 'US')).toEqual({
      problem: { key: 'knowCard.window.noSuchDay', facts: { typed: '31 February' } },
    })
  })
})

describe('mended in two fields', () => {
  const join = (from: string, to: string, yearly: boolean) => {
    const reading = readWindowEnds({ from, to, yearly }, today, 'US')
    if ('problem' in reading) return reading.problem.key.replace('knowCard.window.', '')
    return `${reading.window.from} ${reading.window.to}${reading.window.yearly ? ' yearly' : ''}`
  }
  it.each([
    ['January', 'March', true, '2027-01-01 2027-03-31 yearly'],
    ['January', 'March', false, '2027-01-01 2027-03-31'],
    ['Nov', 'Feb', true, '2026-11-01 2027-02-28 yearly'],
    ['12 June 2027', '', false, '2027-06-12 2027-06-12'],
    ['12 June 2027', '', true, '2027-06-12 2027-06-12 yearly'],
    ['12 June', 'July', true, '2027-06-12 2027-07-31 yearly'],
    ['may', 'july', true, '2027-05-01 2027-07-31 yearly'],
    ['12 June 2027', '3 June 2027', false, 'endsEarly'],
    ['12 June 2025', '', false, '2025-06-12 2025-06-12'],
    ['31 February', '', false, 'noSuchDay'],
    ['March', '31 June', false, 'noSuchDay'],
    ['soon', '', false, 'notADay'],
    ['', 'March', false, 'notADay'],
    ['March and so on', '', false, 'notADay'],
  ] as const)('%s, %s, yearly %s', (from, to, yearly, expected) =>
    expect(join(from, to, yearly)).toBe(expected),
  )
})

describe('said again', () => {
  it.each([
    ['January to March', 'January to March, every year'],
    ['Nov to Feb', 'November to February, every year'],
    ['June', 'June, every year'],
    ['June 2027', 'June 2027'],
    ['Nov 2026 to Feb 2027', 'November 2026 to February 2027'],
    ['wedding on 12 June 2027', '12 June 2027'],
    ['12 to 20 June 2027', '12 – 20 June 2027'],
    ['12 to 20 June every year', '12 June to 20 June, every year'],
  ])('%s: %s', (typed, said) => {
    const reading = readWindow(typed, today, 'US')
    expect(reading && 'window' in reading && sayWindow(reading.window).replaceAll('\u2009', ' ')).toBe(said)
  })

  it('a window said as two ends is read as the same window', () => {
    const days = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 180 }), fc.boolean(), (start, length, yearly) => {
        const from = Temporal.PlainDate.from('2026-11-23').add({ days: start })
        const window = { from: from.toString(), to: from.add({ days: length }).toString(), yearly }
        const again = readWindowEnds({ ...sayEnds(window), yearly }, window.from, 'US')
        if (!('window' in again)) throw new Error(JSON.stringify({ window, again }))
        if (yearly) expect(sayEnds(again.window)).toEqual(sayEnds(window))
        else expect(again.window).toEqual(window)
      }),
    )
  })

  it('no words bring it down', () => {
    const word = fc.constantFrom(
      '31',
      'June',
      '-',
      'to',
      'may',
      '2027',
      'every',
      'year',
      'before',
      '1.2.',
      'Christmas',
      'Easter',
      'new',
      'after',
      'end',
      'spring',
      ',',
      'x',
    )
    let read = 0
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 9 }).map((all) => all.join(' ')),
        ),
        (typed) => {
          const reading = readWindow(typed, today, 'US')
          if (!reading || 'problem' in reading) return
          read += 1
          expect(reading.window.from <= reading.window.to).toBe(true)
          expect(settleWindow(reading.window)).toEqual(reading.window)
        },
      ),
      { numRuns: 2000 },
    )
    // Nonsense alone would show nothing.
    expect(read).toBeGreaterThan(100)
  })
})

describe('kept', () => {
  it.each([
    [
      { from: '2026-11-01', to: '2026-02-28', yearly: true },
      { from: '2026-11-01', to: '2027-02-28', yearly: true },
    ],
    [
      { from: '2026-11-01', to: '2024-02-29', yearly: true },
      { from: '2026-11-01', to: '2027-02-28', yearly: true },
    ],
    [
      { from: '2027-01-01', to: '2027-12-31', yearly: true },
      { from: '2027-01-01', to: '2027-12-31', yearly: true },
    ],
    [
      { from: '2027-06-12', to: '2027-06-12', yearly: false },
      { from: '2027-06-12', to: '2027-06-12', yearly: false },
    ],
    [{ from: '2027-06-12', to: '2027-06-11', yearly: false }, 'window-ends-early'],
    [{ from: '2027-01-01', to: '2028-03-01', yearly: true }, 'window-over-year'],
  ])('%j', (window, expected) => expect(settleWindow(window)).toEqual(expected))
})
