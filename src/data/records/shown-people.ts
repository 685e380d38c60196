// Who may be shown, proposed and printed, and who is on the focus list: each condition under one name.
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Not in the bin; of people, places, firms and texts alike. @param row what the query calls the table */
export const isInUse = (row: string) => `${row}.deleted_at IS NULL`

/** On lists and in pickers: in use, and not private. */
export const isShown = (row: string) => `${isInUse(row)} AND ${row}.is_private = 0`

/**
 * Proposed, called and printed: shown, and nobody who wants no contact or has died; the schema holds that whoever has
 * died is never to be contacted.
 */
export const isReachable = (row: string) => `${isShown(row)} AND ${row}.never_contact_on IS NULL`

/** Whoever is not reachable, in three parts with an index each: the names that no paper may say. */
export const quietKinds = [
  'people.never_contact_on IS NOT NULL',
  'people.deleted_at IS NULL AND people.is_private = 1',
  'people.deleted_at IS NOT NULL',
]

/** Of a membership: it has not ended, so its person is on the focus list. */
export const isOnList = (membership: string) => `${membership}.left_on IS NULL`

/** One of the conditions above in a query that Kysely builds. */
export const where = (condition: string): RawBuilder<SqlBool> => sql.raw<SqlBool>(condition)
