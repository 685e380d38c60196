// The focus list on a real file: the cap, swapping, leaving, what is refused, and what undo brings back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()

async function addPerson(name: string, more: { firm?: string } = {}): Promise<number> {
  const { id } = await store.call('people.add', { uid: uid(), name, firmName: more.firm ?? '' })
  return id
}

async function focus(personId: number, whyNow = '') {
  return store.call('focusList.add', { uid: uid(), personId, whyNow })
}

async function listNames() {
  const { rows } = await store.call('focusList.get', {})
  return rows.map((row) => row.name)
}

const readAll = (sql: string) => store.store.sqlite.prepare(sql).all()

describe('joining', () => {
  test('opens a pursuit and says why, in the owner’s words', async () => {
    const id = await addPerson('Nora Lindqvist')
    await focus(id, ' Opens a second studio ')
    const { rows, cap, touchGoal } = await store.call('focusList.get', {})
    expect({ cap, touchGoal }).toEqual({ cap: 25, touchGoal: 12 })
    expect(rows[0]).toMatchObject({
      personId: id,
      name: 'Nora Lindqvist',
      joinedOn: '2026-11-23',
      touches: 0,
    })
    expect(rows[0]!.reasons.map(say)).toEqual(['Opens a second studio'])
    expect(readAll('SELECT opened_on, opened_how, closed_on FROM pursuits')).toEqual([
      { opened_on: '2026-11-23', opened_how: 'focus', closed_on: null },
    ])
  })

  test('twice is refused in words, and the same request twice is one', async () => {
    const id = await addPerson('Nora')
    const once = uid()
    await store.call('focusList.add', { uid: once, personId: id })
    await store.call('focusList.add', { uid: once, personId: id })
    expect(await listNames()).toEqual(['Nora'])
    await expect(focus(id)).rejects.toMatchObject({ code: 'already-on-focus-list', facts: { name: 'Nora' } })
    await store.call('focusList.leave', { personId: id, as: 'dropped', reason: 'no need' })
    await store.call('focusList.add', { uid: once, personId: id })
    expect(await listNames()).toEqual([])
  })

  test('private people and those not to be contacted are refused', async () => {
    const secret = await addPerson('Aunt May')
    writeOutside(store, 'UPDATE people SET is_private = 1 WHERE id = ?', secret)
    await expect(focus(secret)).rejects.toMatchObject({ code: 'focus-private' })
    const never = await addPerson('Bob')
    await store.call('people.setNeverContact', { id: never, never: true, reason: 'asked us to stop' })
    await expect(focus(never)).rejects.toMatchObject({ code: 'do-not-contact', facts: { name: 'Bob' } })
    await expect(focus(9999)).rejects.toMatchObject({ code: 'not-found' })
    expect(readAll('SELECT * FROM pursuits')).toEqual([])
  })

  test('the 26th is refused unless someone leaves, and nothing is half done', async () => {
    const ids: number[] = []
    for (let n = 1; n <= 26; n += 1) ids.push(await addPerson(`Person ${n}`))
    for (const id of ids.slice(0, 25)) await focus(id)
    const before = hashContent(store.store.sqlite)
    await expect(focus(ids[25]!)).rejects.toMatchObject({
      code: 'focus-list-full',
      facts: { count: 25, cap: 25 },
    })
    await expect(
      store.call('focusList.add', {
        uid: uid(),
        personId: ids[25]!,
        swapOut: { personId: ids[25]!, as: 'dropped', reason: 'no' },
      }),
    ).rejects.toMatchObject({ code: 'not-on-focus-list' })
    expect(hashContent(store.store.sqlite)).toBe(before)
    await store.call('focusList.add', {
      uid: uid(),
      personId: ids[25]!,
      swapOut: { personId: ids[3]!, as: 'parked', reason: 'busy until spring', revisitOn: '2027-03-01' },
    })
    const names = await listNames()
    expect(names).toHaveLength(25)
    expect(names).toContain('Person 26')
    expect(names).not.toContain('Person 4')
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })

  test('the cap is the owner’s own, and a lowered one takes nobody off', async () => {
    for (const name of ['A', 'B', 'C']) await focus(await addPerson(name))
    await store.call('settings.change', { focusCap: 2 })
    expect(await listNames()).toHaveLength(3)
    await expect(focus(await addPerson('D'))).rejects.toMatchObject({
      code: 'focus-list-full',
      facts: { count: 3, cap: 2 },
    })
  })
})

describe('not now', () => {
  test('keeps the candidate with the reason, back on the day, and undo forgets it', async () => {
    const id = await addPerson('Grace Okafor')
    const before = hashContent(store.store.sqlite)
    const input = { personId: id, reason: ' moves in spring ', revisitOn: '2027-03-01' }
    await store.call('focusList.notNow', input)
    expect(await listNames()).toEqual([])
    const { rows } = await store.call('focusList.parked', { due: false })
    expect(rows).toMatchObject([
      { personId: id, as: 'parked', reason: 'moves in spring', returnsOn: '2027-03-01', due: false },
    ])
    store.clock.today = '2027-03-01'
    expect((await store.call('focusList.parked', { due: true })).rows).toMatchObject([
      { personId: id, due: true },
    ])
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })

  test('parks the pursuit that is open, and puts off again to another day', async () => {
    const id = await addPerson('Grace Okafor')
    const touch = { how: 'message', direction: 'in' } as const
    await store.call('touches.log', { uid: uid(), personId: id, touch })
    await store.call('focusList.notNow', { personId: id, reason: 'full', revisitOn: '2026-12-01' })
    await store.call('focusList.notNow', { personId: id, reason: 'still full', revisitOn: '2027-01-01' })
    const { rows } = await store.call('focusList.parked', { due: false })
    expect(rows.map((row) => [row.reason, row.returnsOn])).toEqual([['still full', '2027-01-01']])
    expect(readAll('SELECT opened_how, closed_as FROM pursuits ORDER BY id')[0]).toEqual({
      opened_how: 'inquiry',
      closed_as: 'parked',
    })
    await focus(id)
    expect((await store.call('focusList.parked', { due: false })).rows).toEqual([])
  })

  test('is an answer: picking the few does not ask about them again', async () => {
    const id = await addPerson('Grace Okafor')
    expect((await store.call('firstHour.toPick', {})).next?.personId).toBe(id)
    await store.call('focusList.notNow', { personId: id, reason: 'full', revisitOn: '2027-01-01' })
    expect(await store.call('firstHour.toPick', {})).toMatchObject({ looked: 1, total: 1, next: null })
    await store.call('app.undo', {})
    expect((await store.call('firstHour.toPick', {})).next?.personId).toBe(id)
  })

  test('said twice, in two windows, is one pursuit and one undo', async () => {
    const id = await addPerson('Grace Okafor')
    const before = hashContent(store.store.sqlite)
    const input = { personId: id, reason: 'full', revisitOn: '2027-01-01' }
    await store.call('focusList.notNow', input)
    await store.call('focusList.notNow', input)
    expect(readAll('SELECT closed_as FROM pursuits')).toEqual([{ closed_as: 'parked' }])
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })

  test.each([
    ['no reason', { reason: ' ' }, 'not-now-needs-reason'],
    ['today', { revisitOn: '2026-11-23' }, 'day-not-ahead'],
    ['a day that is none', { revisitOn: '2027-02-31' }, 'bad-input'],
  ])('%s is refused, and nothing is kept', async (_name, part, code) => {
    const id = await addPerson('Grace')
    const input = { personId: id, reason: 'full', revisitOn: '2027-01-01', ...part }
    await expect(store.call('focusList.notNow', input)).rejects.toMatchObject({ code })
    expect(readAll('SELECT * FROM pursuits')).toEqual([])
  })

  test('is for people who may join, and have not', async () => {
    const id = await addPerson('Grace')
    const input = { personId: id, reason: 'full', revisitOn: '2027-01-01' }
    await focus(id)
    await expect(store.call('focusList.notNow', input)).rejects.toMatchObject({
      code: 'already-on-focus-list',
    })
    await store.call('focusList.leave', { personId: id, as: 'never' })
    await expect(store.call('focusList.notNow', input)).rejects.toMatchObject({ code: 'do-not-contact' })
  })
})

describe('how many can be looked after', () => {
  test('follows the hours and the touches that were timed, until the owner types a number', async () => {
    const read = () => store.call('focusList.capacity', {})
    expect(await read()).toMatchObject({ cap: 25, own: null, workedOut: 25 })
    await store.call('settings.change', { callHoursPerDay: 0.5, openDays: [2, 3, 4, 5, 6] })
    expect(await read()).toMatchObject({ cap: 14, own: null, workedOut: 14 })
    const id = await addPerson('Nora')
    const log = (minutes: number | null) =>
      store.call('touches.log', { uid: uid(), personId: id, touch: { how: 'talked', minutes } })
    for (let count = 0; count < 19; count += 1) await log(10)
    await log(null)
    expect((await read()).cap).toBe(14)
    // Attempts are short, and no touches.
    const attempt = { how: 'no answer', minutes: 1 } as const
    for (let count = 0; count < 25; count += 1) {
      await store.call('touches.log', { uid: uid(), personId: id, touch: attempt })
    }
    expect((await read()).cap).toBe(14)
    await log(10)
    expect((await read()).cap).toBe(21)
    await store.call('settings.change', { focusCap: 18 })
    expect(await read()).toMatchObject({ cap: 18, own: 18, workedOut: 21 })
    expect((await store.call('focusList.get', {})).cap).toBe(18)
    expect((await store.call('firstHour.toPick', {})).cap).toBe(18)
    await store.call('settings.change', { focusCap: null })
    expect((await read()).cap).toBe(21)
    await store.call('app.undo', {})
    expect((await read()).cap).toBe(18)
  })

  test('nonsense is refused, and the number stays', async () => {
    for (const focusCap of [0, -3, 2.5, 1000]) {
      await expect(store.call('settings.change', { focusCap })).rejects.toMatchObject({ code: 'bad-input' })
    }
    expect((await store.call('focusList.capacity', {})).own).toBeNull()
  })
})

describe('leaving', () => {
  test.each([
    ['won', {}],
    ['lost', { reason: 'price', lostTo: 'The mall framer' }],
    ['parked', { reason: 'after the move', revisitOn: '2027-02-01' }],
    ['dropped', { reason: 'rents, does not decide' }],
    ['never', { reason: 'asked us to stop' }],
  ] as const)('as %s closes membership and pursuit, and undo brings both back', async (as, more) => {
    const id = await addPerson('Tom Abara')
    await focus(id)
    await store.call('touches.addNextStep', { uid: uid(), personId: id, step: { dueOn: '2026-12-01' } })
    const before = hashContent(store.store.sqlite)
    await store.call('focusList.leave', { personId: id, as, ...more })
    expect(await listNames()).toEqual([])
    const reason = 'reason' in more ? more.reason : ''
    expect(readAll('SELECT left_on, left_as, left_reason FROM focus_memberships')).toEqual([
      { left_on: '2026-11-23', left_as: as, left_reason: reason },
    ])
    expect(readAll('SELECT closed_on, closed_as, reason, lost_to, revisit_on FROM pursuits')).toEqual([
      {
        closed_on: '2026-11-23',
        closed_as: as,
        reason,
        lost_to: 'lostTo' in more ? more.lostTo : '',
        revisit_on: 'revisitOn' in more ? more.revisitOn : null,
      },
    ])
    const never = as === 'never'
    expect(readAll('SELECT never_contact_on FROM people')).toEqual([
      { never_contact_on: never ? '2026-11-23' : null },
    ])
    expect(await store.call('touches.due', { until: '2027-01-01' })).toHaveLength(never ? 0 : 1)
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
    expect(await listNames()).toEqual(['Tom Abara'])
    await store.call('app.redo', {})
    expect(await listNames()).toEqual([])
  })

  test('coming back after buying is a return; after losing, a new focus', async () => {
    const id = await addPerson('Grace')
    await focus(id)
    await store.call('focusList.leave', { personId: id, as: 'lost', reason: 'price' })
    await focus(id)
    await store.call('focusList.leave', { personId: id, as: 'won' })
    await focus(id)
    expect(readAll('SELECT opened_how, closed_as FROM pursuits ORDER BY id')).toEqual([
      { opened_how: 'focus', closed_as: 'lost' },
      { opened_how: 'focus', closed_as: 'won' },
      { opened_how: 'return', closed_as: null },
    ])
  })

  test('who is not on the list cannot leave it', async () => {
    const id = await addPerson('Grace')
    for (const call of [
      store.call('focusList.leave', { personId: id, as: 'dropped' }),
      store.call('focusList.pin', { personId: id, pinned: true }),
      store.call('focusList.setWhyNow', { personId: id, whyNow: 'x' }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'not-on-focus-list', facts: { name: 'Grace' } })
    }
  })

  test('someone in the bin is off the list, and back on it when brought back', async () => {
    const id = await addPerson('Grace')
    await focus(id)
    await store.call('people.moveToBin', { id })
    expect(await listNames()).toEqual([])
    await store.call('people.bringBack', { id })
    expect(await listNames()).toEqual(['Grace'])
  })

  test('brought back from the bin when others took the room, they wait for Today to ask, and the list keeps its cap', async () => {
    await store.call('settings.change', { focusCap: 2 })
    const [grace, tom, june] = [await addPerson('Grace'), await addPerson('Tom'), await addPerson('June')]
    await focus(grace)
    await focus(tom)
    await store.call('people.moveToBin', { id: grace })
    await focus(june)
    const inBin = hashContent(store.store.sqlite)
    await store.call('people.bringBack', { id: grace, noRoom: 'no room on the focus list' })
    expect(await listNames()).toEqual(['Tom', 'June'])
    expect((await store.call('focusList.parked', { due: true })).rows).toMatchObject([
      { name: 'Grace', as: 'parked', returnsOn: '2026-11-23', reason: 'no room on the focus list' },
    ])
    const { undo } = await store.call('app.history', {})
    expect(say(undo!)).toBe(
      'Brought back: Grace. The focus list has no room left, so Today asks you about them.',
    )
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(inBin)
    await store.call('app.redo', {})
    // Asked for twice, and with a cap typed lower since: nobody else leaves the list for it.
    await store.call('settings.change', { focusCap: 1 })
    await store.call('people.bringBack', { id: tom })
    expect(await listNames()).toEqual(['Tom', 'June'])
  })
})

describe('ranked rows', () => {
  test('a promise comes first, then the pin, and the row says both', async () => {
    const quiet = await addPerson('Quiet', { firm: 'Harbor Inn' })
    const promised = await addPerson('Promised')
    const pinned = await addPerson('Pinned')
    for (const id of [quiet, promised, pinned]) await focus(id)
    await store.call('focusList.pin', { personId: pinned, pinned: true })
    await store.call('touches.addNextStep', {
      uid: uid(),
      personId: promised,
      step: { what: 'oak samples', dueOn: '2026-11-23' },
    })
    const { rows } = await store.call('focusList.get', {})
    expect(rows.map((row) => row.name)).toEqual(['Promised', 'Pinned', 'Quiet'])
    expect(rows[0]!.reasons.map(say)).toEqual(['Promised for today: oak samples'])
    expect(rows[0]!.nextStep).toMatchObject({ what: 'oak samples', dueOn: '2026-11-23' })
    expect(rows[2]).toMatchObject({ firm: 'Harbor Inn', pinned: false, answered: 0 })
    await store.call('focusList.pin', { personId: pinned, pinned: false })
    expect(await listNames()).toEqual(['Promised', 'Quiet', 'Pinned'])
  })

  test('who named them is not told by name from the bin', async () => {
    const [nora, sam] = [await addPerson('Nora'), await addPerson('Sam')]
    await focus(sam)
    await store.call('referrals.linkReferrer', { personId: sam, referrerId: nora })
    const reason = async () => (await store.call('focusList.get', {})).rows[0]!.reasons.map(say).join()
    expect(await reason()).toContain('Nora')
    await store.call('people.moveToBin', { id: nora })
    expect(await reason()).not.toContain('Nora')
    const { entries } = await store.call('touches.timeline', { personId: sam })
    expect(JSON.stringify(entries)).not.toContain('Nora')
  })

  test('evidence is read from jobs, answers and referrals', async () => {
    const [nora, sam, bea, jim] = [
      await addPerson('Nora'),
      await addPerson('Sam'),
      await addPerson('Bea'),
      await addPerson('Jim'),
    ]
    for (const id of [sam, bea, jim]) await focus(id)
    writeOutside(
      store,
      "INSERT INTO referrals (uid, referrer_id, person_id, named_on, agreed) VALUES ('r1', ?, ?, '2026-11-19', 1)",
      nora,
      sam,
    )
    writeOutside(
      store,
      "INSERT INTO jobs (uid, person_id, quoted_on, quoted_amount) VALUES ('j1', ?, '2026-11-14', 64000)",
      bea,
    )
    for (const day of ['2026-01-01', '2026-03-01', '2026-05-01']) {
      writeOutside(store, 'INSERT INTO jobs (uid, person_id, ordered_on) VALUES (?, ?, ?)', day, jim, day)
    }
    const { rows } = await store.call('focusList.get', {})
    expect(rows.map((row) => `${row.name}: ${row.reasons.map(say).join('; ')}`)).toEqual([
      'Sam: Expects your call: Nora said so on Thu 19 Nov',
      'Jim: Usually orders every 2 months; nothing since Fri 1 May 2026',
      'Bea: Quote of $640 sent 9 days ago, no answer',
    ])
  })

  test('closed days stop the clocks, a no ends the asking, and each row says why it stands above the next', async () => {
    const [bea, jim, ann] = [await addPerson('Bea'), await addPerson('Jim'), await addPerson('Ann')]
    for (const id of [bea, jim, ann]) await focus(id)
    const quote = 'INSERT INTO jobs (uid, person_id, quoted_on, quoted_amount, margin) VALUES (?, ?, ?, ?, ?)'
    writeOutside(store, quote, 'j1', bea, '2026-11-14', 64_000, 40_000)
    writeOutside(store, quote, 'j2', jim, '2026-11-14', 90_000, 60_000)
    const answer =
      "INSERT INTO qualification (uid, person_id, question, answer, said_on) VALUES (?, ?, ?, ?, '2026-11-20')"
    writeOutside(store, answer, 'q1', ann, 'decider', 'unknown')
    const readRows = async () =>
      (await store.call('focusList.get', {})).rows.map(
        ({ name, reasons, above }) =>
          `${name}: ${reasons.map(say).join()} / ${above ? `${say(above.why.above)}. ${say(above.why.below)}` : ''}`,
      )
    expect(await readRows()).toEqual([
      'Jim: Quote of $900 sent 9 days ago, no answer / a margin of $600. a margin of $400',
      'Bea: Quote of $640 sent 9 days ago, no answer / an open quote, due a word since Thu 19 Nov. their turn, never tried',
      'Ann: You do not know yet who decides: ask / ',
    ])
    const period = { uid: uid(), from: '2026-11-15', to: '2026-11-19', what: 'Stock-taking' }
    await store.call('settings.addClosedPeriod', period)
    writeOutside(store, answer, 'q2', ann, 'price', 'no')
    const { rows } = await store.call('focusList.get', {})
    // No date makes it now, and nothing is left to ask Ann.
    expect(rows.map((row) => row.group)).toEqual(['turn', 'turn', 'turn'])
    expect(rows.find((row) => row.name === 'Ann')!.reasons).toEqual([])
    await store.call('app.undo', {})
    expect((await readRows())[0]).toContain('Quote of $900')
  })
})
