// Each query names in the contract whatever it reads: an area left out is an answer that stays old on the screen.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areasOf, ownerTables } from '../../../src/data/engine/tables.ts'
import type { Area } from '../../../src/shared/contract/events.ts'
import { type CallInput, type CallNameOf, contract, listReaders } from '../../../src/shared/contract/index.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

type QueryName = CallNameOf<'query'>

let store: TestStore

beforeAll(async () => {
  store = await makeStore()
  await store.call('app.fillDemo', {})
  const { sqlite } = store.store
  const pair = sqlite.prepare('SELECT id FROM people WHERE deleted_at IS NULL AND is_private = 0 LIMIT 2')
  ;[personId, otherId] = pair.pluck().all() as [number, number]
  placeId = sqlite.prepare('SELECT id FROM places LIMIT 1').pluck().get() as number
  week = sqlite.prepare('SELECT week FROM call_sheets ORDER BY week DESC LIMIT 1').pluck().get() as string
})
afterAll(() => store.close())

let [personId, otherId, placeId] = [0, 0, 0]
let week = ''

/** One that is answered with as much as there is. */
const inputs: { [N in QueryName]: () => CallInput<N> } = {
  'app.draft': () => ({ key: 'x' }),
  'app.history': () => ({}),
  'app.start': () => ({}),
  'backup.status': () => ({}),
  'callSheets.get': () => ({ week }),
  'callSheets.list': () => ({}),
  'callSheets.page': () => ({ week }),
  'callSheets.plan': () => ({ week }),
  'duplicates.list': () => ({}),
  'duplicates.preview': () => ({ keptId: personId, goneId: otherId }),
  'firstHour.toPick': () => ({}),
  'focusList.capacity': () => ({}),
  'focusList.get': () => ({}),
  'focusList.leavers': () => ({}),
  'focusList.parked': () => ({}),
  'focusList.proposals': () => ({}),
  'importExport.imports': () => ({}),
  'jobs.leaving': () => ({ personId }),
  'people.bin': () => ({}),
  'people.erasing': () => ({ id: personId }),
  'people.filterChoices': () => ({}),
  'people.find': () => ({ typed: 'a' }),
  'people.firms': () => ({}),
  'people.get': () => ({ id: personId }),
  'people.householdOffers': () => ({}),
  'people.list': () => ({ search: 'a', filters: { lastTouch: 'over 30 days', placeId } }),
  'people.order': () => ({ search: 'a', filters: { lastTouch: 'over 30 days', placeId } }),
  'places.coming': () => ({}),
  'places.get': () => ({ id: placeId }),
  'places.list': () => ({}),
  'referrals.names': () => ({}),
  'referrals.thanksOwed': () => ({}),
  'settings.closedPeriods': () => ({}),
  'settings.get': () => ({}),
  'texts.facts': () => ({ personId }),
  'texts.list': () => ({}),
  'texts.recipients': () => ({ personIds: [personId, otherId] }),
  'today.hellos': () => ({}),
  'today.lateInquiry': () => ({}),
  'today.get': () => ({}),
  'today.pile': () => ({}),
  'touches.calendarSteps': () => ({}),
  'touches.due': () => ({ until: '2026-12-31' }),
  'touches.group': () => ({ placeId: null }),
  'touches.timeline': () => ({ personId }),
  'typeBack.facts': () => ({ week }),
  'weekReview.get': () => ({ week }),
  'weekReview.people': () => ({ week, figure: 'touches' }),
}

/** What is not the owner's own and changes with it: a summary with each of the tables that it sums up. */
const announcedWith: Record<string, (readonly Area[])[]> = {
  ...Object.fromEntries(ownerTables.map((table) => [table, [areasOf(table)]])),
  backups: [['backup']],
  people_search: [areasOf('people')],
  touch_search: [areasOf('touches')],
  person_summaries: [
    areasOf('touches'),
    areasOf('next_steps'),
    areasOf('focus_memberships'),
    areasOf('pursuits'),
    areasOf('jobs'),
    areasOf('referrals'),
    areasOf('closed_periods'),
  ],
}

/** The tables of every statement that a query prepares, the tables behind a view among them. */
async function listTablesRead(name: QueryName): Promise<Set<string>> {
  // A file opened anew: statements are prepared once for each connection, and a second query would prepare none.
  await store.reopen()
  const { readerSqlite } = store.store
  const prepare = readerSqlite.prepare.bind(readerSqlite)
  const statements = new Set<string>()
  readerSqlite.prepare = ((sql: string) => {
    statements.add(sql)
    return prepare(sql)
  }) as typeof readerSqlite.prepare
  await store.call(name, inputs[name]() as never)
  const pages = prepare('SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0').raw()
  const tableAt = new Map(pages.all() as [number, string][])
  const tables = new Set<string>()
  for (const sql of statements) {
    const named = Array.from(sql.matchAll(/:(\w+)/g), (match) => [match[1], '1'])
    const marks = Array.from({ length: sql.split('?').length - 1 }, () => '1')
    const steps = prepare(`EXPLAIN ${sql}`).all(
      ...(named.length > 0 ? [Object.fromEntries(named)] : []),
      ...marks,
    )
    for (const { opcode, p2 } of steps as { opcode: string; p2: number }[]) {
      if (opcode === 'OpenRead') tables.add(tableAt.get(p2)!)
    }
    // Read through the search's own module, which opens no page here.
    for (const search of sql.matchAll(/\b(people|touch)_search\b/g)) tables.add(search[0])
  }
  return tables
}

/** How many people there are is read by main alone, once: no screen shows it. */
const unshown: Record<string, string> = { 'app.start': 'person_summaries' }

/** The tables whose changes announce none of the areas that the query is said to read. */
async function listUnnamed(name: QueryName, reads: readonly Area[]): Promise<string[]> {
  return [...(await listTablesRead(name))]
    .filter((table) => unshown[name] !== table)
    .flatMap((table) =>
      (announcedWith[table] ?? [])
        .filter((areas) => !areas.some((area) => reads.includes(area)))
        .map((areas) => `${table}: ${areas.join(' or ')}`),
    )
}

test.each(Object.keys(inputs) as QueryName[])(
  '%s names the areas of each table that it reads',
  async (name) => {
    expect(await listUnnamed(name, contract[name].reads)).toEqual([])
  },
)

test('an area left out is noticed, behind an index and a search too', async () => {
  expect(await listUnnamed('places.get', ['people', 'jobs', 'referrals', 'settings'])).toEqual([])
  expect(await listUnnamed('places.get', ['jobs', 'referrals', 'settings'])).toContain('place_visits: people')
  expect(await listUnnamed('people.list', ['jobs', 'focus-list', 'settings'])).toContain(
    'people_search: people',
  )
  expect(await listUnnamed('texts.list', ['people'])).toEqual(['message_texts: texts'])
})

test('a change asks anew whoever reads one of its areas, and nobody else', () => {
  expect(listReaders(['texts'])).toEqual(['app.history', 'texts.list'])
  expect(listReaders(['texts', 'import-export'])).toEqual(
    expect.arrayContaining(['texts.list', 'importExport.imports']),
  )
  expect(listReaders(['touches'])).toEqual(expect.arrayContaining(['today.get', 'touches.timeline']))
  expect(listReaders([])).toEqual([])
})
