// Reads the whole file once, in a thread of its own: which rows do not fit their hashes, and whether what is derived does.
import type { FileWork } from '../engine/file-work.ts'
import { openToRead } from '../engine/open-database.ts'
import { findDamagedRows } from '../engine/row-hashes.ts'
import { ownerTables } from '../engine/tables.ts'
import { inspectDerived } from './inspect-file.ts'

export interface Swept {
  /** Rows that do not fit their hashes. */
  inDoubt: number
  /** Summaries or the search do not say what the rows do. */
  isDerivedWrong: boolean
}

export const sweepWork: FileWork<{ file: string }, Swept> = { name: 'sweep', run: sweepFile }

/** Reads the whole file on a connection of its own. @throws SqliteError when it cannot be read to its end */
export function sweepFile({ file }: { file: string }): Swept {
  const sqlite = openToRead(file)
  try {
    sqlite.exec('BEGIN')
    const inDoubt = ownerTables.reduce((count, table) => count + findDamagedRows(sqlite, table).length, 0)
    return { inDoubt, isDerivedWrong: inspectDerived(sqlite).length > 0 }
  } finally {
    sqlite.close()
  }
}
