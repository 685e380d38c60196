// The ordered list of schema steps; a shipped step is never edited, and a test pins its checksum.
import { initial } from './0001-initial.ts'
import { labelsAndChannels } from './0002-labels-and-channels.ts'
import { fileFieldsAndDeaths } from './0003-file-fields-and-deaths.ts'
import { turns } from './0004-turns.ts'
import { quoteRevisions } from './0005-quote-revisions.ts'

export interface Migration {
  version: number
  /** May read `damaged_rows` (table_name, row_id): rows that are copied as they are. */
  sql: string
}

export const migrations: readonly Migration[] = [
  { version: 1, sql: initial },
  { version: 2, sql: labelsAndChannels },
  { version: 3, sql: fileFieldsAndDeaths },
  { version: 4, sql: turns },
  { version: 5, sql: quoteRevisions },
]
