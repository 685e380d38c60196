// A week's sheet on a real file: proposed, proposed again, changed, printed, undone.

import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { addProspect, type NewProspect } from '../../support/add-prospect.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { addSheetRow, proposeSheet, saySheet } from '../../support/propose-sheet.ts'

let shop: TestStore
const week = '2026-W48'
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
})
afterEach(() => shop.close())

const addPerson = (name: string, more: NewProspect = {}) => addProspect(shop, name, more)

async function promise(personId: number, dueOn: string, what: string) {
  await shop.call('touches.addNextStep', { uid: uid(), personId, step: { dueOn, what, promised: true } })
}

/** For what no call sets yet: a connection of its own, where no undo is logged. */
function write(sql: string) {
  const sqlite = new Database(shop.store.file)
  sqlite.exec(sql)
  sqlite.close()
}

const propose = () => proposeSheet(shop, { uid: uid(), week })

async function names() {
  const sheet = await shop.call('callSheets.get', { week })
  return sheet?.rows.map((row) => `${row.position} ${row.name}`)
}

describe('proposing', () => {
  test('puts promises first, then as many as the hours hold, each with words, channel and history', async () => {
    await shop.call('settings.change', { callHoursPerDay: 0.5 })
    // 5 open days × half an hour at 15 minutes a touch: seven places.
    for (let index = 1; index <= 9; index += 1)
      await addPerson(`Person ${index}`, { phone: `555 010${index}` })
    const nora = await addPerson('Nora Lindqvist', { firmName: 'Lindqvist Weddings', focus: false })
    await promise(nora, '2026-11-27', 'walnut samples')
    await shop.call('people.edit', {
      id: nora,
      changes: { useful: 'both sizes in walnut', bestTime: 'before 10' },
    })
    await shop.call('people.saveContactPoint', { personId: nora, id: null, kind: 'phone', value: '555 0160' })
    await shop.call('touches.log', {
      uid: uid(),
      personId: nora,
      touch: { how: 'met', happenedOn: '2026-11-19' },
    })
    const sheet = await propose()
    expect(sheet.hours).toBe(2.5)
    expect(sheet.rows).toHaveLength(8)
    expect(sheet.rows[0]).toMatchObject({
      position: 1,
      name: 'Nora Lindqvist',
      firm: 'Lindqvist Weddings',
      promised: true,
      reason: 'Promised for Fri 27 Nov: walnut samples',
      bring: 'both sizes in walnut',
      channel: '555 0160, before 10',
      history: 'once in touch · Thu 19, met',
    })
    expect(sheet.rows[1]).toMatchObject({
      position: 2,
      name: 'Person 1',
      channel: '555 0101',
      history: '',
    })
    expect(sheet.rows.map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('asked again keeps ids, numbers and words, and adds only who is new', async () => {
    await addPerson('Tom Abara')
    await addPerson('Jim Petrakis')
    const first = await propose()
    await shop.call('callSheets.changeRow', { id: first.rows[0]!.id, reason: 'My own words' })
    await shop.call('callSheets.moveRow', { id: first.rows[1]!.id, to: 1 })
    const sam = await addPerson('Sam Duarte')
    await promise(sam, '2026-11-24', 'a visit')
    const second = await propose()
    expect(second.id).toBe(first.id)
    expect(second.rows.map((row) => [row.id, row.position, row.name, row.reason])).toEqual([
      [first.rows[1]!.id, 1, 'Jim Petrakis', first.rows[1]!.reason],
      [first.rows[0]!.id, 2, 'Tom Abara', 'My own words'],
      [second.rows[2]!.id, 3, 'Sam Duarte', 'Promised for Tue 24 Nov: a visit'],
    ])
    expect((await propose()).rows).toEqual(second.rows)
  })

  test('a firm without a name on record is someone at that firm', async () => {
    await addPerson('', { firmName: 'Harbor Inn' })
    expect((await propose()).rows[0]).toMatchObject({ name: 'Someone at Harbor Inn', firm: '' })
  })

  test('nobody due and no sheet yet is refused, and leaves nothing behind', async () => {
    await expect(propose()).rejects.toMatchObject({ code: 'sheet-empty' })
    expect(await shop.call('callSheets.list', {})).toEqual([])
  })

  test('a week that is none is refused', async () => {
    for (const call of ['callSheets.get', 'callSheets.page'] as const) {
      await expect(shop.call(call, { week: '2025-W53' })).rejects.toMatchObject({ code: 'bad-week' })
    }
    await expect(proposeSheet(shop, { uid: uid(), week: '2025-W53' })).rejects.toMatchObject({
      code: 'bad-week',
    })
    await expect(shop.call('callSheets.markPrinted', { week })).rejects.toMatchObject({
      code: 'sheet-not-found',
    })
  })

  test('closed days leave fewer hours, and are not offered to circle', async () => {
    await addPerson('Tom Abara')
    const closed = { uid: uid(), from: '2026-11-26', to: '2026-12-04', what: 'stock-taking' }
    await shop.call('settings.addClosedPeriod', closed)
    expect((await propose()).hours).toBe(3)
    const page = await shop.call('callSheets.page', { week })
    expect(page?.days).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
    expect(page?.monday).toBe('2026-11-23')
  })
})

describe('people to greet when they come in', () => {
  /** No hours for calls, so that nobody is called and all may be greeted. */
  beforeEach(async () => {
    await shop.call('settings.change', { callHoursPerDay: 0 })
  })

  test('follow the calls as short lines, numbered on; who has a phone is not among them', async () => {
    await addPerson('Tom Abara')
    await addPerson('Jim Petrakis', { phone: '555 0101' })
    const visits = await addPerson('Rosa Vidal', { phone: '555 0102' })
    await shop.call('people.edit', {
      id: visits,
      changes: { bestChannel: 'visit', useful: 'the blue sample' },
    })
    const nora = await addPerson('Nora Lindqvist')
    await promise(nora, '2026-11-24', 'walnut samples')
    const sheet = await propose()
    expect(sheet.rows.map(({ position, name, section }) => [position, name, section])).toEqual([
      [1, 'Nora Lindqvist', 'call'],
      [2, 'Tom Abara', 'greet'],
      [3, 'Rosa Vidal', 'greet'],
    ])
    expect(sheet.rows[2]).toMatchObject({ bring: 'the blue sample', promised: false })
    expect(sheet.rows[0]!.reason).toBe('Promised for Tue 24 Nov: walnut samples')
    // Nothing is known of them: the line stays empty.
    expect(sheet.rows.slice(1).map((row) => row.reason)).toEqual(['', ''])
    expect((await propose()).rows).toEqual(sheet.rows)
  })

  test('never who may not be contacted, is private, or was taken off', async () => {
    const never = await addPerson('Never Again')
    const hidden = await addPerson('Private One')
    await addPerson('Tom Abara')
    await shop.call('people.setNeverContact', { id: never, never: true })
    await shop.call('people.edit', { id: hidden, changes: { isPrivate: true } })
    const sheet = await propose()
    expect(sheet.rows.map((row) => row.name)).toEqual(['Tom Abara'])
    await shop.call('callSheets.removeRow', { id: sheet.rows[0]!.id })
    expect((await propose()).rows).toEqual([])
  })

  test('who is to be called after all is greeted no more; calls keep the first numbers until it prints', async () => {
    const tom = await addPerson('Tom Abara')
    await addPerson('Jim Petrakis')
    await addPerson('Sam Duarte')
    await propose()
    await promise(tom, '2026-11-24', 'a visit')
    const again = await propose()
    expect(again.rows.map(({ position, name, section }) => [position, name, section])).toEqual([
      [1, 'Tom Abara', 'call'],
      [2, 'Jim Petrakis', 'greet'],
      [3, 'Sam Duarte', 'greet'],
    ])
    await shop.call('callSheets.moveRow', { id: again.rows[2]!.id, to: 1 })
    expect(await names()).toEqual(['1 Tom Abara', '2 Sam Duarte', '3 Jim Petrakis'])
    await shop.call('app.undo', {})
    await shop.call('app.undo', {})
    const sheet = await shop.call('callSheets.get', { week })
    expect(sheet?.rows.every((row) => row.section === 'greet')).toBe(true)
    expect(sheet?.rows).toHaveLength(3)
  })
})

describe('who may never print', () => {
  test('do not contact, private and in the bin: not proposed, not added, and off a sheet made before', async () => {
    const [never, hidden, gone, stays] = [
      await addPerson('Never Again'),
      await addPerson('Quite Private'),
      await addPerson('In Thebin'),
      await addPerson('Still Here'),
    ]
    for (const id of [never, hidden, gone]) await promise(id, '2026-11-24', 'something')
    await propose()
    expect(await names()).toHaveLength(4)
    await shop.call('people.setNeverContact', { id: never, never: true, reason: 'asked' })
    write(`UPDATE people SET is_private = 1 WHERE id = ${hidden}`)
    await shop.call('people.moveToBin', { id: gone })
    expect(await names()).toEqual(['4 Still Here'])
    expect((await shop.call('callSheets.page', { week }))?.sheet.rows).toHaveLength(1)
    const next = await proposeSheet(shop, { uid: uid(), week: '2026-W49' })
    expect(next.rows.map((row) => row.personId)).toEqual([stays])
    const add = (personId: number) => addSheetRow(shop, { uid: uid(), week, personId })
    await expect(add(never)).rejects.toMatchObject({ code: 'do-not-contact' })
    await expect(add(hidden)).rejects.toMatchObject({ code: 'focus-private' })
    await expect(add(gone)).rejects.toMatchObject({ code: 'in-bin' })
  })
})

describe('changing rows', () => {
  test('a row taken off stays off until it is put back by hand', async () => {
    await addPerson('Tom Abara')
    const jim = await addPerson('Jim Petrakis')
    await addPerson('Sam Duarte')
    const sheet = await propose()
    await shop.call('callSheets.removeRow', { id: sheet.rows[1]!.id })
    expect(await names()).toEqual(['1 Tom Abara', '2 Sam Duarte'])
    await propose()
    expect(await names()).toEqual(['1 Tom Abara', '2 Sam Duarte'])
    await expect(shop.call('callSheets.removeRow', { id: sheet.rows[1]!.id })).rejects.toMatchObject({
      code: 'not-found',
    })
    await addSheetRow(shop, { uid: uid(), week, personId: jim })
    await addSheetRow(shop, { uid: uid(), week, personId: jim })
    expect(await names()).toEqual(['1 Tom Abara', '2 Sam Duarte', '3 Jim Petrakis'])
    expect((await shop.call('callSheets.get', { week }))?.rows[2]?.id).toBe(sheet.rows[1]!.id)
  })

  test('once printed, the numbers on paper stay', async () => {
    for (const name of ['Tom', 'Jim', 'Sam']) await addPerson(name)
    const sheet = await propose()
    await shop.call('callSheets.markPrinted', { week })
    await shop.call('callSheets.removeRow', { id: sheet.rows[2]!.id })
    await shop.call('callSheets.removeRow', { id: sheet.rows[0]!.id })
    const ann = await addPerson('Ann', { focus: false })
    await addSheetRow(shop, { uid: uid(), week, personId: ann })
    expect(await names()).toEqual(['2 Jim', '4 Ann'])
    await addSheetRow(shop, { uid: uid(), week, personId: sheet.rows[0]!.personId })
    expect(await names()).toEqual(['1 Tom', '2 Jim', '4 Ann'])
  })

  test('a row moves up, down and past the end', async () => {
    for (const name of ['A', 'B', 'C', 'D']) await addPerson(name)
    const [a, b, , d] = (await propose()).rows
    await shop.call('callSheets.moveRow', { id: d!.id, to: 1 })
    expect(await names()).toEqual(['1 D', '2 A', '3 B', '4 C'])
    await shop.call('callSheets.moveRow', { id: a!.id, to: 99 })
    expect(await names()).toEqual(['1 D', '2 B', '3 C', '4 A'])
    await shop.call('callSheets.moveRow', { id: b!.id, to: 2 })
    expect(await names()).toEqual(['1 D', '2 B', '3 C', '4 A'])
  })

  test('goal and hours are the owner’s, and hours decide how many fit', async () => {
    for (let index = 0; index < 6; index += 1) await addPerson(`Person ${index}`)
    const sheet = await propose()
    await shop.call('callSheets.removeRow', { id: sheet.rows[5]!.id })
    await shop.call('callSheets.changeGoal', { week, goal: 'six  spoken\nwith', hours: 0.5 })
    expect((await propose()).rows).toHaveLength(5)
    expect(await shop.call('callSheets.get', { week })).toMatchObject({ goal: 'six spoken with', hours: 0.5 })
  })

  test('proposed again, promises take no place from the rest', async () => {
    await promise(await addPerson('Promised', { focus: false }), '2026-11-25', 'samples')
    await addPerson('First')
    await propose()
    await shop.call('callSheets.changeGoal', { week, hours: 0.75 })
    for (let index = 0; index < 5; index += 1) await addPerson(`Person ${index}`)
    // Three quarters of an hour, 0.7 of it usable, at 15 minutes a touch: two places.
    const { rows } = await propose()
    expect(rows.filter((row) => row.section === 'call' && !row.promised)).toHaveLength(2)
  })

  test('somebody can be put on a week that has no sheet yet', async () => {
    const ann = await addPerson('Ann', { focus: false })
    await addSheetRow(shop, { uid: uid(), week, personId: ann })
    expect(await names()).toEqual(['1 Ann'])
  })
})

describe('undo', () => {
  test('takes every change back to the last byte of content', async () => {
    for (const name of ['Tom', 'Jim', 'Sam']) await addPerson(name)
    const hash = () => hashContent(shop.store.sqlite)
    const hashes = [await hash()]
    const sheet = await propose()
    const steps = [
      () => shop.call('callSheets.moveRow', { id: sheet.rows[2]!.id, to: 1 }),
      () => shop.call('callSheets.changeRow', { id: sheet.rows[0]!.id, learn: 'who decides?' }),
      () => shop.call('callSheets.removeRow', { id: sheet.rows[1]!.id }),
      () => shop.call('callSheets.changeGoal', { week, goal: 'three visits' }),
    ]
    for (const step of steps) {
      hashes.push(await hash())
      await step()
    }
    expect(new Set(hashes).size).toBe(5)
    for (const before of hashes.reverse()) {
      await shop.call('app.undo', {})
      expect(await hash()).toBe(before)
    }
    expect(await shop.call('callSheets.get', { week })).toBeNull()
  })

  test('leaves it known that the sheet was printed since', async () => {
    for (const name of ['Tom', 'Jim']) await addPerson(name)
    const sheet = await propose()
    await shop.call('callSheets.changeGoal', { week, goal: 'three visits' })
    await shop.call('callSheets.markPrinted', { week })
    await shop.call('app.undo', {})
    expect(await shop.call('callSheets.get', { week })).toMatchObject({ goal: '' })
    await shop.call('callSheets.removeRow', { id: sheet.rows[0]!.id })
    expect(await names()).toEqual(['2 Jim'])
  })

  test('proposing with nobody new leaves nothing to undo', async () => {
    await addPerson('Tom')
    await propose()
    await propose()
    await shop.call('app.undo', {})
    expect(await shop.call('callSheets.list', {})).toEqual([])
  })
})

describe('the page', () => {
  test('holds the open days as two letters, the shop, the paper, and what each row says of the past', async () => {
    await shop.call('settings.change', { shopName: 'Petersen Framing', openDays: [2, 3, 6], paper: 'A4' })
    const nora = await addPerson('Nora')
    const log = (how: 'met' | 'talked' | 'no answer' | 'message', happenedOn: string, more = {}) =>
      shop.call('touches.log', { uid: uid(), personId: nora, touch: { how, happenedOn, ...more } })
    await propose()
    const history = async () =>
      saySheet((await shop.call('callSheets.page', { week }))!.sheet).rows[0]?.history
    expect(await history()).toBe('')
    await log('no answer', '2026-11-20')
    expect(await history()).toBe('tried once')
    await log('talked', '2025-12-30')
    expect(await history()).toBe('once in touch · Tue 30 Dec 2025, talked')
    await log('met', '2026-10-30', { outcome: 'quote' })
    expect(await history()).toBe('2 times in touch · Fri 30 Oct, quote')
    await log('message', '2026-11-19', { direction: 'in' })
    expect(await history()).toBe('2 times in touch · Thu 19, wrote to us')
    const page = await shop.call('callSheets.page', { week, paper: 'Letter' })
    expect(page).toMatchObject({
      shop: 'Petersen Framing',
      paper: 'Letter',
      monday: '2026-11-23',
      printedOn: '2026-11-23',
    })
    expect(page?.days).toEqual(['2026-11-24', '2026-11-25', '2026-11-28'])
    expect((await shop.call('callSheets.page', { week }))?.paper).toBe('A4')
  })

  test('the list of sheets counts rows without those taken off', async () => {
    await addPerson('Tom')
    await addPerson('Jim')
    const sheet = await propose()
    await shop.call('callSheets.removeRow', { id: sheet.rows[0]!.id })
    expect(await shop.call('callSheets.list', {})).toMatchObject([
      { week, rows: 1, done: 0, printedAt: null },
    ])
  })
})
