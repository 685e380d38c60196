// What the program needs to start a screen, and the words typed but not saved yet.

import packageFile from '../../../package.json' with { type: 'json' }
import type { CallOutput } from '../../shared/contract/index.ts'
import { demoKey } from '../demo/write-shop.ts'
import { readMissing, readNote, removeNote } from '../engine/bookkeeping.ts'
import type { QueryContext, TaskContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { readClosedDays } from '../records/closed-periods.ts'

/** The day, the file, how many people it holds (none in the bin), and whether it is the sample shop. */
export async function describeStart(
  db: Reader,
  { clock, file, sqlite }: QueryContext,
): Promise<CallOutput<'app.start'>> {
  // Everyone but those in the bin has a summary, and summaries are few pages.
  const { people } = await db
    .selectFrom('person_summaries')
    .select((build) => build.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  const demo = await db.selectFrom('settings').where('key', '=', demoKey).select('value').executeTakeFirst()
  const missing = readMissing(sqlite)
  return {
    today: clock.today(),
    people,
    dataFile: file,
    demo: demo !== undefined,
    version: packageFile.version,
    readOnly: readNote(sqlite, 'read_only') as 'full' | 'forbidden' | null,
    missing: missing && { count: missing.count, since: missing.since },
    inDoubt: Number(readNote(sqlite, 'rows_in_doubt') ?? 0),
    closed: await readClosedDays(db),
  }
}

/** The owner has seen that changes are missing. */
export async function noteMissing({ alone, announce }: TaskContext): Promise<Record<string, never>> {
  await alone((sqlite) => removeNote(sqlite, 'changes_missing'))
  announce(['settings'])
  return {}
}
