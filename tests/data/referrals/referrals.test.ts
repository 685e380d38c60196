// Who named whom on a real file: what a name opens, how thanks close, what came of it, and what undo brings back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { thankedNote } from '../../../src/renderer/features/referrals/referral-words.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { saySource } from '../../../src/shared/messages/say-source.ts'
import { say, setLanguage } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { touchesIn } from '../../support/touches-in.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
let nora: number
beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
  nora = await add('Nora Lindqvist')
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()
type Friend = CallInput<'touches.log'>['named']

async function add(name: string, more: Partial<CallInput<'people.add'>> = {}): Promise<number> {
  return (await store.call('people.add', { uid: uid(), name, ...more })).id
}

async function logNamed(named: Friend = null, happenedOn = '2026-11-23') {
  const touch = { how: 'talked', outcome: 'named a friend', happenedOn } as const
  return (await store.call('touches.log', { uid: uid(), personId: nora, touch, named })).id
}

const thanksOwed = () => store.call('referrals.thanksOwed', {})
const names = async () => (await store.call('referrals.names', {})).names
const readAll = (sql: string) => store.store.sqlite.prepare(sql).all()
const hash = () => hashContent(store.store.sqlite)
const findByName = async (name: string) => (await store.call('people.find', { typed: name }))[0]!.id

async function reasonOf(personId: number) {
  await store.call('focusList.add', { uid: uid(), personId })
  const { rows } = await store.call('focusList.get', {})
  return say(rows.find((row) => row.personId === personId)!.reasons[0]!)
}

describe('a touch that named a friend', () => {
  test('opens the friend, their pursuit, the referral and the thanks, in one step taken back by one', async () => {
    const before = hash()
    const touchId = await logNamed({ name: ' Sam Duarte ', phone: '555 0117', agreed: true }, '2026-11-20')
    const sam = await findByName('Sam')
    expect(await store.call('people.get', { id: sam })).toMatchObject({
      name: 'Sam Duarte',
      source: 'referral',
      contactPoints: [{ kind: 'phone', value: '555 0117' }],
    })
    expect(readAll('SELECT person_id, opened_on, opened_how, source FROM pursuits')).toEqual([
      { person_id: sam, opened_on: '2026-11-20', opened_how: 'referral', source: 'referral' },
    ])
    expect(readAll('SELECT referrer_id, person_id, touch_id, named_on, agreed FROM referrals')).toEqual([
      { referrer_id: nora, person_id: sam, touch_id: touchId, named_on: '2026-11-20', agreed: 1 },
    ])
    expect(await thanksOwed()).toEqual([
      {
        referrer: { id: nora, name: 'Nora Lindqvist', firm: '' },
        since: '2026-11-20',
        friends: [{ id: sam, name: 'Sam Duarte', firm: '' }],
        unnamed: 0,
      },
    ])
    await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })

  test('says whom in the line at the foot', async () => {
    await logNamed({ name: 'Sam Duarte' })
    expect(say((await store.call('app.history', {})).undo!)).toBe('Logged: Nora Lindqvist named Sam Duarte')
    await logNamed()
    expect(say((await store.call('app.history', {})).undo!)).toBe('Logged: Nora Lindqvist named a friend')
  })

  test('without a name is owed thanks all the same, and the name can follow', async () => {
    await logNamed()
    expect(await thanksOwed()).toMatchObject([{ since: '2026-11-23', friends: [], unnamed: 1 }])
    const [given] = await names()
    expect(given).toMatchObject({ friend: null, outcome: '' })
    const before = hash()
    const { personId } = await store.call('referrals.nameFriend', {
      id: given!.id,
      friend: { name: 'Sam Duarte', agreed: false },
    })
    expect(await names()).toMatchObject([
      { friend: { id: personId }, agreed: false, outcome: 'not reached yet' },
    ])
    expect(readAll('SELECT opened_how FROM pursuits')).toEqual([{ opened_how: 'referral' }])
    await expect(
      store.call('referrals.nameFriend', { id: given!.id, friend: { name: 'Lee' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await store.call('app.undo', {})
    expect(hash()).toBe(before)
    await expect(store.call('referrals.nameFriend', { id: given!.id, friend: {} })).rejects.toMatchObject({
      code: 'person-needs-name',
    })
  })

  test('picks somebody who is here, keeps their source, and refuses to name themselves', async () => {
    const lee = await add('Lee', { source: 'spring fair' })
    await logNamed({ personId: lee, agreed: true })
    expect(await store.call('people.get', { id: lee })).toMatchObject({ source: 'spring fair' })
    const before = hash()
    await expect(logNamed({ personId: nora })).rejects.toMatchObject({ code: 'named-themselves' })
    expect(hash()).toBe(before)
  })

  test('names the same friend twice before the thanks: one line; after them: thanks are owed again', async () => {
    const lee = await add('Lee')
    await logNamed({ personId: lee })
    await logNamed({ personId: lee, agreed: true })
    expect(await names()).toMatchObject([{ friend: { id: lee }, agreed: true }])
    await store.call('referrals.thank', { uid: uid(), referrerId: nora })
    await logNamed({ personId: lee })
    expect(await names()).toHaveLength(2)
    expect(await thanksOwed()).toHaveLength(1)
  })

  test('corrected to or from, moved or removed, takes the name it gave along; whoever was thanked for stays', async () => {
    const talked = await store.call('touches.log', { uid: uid(), personId: nora, touch: { how: 'talked' } })
    const correct = (touch: CallInput<'touches.correct'>['touch']) =>
      store.call('touches.correct', { id: talked.id, touch })
    const before = hash()
    await correct({ how: 'talked', outcome: 'named a friend' })
    expect(await thanksOwed()).toHaveLength(1)
    await correct({ how: 'talked', outcome: 'named a friend', happenedOn: '2026-11-18' })
    expect(await thanksOwed()).toMatchObject([{ since: '2026-11-18', unnamed: 1 }])
    await correct({ how: 'talked', happenedOn: '2026-11-18' })
    expect(await thanksOwed()).toEqual([])
    for (let step = 0; step < 3; step += 1) await store.call('app.undo', {})
    expect(hash()).toBe(before)
    const named = await logNamed({ name: 'Sam Duarte' })
    const unnamed = await logNamed()
    await store.call('touches.remove', { id: named })
    await store.call('touches.remove', { id: unnamed })
    expect(await thanksOwed()).toEqual([])
    const thanked = await logNamed({ name: 'Lee' })
    await store.call('referrals.thank', { uid: uid(), referrerId: nora })
    await store.call('touches.remove', { id: thanked })
    expect(await names()).toMatchObject([{ friend: { name: 'Lee' } }])
  })
})

describe('the source that links a referrer', () => {
  test('the source goes with the name that made it, whichever language is spoken by then', async () => {
    const sam = await add('Sam Duarte', { referrerId: nora })
    const sourceOf = async () => (await store.call('people.get', { id: sam })).source
    setLanguage('pseudo')
    try {
      expect(saySource(await sourceOf())).not.toBe('referral')
      const [given] = await names()
      await store.call('referrals.unlinkReferrer', { id: given!.id })
      expect(await sourceOf()).toBe('')
    } finally {
      setLanguage('en')
    }
  })

  test('opens the pursuit on the day they were written down, and is changed and taken back', async () => {
    const tom = await add('Tom')
    const sam = await add('Sam')
    store.clock.today = '2026-11-30'
    const before = hash()
    const { id } = await store.call('referrals.linkReferrer', { personId: sam, referrerId: nora })
    expect(await store.call('people.get', { id: sam })).toMatchObject({
      source: 'referral',
      referrals: { namedBy: [{ id, referrer: { id: nora }, namedOn: '2026-11-23', agreed: null }] },
    })
    expect(readAll('SELECT opened_on, opened_how, source FROM pursuits')).toEqual([
      { opened_on: '2026-11-23', opened_how: 'referral', source: 'referral' },
    ])
    const again = await store.call('referrals.linkReferrer', { personId: sam, referrerId: nora })
    expect(again.id).toBe(id)
    await store.call('referrals.linkReferrer', { personId: sam, referrerId: tom, replaces: id })
    expect((await names()).map((given) => given.referrer.name)).toEqual(['Tom'])
    expect(readAll('SELECT id FROM pursuits')).toHaveLength(1)
    const [given] = await names()
    await store.call('referrals.unlinkReferrer', { id: given!.id })
    expect(hash()).toBe(before)
    // Linking the same two again changed nothing.
    for (let step = 0; step < 3; step += 1) await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })

  test('taken back keeps a pursuit that has become one, and thanks for what a touch said', async () => {
    const touchId = await logNamed({ name: 'Sam Duarte' })
    const sam = await findByName('Sam')
    await store.call('focusList.add', { uid: uid(), personId: sam })
    const [given] = await names()
    await store.call('referrals.unlinkReferrer', { id: given!.id })
    expect(readAll('SELECT person_id, touch_id FROM referrals')).toEqual([
      { person_id: null, touch_id: touchId },
    ])
    expect(await thanksOwed()).toMatchObject([{ friends: [], unnamed: 1 }])
    expect(readAll('SELECT closed_on FROM pursuits')).toEqual([{ closed_on: null }])
  })

  test('is offered when a person is added, and one undo takes both back', async () => {
    const before = hash()
    const sam = await add('Sam', { referrerId: nora })
    expect(await thanksOwed()).toMatchObject([{ referrer: { id: nora }, friends: [{ id: sam }] }])
    expect(readAll('SELECT opened_how FROM pursuits')).toEqual([{ opened_how: 'referral' }])
    await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })

  test('opens no pursuit for the private, those not to be contacted, or where one ended later', async () => {
    const [hidden, never, old] = [await add('A'), await add('B'), await add('C')]
    await store.call('people.edit', { id: hidden, changes: { isPrivate: true } })
    await store.call('people.setNeverContact', { id: never, never: true })
    await store.call('focusList.add', { uid: uid(), personId: old })
    await store.call('focusList.leave', { personId: old, as: 'won' })
    for (const personId of [hidden, never, old]) {
      await store.call('referrals.linkReferrer', { personId, referrerId: nora })
    }
    expect(readAll('SELECT person_id, closed_as FROM pursuits')).toEqual([
      { person_id: old, closed_as: 'won' },
    ])
    // A private friend is owed thanks, not named.
    expect((await names()).map((given) => given.friend?.id)).not.toContain(hidden)
    expect((await thanksOwed())[0]!.friends.map((friend) => friend.id)).toEqual([never, old])
  })

  test('refuses somebody who named themselves, or who is gone', async () => {
    const sam = await add('Sam')
    const link = (referrerId: number) => store.call('referrals.linkReferrer', { personId: sam, referrerId })
    await expect(link(sam)).rejects.toMatchObject({ code: 'named-themselves' })
    await store.call('people.moveToBin', { id: nora })
    await expect(link(nora)).rejects.toMatchObject({ code: 'in-bin' })
  })
})

describe('thanks', () => {
  test('close every name of that referrer, log the touch with the names, and are taken back by one undo', async () => {
    await logNamed({ name: 'Sam Duarte' })
    await logNamed({ name: 'Lee' })
    store.clock.today = '2026-11-24'
    const before = hash()
    const once = uid()
    const note = thankedNote((await thanksOwed())[0]!)
    await store.call('referrals.thank', { uid: once, referrerId: nora, how: 'message', note })
    const after = hash()
    await store.call('referrals.thank', { uid: once, referrerId: nora, how: 'message', note })
    expect(hash()).toBe(after)
    expect(await thanksOwed()).toEqual([])
    expect(readAll('SELECT DISTINCT thanked_on FROM referrals')).toEqual([{ thanked_on: '2026-11-24' }])
    const touches = touchesIn(await store.call('touches.timeline', { personId: nora }))
    expect(touches[0]).toMatchObject({
      how: 'message',
      happenedOn: '2026-11-24',
      note: 'Thanked for naming Sam Duarte, Lee',
      gave: false,
    })
    await expect(store.call('referrals.thank', { uid: uid(), referrerId: nora })).rejects.toMatchObject({
      code: 'not-found',
    })
    await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })

  test('logged already close without another touch', async () => {
    await logNamed()
    await store.call('referrals.thank', { uid: uid(), referrerId: nora })
    expect(await thanksOwed()).toEqual([])
    expect(touchesIn(await store.call('touches.timeline', { personId: nora }))).toHaveLength(1)
  })

  test('are not asked for from those in the bin, private or not to be contacted', async () => {
    await logNamed({ name: 'Sam Duarte' })
    await store.call('people.moveToBin', { id: nora })
    expect(await thanksOwed()).toEqual([])
    expect(await names()).toEqual([])
    await store.call('app.undo', {})
    await store.call('people.setNeverContact', { id: nora, never: true })
    expect(await thanksOwed()).toEqual([])
    expect(await names()).toHaveLength(1)
    await store.call('app.undo', {})
    await store.call('people.edit', { id: nora, changes: { isPrivate: true } })
    expect(await thanksOwed()).toEqual([])
    expect(await names()).toEqual([])
  })

  test('stay owed while the friend is in the bin, and go with either for good', async () => {
    await logNamed({ name: 'Sam Duarte' })
    await store.call('people.moveToBin', { id: await findByName('Sam') })
    expect(await thanksOwed()).toMatchObject([{ friends: [], unnamed: 0 }])
    expect(await names()).toEqual([])
    store.workOn('2026-12-30', '2026-12-31')
    await store.reopen('2026-12-31')
    expect(readAll('SELECT id FROM referrals')).toEqual([])
    expect(readAll('PRAGMA foreign_key_check')).toEqual([])
  })
})

describe('what came of a name', () => {
  test('follows what happened since it was given, and the report view says the same', async () => {
    const sam = await add('Sam')
    const log = (touch: CallInput<'touches.log'>['touch']) =>
      store.call('touches.log', { uid: uid(), personId: sam, touch })
    await log({ how: 'talked', happenedOn: '2026-11-10', outcome: 'bought' })
    await logNamed({ personId: sam }, '2026-11-20')
    const outcomes: string[] = []
    const note = async () => outcomes.push((await names())[0]!.outcome)
    await note()
    await log({ how: 'voicemail' })
    await note()
    await log({ how: 'message', direction: 'in' })
    await note()
    await log({ how: 'message', outcome: 'quote' })
    await note()
    await log({ how: 'talked', outcome: 'lost' })
    await note()
    writeOutside(
      store,
      "INSERT INTO jobs (uid, person_id, what, ordered_on) VALUES ('j1', ?, 'frame', '2026-11-23')",
      sam,
    )
    await note()
    expect(outcomes).toEqual(['not reached yet', 'not reached yet', 'talked', 'quoted', 'lost', 'bought'])
    expect(readAll('SELECT person, outcome FROM report_referrals')).toEqual([
      { person: 'Sam', outcome: 'bought' },
    ])
  })

  test('is reported back once, and a report is taken back', async () => {
    await logNamed({ name: 'Sam Duarte' })
    const [given] = await names()
    const before = hash()
    await store.call('referrals.reportBack', { id: given!.id })
    expect(await names()).toMatchObject([{ reportedOn: '2026-11-23' }])
    await expect(store.call('referrals.reportBack', { id: given!.id })).rejects.toMatchObject({
      code: 'not-found',
    })
    await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })

  test('the view shows a name that is not written down, too', async () => {
    await logNamed()
    expect(readAll('SELECT referrer, person_id, person, outcome FROM report_referrals')).toEqual([
      { referrer: 'Nora Lindqvist', person_id: null, person: '', outcome: '' },
    ])
  })
})

describe('the reasons', () => {
  test('a friend who expects us comes before one who was only named', async () => {
    await logNamed({ name: 'Sam Duarte', agreed: true }, '2026-11-19')
    await logNamed({ name: 'Lee' }, '2026-11-19')
    const waiting = await reasonOf(await findByName('Sam'))
    const named = await reasonOf(await findByName('Lee'))
    expect([waiting, named]).toEqual([
      'Expects your call: Nora Lindqvist said so on Thu 19 Nov',
      'This name came from Nora Lindqvist on Thu 19 Nov; not reached yet',
    ])
  })

  test('do not tell who named them when that is private', async () => {
    await logNamed({ name: 'Lee' }, '2026-11-19')
    await store.call('people.edit', { id: nora, changes: { isPrivate: true } })
    expect(await reasonOf(await findByName('Lee'))).toBe(
      'This name came from a friend on Thu 19 Nov; not reached yet',
    )
  })
})

test('the sample shop shows thanks owed and every outcome that its story tells', async () => {
  const shop = await makeStore({ today: '2026-11-23' })
  try {
    await shop.call('app.fillDemo', {})
    const owed = await shop.call('referrals.thanksOwed', {})
    expect(owed.map((thanks) => thanks.referrer.name).sort()).toEqual(['Frank Dellacourt', 'Nora Lindqvist'])
    const { names: given, more } = await shop.call('referrals.names', {})
    expect(more).toBe(false)
    expect(await shop.call('referrals.names', { limit: 2 })).toEqual({ more: true, names: given.slice(0, 2) })
    expect(Object.fromEntries(given.map((one) => [one.friend?.name, one.outcome]))).toMatchObject({
      'Sam Duarte': 'not reached yet',
      'Kofi Mensah': 'not reached yet',
    })
    expect(new Set(given.map((one) => one.outcome))).toEqual(new Set(['not reached yet', 'bought', 'lost']))
  } finally {
    shop.close()
  }
})
