// The back of a sheet, rows that came back blank, and more promises than paper: on a real file.

import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SheetSection } from '../../../src/shared/contract/call-sheets.ts'
import { sheetWords } from '../../../src/shared/messages/read-sheet.ts'
import { mostOf } from '../../../src/shared/rules/call-sheets/propose-sheet.ts'
import { addProspect, type NewProspect } from '../../support/add-prospect.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { addSheetRow, proposeSheet } from '../../support/propose-sheet.ts'
import { sealRows } from '../../support/write-outside.ts'

let shop: TestStore
const week = '2026-W48'
const nextWeek = '2026-W49'
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
})
afterEach(() => shop.close())

const addPerson = (name: string, more: NewProspect = {}) => addProspect(shop, name, more)

const propose = (of = week) => proposeSheet(shop, { uid: uid(), week: of })
const print = (of = week) => shop.call('callSheets.markPrinted', { week: of })
const log = (personId: number, how: 'met' | 'talked' | 'no answer', more = {}) =>
  shop.call('touches.log', { uid: uid(), personId, touch: { how, ...more } })
const put = (personId: number, section: SheetSection, of = week) =>
  addSheetRow(shop, { uid: uid(), week: of, personId, section })
const page = async (of = week) => (await shop.call('callSheets.page', { week: of }))!

async function listRows(of = week, section?: SheetSection) {
  const sheet = await shop.call('callSheets.get', { week: of })
  return (sheet?.rows ?? [])
    .filter((row) => section === undefined || row.section === section)
    .map((row) => `${row.position} ${row.section} ${row.name}`)
}

describe('thanks and reports', () => {
  /** `by` names `friend`; thanked when told so. */
  async function name(by: number, friend: string, { thanked = false } = {}) {
    const id = await addPerson(friend, { phone: '555 0199', focus: false })
    await shop.call('referrals.linkReferrer', { personId: id, referrerId: by })
    if (thanked) await shop.call('referrals.thank', { uid: uid(), referrerId: by })
    return id
  }

  test('who named somebody is thanked; who was thanked is told once the friend was reached, never what they bought', async () => {
    const nora = await addPerson('Nora Lindqvist', { phone: '555 0160', focus: false })
    const frank = await addPerson('Frank Dellacourt', { phone: '555 0161', focus: false })
    const june = await addPerson('June Ashby', { phone: '555 0162', focus: false })
    await name(nora, 'Sam Duarte')
    await name(frank, 'Kofi Mensah', { thanked: true })
    const peter = await name(june, 'Peter Osei', { thanked: true })
    await log(peter, 'met', { outcome: 'bought' })
    const { rows } = await propose()
    expect(rows.map(({ section, name, reason, channel }) => [section, name, reason, channel])).toEqual([
      ['thank', 'Nora Lindqvist', 'Thank for naming Sam Duarte on Mon 23 Nov', '555 0160'],
      ['thank', 'June Ashby', 'Tell them what came of the name Peter Osei', '555 0162'],
    ])
    // Typed back, both are done and come no more; an attempt told nobody anything.
    await print()
    await shop.call('typeBack.enter', { words: sheetWords(), week, text: '1 t\n2 n' })
    expect(await listRows(nextWeek)).toEqual([])
    shop.clock.today = '2026-11-30'
    const again = await propose(nextWeek)
    expect(again.rows.map((row) => row.reason)).toEqual(['Tell them what came of the name Peter Osei'])
    await print(nextWeek)
    await shop.call('typeBack.enter', { words: sheetWords(), week: nextWeek, text: '1 e' })
    shop.clock.today = '2026-12-07'
    await expect(propose('2026-W50')).rejects.toMatchObject({ code: 'sheet-empty' })
  })

  test('private friends are not named, private or uncontactable referrers not printed, and those without room counted', async () => {
    for (let index = 1; index <= 7; index += 1)
      await name(await addPerson(`Referrer ${index}`, { focus: false }), `Friend ${index}`)
    const { rows } = await shop.call('people.list', { limit: 50 })
    const idOf = (wanted: string) => rows.find((row) => row.name === wanted)!.id
    await shop.call('people.edit', { id: idOf('Friend 1'), changes: { isPrivate: true } })
    await shop.call('people.edit', { id: idOf('Referrer 2'), changes: { isPrivate: true } })
    await shop.call('people.setNeverContact', { id: idOf('Referrer 3'), never: true })
    const sheet = await propose()
    expect(sheet.rows.map((row) => row.name)).toEqual([
      'Referrer 1',
      'Referrer 4',
      'Referrer 5',
      'Referrer 6',
    ])
    expect(sheet.rows[0]?.reason).toBe('Thank for naming a friend on Mon 23 Nov')
    expect((await page()).thanksBeyond).toBe(1)
    await shop.call('people.moveToBin', { id: idOf('Referrer 4') })
    expect(await listRows(week, 'thank')).toHaveLength(3)
  })
})

describe('second thoughts', () => {
  test('at most three, not who was promised something; who is to be dropped is not called meanwhile', async () => {
    const ruledOut = await addPerson('Ruled Out', { phone: '555 0101' })
    const promised = await addPerson('Ruled Out But Promised', { phone: '555 0102' })
    for (const personId of [ruledOut, promised])
      await shop.call('knowCard.qualify', { personId, question: 'need', answer: 'no' })
    await shop.call('touches.addNextStep', {
      uid: uid(),
      personId: promised,
      step: { what: 'the price', dueOn: '2026-11-25' },
    })
    await propose()
    expect(await listRows()).toEqual(['1 call Ruled Out But Promised', '2 decide Ruled Out'])
    const rows = await listRows()
    await propose()
    expect(await listRows()).toEqual(rows)
  })
})

test('who was tried six times without an answer is decided on, not called meanwhile', async () => {
  shop.clock.today = '2026-09-28'
  const pilar = await addPerson('Pilar Ortega', { phone: '555 0103' })
  shop.clock.today = '2026-11-23'
  for (const [happenedOn, channel] of [
    ['2026-10-01', 'phone'],
    ['2026-10-06', 'phone'],
    ['2026-10-12', 'text'],
    ['2026-10-20', 'phone'],
    ['2026-10-28', 'text'],
    ['2026-11-03', 'phone'],
  ] as const)
    await log(pilar, 'no answer', { happenedOn, channel })
  await propose()
  expect(await listRows()).toEqual(['1 decide Pilar Ortega'])
})

describe('by hand', () => {
  test('each list takes whom the owner puts there, until it is full', async () => {
    const ids: number[] = []
    for (let index = 1; index <= mostOf.decide + 1; index += 1)
      ids.push(await addPerson(`Person ${index}`, { focus: false }))
    await put(ids[0]!, 'call')
    await put(ids[0]!, 'thank')
    for (const id of ids.slice(0, mostOf.decide)) await put(id, 'decide')
    await expect(put(ids.at(-1)!, 'decide')).rejects.toMatchObject({
      code: 'sheet-section-full',
      facts: { most: mostOf.decide },
    })
    expect(await listRows()).toEqual([
      '1 call Person 1',
      '2 thank Person 1',
      '3 decide Person 1',
      '4 decide Person 2',
      '5 decide Person 3',
    ])
  })

  test('once printed, whoever is added takes the next number, whatever the list', async () => {
    await put(await addPerson('Ann', { focus: false }), 'greet')
    await print()
    await put(await addPerson('Bea', { focus: false }), 'call')
    expect(await listRows()).toEqual(['1 greet Ann', '2 call Bea'])
  })
})

describe('give before you ask', () => {
  test('something useful goes first until we gave more than we asked', async () => {
    const tom = await addPerson('Tom Abara', { phone: '555 0101' })
    const bringFirst = async (of: string) => (await propose(of)).rows[0]?.bringFirst
    expect(await bringFirst('2026-W48')).toBe(true)
    await log(tom, 'met', { gave: true, happenedOn: '2026-10-01' })
    expect(await bringFirst('2026-W49')).toBe(false)
    await log(tom, 'met', { asked: true, happenedOn: '2026-10-02' })
    expect(await bringFirst('2026-W50')).toBe(true)
  })
})

describe('where to be', () => {
  test('what is over by the day the sheet is made does not stand on it', async () => {
    const tom = await addPerson('Tom Abara', { phone: '555 0101' })
    const { id } = await shop.call('places.add', { uid: uid(), name: 'Chamber breakfast' })
    await shop.call('places.edit', { id, changes: { nextOn: '2026-11-24' } })
    await shop.call('places.addPerson', { uid: uid(), personId: tom, place: { id } })
    shop.clock.today = '2026-11-25'
    expect((await propose()).places).toEqual([])
  })

  test('what comes in the week stands on the sheet in the words of that day, and comes off', async () => {
    const tom = await addPerson('Tom Abara', { phone: '555 0101' })
    for (const [name, nextOn] of [
      ['Chamber breakfast', '2026-11-26'],
      ['Library evening', '2026-12-02'],
    ] as const) {
      const { id } = await shop.call('places.add', { uid: uid(), name })
      await shop.call('places.edit', { id, changes: { nextOn, nextBring: 'colour card' } })
      await shop.call('places.addPerson', { uid: uid(), personId: tom, place: { id } })
    }
    const { places } = await propose()
    expect(places.map((place) => place.words)).toEqual([
      'Chamber breakfast on Thu 26 Nov: Tom Abara goes. Bring: colour card.',
    ])
    await propose()
    expect((await page()).sheet.places).toEqual(places)
    await shop.call('callSheets.removePlace', { id: places[0]!.id })
    expect((await page()).sheet.places).toEqual([])
    await shop.call('app.undo', {})
    expect((await page()).sheet.places).toEqual(places)
  })
})

describe('blank rows', () => {
  test('stand on the next sheet once and say so; then the plan asks', async () => {
    const tom = await addPerson('Tom Abara', { phone: '555 0101' })
    const jim = await addPerson('Jim Petrakis', { phone: '555 0102' })
    await propose()
    await print()
    await log(jim, 'met')
    shop.clock.today = '2026-11-30'
    const second = await propose(nextWeek)
    expect(second.rows.map((row) => [row.name, row.reason.startsWith('Not done last week.')])).toEqual([
      ['Tom Abara', true],
      // Talked with on Monday: by the week's Saturday it is time again.
      ['Jim Petrakis', false],
    ])
    const first = await shop.call('callSheets.get', { week })
    expect(first?.rows.map((row) => [row.name, row.state])).toEqual([
      ['Tom Abara', 'rolled'],
      ['Jim Petrakis', 'open'],
    ])
    await print(nextWeek)
    shop.clock.today = '2026-12-07'
    await log(jim, 'met', { happenedOn: '2026-11-30' })
    const third = '2026-W50'
    await put(jim, 'call', third)
    expect((await page(third)).blankTwice).toMatchObject([{ personId: tom, name: 'Tom Abara' }])
    // Nobody is rolled over twice unasked.
    const reasons = (await propose(third)).rows.map((row) => row.reason)
    expect(reasons.filter((reason) => reason.startsWith('Not done last week'))).toEqual([])
  })

  /** Tom stood on two sheets and came back blank from both; he is not due by himself, for something is booked. */
  async function leaveBlankTwice() {
    const tom = await addPerson('Tom Abara', { phone: '555 0101' })
    await put(tom, 'call')
    await print()
    shop.clock.today = '2026-11-30'
    await put(tom, 'call', nextWeek)
    await print(nextWeek)
    shop.clock.today = '2026-12-07'
    await shop.call('touches.addNextStep', {
      uid: uid(),
      personId: tom,
      step: { dueOn: '2027-02-01', promised: false },
    })
    await put(await addPerson('Ann', { focus: false }), 'call', '2026-W50')
    expect((await page('2026-W50')).blankTwice.map((row) => row.personId)).toEqual([tom])
    return tom
  }

  test('asked, the owner puts them on again, and the row says where it comes from', async () => {
    const tom = await leaveBlankTwice()
    await put(tom, 'call', '2026-W50')
    const { sheet, blankTwice } = await page('2026-W50')
    expect(blankTwice).toEqual([])
    expect(sheet.rows.find((row) => row.personId === tom)?.reason).toMatch(/^Not done last week\./)
  })

  test('or leaves them off, is not asked again, and can take that back', async () => {
    const tom = await leaveBlankTwice()
    const letGo = () => shop.call('callSheets.letGo', { uid: uid(), week: '2026-W50', personId: tom })
    await letGo()
    expect((await page('2026-W50')).blankTwice).toEqual([])
    await propose('2026-W50')
    expect(await listRows('2026-W50')).toEqual(['1 call Ann'])
    await expect(letGo()).rejects.toMatchObject({ code: 'not-found' })
    await shop.call('app.undo', {})
    expect((await page('2026-W50')).blankTwice.map((row) => row.personId)).toEqual([tom])
  })

  test('who left the focus list, was tried, or may not be contacted was not left blank; unprinted rows never were', async () => {
    const gone = await addPerson('Gone', { phone: '555 0101' })
    const tried = await addPerson('Tried', { phone: '555 0102' })
    const never = await addPerson('Never', { phone: '555 0103' })
    await propose()
    expect(await listRows()).toHaveLength(3)
    shop.clock.today = '2026-11-30'
    const rolled = async () => (await propose(nextWeek)).rows.filter((row) => /^From/.test(row.reason))
    expect(await rolled()).toEqual([])
    await shop.call('app.undo', {})
    await print()
    await shop.call('focusList.leave', { personId: gone, as: 'dropped', reason: 'moved away' })
    await log(tried, 'no answer', { happenedOn: '2026-11-25' })
    await shop.call('people.setNeverContact', { id: never, never: true })
    expect(await rolled()).toEqual([])
  })

  test('of a sheet three weeks ago say so; of one last year nothing is heard', async () => {
    const tom = await addPerson('Tom Abara', { phone: '555 0101' })
    await put(tom, 'call', '2026-W45')
    await print('2026-W45')
    expect((await propose()).rows[0]?.reason).toMatch(/^Open since week 45\./)
    await shop.call('app.undo', {})
    const sqlite = new Database(shop.store.file)
    sqlite.exec("UPDATE call_sheets SET week = '2025-W45'")
    sqlite.close()
    expect((await propose()).rows[0]?.reason).not.toMatch(/^From/)
  })
})

describe('more promises than paper', () => {
  test('forty thousand due promises still make a sheet, the oldest first, and the rest is counted', async () => {
    const people = 40_000
    const sqlite = new Database(shop.store.file)
    sqlite.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${people})
      INSERT INTO people (uid, name, sort_name, created_at, created_on)
        SELECT 'p' || i, 'Person ' || i, 'person ' || i, '2026-01-01T00:00:00.000Z', '2026-01-01' FROM n;
      INSERT INTO next_steps (uid, person_id, due_on, created_on)
        SELECT 's' || id, id, date('2026-11-22', '-' || (id % 300) || ' days'), '2026-01-01' FROM people;`)
    sealRows(sqlite)
    sqlite.close()
    const { rows } = await propose()
    expect(rows).toHaveLength(mostOf.call)
    expect(new Set(rows.map((row) => row.reason))).toEqual(
      new Set(['You said you would be in touch by Tue 27 Jan 2026; now late']),
    )
    expect((await page()).promisesBeyond).toBe(people - mostOf.call)
    // Asked again there is no room, and nothing changes.
    expect((await propose()).rows).toEqual(rows)
  })
})
