// Rows of a call sheet onto pages of nine blocks: calls, then who to greet, then room for new faces.

export const blocksPerPage = 9

/** Two short lines fill a block. */
const linesPerBlock = 2

/** A line to greet somebody by; `null` is the heading above the first. */
export type GreetLine<Row> = Row | null

export type SheetBlock<Row> =
  | { kind: 'row'; row: Row }
  | { kind: 'greet'; lines: GreetLine<Row>[] }
  | { kind: 'new face' }

/**
 * @param rows in the order they print
 * @param greets whom to greet when they come in, as short lines after the rows
 * @returns at least one page, each of exactly nine blocks
 */
export function layOutPages<Row>(rows: readonly Row[], greets: readonly Row[] = []): SheetBlock<Row>[][] {
  const lines: GreetLine<Row>[] = greets.length === 0 ? [] : [null, ...greets]
  const blocks: SheetBlock<Row>[] = [
    ...rows.map((row): SheetBlock<Row> => ({ kind: 'row', row })),
    ...cut(lines, linesPerBlock).map((some): SheetBlock<Row> => ({ kind: 'greet', lines: some })),
  ]
  while (blocks.length === 0 || blocks.length % blocksPerPage > 0) blocks.push({ kind: 'new face' })
  return cut(blocks, blocksPerPage)
}

function cut<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}
