// Paper lies on a counter: a note marked "not for paper" and a name that must not print, on every page and any way round.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sheetWords } from '../../../src/shared/messages/read-sheet.ts'
import { sayTextFields } from '../../../src/shared/messages/text-fields.ts'
import { addProspect, type NewProspect } from '../../support/add-prospect.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { addSheetRow, proposeSheet, saySheet } from '../../support/propose-sheet.ts'
import { touchesIn } from '../../support/touches-in.ts'

let shop: TestStore
const week = '2026-W48'
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
})
afterEach(() => shop.close())

const addPerson = (name: string, more: NewProspect = {}) => addProspect(shop, name, more)

const log = (personId: number, touch: object) =>
  shop.call('touches.log', { uid: uid(), personId, touch: { how: 'talked', ...touch } })
const propose = () => proposeSheet(shop, { uid: uid(), week })
const never = (id: number, never: boolean) =>
  shop.call('people.setNeverContact', { id, never, reason: 'asked' })
/** Everything the paper holds, as one text. */
const readPage = async () => {
  const page = (await shop.call('callSheets.page', { week }))!
  return { ...page, sheet: saySheet(page.sheet) }
}
const printed = async () => JSON.stringify(await readPage())
const rowOf = async (personId: number) =>
  (await readPage()).sheet.rows.find((row) => row.personId === personId)!

describe('a note that is not for paper', () => {
  test('marked in the log box: on Today, in the timeline and the views, never on the sheet', async () => {
    const id = await addPerson('Nora Lindqvist')
    await log(id, { note: 'Her husband is ill', happenedOn: '2026-11-12', notForPaper: true })
    await propose()
    expect(await printed()).not.toContain('husband')
    expect(await rowOf(id)).toMatchObject({
      reason: 'Talked on Thu 12 Nov, and nothing agreed since',
      keepsNote: true,
    })
    expect(JSON.stringify(await shop.call('focusList.get', {}))).toContain('husband')
    const [touch] = touchesIn(await shop.call('touches.timeline', { personId: id }))
    expect(touch).toMatchObject({ note: 'Her husband is ill', notForPaper: true })
    const viewed = shop.store.readerSqlite.prepare('SELECT note, not_for_paper FROM report_touches').all()
    expect(viewed).toEqual([{ note: 'Her husband is ill', not_for_paper: 1 }])
  })

  test('marked after the sheet was printed: a reprint leaves it off, and undo brings it back', async () => {
    const id = await addPerson('Nora Lindqvist')
    const { id: touchId } = await log(id, { note: 'Her husband is ill', happenedOn: '2026-11-12' })
    await propose()
    await shop.call('callSheets.markPrinted', { week })
    expect(await rowOf(id)).toMatchObject({
      reason: 'Talked on Thu 12 Nov: Her husband is ill',
      keepsNote: false,
    })
    const touch = { how: 'talked', note: 'Her husband is ill', happenedOn: '2026-11-12' } as const
    await shop.call('touches.correct', { id: touchId, touch: { ...touch, notForPaper: true } })
    expect(await rowOf(id)).toMatchObject({ reason: 'Talked on Thu 12 Nov: …', keepsNote: true })
    await shop.call('app.undo', {})
    expect((await rowOf(id)).reason).toContain('husband')
  })

  test('the owner’s own note: not as “You wrote”, however it came to be marked', async () => {
    const id = await addPerson('Nora Lindqvist', { note: 'Owes Tom money\nlikes walnut' })
    await propose()
    expect(await rowOf(id)).toMatchObject({ reason: 'Your note: Owes Tom money' })
    await shop.call('people.edit', { id, changes: { noteNotForPaper: true } })
    expect(await printed()).not.toContain('Owes')
    expect(await shop.call('people.get', { id })).toMatchObject({ noteNotForPaper: true })
    await shop.call('callSheets.changeRow', { id: (await rowOf(id)).id, bring: 'likes walnut' })
    expect(await printed()).not.toContain('walnut')
  })

  test('a row typed back again keeps the mark of its touch', async () => {
    const id = await addPerson('Nora Lindqvist', { phone: '555 0160' })
    await propose()
    await shop.call('callSheets.markPrinted', { week })
    const position = (await rowOf(id)).position
    const enter = (line: string) => shop.call('typeBack.enter', { words: sheetWords(), week, text: line })
    await enter(`${position} mon t is ill`)
    const first = touchesIn(await shop.call('touches.timeline', { personId: id }))[0]!
    const { how, note, happenedOn } = first
    await shop.call('touches.correct', { id: first.id, touch: { how, note, happenedOn, notForPaper: true } })
    await enter(`${position} mon t is still ill`)
    expect(touchesIn(await shop.call('touches.timeline', { personId: id }))).toMatchObject([
      { note: 'is still ill', notForPaper: true },
    ])
  })

  test('of two records made one, the note stays off paper when either was marked', async () => {
    const kept = await addPerson('Nora Lindqvist', { note: 'likes walnut', focus: false })
    const gone = await addPerson('N. Lindqvist', { note: 'is ill', focus: false })
    await shop.call('people.edit', { id: gone, changes: { noteNotForPaper: true } })
    await shop.call('duplicates.merge', { keptId: kept, goneId: gone, choices: {} })
    const merged = await shop.call('people.get', { id: kept })
    expect(merged).toMatchObject({ note: 'likes walnut\nis ill', noteNotForPaper: true })
  })
})

describe('who wants no contact is not named on paper', () => {
  test('a referrer in a friend’s reason, in rows made before and after', async () => {
    const tom = await addPerson('Tom Abara', { focus: false })
    const sam = await addPerson('Sam Duarte', { phone: '555 0199' })
    await shop.call('referrals.linkReferrer', { personId: sam, referrerId: tom })
    await propose()
    expect((await rowOf(sam)).reason).toContain('came from Tom Abara')
    await never(tom, true)
    expect((await rowOf(sam)).reason).toContain('came from a friend')
    expect(await printed()).not.toContain('Tom Abara')
    // On the owner's own screen it is still known who sent them.
    expect(JSON.stringify(await shop.call('focusList.get', {}))).toContain('Tom Abara')
    await shop.call('callSheets.removeRow', { id: (await rowOf(sam)).id })
    await addSheetRow(shop, { uid: uid(), week, personId: sam })
    await never(tom, false)
    // Read from evidence while Tom was not to be named: the words kept never held his name.
    expect((await rowOf(sam)).reason).toContain('This name came from')
  })

  test('a friend in the thanks and in the history of who named them', async () => {
    const nora = await addPerson('Nora Lindqvist', { phone: '555 0160' })
    await log(nora, {
      outcome: 'named a friend',
      happenedOn: '2026-11-12',
      note: '',
    })
    const sam = await addPerson('Sam Duarte', { focus: false })
    await shop.call('referrals.linkReferrer', { personId: sam, referrerId: nora })
    await propose()
    expect(await printed()).toContain('Sam Duarte')
    await never(sam, true)
    expect(await printed()).not.toContain('Sam Duarte')
    expect(await printed()).toContain('Thank for naming a friend')
    await never(sam, false)
    await shop.call('people.edit', { id: sam, changes: { isPrivate: true } })
    expect(await printed()).not.toContain('Sam Duarte')
  })

  test('nor in a letter to a friend', async () => {
    const tom = await addPerson('Tom Abara', { focus: false })
    const sam = await addPerson('Sam Duarte', { focus: false })
    await shop.call('referrals.linkReferrer', { personId: sam, referrerId: tom })
    const said = async () =>
      sayTextFields(await shop.call('texts.facts', { personId: sam }), { shopName: '', today: '2026-11-23' })
    expect((await said()).get('referrer')).toBe('Tom Abara')
    await never(tom, true)
    expect((await said()).get('referrer')).toBe('a friend')
  })

  test('nor on the Friday page, which counts them', async () => {
    const tom = await addPerson('Tom Abara')
    const sam = await addPerson('Sam Duarte')
    await log(tom, { outcome: 'never contact' })
    await log(sam, { outcome: 'quote' })
    const { moved } = await shop.call('weekReview.get', { week })
    expect(moved.map(({ name, onPaper }) => [name, onPaper])).toEqual([
      ['Sam Duarte', true],
      ['Tom Abara', false],
    ])
  })
})
