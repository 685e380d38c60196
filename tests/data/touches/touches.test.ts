// Logging on a real file: what counts, what falls in its place, what follows, and what undo brings back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { touchesIn } from '../../support/touches-in.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
let nora: number
beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
  nora = (await store.call('people.add', { uid: uid(), name: 'Nora Lindqvist' })).id
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()
type Log = CallInput<'touches.log'>

async function log(touch: Log['touch'], more: Partial<Log> = {}) {
  return store.call('touches.log', { uid: uid(), personId: nora, touch, ...more })
}

async function focus() {
  await store.call('focusList.add', { uid: uid(), personId: nora })
}

async function reasonOf() {
  const { rows } = await store.call('focusList.get', {})
  return [rows[0]!.group, ...rows[0]!.reasons.map(say)].join(': ')
}

const timeline = async (more = {}) => {
  const page = await store.call('touches.timeline', { personId: nora, ...more })
  return { touches: touchesIn(page), next: page.next }
}
const readAll = (sql: string) => store.store.sqlite.prepare(sql).all()

describe('logging', () => {
  test('today keeps the time of day, another day has its day alone', async () => {
    await log({ how: 'talked', note: ' likes walnut ', minutes: 15, gave: true })
    await log({ how: 'met', happenedOn: '2026-11-16' })
    await log({ how: 'met', happenedOn: '2026-11-23' })
    expect(readAll('SELECT happened_on, happened_at IS NULL AS bare, note FROM touches ORDER BY id')).toEqual(
      [
        { happened_on: '2026-11-23', bare: 0, note: 'likes walnut' },
        { happened_on: '2026-11-16', bare: 1, note: '' },
        { happened_on: '2026-11-23', bare: 0, note: '' },
      ],
    )
  })

  test('a back-dated touch falls in its place and does not become the last one', async () => {
    await log({ how: 'talked', note: 'now' })
    await log({ how: 'voicemail', happenedOn: '2026-10-28', note: 'then' })
    const { touches } = await timeline()
    expect(touches.map((touch) => touch.note)).toEqual(['now', 'then'])
    const person = await store.call('people.get', { id: nora })
    expect(person).toMatchObject({ lastTouchOn: '2026-11-23', touches: 2 })
  })

  test('the ring counts delivered touches of ours; attempts and theirs stand beside', async () => {
    await log({ how: 'no answer' })
    await log({ how: 'message', direction: 'in' })
    await log({ how: 'voicemail' })
    const { touches } = await timeline()
    expect(touches.map((touch) => touch.counts)).toEqual(['touch', 'contact', 'attempt'])
    expect(await store.call('people.get', { id: nora })).toMatchObject({ touches: 1, attempts: 1 })
  })

  test('the channel is the usual one of the kind, or the one given', async () => {
    await store.call('people.edit', { id: nora, changes: { bestChannel: 'text' } })
    for (const how of ['met', 'talked', 'message', 'no answer'] as const) await log({ how })
    await log({ how: 'message', channel: 'web' })
    const channels = (await timeline()).touches.map((touch) => touch.channel)
    expect(channels.toReversed()).toEqual(['visit', 'phone', 'text', 'phone', 'web'])
  })

  test('a day that has not come is refused, and nobody unknown is logged', async () => {
    await expect(log({ how: 'met', happenedOn: '2026-11-24' })).rejects.toMatchObject({ code: 'future-date' })
    await expect(log({ how: 'met', happenedOn: '2026-02-31' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(log({ how: 'met' }, { personId: 999 })).rejects.toMatchObject({ code: 'not-found' })
    expect(readAll('SELECT * FROM touches')).toEqual([])
  })

  test('the same request twice is one touch', async () => {
    const once = uid()
    const first = await log({ how: 'met' }, { uid: once, nextStep: { dueOn: '2026-12-01' } })
    const second = await log({ how: 'met' }, { uid: once, nextStep: { dueOn: '2026-12-01' } })
    expect(second.id).toBe(first.id)
    expect(readAll('SELECT id FROM touches')).toHaveLength(1)
    expect(readAll('SELECT id FROM next_steps')).toHaveLength(1)
  })

  test('suggests a day to come back for tries and messages, not after talking or what came from them', async () => {
    const words = async (touch: Log['touch'], more = {}) => {
      const { suggestion } = await log(touch, more)
      return suggestion && say(suggestion.message)
    }
    expect(await words({ how: 'no answer' })).toBe('Try again on Wed 25 Nov')
    expect(await words({ how: 'voicemail' })).toBe('Ring again on Thu 26 Nov')
    expect(await words({ how: 'message' })).toBe('Ask again on Mon 30 Nov')
    expect(await words({ how: 'talked' })).toBeNull()
    expect(await words({ how: 'message', direction: 'in' })).toBeNull()
    expect(await words({ how: 'voicemail' }, { nextStep: { dueOn: '2026-12-01' } })).toBeNull()
  })
})

describe('what follows', () => {
  test('a first inquiry opens a pursuit, once', async () => {
    await log({ how: 'message', direction: 'in', happenedOn: '2026-11-20' })
    await log({ how: 'message', direction: 'in' })
    expect(readAll('SELECT opened_on, opened_how FROM pursuits')).toEqual([
      { opened_on: '2026-11-20', opened_how: 'inquiry' },
    ])
    await focus()
    expect(readAll('SELECT id FROM pursuits')).toHaveLength(1)
  })

  test('our own touch, a private person, and an old inquiry typed in late open none', async () => {
    await log({ how: 'met' })
    expect(readAll('SELECT id FROM pursuits')).toEqual([])
    await focus()
    await store.call('focusList.leave', { personId: nora, as: 'lost' })
    await log({ how: 'message', direction: 'in', happenedOn: '2026-11-02' })
    expect(readAll('SELECT closed_as FROM pursuits')).toEqual([{ closed_as: 'lost' }])
    writeOutside(store, 'UPDATE people SET is_private = 1')
    store.clock.today = '2026-12-24'
    await log({ how: 'message', direction: 'in' })
    expect(readAll('SELECT id FROM pursuits')).toHaveLength(1)
  })

  test('"never contact" stops everything, "bought", "lost" and "park" only propose', async () => {
    await focus()
    expect((await log({ how: 'talked', outcome: 'park' })).mayLeaveAs).toBe('parked')
    expect((await log({ how: 'talked', outcome: 'bought' })).mayLeaveAs).toBe('won')
    expect((await log({ how: 'talked', outcome: 'lost' })).mayLeaveAs).toBe('lost')
    expect((await store.call('focusList.get', {})).rows).toHaveLength(1)
    await store.call('touches.addNextStep', { uid: uid(), personId: nora, step: { dueOn: '2026-12-01' } })
    const before = hashContent(store.store.sqlite)
    await log(
      { how: 'talked', outcome: 'never contact', note: 'asked us to stop' },
      { nextStep: { dueOn: '2026-12-01' } },
    )
    expect((await store.call('focusList.get', {})).rows).toEqual([])
    expect(await store.call('touches.due', { until: '2027-12-31' })).toEqual([])
    expect(await store.call('people.get', { id: nora })).toMatchObject({ neverContactOn: '2026-11-23' })
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })

  test('off the focus list nothing is proposed', async () => {
    expect((await log({ how: 'talked', outcome: 'bought' })).mayLeaveAs).toBeNull()
  })
})

describe('the faults others have', () => {
  test('is kept of somebody who wants no contact, and nothing is planned with them', async () => {
    await store.call('people.setNeverContact', { id: nora, never: true })
    const nextStep = { dueOn: '2026-12-01' }
    await expect(log({ how: 'met' }, { nextStep })).rejects.toMatchObject({ code: 'do-not-contact' })
    expect(readAll('SELECT id FROM touches')).toEqual([])
    await log({ how: 'met' })
    expect(readAll('SELECT id FROM touches')).toHaveLength(1)
  })

  test('adding a next step is no touch and stamps nothing', async () => {
    await focus()
    await store.call('touches.addNextStep', { uid: uid(), personId: nora, step: { dueOn: '2026-12-01' } })
    expect(await store.call('people.get', { id: nora })).toMatchObject({ lastTouchOn: null, touches: 0 })
  })

  test('their turn counts from the last touch, not from when they were added', async () => {
    await focus()
    store.clock.today = '2026-12-20'
    await log({ how: 'voicemail', happenedOn: '2026-12-08' })
    expect(await reasonOf()).toBe('rest')
    store.clock.today = '2026-12-22'
    expect(await reasonOf()).toBe('turn')
  })

  test('any touch resets the cadence, theirs too; an attempt does not', async () => {
    await focus()
    await log({ how: 'voicemail', happenedOn: '2026-11-01' })
    await log({ how: 'no answer', happenedOn: '2026-11-18' })
    expect(await reasonOf()).toBe('turn')
    await log({ how: 'met', direction: 'in' })
    expect(await reasonOf()).toBe('rest')
  })

  test('a booked next step stops the silence, until it is due', async () => {
    await focus()
    await log({ how: 'voicemail', happenedOn: '2026-10-01' })
    await store.call('touches.addNextStep', {
      uid: uid(),
      personId: nora,
      step: { what: 'call about samples', dueOn: '2026-12-04', promised: false },
    })
    expect(await reasonOf()).toBe('rest')
    store.clock.today = '2026-12-05'
    expect(await reasonOf()).toBe('timely: Planned for Fri 4 Dec, still open: call about samples')
  })

  test('their message waits for an answer; a try or a mailing to many is none', async () => {
    await focus()
    await log({ how: 'message', direction: 'in', note: 'How does museum glass do in the sun?' })
    const waits = 'owed: Asked on Mon 23 Nov: “How does museum glass do in the sun?” Not answered yet'
    expect(await reasonOf()).toBe(waits)
    await log({ how: 'no answer' })
    expect(await reasonOf()).toBe(waits)
    writeOutside(
      store,
      `INSERT INTO touches (uid, person_id, happened_on, how, channel, to_many, logged_at)
       VALUES ('many', ?, '2026-11-23', 'message', 'email', 1, '2026-11-23T10:00:00.000Z')`,
      nora,
    )
    expect(await reasonOf()).toBe(waits)
    await log({ how: 'voicemail' })
    expect(await reasonOf()).not.toContain('owed')
  })

  test('an answer typed in late, before their message, is no answer to it', async () => {
    await focus()
    await log({ how: 'message', direction: 'in' })
    await log({ how: 'message', happenedOn: '2026-11-20' })
    expect(await reasonOf()).toBe('owed: Wrote on Mon 23 Nov, not answered yet')
  })
})

describe('next steps', () => {
  test('a touch may keep them, only those of this person', async () => {
    const other = (await store.call('people.add', { uid: uid(), name: 'Tom' })).id
    const add = (personId: number) =>
      store.call('touches.addNextStep', { uid: uid(), personId, step: { dueOn: '2026-11-23' } })
    const [mine, theirs] = [await add(nora), await add(other)]
    await log({ how: 'met' }, { keeps: [mine.id, theirs.id] })
    const due = await store.call('touches.due', { until: '2026-11-23' })
    expect(due.map((step) => step.personId)).toEqual([other])
  })

  test('are changed, kept and dropped, each undone to the same file', async () => {
    const { id } = await store.call('touches.addNextStep', {
      uid: uid(),
      personId: nora,
      step: { what: 'samples', dueOn: '2026-11-30' },
    })
    const before = hashContent(store.store.sqlite)
    await store.call('touches.changeNextStep', { id, step: { what: 'oak samples', dueOn: '2026-12-01' } })
    await store.call('touches.closeNextStep', { id, how: 'done' })
    await expect(store.call('touches.closeNextStep', { id, how: 'dropped' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await store.call('people.get', { id: nora })).nextSteps).toEqual([])
    await store.call('app.undo', {})
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })
})

describe('correcting', () => {
  test('changes what was logged and moves it to its day', async () => {
    const { id } = await log({ how: 'no answer', note: 'x' })
    const before = hashContent(store.store.sqlite)
    await store.call('touches.correct', {
      id,
      touch: { how: 'met', happenedOn: '2026-11-20', note: 'came by', minutes: 5 },
    })
    expect((await timeline()).touches[0]).toMatchObject({
      id,
      how: 'met',
      channel: 'visit',
      happenedOn: '2026-11-20',
      note: 'came by',
      minutes: 5,
      counts: 'contact',
    })
    expect(readAll('SELECT happened_at FROM touches')).toEqual([{ happened_at: null }])
    expect(await store.call('people.get', { id: nora })).toMatchObject({
      lastTouchOn: '2026-11-20',
      touches: 1,
    })
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })

  test('without a day keeps the day and its time', async () => {
    const { id } = await log({ how: 'talked' })
    const time = readAll('SELECT happened_at FROM touches')
    store.clock.today = '2026-11-30'
    await store.call('touches.correct', { id, touch: { how: 'talked', note: 'more' } })
    expect(readAll('SELECT happened_at FROM touches')).toEqual(time)
  })

  test('removing takes what was agreed in it along, and undo brings both back', async () => {
    const { id } = await log({ how: 'talked' }, { nextStep: { dueOn: '2026-12-01' } })
    const before = hashContent(store.store.sqlite)
    await store.call('touches.remove', { id })
    expect((await timeline()).touches).toEqual([])
    expect(await store.call('touches.due', { until: '2026-12-31' })).toEqual([])
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
    await expect(store.call('touches.remove', { id: 999 })).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('the timeline is read in pages that meet without a gap', async () => {
  for (let n = 0; n < 23; n += 1) {
    await log({ how: 'met', happenedOn: `2026-11-${String((n % 7) + 1).padStart(2, '0')}`, note: `${n}` })
  }
  const whole = (await timeline({ limit: 500 })).touches.map((touch) => touch.id)
  const paged: number[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof timeline>> = await timeline({ limit: 5, before })
    paged.push(...page.touches.map((touch) => touch.id))
    before = page.next
  } while (before !== null)
  expect(paged).toEqual(whole)
  expect(whole).toHaveLength(23)
})

describe('today', () => {
  test('an empty list and an empty file say so', async () => {
    expect(await store.call('today.get', {})).toMatchObject({ anyone: true, onFocusList: 0, rows: [] })
    await store.call('people.moveToBin', { id: nora })
    expect(await store.call('today.get', {})).toMatchObject({ anyone: false, onFocusList: 0, rows: [] })
  })

  test('promises first, on the list or not; three fit; the rest wait; what was tried is done', async () => {
    const ids: number[] = []
    for (const name of ['A', 'B', 'C', 'D']) {
      const { id } = await store.call('people.add', { uid: uid(), name })
      ids.push(id)
      await store.call('focusList.add', { uid: uid(), personId: id })
    }
    const { id: stepId } = await store.call('touches.addNextStep', {
      uid: uid(),
      personId: nora,
      step: { what: 'samples', dueOn: '2026-11-20' },
    })
    const names = async (more = 0) => {
      const today = await store.call('today.get', { more })
      const { promises, ...waiting } = today.waiting
      expect(promises).toBe(0)
      return { rows: today.rows.map((row) => row.name), seen: today.seen, waiting }
    }
    expect(await names()).toEqual({
      rows: ['Nora Lindqvist', 'A', 'B'],
      seen: { reached: 0, tried: 0 },
      waiting: { names: ['C', 'D'], count: 2 },
    })
    await store.call('touches.log', { uid: uid(), personId: ids[0]!, touch: { how: 'no answer' } })
    expect(await names()).toEqual({
      rows: ['Nora Lindqvist', 'B'],
      seen: { reached: 0, tried: 1 },
      waiting: { names: ['C', 'D'], count: 2 },
    })
    await log({ how: 'met' }, { keeps: [stepId] })
    await store.call('touches.log', { uid: uid(), personId: ids[1]!, touch: { how: 'talked' } })
    expect(await names()).toEqual({
      rows: [],
      seen: { reached: 2, tried: 1 },
      waiting: { names: ['C', 'D'], count: 2 },
    })
    expect((await names(3)).rows).toEqual(['C', 'D'])
  })

  test('nobody in the bin or not to be contacted is shown', async () => {
    await focus()
    await store.call('touches.addNextStep', { uid: uid(), personId: nora, step: { dueOn: '2026-11-20' } })
    expect((await store.call('today.get', {})).rows).toHaveLength(1)
    await store.call('people.setNeverContact', { id: nora, never: true })
    expect((await store.call('today.get', {})).rows).toEqual([])
    await store.call('app.undo', {})
    await store.call('people.moveToBin', { id: nora })
    expect((await store.call('today.get', {})).rows).toEqual([])
  })
})

describe('words kept while they are typed', () => {
  const keep = (value: string) => store.call('app.saveDraft', { key: `log-box:${nora}`, value })
  const kept = async () => (await store.call('app.draft', { key: `log-box:${nora}` }))?.value ?? null

  test('are forgotten as they are saved, so that a crash before the answer does not bring them back', async () => {
    await keep('wants oak ')
    await log({ how: 'talked', note: 'wants oak' })
    expect(await kept()).toBeNull()
    await keep('ring about the frame')
    const step = { what: 'ring about the frame', dueOn: '2026-11-25' }
    await store.call('touches.addNextStep', { uid: uid(), personId: nora, step })
    expect(await kept()).toBeNull()
  })

  test('stay when something else was saved', async () => {
    await keep('half a sentence')
    await log({ how: 'no answer' })
    await log({ how: 'talked', note: 'from the other box' })
    expect(await kept()).toBe('half a sentence')
  })
})
