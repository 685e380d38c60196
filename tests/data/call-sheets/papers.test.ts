// One walk over all papers: whoever must not print is on none, though each of them was proposed first and turned then.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sayCalendar } from '../../../src/shared/messages/say-calendar.ts'
import { addProspect } from '../../support/add-prospect.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { addSheetRow, proposeSheet, saySheet } from '../../support/propose-sheet.ts'

let shop: TestStore
let folder: string
const week = '2026-W48'
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
  folder = mkdtempSync(join(tmpdir(), 'regulars-papers-'))
})
afterEach(() => {
  shop.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Each way of leaving paper, and whether the page of somebody in it may be looked at still. */
const turns: Record<string, (id: number) => Promise<unknown>> = {
  'made private': (id) => shop.call('people.edit', { id, changes: { isPrivate: true } }),
  'not to be contacted': (id) => shop.call('people.setNeverContact', { id, never: true, reason: 'asked' }),
  'in the bin': (id) => shop.call('people.moveToBin', { id }),
  erased: (id) => shop.call('people.erase', { id, someone: 'a friend' }),
  dead: (id) => shop.call('people.setDied', { id, died: true }),
}

/**
 * Zelda Quist on every paper there is, and in the rows of Ann Berg (who named her), Bob Cole (whom she named), Cora
 * Quist (of her household) and Dan Ek (whose channel and next step name her).
 */
async function makeShop() {
  const zelda = await addProspect(shop, 'Zelda Quist', { phone: '555 0101' })
  await shop.call('people.edit', { id: zelda, changes: { givenName: 'Zelda', familyName: 'Quist' } })
  await shop.call('people.saveContactPoint', {
    personId: zelda,
    id: null,
    kind: 'address',
    value: '1 Dock Rd',
    label: '',
  })
  const ann = await addProspect(shop, 'Ann Berg', { phone: '555 0102' })
  const cora = await addProspect(shop, 'Cora Quist', { phone: '555 0101' })
  const dan = await addProspect(shop, 'Dan Ek', { phone: '555 0104' })
  await shop.call('people.answerHousehold', {
    personIds: [zelda, cora],
    together: true,
    called: 'Quist household',
  })
  const bob = await shop.call('people.add', {
    uid: uid(),
    name: 'Bob Cole',
    phone: '555 0103',
    referrerId: zelda,
  })
  await shop.call('focusList.add', { uid: uid(), personId: bob.id })
  await shop.call('people.edit', { id: cora, changes: { note: 'Sister of Zelda Quist, comes with Zelda' } })
  await shop.call('people.edit', {
    id: dan,
    changes: { bestChannel: 'visit', channelVia: 'Zelda Quist', useful: 'the frame Zelda Quist chose' },
  })
  const log = (personId: number, note: string, nextStep: { what: string; dueOn: string }) =>
    shop.call('touches.log', { uid: uid(), personId, touch: { how: 'talked', note }, nextStep })
  await log(zelda, 'wants oak', { what: 'send the price', dueOn: '2026-11-25' })
  await log(dan, '', { what: 'ask about Zelda Quist', dueOn: '2026-11-26' })
  await shop.call('places.add', {
    uid: uid(),
    name: 'Chamber breakfast',
    nextOn: '2026-11-26',
    nextWhat: 'talk',
    personIds: [zelda, dan],
  })
  await proposeSheet(shop, { uid: uid(), week })
  for (const section of ['greet', 'ask'] as const)
    await addSheetRow(shop, { uid: uid(), week, personId: zelda, section })
  await shop.call('callSheets.markPrinted', { week })
  return { zelda, ann, cora, dan, bob: bob.id }
}

async function readPapers(people: number[]): Promise<Record<string, string>> {
  const page = await shop.call('callSheets.page', { week })
  const review = await shop.call('weekReview.get', { week })
  const letters = await shop.call('texts.recipients', { personIds: people })
  const steps = sayCalendar(await shop.call('touches.calendarSteps', { personId: null }))
  const target = join(folder, 'steps.ics')
  await shop.call('touches.saveCalendar', { target: 'there', steps }, { paths: { there: target } })
  const { sheet, ...rest } = page!
  return {
    sheet: JSON.stringify({ ...rest, sheet: saySheet(sheet) }),
    // As ReviewPage prints it.
    friday: JSON.stringify([review.moved.filter((one) => one.onPaper), review.decide]),
    // What the owner means to do next is their words.
    letters: JSON.stringify(
      letters
        .filter((to) => to.closed === null)
        .map(({ facts: { nextStep: _, ...facts }, ...to }) => ({ ...to, facts })),
    ),
    calendar: readFileSync(target, 'utf8')
      .split('\n')
      .filter((line) => !line.includes('ask about'))
      .join('\n'),
  }
}

test('she is on all of them to begin with', async () => {
  const { zelda, dan } = await makeShop()
  for (const [paper, words] of Object.entries(await readPapers([zelda, dan])))
    expect(words, paper).toContain('Zelda')
  const { sheet } = (await shop.call('callSheets.page', { week }))!
  expect(sheet.places[0]!.words).toContain('Zelda')
  expect(sheet.gone).toEqual([])
})

describe.each(Object.keys(turns))('once %s', (turn) => {
  // Of somebody erased the file does not know any more that a first name in a note of another was theirs.
  test('she is on no paper, in nobody’s row, and her numbers are said to be off the sheet', async () => {
    const { zelda, ann, bob, cora, dan } = await makeShop()
    const before = (await shop.call('callSheets.page', { week }))!.sheet.rows
    await turns[turn]!(zelda)
    for (const [paper, words] of Object.entries(await readPapers([zelda, ann, bob, cora, dan])))
      expect(turn === 'erased' ? words.replace('comes with Zelda', '') : words, paper).not.toContain('Zelda')
    const { sheet } = (await shop.call('callSheets.page', { week }))!
    const hers = before.filter((row) => row.personId === zelda).map((row) => row.position)
    // Of erased rows behind the last one that is left nothing tells any more; no number moves by them either.
    const last = Math.max(...sheet.rows.map((row) => row.position))
    expect(sheet.gone).toEqual(turn === 'erased' ? hers.filter((position) => position < last) : hers)
    // Nobody else's number moved.
    for (const row of sheet.rows) expect(before.find((one) => one.id === row.id)!.position).toBe(row.position)
  })
  test('steps read before are not written to a calendar after', async () => {
    const { zelda } = await makeShop()
    const steps = sayCalendar(await shop.call('touches.calendarSteps', { personId: null }))
    await turns[turn]!(zelda)
    const target = join(folder, 'late.ics')
    await shop.call('touches.saveCalendar', { target: 'there', steps }, { paths: { there: target } })
    expect(readFileSync(target, 'utf8')).not.toContain('Zelda Quist: send')
    expect(readFileSync(target, 'utf8')).not.toContain('send the price')
  })
})

test('what the owner took off is not said to be gone', async () => {
  const { zelda } = await makeShop()
  const { rows } = (await shop.call('callSheets.page', { week }))!.sheet
  await shop.call('callSheets.removeRow', { id: rows.find((row) => row.personId !== zelda)!.id })
  expect((await shop.call('callSheets.page', { week }))!.sheet.gone).toEqual([])
})
