// Text to rows of cells with their line in the file, whatever the separator, quoting and line ends; no meaning yet.
import Papa from 'papaparse'
import { AppError } from '../../shared/errors.ts'
import { normaliseLineEnds } from './decode-text.ts'
import { MOST_RECORDS, type ParseProgress, type RecordRemark } from './imported-record.ts'

export interface CsvRow {
  /** First physical line of the row in the file, 1-based. */
  line: number
  cells: string[]
}

export interface CsvTable {
  separator: string
  /** Rows with something in them. */
  rows: CsvRow[]
  /** How many rows were empty: spreadsheets save their whole grid. */
  emptyRows: number
  /** Rows whose quotes never close or that are longer than any record: not in `rows`. */
  rejected: RecordRemark[]
}

const SEPARATORS = [',', ';', '\t'] as const
/** Characters handed to the parser at a time; it grows to the longest record there may be. */
const WINDOW = 256 * 1024
const LONGEST_RECORD = 4 * 1024 * 1024
/** After so many rows with broken quotes, quotes mean nothing in this file: the rest is read without them. */
const MANY_BROKEN = 10
/** Each rescued row makes the parser start again behind it; beyond so many that would take too long. */
const MOST_RESCUED = 1000
/** Stands for "no quote character": NUL never occurs, decoding drops it. */
const NO_QUOTE = '\0'

/** Reads a whole table at once; see `parseCsvSteps`. */
export function parseCsv(text: string): CsvTable {
  const steps = parseCsvSteps(text)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * Reads `text` into rows, giving way after every part of the text so that the caller can show how far it is.
 * Throws `import-too-big` beyond `MOST_RECORDS` rows.
 */
export function* parseCsvSteps(text: string): Generator<ParseProgress, CsvTable> {
  const input = normaliseLineEnds(text)
  const table: CsvTable = { separator: detectSeparator(input), rows: [], emptyRows: 0, rejected: [] }
  let position = 0
  let line = 1
  let window = WINDOW
  let rescued = 0
  while (position < input.length) {
    const quote = table.rejected.length < MANY_BROKEN ? '"' : NO_QUOTE
    const mayRescue = rescued < MOST_RESCUED
    const part = readPart(input, position, window, { separator: table.separator, quote, line, mayRescue })
    rescued += part.rescued
    for (const row of part.rows) {
      if (row.cells.every((cell) => cell.trim() === '')) table.emptyRows++
      else table.rows.push(row)
    }
    if (table.rows.length > MOST_RECORDS) throw new AppError('import-too-big')
    if (part.end > position) window = WINDOW
    if (part.end === position && window < LONGEST_RECORD && position + window < input.length) {
      window *= 4
      continue
    }
    if (part.stuck) {
      const key = part.unclosed ? 'importExport.parse.unclosedQuote' : 'importExport.parse.recordTooLong'
      table.rejected.push({ line: part.line, reason: { key } })
      const newline = input.indexOf('\n', part.end)
      position = newline === -1 ? input.length : newline + 1
      line = part.line + 1
    } else {
      position = part.end
      line = part.line
    }
    yield { done: position, total: input.length }
  }
  splitMixedRows(table)
  return table
}

/** The separator that parts most of the first lines in the same number of cells; a comma when none does. */
function detectSeparator(input: string): string {
  const sample = input.slice(0, WINDOW)
  let best: string = ','
  let bestScore = 0
  for (const separator of SEPARATORS) {
    const rows = Papa.parse<string[]>(sample, { delimiter: separator, newline: '\n', preview: 30 }).data
    const counts = rows.filter((row) => row.length > 1 || row[0] !== '').map((row) => row.length)
    const first = counts[0] ?? 0
    if (first < 2 && !counts.some((count) => count > 1)) continue
    const alike = counts.filter((count) => Math.abs(count - first) <= 1).length / counts.length
    const score = first < 2 ? 0.01 : alike * Math.log2(1 + first)
    if (score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return best
}

interface Part {
  rows: CsvRow[]
  /** Where the next row starts, and its line. */
  end: number
  line: number
  /** The record at `end` cannot be read: its quotes never close, or it is too long. */
  stuck: boolean
  unclosed: boolean
  /** Rows read by another separator because their quotes made no sense with the table's. */
  rescued: number
}

interface ReadingHow {
  separator: string
  quote: string
  line: number
  mayRescue: boolean
}

/** Reads the complete rows of one window of the input. */
function readPart(input: string, start: number, window: number, how: ReadingHow): Part {
  const slice = input.slice(start, start + window)
  const isLast = start + window >= input.length
  const part: Part = { rows: [], end: start, line: how.line, stuck: false, unclosed: false, rescued: 0 }
  let cursor = 0
  const parser = new Papa.Parser({
    delimiter: how.separator,
    newline: '\n',
    quoteChar: how.quote,
    step: (result) => {
      const cells = result.data[0] as string[]
      if (result.errors.length > 0) {
        const rescued = rescueLine(slice, cursor, how)
        part.unclosed = result.errors.some((error) => error.code === 'MissingQuotes')
        if (rescued !== null) {
          part.rows.push({ line: part.line, cells: rescued.cells })
          part.rescued++
          part.line++
          cursor = rescued.end
        }
        if (rescued !== null || part.unclosed) {
          part.stuck = rescued === null
          parser.abort()
          return
        }
      }
      const next = result.meta.cursor
      const isTrailing = next === cursor && cells.length === 1 && cells[0] === ''
      if (!isTrailing) part.rows.push({ line: part.line, cells })
      part.line += countNewlines(slice, cursor, next)
      cursor = next
    },
  })
  parser.parse(slice, 0, !isLast)
  part.end = start + cursor
  if (cursor === 0 && !isLast && window >= LONGEST_RECORD) part.stuck = true
  if (part.stuck && slice.startsWith(how.quote, cursor)) part.unclosed = true
  return part
}

/**
 * A row whose quotes make no sense may be one of another separator: its first line, if that reads well by itself.
 * Otherwise its open quote would swallow the rows below.
 */
function rescueLine(slice: string, from: number, how: ReadingHow): { cells: string[]; end: number } | null {
  if (!how.mayRescue) return null
  const newline = slice.indexOf('\n', from)
  const end = newline === -1 ? slice.length : newline + 1
  const text = slice.slice(from, newline === -1 ? slice.length : newline)
  for (const separator of SEPARATORS) {
    if (separator === how.separator || !text.includes(separator)) continue
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' })
    const cells = data[0] ?? []
    if (errors.length === 0 && cells.length >= 3) return { cells, end }
  }
  return null
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Files put together by hand mix separators: a row that stayed in one piece is parted by the one it uses. */
function splitMixedRows(table: CsvTable): void {
  const width = table.rows.find((row) => row.cells.length > 1)?.cells.length ?? 0
  if (width < 2) return
  for (const row of table.rows) {
    const [only] = row.cells
    if (row.cells.length !== 1 || only === undefined) continue
    for (const separator of SEPARATORS) {
      if (separator === table.separator || !only.includes(separator)) continue
      const cells = Papa.parse<string[]>(only, { delimiter: separator, newline: '\n' }).data[0] ?? []
      if (cells.length < 3 && cells.length !== width) continue
      row.cells = cells
      break
    }
  }
}
