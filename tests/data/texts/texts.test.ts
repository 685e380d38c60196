// Texts used again: kept, changed, removed and undone; and what of a person may fill them.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()
const names = async () => (await store.call('texts.list', {})).map(({ name }) => name)
const note = { name: 'Thank you', channel: 'letter' as const, body: 'Dear {given name}' }

describe('keeping texts', () => {
  test('added together, undone together, and listed by the way they go', async () => {
    await store.call('texts.add', {
      texts: [
        { uid: uid(), ...note },
        { uid: uid(), name: ' Quote ', channel: 'email', subject: ' Your quote ', body: ' Hello \n' },
        { uid: uid(), name: 'After work', channel: 'email', body: 'Hello' },
      ],
    })
    const texts = await store.call('texts.list', {})
    expect(texts.map(({ id: _, ...text }) => text)).toEqual([
      { name: 'After work', channel: 'email', subject: '', body: 'Hello' },
      { name: 'Quote', channel: 'email', subject: 'Your quote', body: 'Hello' },
      { ...note, subject: '' },
    ])
    await store.call('app.undo', {})
    expect(await names()).toEqual([])
    await store.call('app.redo', {})
    expect(await names()).toHaveLength(3)
  })

  test('a retry under the same uid adds nothing', async () => {
    const text = { uid: uid(), ...note }
    const first = await store.call('texts.add', { texts: [text] })
    expect(await store.call('texts.add', { texts: [text] })).toEqual(first)
    expect(await names()).toEqual(['Thank you'])
  })

  test('changed and removed, each undone by itself', async () => {
    const { ids } = await store.call('texts.add', { texts: [{ uid: uid(), ...note }] })
    const id = ids[0]!
    await store.call('texts.edit', { id, ...note, name: 'Thanks', channel: 'phone', subject: 'left over' })
    expect(await store.call('texts.list', {})).toMatchObject([{ name: 'Thanks', subject: '' }])
    await store.call('texts.remove', { id })
    expect(await names()).toEqual([])
    await expect(store.call('texts.edit', { id, ...note })).rejects.toMatchObject({ code: 'not-found' })
    await expect(store.call('texts.remove', { id })).rejects.toMatchObject({ code: 'not-found' })
    await store.call('app.undo', {})
    expect(await names()).toEqual(['Thanks'])
    await store.call('app.undo', {})
    expect(await names()).toEqual(['Thank you'])
  })

  test('a text needs a name and words, and one that lacks them keeps the others out, too', async () => {
    const add = (...texts: { name: string; body: string }[]) =>
      store.call('texts.add', { texts: texts.map((text) => ({ ...note, uid: uid(), ...text })) })
    await expect(add({ name: ' ', body: 'x' })).rejects.toMatchObject({ code: 'text-needs-name' })
    await expect(add({ name: 'A', body: 'x' }, { name: 'B', body: ' \n' })).rejects.toMatchObject({
      code: 'text-needs-words',
    })
    expect(await names()).toEqual([])
  })

  test('the report view shows them as they are kept', async () => {
    const { ids } = await store.call('texts.add', {
      texts: [
        { uid: uid(), ...note },
        { uid: uid(), ...note, name: 'Gone' },
      ],
    })
    await store.call('texts.remove', { id: ids[1]! })
    expect(store.store.readerSqlite.prepare('SELECT * FROM report_message_texts').all()).toEqual([
      { id: ids[0], ...note, subject: '' },
    ])
  })
})

describe('what fills a text', () => {
  const add = async (fields: { name: string; firmName?: string }) =>
    (await store.call('people.add', { uid: uid(), ...fields })).id
  const factsOf = (personId: number) => store.call('texts.facts', { personId })

  test('of somebody nothing is known of, only the name', async () => {
    expect(await factsOf(await add({ name: 'Nora Lindqvist' }))).toEqual({
      givenName: 'Nora',
      name: 'Nora Lindqvist',
      firm: '',
      foundWords: '',
      job: '',
      nextStep: null,
      lastTouchOn: null,
      referrer: null,
    })
  })

  test('a firm is written to by its name', async () => {
    expect(await factsOf(await add({ name: '', firmName: 'Lind & Sons' }))).toMatchObject({
      givenName: '',
      name: 'Lind & Sons',
      firm: 'Lind & Sons',
    })
  })

  test('the last touch that reached them, the earliest open step, the job spoken of last, who named them', async () => {
    const nora = await add({ name: 'Nora Lindqvist' })
    const bea = await add({ name: 'Bea Orr' })
    const log = (how: 'met' | 'no answer', happenedOn: string) =>
      store.call('touches.log', { uid: uid(), personId: nora, touch: { how, happenedOn } })
    await log('met', '2026-11-03')
    await log('no answer', '2026-11-20')
    for (const [what, dueOn] of [
      ['ring again', '2026-12-01'],
      ['bring the sample', '2026-11-26'],
    ] as const) {
      await store.call('touches.addNextStep', { uid: uid(), personId: nora, step: { what, dueOn } })
    }
    const insert = 'INSERT INTO jobs (uid, person_id, what, quoted_on, paid_on) VALUES (?, ?, ?, ?, ?)'
    writeOutside(store, insert, uid(), nora, 'oak frame', '2026-11-10', null)
    writeOutside(store, insert, uid(), nora, 'mirror', '2026-01-02', '2026-02-02')
    await store.call('referrals.linkReferrer', { personId: nora, referrerId: bea })
    const facts = {
      job: 'oak frame',
      nextStep: { what: 'bring the sample', dueOn: '2026-11-26' },
      lastTouchOn: '2026-11-03',
    }
    expect(await factsOf(nora)).toMatchObject({ ...facts, referrer: { name: 'Bea Orr', isHidden: false } })

    // The name of somebody private does not leave the file, not even towards the page.
    await store.call('people.edit', { id: bea, changes: { isPrivate: true } })
    expect(await factsOf(nora)).toMatchObject({ ...facts, referrer: { name: '', isHidden: true } })
    await store.call('people.moveToBin', { id: bea })
    expect(await factsOf(nora)).toMatchObject({ ...facts, referrer: null })
  })

  test('nobody in the bin is written to', async () => {
    const nora = await add({ name: 'Nora Lindqvist' })
    await store.call('people.moveToBin', { id: nora })
    await expect(factsOf(nora)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('whom letters may go to', () => {
  test('each once, in the order asked, with the address and what stands against it; nobody from the bin', async () => {
    const add = async (name: string) => (await store.call('people.add', { uid: uid(), name })).id
    const [ana, bea, cem, dov, gone] = [
      await add('Ana Brandt'),
      await add('Bea Orr'),
      await add('Cem Kaya'),
      await add('Dov Levi'),
      await add('Gone Away'),
    ]
    const value = '14 Harbor Street\nPortland'
    await store.call('people.saveContactPoint', {
      id: null,
      personId: ana,
      kind: 'address',
      value,
      label: '',
    })
    await store.call('people.setConsent', { id: bea, channel: 'letter', answer: 'no' })
    await store.call('people.setConsent', { id: dov, channel: 'letter', answer: 'no' })
    await store.call('people.setConsent', { id: dov, channel: 'letter', answer: 'yes' })
    await store.call('people.setNeverContact', { id: cem, never: true, reason: '' })
    await store.call('people.moveToBin', { id: gone })
    const read = async () => {
      const people = await store.call('texts.recipients', {
        personIds: [dov, ana, gone, bea, cem, ana, 9999],
      })
      return people.map(({ facts, address, closed }) => [facts.givenName, address, closed])
    }
    expect(await read()).toEqual([
      ['Dov', '', null],
      ['Ana', value, null],
      ['Bea', '', 'said no'],
      ['Cem', '', 'never contact'],
    ])
    await store.call('people.edit', { id: dov, changes: { isPrivate: true } })
    expect((await read())[0]).toEqual(['Dov', '', 'private'])
  })
})
