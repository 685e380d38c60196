// Rows of a table that are about nobody: second headings, totals, lines about the page, letters and rules between parts.
import type { ColumnMapping, FileMapping } from '../../shared/rules/import-export/import-fields.ts'
import { recogniseHeading } from './known-headings.ts'
import type { CsvRow } from './parse-csv.ts'

export interface Nobody {
  /** Its words are in the catalogue under importExport.notPeople. */
  kind: 'heading' | 'total' | 'page' | 'letter' | 'rule'
  /** What the columns are from here on, where a second heading puts them in another order. */
  columns?: ColumnMapping[]
}

const TOTAL =
  /^(?:(?:grand|sub|report|page|overall)[ -]?)?(?:totals?|sum|count|average)(?: (?:records?|rows?|contacts?|customers?|people|count))?$|^(?:(?:gesamt|zwischen)?summe|gesamt|insgesamt|total g[eé]n[eé]ral|totale|totaal|razem|suma|summa|итого|合計|合计)$/iu
const COUNTED =
  /^\d[\d.,]* (?:records?|rows?|contacts?|customers?|people|entries|total)(?: (?:found|exported|listed|total))?$|^(?:records?|rows?|contacts?|customers?) ?:? ?\d[\d.,]*$/iu
const PAGE =
  /^(?:page|seite|p[aá]gina|pagina|strona|страница) \d+(?: ?(?:of|\/|von|de|di|van|z|из) ?\d+)?$|^(?:printed|exported|generated|created|downloaded|as|gedruckt|erstellt|exportiert|imprim[eé]|stand)(?: (?:on|at|by|of|from|am|le|vom))+(?: .{1,60})?$|^(?:end of (?:list|report|file|page)|continued(?: on next page)?|ende der liste)$/iu
const LETTER =
  /^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|[a-z] ?[-–] ?[a-z]|[あかさたなはまやらわ]|#|0 ?[-–] ?9)$/iu
/** Amounts, counts, shares and days: what stands beside a total or a page. */
const FIGURE = /^[\p{Sc}a-z]{0,3} ?[-+(]?\d[\d\s.,:/'-]*\)?(?: ?(?:%|[\p{Sc}]|[a-z]{2,3}))?$/iu
/** Longer runs of digits may be phones. */
const LONGEST_COUNT = 6
/** Characters; a longer cell is no line of a list, and slow to look at. */
const LONGEST_CELL = 500

/** Tells what kind of nobody a row of this table is, by what the columns are there; null for who may be a person. */
export function makeNobodyFinder(mapping: FileMapping) {
  const byHeading = new Map(mapping.columns.map((column) => [foldCell(column.header ?? ''), column]))
  byHeading.delete('')
  return (row: CsvRow, columns: ColumnMapping[]): Nobody | null => {
    const cells = row.cells.map((cell) => cell.trim())
    return readSecondHeading(cells, mapping, byHeading) ?? findLineOfList(cells, columns)
  }
}

function findLineOfList(cells: string[], columns: ColumnMapping[]): Nobody | null {
  const filled = cells.filter((cell) => cell !== '')
  const [first = '', ...rest] = filled
  if (cells.some((cell) => cell.length > LONGEST_CELL) || isReachable(cells, columns)) return null
  const words = first.replace(/[\s:.…*=_-]+$/u, '').replace(/^[\s*=_#-]+(?=\p{L})/u, '')
  const besides = rest.every((cell) => FIGURE.test(cell))
  if (besides && (TOTAL.test(words) || COUNTED.test(words))) return { kind: 'total' }
  if (besides && PAGE.test(words)) return { kind: 'page' }
  if (filled.length === 1 && LETTER.test(words || first)) return { kind: 'letter' }
  if (filled.every((cell) => /^[\p{P}\p{Sm}\p{Sk}\s]+$/u.test(cell))) return { kind: 'rule' }
  return null
}

/** A mail or a phone in any column that holds them: then somebody is meant, whatever they are called. */
function isReachable(cells: string[], columns: ColumnMapping[]): boolean {
  return cells.some((cell, index) => {
    if (/[^\s@]+@[^\s@]+\.\p{L}/u.test(cell)) return true
    if (columns[index]?.field !== 'phone' || /\d[.,]\d\d$|^\p{Sc}/u.test(cell)) return false
    return cell.replace(/\D/g, '').length > LONGEST_COUNT && !/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(cell)
  })
}

/** A row that names columns and nothing else: those of the file, in this order or another. */
function readSecondHeading(
  cells: string[],
  mapping: FileMapping,
  byHeading: Map<string, ColumnMapping>,
): Nobody | null {
  // A few known words may be somebody's name; most of the file's own headings are none.
  const ours = cells.filter((cell) => byHeading.has(foldCell(cell))).length
  if (ours < 2 || ours * 2 < byHeading.size) return null
  const named = cells.map((cell) =>
    cell === '' ? null : (byHeading.get(foldCell(cell)) ?? recogniseHeading(cell)),
  )
  if (cells.some((cell, index) => cell !== '' && named[index] === null)) return null
  const columns = cells.map((cell, index): ColumnMapping => {
    const found = named[index]
    return { sample: [], field: null, label: '', group: '', ...found, header: cell }
  })
  const isSame = columns.every(
    ({ header }, index) => header === '' || header === mapping.columns[index]?.header,
  )
  return isSame ? { kind: 'heading' } : { kind: 'heading', columns }
}

function foldCell(cell: string): string {
  return cell.trim().toLowerCase()
}

/** Parts a row that ends in the heading of the next file, which was joined to this one without a line end between. */
export function makeRowSplitter({ columns }: FileMapping): (row: CsvRow) => CsvRow[] {
  const headers = columns.map((column) => column.header ?? '')
  const [head = '', ...others] = headers
  return (row) => {
    const last = row.cells[headers.length - 1] ?? ''
    const isJoined =
      others.length > 0 &&
      head !== '' &&
      row.cells.length === headers.length * 2 - 1 &&
      last.endsWith(head) &&
      others.every((header, index) => row.cells[headers.length + index]?.trim() === header)
    if (!isJoined) return [row]
    const own = [...row.cells.slice(0, headers.length - 1), last.slice(0, -head.length)]
    return [
      { line: row.line, cells: own },
      { line: row.line, cells: headers },
    ]
  }
}
