// What a query is handed cannot write: not by type, and not on the connection either.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../../src/data/engine/clock.ts'
import type { Handlers, QueryContext } from '../../../src/data/engine/contexts.ts'
import type { Reader } from '../../../src/data/engine/store.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

/** Each line that the compiler lets pass is an error. */
const queriesThatWrite = {
  // @ts-expect-error a query's reader deletes nothing
  'people.list': (db) => db.deleteFrom('people').execute(),
  // @ts-expect-error nor does it write
  'people.bin': (db) => db.insertInto('firms').values({}).execute(),
  // @ts-expect-error nor change
  'people.firms': (db) => db.updateTable('firms').set({ name: '' }).execute(),
  // @ts-expect-error a common table expression would hand out all of them
  'app.draft': (db) => db.with('gone', (all) => all.deleteFrom('drafts')).execute(),
  // @ts-expect-error a statement by hand is asked, not run
  'people.find': (_db, _input, { sqlite }) => sqlite.prepare('DELETE FROM people').run(),
  // @ts-expect-error no script
  'places.list': (_db, _input, { sqlite }) => sqlite.exec('DELETE FROM places'),
  // @ts-expect-error the store with its writer is not there
  'texts.list': (_db, _input, { store }) => store.writer.deleteFrom('message_texts').execute(),
} satisfies Partial<Handlers>

let store: TestStore

beforeAll(async () => {
  store = await makeStore()
})
afterAll(() => store.close())

test.each(Object.entries(queriesThatWrite))(
  '%s: the connection refuses what a cast lets through',
  async (_, query) => {
    const { reader, readerSqlite, file } = store.store
    const context: QueryContext = { clock: systemClock(), sqlite: readerSqlite, file }
    const run = query as (db: Reader, input: unknown, context: QueryContext) => unknown
    await expect(async () => run(reader, {}, context)).rejects.toThrow()
  },
)
