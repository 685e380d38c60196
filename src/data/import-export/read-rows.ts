// Rows of a table to people, as the mapping of its columns says; every row ends up taken, rejected or skipped.
import type {
  ColumnMapping,
  FileMapping,
  ImportField,
} from '../../shared/rules/import-export/import-fields.ts'
import {
  addContact,
  buildPerson,
  cleanValue,
  emptyDraft,
  makeFingerprint,
  type PersonDraft,
} from './build-person.ts'
import { makeNobodyFinder, makeRowSplitter } from './find-nobody.ts'
import { type AddressParts, formatAddress } from './format-address.ts'
import type { ContactKind, ImportedPerson, ParseProgress, RecordRemark } from './imported-record.ts'
import { foldHeading } from './known-headings.ts'
import { formatBirthday, parseBirthday } from './parse-birthday.ts'
import type { CsvRow, CsvTable } from './parse-csv.ts'
import { bareCell, exactUidHeading } from './spreadsheet-cell.ts'

export interface ReadRows {
  people: ImportedPerson[]
  rejected: RecordRemark[]
  skipped: number
  notPeople: RecordRemark[]
  warnings: RecordRemark[]
}

const ROWS_A_STEP = 500

/** Google puts several values in one cell so. */
const CELL_PARTS = ' ::: '

const CONTACT_KINDS: Partial<Record<ImportField, ContactKind>> = {
  phone: 'phone',
  email: 'email',
  web: 'web',
  message: 'message',
}

const ADDRESS_PARTS: Partial<Record<ImportField, keyof AddressParts>> = {
  addressStreet: 'street',
  addressExtra: 'extra',
  addressPostBox: 'postBox',
  addressCity: 'city',
  addressRegion: 'region',
  addressPostcode: 'postcode',
  addressCountry: 'country',
}

/** Reads all rows at once; see `readRowsSteps`. */
function _readRows(table: CsvTable, mapping: FileMapping, country: string): ReadRows {
  const steps = readRowsSteps(table, mapping, country)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Reads the rows of `table` by `mapping`, giving way after every few hundred. `country` settles dates and addresses. */
export function* readRowsSteps(
  table: CsvTable,
  mapping: FileMapping,
  country: string,
): Generator<ParseProgress, ReadRows> {
  const read: ReadRows = {
    people: [],
    rejected: [...table.rejected],
    skipped: table.emptyRows,
    notPeople: [],
    warnings: [],
  }
  const rows = mapping.hasHeader ? table.rows.slice(1).flatMap(makeRowSplitter(mapping)) : table.rows
  const findNobody = makeNobodyFinder(mapping)
  let plan = planColumns(mapping, country)
  for (const [index, row] of rows.entries()) {
    const nobody = findNobody(row, plan.columns)
    if (nobody === null) readRow(row, plan, read)
    else {
      read.skipped++
      read.notPeople.push({ line: row.line, reason: { key: `importExport.notPeople.${nobody.kind}` } })
      if (nobody.columns) plan = planColumns({ ...mapping, columns: nobody.columns }, country)
    }
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield { done: index + 1, total: rows.length }
  }
  return read
}

/** What is the same for all rows, found once. */
interface ColumnPlan {
  columns: ColumnMapping[]
  headings: string[]
  birthday: Record<'birthday' | 'birthYear' | 'birthMonth' | 'birthDay', number>
  country: string
  /** It is our own export for transfer: nothing was put before its values. */
  isExact: boolean
}

function planColumns({ columns }: FileMapping, country: string): ColumnPlan {
  const at = (field: ImportField) => columns.findIndex((column) => column.field === field)
  return {
    columns,
    headings: columns.map((column) => (column.header === null ? '' : foldHeading(column.header))),
    birthday: {
      birthday: at('birthday'),
      birthYear: at('birthYear'),
      birthMonth: at('birthMonth'),
      birthDay: at('birthDay'),
    },
    country,
    isExact: columns.some((column) => column.header === exactUidHeading),
  }
}

function readRow(row: CsvRow, plan: ColumnPlan, read: ReadRows): void {
  const { columns, headings, country } = plan
  const draft = emptyDraft(row.line)
  const cells = row.cells.map((cell) => cleanValue(plan.isExact ? cell : bareCell(cell)))
  const groups = readGroups(cells, columns)
  cells.forEach((value, index) => {
    if (value === '') return
    const column = columns[index]
    if (column === undefined) draft.extras.push({ heading: `#${index + 1}`, value })
    else readCell(draft, value, column, index, groups)
  })
  addAddresses(draft, groups, country)
  addBirthday(draft, cells, plan)
  const content = cells.flatMap((value, index) =>
    value === '' ? [] : [headings[index] || `#${index}`, value],
  )
  const person = buildPerson(draft, makeFingerprint(content), read.warnings)
  if (person === null) read.rejected.push({ line: row.line, reason: { key: 'importExport.parse.nobody' } })
  else read.people.push(person)
}

interface Group {
  label: string
  whole: string
  parts: AddressParts
}

/** What the columns of each group say together: the label of a contact and the parts of an address. */
function readGroups(cells: string[], columns: ColumnMapping[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  columns.forEach((column, index) => {
    const value = cells[index] ?? ''
    const part = column.field === null ? undefined : ADDRESS_PARTS[column.field]
    const key = column.group === '' && column.field === 'address' ? `#${index}` : column.group
    if (value === '' || (key === '' && part === undefined)) return
    const group = groups.get(key) ?? { label: column.label, whole: '', parts: emptyAddress() }
    groups.set(key, group)
    if (column.field === 'contactLabel') group.label = cleanLabel(value)
    else if (column.field === 'address') group.whole = joinLines(group.whole, value)
    else if (part !== undefined) group.parts[part] = joinLines(group.parts[part], value)
  })
  return groups
}

/** Google marks the main entry and its own groups with a star. */
function cleanLabel(label: string): string {
  return label.replace(/^\*\s*/, '')
}

function readCell(
  draft: PersonDraft,
  value: string,
  column: ColumnMapping,
  index: number,
  groups: Map<string, Group>,
): void {
  const { field } = column
  const group = column.group === '' ? undefined : groups.get(column.group)
  const kind = field === null ? undefined : CONTACT_KINDS[field]
  if (kind !== undefined) {
    for (const part of value.split(CELL_PARTS)) {
      addContact(draft, kind, part, column.label || (group?.label ?? ''))
    }
    return
  }
  switch (field) {
    case null:
      draft.extras.push({ heading: group?.label || headingOf(column, index), value })
      return
    case 'department':
      draft.extras.push({ heading: headingOf(column, index), value })
      return
    case 'alsoKnownAs':
      draft.alsoKnownAs.push(value)
      return
    case 'note':
      draft.notes.push(value)
      return
    case 'tags':
      for (const tag of value.split(/ ::: |[,;]/)) draft.tags.push(cleanLabel(tag.trim()))
      return
    case 'name':
    case 'givenName':
    case 'middleName':
    case 'familyName':
    case 'namePrefix':
    case 'nameSuffix':
    case 'firm':
    case 'role':
    case 'source':
    case 'foundWords':
    case 'uid':
      if (draft[field] === '') draft[field] = value
      else if (draft[field] !== value) draft.extras.push({ heading: headingOf(column, index), value })
  }
}

/** The heading as the note shows it: "first_seen" as "First seen", "#4" where there is none. */
function headingOf(column: ColumnMapping, index: number): string {
  const heading = column.header ?? ''
  if (heading === '') return `#${index + 1}`
  if (!/^[a-z0-9_]+$/.test(heading)) return heading
  const words = heading.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function addAddresses(draft: PersonDraft, groups: Map<string, Group>, country: string): void {
  for (const group of groups.values()) {
    addContact(draft, 'address', group.whole || formatAddress(group.parts, country), group.label)
  }
}

/** The birthday in one column or in three; one that is no date stays in the note. */
function addBirthday(draft: PersonDraft, cells: string[], plan: ColumnPlan): void {
  const { birthday: at } = plan
  const keep = (index: number) => {
    const [column, value = ''] = [plan.columns[index], cells[index]]
    if (column !== undefined && value !== '') draft.extras.push({ heading: headingOf(column, index), value })
  }
  const whole = cells[at.birthday] ?? ''
  // Outlook writes 0/0/00 for none.
  if (whole !== '' && !/^[0/.-]+$/.test(whole)) {
    draft.birthday = parseBirthday(whole, plan.country)
    if (draft.birthday === null) keep(at.birthday)
  }
  const parts = [at.birthYear, at.birthMonth, at.birthDay]
  const texts = parts.map((index) => cells[index] ?? '')
  if (draft.birthday !== null || texts.every((text) => text === '')) return
  const [year, month, day] = texts.map((text) => (/^\d{1,4}$/.test(text) ? Number(text) : 0))
  draft.birthday = formatBirthday(year || null, month ?? 0, day ?? 0)
  if (draft.birthday === null) parts.forEach(keep)
}

function emptyAddress(): AddressParts {
  return { postBox: '', extra: '', street: '', city: '', region: '', postcode: '', country: '' }
}

function joinLines(before: string, value: string): string {
  return before === '' ? value : `${before}\n${value}`
}
