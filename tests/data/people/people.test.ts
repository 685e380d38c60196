// People on a real data file: adding, editing, finding, the bin and households, each taken back again.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findDamagedRows, hashContent } from '../../../src/data/engine/row-hashes.ts'
import { countWrongSummaries } from '../../../src/data/engine/summaries.ts'
import { ownerTables } from '../../../src/data/engine/tables.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { sayHousehold } from '../../../src/shared/messages/say-household.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { weekOf } from '../../../src/shared/rules/days/weeks.ts'
import { hows } from '../../../src/shared/rules/touches/touch-kinds.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { addSheetRow, proposeSheet } from '../../support/propose-sheet.ts'
import { touchesIn } from '../../support/touches-in.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore()
})
afterEach(() => store.close())

type NewPerson = Partial<CallInput<'people.add'>>

async function add(person: NewPerson): Promise<number> {
  const { id } = await store.call('people.add', { uid: crypto.randomUUID(), name: '', ...person })
  return id
}

async function search(typed: string): Promise<string[]> {
  const { rows } = await store.call('people.list', { search: typed })
  return rows.map((row) => row.name || row.firm)
}

/** Logs a touch with a note. */
async function logTouch(personId: number, note: string, happenedOn = '2026-11-20'): Promise<void> {
  await store.call('touches.log', {
    uid: crypto.randomUUID(),
    personId,
    touch: { how: 'met', happenedOn, note },
  })
}

/** Writes a row no call of this area makes, past the log of undo. */
function writeBare(table: string, sql: string, ...bound: unknown[]): void {
  const { sqlite } = store.store
  sqlite.exec(`DROP TRIGGER temp.log_insert_${table}; DROP TRIGGER temp.log_update_${table}`)
  sqlite.prepare(sql).run(...bound)
}

const contentHash = () => hashContent(store.store.sqlite)

/** Runs a command and shows that undo restores the content exactly, and redo brings it back. */
async function expectUndoRestores(command: () => Promise<unknown>): Promise<void> {
  const before = contentHash()
  await command()
  const after = contentHash()
  expect(after).not.toBe(before)
  await store.call('app.undo', {})
  expect(contentHash()).toBe(before)
  await store.call('app.redo', {})
  expect(contentHash()).toBe(after)
}

function expectSound(): void {
  const { sqlite } = store.store
  for (const table of ownerTables) expect(findDamagedRows(sqlite, table), table).toEqual([])
  expect(countWrongSummaries(sqlite)).toBe(0)
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
}

describe('adding', () => {
  test('a name alone is enough', async () => {
    const id = await add({ name: '  lady with the whippet ' })
    const person = await store.call('people.get', { id })
    expect(person.name).toBe('lady with the whippet')
    expect(person.createdOn).toBe('2026-11-23')
    expect(person.firm).toBeNull()
    expect(person.contactPoints).toEqual([])
  })

  test('a firm alone is enough, and the person stands in the list under it', async () => {
    const id = await add({ firmName: 'Harbor Inn' })
    await add({ name: 'Gus' })
    await add({ name: 'Ida' })
    const { rows } = await store.call('people.list', {})
    expect(rows.map((row) => row.name || row.firm)).toEqual(['Gus', 'Harbor Inn', 'Ida'])
    expect((await store.call('people.get', { id })).name).toBe('')
  })

  test('nobody at all is refused', async () => {
    await expect(add({ name: ' ', firmName: '\t' })).rejects.toMatchObject({ code: 'person-needs-name' })
    expect((await store.call('people.list', {})).total).toBe(0)
  })

  test('firms are found again by folded name', async () => {
    await add({ name: 'A', firmName: 'Café Größe' })
    await add({ name: 'B', firmName: 'cafe  GROSSE' })
    const firms = (await store.call('people.firms', {})).rows
    expect(firms).toMatchObject([{ name: 'Café Größe', kind: 'business', people: 2 }])
  })

  test('phone and mail are kept as typed and compared in one form', async () => {
    await store.call('settings.change', { country: 'US' })
    const id = await add({ name: 'Nora', phone: '(415) 555-0160', email: 'Nora@Example.COM' })
    const { contactPoints } = await store.call('people.get', { id })
    expect(contactPoints).toMatchObject([
      { kind: 'phone', value: '(415) 555-0160' },
      { kind: 'email', value: 'Nora@Example.COM' },
    ])
    const normalised = store.store.sqlite
      .prepare('SELECT normalised FROM contact_points ORDER BY id')
      .pluck()
      .all()
    expect(normalised).toEqual(['+14155550160', 'nora@example.com'])
  })

  test('opens no pursuit', async () => {
    await add({ name: 'Nora' })
    expect(store.store.sqlite.prepare('SELECT count(*) FROM pursuits').pluck().get()).toBe(0)
  })

  test('undo takes back the person, the firm and the contact points', () =>
    expectUndoRestores(() =>
      add({ name: 'Nora', firmName: 'Lindqvist Weddings', phone: '555 0160', note: 'oak' }),
    ))

  test('the same command twice adds one', async () => {
    const input = { uid: crypto.randomUUID(), name: 'Nora' }
    const first = await store.call('people.add', input, { commandId: 'c1' })
    const again = await store.call('people.add', input, { commandId: 'c1' })
    expect(again).toEqual(first)
    expect((await store.call('people.list', {})).total).toBe(1)
  })

  test('the same person sent again after an unknown outcome is one', async () => {
    const input = { uid: crypto.randomUUID(), name: 'Nora', phone: '555 0160' }
    const first = await store.call('people.add', input)
    expect(await store.call('people.add', { ...input, name: 'Nora L' })).toEqual(first)
    await store.call('app.undo', {})
    expect((await store.call('people.list', {})).total).toBe(0)
  })
})

describe('editing', () => {
  test('changes one field and leaves the rest', async () => {
    const id = await add({ name: 'Nora', note: 'likes oak', source: 'market' })
    await store.call('people.edit', {
      id,
      changes: { useful: 'colour card', decides: true, birthday: '--04-12' },
    })
    expect(await store.call('people.get', { id })).toMatchObject({
      name: 'Nora',
      note: 'likes oak',
      source: 'market',
      useful: 'colour card',
      decides: true,
      birthday: '--04-12',
    })
    await store.call('people.edit', { id, changes: { decides: null, birthday: null } })
    expect(await store.call('people.get', { id })).toMatchObject({ decides: null, birthday: null })
  })

  test('an emptied name is refused without a firm, taken with one', async () => {
    const id = await add({ name: 'Nora' })
    await expect(store.call('people.edit', { id, changes: { name: ' ' } })).rejects.toMatchObject({
      code: 'person-needs-name',
    })
    await store.call('people.edit', { id, changes: { firmName: 'Harbor Inn' } })
    await store.call('people.edit', { id, changes: { name: '' } })
    await expect(store.call('people.edit', { id, changes: { firmName: '' } })).rejects.toMatchObject({
      code: 'person-needs-name',
    })
  })

  test('a new name is found and sorted by, the old one no longer', async () => {
    const id = await add({ name: 'Nora Lindqvist' })
    await store.call('people.edit', { id, changes: { givenName: 'Nora', familyName: 'Lindqvist' } })
    await store.call('people.edit', { id, changes: { name: 'Nora Berg' } })
    expect(await search('lindqvist')).toEqual([])
    expect(await search('berg')).toEqual(['Nora Berg'])
    expect(await store.call('people.get', { id })).toMatchObject({ givenName: 'Nora', familyName: '' })
  })

  test('a firm that nobody is left in goes, one with others stays', async () => {
    const one = await add({ name: 'A', firmName: 'Oak & Co' })
    const two = await add({ name: 'B', firmName: 'Oak & Co' })
    await store.call('people.edit', { id: one, changes: { firmName: '' } })
    expect((await store.call('people.firms', {})).rows).toMatchObject([{ people: 1 }])
    await store.call('people.edit', { id: two, changes: { firmName: 'Elm' } })
    expect((await store.call('people.firms', {})).rows).toMatchObject([{ name: 'Elm' }])
  })

  test('renaming a firm moves and finds those who have no other name', async () => {
    const id = await add({ firmName: 'Harbor Inn' })
    const { firm } = await store.call('people.get', { id })
    await store.call('people.saveFirm', { id: firm!.id, name: 'Anchor Inn' })
    expect(await search('anchor')).toEqual(['Anchor Inn'])
    expect(await search('harbor')).toEqual([])
  })

  test('a renamed firm is found by its new name in those who have a name of their own, and no more by the old', async () => {
    const id = await add({ name: 'Nora Lindqvist', firmName: 'Harbor Inn' })
    await add({ firmName: 'Harbor Inn' })
    const { firm } = await store.call('people.get', { id })
    await store.call('people.saveFirm', { id: firm!.id, name: 'Anchor Inn' })
    expect(await search('anchor')).toEqual(['Anchor Inn', 'Nora Lindqvist'])
    expect(await search('harbor')).toEqual([])
    const { rows } = await store.call('people.list', {})
    expect(rows.map((row) => row.name || row.firm)).toEqual(['Anchor Inn', 'Nora Lindqvist'])
    await store.call('app.undo', {})
    expect(await search('harbor')).toEqual(['Harbor Inn', 'Nora Lindqvist'])
  })

  test('contact points are added, changed, removed, and found by', async () => {
    const id = await add({ name: 'Nora' })
    const point = await store.call('people.saveContactPoint', {
      personId: id,
      id: null,
      kind: 'phone',
      value: '555 0160',
    })
    expect(await search('0160')).toEqual(['Nora'])
    await store.call('people.saveContactPoint', {
      personId: id,
      id: point.id,
      kind: 'phone',
      value: '555 0177',
    })
    expect(await search('0160')).toEqual([])
    expect(await search('0177')).toEqual(['Nora'])
    await store.call('people.removeContactPoint', { id: point.id })
    expect(await search('0177')).toEqual([])
    await expect(
      store.call('people.saveContactPoint', { personId: id, id: null, kind: 'phone', value: '  ' }),
    ).rejects.toMatchObject({ code: 'bad-input' })
    await expect(store.call('people.removeContactPoint', { id: point.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('undo restores after each kind of change', async () => {
    const id = await add({ name: 'Nora', firmName: 'Oak & Co', phone: '555 0160' })
    const { contactPoints, firm } = await store.call('people.get', { id })
    const phone = contactPoints[0]!
    await expectUndoRestores(() =>
      store.call('people.edit', { id, changes: { name: 'Nora B', firmName: 'Elm', note: 'x' } }),
    )
    await store.call('app.undo', {})
    await expectUndoRestores(() =>
      store.call('people.saveFirm', { id: firm!.id, name: 'Oak and Co', kind: 'club' }),
    )
    await expectUndoRestores(() =>
      store.call('people.saveContactPoint', { personId: id, id: phone.id, kind: 'phone', value: '555 0177' }),
    )
    await expectUndoRestores(() => store.call('people.removeContactPoint', { id: phone.id }))
    await expectUndoRestores(() => store.call('people.setConsent', { id, channel: 'email', answer: 'yes' }))
    await expectUndoRestores(() => store.call('people.setNeverContact', { id, never: true, reason: 'asked' }))
    await expectUndoRestores(() => store.call('people.moveToBin', { id }))
    await expectUndoRestores(() => store.call('people.bringBack', { id }))
    expectSound()
  })

  test('the last answer about a channel holds, with its day', async () => {
    const id = await add({ name: 'Nora' })
    await store.call('people.setConsent', { id, channel: 'email', answer: 'yes', how: 'at the breakfast' })
    store.clock.today = '2026-11-24'
    await store.call('people.setConsent', { id, channel: 'email', answer: 'no' })
    await store.call('people.setConsent', { id, channel: 'phone', answer: 'yes' })
    const { consents } = await store.call('people.get', { id })
    expect(consents).toEqual([
      { channel: 'email', answer: 'no', saidOn: '2026-11-24', how: '' },
      { channel: 'phone', answer: 'yes', saidOn: '2026-11-24', how: '' },
    ])
  })

  test('do not contact and private leave the focus list', async () => {
    const one = await add({ name: 'Nora' })
    const two = await add({ name: 'Tom' })
    for (const personId of [one, two])
      await store.call('focusList.add', { uid: crypto.randomUUID(), personId })
    await store.call('people.setNeverContact', { id: one, never: true, reason: 'asked us' })
    await store.call('people.edit', { id: two, changes: { isPrivate: true } })
    const nora = await store.call('people.get', { id: one })
    expect(nora).toMatchObject({ focus: null, neverContactOn: '2026-11-23', neverContactReason: 'asked us' })
    expect(await store.call('people.get', { id: two })).toMatchObject({ focus: null, isPrivate: true })
    await store.call('people.setNeverContact', { id: one, never: false })
    expect(await store.call('people.get', { id: one })).toMatchObject({
      neverContactOn: null,
      neverContactReason: '',
    })
    expectSound()
  })

  test('touches are counted, not kept: ours, attempts, gives', async () => {
    const id = await add({ name: 'Nora' })
    const log = (touch: CallInput<'touches.log'>['touch']) =>
      store.call('touches.log', { uid: crypto.randomUUID(), personId: id, touch })
    await log({ how: 'met', gave: true, happenedOn: '2026-11-10' })
    await log({ how: 'no answer', happenedOn: '2026-11-20' })
    await log({ how: 'message', direction: 'in', happenedOn: '2026-11-18' })
    expect(await store.call('people.get', { id })).toMatchObject({
      touches: 1,
      attempts: 1,
      gives: 1,
      asks: 0,
      lastTouchOn: '2026-11-18',
    })
  })

  test('a give and an ask are what they could notice, whoever came to whom: on the page, its filter, the week, the sheet and the views', async () => {
    const id = await add({ name: 'Nora' })
    await store.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
    for (const how of ['no answer', 'talked'] as const) {
      for (const direction of ['out', 'in'] as const) {
        const touch = { how, direction, gave: true, asked: how === 'no answer' }
        await store.call('touches.log', { uid: crypto.randomUUID(), personId: id, touch })
      }
    }
    expect(await store.call('people.get', { id })).toMatchObject({ gives: 2, asks: 0 })
    const shown = await store.call('touches.timeline', { personId: id, show: 'gives' })
    expect(shown.entries).toHaveLength(2)
    const week = weekOf(store.clock.today)
    expect((await store.call('weekReview.get', { week })).numbers).toMatchObject({ gives: 2, asks: 0 })
    const sums = store.store.readerSqlite.prepare(
      'SELECT sum(gave) AS gives, sum(asked) AS asks FROM report_touches',
    )
    expect(sums.get()).toEqual({ gives: 2, asks: 0 })
    const { rows } = await proposeSheet(store, { uid: crypto.randomUUID(), week: '2026-W49' })
    expect(rows[0]).toMatchObject({ bringFirst: false })
  })

  test('page, focus list, people list and report views count every kind alike', async () => {
    const id = await add({ name: 'Nora' })
    await store.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
    for (const how of hows) {
      for (const direction of ['out', 'in'] as const) {
        const touch = { how, direction }
        await store.call('touches.log', { uid: crypto.randomUUID(), personId: id, touch })
      }
    }
    const page = await store.call('people.get', { id })
    const [onList] = (await store.call('focusList.get', {})).rows
    const [inPeople] = (await store.call('people.list', {})).rows
    expect([page.touches, page.attempts]).toEqual([6, 1])
    expect([onList?.touches, onList?.attempts]).toEqual([6, 1])
    expect(inPeople?.touches).toBe(6)
    const touches = touchesIn(await store.call('touches.timeline', { personId: id }))
    const reported = store.store.sqlite
      .prepare('SELECT id, counts FROM report_touches ORDER BY id DESC')
      .all()
    expect(touches.map((touch) => ({ id: touch.id, counts: touch.counts }))).toEqual(reported)
  })

  test('others at the firm are listed', async () => {
    const id = await add({ name: 'Nora', firmName: 'Oak & Co' })
    const other = await add({ name: 'Tom', firmName: 'Oak & Co' })
    expect((await store.call('people.get', { id })).firmPeople).toEqual([
      { id: other, name: 'Tom', firm: 'Oak & Co' },
    ])
  })

  test('somebody who is not there is said so', async () => {
    await expect(store.call('people.get', { id: 99 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(store.call('people.edit', { id: 99, changes: {} })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('finding', () => {
  test.each([
    ['Søren Kierkegaard', 'soren'],
    ['Søren Kierkegaard', 'SØREN kier'],
    ['Łukasz Żak', 'lukasz zak'],
    ['Anna Straße', 'strasse'],
    ['Anna Strasse', 'straße'],
    ['Þór Ægisson', 'thor aegi'],
    ['Zoë O’Brien', 'zoe obrien'],
    ['Zoë O’Brien', "o'brien"],
    ['山田太郎', '田太'],
    ['山田太郎', '山田'],
    ['김민준', '민준'],
    ['Ирина Петрова', 'петр'],
  ])('%s by %s', async (name, typed) => {
    await add({ name })
    await add({ name: 'Somebody Else' })
    expect(await search(typed)).toEqual([name])
  })

  test('by firm, mail, digits at the start and at the end of a phone', async () => {
    await store.call('settings.change', { country: 'US' })
    await add({
      name: 'Nora',
      firmName: 'Lindqvist Weddings',
      phone: '(415) 555-0160',
      email: 'nora@lindqvist.example',
    })
    await add({ name: 'Tom', phone: '415 555 0161' })
    for (const typed of [
      'weddings',
      'nora@lind',
      'lindqvist.example',
      '0160',
      '555-0160',
      '4155550160',
      '+14155550160',
    ]) {
      expect(await search(typed), typed).toEqual(['Nora'])
    }
    expect(await search('(415)')).toHaveLength(2)
  })

  test('by their own notes, showing the piece', async () => {
    await add({ name: 'Nora', note: 'Brings her own walnut to the workshop' })
    const tom = await add({ name: 'Tom' })
    await store.call('people.edit', { id: tom, changes: { useful: 'the walnut supplier’s address' } })
    await add({ name: 'Ida', phone: '555 0160' })
    const { rows } = await store.call('people.list', { search: 'waln' })
    expect(rows.map((row) => [row.name, row.matchedNote])).toEqual([
      ['Tom', 'the walnut supplier’s address'],
      ['Nora', 'Brings her own walnut to the workshop'],
    ])
    const byPhone = await store.call('people.list', { search: '0160' })
    expect(byPhone.rows[0]).toMatchObject({ name: 'Ida', matchedNote: '' })
  })

  test('by the notes of touches, once each, after those found by name', async () => {
    const nora = await add({ name: 'Nora' })
    const otto = await add({ name: 'Otto Oakley' })
    await logTouch(nora, 'asked about oak frames')
    await logTouch(nora, 'oak again')
    await logTouch(otto, 'oak')
    const { rows } = await store.call('people.list', { search: 'oak' })
    expect(rows.map((row) => [row.name, row.matchedNote])).toEqual([
      ['Otto Oakley', ''],
      ['Nora', 'oak again'],
    ])
  })

  test('names that begin so come first, then other words of the name, then the rest', async () => {
    await add({ name: 'Zed', note: 'knows Mara' })
    await add({ name: 'Anton Maran' })
    await add({ name: 'Maria' })
    await add({ name: 'Marc' })
    expect(await search('mar')).toEqual(['Marc', 'Maria', 'Anton Maran', 'Zed'])
  })

  test('one letter searches too', async () => {
    const nora = await add({ name: 'Nora' })
    await add({ name: 'Tom' })
    await logTouch(nora, 'a quiet talk')
    expect(await search('n')).toEqual(['Nora'])
    expect(await search('q')).toEqual([])
  })

  test('what is typed is never a search expression or code', async () => {
    await add({ name: '<img src=x onerror=alert(1)>' })
    await add({ name: "Robert'); DROP TABLE people;--" })
    await add({ name: 'plain' })
    expect(await search('<img src=x onerror')).toEqual(['<img src=x onerror=alert(1)>'])
    expect(await search("'); DROP TABLE")).toEqual(["Robert'); DROP TABLE people;--"])
    for (const typed of [
      '"',
      '*',
      '" OR 1',
      'names:',
      'NEAR(a b)',
      'a AND',
      '^',
      '%',
      '_',
      '()',
      '\\',
      '{names} : x',
      '-',
    ]) {
      await expect(search(typed), typed).resolves.toBeInstanceOf(Array)
    }
    expect((await store.call('people.list', {})).total).toBe(3)
  })

  test('signs alone find nobody, blanks show everyone', async () => {
    await add({ name: 'Nora' })
    expect(await search('!!')).toEqual([])
    expect(await search('   ')).toEqual(['Nora'])
  })

  test('says when there are more than it shows', async () => {
    for (let index = 0; index < 210; index++) await add({ name: `Mara ${index}` })
    const found = await store.call('people.list', { search: 'mara', limit: 500 })
    expect(found).toMatchObject({ total: 200, more: true })
    expect(new Set(found.rows.map((row) => row.id)).size).toBe(200)
    const second = await store.call('people.list', { search: 'mara', offset: 150, limit: 100 })
    expect(second.rows.map((row) => row.id)).toEqual(found.rows.slice(150).map((row) => row.id))
    const { ids } = await store.call('people.order', { search: 'mara' })
    expect(ids).toBe(found.rows.map((row) => row.id).join(' '))
    const few = await store.call('people.list', { search: 'mara 20', limit: 500 })
    expect(few).toMatchObject({ total: 11, more: false })
  })
})

describe('the list', () => {
  test('pages in every order', async () => {
    const ids: number[] = []
    for (const name of ['Érik', 'Ada', 'Zoe', 'Dan', 'Ängel']) ids.push(await add({ name }))
    const [erik, ada, zoe, dan, angel] = ids as [number, number, number, number, number]
    await logTouch(zoe, '', '2026-11-01')
    await logTouch(dan, '', '2026-11-10')
    await store.call('touches.addNextStep', {
      uid: crypto.randomUUID(),
      personId: erik,
      step: { dueOn: '2026-12-01' },
    })
    const order = async (sort: NonNullable<CallInput<'people.list'>['sort']>) => {
      const pages = []
      for (const offset of [0, 2, 4]) pages.push(await store.call('people.list', { sort, offset, limit: 2 }))
      expect(pages.every((page) => page.total === 5)).toBe(true)
      const paged = pages.flatMap((page) => page.rows.map((row) => row.id))
      const { ids } = await store.call('people.order', { sort })
      expect(ids.split(' ').map(Number)).toEqual(paged)
      return paged
    }
    expect(await order('name')).toEqual([ada, angel, dan, erik, zoe])
    expect((await order('last touch')).slice(0, 2)).toEqual([dan, zoe])
    expect((await order('next step'))[0]).toBe(erik)
    expect(await order('newest')).toEqual([angel, dan, zoe, ada, erik])
    const { rows } = await store.call('people.list', { sort: 'last touch', limit: 1 })
    expect(rows[0]).toMatchObject({ lastTouchOn: '2026-11-10', touches: 1, onFocusList: false })
  })

  test('shows the firm’s phone for those who have none', async () => {
    const id = await add({ name: 'Nora', firmName: 'Oak & Co' })
    await add({ name: 'Tom', firmName: 'Oak & Co', phone: '555 0177' })
    const { firm } = await store.call('people.get', { id })
    writeBare(
      'contact_points',
      "INSERT INTO contact_points (uid, firm_id, kind, value, normalised) VALUES ('c', ?, 'phone', '555 0100', '5550100')",
      firm!.id,
    )
    const { rows } = await store.call('people.list', {})
    expect(rows.map((row) => row.phone)).toEqual(['555 0100', '555 0177'])
  })
})

describe('the picker', () => {
  test('two letters of any word of a name, the focus list first', async () => {
    await add({ name: 'Linda' })
    const nora = await add({ name: 'Nora Lindqvist' })
    await add({ firmName: 'Lino Works' })
    await add({ name: 'Zed', note: 'linen' })
    await store.call('focusList.add', { uid: crypto.randomUUID(), personId: nora })
    const rows = await store.call('people.find', { typed: 'li' })
    expect(rows.map((row) => row.name || row.firm)).toEqual(['Nora Lindqvist', 'Linda', 'Lino Works'])
    expect((await store.call('people.find', { typed: '' })).map((row) => row.name)).toEqual([
      'Nora Lindqvist',
    ])
    await store.call('people.moveToBin', { id: nora })
    expect((await store.call('people.find', { typed: 'li' })).map((row) => row.name || row.firm)).toEqual([
      'Linda',
      'Lino Works',
    ])
    expect(await store.call('people.find', { typed: '' })).toEqual([])
  })
})

describe('the bin', () => {
  test('lets what is known be put right, and what they refused; nothing else is done with who is in it', async () => {
    const id = await add({ name: 'Nora' })
    const other = await add({ name: 'Tom' })
    const uid = () => crypto.randomUUID()
    await store.call('people.moveToBin', { id })
    await store.call('people.edit', { id, changes: { note: 'tall' } })
    await store.call('people.setNeverContact', { id, never: true, reason: 'asked' })
    await store.call('people.setNeverContact', { id, never: false })
    const before = hashContent(store.store.sqlite)
    const personId = id
    for (const act of [
      () => store.call('touches.log', { uid: uid(), personId, touch: { how: 'met' } }),
      () => store.call('touches.logToMany', { uid: uid(), personIds: [other, id], touch: { how: 'letter' } }),
      () => store.call('touches.addNextStep', { uid: uid(), personId, step: { dueOn: '2026-12-01' } }),
      () => store.call('focusList.add', { uid: uid(), personId }),
      () => store.call('focusList.notNow', { personId, reason: 'full', revisitOn: '2027-01-01' }),
      () => store.call('knowCard.answer', { personId, question: 'why', words: 'x' }),
      () => store.call('knowCard.qualify', { personId, question: 'need', answer: 'yes' }),
      () => store.call('places.addPerson', { uid: uid(), personId, place: { name: 'Club' } }),
      () => addSheetRow(store, { uid: uid(), week: '2026-W48', personId }),
      () => store.call('referrals.linkReferrer', { personId, referrerId: other }),
      () => store.call('duplicates.merge', { keptId: other, goneId: id }),
      () => store.call('duplicates.merge', { keptId: id, goneId: other }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'in-bin', facts: { name: 'Nora' } })
    }
    expect(hashContent(store.store.sqlite)).toBe(before)
  })

  test('people in it vanish from lists, search and pickers, and come back whole', async () => {
    const id = await add({ name: 'Nora', phone: '555 0160', note: 'oak' })
    await logTouch(id, 'walnut')
    await store.call('people.moveToBin', { id })
    expect((await store.call('people.list', {})).total).toBe(0)
    for (const typed of ['nora', '0160', 'oak', 'walnut']) expect(await search(typed)).toEqual([])
    expect(await store.call('people.bin', {})).toMatchObject([{ id, name: 'Nora' }])
    await store.call('people.bringBack', { id })
    for (const typed of ['nora', '0160', 'oak', 'walnut'])
      expect(await search(typed), typed).toEqual(['Nora'])
    expect(await store.call('people.bin', {})).toEqual([])
  })

  test('twice is refused', async () => {
    const id = await add({ name: 'Nora' })
    await store.call('people.moveToBin', { id })
    await expect(store.call('people.moveToBin', { id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a clock that is months ahead for a day deletes nobody, and forgets no undo', async () => {
    const id = await add({ name: 'Nora' })
    await store.call('people.moveToBin', { id })
    await store.reopen('2027-06-01')
    expect(await store.call('people.bin', {})).toHaveLength(1)
    await add({ name: 'Tom' })
    await store.reopen('2026-11-24')
    await store.reopen('2027-06-02')
    expect(await store.call('people.bin', {})).toHaveLength(1)
    await store.call('app.undo', {})
    await store.call('app.undo', {})
    expect(await search('nora')).toEqual(['Nora'])
    // Work all along is no slip of the clock.
    await store.call('people.moveToBin', { id })
    store.workOn(...Array.from({ length: 18 }, (_, index) => addDays('2026-11-24', 14 * (index + 1))))
    await store.reopen('2027-08-02')
    expect(await store.call('people.bin', {})).toEqual([])
  })

  test('after thirty days all that hangs on them is gone, and nothing else', async () => {
    await add({ name: 'Tom', firmName: 'Oak & Co', phone: '555 0177' })
    const withoutNora = contentHash()
    const nora = await add({ name: 'Nora Canary', firmName: 'Oak & Co', phone: '555 0160' })
    await logTouch(nora, 'canary note')
    await store.call('touches.addNextStep', {
      uid: crypto.randomUUID(),
      personId: nora,
      step: { dueOn: '2026-12-01' },
    })
    await store.call('focusList.add', { uid: crypto.randomUUID(), personId: nora })
    await store.call('people.setConsent', { id: nora, channel: 'email', answer: 'yes' })
    await store.call('people.moveToBin', { id: nora })

    await store.reopen('2026-12-22')
    expect(contentHash()).not.toBe(withoutNora)
    store.workOn('2026-12-24', '2026-12-25')
    await store.reopen('2026-12-25')
    expect(contentHash()).toBe(withoutNora)
    expectSound()
    const images = store.store.sqlite.prepare("SELECT count(*) FROM row_images WHERE image LIKE '%anary%'")
    expect(images.pluck().get()).toBe(0)
    expect(await search('canary')).toEqual([])
    expect(await search('tom')).toEqual(['Tom'])
    await expect(store.call('people.get', { id: nora })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('an undo of something about them cannot be redone once they are gone', async () => {
    const nora = await add({ name: 'Nora' })
    await store.call('people.moveToBin', { id: nora })
    await store.reopen('2026-12-10')
    await store.call('people.edit', { id: nora, changes: { note: 'oak' } })
    await store.call('app.undo', {})
    store.workOn('2026-12-24', '2026-12-25')
    await store.reopen('2026-12-25')
    expect(await store.call('app.history', {})).toEqual({ undo: null, redo: null })
    await expect(store.call('app.redo', {})).rejects.toMatchObject({ code: 'nothing-to-redo' })
  })

  test('once they are gone, undo goes back as far as it can and no further', async () => {
    const nora = await add({ name: 'Nora' })
    await store.call('people.moveToBin', { id: nora })
    await store.reopen('2026-12-10')
    const tom = await add({ name: 'Tom' })
    const kim = await add({ name: 'Kim' })
    const personIds = [nora, tom, kim]
    await store.call('people.answerHousehold', { personIds, together: false, called: 'Lindqvist household' })
    await store.call('people.edit', { id: tom, changes: { note: 'oak' } })
    store.workOn('2026-12-24', '2026-12-25')
    await store.reopen('2026-12-25')
    await store.call('app.undo', {})
    expect((await store.call('people.get', { id: tom })).note).toBe('')
    await expect(store.call('app.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
    expectSound()
  })

  test('a phone taken from them in the bin is forgotten with them', async () => {
    const nora = await add({ name: 'Nora', phone: '555 0160' })
    await store.call('people.moveToBin', { id: nora })
    await store.reopen('2026-12-10')
    const [phone] = (await store.call('people.get', { id: nora })).contactPoints
    await store.call('people.removeContactPoint', { id: phone!.id })
    store.workOn('2026-12-24', '2026-12-25')
    await store.reopen('2026-12-25')
    const images = store.store.sqlite.prepare("SELECT count(*) FROM row_images WHERE image LIKE '%0160%'")
    expect(images.pluck().get()).toBe(0)
    await expect(store.call('app.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
  })

  test('a row of somebody else that pointed at them stays, without the pointer', async () => {
    const nora = await add({ name: 'Nora' })
    const tom = await add({ name: 'Tom' })
    await logTouch(tom, 'about her frames')
    writeBare('jobs', "INSERT INTO jobs (id, uid, person_id) VALUES (7, 'j', ?)", nora)
    writeBare('touches', 'UPDATE touches SET job_id = 7 WHERE person_id = ?', tom)
    await store.call('people.moveToBin', { id: nora })
    store.workOn('2026-12-24', '2026-12-25')
    await store.reopen('2026-12-25')
    const touches = touchesIn(await store.call('touches.timeline', { personId: tom }))
    expect(touches).toMatchObject([{ note: 'about her frames' }])
    expectSound()
  })
})

describe('households', () => {
  async function addPair(phone = '415 555 0160') {
    const nora = await add({ name: 'Nora Lindqvist', phone })
    const per = await add({ name: 'Per Lindqvist', phone: phone.replaceAll(' ', '-') })
    return [nora, per] as const
  }

  test('people under one phone and different names are offered, never merged', async () => {
    const [nora, per] = await addPair()
    await add({ name: 'Tom', phone: '415 555 0199' })
    const offers = await store.call('people.householdOffers', {})
    expect(offers.map((offer) => offer.people.map((person) => person.id))).toEqual([[nora, per]])
    expect(offers[0]?.phone).toContain('555')
    expect((await store.call('people.list', {})).total).toBe(3)
  })

  test('the same name, the same firm, and those in the bin are not offered', async () => {
    await add({ name: 'Ann', phone: '415 555 0111' })
    await add({ name: 'ANN', phone: '415 555 0111' })
    await add({ name: 'Bo', firmName: 'Oak & Co', phone: '415 555 0122' })
    await add({ name: 'Cy', firmName: 'Oak & Co', phone: '415 555 0122' })
    const [nora] = await addPair()
    await store.call('people.moveToBin', { id: nora })
    expect(await store.call('people.householdOffers', {})).toEqual([])
  })

  test('together: a household named after the shared family name, and no more offer', async () => {
    const personIds = [...(await addPair())]
    const [offer] = await store.call('people.householdOffers', {})
    const called = sayHousehold(offer!)
    await expectUndoRestores(() =>
      store.call('people.answerHousehold', { personIds, together: true, called }),
    )
    expect((await store.call('people.firms', {})).rows).toMatchObject([
      { name: 'Lindqvist household', kind: 'household', people: 2 },
    ])
    expect(await store.call('people.householdOffers', {})).toEqual([])
    const { firmPeople } = await store.call('people.get', { id: personIds[0]! })
    expect(firmPeople.map((person) => person.name)).toEqual(['Per Lindqvist'])
  })

  test('together without a shared family name: after the first of them', async () => {
    const nora = await add({ name: 'Nora Lindqvist', phone: '415 555 0160' })
    const tom = await add({ name: 'Tom Abara', phone: '415 555 0160' })
    const [offer] = await store.call('people.householdOffers', {})
    const called = sayHousehold(offer!)
    await store.call('people.answerHousehold', { personIds: [nora, tom], together: true, called })
    expect((await store.call('people.firms', {})).rows).toMatchObject([{ name: 'Nora Lindqvist household' }])
  })

  test('who has a firm keeps it, and they are still one household', async () => {
    const nora = await add({ name: 'Nora Lindqvist', firmName: 'Lindqvist Weddings', phone: '415 555 0160' })
    const per = await add({ name: 'Per Lindqvist', phone: '415 555 0160' })
    await store.call('people.answerHousehold', {
      personIds: [nora, per],
      together: true,
      called: 'Lindqvist household',
    })
    const person = await store.call('people.get', { id: nora })
    expect(person.firm?.name).toBe('Lindqvist Weddings')
    expect(person.firmPeople.map((other) => other.id)).toEqual([per])
    expect(await store.call('people.householdOffers', {})).toEqual([])
  })

  test('apart: kept, never asked again, until somebody new shares the phone', async () => {
    const personIds = [...(await addPair())]
    await expectUndoRestores(() =>
      store.call('people.answerHousehold', { personIds, together: false, called: 'Lindqvist household' }),
    )
    expect(await store.call('people.householdOffers', {})).toEqual([])
    const kid = await add({ name: 'Kid Lindqvist', phone: '4155550160' })
    const [offer] = await store.call('people.householdOffers', {})
    expect(offer?.people.map((person) => person.id)).toContain(kid)
  })
})
