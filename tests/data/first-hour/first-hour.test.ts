// The first hour below the screens: a typed list, picking the few, private people in no list, reasons that reach a sheet.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { say, setLanguage } from '../../../src/shared/messages/translate.ts'
import { importPaths, makeImportFolder } from '../../support/import-files.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore()
})
afterEach(() => store.close())

const row = (name: string, reach = '', note = '') => ({ uid: crypto.randomUUID(), name, reach, note })
const listNames = async (isPrivate = false) =>
  (await store.call('people.list', { isPrivate })).rows.map((person) => person.name)

describe('a typed list', () => {
  test('is one command: every row accounted for, one undo', async () => {
    const rows = [
      row('Nora Lindqvist', '415 555 0160', 'wants two gowns framed'),
      row('Tom Abara'),
      row('', 'ann@lee.example'),
      row('', '', 'nobody'),
    ]
    const { added, merged, rows: outcomes } = await store.call('firstHour.addMany', { rows })
    expect([added, merged]).toEqual([3, 0])
    expect(outcomes.map(({ uid, outcome }) => [uid, outcome])).toEqual(
      rows.map(({ uid }, at) => [uid, at === 3 ? 'skipped' : 'added']),
    )
    expect(say(outcomes[3]!.reason!)).toBe('There is no name in it.')
    expect(await listNames()).toEqual(['ann@lee.example', 'Nora Lindqvist', 'Tom Abara'])
    await store.call('app.undo', {})
    expect(await listNames()).toEqual([])
    await store.call('app.redo', {})
    expect((await listNames()).length).toBe(3)
  })

  test('knows who is here already by name and phone, and adds what is new about them', async () => {
    await store.call('people.add', {
      uid: crypto.randomUUID(),
      name: 'Nora Lindqvist',
      phone: '(415) 555-0160',
    })
    const { added, merged, rows } = await store.call('firstHour.addMany', {
      rows: [
        row('nora lindqvist', '4155550160, nora@studio.example', 'two gowns'),
        row('Nora Lindqvist', '415.555.0160'),
        row('Nora Lindqvist', '415 555 0999'),
      ],
    })
    expect([added, merged]).toEqual([1, 1])
    expect(rows.map((one) => one.outcome)).toEqual(['merged', 'skipped', 'added'])
    expect(say(rows[1]!.reason!)).toBe('here already, with nothing new')
  })

  test('sent twice, it is added once', async () => {
    const rows = [row('Nora Lindqvist'), row('Tom Abara', '555 0134')]
    await store.call('firstHour.addMany', { rows })
    const { added, rows: again } = await store.call('firstHour.addMany', { rows })
    expect(added).toBe(0)
    expect(again.map((one) => one.outcome)).toEqual(['skipped', 'skipped'])
    expect((await listNames()).length).toBe(2)
  })
})

describe('pick the few', () => {
  const addThree = () =>
    store.call('firstHour.addMany', {
      rows: [row('Plain'), row('Reached', '415 555 0160'), row('Noted', '', 'wants two gowns framed')],
    })
  const pickNext = async () => (await store.call('firstHour.toPick', {})).next

  test('those something is known of come first, and each decision is taken back by undo', async () => {
    await addThree()
    const noted = await pickNext()
    expect(noted).toMatchObject({ name: 'Noted', note: 'wants two gowns framed', reach: [] })
    await store.call('focusList.add', {
      uid: crypto.randomUUID(),
      personId: noted!.personId,
      whyNow: 'Wedding in May',
    })
    const reached = await pickNext()
    expect(reached).toMatchObject({ name: 'Reached', reach: ['415 555 0160'] })
    await store.call('firstHour.setAside', { personId: reached!.personId, as: 'later' })
    const plain = await pickNext()
    await store.call('firstHour.setAside', { personId: plain!.personId, as: 'private' })
    expect(await store.call('firstHour.toPick', {})).toEqual({
      total: 3,
      looked: 3,
      picked: 1,
      cap: 25,
      next: null,
    })
    for (const name of ['Plain', 'Reached', 'Noted']) {
      await store.call('app.undo', {})
      expect((await pickNext())?.name).toBe(name)
    }
    expect(await store.call('firstHour.toPick', {})).toMatchObject({ looked: 0, picked: 0 })
  })

  test('goes on where it stopped, and leaves out whoever is not to be contacted', async () => {
    await addThree()
    const first = await pickNext()
    await store.call('firstHour.setAside', { personId: first!.personId, as: 'later' })
    const second = await pickNext()
    await store.reopen('2026-11-24')
    expect(await pickNext()).toEqual(second)
    await store.call('people.setNeverContact', { id: second!.personId, never: true })
    expect((await pickNext())?.name).toBe('Plain')
    expect(await store.call('firstHour.toPick', {})).toMatchObject({ total: 2, looked: 1 })
  })

  test('who was dropped from the focus list is not asked about again', async () => {
    await addThree()
    const { personId } = (await pickNext())!
    await store.call('focusList.add', { uid: crypto.randomUUID(), personId })
    await store.call('focusList.leave', { personId, as: 'dropped', reason: 'No need' })
    expect((await pickNext())?.name).toBe('Reached')
  })
})

test('private people are in no list, picker, search, promise or sheet, and in the list of their own', async () => {
  const { id } = await store.call('people.add', {
    uid: crypto.randomUUID(),
    name: 'Rose Hollis',
    firmName: 'Hollis',
    phone: '415 555 0160',
    note: 'aunt',
  })
  const other = { uid: crypto.randomUUID(), name: 'Tom Abara', firmName: 'Oak', phone: '415 555 0160' }
  await store.call('people.add', other)
  await store.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
  await store.call('touches.addNextStep', {
    uid: crypto.randomUUID(),
    personId: id,
    step: { what: 'cake', dueOn: '2026-11-23' },
  })
  expect((await store.call('people.householdOffers', {})).length).toBe(1)
  await store.call('firstHour.setAside', { personId: id, as: 'private' })

  for (const sort of ['name', 'last touch', 'next step', 'newest'] as const) {
    const list = await store.call('people.list', { sort })
    expect([list.total, list.rows.map((person) => person.name)]).toEqual([1, ['Tom Abara']])
    expect((await store.call('people.order', { sort, isPrivate: true })).ids).toBe(String(id))
  }
  for (const search of ['rose', 'aunt', '0160']) {
    const found = await store.call('people.list', { search })
    expect(found.rows.map((person) => person.name)).not.toContain('Rose Hollis')
    const own = await store.call('people.list', { search, isPrivate: true })
    expect(own.rows.map((person) => person.name)).toEqual(['Rose Hollis'])
  }
  expect(await listNames(true)).toEqual(['Rose Hollis'])
  expect(await store.call('people.find', { typed: 'ro' })).toEqual([])
  expect(await store.call('people.find', { typed: '' })).toEqual([])
  expect(await store.call('people.householdOffers', {})).toEqual([])
  expect((await store.call('people.firms', {})).rows.map((firm) => [firm.name, firm.people])).toEqual([
    ['Hollis', 0],
    ['Oak', 1],
  ])
  expect((await store.call('focusList.get', {})).rows).toEqual([])
  expect((await store.call('today.get', {})).rows).toEqual([])
  expect(await store.call('touches.due', { until: '2026-12-01' })).toEqual([])
  expect((await store.call('firstHour.toPick', {})).next?.name).toBe('Tom Abara')
  await expect(proposeSheet(store, { uid: crypto.randomUUID(), week: '2026-W48' })).rejects.toMatchObject({
    code: 'sheet-empty',
  })

  await store.call('people.edit', { id, changes: { isPrivate: false } })
  expect(await listNames()).toEqual(['Rose Hollis', 'Tom Abara'])
  expect(await listNames(true)).toEqual([])
})

test('twenty typed names make a sheet of at least six different reasons', async () => {
  const notes = ['wants two gowns framed', 'new cafe on Oak Street', 'asked about mirrors', '']
  await store.call('firstHour.addMany', {
    rows: Array.from({ length: 20 }, (_, at) => row(`Person ${at}`, `415 555 01${10 + at}`, notes[at % 4])),
  })
  const why = ['Wedding in May', 'Opens in spring', 'Moves house in March']
  for (let at = 0; at < 12; at++) {
    const { next } = await store.call('firstHour.toPick', {})
    await store.call('focusList.add', {
      uid: crypto.randomUUID(),
      personId: next!.personId,
      whyNow: why[at] ?? '',
    })
  }
  const sheet = await proposeSheet(store, { uid: crypto.randomUUID(), week: '2026-W48' })
  expect(sheet.rows.length).toBe(12)
  const reasons = new Set(sheet.rows.map((one) => one.reason))
  expect([...reasons]).toEqual([...why, ...notes.slice(0, 3).map((note) => `Your note: ${note}`)])
})

test('labels of an address book are no note of the owner’s', async () => {
  const folder = makeImportFolder()
  await importPaths(store, [folder.write('a.csv', 'Name,Tags\nTom Abara,myContacts')])
  folder.remove()
  const { rows: people } = await store.call('people.list', {})
  const id = people[0]!.id
  await store.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
  const reasonOf = async () => (await store.call('focusList.get', {})).rows[0]!.reasons.map(say).join()
  expect(await reasonOf()).not.toContain('myContacts')
  setLanguage('pseudo')
  expect(await reasonOf()).not.toContain('myContacts')
  setLanguage('en')
  await store.call('people.edit', { id, changes: { note: 'likes walnut' } })
  expect(await reasonOf()).toBe('Your note: likes walnut')
})
