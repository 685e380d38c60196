// Words typed but not saved yet, kept under the key of their box.
import type { TaskContext } from './contexts.ts'
import type { Reader, Writer } from './store.ts'

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
