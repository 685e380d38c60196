// A year of Mondays and Fridays: 52 sheets proposed, printed and typed back with random results, week 53, holidays and
// both clock changes among them; every Friday the page has the figures of the report views.

import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallSheet, CallSheetRow } from '../../../src/shared/contract/call-sheets.ts'
import type { CallOutput } from '../../../src/shared/contract/index.ts'
import { sheetWords } from '../../../src/shared/messages/read-sheet.ts'
import { mostOf } from '../../../src/shared/rules/call-sheets/propose-sheet.ts'
import { layOutSheet } from '../../../src/shared/rules/call-sheets/sheet-pages.ts'
import { daysOfWeek, shiftWeek } from '../../../src/shared/rules/days/weeks.ts'
import { type ReviewFigure, reviewFigures } from '../../../src/shared/rules/week-review/week-review.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'
import { makeRandom, type Random } from '../../support/random.ts'
import { openViews } from '../../support/review-by-views.ts'

const firstWeek = '2026-W03'
const weeks = Array.from({ length: 52 }, (_, index) => shiftWeek(firstWeek, index))
const closed = [
  { from: '2026-07-20', to: '2026-08-02', what: 'Summer holiday' },
  { from: '2026-12-24', to: '2027-01-03', what: 'Winter break' },
]
const uid = () => crypto.randomUUID()

let shop: TestStore
let random: Random
const reviews = new Map<string, CallOutput<'weekReview.get'>>()
/** Lines typed in the whole year. */
let typed = 0

const pick = <Item>(items: readonly Item[]): Item => random.pick(items)
const chance = (share: number) => random.chance(share)

/** Newcomers of a week; the focus list is filled up from whoever is not on it. */
async function meetPeople(week: string): Promise<void> {
  for (let index = 0; index < 2; index += 1) {
    const phone = chance(0.8) ? { phone: `555 ${week.slice(-2)}0${index}` } : {}
    const name = `${pick(['Ann', 'Tom', 'Zoë', 'Jim'])} of ${week} ${index}`
    const { id } = await shop.call('people.add', { uid: uid(), name, ...phone })
    const { rows, cap } = await shop.call('focusList.get', {})
    if (rows.length < cap) await shop.call('focusList.add', { uid: uid(), personId: id })
    if (chance(0.2)) await shop.call('knowCard.qualify', { personId: id, question: 'need', answer: 'no' })
    if (chance(0.3))
      await shop.call('knowCard.qualify', { personId: id, question: 'price', answer: 'unknown' })
  }
}

const results = [
  ['t', 'v', 'n', 'n', 'e', 'm', 'v +7', 't +14 20m', 'm 15m looked at oak', 'n'],
  ['tq 640', 'tw 480', 'l to the other shop, too dear', 'tp', 'x asked to stop', 'mr Friend Number NN'],
] as const

/** What the owner might type on Friday for a row; '' leaves it blank. */
function typeRow(row: CallSheetRow, week: string): string {
  const day = pick(['mo', 'tu', 'we', 'th', 'fr'])
  if (chance(0.15)) return ''
  switch (row.section) {
    case 'call': {
      const result = pick(chance(0.2) ? results[1] : results[0])
      return `${row.position} ${day} ${result.replace('NN', `${week} ${row.position}`)}`
    }
    case 'thank':
      return `${row.position} ${day} ${pick(['t', 'e', 'm'])}`
    case 'decide':
      return `${row.position} ${day} ${pick(['k', 'd no time for us', 'p'])}`
    default:
      return `${row.position} ${day} m`
  }
}

async function typeBack(sheet: CallSheet): Promise<void> {
  const lines = sheet.rows.map((row) => typeRow(row, sheet.week)).filter((line) => line !== '')
  if (chance(0.4))
    lines.push(
      `a we Walked In ${sheet.week}, 555 99${sheet.week.slice(-2)}, saw the window, "frames near me"`,
    )
  if (lines.length === 0) return
  typed += lines.length
  await shop.call('typeBack.enter', { words: sheetWords(), week: sheet.week, text: lines.join('\n') })
}

async function liveAWeek(week: string): Promise<void> {
  const days = daysOfWeek(week)
  shop.clock.today = days[0]!
  await meetPeople(week)
  const sheet = await proposeSheet(shop, { uid: uid(), week })
  await shop.call('callSheets.markPrinted', { week })
  shop.clock.today = days[4]!
  await typeBack(sheet)
  reviews.set(week, await shop.call('weekReview.get', { week }))
}

beforeAll(async () => {
  random = makeRandom(2026)
  shop = await makeStore({ today: daysOfWeek(firstWeek)[0]! })
  await shop.call('settings.change', { callHoursPerDay: 0.5, openDays: [2, 3, 4, 5, 6], focusCap: 12 })
  for (const period of closed) await shop.call('settings.addClosedPeriod', { uid: uid(), ...period })
  for (const week of weeks) await liveAWeek(week)
}, 120_000)
afterAll(() => shop.close())

const read = <Row>(sql: string) => {
  const sqlite = new Database(shop.store.file, { readonly: true })
  try {
    return sqlite.prepare(sql).all() as Row[]
  } finally {
    sqlite.close()
  }
}

describe('52 weeks', () => {
  test('have a sheet each, week 53 among them, and hundreds of lines typed back', async () => {
    const sheets = await shop.call('callSheets.list', {})
    expect(sheets.map((sheet) => sheet.week).toReversed()).toEqual(weeks)
    expect(weeks).toContain('2026-W53')
    expect(weeks.at(-1)).toBe('2027-W01')
    expect(typed).toBeGreaterThan(300)
    for (const { week, rows, done } of sheets) {
      expect(rows, week).toBeGreaterThan(0)
      expect(done, week).toBeLessThanOrEqual(rows)
    }
  })

  test('every Friday the figures are those of the report views, then and now', async () => {
    const views = openViews(shop.store.file)
    try {
      for (const week of weeks) {
        const now = await shop.call('weekReview.get', { week })
        expect(now.numbers, week).toEqual(views.numbers(week))
        expect(now.before, week).toEqual(views.numbers(shiftWeek(week, -1)))
        expect(
          now.moved
            .filter(({ moves }) => moves.some((move) => move !== 'rose' && move !== 'fell'))
            .map((one) => one.id)
            .toSorted((a, b) => a - b),
          week,
        ).toEqual(views.moved(week))
        // What later weeks did changes nothing in what this one was.
        expect(now.numbers, week).toEqual(reviews.get(week)!.numbers)
      }
    } finally {
      views.close()
    }
  })

  test('every number is the sum of the people behind it', async () => {
    for (const week of weeks.filter((_, index) => index % 7 === 0)) {
      const { numbers } = await shop.call('weekReview.get', { week })
      for (const figure of reviewFigures) {
        const { people, more, hidden } = await shop.call('weekReview.people', { week, figure })
        expect(
          people.reduce((sum, one) => sum + one.count, 0),
          `${week} ${figure}`,
        ).toBe(numbers[figure])
        expect(more + hidden).toBe(0)
      }
    }
  })

  test('the year is the sum of its weeks', () => {
    const sum = (figure: ReviewFigure) =>
      [...reviews.values()].reduce((total, review) => total + review.numbers[figure], 0)
    const [year] = read<{ touches: number; attempts: number; minutes: number }>(
      `SELECT sum(counts <> 'attempt' AND to_many = 0) AS touches, sum(counts = 'attempt') AS attempts,
         sum(minutes) AS minutes FROM report_touches`,
    )
    expect(year).toEqual({ touches: sum('touches'), attempts: sum('attempts'), minutes: sum('minutes') })
    expect(sum('touches')).toBeGreaterThan(200)
    expect(sum('names')).toBeGreaterThan(3)
  })

  test('no promise moved: each stands on the day typed, never on one the shop is closed by the week', () => {
    const steps = read<{ due_on: string; created_on: string }>('SELECT due_on, created_on FROM next_steps')
    expect(steps.length).toBeGreaterThan(50)
    for (const { due_on, created_on } of steps)
      expect(due_on > created_on, `${created_on} → ${due_on}`).toBe(true)
  })

  test('blank rows stood on the next sheet once, and never twice unasked', () => {
    const rolled = read<{ twice: number; state: string }>(
      `SELECT b.rolled_from IS NOT NULL AS twice, b.state AS state
       FROM call_sheet_rows r JOIN call_sheet_rows b ON b.id = r.rolled_from`,
    )
    expect(rolled.length).toBeGreaterThan(10)
    for (const row of rolled) expect(row).toEqual({ twice: 0, state: 'rolled' })
  })

  test('every sheet still prints on its fronts and one back, with numbers that run on', async () => {
    for (const week of weeks) {
      const { rows, places } = (await shop.call('callSheets.get', { week }))!
      const of = (section: CallSheetRow['section']) => rows.filter((row) => row.section === section)
      const back = { thank: of('thank'), ask: of('ask'), decide: of('decide'), greet: of('greet') }
      const laid = layOutSheet({ calls: of('call'), back, places: places.map((place) => place.words) })
      expect(laid.backs, week).toHaveLength(1)
      expect(of('call').length, week).toBeLessThanOrEqual(mostOf.call)
      expect(new Set(rows.map((row) => row.position)).size, week).toBe(rows.length)
    }
  })
})
