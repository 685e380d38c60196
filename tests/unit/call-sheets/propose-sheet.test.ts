// Who goes on the sheet: promises first, then as many as the hours hold, and never anyone for no reason.
import { describe, expect, test } from 'vitest'
import { say } from '../../../src/shared/messages/translate.ts'
import {
  describeOnSheet,
  mostOf,
  proposeGreets,
  proposeRows,
} from '../../../src/shared/rules/call-sheets/propose-sheet.ts'
import type { Evidence } from '../../../src/shared/rules/focus-list/evidence.ts'
import { type BestChannel, chooseChannel } from '../../../src/shared/rules/people/best-channel.ts'
import { makeEvidence } from '../../support/make-evidence.ts'

const build = (personId: number, more: Partial<Evidence> = {}) =>
  makeEvidence({ personId, through: '2026-11-29', joinedOn: '2026-11-02', ...more })

const hold = (places: number) => ({ places, scarce: false })
const empty = { calls: 0, more: 0, people: new Set<number>(), atRest: new Set<number>(), blank: new Map() }
const promise = (dueOn: string, what = 'call back') => ({ id: 1, what, dueOn, promised: true })
const touched = (on: string) => ({ on, how: 'met', direction: 'out', outcome: null, note: '' }) as const

describe('proposing', () => {
  test('promises come first, by day, and take no place from the rest', () => {
    const rows = proposeRows(
      [
        build(1),
        build(2, { steps: [promise('2026-11-29')] }),
        build(3, { steps: [promise('2026-11-20')] }),
        build(4),
        build(5),
      ],
      hold(2),
    )
    expect(rows.map((row) => [row.personId, row.promised])).toEqual([
      [3, true],
      [2, true],
      [1, false],
      [4, false],
    ])
  })

  test('promises of one day stand in the order people were written down, however they were read', () => {
    const rows = proposeRows(
      [9, 2, 5].map((id) => build(id, { steps: [promise('2026-11-25')] })),
      hold(0),
    )
    expect(rows.map((row) => row.personId)).toEqual([2, 5, 9])
  })

  test('a promise to somebody who is not on the focus list is kept too; nothing else brings them on', () => {
    const rows = proposeRows(
      [build(1, { joinedOn: null }), build(2, { joinedOn: null, steps: [promise('2026-11-24')] })],
      hold(9),
    )
    expect(rows.map((row) => row.personId)).toEqual([2])
  })

  test('a promise for next week waits, and who is booked or was seen this week is left in peace', () => {
    const rows = proposeRows(
      [
        build(1, { steps: [promise('2026-11-30')] }),
        build(2, { lastTouch: touched('2026-11-22') }),
        build(3, { lastTouch: touched('2026-10-01') }),
      ],
      hold(9),
    )
    expect(rows.map((row) => row.personId)).toEqual([3])
  })

  test('every promise due to one person is said on their one row', () => {
    const [row] = proposeRows(
      [build(1, { steps: [promise('2026-11-23', 'walnut samples'), promise('2026-11-27', 'the price')] })],
      hold(0),
    )
    expect(row?.reasons.map(say)).toEqual([
      'Promised for Mon 23 Nov: walnut samples',
      'Promised for Fri 27 Nov: the price',
    ])
  })

  test('the paper never says today', () => {
    const evidence = [
      build(1, { steps: [promise('2026-11-23')] }),
      build(2, { steps: [{ id: 2, what: 'look in', dueOn: '2026-11-23', promised: false }] }),
      build(3, { birthday: '1970-11-23' }),
    ]
    const said = proposeRows(evidence, hold(9)).flatMap((row) => row.reasons.map(say))
    expect(said).toHaveLength(3)
    for (const words of said) expect(words).not.toMatch(/today/i)
  })

  test('asked again, only the free places are filled, and who was taken off stays off', () => {
    const evidence = [build(1), build(2), build(3), build(4)]
    const rows = proposeRows(evidence, hold(3), { ...empty, calls: 1, more: 1, people: new Set([1, 2]) })
    expect(rows.map((row) => row.personId)).toEqual([3, 4])
    expect(proposeRows(evidence, hold(1), { ...empty, calls: 3, more: 3, people: new Set([1]) })).toEqual([])
  })

  test('promises beyond what a sheet holds wait: those due first are on it', () => {
    const day = (index: number) => `2026-11-${String(1 + (index % 28)).padStart(2, '0')}`
    const evidence = Array.from({ length: 200 }, (_, index) =>
      build(index + 1, { steps: [promise(day(index))] }),
    )
    const rows = proposeRows(evidence, hold(9))
    expect(rows).toHaveLength(mostOf.call)
    const dueOn = (personId: number) => evidence[personId - 1]!.steps[0]!.dueOn
    const latest = rows
      .map((row) => dueOn(row.personId))
      .toSorted()
      .at(-1)!
    const waiting = evidence.filter((one) => !rows.some((row) => row.personId === one.personId))
    for (const one of waiting) expect(one.steps[0]!.dueOn >= latest).toBe(true)
    expect(proposeRows(evidence, hold(9), { ...empty, calls: mostOf.call - 2 })).toHaveLength(2)
  })

  test('blank rows come after the promises and before the rest, and take of its places', () => {
    const blank = new Map([
      [3, { rowId: 30, lastWeek: true, week: '2026-W47' }],
      [4, { rowId: 40, lastWeek: true, week: '2026-W47' }],
    ])
    const rows = proposeRows(
      [
        build(1),
        build(2),
        // Nothing is due, and they are not even on the focus list: the row stands again all the same.
        build(3, { joinedOn: null, lastTouch: touched('2026-11-22') }),
        build(4, { steps: [promise('2026-11-26')] }),
      ],
      hold(2),
      { ...empty, blank },
    )
    expect(rows.map((row) => [row.personId, row.promised, row.blank?.rowId])).toEqual([
      [4, true, 40],
      [3, false, 30],
      [1, false, undefined],
    ])
  })

  test('who is to be dropped or parked is brought on by a promise alone', () => {
    const rows = proposeRows([build(1), build(2, { steps: [promise('2026-11-26')] }), build(3)], hold(9), {
      ...empty,
      atRest: new Set([1, 2]),
    })
    expect(rows.map((row) => row.personId)).toEqual([2, 3])
  })

  test('a pin goes before others whose turn it is, but after a date and a promise', () => {
    const quote = { quotes: [{ amount: 64000, quotedOn: '2026-11-10' }] }
    const rows = proposeRows(
      [build(1, quote), build(4), build(2, { pinned: true }), build(3, { steps: [promise('2026-11-26')] })],
      hold(9),
    )
    expect(rows.map((row) => row.personId)).toEqual([3, 1, 2, 4])
  })

  test('whoever is added by hand carries the same words', () => {
    // Nothing is known, and nothing is made up.
    expect(describeOnSheet(build(1, { joinedOn: null })).reasons).toEqual([])
    expect(describeOnSheet(build(1, { whyNow: 'Moves in May' })).reasons.map(say)).toEqual(['Moves in May'])
    expect(describeOnSheet(build(1, { steps: [promise('2026-11-24')] })).promised).toBe(true)
  })
})

describe('the best channel', () => {
  const points = [
    { kind: 'email', value: 'nora@example.com' },
    { kind: 'phone', value: '555 0160' },
  ] as const
  const facts = { bestChannel: '', channelVia: '', bestTime: '', points: [...points], refused: [] } as const
  const open = { ...facts, points: [...points] }

  test('is the one the owner chose', () => {
    expect(chooseChannel({ ...open, bestChannel: 'visit' })).toMatchObject({ channel: 'visit', value: '' })
    expect(chooseChannel({ ...open, bestChannel: 'text' })).toMatchObject({
      channel: 'text',
      value: '555 0160',
    })
  })

  test('is else the telephone, then mail, then a visit', () => {
    expect(chooseChannel(open)).toMatchObject({ channel: 'phone', value: '555 0160' })
    expect(chooseChannel({ ...open, points: [points[0]] })).toMatchObject({ channel: 'email' })
    expect(chooseChannel({ ...open, points: [] })).toMatchObject({ channel: 'visit', value: '' })
  })

  test('is never one they refused', () => {
    expect(chooseChannel({ ...open, bestChannel: 'phone', refused: ['phone'] })).toMatchObject({
      channel: 'email',
    })
    expect(chooseChannel({ ...open, refused: ['phone', 'email', 'visit', 'letter', 'text'] })).toBeNull()
  })
})

describe('whom to greet', () => {
  const visit = { channel: 'visit', value: '', via: '', time: '' } as const
  const phone = { channel: 'phone', value: '555 0101', via: '', time: '' } as const
  const noNumber = { ...phone, value: '' }

  test('who comes in or cannot be reached, not who is called, refused every channel, or is off the list', () => {
    const people = [build(1), build(2), build(3), build(4), build(5), build(6, { joinedOn: null })]
    const channels = new Map<number, BestChannel | null>([
      [1, visit],
      [2, phone],
      [3, noNumber],
      [4, null],
      [5, visit],
      [6, visit],
    ])
    const greeted = proposeGreets(people, channels, new Set([5]))
    expect(greeted.map((row) => row.personId).toSorted()).toEqual([1, 3])
    for (const row of greeted) expect(row.promised).toBe(false)
  })

  test('those of whom something is known first, and no more than there are lines for', () => {
    const people = Array.from({ length: 20 }, (_, index) => build(index + 1))
    people[14] = build(15, { whyNow: 'wants two gowns framed' })
    const channels = new Map(people.map((one) => [one.personId, visit]))
    const greeted = proposeGreets(people, channels, new Set())
    expect(greeted).toHaveLength(mostOf.greet)
    expect(greeted[0]!.personId).toBe(15)
    expect(proposeGreets(people, channels, new Set(), 2)).toHaveLength(2)
    expect(proposeGreets(people, channels, new Set(), -1)).toEqual([])
  })
})

test('who is best visited is greeted when they come in, though their address is known', () => {
  const at = (channel: BestChannel['channel'], value: string) => ({ channel, value, via: '', time: '' })
  const channels = new Map([
    [1, at('visit', '1 Mill Lane')],
    [2, at('phone', '555 0100')],
    [3, at('phone', '')],
  ])
  const people = [1, 2, 3].map((id) => build(id))
  expect(proposeGreets(people, channels, new Set()).map((row) => row.personId)).toEqual([1, 3])
})
