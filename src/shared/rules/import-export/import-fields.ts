// The places a column of a foreign file can go: shared, because the owner maps columns by hand in the window.

/** Where the cells of one column go. See `ColumnMapping`. */
export const IMPORT_FIELDS = [
  'name',
  'givenName',
  'middleName',
  'familyName',
  'namePrefix',
  'nameSuffix',
  'alsoKnownAs',
  'firm',
  'role',
  'department',
  'phone',
  'email',
  'web',
  'message',
  'address',
  'addressStreet',
  'addressExtra',
  'addressPostBox',
  'addressCity',
  'addressRegion',
  'addressPostcode',
  'addressCountry',
  'contactLabel',
  'birthday',
  'birthYear',
  'birthMonth',
  'birthDay',
  'source',
  'foundWords',
  'note',
  'tags',
  'uid',
  'ignore',
] as const

/** One place of `IMPORT_FIELDS`. `contactLabel` names the contact of the same group; `ignore` leaves the column out. */
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** What one column of a file means. */
export interface ColumnMapping {
  /** The heading as written in the file, or null when the file has no heading row. */
  header: string | null
  /** The first few non-empty values, for the preview. */
  sample: string[]
  /** null: not recognised; its values are kept as "Heading: value" lines of the note. */
  field: ImportField | null
  /** The label of the contact made of this column: "home", "work", "mobile"… or ''. */
  label: string
  /** Columns of the same group make one contact: the parts of one address, or a value and its type; '' for none. */
  group: string
}

/** How a file of rows is read. Plain data: it crosses the border and can be kept. */
export interface FileMapping {
  hasHeader: boolean
  columns: ColumnMapping[]
}
