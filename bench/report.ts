// Puts the results into a table: one block a measure, one column a size, floors beneath with the ratio to them.
import type { LineResult, MeasureResult } from './measures.ts'

const nobody = '–'

export function writeTable(results: readonly MeasureResult[]): string {
  const sizes = [...new Set(results.map((result) => result.people))].sort((a, b) => a - b)
  const grows = sizes.length > 1
  const head = ['Median / p95', ...sizes.map((size) => `${size.toLocaleString('en')} people`)]
  if (grows) head.push('growth')
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:'))]
  for (const measure of new Set(results.map((result) => result.measure))) {
    const bySize = sizes.map((size) =>
      results.find((result) => result.measure === measure && result.people === size),
    )
    const first = bySize.find((result) => result !== undefined)!
    lines.push([`**${first.what}** (${first.unit})`, ...sizes.map(() => ''), ...(grows ? [''] : [])])
    for (const { id, what, kind } of first.lines) {
      const cells = bySize.map((result) => {
        const line = result?.lines.find((one) => one.id === id)
        const ours = result?.lines.find((one) => one.kind === 'ours')
        return line ? sayLine(line, ours) : nobody
      })
      const growth = grows
        ? [sayGrowth(bySize.map((result) => result?.lines.find((one) => one.id === id)))]
        : []
      lines.push([kind === 'ours' ? what : `· ${what}`, ...cells, ...growth])
    }
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Beside a floor stands how many times it ours is, median to median and p95 to p95. */
function sayLine(line: LineResult, ours: LineResult | undefined): string {
  if (line.samples === 0) return nobody
  const figures = `${sayFigure(line.median)} / ${sayFigure(line.p95)}`
  if (line.kind !== 'floor' || !ours || ours.samples === 0) return figures
  return `${figures} (×${sayRatio(ours.median / line.median)} / ×${sayRatio(ours.p95 / line.p95)})`
}

function sayGrowth(lines: (LineResult | undefined)[]): string {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || first.samples === 0 || last.samples === 0) return nobody
  return `×${sayRatio(last.median / first.median)} / ×${sayRatio(last.p95 / first.p95)}`
}

function sayFigure(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function sayRatio(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
