// Earlier imports, the newest first.

import type { PastImport } from '../../shared/contract/import-export.ts'
import type { Reader } from '../engine/store.ts'

/** Every import with its sums. */
export async function listImports(db: Reader): Promise<PastImport[]> {
  const rows = await db.selectFrom('imports').selectAll().orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    importedAt: row.imported_at,
    files: JSON.parse(row.files) as string[],
    added: row.added,
    merged: row.merged,
    skipped: row.skipped,
    rejected: row.rejected,
    takenBackAt: row.taken_back_at,
  }))
}
