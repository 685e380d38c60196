// Leaving the focus list on a real file: what is proposed, the job they leave with, who comes back, who left.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore({ today: '2026-09-01' })
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()

/** Somebody who joins the focus list on the day the clock shows. */
async function addProspect(name: string): Promise<number> {
  const { id } = await store.call('people.add', { uid: uid(), name })
  await store.call('focusList.add', { uid: uid(), personId: id })
  return id
}

type Touch = Omit<CallInput<'touches.log'>['touch'], 'happenedOn'>

async function log(personId: number, happenedOn: string, touch: Touch = { how: 'message' }) {
  await store.call('touches.log', { uid: uid(), personId, touch: { ...touch, happenedOn } })
}

async function propose() {
  const proposals = await store.call('focusList.proposals', {})
  return proposals.map((proposal) => `${proposal.name}: ${say(proposal.message)}`)
}

describe('what is proposed', () => {
  test('each kind from the file, the plainest first, and nobody off the list', async () => {
    const undated = await addProspect('Undated')
    const quiet = await addProspect('Quiet')
    const tried = await addProspect('Tried')
    const ruledOut = await addProspect('Ruled Out')
    const parked = await addProspect('Parked')
    await store.call('focusList.leave', { personId: parked, as: 'dropped', reason: 'no need' })
    store.clock.today = '2026-11-23'
    for (let n = 0; n < 12; n++) await log(quiet, addDays('2026-09-03', n))
    for (let n = 0; n < 3; n++) await log(undated, '2026-09-03')
    for (const [day, how] of [
      ['2026-09-02', 'phone'],
      ['2026-09-05', 'visit'],
      ['2026-09-09', 'phone'],
      ['2026-09-15', 'phone'],
      ['2026-09-20', 'phone'],
      ['2026-10-20', 'phone'],
    ] as const) {
      await log(tried, day, { how: 'no answer', channel: how })
    }
    for (const id of [quiet, tried, ruledOut]) {
      await store.call('touches.addNextStep', {
        uid: uid(),
        personId: id,
        step: { what: 'ring', dueOn: '2026-12-01' },
      })
    }
    writeOutside(
      store,
      "INSERT INTO qualification (uid, person_id, question, answer, said_by, said_on) VALUES ('q', ?, 'price', 'no', 'Ann', '2026-11-02')",
      ruledOut,
    )
    expect(await propose()).toEqual([
      'Ruled Out: Would not pay our price, as Ann said on Mon 2 Nov. Drop them?',
      'Tried: Tried 6 times since Wed 2 Sept and never got through. Park for a while?',
      'Quiet: You have been in touch 12 times since Thu 3 Sept and heard nothing back. Keep, park or drop?',
      'Undated: Nothing planned and nothing heard since Thu 3 Sept. Give a date, park or drop?',
    ])
    expect(await store.call('focusList.proposals', {})).toMatchObject([
      { propose: 'drop', personId: ruledOut },
      { propose: 'park', personId: tried },
      { propose: 'look again', personId: quiet },
      { propose: 'decide', personId: undated },
    ])
  })

  test('nobody in the bin or private is proposed', async () => {
    const [bin, here] = [await addProspect('Bin'), await addProspect('Here')]
    store.clock.today = '2026-11-23'
    for (const id of [bin, here]) for (let n = 0; n < 3; n++) await log(id, '2026-09-03')
    await store.call('people.moveToBin', { id: bin })
    expect(await propose()).toEqual([
      'Here: Nothing planned and nothing heard since Thu 3 Sept. Give a date, park or drop?',
    ])
  })

  test('Keep is quiet for six more touches, then they are looked at again; undo asks at once', async () => {
    const id = await addProspect('Quiet')
    store.clock.today = '2026-11-01'
    await store.call('touches.addNextStep', { uid: uid(), personId: id, step: { dueOn: '2027-01-01' } })
    for (let n = 0; n < 12; n++) await log(id, addDays('2026-10-01', n))
    expect(await propose()).toHaveLength(1)
    const before = hashContent(store.store.sqlite)
    await store.call('focusList.keep', { personId: id })
    expect(await propose()).toEqual([])
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
    expect(await propose()).toHaveLength(1)
    await store.call('focusList.keep', { personId: id })
    store.clock.today = '2026-11-20'
    for (let n = 0; n < 5; n++) await log(id, addDays('2026-11-02', n))
    expect(await propose()).toEqual([])
    await log(id, '2026-11-08')
    expect(await propose()).toEqual([
      'Quiet: You have been in touch 18 times since Thu 1 Oct and heard nothing back. Keep, park or drop?',
    ])
  })

  test.each<[string, (id: number) => unknown]>([
    ['a reply', (id) => log(id, '2026-10-13', { how: 'message', direction: 'in' })],
    ['a visit', (id) => log(id, '2026-10-13', { how: 'met' })],
    [
      'a quote',
      (id) =>
        writeOutside(store, "INSERT INTO jobs (uid, person_id, quoted_on) VALUES ('j', ?, '2026-10-05')", id),
    ],
    [
      'a new answer',
      (id) =>
        writeOutside(
          store,
          "INSERT INTO answers (uid, person_id, question, words, answered_on) VALUES ('a', ?, 'why', 'moves', '2026-10-05')",
          id,
        ),
    ],
    [
      'worth our time',
      (id) =>
        writeOutside(
          store,
          "INSERT INTO qualification (uid, person_id, question, answer, said_on) VALUES ('q', ?, 'season', 'yes', '2026-10-05')",
          id,
        ),
    ],
  ])('%s is movement', async (_name, move) => {
    const id = await addProspect('Quiet')
    store.clock.today = '2026-11-01'
    await store.call('touches.addNextStep', { uid: uid(), personId: id, step: { dueOn: '2027-01-01' } })
    for (let n = 0; n < 12; n++) await log(id, addDays('2026-10-01', n))
    expect(await propose()).toHaveLength(1)
    await move(id)
    expect(await propose()).toEqual([])
  })

  test('a "don’t know" and an emptied answer are no movement', async () => {
    const id = await addProspect('Quiet')
    store.clock.today = '2026-11-01'
    await store.call('touches.addNextStep', { uid: uid(), personId: id, step: { dueOn: '2027-01-01' } })
    for (let n = 0; n < 12; n++) await log(id, addDays('2026-10-01', n))
    writeOutside(
      store,
      "INSERT INTO qualification (uid, person_id, question, answer, said_on) VALUES ('q', ?, 'season', 'unknown', '2026-10-31')",
      id,
    )
    writeOutside(
      store,
      "INSERT INTO answers (uid, person_id, question, answered_on) VALUES ('a', ?, 'why', '2026-10-31')",
      id,
    )
    expect(await propose()).toHaveLength(1)
  })

  test('what lay before this pursuit does not count', async () => {
    const { id } = await store.call('people.add', { uid: uid(), name: 'Old' })
    store.clock.today = '2026-11-20'
    for (let n = 0; n < 12; n++) await log(id, addDays('2026-10-01', n))
    await store.call('focusList.add', { uid: uid(), personId: id })
    expect(await propose()).toEqual([])
  })

  test('thirty days start anew when a step is done, and stand still while closed', async () => {
    const id = await addProspect('Undated')
    for (let n = 0; n < 3; n++) await log(id, '2026-09-01')
    const step = { what: 'ring', dueOn: '2026-09-10' }
    const { id: stepId } = await store.call('touches.addNextStep', { uid: uid(), personId: id, step })
    store.clock.today = '2026-10-15'
    expect(await propose()).toEqual([])
    await store.call('touches.closeNextStep', { id: stepId, how: 'done' })
    store.clock.today = '2026-11-13'
    expect(await propose()).toEqual([])
    store.clock.today = '2026-11-14'
    expect(await propose()).toHaveLength(1)
    await store.call('settings.addClosedPeriod', {
      uid: uid(),
      from: '2026-11-02',
      to: '2026-11-04',
      what: '',
    })
    expect(await propose()).toEqual([])
    store.clock.today = '2026-11-17'
    expect(await propose()).toHaveLength(1)
  })

  test('who is not on the list cannot be kept on it', async () => {
    const { id } = await store.call('people.add', { uid: uid(), name: 'Grace' })
    await expect(store.call('focusList.keep', { personId: id })).rejects.toMatchObject({
      code: 'not-on-focus-list',
      facts: { name: 'Grace' },
    })
  })
})

const jobs = () =>
  store.store.sqlite
    .prepare(
      'SELECT what, quoted_amount, ordered_on, amount, lost_on, lost_to, lost_reason FROM jobs ORDER BY id',
    )
    .all()

function addQuote(personId: number, quotedOn: string, more: { what?: string; amount?: number } = {}): number {
  const { what = 'Oak frames', amount = 64_000 } = more
  writeOutside(
    store,
    'INSERT INTO jobs (uid, person_id, what, quoted_on, quoted_amount) VALUES (?, ?, ?, ?, ?)',
    uid(),
    personId,
    what,
    quotedOn,
    amount,
  )
  return store.store.sqlite.prepare('SELECT max(id) FROM jobs').pluck().get() as number
}

const pursuit = () =>
  store.store.sqlite
    .prepare('SELECT closed_as, reason, lost_to, revisit_on, job_id FROM pursuits ORDER BY id DESC')
    .get()

describe('the job they leave with', () => {
  test('an open quote becomes the order, at what was paid in the end; undo opens it again', async () => {
    const id = await addProspect('Nora')
    const quote = addQuote(id, '2026-08-20')
    const before = hashContent(store.store.sqlite)
    expect(await store.call('jobs.leaving', { personId: id })).toEqual([
      { id: quote, what: 'Oak frames', on: '2026-08-20', ordered: false, amount: 64_000 },
    ])
    await store.call('focusList.leave', { personId: id, as: 'won', job: { id: quote, amount: 60_000 } })
    expect(jobs()).toEqual([
      {
        what: 'Oak frames',
        quoted_amount: 64_000,
        ordered_on: '2026-09-01',
        amount: 60_000,
        lost_on: null,
        lost_to: '',
        lost_reason: '',
      },
    ])
    expect(pursuit()).toMatchObject({ closed_as: 'won', job_id: quote })
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })

  test('an order accepted as quoted comes to what was quoted', async () => {
    const id = await addProspect('Nora')
    const quote = addQuote(id, '2026-08-20')
    await store.call('focusList.leave', { personId: id, as: 'won', job: { id: quote } })
    expect(jobs()).toMatchObject([{ amount: 64_000, ordered_on: '2026-09-01' }])
  })

  test('without a quote it is written as an order of today; what and how much may stay open', async () => {
    const nora = await addProspect('Nora')
    await store.call('focusList.leave', {
      personId: nora,
      as: 'won',
      job: { id: null, what: ' Six prints ', amount: 19_900 },
    })
    const tom = await addProspect('Tom')
    await store.call('focusList.leave', { personId: tom, as: 'won' })
    expect(jobs()).toMatchObject([
      { what: 'Six prints', ordered_on: '2026-09-01', amount: 19_900 },
      { what: '', ordered_on: '2026-09-01', amount: null },
    ])
  })

  test('an order written in this pursuit is pointed at, not written again', async () => {
    const id = await addProspect('Nora')
    writeOutside(
      store,
      "INSERT INTO jobs (uid, person_id, what, ordered_on, amount) VALUES ('old', ?, 'Old', '2026-01-05', 1), ('j', ?, 'Oak', '2026-09-01', 5000)",
      id,
      id,
    )
    const [order] = await store.call('jobs.leaving', { personId: id })
    expect(order).toMatchObject({ what: 'Oak', ordered: true, amount: 5000 })
    await store.call('focusList.leave', { personId: id, as: 'won', job: { id: order!.id } })
    expect(jobs()).toHaveLength(2)
    expect(pursuit()).toMatchObject({ job_id: order!.id })
  })

  test('a quote turned down is lost with them, to whom and why', async () => {
    const id = await addProspect('Nora')
    const quote = addQuote(id, '2026-08-20')
    const other = addQuote(id, '2026-08-21')
    await store.call('focusList.leave', {
      personId: id,
      as: 'lost',
      reason: 'Price',
      lostTo: ' The mall ',
      revisitOn: '2027-03-01',
      job: { id: quote },
    })
    expect(jobs()).toMatchObject([
      { lost_on: '2026-09-01', lost_to: 'The mall', lost_reason: 'Price', ordered_on: null },
      { lost_on: null },
    ])
    expect(pursuit()).toEqual({
      closed_as: 'lost',
      reason: 'Price',
      lost_to: 'The mall',
      revisit_on: '2027-03-01',
      job_id: quote,
    })
    expect(other).not.toBe(quote)
  })

  test('a job of somebody else, or one that was lost, is refused and nothing is changed', async () => {
    const nora = await addProspect('Nora')
    const tom = await addProspect('Tom')
    const quote = addQuote(tom, '2026-08-20')
    const before = hashContent(store.store.sqlite)
    for (const as of ['won', 'lost'] as const) {
      await expect(
        store.call('focusList.leave', { personId: nora, as, reason: 'x', job: { id: quote } }),
      ).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(hashContent(store.store.sqlite)).toBe(before)
  })

  test.each([
    ['no day', null, 'park-needs-day'],
    ['today', '2026-09-01', 'day-not-ahead'],
    ['yesterday', '2026-08-31', 'day-not-ahead'],
    ['31 February', '2027-02-31', 'bad-input'],
  ])('parking until %s is refused', async (_name, revisitOn, code) => {
    const id = await addProspect('Nora')
    const before = hashContent(store.store.sqlite)
    await expect(
      store.call('focusList.leave', { personId: id, as: 'parked', reason: 'x', revisitOn }),
    ).rejects.toMatchObject({ code })
    expect(hashContent(store.store.sqlite)).toBe(before)
  })
})

describe('who comes back', () => {
  const due = async () => (await store.call('focusList.parked', { due: true })).rows.map((row) => row.name)
  const all = async () =>
    (await store.call('focusList.parked', {})).rows.map((row) => `${row.name} ${row.returnsOn}`)

  async function park(name: string, revisitOn: string): Promise<number> {
    const id = await addProspect(name)
    await store.call('focusList.leave', { personId: id, as: 'parked', reason: 'after the move', revisitOn })
    return id
  }

  test('on their day, and from then on until it is answered; those lost with a day, too', async () => {
    const sam = await park('Sam', '2026-11-23')
    const lost = await addProspect('Lost')
    const gone = await addProspect('Gone')
    await store.call('focusList.leave', {
      personId: lost,
      as: 'lost',
      reason: 'price',
      lostTo: 'The mall',
      revisitOn: '2026-11-24',
    })
    await store.call('focusList.leave', { personId: gone, as: 'lost', reason: 'price' })
    store.clock.today = '2026-11-22'
    expect(await due()).toEqual([])
    expect(await all()).toEqual(['Sam 2026-11-23', 'Lost 2026-11-24'])
    store.clock.today = '2026-11-23'
    expect(await due()).toEqual(['Sam'])
    store.clock.today = '2026-12-01'
    expect(await store.call('focusList.parked', { due: true })).toEqual({
      count: 2,
      rows: [
        {
          personId: sam,
          name: 'Sam',
          firm: '',
          as: 'parked',
          since: '2026-09-01',
          returnsOn: '2026-11-23',
          due: true,
          reason: 'after the move',
          lostTo: '',
        },
        {
          personId: lost,
          name: 'Lost',
          firm: '',
          as: 'lost',
          since: '2026-09-01',
          returnsOn: '2026-11-24',
          due: true,
          reason: 'price',
          lostTo: 'The mall',
        },
      ],
    })
    expect(await store.call('focusList.parked', { due: true, limit: 1 })).toMatchObject({ count: 2 })
  })

  test('taken back, a new pursuit begins as a return, and leaving again forgets the old day', async () => {
    const sam = await park('Sam', '2026-11-23')
    store.clock.today = '2026-11-23'
    await store.call('focusList.add', { uid: uid(), personId: sam })
    expect(await all()).toEqual([])
    expect(
      store.store.sqlite.prepare('SELECT opened_on, opened_how FROM pursuits ORDER BY id').all(),
    ).toEqual([
      { opened_on: '2026-09-01', opened_how: 'focus' },
      { opened_on: '2026-11-23', opened_how: 'return' },
    ])
    await store.call('focusList.leave', { personId: sam, as: 'dropped', reason: 'no need' })
    expect(await all()).toEqual([])
    await store.call('app.undo', {})
    await store.call('app.undo', {})
    expect(await due()).toEqual(['Sam'])
  })

  test('an inquiry meanwhile does not make the day forgotten', async () => {
    const sam = await park('Sam', '2026-11-23')
    store.clock.today = '2026-10-10'
    await log(sam, '2026-10-10', { how: 'message', direction: 'in' })
    expect(await all()).toEqual(['Sam 2026-11-23'])
  })

  test('later moves the day and keeps why; letting go forgets it; both can be undone', async () => {
    const sam = await park('Sam', '2026-11-23')
    store.clock.today = '2026-11-23'
    const before = hashContent(store.store.sqlite)
    await store.call('focusList.moveReturn', {
      personId: sam,
      returnsOn: '2027-02-01',
      reason: ' until the baby is here ',
    })
    expect(await all()).toEqual(['Sam 2027-02-01'])
    expect(pursuit()).toMatchObject({ reason: 'until the baby is here' })
    expect(await store.call('focusList.leavers', {})).toMatchObject([{ reason: 'after the move' }])
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
    await store.call('focusList.letGo', { personId: sam })
    expect(await all()).toEqual([])
    await expect(store.call('focusList.letGo', { personId: sam })).rejects.toMatchObject({
      code: 'not-parked',
      facts: { name: 'Sam' },
    })
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
    await expect(
      store.call('focusList.moveReturn', { personId: sam, returnsOn: '2026-11-23', reason: '' }),
    ).rejects.toMatchObject({ code: 'day-not-ahead' })
  })

  test('never somebody in the bin, private, or not to be contacted', async () => {
    const bin = await park('Bin', '2026-11-20')
    const secret = await park('Private', '2026-11-20')
    const never = await park('Never', '2026-11-20')
    store.clock.today = '2026-11-23'
    await store.call('people.moveToBin', { id: bin })
    await store.call('people.edit', { id: secret, changes: { isPrivate: true } })
    await store.call('people.setNeverContact', { id: never, never: true, reason: '' })
    expect(await all()).toEqual([])
    expect(await due()).toEqual([])
  })
})

test('everyone who left is listed once for each time, with what they bought or to whom they went', async () => {
  const nora = await addProspect('Nora')
  await store.call('focusList.leave', { personId: nora, as: 'lost', reason: 'Price', lostTo: 'The mall' })
  store.clock.today = '2026-10-01'
  await store.call('focusList.add', { uid: uid(), personId: nora })
  await store.call('focusList.leave', { personId: nora, as: 'won', job: { id: null, what: 'Two prints' } })
  const secret = await addProspect('Private')
  await store.call('people.edit', { id: secret, changes: { isPrivate: true } })
  expect(await store.call('focusList.leavers', {})).toMatchObject([
    { name: 'Nora', as: 'won', leftOn: '2026-10-01', bought: 'Two prints', reason: '' },
    { name: 'Nora', as: 'lost', leftOn: '2026-09-01', lostTo: 'The mall', reason: 'Price', bought: '' },
  ])
})

describe('how it ended, on the page of somebody off the list', () => {
  const leftOf = async (id: number) => (await store.call('people.get', { id })).left

  test('each way, and nothing while they are on the list or courted again', async () => {
    const id = await addProspect('Sam Duarte')
    expect(await leftOf(id)).toBeNull()
    const lost = { as: 'lost', reason: 'Price', lostTo: 'The mall', revisitOn: '2026-12-01' } as const
    await store.call('focusList.leave', { personId: id, ...lost })
    const { revisitOn: returnsOn, ...told } = lost
    expect(await leftOf(id)).toEqual({ ...told, on: '2026-09-01', returnsOn })
    await store.call('focusList.letGo', { personId: id })
    expect(await leftOf(id)).toEqual({ ...told, on: '2026-09-01', returnsOn: null })

    store.clock.today = '2026-09-02'
    await log(id, '2026-09-02', { how: 'message', direction: 'in' })
    expect(await leftOf(id)).toBeNull()
    await store.call('focusList.add', { uid: uid(), personId: id })
    await store.call('focusList.leave', { personId: id, as: 'dropped', reason: 'No need for us' })
    expect(await leftOf(id)).toMatchObject({ as: 'dropped', on: '2026-09-02', reason: 'No need for us' })
  })

  test('who is parked and asks for something meanwhile still comes back on the day', async () => {
    const id = await addProspect('Mina Park')
    const parked = { as: 'parked', reason: 'next year', revisitOn: '2026-12-01' } as const
    await store.call('focusList.leave', { personId: id, ...parked })
    store.clock.today = '2026-09-03'
    await log(id, '2026-09-03', { how: 'message', direction: 'in' })
    expect(await leftOf(id)).toMatchObject({ as: 'parked', returnsOn: '2026-12-01' })
    expect((await store.call('focusList.parked', {})).count).toBe(1)
  })
})
