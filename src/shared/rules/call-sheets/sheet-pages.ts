// A call sheet onto paper: calls on fronts of nine blocks, the short lists and walk-in lines on the back.
import type { SheetSection } from '../../contract/call-sheets.ts'
import { mostOf } from './propose-sheet.ts'

export const blocksPerPage = 9

/** The address of a blank line for somebody new: a letter like no number, and none of those to circle. */
const walkInLetters = 'ABCDFGHJKSUYZ'

export type SheetBlock<Row> = { kind: 'row'; row: Row } | { kind: 'new face'; letter: string }

/** The short lists of the back, in their order. */
export const backSections = ['thank', 'ask', 'decide', 'greet'] as const satisfies SheetSection[]
export type BackSection = (typeof backSections)[number]

export type BackLine<Row> =
  | { kind: 'heading'; section: BackSection | 'place' | 'walk-in' }
  | { kind: 'row'; section: BackSection; row: Row }
  /** An ask to write down by hand. */
  | { kind: 'blank ask'; number: number }
  | { kind: 'place'; words: string }
  /** In millimetres: walk-in lines share what is free. */
  | { kind: 'walk-in'; letter: string; height: number }

/** Heights in millimetres; what is written on is at least 8. */
const heights = { heading: 6, row: 10, 'blank ask': 9 } as const
/** Words of a place longer than a line, in characters, take two. */
const placeHeight = { oneLine: 5, twoLines: 8.6, longest: 105 } as const
const walkInHeight = { least: 8, most: 11 } as const

/** @returns millimetres */
export function heightOf(line: BackLine<unknown>): number {
  if (line.kind === 'walk-in') return line.height
  if (line.kind !== 'place') return heights[line.kind]
  return line.words.length > placeHeight.longest ? placeHeight.twoLines : placeHeight.oneLine
}

/** What header and footer leave of the 255 mm, in millimetres. */
export const backHeight = 223

/** Fewer walk-in lines than this are begun on a new page. */
const fewestWalkIns = 3

export interface SheetContent<Row> {
  calls: readonly Row[]
  back: Readonly<Record<BackSection, readonly Row[]>>
  places: readonly string[]
}

export interface LaidSheet<Row> {
  /** Each of exactly nine blocks; at least one. */
  fronts: SheetBlock<Row>[][]
  /** Nearly always one. */
  backs: BackLine<Row>[][]
}

/** Lays a week's rows onto pages: no block and no line is ever split, and no heading stands alone at a page's foot. */
export function layOutSheet<Row>(content: SheetContent<Row>): LaidSheet<Row> {
  const letters = [...walkInLetters]
  const blocks: SheetBlock<Row>[] = content.calls.map((row) => ({ kind: 'row', row }))
  while (blocks.length === 0 || blocks.length % blocksPerPage > 0)
    blocks.push({ kind: 'new face', letter: letters.shift()! })
  return {
    fronts: Array.from({ length: blocks.length / blocksPerPage }, (_, index) =>
      blocks.slice(index * blocksPerPage, (index + 1) * blocksPerPage),
    ),
    backs: layOutBacks(content, letters),
  }
}

function layOutBacks<Row>({ back, places }: SheetContent<Row>, letters: string[]): BackLine<Row>[][] {
  const pages: BackLine<Row>[][] = [[]]
  let free = backHeight
  const put = (line: BackLine<Row>) => {
    pages.at(-1)!.push(line)
    free -= heightOf(line)
  }
  /** The heading goes with its first line, and again on top of the next page. */
  const putAll = (section: BackSection | 'place' | 'walk-in', lines: BackLine<Row>[]) => {
    for (const [index, line] of lines.entries()) {
      const needs = heightOf(line) + (index === 0 ? heights.heading : 0)
      const isFull = needs > free
      if (isFull) {
        pages.push([])
        free = backHeight
      }
      if (index === 0 || isFull) put({ kind: 'heading', section })
      put(line)
    }
  }
  for (const section of backSections) {
    const rows = back[section].map((row): BackLine<Row> => ({ kind: 'row', section, row }))
    const blank = section === 'ask' ? Math.max(0, mostOf.ask - rows.length) : 0
    const asks = Array.from(
      { length: blank },
      (_, index): BackLine<Row> => ({ kind: 'blank ask', number: index + 1 }),
    )
    putAll(section, [...rows, ...asks])
  }
  putAll(
    'place',
    places.map((words) => ({ kind: 'place', words })),
  )
  const fewest = fewestWalkIns * walkInHeight.least
  const room = free - heights.heading < fewest ? backHeight - heights.heading : free - heights.heading
  const count = Math.min(letters.length, Math.floor(room / walkInHeight.least))
  const height = Math.min(walkInHeight.most, Math.floor((room / count) * 10) / 10)
  putAll(
    'walk-in',
    letters.slice(0, count).map((letter) => ({ kind: 'walk-in', letter, height })),
  )
  return pages
}
