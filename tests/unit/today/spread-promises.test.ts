// New days for what was promised and not kept.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpenOn } from '../../../src/shared/rules/days/closed-days.ts'
import { addDays, daysBetween } from '../../../src/shared/rules/days/days.ts'
import {
  type OverdueStep,
  type SpreadRoom,
  spreadDays,
  spreadPromises,
} from '../../../src/shared/rules/today/spread-promises.ts'

/** A Monday. */
const today = '2026-11-23'

function makeRoom(part: Partial<SpreadRoom> = {}): SpreadRoom {
  return {
    today,
    shop: { openDays: [1, 2, 3, 4, 5], closed: [] },
    capacity: 3,
    seenToday: 0,
    booked: new Map(),
    ...part,
  }
}

/** Steps of as many people, the first waiting the longest. */
function makeSteps(count: number, part: (index: number) => Partial<OverdueStep> = () => ({})): OverdueStep[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    personId: index + 101,
    dueOn: addDays('2026-11-01', Math.min(index, 20)),
    promised: true,
    ...part(index),
  }))
}

const daysOf = (steps: OverdueStep[], room: SpreadRoom) => {
  const days = spreadPromises(steps, room)
  return steps.map((step) => days.get(step.id))
}

describe('the days proposed', () => {
  test('today holds what it still can, the rest goes to the days after it', () => {
    expect(daysOf(makeSteps(7), makeRoom({ seenToday: 1 }))).toEqual([
      ...Array(2).fill('2026-11-23'),
      ...Array(3).fill('2026-11-24'),
      ...Array(2).fill('2026-11-25'),
    ])
  })

  test('nothing for today when its hours are spent or the shop is closed', () => {
    expect(daysOf(makeSteps(1), makeRoom({ seenToday: 3 }))).toEqual(['2026-11-24'])
    const closed = [{ from: today, to: '2026-11-25' }]
    expect(daysOf(makeSteps(1), makeRoom({ shop: { openDays: [1, 2, 3, 4, 5], closed } }))).toEqual([
      '2026-11-26',
    ])
  })

  test('weekly closed days and closed periods are passed over', () => {
    const shop = { openDays: [1, 2], closed: [{ from: '2026-11-24', to: '2026-11-30' }] }
    expect(daysOf(makeSteps(3), makeRoom({ capacity: 1, shop }))).toEqual([
      '2026-11-23',
      '2026-12-01',
      '2026-12-07',
    ])
  })

  test('what is booked on a day takes its room', () => {
    const booked = new Map([
      ['2026-11-23', 3],
      ['2026-11-24', 2],
    ])
    expect(daysOf(makeSteps(2), makeRoom({ booked }))).toEqual(['2026-11-24', '2026-11-25'])
  })

  test('one person is seen once for all that was promised to them', () => {
    const steps = makeSteps(3, (index) => ({ personId: index === 2 ? 101 : 101 + index }))
    expect(daysOf(steps, makeRoom({ capacity: 1 }))).toEqual(['2026-11-23', '2026-11-24', '2026-11-23'])
  })

  test('promises come before plans that wait longer', () => {
    const steps = makeSteps(2, (index) => ({ promised: index === 1 }))
    expect(daysOf(steps, makeRoom({ capacity: 1 }))).toEqual(['2026-11-24', '2026-11-23'])
  })

  test('when four weeks are full, the days share what is left, those with the least first', () => {
    const room = makeRoom({ capacity: 3, shop: { openDays: [1], closed: [] }, seenToday: 5 })
    // Today holds five already, the three Mondays after it nothing yet.
    const days = daysOf(makeSteps(11), room)
    expect(days.filter((day) => day === today)).toEqual([])
    expect(Map.groupBy(days, (day) => day).get('2026-11-30')).toHaveLength(4)
    expect(days.at(-1)).toBe('2026-12-14')
  })

  test('a shop closed for weeks begins when it opens again', () => {
    const shop = { openDays: [1, 2, 3, 4, 5], closed: [{ from: '2026-11-01', to: '2027-01-31' }] }
    expect(daysOf(makeSteps(1), makeRoom({ shop }))).toEqual(['2027-02-01'])
  })

  test('a shop that never opens again gets no proposals', () => {
    const shop = { openDays: [1], closed: [{ from: '2026-01-01', to: '2036-01-01' }] }
    expect(spreadPromises(makeSteps(2), makeRoom({ shop })).size).toBe(0)
  })
})

const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(today, days))
const anyStep = fc.record({
  personId: fc.integer({ min: 1, max: 40 }),
  dueOn: fc.integer({ min: 1, max: 300 }).map((days) => addDays(today, -days)),
  promised: fc.boolean(),
})
const anySteps = fc
  .array(anyStep, { maxLength: 60 })
  .map((steps) => steps.map((step, index) => ({ ...step, id: index + 1 })))
const anyRoom: fc.Arbitrary<SpreadRoom> = fc.record({
  today: fc.constant(today),
  shop: fc.record({
    openDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    closed: fc.array(
      fc
        .tuple(anyDay, fc.integer({ min: 0, max: 20 }))
        .map(([from, days]) => ({ from, to: addDays(from, days) })),
      { maxLength: 3 },
    ),
  }),
  capacity: fc.integer({ min: 3, max: 12 }),
  seenToday: fc.integer({ min: 0, max: 12 }),
  booked: fc.array(fc.tuple(anyDay, fc.integer({ min: 0, max: 12 }))).map((days) => new Map(days)),
})

/** More people than a small shop's four weeks hold, most times. */
const manySteps = fc
  .array(
    anyStep.map((step) => ({ ...step, personId: 0 })),
    { minLength: 40, maxLength: 90 },
  )
  .map((steps) => steps.map((step, index) => ({ ...step, id: index + 1, personId: index + 1 })))
const smallRoom = fc
  .tuple(
    anyRoom,
    fc.integer({ min: 3, max: 5 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([room, capacity, openDays]): SpreadRoom => ({ ...room, capacity, shop: { ...room.shop, openDays } }))

describe('whatever is overdue and booked', () => {
  test('every step gets an open day, never one that is past; all of one person the same', () => {
    fc.assert(
      fc.property(anySteps, anyRoom, (steps, room) => {
        const days = spreadPromises(steps, room)
        expect(days.size).toBe(steps.length)
        for (const on of days.values()) {
          expect(on >= today).toBe(true)
          expect(isOpenOn(on, room.shop)).toBe(true)
        }
        for (const own of Map.groupBy(steps, (step) => step.personId).values()) {
          expect(new Set(own.map((step) => days.get(step.id))).size).toBe(1)
        }
      }),
    )
  })

  test('no day holds more than it can while another of the four weeks has room', () => {
    let overfull = 0
    fc.assert(
      fc.property(manySteps, smallRoom, (steps, room) => {
        const days = spreadPromises(steps, room)
        const people = new Map(steps.map((step) => [step.personId, days.get(step.id)!]))
        const load = (on: string) =>
          [...people.values()].filter((day) => day === on).length +
          (room.booked.get(on) ?? 0) +
          (on === today ? room.seenToday : 0)
        const used = new Set(people.values())
        if (![...used].some((on) => load(on) > room.capacity)) return
        overfull += 1
        const first = [...Array(800).keys()]
          .map((ahead) => addDays(today, ahead))
          .find((day) => isOpenOn(day, room.shop))!
        for (let ahead = 0; ahead < spreadDays; ahead += 1) {
          const day = addDays(first, ahead)
          if (isOpenOn(day, room.shop)) expect(load(day)).toBeGreaterThanOrEqual(room.capacity)
        }
      }),
    )
    expect(overfull).toBeGreaterThan(30)
  })

  test('what finds no room goes to the days with the least on them, the earlier of two', () => {
    const shop = { openDays: [1], closed: [] }
    const booked = new Map([['2026-11-30', 1]])
    const days = daysOf(makeSteps(14), makeRoom({ shop, capacity: 3, booked, seenToday: 0 }))
    // Four Mondays hold 3, 2, 3 and 3; of the three people beyond, each goes to the next of them.
    const counts = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'].map(
      (monday) => days.filter((day) => day === monday).length,
    )
    expect(counts).toEqual([4, 3, 4, 3])
  })

  test('who waits longer is never seen later, and the order of reading changes nothing', () => {
    fc.assert(
      fc.property(anySteps, anyRoom, (steps, room) => {
        const days = spreadPromises(steps, room)
        expect(spreadPromises([...steps].reverse(), room)).toEqual(days)
        const alone = [...Map.groupBy(steps, (step) => step.personId).values()].flatMap((own) =>
          own.length === 1 ? own : [],
        )
        for (const a of alone) {
          for (const b of alone) {
            if (a.promised === b.promised && daysBetween(a.dueOn, b.dueOn) > 0) {
              expect(days.get(a.id)! <= days.get(b.id)!).toBe(true)
            }
          }
        }
      }),
    )
  })
})
