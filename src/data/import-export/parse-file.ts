// One file of an import, of whatever kind, from bytes to records; knows nothing of where the bytes came from.
import { AppError } from '../../shared/errors.ts'
import type { FileMapping } from '../../shared/rules/import-export/import-fields.ts'
import { decodeText } from './decode-text.ts'
import { addWarning, type ParsedFile, type ParseProgress, type RecordRemark } from './imported-record.ts'
import { joinEncodings } from './join-encodings.ts'
import { type CsvTable, parseCsvSteps } from './parse-csv.ts'
import { parseVcardSteps } from './parse-vcard.ts'
import { readRowsSteps } from './read-rows.ts'
import { isVcardName, isVcardText } from './read-vcard-lines.ts'
import { isRecognised, recogniseColumns } from './recognise-columns.ts'

export interface ParseOptions {
  /** The shop's country, ISO 3166 alpha-2: settles ambiguous dates and how addresses are written. */
  country: string
  /** How the owner mapped the columns of this file; without it they are recognised. */
  mapping?: FileMapping
  /** For a preview: a table with unknown columns is handed back unread, with its mapping, instead of refused. */
  allowUnknownColumns?: boolean
}

/** Bytes; beyond it the text of the file would not fit in memory several times over. */
export const largestFile = 200 * 1024 * 1024

/** Text that is another format than the two we read, by how it starts. */
const OTHER_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(?:!doctype|html|\?xml)/i, 'HTML or XML'],
  [/^\s*(?:\{|\[\s*\{)\s*"/, 'JSON'],
  [/^\s*BEGIN:VCALENDAR/i, 'iCalendar'],
  [/^(?:version: 1\s+)?dn::? /i, 'LDIF'],
]

/** Reads a file at once; see `parseFileSteps`. */
export function parseFile(bytes: Uint8Array, fileName: string, options: ParseOptions): ParsedFile {
  const steps = parseFileSteps(bytes, fileName, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * Reads a CSV or vCard file, told apart by its content. Gives way often: take the next step after letting
 * others run. Every record of the file is in `people`, `rejected` or `skipped`. Throws AppError: `import-empty`,
 * `import-not-text` (format, '' when unknown), `import-no-card`, `import-cut-off` (line of the card without end),
 * `import-unknown-columns` (the first headings), `import-too-big`.
 */
export function* parseFileSteps(
  given: Uint8Array,
  fileName: string,
  options: ParseOptions,
): Generator<ParseProgress, ParsedFile> {
  if (given.length > largestFile) throw new AppError('import-too-big')
  const bytes = joinEncodings(given)
  const decoded = decodeText(bytes)
  if (isVcardText(decoded.text, fileName)) return yield* parseVcardSteps(bytes, options.country)
  if (isVcardName(fileName)) throw new AppError('import-no-card')
  const other = OTHER_TEXTS.find(([pattern]) => pattern.test(decoded.text.slice(0, 1000)))
  if (other !== undefined) throw new AppError('import-not-text', { format: other[1] })
  const table = yield* parseCsvSteps(decoded.text)
  const warnings: RecordRemark[] = []
  for (const line of decoded.oddLines) addWarning(warnings, line, { key: 'importExport.parse.oddBytes' })
  const parsed = yield* readTable(table, options)
  return { ...parsed, encoding: decoded.encoding, warnings: [...warnings, ...parsed.warnings] }
}

function* readTable(table: CsvTable, options: ParseOptions): Generator<ParseProgress, ParsedFile> {
  const mapping = options.mapping ?? recogniseColumns(table)
  const recognised = isRecognised(mapping)
  const parsed = { format: 'csv' as const, encoding: '', mapping, recognised }
  if (!recognised) {
    if (options.allowUnknownColumns !== true) throw unknownColumns(mapping)
    const total = table.rows.length - (mapping.hasHeader ? 1 : 0) + table.rejected.length + table.emptyRows
    return { ...parsed, total, people: [], rejected: [], skipped: 0, notPeople: [], warnings: [] }
  }
  const read = yield* readRowsSteps(table, mapping, options.country)
  const total = read.people.length + read.rejected.length + read.skipped
  if (total === read.skipped && read.notPeople.length === 0) throw new AppError('import-empty')
  return { ...parsed, ...read, total }
}

function unknownColumns(mapping: FileMapping): AppError {
  const named = mapping.columns
    .map((column) => column.header ?? column.sample[0] ?? '')
    .filter((name) => name !== '')
  return new AppError('import-unknown-columns', { headings: named.slice(0, 5).join(', ').slice(0, 200) })
}
