// Rows of a call sheet onto pages of nine blocks; what is left of the last page is for new faces.

export const blocksPerPage = 9

export type SheetBlock<Row> = { kind: 'row'; row: Row } | { kind: 'new face' }

/**
 * @param rows in the order they print
 * @returns at least one page, each of exactly nine blocks
 */
export function layOutPages<Row>(rows: readonly Row[]): SheetBlock<Row>[][] {
  const pages: SheetBlock<Row>[][] = []
  do {
    const page: SheetBlock<Row>[] = rows
      .slice(pages.length * blocksPerPage, (pages.length + 1) * blocksPerPage)
      .map((row) => ({ kind: 'row', row }))
    while (page.length < blocksPerPage) page.push({ kind: 'new face' })
    pages.push(page)
  } while (pages.length * blocksPerPage < rows.length)
  return pages
}
