// Who is not on the list but waits: strangers who ask, friends who expect us, customers on a date of theirs.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'

let shop: TestStore
const uid = () => crypto.randomUUID()
beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
})
afterEach(() => shop.close())

const add = async (name: string, more = {}) =>
  (await shop.call('people.add', { uid: uid(), name, ...more })).id
const log = (personId: number, touch: Parameters<typeof shop.call<'touches.log'>>[1]['touch']) =>
  shop.call('touches.log', { uid: uid(), personId, touch })
const rows = async () =>
  (await shop.call('today.get', {})).rows.map((row) => `${row.name}: ${row.reasons.map(say).join('; ')}`)
const sheetOf = async (week: string) =>
  (await proposeSheet(shop, { uid: uid(), week })).rows.map(
    (row) => `${row.section} ${row.name}: ${row.reason}`,
  )

describe('an inquiry', () => {
  const ask = async (name: string, on = shop.clock.today) => {
    const id = await add(name)
    await log(id, { how: 'message', direction: 'in', happenedOn: on, note: 'How much for a mirror?' })
    return id
  }

  test('of a stranger stands on Today and on the sheet the same day, whatever else there is', async () => {
    for (let n = 0; n < 15; n += 1) {
      const step = { what: 'samples', dueOn: '2026-11-20' }
      await shop.call('touches.addNextStep', { uid: uid(), personId: await add(`Promised ${n}`), step })
    }
    await ask('Zoe Q')
    const words = 'Zoe Q: Asked on Mon 23 Nov: “How much for a mirror?” Not answered yet'
    expect(await rows()).toContain(words)
    expect(await sheetOf('2026-W48')).toContain(`call ${words}`)
  })

  test('goes when answered, when it needs no answer, and comes back with undo', async () => {
    const [zoe, kim] = [await ask('Zoe Q'), await ask('Kim')]
    expect(await rows()).toHaveLength(2)
    await log(zoe, { how: 'message', note: 'from $90' })
    expect(await rows()).toEqual([expect.stringContaining('Kim')])
    const before = hashContent(shop.store.sqlite)
    const { inquiryId } = (await shop.call('today.get', {})).rows[0]!
    await shop.call('today.settleInquiry', { touchId: inquiryId! })
    expect(await rows()).toEqual([])
    await shop.call('app.undo', {})
    expect(hashContent(shop.store.sqlite)).toBe(before)
    expect(await rows()).toHaveLength(1)
    // Thirty days are owed an answer; then it is asked once what to do.
    shop.clock.today = addDays('2026-11-23', 30)
    expect(await rows()).toHaveLength(1)
    expect(await shop.call('today.lateInquiry', {})).toBeNull()
    shop.clock.today = addDays('2026-11-23', 31)
    expect(await rows()).toEqual([])
    expect(await shop.call('today.lateInquiry', {})).toMatchObject({ personId: kim, on: '2026-11-23' })
    await shop.call('today.settleInquiry', { touchId: inquiryId! })
    expect(await shop.call('today.lateInquiry', {})).toBeNull()
  })

  test('of somebody private, who wants no contact or is in the bin stands nowhere', async () => {
    const [secret, never, bin] = [await ask('Secret'), await ask('Never'), await ask('Bin')]
    await shop.call('people.edit', { id: secret, changes: { isPrivate: true } })
    await shop.call('people.setNeverContact', { id: never, never: true, reason: '' })
    await shop.call('people.moveToBin', { id: bin })
    expect(await rows()).toEqual([])
  })

  test('that is a refusal asks for nothing, on the day and a month later', async () => {
    const id = await add('Simon')
    await log(id, { how: 'message', direction: 'in', outcome: 'lost', note: 'Ordered them online.' })
    expect(await rows()).toEqual([])
    shop.clock.today = addDays('2026-11-23', 40)
    expect(await shop.call('today.lateInquiry', {})).toBeNull()
  })

  test('tried in vain it waits for tomorrow, and a second one of today is shown at once', async () => {
    const zoe = await ask('Zoe Q', '2026-11-20')
    await log(zoe, { how: 'no answer' })
    expect(await rows()).toEqual([])
    await log(zoe, { how: 'message', direction: 'in', note: 'Anybody there?' })
    expect(await rows()).toHaveLength(1)
  })
})

test('a friend who expects our call stands there though nobody put them on the list', async () => {
  const nora = await add('Nora')
  await shop.call('touches.log', {
    uid: uid(),
    personId: nora,
    touch: { how: 'met', outcome: 'named a friend' },
    named: { personId: null, name: 'Sam Duarte', phone: '', agreed: true },
  })
  expect(await rows()).toEqual(['Sam Duarte: Expects your call: Nora said so on Mon 23 Nov'])
})

describe('customers who left the list', () => {
  const sell = async (name: string, on: string, more = {}) => {
    const id = await add(name, more)
    const now = shop.clock.today
    shop.clock.today = on
    await shop.call('touches.log', {
      uid: uid(),
      personId: id,
      touch: { how: 'met', outcome: 'bought' },
      job: { what: 'a mirror frame', amount: 9_000 },
    })
    shop.clock.today = now
    return id
  }
  const hellos = async () =>
    (await shop.call('today.hellos', {})).map((one) => `${one.name} ${say(one.message)}`)

  test('are greeted at half a year and at eleven months, for two weeks, until a touch', async () => {
    const frank = await sell('Frank', addDays('2026-11-23', -180))
    expect(await hellos()).toEqual(['Frank bought half a year ago: a mirror frame'])
    shop.clock.today = addDays('2026-11-23', 14)
    expect(await hellos()).toHaveLength(1)
    shop.clock.today = addDays('2026-11-23', 15)
    expect(await hellos()).toEqual([])
    shop.clock.today = '2027-04-27'
    expect(await hellos()).toEqual(['Frank bought a year ago next month: a mirror frame'])
    await log(frank, { how: 'message' })
    expect(await hellos()).toEqual([])
  })

  test('two a week, and who was greeted or put off leaves the place empty until Monday', async () => {
    const ids = []
    for (const name of ['Ann', 'Bo', 'Cy']) ids.push(await sell(name, addDays('2026-11-23', -180)))
    expect((await hellos()).map((words) => words.slice(0, 3))).toEqual(['Ann', 'Bo '].map((one) => one))
    await log(ids[0]!, { how: 'message' })
    await shop.call('today.skipHello', { personId: ids[1]! })
    expect(await hellos()).toEqual([])
    shop.clock.today = '2026-11-30'
    expect(await hellos()).toEqual(['Cy bought half a year ago: a mirror frame'])
    // Not this year is half a year and more.
    shop.clock.today = addDays('2026-11-23', 150)
    expect((await hellos()).some((words) => words.startsWith('Bo'))).toBe(false)
  })

  test('on the list, private or dead they are not; on the sheet they are greeted once', async () => {
    const [ann, bo] = [
      await sell('Ann', addDays('2026-11-23', -180)),
      await sell('Bo', addDays('2026-11-23', -180)),
    ]
    await shop.call('focusList.add', { uid: uid(), personId: ann })
    expect(await hellos()).toEqual(['Bo bought half a year ago: a mirror frame'])
    expect(await sheetOf('2026-W48')).toContain('greet Bo: bought half a year ago: a mirror frame')
    await shop.call('people.edit', { id: bo, changes: { isPrivate: true } })
    expect(await hellos()).toEqual([])
  })
})
