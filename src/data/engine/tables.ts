// The owner's own tables, each declared once: who reads them, what their rows point at, and what follows from that.
import type { Area } from '../../shared/contract/events.ts'
import type { Schema } from './schema.ts'

type Declared = {
  [T in keyof Schema]?: {
    /** What the screens read anew when a row changes. */
    areas: Area[]
    /** Foreign keys: the column, and the table of the row it names. Rows that name a person are theirs. */
    keys?: { [C in keyof Schema[T]]?: keyof Schema }
    /** As a key, but without the database's promise: the row stays when the one it names goes. */
    remembers?: { [C in keyof Schema[T]]?: keyof Schema }
    /** Whose summary and standing a row says something of. */
    summarises?: keyof Schema[T] & ('person_id' | 'referrer_id')
    /** Facts of the world that a silent command notes: putting back an older row leaves them as they are now. */
    kept?: (keyof Schema[T])[]
  }
}

const person = { person_id: 'people' } as const

/** Each after those its keys name. The order is part of the content hash. */
const tables = {
  settings: { areas: ['settings'] },
  closed_periods: { areas: ['settings'] },
  firms: { areas: ['people'] },
  people: { areas: ['people'], keys: { firm_id: 'firms' } },
  contact_points: { areas: ['people'], keys: { ...person, firm_id: 'firms' } },
  consents: { areas: ['people'], keys: person },
  pair_decisions: { areas: ['people'], keys: { ...person, other_id: 'people' } },
  merged_people: { areas: ['people'], keys: person },
  places: { areas: ['people', 'focus-list'] },
  place_people: {
    areas: ['people', 'focus-list'],
    keys: { place_id: 'places', ...person },
    summarises: 'person_id',
  },
  place_visits: { areas: ['people'], keys: { place_id: 'places' } },
  techniques: { areas: ['touches'] },
  spends: { areas: ['touches'], keys: { place_id: 'places', technique_id: 'techniques' } },
  jobs: { areas: ['jobs'], keys: { ...person, firm_id: 'firms' }, summarises: 'person_id' },
  pursuits: {
    areas: ['focus-list', 'people'],
    keys: { ...person, job_id: 'jobs' },
    summarises: 'person_id',
  },
  focus_memberships: {
    areas: ['focus-list', 'people'],
    keys: { ...person, pursuit_id: 'pursuits' },
    summarises: 'person_id',
  },
  call_sheets: { areas: ['call-sheets'], kept: ['printed_at'] },
  call_sheet_rows: {
    areas: ['call-sheets'],
    keys: {
      sheet_id: 'call_sheets',
      ...person,
      rolled_from: 'call_sheet_rows',
      merged_into: 'call_sheet_rows',
    },
  },
  call_sheet_places: { areas: ['call-sheets'], keys: { sheet_id: 'call_sheets', place_id: 'places' } },
  message_texts: { areas: ['texts'] },
  touches: {
    areas: ['touches', 'people', 'focus-list'],
    keys: {
      ...person,
      job_id: 'jobs',
      place_id: 'places',
      technique_id: 'techniques',
      sheet_row_id: 'call_sheet_rows',
      walk_in_sheet_id: 'call_sheets',
    },
    summarises: 'person_id',
  },
  next_steps: {
    areas: ['touches', 'people', 'focus-list'],
    keys: { ...person, touch_id: 'touches', kept_by: 'touches' },
    summarises: 'person_id',
  },
  answers: { areas: ['people', 'focus-list'], keys: person, summarises: 'person_id' },
  qualification: { areas: ['people', 'focus-list'], keys: person, summarises: 'person_id' },
  feedback: { areas: ['people'], keys: { ...person, job_id: 'jobs' }, summarises: 'person_id' },
  asks: { areas: ['referrals'], keys: { ...person, touch_id: 'touches', job_id: 'jobs' } },
  referrals: {
    areas: ['referrals'],
    keys: { referrer_id: 'people', ...person, ask_id: 'asks', touch_id: 'touches' },
    summarises: 'referrer_id',
  },
  imports: { areas: ['import-export'] },
  import_rows: { areas: ['import-export'], keys: { import_id: 'imports' }, remembers: person },
  file_fields: { areas: ['people'], keys: { ...person, import_id: 'imports' } },
  quote_revisions: { areas: ['jobs'], keys: { ...person, job_id: 'jobs' } },
  suppressions: { areas: ['people'] },
} as const satisfies Declared

export type OwnerTable = keyof typeof tables

/** One name for a row of any table, to look it up among others. */
export const nameRow = ({ table, id }: { table: OwnerTable; id: number }) => `${table} ${id}`

/** Undo, row hashes and the content hash cover exactly these. */
export const ownerTables = Object.keys(tables) as OwnerTable[]

/** A column that names a row of another table. */
export interface Reference {
  table: OwnerTable
  column: string
  at: OwnerTable
  /** Whether the database holds it to its word. */
  isKey: boolean
}

interface Facts {
  areas: readonly Area[]
  keys?: Record<string, OwnerTable>
  remembers?: Record<string, OwnerTable>
  summarises?: string
  kept?: readonly string[]
}

const factsOf: Record<OwnerTable, Facts> = tables

export const references: readonly Reference[] = ownerTables.flatMap((table) => {
  const { keys = {}, remembers = {} } = factsOf[table]
  return [
    ...Object.entries(keys).map(([column, at]) => ({ table, column, at, isKey: true })),
    ...Object.entries(remembers).map(([column, at]) => ({ table, column, at, isKey: false })),
  ]
})

/** What the screens read anew when a row of the table changes. */
export const areasOf = (table: OwnerTable): readonly Area[] => factsOf[table].areas

/** Columns that putting back an older row leaves alone. */
export const keptColumns = (table: OwnerTable): readonly string[] => factsOf[table].kept ?? []

/** Tables that say something of a person's summary, and the column that says whose. */
export const summarisedTables = ownerTables.flatMap((table) => {
  const { summarises } = factsOf[table]
  return summarises ? [{ table, column: summarises }] : []
})

/** The keys that name a row of this table. */
export function listKeysAt(at: OwnerTable): Reference[] {
  return references.filter((reference) => reference.isKey && reference.at === at)
}
