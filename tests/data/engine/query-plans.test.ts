// Hot queries never read a whole table: every statement a call runs is explained on a filled file.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DataCallName } from '../../../src/data/engine/contexts.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { addSheetRow } from '../../support/propose-sheet.ts'

let store: TestStore
let personId = 0

beforeAll(async () => {
  store = await makeStore()
  for (let index = 0; index < 60; index++) {
    const { id } = await store.call('people.add', {
      uid: crypto.randomUUID(),
      name: `Nora Lindqvist ${index}`,
      firmName: `Oak ${index % 7}`,
      phone: `415 555 01${10 + index}`,
      note: 'walnut',
    })
    personId = id
    await store.call('touches.log', {
      uid: crypto.randomUUID(),
      personId: id,
      touch: { how: 'met', note: 'colour card' },
    })
  }
  await store.call('focusList.add', { uid: crypto.randomUUID(), personId })
  await addSheetRow(store, { uid: crypto.randomUUID(), week: '2026-W48', personId })
  const { id: placeId } = await store.call('places.add', {
    uid: crypto.randomUUID(),
    name: 'Chamber breakfast',
    nextOn: '2026-11-26',
    personIds: [personId],
  })
  await store.call('places.logVisit', {
    uid: crypto.randomUUID(),
    placeId,
    visit: { met: [{ personId }] },
  })
})
afterAll(() => store.close())

/** Runs a query and answers every statement it prepared, with the plan SQLite has for it. */
async function explain<N extends DataCallName>(name: N, input: CallInput<N>) {
  const { readerSqlite } = store.store
  const prepare = readerSqlite.prepare.bind(readerSqlite)
  const statements = new Set<string>()
  readerSqlite.prepare = ((sql: string) => {
    statements.add(sql)
    return prepare(sql)
  }) as typeof readerSqlite.prepare
  try {
    await store.call(name, input)
  } finally {
    readerSqlite.prepare = prepare
  }
  return [...statements].map((sql) => {
    const statement = prepare(`EXPLAIN QUERY PLAN ${sql}`)
    // A plan does not depend on values, but every parameter must have one.
    const named = Array.from(sql.matchAll(/:(\w+)/g), (match) => [match[1], '1'])
    const bound = named.length > 0 ? [Object.fromEntries(named)] : []
    const marks = sql.split('?').length - 1
    const steps = statement.all(...bound, ...Array.from({ length: marks }, () => '1')) as { detail: string }[]
    return { sql, steps: steps.map((step) => step.detail) }
  })
}

/** A step that reads a table from end to end; an index read in order is stopped by the page's limit. */
function readsWholeTable(step: string): boolean {
  if (!step.startsWith('SCAN ')) return false
  if (/USING (COVERING )?INDEX|VIRTUAL TABLE|SUBQUERY/.test(step)) return false
  return !allowedScans.some((allowed) => step === `SCAN ${allowed}`)
}

const allowedScans = [
  // One row a setting, and one a holiday.
  'settings',
  'closed_periods',
  // Read by row id, newest first, and stopped by the page's limit.
  'person_summaries',
  // The same, or looked through for a filter: one narrow row a person.
  'summary',
  // A row a setting.
  'settings',
  // Results of an inner query.
  'hit',
  'x',
  // Rows of one person, or of those asked for, each found by an index.
  'answered',
  'story',
  // The few days the shop is closed beside its weekly ones.
  'closed_periods',
  // One row without a table.
  'CONSTANT ROW',
]

const hot: [DataCallName, unknown][] = [
  ['people.list', {}],
  ['people.list', { sort: 'last touch', offset: 20 }],
  ['people.list', { sort: 'next step', offset: 20 }],
  ['people.list', { sort: 'newest', offset: 20 }],
  ['people.list', { filters: { standing: 'fan', lastTouch: 'over 30 days' } }],
  ['people.list', { filters: { source: 'a fair', placeId: 1, firmId: 1 } }],
  ['people.list', { filters: { parked: 'back in 30 days', nextStep: 'overdue' }, sort: 'last touch' }],
  ['people.filterChoices', {}],
  ['texts.recipients', { personIds: [1] }],
  ['people.list', { search: 'n' }],
  ['people.list', { search: 'lind' }],
  ['people.list', { search: 'card 0160' }],
  ['people.find', { typed: 'li' }],
  ['people.find', { typed: '' }],
  ['people.get', { id: 1 }],
  ['people.bin', {}],
  ['duplicates.list', {}],
  ['duplicates.preview', { keptId: 1, goneId: 2 }],
  ['touches.timeline', { personId: 1 }],
  ['focusList.get', {}],
  ['firstHour.toPick', {}],
  ['focusList.capacity', {}],
  ['referrals.thanksOwed', {}],
  ['referrals.names', {}],
  ['weekReview.get', { week: '2026-W48' }],
  ['weekReview.people', { week: '2026-W48', figure: 'contacts' }],
  ['callSheets.page', { week: '2026-W48' }],
  ['focusList.proposals', {}],
  ['places.list', {}],
  ['places.list', { search: 'bre' }],
  ['places.get', { id: 1 }],
  ['places.coming', {}],
  ['focusList.parked', {}],
  ['focusList.parked', { due: true }],
  ['jobs.leaving', { personId: 1 }],
  ['typeBack.facts', { week: '2026-W48' }],
]

test.each(hot)('%s %j reads no table from end to end', async (name, input) => {
  const plans = await explain(name, input as never)
  expect(plans.length).toBeGreaterThan(0)
  for (const { sql, steps } of plans) {
    expect(steps.filter(readsWholeTable), sql).toEqual([])
    // A page is read in the order of its index, never sorted first.
    if (name === 'people.list' && !sql.includes('json_each')) {
      expect(
        steps.filter((step) => step.includes('TEMP B-TREE')),
        sql,
      ).toEqual([])
    }
  }
})

const lists: [DataCallName, unknown][] = [
  ['people.list', { search: 'lind' }],
  ['people.find', { typed: 'li' }],
  ['people.list', { filters: { source: 'a fair' } }],
  ['people.list', { filters: { standing: 'fan' } }],
]

test.each(lists)('%s %j walks no other index over all people', async (name, input) => {
  for (const { sql, steps } of await explain(name, input as never)) {
    const walked = steps.filter((step) => /^SCAN (p|people|summary) USING/.test(step))
    expect(
      walked.filter((step) => !/people_by_name|people_private|by_standing/.test(step)),
      sql,
    ).toEqual([])
  }
})

test.each([false, true])(
  'of who comes back a page is read, in the order of its index (due: %s)',
  async (due) => {
    const plans = await explain('focusList.parked', { due })
    const read = plans.filter(({ sql }) => sql.includes('from "pursuits" as "u"'))
    expect(read).toHaveLength(2)
    for (const { sql, steps } of read) {
      // The page, or the count, which reads no words.
      expect(sql).toMatch(/limit \?$|count\(\*\)/)
      expect(steps[0], sql).toMatch(/(SCAN|SEARCH) u USING INDEX pursuits_to_revisit/)
      expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
    }
  },
)

test('what the rules count of a touch is read from its index alone', async () => {
  const plans = await explain('focusList.get', {})
  const ofTouches = plans.filter(({ sql }) => sql.includes('"person_id", "happened_on", "how"'))
  expect(ofTouches).toHaveLength(1)
  expect(ofTouches[0]!.steps).toEqual(['SEARCH touches USING COVERING INDEX touches_by_person (person_id=?)'])
})

test('a scan is noticed', async () => {
  const { readerSqlite } = store.store
  const steps = readerSqlite
    .prepare("EXPLAIN QUERY PLAN SELECT id FROM people WHERE note LIKE '%x%'")
    .all() as {
    detail: string
  }[]
  expect(steps.map((step) => step.detail).filter(readsWholeTable)).toEqual(['SCAN people'])
})
