// Places on a real file: who goes there, a visit with its touches in one step, what comes, and what undo brings back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { findOccasions } from '../../../src/data/places/places.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { sayOccasion } from '../../../src/shared/messages/say-occasion.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { touchesIn } from '../../support/touches-in.ts'

let store: TestStore
let nora: number
let tom: number
let chamber: number
beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
  nora = await addPerson('Nora Lindqvist')
  tom = await addPerson('Tom Abara')
  chamber = await addPlace({ name: 'Chamber breakfast', kind: 'breakfast', personIds: [nora, tom] })
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()
const addPerson = async (name: string) => (await store.call('people.add', { uid: uid(), name })).id
const addPlace = async (place: Omit<CallInput<'places.add'>, 'uid'>) =>
  (await store.call('places.add', { uid: uid(), ...place })).id
const visit = (draft: CallInput<'places.logVisit'>['visit'] = {}, placeId = chamber) =>
  store.call('places.logVisit', { uid: uid(), placeId, visit: draft })
const get = (id = chamber) => store.call('places.get', { id })
const edit = (changes: CallInput<'places.edit'>['changes'], id = chamber) =>
  store.call('places.edit', { id, changes })
const list = async (search = '') => (await store.call('places.list', { search })).rows.map((row) => row.name)
const readAll = (sql: string) => store.store.sqlite.prepare(sql).all() as Record<string, unknown>[]
const hash = () => hashContent(store.store.sqlite)
const lastSaid = async () => say((await store.call('app.history', {})).undo!)
const touchesOf = async (personId: number) => touchesIn(await store.call('touches.timeline', { personId }))

describe('a place', () => {
  test('is kept with everything about it, found by its words, removed and brought back by undo', async () => {
    await edit({
      nextOn: '2026-11-26',
      nextWhat: ' talk ',
      nextBring: 'colour card',
      note: 'at seven',
      kind: 'club',
    })
    expect(await get()).toMatchObject({
      name: 'Chamber breakfast',
      kind: 'club',
      nextOn: '2026-11-26',
      nextWhat: 'talk',
      nextBring: 'colour card',
      note: 'at seven',
      peopleCount: 2,
      visitCount: 0,
      proposedOn: null,
    })
    await addPlace({ name: 'Café Ünder' })
    await addPlace({ name: 'Art evening', nextOn: '2026-12-01' })
    expect(await list()).toEqual(['Chamber breakfast', 'Art evening', 'Café Ünder'])
    expect(await list('cafe und')).toEqual(['Café Ünder'])
    expect(await list('under')).toEqual(['Café Ünder'])
    expect(await list('breakf')).toEqual(['Chamber breakfast'])
    const before = hash()
    await store.call('places.remove', { id: chamber })
    expect(await list()).toEqual(['Art evening', 'Café Ünder'])
    await expect(get()).rejects.toMatchObject({ code: 'not-found' })
    expect((await store.call('people.get', { id: nora })).places).toEqual([])
    await store.call('app.undo', {})
    expect(hash()).toBe(before)
    expect(await list()).toHaveLength(3)
  })

  test('is read in pages, what is over no longer first', async () => {
    for (const number of [1, 2, 3, 4]) await addPlace({ name: `Market ${number}` })
    await edit({ nextOn: '2026-11-24' })
    const page = await store.call('places.list', { offset: 1, limit: 2 })
    expect(page.total).toBe(5)
    expect(page.rows.map((row) => row.name)).toEqual(['Market 1', 'Market 2'])
    await edit(
      { nextOn: '2026-11-24' },
      (await store.call('places.list', { search: 'Market 3' })).rows[0]!.id,
    )
    await store.reopen('2026-11-25')
    expect(await list()).toEqual(['Chamber breakfast', 'Market 1', 'Market 2', 'Market 3', 'Market 4'])
  })

  test.each([
    ['no name', { name: ' ' }, 'place-needs-name'],
    ['a name that is here', { name: 'chamber  BREAKFAST' }, 'place-here-already'],
    ['an occasion that is over', { name: 'Fair', nextOn: '2026-11-22' }, 'occasion-over'],
    ['somebody who is not there', { name: 'Fair', personIds: [999] }, 'not-found'],
  ])('refuses %s and changes nothing', async (_name, place, code) => {
    const before = hash()
    await expect(addPlace(place)).rejects.toMatchObject({ code })
    expect(hash()).toBe(before)
  })

  test('refuses nonsense while it is edited, and takes its own name and its own past day', async () => {
    await addPlace({ name: 'Fair' })
    await expect(edit({ name: '' })).rejects.toMatchObject({ code: 'place-needs-name' })
    await expect(edit({ name: 'FAIR' })).rejects.toMatchObject({
      code: 'place-here-already',
      facts: { name: 'Fair' },
    })
    await expect(edit({ nextOn: '2026-11-22' })).rejects.toMatchObject({ code: 'occasion-over' })
    await expect(edit({ nextOn: '2026-02-31' })).rejects.toMatchObject({ code: 'bad-input' })
    await edit({ name: 'Chamber Breakfast', nextOn: '2026-11-23' })
    await store.reopen('2026-11-24')
    await edit({ nextOn: '2026-11-23', nextWhat: 'it was' })
    expect(await get()).toMatchObject({ name: 'Chamber Breakfast', nextOn: '2026-11-23', nextWhat: 'it was' })
  })

  test('is added once under one uid', async () => {
    const again = { uid: uid(), name: 'Fair' }
    const first = await store.call('places.add', again)
    expect(await store.call('places.add', again)).toEqual(first)
    expect(await list()).toHaveLength(2)
  })
})

describe('who goes there', () => {
  test('is added from their page by a name that is here or one made on the spot, and taken away', async () => {
    const ann = await addPerson('Ann')
    const before = hash()
    const { placeId } = await store.call('places.addPerson', {
      uid: uid(),
      personId: ann,
      place: { name: ' chamber breakfast' },
    })
    expect(placeId).toBe(chamber)
    expect(await lastSaid()).toBe('Ann goes to Chamber breakfast')
    await store.call('places.addPerson', { uid: uid(), personId: ann, place: { name: 'Yoga' } })
    expect((await store.call('people.get', { id: ann })).places.map((place) => place.name)).toEqual([
      'Chamber breakfast',
      'Yoga',
    ])
    await expect(
      store.call('places.addPerson', { uid: uid(), personId: ann, place: { id: chamber } }),
    ).rejects.toMatchObject({ code: 'goes-there-already' })
    await expect(
      store.call('places.addPerson', { uid: uid(), personId: ann, place: { name: ' ' } }),
    ).rejects.toMatchObject({ code: 'place-needs-name' })
    await store.call('places.removePerson', { placeId: chamber, personId: ann })
    await expect(
      store.call('places.removePerson', { placeId: chamber, personId: ann }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    for (let step = 0; step < 3; step++) await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })

  test('leaves out the private and those in the bin, and deletes with them what hangs on them', async () => {
    await store.call('people.edit', { id: nora, changes: { isPrivate: true } })
    await store.call('people.moveToBin', { id: tom })
    expect(await get()).toMatchObject({ people: [], peopleCount: 0 })
    expect((await store.call('places.list', {})).rows[0]).toMatchObject({ people: 0 })
    store.workOn('2026-12-29', '2026-12-30')
    await store.reopen('2026-12-30')
    expect(readAll('SELECT person_id FROM place_people')).toEqual([{ person_id: nora }])
  })
})

describe('where they spend time', () => {
  const standingOf = async () => (await store.call('people.get', { id: nora })).standing.standing
  const answered = async () =>
    (await store.call('focusList.get', {})).rows.find((row) => row.personId === nora)!.answered

  test('is answered by a place they go to, for the card and for the standing, and asked again without', async () => {
    await store.call('focusList.add', { uid: uid(), personId: nora })
    for (const question of ['why', 'what', 'how'] as const)
      await store.call('knowCard.answer', { personId: nora, question, words: 'yes' })
    for (const question of ['need', 'decider', 'price'] as const)
      await store.call('knowCard.qualify', { personId: nora, question, answer: 'yes' })
    expect([await answered(), await standingOf()]).toEqual([4, 'known'])
    const listed = async () => (await store.call('people.list', { search: 'nora' })).rows[0]!.standing
    expect(await listed()).toBe('known')
    await store.call('knowCard.answer', { personId: nora, question: 'where', words: 'breakfasts' })
    expect(await answered()).toBe(4)
    await store.call('knowCard.answer', { personId: nora, question: 'where', words: '' })
    await store.call('places.remove', { id: chamber })
    expect([await answered(), await standingOf(), await listed()]).toEqual([3, '', ''])
    await store.call('app.undo', {})
    expect([await answered(), await standingOf(), await listed()]).toEqual([4, 'known', 'known'])
    await store.call('places.removePerson', { placeId: chamber, personId: nora })
    expect([await answered(), await standingOf(), await listed()]).toEqual([3, '', ''])
  })
})

describe('a visit', () => {
  test('writes a touch for each person met, minutes and cost once, in one step taken back by one', async () => {
    await edit({ nextOn: '2026-11-23', nextWhat: 'talk', nextBring: 'colour card' })
    const before = hash()
    const { id } = await visit({
      brought: 'Colour card',
      minutes: 60,
      cost: 1200,
      note: 'crowded',
      met: [{ personId: nora }, { personId: tom, talked: true }],
    })
    expect(await lastSaid()).toBe('Visited Chamber breakfast on Mon 23 Nov and saw 2 people')
    const [noras] = await touchesOf(nora)
    const [toms] = await touchesOf(tom)
    const shared = {
      happenedOn: '2026-11-23',
      channel: 'event',
      gave: true,
      note: 'Colour card',
      minutes: null,
    }
    expect(noras).toMatchObject({ ...shared, how: 'event', counts: 'touch', toMany: false, cost: null })
    expect(toms).toMatchObject({ ...shared, how: 'met', counts: 'contact', toMany: false, cost: null })
    expect(await get()).toMatchObject({
      nextOn: null,
      nextWhat: '',
      nextBring: '',
      visits: [
        {
          id,
          visitedOn: '2026-11-23',
          brought: 'Colour card',
          note: 'crowded',
          minutes: 60,
          cost: 1200,
          met: [
            { id: nora, talked: false },
            { id: tom, talked: true },
          ],
        },
      ],
    })
    const view = 'SELECT place, people_met, minutes, cost FROM report_place_visits'
    expect(readAll(view)).toEqual([{ place: 'Chamber breakfast', people_met: 2, minutes: 60, cost: 12 }])
    expect(readAll('SELECT DISTINCT place FROM report_touches')).toEqual([{ place: 'Chamber breakfast' }])
    await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })

  test('to several who only were there is one thing for many, and the ring counts it for none', async () => {
    await visit({ met: [{ personId: nora }, { personId: tom }] })
    for (const id of [nora, tom]) {
      expect((await touchesOf(id))[0]).toMatchObject({ how: 'event', toMany: true, gave: false })
      expect(await store.call('people.get', { id })).toMatchObject({ touches: 0, lastTouchOn: '2026-11-23' })
    }
    expect(
      readAll('SELECT DISTINCT to_many_uid = (SELECT uid FROM place_visits) AS same FROM touches'),
    ).toEqual([{ same: 1 }])
  })

  test('is no mailing: its touches are corrected each alone, with words for all on the place’s page', async () => {
    await visit({ brought: 'card', met: [{ personId: nora }, { personId: tom }] })
    const entry = (await store.call('touches.timeline', { personId: nora })).entries.find(
      (one) => one.kind === 'touch',
    )!
    expect(entry).toMatchObject({ touch: { toMany: true, recipients: 2, ofVisit: true } })
    const touch = { how: 'event', channel: 'event', note: 'hers' } as const
    await store.call('touches.correct', {
      id: (entry as { touch: { id: number } }).touch.id,
      touch,
      forAll: true,
    })
    expect((await touchesOf(nora))[0]).toMatchObject({ note: 'hers' })
    expect((await touchesOf(tom))[0]).toMatchObject({ note: 'card' })
  })

  test('notes that whoever was met there goes there, and counts nobody twice', async () => {
    const ann = await addPerson('Ann')
    await visit({ met: [{ personId: ann }, { personId: ann, talked: true }] })
    expect(await touchesOf(ann)).toHaveLength(1)
    expect((await get()).people.map((person) => person.name)).toContain('Ann')
  })

  test('of an earlier day leaves what comes as it is; one of that day or later closes it', async () => {
    await edit({ nextOn: '2026-11-23', nextBring: 'card' })
    await visit({ visitedOn: '2026-11-16' })
    expect(await get()).toMatchObject({ nextOn: '2026-11-23', nextBring: 'card' })
    await visit({ visitedOn: '2026-11-23' })
    expect(await get()).toMatchObject({ nextOn: null, nextBring: '' })
  })

  test('proposes the next day by the distance of the last two, while none is set', async () => {
    expect((await visit({ visitedOn: '2026-11-12' })).proposedOn).toBeNull()
    expect((await visit({ visitedOn: '2026-11-19' })).proposedOn).toBe('2026-11-26')
    await edit({ nextOn: '2026-12-01' })
    expect((await visit({ visitedOn: '2026-11-20' })).proposedOn).toBeNull()
  })

  test('is logged once under one uid, never ahead of its day, never at a place removed', async () => {
    const again = { uid: uid(), placeId: chamber, visit: { met: [{ personId: nora }] } }
    const { id } = await store.call('places.logVisit', again)
    expect((await store.call('places.logVisit', again)).id).toBe(id)
    expect(await touchesOf(nora)).toHaveLength(1)
    await expect(visit({ visitedOn: '2026-11-24' })).rejects.toMatchObject({ code: 'visit-ahead' })
    await expect(visit({ cost: -1 })).rejects.toMatchObject({ code: 'bad-input' })
    await store.call('places.remove', { id: chamber })
    await expect(visit()).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is corrected with its touches: who leaves, who comes, the day, what was brought', async () => {
    const ann = await addPerson('Ann')
    const { id } = await visit({ brought: 'card', met: [{ personId: nora }, { personId: tom }] })
    const [noras] = await touchesOf(nora)
    await store.call('touches.correct', {
      id: noras!.id,
      touch: { how: 'event', channel: 'event', note: 'She liked it', gave: true },
    })
    const before = hash()
    const corrected = {
      visitedOn: '2026-11-19',
      brought: 'sample',
      minutes: 30,
      met: [{ personId: nora, talked: true }, { personId: ann }],
    }
    await store.call('places.correctVisit', { id, visit: corrected })
    expect(await touchesOf(tom)).toEqual([])
    expect((await touchesOf(nora))[0]).toMatchObject({
      id: noras!.id,
      how: 'met',
      toMany: false,
      happenedOn: '2026-11-19',
      note: 'She liked it',
    })
    expect((await touchesOf(ann))[0]).toMatchObject({
      how: 'event',
      toMany: false,
      note: 'sample',
      gave: true,
    })
    expect((await get()).visits[0]).toMatchObject({ visitedOn: '2026-11-19', brought: 'sample', minutes: 30 })
    await expect(
      store.call('places.correctVisit', { id, visit: { visitedOn: '2026-11-24' } }),
    ).rejects.toMatchObject({ code: 'visit-ahead' })
    await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })

  test('names somebody once who was met as two, and keeps both touches when it is corrected', async () => {
    const { id } = await visit({ met: [{ personId: nora, talked: true }, { personId: tom }] })
    await store.call('duplicates.merge', { keptId: nora, goneId: tom })
    expect((await get()).visits[0]!.met).toMatchObject([{ id: nora, talked: true }])
    expect(await get()).toMatchObject({ peopleCount: 1 })
    await store.call('places.correctVisit', { id, visit: { met: [{ personId: nora, talked: true }] } })
    expect(await touchesOf(nora)).toHaveLength(2)
    expect(readAll('SELECT people_met FROM report_place_visits')).toEqual([{ people_met: 1 }])
  })

  test('keeps its day when only words are corrected, and the touch of who is in the bin', async () => {
    const { id } = await visit({ visitedOn: '2026-11-10', met: [{ personId: nora }, { personId: tom }] })
    await store.call('people.moveToBin', { id: tom })
    expect((await get()).visits[0]!.met).toHaveLength(1)
    await store.call('places.correctVisit', { id, visit: { note: 'loud', met: [{ personId: nora }] } })
    expect((await get()).visits[0]).toMatchObject({ visitedOn: '2026-11-10', note: 'loud' })
    await store.call('people.bringBack', { id: tom })
    expect((await touchesOf(tom))[0]).toMatchObject({ how: 'event', toMany: true })
    expect((await get()).visits[0]!.met).toHaveLength(2)
  })

  test('removed takes its touches along, and leaves what was agreed then', async () => {
    const before = hash()
    const { id } = await visit({ met: [{ personId: nora }] })
    const [touch] = await touchesOf(nora)
    await store.call('touches.correct', { id: touch!.id, touch: { how: 'met', outcome: 'named a friend' } })
    await store.call('places.removeVisit', { id })
    expect(await touchesOf(nora)).toEqual([])
    expect(readAll('SELECT * FROM referrals')).toEqual([])
    expect((await get()).visitCount).toBe(0)
    for (let step = 0; step < 3; step++) await store.call('app.undo', {})
    expect(hash()).toBe(before)
  })
})

describe('what comes', () => {
  const coming = async () => (await store.call('places.coming', {})).map(sayOccasion)

  test('is told up to seven days ahead and on its day, and rolls off when it is over', async () => {
    await edit({ nextOn: '2026-11-30', nextBring: 'colour card' })
    expect(await coming()).toEqual([
      'Chamber breakfast on Mon 30 Nov: Nora Lindqvist and Tom Abara go. Bring: colour card.',
    ])
    await edit({ nextOn: '2026-12-01' })
    expect(await coming()).toEqual([])
    await store.reopen('2026-12-01')
    expect(await coming()).toHaveLength(1)
    await store.reopen('2026-12-02')
    expect(await coming()).toEqual([])
    // Offered on its page, with the day it may be next.
    expect(await get()).toMatchObject({ nextOn: '2026-12-01' })
    await visit({ visitedOn: '2026-11-24' })
    expect(await get()).toMatchObject({ nextOn: '2026-12-01', proposedOn: '2026-12-08' })
  })

  test('names those on the focus list first, by their given names while these tell them apart', async () => {
    const others = []
    for (const name of ['Ada', 'Bea', 'Cy']) others.push(await addPerson(name))
    for (const personId of others)
      await store.call('places.addPerson', { uid: uid(), personId, place: { id: chamber } })
    await edit({ nextOn: '2026-11-24' })
    await store.call('people.edit', { id: tom, changes: { givenName: 'Tom', familyName: 'Abara' } })
    await store.call('focusList.add', { uid: uid(), personId: tom })
    expect(await coming()).toEqual(['Chamber breakfast on Tue 24 Nov: Tom, Ada and 3 more go.'])
    await store.call('people.edit', { id: others[0]!, changes: { name: 'Tom Berg', givenName: 'Tom' } })
    await store.call('focusList.add', { uid: uid(), personId: others[0]! })
    expect(await coming()).toEqual(['Chamber breakfast on Tue 24 Nov: Tom Abara, Tom Berg and 3 more go.'])
  })

  test('names nobody who is private, in the bin or wants no contact', async () => {
    await edit({ nextOn: '2026-11-24' })
    await store.call('people.setNeverContact', { id: nora, never: true })
    expect(await coming()).toEqual(['Chamber breakfast on Tue 24 Nov: Tom Abara goes.'])
    await store.call('people.edit', { id: tom, changes: { isPrivate: true } })
    expect(await coming()).toEqual(['Chamber breakfast on Tue 24 Nov.'])
    expect((await get()).people).toMatchObject([{ id: nora, neverContact: true }])
  })

  test('is found for the days of any week, soonest first, places removed left out', async () => {
    await edit({ nextOn: '2026-12-04' })
    const fair = await addPlace({ name: 'Fair', nextOn: '2026-12-01' })
    const found = () =>
      findOccasions(store.store.readerSqlite, '2026-11-30', '2026-12-06').map((one) => one.place)
    expect(found()).toEqual(['Fair', 'Chamber breakfast'])
    await store.call('places.remove', { id: fair })
    expect(found()).toEqual(['Chamber breakfast'])
  })
})
