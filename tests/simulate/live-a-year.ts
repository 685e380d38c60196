// A shop's year with its focus list, through the calls that the window and the paper make: what was shown, what was done.
import type { CallSheetRow } from '../../src/shared/contract/call-sheets.ts'
import { sheetWords } from '../../src/shared/messages/read-sheet.ts'
import { isOpenOn, type ShopDays } from '../../src/shared/rules/days/closed-days.ts'
import { addDays, weekdayOf } from '../../src/shared/rules/days/days.ts'
import { suggestNextStep } from '../../src/shared/rules/days/next-step-dates.ts'
import { weekOf } from '../../src/shared/rules/days/weeks.ts'
import type { How } from '../../src/shared/rules/touches/touch-kinds.ts'
import { makeStore, type TestStore } from '../support/make-store.ts'
import { proposeSheet, saySheet } from '../support/propose-sheet.ts'
import { makeRandom, type Random } from '../support/random.ts'

export interface Shop {
  name: string
  people: number
  /** Call hours a week, over five open days. */
  hours: number
  cap?: number
  /** By what the owner goes. */
  by: 'today' | 'sheet'
  /** How often a suggestion is followed, 0 to 1. */
  follow: number
  /** How often one that is not followed is put off. */
  putOff?: number
  /** The owner opens the program on the first open day of a month alone. */
  monthly?: boolean
  /** Months, 1 to 12, in which the shop is closed. */
  closedMonths?: readonly number[]
  days?: number
}

/** One row as it stood. */
export interface ShownRow {
  personId: number
  group: string
  /** The words of the reasons, as screen or paper said them. */
  words: string
  question: string
  /** A reason of the owner's, or another that is no plan. */
  hasReason: boolean
}

export interface Act {
  on: string
  personId: number
  how: How
  /** The group the person stood in. */
  group: string
}

export interface Proposed {
  on: string
  personId: number
  kind: string
}

/** All that happened. */
export interface Year {
  shop: Shop
  members: number[]
  /** Everybody's own words, '' for who has none; and whether anything else is known. */
  words: Map<number, string>
  known: Set<number>
  openDays: string[]
  /** What stood on each day or sheet. */
  shown: { on: string; rows: ShownRow[] }[]
  acts: Act[]
  proposed: Proposed[]
  /** Days of "not now", from and until. */
  waits: { personId: number; from: string; until: string }[]
  /** Strangers who wrote, the day, and whether they stood there the next time it was looked. */
  strangers: { on: string; shownOn: string | null }[]
}

/** Whom the owner sees: by the program, or by another order that a control sets. */
export type Choose = (
  rows: readonly ShownRow[],
  store: TestStore,
  today: string,
) => readonly ShownRow[] | Promise<readonly ShownRow[]>

const uid = () => crypto.randomUUID()
const firstDay = '2026-01-05'
const weekdays = [1, 2, 3, 4, 5]
const holidays = [
  { from: '2026-04-06', to: '2026-04-12', what: 'Easter' },
  { from: '2026-08-03', to: '2026-08-16', what: 'Summer holiday' },
]

export async function liveAYear(shop: Shop, seed: number, choose: Choose = (rows) => rows): Promise<Year> {
  const random = makeRandom(seed)
  const store = await makeStore({ today: firstDay })
  try {
    const year = await openShop(store, shop, random)
    const days = shop.days ?? 364
    for (let index = 0; index < days; index += 1) {
      const today = addDays(firstDay, index)
      store.clock.today = today
      if (year.openDays.includes(today)) await liveADay(store, year, random, { today, choose })
    }
    return year
  } finally {
    store.close()
  }
}

async function openShop(store: TestStore, shop: Shop, random: Random): Promise<Year> {
  await store.call('settings.change', {
    callHoursPerDay: shop.hours / 5,
    openDays: weekdays,
    focusCap: Math.max(shop.cap ?? 25, shop.people),
  })
  const closed = [...holidays, ...closeMonths(shop.closedMonths ?? [])]
  for (const period of closed) await store.call('settings.addClosedPeriod', { uid: uid(), ...period })
  const words = new Map<number, string>()
  const known = new Set<number>()
  const members: number[] = []
  for (let index = 0; index < shop.people; index += 1) {
    const { id } = await store.call('people.add', {
      uid: uid(),
      name: `Person ${index}`,
      phone: `555 01${10 + index}`,
    })
    const whyNow = random.chance(0.6) ? `wants frame number ${index}` : ''
    await store.call('focusList.add', { uid: uid(), personId: id, whyNow })
    if (random.chance(0.4)) {
      await store.call('knowCard.answer', { personId: id, question: 'why', words: `moves house ${index}` })
      known.add(id)
    }
    if (random.chance(0.15)) {
      const from = addDays(firstDay, 40 + random.below(200))
      await store.call('knowCard.answer', {
        personId: id,
        question: 'when',
        words: 'before the fair',
        window: { from, to: addDays(from, 20), yearly: false },
      })
      known.add(id)
    }
    if (whyNow) known.add(id)
    words.set(id, whyNow)
    members.push(id)
  }
  const shopDays: ShopDays = { openDays: weekdays, closed }
  const openDays = Array.from({ length: shop.days ?? 364 }, (_, index) => addDays(firstDay, index)).filter(
    (day) => isOpenOn(day, shopDays),
  )
  return {
    shop,
    members,
    words,
    known,
    openDays,
    shown: [],
    acts: [],
    proposed: [],
    waits: [],
    strangers: [],
  }
}

const closeMonths = (months: readonly number[]) =>
  months.map((month) => {
    const from = Temporal.PlainDate.from({ year: 2026, month, day: 1 })
    return { from: from.toString(), to: from.with({ day: from.daysInMonth }).toString(), what: 'Closed' }
  })

interface Day {
  today: string
  choose: Choose
}

async function liveADay(store: TestStore, year: Year, random: Random, day: Day): Promise<void> {
  const { shop, openDays } = year
  const isFirst = !openDays.some((one) => one < day.today && one.slice(0, 7) === day.today.slice(0, 7))
  if (shop.monthly && !isFirst) return
  if (shop.monthly) await typeLastBack(store, year, random)
  if (shop.by === 'today') await liveByToday(store, year, random, day)
  else await liveBySheet(store, year, random, day)
  if (weekdayOf(day.today) === 5 || shop.monthly) {
    for (const one of await store.call('focusList.proposals', {})) {
      year.proposed.push({ on: day.today, personId: one.personId, kind: one.kind })
      await store.call('focusList.keep', { personId: one.personId })
    }
  }
  if (random.chance(0.04)) await meetStranger(store, year, random, day.today)
}

const says = (rows: { key: string }[]) => rows.some(({ key }) => !/reasons\.(promised|planned)/.test(key))

async function liveByToday(
  store: TestStore,
  year: Year,
  random: Random,
  { today, choose }: Day,
): Promise<void> {
  const list = await store.call('today.get', {})
  const rows = list.rows.map((row) => ({
    personId: row.personId,
    group: row.group,
    words: row.reasons.map(({ key, facts }) => `${key} ${JSON.stringify(facts)}`).join('\n'),
    question: '',
    hasReason: says(row.reasons),
  }))
  const stood = await choose(rows, store, today)
  year.shown.push({ on: today, rows: [...stood] })
  noticeStrangers(year, stood, today)
  await store.call('today.noteShown', { people: stood.map((row) => row.personId) })
  for (const row of stood) await answerRow(store, year, random, { row, today })
}

async function answerRow(
  store: TestStore,
  year: Year,
  random: Random,
  { row, today }: { row: ShownRow; today: string },
): Promise<void> {
  const { follow, putOff = 0 } = year.shop
  if (!random.chance(follow)) {
    if (row.group === 'owed' || !year.members.includes(row.personId) || !random.chance(putOff)) return
    const until = addDays(today, random.pick([3, 7, 14]))
    await store.call('focusList.putOffTurn', { personId: row.personId, until })
    year.waits.push({ personId: row.personId, from: today, until })
    return
  }
  await log(store, year, random, { row, today })
}

const hows: readonly How[] = ['no answer', 'voicemail', 'message', 'talked']

function drawHow(random: Random): How {
  const draw = random.next()
  return draw < 0.35 ? hows[0]! : draw < 0.5 ? hows[1]! : draw < 0.75 ? hows[2]! : hows[3]!
}

const openTime = { openDays: weekdays, closed: holidays }

async function log(
  store: TestStore,
  year: Year,
  random: Random,
  { row, today }: { row: ShownRow; today: string },
): Promise<void> {
  const how = drawHow(random)
  const dueOn = suggestNextStep(how, today, openTime)
  const promise = how === 'talked' && random.chance(0.15)
  const nextStep = promise
    ? { what: 'send samples', dueOn: addDays(today, 7), promised: true }
    : dueOn
      ? { what: '', dueOn, promised: false }
      : null
  const steps = await store.call('people.get', { id: row.personId })
  const due = steps.nextSteps.filter((step) => step.dueOn <= today).map((step) => step.id)
  const keeps = how === 'no answer' || how === 'voicemail' ? [] : due
  await store.call('touches.log', { uid: uid(), personId: row.personId, touch: { how }, keeps, nextStep })
  year.acts.push({ on: today, personId: row.personId, how, group: row.group })
}

/** Monday: the sheet is proposed and printed. Friday: typed back, each line on a day of the week. */
async function liveBySheet(
  store: TestStore,
  year: Year,
  random: Random,
  { today, choose }: Day,
): Promise<void> {
  const week = weekOf(today)
  const days = year.openDays.filter((day) => weekOf(day) === week)
  if (today === days[0] || year.shop.monthly) {
    const plan = await store.call('callSheets.plan', { week })
    if (plan.rows.length === 0) return
    const reasons = new Map(plan.rows.map((row) => [row.personId, row.reasons]))
    const questions = new Map(plan.rows.map((row) => [row.personId, row.question?.name ?? '']))
    const sheet = await proposeSheet(store, { uid: uid(), week })
    await store.call('callSheets.markPrinted', { week })
    const groups = new Map(plan.rows.map((row) => [row.personId, row.group ?? '']))
    const rows = sheet.rows
      .filter((row) => row.section === 'call')
      .map((row) => ({
        personId: row.personId,
        group: groups.get(row.personId)!,
        words: row.reason,
        question: questions.get(row.personId) ?? '',
        hasReason: says(reasons.get(row.personId) ?? []),
      }))
    year.shown.push({ on: today, rows: [...(await choose(rows, store, today))] })
    noticeStrangers(year, rows, today)
  }
  if (today === days.at(-1) && !year.shop.monthly) await typeBack(store, year, random, { week, days })
}

/** Opened once a month: the paper of the last time is typed back first. */
async function typeLastBack(store: TestStore, year: Year, random: Random): Promise<void> {
  const last = year.shown.at(-1)
  if (!last) return
  const week = weekOf(last.on)
  await typeBack(store, year, random, { week, days: year.openDays.filter((day) => weekOf(day) === week) })
}

async function typeBack(
  store: TestStore,
  year: Year,
  random: Random,
  { week, days }: { week: string; days: string[] },
): Promise<void> {
  const kept = await store.call('callSheets.get', { week })
  const stood = year.shown.at(-1)
  if (!kept || !stood || weekOf(stood.on) !== week) return
  const sheet = saySheet(kept)
  const lines: string[] = []
  for (const row of sheet.rows) {
    const shown = stood.rows.find((one) => one.personId === row.personId)
    if (row.section !== 'call' || !shown || !random.chance(year.shop.follow)) continue
    lines.push(typeRow(row, year, random, { shown, days }))
  }
  if (lines.length === 0) return
  await store.call('typeBack.enter', { words: sheetWords(), week, text: lines.join('\n') })
}

const letters: Partial<Record<How, string>> = { 'no answer': 'n', voicemail: 'v', message: 'e', talked: 't' }
const dayLetters = ['mo', 'tu', 'we', 'th', 'fr']

function typeRow(
  row: { position: number; personId: number } & Partial<CallSheetRow>,
  year: Year,
  random: Random,
  { shown, days }: { shown: ShownRow; days: string[] },
): string {
  const how = drawHow(random)
  const on = random.pick(days)
  year.acts.push({ on, personId: row.personId, how, group: shown.group })
  return `${row.position} ${dayLetters[weekdayOf(on) - 1]} ${letters[how]}`
}

async function meetStranger(store: TestStore, year: Year, random: Random, today: string): Promise<void> {
  const { id } = await store.call('people.add', { uid: uid(), name: `Stranger of ${today}` })
  await store.call('touches.log', {
    uid: uid(),
    personId: id,
    touch: { how: 'message', direction: 'in', note: `How much for ${random.below(9) + 1} frames?` },
    keeps: [],
    nextStep: null,
  })
  year.strangers.push({ on: today, shownOn: null })
  strangerOf.set(year.strangers.at(-1)!, id)
}

const strangerOf = new WeakMap<object, number>()

function noticeStrangers(year: Year, rows: readonly ShownRow[], today: string): void {
  for (const stranger of year.strangers) {
    if (stranger.shownOn === null && rows.some((row) => row.personId === strangerOf.get(stranger)))
      stranger.shownOn = today
  }
}
