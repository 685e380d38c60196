// A process of its own that lives in one time zone (TZ): works over days on which clocks change, and says what is wrong.

import { systemClock } from '../../src/data/engine/clock.ts'
import { writeCalendar } from '../../src/data/touches/calendar.ts'
import { formatDate, formatDateRange } from '../../src/shared/messages/format.ts'
import { sheetWords } from '../../src/shared/messages/read-sheet.ts'
import { addDays, daysBetween, weekdayOf } from '../../src/shared/rules/days/days.ts'
import { daysOfWeek, shiftWeek, weekOf } from '../../src/shared/rules/days/weeks.ts'
import { makeStore, type TestStore } from './make-store.ts'
import { proposeSheet } from './propose-sheet.ts'

const wrong: string[] = []
let checked = 0
const uid = () => crypto.randomUUID()

function expect(what: string, found: unknown, wanted: unknown): void {
  checked += 1
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    wrong.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`)
}

/** Days counted without any calendar of the system: as days since 1970 in UTC, where no clock ever changes. */
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
const names = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed']
const nameOf = (day: string) => names[numberOf(day) % 7]

function checkDay(day: string): void {
  for (const by of [-400, -7, -1, 0, 1, 2, 7, 31, 365]) {
    expect(`${day} ${by}`, addDays(day, by), dayOf(numberOf(day) + by))
    expect(`${day} to ${by}`, daysBetween(day, addDays(day, by)), by)
  }
  expect(`${day} weekday`, weekdayOf(day), ((numberOf(day) + 3) % 7) + 1)
  expect(`${day} in words`, formatDate(day, 'short'), `${nameOf(day)} ${Number(day.slice(8))}`)
  const days = daysOfWeek(weekOf(day))
  expect(`${day} in its week`, days[weekdayOf(day) - 1], day)
  expect(
    `the week of ${day}`,
    days,
    Array.from({ length: 7 }, (_, index) => dayOf(numberOf(days[0]!) + index)),
  )
  expect(`the week after ${day}`, daysOfWeek(shiftWeek(weekOf(day), 1))[0], addDays(days[0]!, 7))
}

/** A Monday's sheet and what is typed back on the change itself, in a file that is opened again in between. */
async function liveThroughWeek(change: string): Promise<void> {
  const week = weekOf(change)
  const days = daysOfWeek(week)
  const shop = await makeStore({ today: days[0]! })
  try {
    await shop.call('settings.change', { openDays: [1, 2, 3, 4, 5, 6, 7], firstDayOfWeek: 7 })
    const nora = await addPerson(shop, 'Nora')
    for (const day of days) await addStep(shop, nora, day)
    await addStep(shop, nora, addDays(change, 1), '09:30')
    await proposeSheet(shop, { uid: uid(), week })
    await shop.call('callSheets.markPrinted', { week })
    const page = await shop.call('callSheets.page', { week })
    expect(`open days of ${week}`, page?.days, days)
    expect(
      `codes of ${week}`,
      page?.days.map((day) => sheetWords().dayCodes[weekdayOf(day) - 1]),
      ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    )
    expect(`header of ${week}`, formatDateRange(days[0]!, days[6]!).endsWith(days[6]!.slice(0, 4)), true)
    await shop.reopen(days[6]!)
    await shop.call('typeBack.enter', {
      words: sheetWords(),
      week,
      text: `1 ${nameOf(change)} t +7! said so`,
    })
    await shop.reopen(addDays(days[6]!, 30))
    checkFile(shop, change)
    const review = await shop.call('weekReview.get', { week })
    expect(`touches of ${week}`, review.numbers.touches, 1)
    expect(`from and to of ${week}`, [review.from, review.to], [days[0], days[6]])
    const due = await shop.call('touches.due', { from: addDays(change, 7), until: addDays(change, 7) })
    expect(
      `due a week after ${change}`,
      due.map((step) => step.dueOn),
      [addDays(change, 7)],
    )
    checkCalendar(change)
  } finally {
    shop.close()
  }
}

async function addPerson(shop: TestStore, name: string): Promise<number> {
  const { id } = await shop.call('people.add', { uid: uid(), name, phone: '555 0101' })
  await shop.call('focusList.add', { uid: uid(), personId: id })
  return id
}

async function addStep(shop: TestStore, personId: number, dueOn: string, dueTime: string | null = null) {
  await shop.call('touches.addNextStep', {
    uid: uid(),
    personId,
    step: { dueOn, dueTime, what: `for ${dueOn}` },
  })
}

function checkFile(shop: TestStore, change: string): void {
  const read = (sql: string) => shop.store.readerSqlite.prepare(sql).pluck().all()
  expect(`touch on ${change}`, read('SELECT happened_on FROM touches'), [change])
  expect(
    `promises around ${change}`,
    read("SELECT due_on FROM next_steps WHERE what LIKE 'for %' AND what <> 'for ' || due_on"),
    [],
  )
  expect('the time of day', read('SELECT due_time FROM next_steps WHERE due_time IS NOT NULL'), ['09:30'])
}

function checkCalendar(change: string): void {
  const step = { uid: 'a', title: 'Nora', dueOn: change, phone: '' }
  const text = writeCalendar(
    [
      { ...step, dueTime: null },
      { ...step, dueTime: '09:30' },
    ],
    '2026-01-01T00:00:00.000Z',
  )
  const digits = change.replaceAll('-', '')
  const starts = text.split('\r\n').filter((line) => line.startsWith('DTSTART'))
  expect(`calendar of ${change}`, starts, [`DTSTART;VALUE=DATE:${digits}`, `DTSTART:${digits}T093000`])
}

for (const change of [...process.argv.slice(2), '2028-02-29', '2026-12-31', '2027-01-01']) {
  for (const by of [-1, 0, 1]) checkDay(addDays(change, by))
}
/** Minutes ahead of UTC at an hour of that day. */
const offsetAt = (day: string, hour: string) => -new Date(`${day}T${hour}:00:00`).getTimezoneOffset()
for (const change of process.argv.slice(2)) {
  // The clocks change some time between the noons around it, or the test would try nothing.
  expect(
    `clocks on ${change}`,
    offsetAt(addDays(change, -1), '12') !== offsetAt(addDays(change, 1), '12'),
    true,
  )
}
for (const change of process.argv.slice(2)) await liveThroughWeek(change)
// Midnight is the zone's own.
const local = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' })
const before = local.format(new Date())
const today = systemClock().today()
if (local.format(new Date()) === before) expect('today', today, before)

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
process.stdout.write(JSON.stringify({ zone, wrong, checked }))
