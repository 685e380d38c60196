// What the columns of a table mean: by their headings, and without headings by what stands in them.
import type {
  ColumnMapping,
  FileMapping,
  ImportField,
} from '../../shared/rules/import-export/import-fields.ts'
import { foldHeading, recogniseHeading } from './known-headings.ts'
import type { CsvRow, CsvTable } from './parse-csv.ts'

const SAMPLE_ROWS = 50
const SAMPLES = 3
const SAMPLE_LENGTH = 80
const MOST_COLUMNS = 500

const MAIL = /^[^\s@]+@[^\s@]+$/
const PHONE = /^\+?[\d\s()./x-]{7,}$/i

/** A first mapping of the table's columns; the owner may change any of it. */
export function recogniseColumns(table: CsvTable): FileMapping {
  const rows = table.rows.slice(0, SAMPLE_ROWS).filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  const first = rows[0]
  const hasHeader = first !== undefined && isHeader(first, rows.slice(1))
  const body = hasHeader ? rows.slice(1) : rows
  const width = Math.min(MOST_COLUMNS, hasHeader ? headerWidth(first) : widest(body))
  const columns: ColumnMapping[] = Array.from({ length: width }, (_, index) => {
    const header = hasHeader ? (first.cells[index] ?? '').trim() : null
    const known = header === null ? null : recogniseHeading(header)
    return {
      header,
      sample: sampleColumn(body, index),
      field: known?.field ?? null,
      label: known?.label ?? '',
      group: known?.group ?? '',
    }
  })
  if (hasHeader) settleAmbiguous(columns)
  else guessByContent(columns, body)
  return { hasHeader, columns }
}

/** Whether the mapping names people, firms or ways to reach them: without that no row can be taken. */
export function isRecognised(mapping: FileMapping): boolean {
  const naming: (ImportField | null)[] = ['name', 'givenName', 'familyName', 'firm', 'phone', 'email']
  return mapping.columns.some((column) => naming.includes(column.field))
}

/** A trailing separator in the heading row makes an empty last column that is none. */
function headerWidth(header: CsvRow): number {
  let width = header.cells.length
  while (width > 0 && (header.cells[width - 1] ?? '').trim() === '') width--
  return width
}

function widest(rows: CsvRow[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0)
}

function sampleColumn(rows: CsvRow[], index: number): string[] {
  const values = rows.map((row) => (row.cells[index] ?? '').trim()).filter((value) => value !== '')
  return values.slice(0, SAMPLES).map((value) => value.slice(0, SAMPLE_LENGTH))
}

/** A first row is a heading when it names a known column, or holds only words where later rows hold numbers. */
function isHeader(first: CsvRow, rest: CsvRow[]): boolean {
  const cells = first.cells.map((cell) => cell.trim())
  const named = cells.filter((cell) => cell !== '')
  if (named.some((cell) => MAIL.test(cell) || PHONE.test(cell))) return false
  if (named.some((cell) => recogniseHeading(cell) !== null)) return true
  if (named.some((cell) => /^[\d\s.,-]+$/.test(cell))) return false
  if (new Set(named.map(foldHeading)).size !== named.length) return false
  return rest.some((row) => row.cells.some((cell) => /\d/.test(cell)))
}

/** Headings that mean different things in different company. */
function settleAmbiguous(columns: ColumnMapping[]): void {
  const folded = columns.map((column) => foldHeading(column.header ?? ''))
  const has = (name: string) => folded.includes(name)
  columns.forEach((column, index) => {
    const heading = folded[index]
    if (heading === 'title') column.field = has('job title') ? 'namePrefix' : 'role'
    if (heading === 'birth day' && has('birth month')) column.field = 'birthDay'
    // Outlook names one organisation "Company"; some exports repeat it under a second heading.
    if (heading === 'screen name' && has('primary email')) column.field = 'message'
    if (heading === 'account' && has('e mail address')) column.field = 'ignore'
    if (heading === 'profession' || heading === 'occupation') {
      column.field = has('job title') || has('organization 1 title') || has('title') ? null : 'role'
    }
  })
  dropLoneAddressParts(columns)
}

/** "Address" is one whole address unless its city or postcode has a column too; "State" alone is no address. */
function dropLoneAddressParts(columns: ColumnMapping[]): void {
  for (const group of new Set(columns.map((column) => column.group))) {
    if (!group.startsWith('address')) continue
    const parts = columns.filter((column) => column.group === group && column.field?.startsWith('address'))
    const [only] = parts
    if (parts.length !== 1 || only === undefined) continue
    if (only.field === 'addressStreet') only.field = 'address'
    else if (only.field === 'addressRegion' || only.field === 'addressExtra') {
      only.field = null
      only.group = ''
    }
  }
}

/** Without headings: mails and phones by their look, a name before them, and the halves of that name beside it. */
function guessByContent(columns: ColumnMapping[], rows: CsvRow[]): void {
  const most = (index: number, pattern: RegExp) => {
    const values = rows.map((row) => (row.cells[index] ?? '').trim()).filter((value) => value !== '')
    return values.length > 0 && values.filter((value) => pattern.test(value)).length > values.length / 2
  }
  columns.forEach((column, index) => {
    if (most(index, MAIL)) column.field = 'email'
    else if (most(index, PHONE)) column.field = 'phone'
  })
  if (!columns.some((column) => column.field !== null)) return
  const texts = columns
    .map((_, index) => index)
    .filter((index) => columns[index]?.field === null && most(index, /\p{L}/u))
  for (const whole of texts) {
    const halves = findHalves(whole, texts, rows)
    if (halves === null) continue
    setField(columns, whole, 'name')
    setField(columns, halves[0], 'givenName')
    setField(columns, halves[1], 'familyName')
    return
  }
  if (texts[0] !== undefined) setField(columns, texts[0], 'name')
}

/** The two columns whose values, joined by a space, are the values of column `whole`. */
function findHalves(whole: number, texts: number[], rows: CsvRow[]): [number, number] | null {
  const cell = (row: CsvRow, index: number) => (row.cells[index] ?? '').trim()
  for (const given of texts.slice(0, 8)) {
    for (const family of texts.slice(0, 8)) {
      if (given === family || given === whole || family === whole) continue
      if (rows.every((row) => cell(row, whole) === `${cell(row, given)} ${cell(row, family)}`))
        return [given, family]
    }
  }
  return null
}

function setField(columns: ColumnMapping[], index: number, field: ImportField): void {
  const column = columns[index]
  if (column !== undefined) column.field = field
}
