// Rows onto paper: nine blocks a front, short lists on the back, letters for new faces, nothing split or lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostOf } from '../../../src/shared/rules/call-sheets/propose-sheet.ts'
import {
  type BackLine,
  backHeight,
  backSections,
  blocksPerPage,
  heightOf,
  layOutSheet,
} from '../../../src/shared/rules/call-sheets/sheet-pages.ts'

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index)
const noBack = { thank: [], ask: [], decide: [], greet: [] }
const kinds = (lines: BackLine<number>[]) => lines.map((line) => line.kind)
const sum = (lines: BackLine<number>[]) => lines.reduce((height, line) => height + heightOf(line), 0)

describe('fronts', () => {
  test.each([
    [0, 1, 9],
    [1, 1, 8],
    [9, 1, 0],
    [10, 2, 8],
    [40, 5, 5],
    [60, 7, 3],
  ])('%d rows make %d pages with %d blocks for new faces', (rows, pages, free) => {
    const { fronts } = layOutSheet({ calls: numbers(rows), back: noBack, places: [] })
    expect(fronts).toHaveLength(pages)
    for (const page of fronts) expect(page).toHaveLength(blocksPerPage)
    const blocks = fronts.flat()
    expect(blocks.filter((block) => block.kind === 'new face')).toHaveLength(free)
    expect(blocks.flatMap((block) => (block.kind === 'row' ? [block.row] : []))).toEqual(numbers(rows))
  })
})

describe('the back', () => {
  const full = {
    thank: numbers(mostOf.thank, 100),
    ask: [],
    decide: numbers(mostOf.decide, 200),
    greet: numbers(mostOf.greet, 300),
  }

  test('as much as a proposed sheet holds, two places and three walk-ins fit on one page', () => {
    const { backs } = layOutSheet({ calls: numbers(9), back: full, places: ['market', 'breakfast'] })
    expect(backs).toHaveLength(1)
    expect(kinds(backs[0]!).filter((kind) => kind === 'row')).toHaveLength(12)
    expect(kinds(backs[0]!).filter((kind) => kind === 'blank ask')).toHaveLength(3)
    expect(kinds(backs[0]!).filter((kind) => kind === 'walk-in').length).toBeGreaterThanOrEqual(3)
    expect(sum(backs[0]!)).toBeLessThanOrEqual(backHeight)
  })

  test('with nothing to print it still has room for three asks, and for walk-ins', () => {
    const { backs } = layOutSheet({ calls: [], back: noBack, places: [] })
    expect(kinds(backs[0]!)).toEqual([
      'heading',
      'blank ask',
      'blank ask',
      'blank ask',
      'heading',
      ...numbers(4).map(() => 'walk-in'),
    ])
  })

  test('no letter stands twice, front and back together, and none is read as a number', () => {
    const { fronts, backs } = layOutSheet({ calls: [1], back: noBack, places: [] })
    const letters = [
      ...fronts.flat().flatMap((block) => (block.kind === 'new face' ? [block.letter] : [])),
      ...backs.flat().flatMap((line) => (line.kind === 'walk-in' ? [line.letter] : [])),
    ]
    expect(new Set(letters).size).toBe(letters.length)
    for (const letter of letters) expect(letter).toMatch(/^[A-HJKMNP-Z]$/)
  })

  test('however much there is, every line is printed once, in its order, under its heading, and none is split', () => {
    const some = fc.nat(60)
    fc.assert(
      fc.property(some, some, fc.nat(9), some, fc.nat(20), (thank, ask, decide, greet, places) => {
        const back = {
          thank: numbers(thank, 1000),
          ask: numbers(ask, 2000),
          decide: numbers(decide, 3000),
          greet: numbers(greet, 4000),
        }
        const words = numbers(places).map((place) => `place ${place}`)
        const { backs } = layOutSheet({ calls: numbers(4), back, places: words })
        const lines = backs.flat()
        const printed = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))
        expect(printed).toEqual(backSections.flatMap((section) => back[section]))
        expect(lines.flatMap((line) => (line.kind === 'place' ? [line.words] : []))).toEqual(words)
        expect(lines.filter((line) => line.kind === 'walk-in').length).toBeGreaterThanOrEqual(3)
        for (const page of backs) {
          expect(sum(page)).toBeLessThanOrEqual(backHeight + 0.001)
          expect(page[0]?.kind).toBe('heading')
          expect(page.at(-1)?.kind).not.toBe('heading')
        }
      }),
    )
  })
})

test('words of a place take two lines when they are longer than one holds, and not before', () => {
  const place = (length: number) => ({ kind: 'place', words: 'x'.repeat(length) }) as const
  expect(heightOf(place(105))).toBeLessThan(heightOf(place(106)))
  expect(heightOf(place(105))).toBe(heightOf(place(1)))
})
