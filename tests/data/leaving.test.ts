// Leaving the focus list on a real file: what is proposed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../src/data/row-hashes.ts'
import type { CallInput } from '../../src/shared/contract/index.ts'
import { say } from '../../src/shared/messages/translate.ts'
import { addDays } from '../../src/shared/rules/days.ts'
import { makeStore, type TestStore } from '../support/make-store.ts'
import { writeOutside } from '../support/write-outside.ts'

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
      'Tried: 6 tries since Wed 2 Sept, and nobody reached. Park them for a while?',
      'Quiet: 12 touches since Thu 3 Sept, no answer yet. Look again?',
      'Undated: No next step for 83 days. Give a date, park or drop?',
    ])
    expect(await store.call('focusList.proposals', {})).toMatchObject([
      { propose: 'drop', personId: ruledOut },
      { propose: 'park', personId: tried },
      { propose: 'look again', personId: quiet },
      { propose: 'decide', personId: undated },
    ])
  })

  test('nobody in the bin or private is proposed', async () => {
    const bin = await addProspect('Bin')
    await addProspect('Here')
    store.clock.today = '2026-11-23'
    await store.call('people.moveToBin', { id: bin })
    expect(await propose()).toEqual(['Here: No next step for 83 days. Give a date, park or drop?'])
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
    expect(await propose()).toEqual(['Quiet: 18 touches since Thu 1 Oct, no answer yet. Look again?'])
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

  test('what lay before this courtship does not count', async () => {
    const { id } = await store.call('people.add', { uid: uid(), name: 'Old' })
    store.clock.today = '2026-11-20'
    for (let n = 0; n < 12; n++) await log(id, addDays('2026-10-01', n))
    await store.call('focusList.add', { uid: uid(), personId: id })
    expect(await propose()).toEqual([])
  })

  test('thirty days start anew when a step is done, and stand still while closed', async () => {
    const id = await addProspect('Undated')
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
