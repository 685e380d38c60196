// The views promised to the owner: their columns, in order, readable by any SQLite tool, and explained on one page.
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeStore, type TestStore } from '../../support/make-store.ts'

/** Columns are only ever added, at the end. */
const promised = {
  report_people:
    'id name company phone email source found_words standing on_focus_list last_touch_on touches next_step_on created_on',
  report_touches:
    'id person_id person happened_on channel direction how outcome counts to_many gave asked minutes cost note by place technique job_id sheet row',
  report_asks: 'id person_id person asked_on channel words answer reason',
  report_referrals: 'id referrer_id referrer person_id person named_on agreed outcome thanked_on reported_on',
  report_sheet_rows: 'sheet week row person_id person reason entered_on state section was_blank_before',
  report_sheets: 'id week goal hours printed',
  report_sheet_places: 'id sheet week place_id place words',
  report_merged: 'id person_id person merged_on',
  report_jobs:
    'id person_id person firm what quoted_on quoted_amount ordered_on delivered_on paid_on amount margin outcome lost_to reason lost_on',
  report_quotes: 'id job_id person_id person quoted_on quoted_amount',
  report_places: 'id name kind next_on next_what next_bring people visits last_visit_on',
  report_place_visits: 'id place_id place visited_on brought people_met minutes cost note',
  report_answers:
    'id person_id person question words window_from window_to yearly answered_on first_answered_on',
  report_message_texts: 'id name channel subject body',
  report_qualification: 'id person_id person question answer said_by said_on',
}

let test: TestStore
let plain: Database.Database

beforeAll(async () => {
  test = await makeStore()
  await test.call('app.fillDemo', {})
  // As LibreOffice would: no functions of ours, nothing trusted.
  plain = new Database(test.store.file, { readonly: true })
  plain.pragma('trusted_schema = OFF')
})
afterAll(() => {
  plain.close()
  test.close()
})

const columnsOf = (view: string) =>
  (plain.pragma(`table_info(${view})`) as { name: string }[]).map((column) => column.name)
const listViews = () =>
  plain.prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").pluck().all() as string[]
const readAll = (sql: string) => plain.prepare(sql).all() as Record<string, unknown>[]

describe('the report views', () => {
  it.each(Object.entries(promised))('%s begins with its promised columns', (view, columns) => {
    const names = columns.split(' ')
    expect(columnsOf(view).slice(0, names.length)).toEqual(names)
  })

  it('are all read without functions of ours, and hold rows of the sample shop', () => {
    for (const view of listViews()) {
      expect(() => readAll(`SELECT * FROM ${view}`), view).not.toThrow()
    }
    for (const view of [
      'report_people',
      'report_touches',
      'report_jobs',
      'report_referrals',
      'report_focus',
      'report_places',
      'report_place_visits',
      'report_answers',
      'report_qualification',
      'report_message_texts',
    ]) {
      expect(readAll(`SELECT * FROM ${view} LIMIT 1`), view).toHaveLength(1)
    }
  })

  it('write days as dates, yes and no as 1 and 0, money in the shop’s currency', async () => {
    for (const view of listViews()) {
      for (const column of columnsOf(view)) {
        const values = plain.prepare(`SELECT DISTINCT "${column}" AS value FROM ${view}`).pluck().all()
        const given = values.filter((value) => value !== null)
        if (column.endsWith('_on')) {
          for (const value of given) expect(value, `${view}.${column}`).toMatch(/^\d{4}-\d\d-\d\d$/)
        }
        if (['on_focus_list', 'to_many', 'gave', 'asked', 'agreed', 'promised', 'yearly'].includes(column)) {
          for (const value of given) expect([0, 1], `${view}.${column}`).toContain(value)
        }
      }
    }
    const job = readAll(
      'SELECT v.amount, j.amount AS minor FROM report_jobs v JOIN jobs j USING (id) WHERE j.amount > 0',
    )
    expect([1, 100, 1000]).toContain((job[0]?.minor as number) / (job[0]?.amount as number))
  })

  it('count touches as a person’s page does', async () => {
    for (const row of readAll('SELECT * FROM report_people')) {
      const person = await test.call('people.get', { id: row.id as number })
      const steps = person.nextSteps.map((step) => step.dueOn).sort()
      expect([row.touches, row.last_touch_on, row.next_step_on]).toEqual([
        person.touches,
        person.lastTouchOn,
        steps[0] ?? null,
      ])
    }
    const ring = readAll(
      `SELECT p.id FROM report_people p WHERE p.touches <> (SELECT count(*) FROM report_touches t
       WHERE t.person_id = p.id AND t.counts <> 'attempt' AND t.direction = 'out' AND t.to_many = 0)`,
    )
    expect(ring).toEqual([])
  })

  it('tell of places what their pages tell', async () => {
    const places = readAll('SELECT * FROM report_places')
    expect(places.length).toBeGreaterThan(2)
    for (const row of places) {
      const place = await test.call('places.get', { id: row.id as number })
      expect([row.next_bring, row.people, row.visits, row.last_visit_on]).toEqual([
        place.nextBring,
        place.peopleCount,
        place.visitCount,
        place.visits[0]?.visitedOn ?? null,
      ])
      const visits = readAll(
        `SELECT * FROM report_place_visits WHERE place_id = ${row.id} ORDER BY visited_on DESC`,
      )
      expect(visits.map((visit) => [visit.brought, visit.people_met, visit.minutes])).toEqual(
        place.visits.map((visit) => [visit.brought, visit.met.length, visit.minutes]),
      )
    }
  })

  it('leave out people in the bin', async () => {
    const id = readAll('SELECT id FROM report_people LIMIT 1')[0]!.id as number
    await test.call('people.moveToBin', { id })
    for (const view of listViews()) {
      const column = view === 'report_people' ? 'id' : 'person_id'
      if (!columnsOf(view).includes(column)) continue
      expect(readAll(`SELECT * FROM ${view} WHERE ${column} = ${id}`), view).toEqual([])
    }
    await test.call('app.undo', {})
  })
})

describe('docs/data-file.md', () => {
  const page = readFileSync(new URL('../../../docs/data-file.md', import.meta.url), 'utf8')

  it('explains every view and every column, and none that is not there', () => {
    const explained = new Map<string, string[]>()
    for (const section of page.split(/^### /m).slice(1)) {
      const [, view = ''] = /^`(\w+)`/.exec(section) ?? []
      explained.set(
        view,
        [...section.matchAll(/^\| `(\w+)` +\|/gm)].map(([, column]) => column!),
      )
    }
    expect([...explained.keys()].sort()).toEqual(listViews())
    for (const view of listViews()) expect(explained.get(view), view).toEqual(columnsOf(view))
  })
})
