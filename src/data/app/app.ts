// What the program needs to start a screen, and the words typed but not saved yet.
import packageFile from '../../../package.json' with { type: 'json' }
import type { CallOutput } from '../../shared/contract/index.ts'
import { demoKey } from '../demo/write-shop.ts'
import type { Reader, Writer } from '../engine/open-database.ts'
import type { QueryContext, TaskContext } from '../engine/run-call.ts'
import { readClosedDays } from '../records/closed-periods.ts'

/** The day, the file, how many people it holds (none in the bin), and whether it is the sample shop. */
export async function describeStart(
  db: Reader,
  { clock, store }: Pick<QueryContext, 'clock' | 'store'>,
): Promise<CallOutput<'app.start'>> {
  // Everyone but those in the bin has a summary, and summaries are few pages.
  const { people } = await db
    .selectFrom('person_summaries')
    .select((build) => build.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  const demo = await db.selectFrom('settings').where('key', '=', demoKey).select('value').executeTakeFirst()
  return {
    today: clock.today(),
    people,
    dataFile: store.file,
    demo: demo !== undefined,
    version: packageFile.version,
    closed: await readClosedDays(db),
  }
}

/** The words kept under a key (such as the log box of one person), null when there are none. */
export async function getDraft(db: Reader, key: string): Promise<{ value: string } | null> {
  const draft = await db.selectFrom('drafts').where('key', '=', key).select('value').executeTakeFirst()
  return draft ?? null
}

/** Keeps words under a key; null forgets them. Not undoable, and no part of the owner's content. */
export async function saveDraft(
  key: string,
  value: string | null,
  { alone, clock }: Pick<TaskContext, 'alone' | 'clock'>,
): Promise<void> {
  await alone((sqlite) => {
    if (value === null) sqlite.prepare('DELETE FROM drafts WHERE key = ?').run(key)
    else
      sqlite
        .prepare(
          `INSERT INTO drafts (key, value, saved_at) VALUES (:key, :value, :at)
           ON CONFLICT (key) DO UPDATE SET value = :value, saved_at = :at`,
        )
        .run({ key, value, at: clock.now() })
  })
}

/**
 * Forgets kept words in the very transaction that saves them: after a crash before the answer they would stand in
 * their box again, and be saved a second time. Other words kept meanwhile stay.
 */
export async function forgetDraft(db: Writer, key: string, saved: string): Promise<void> {
  const draft = await getDraft(db, key)
  if (draft?.value.trim() === saved.trim()) await db.deleteFrom('drafts').where('key', '=', key).execute()
}
