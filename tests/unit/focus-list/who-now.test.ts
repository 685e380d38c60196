// Who comes now, at both sides of each edge: what is owed, dates that make it now, turns, retries, rest, and how places are shared.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import type { Evidence, TouchEvidence } from '../../../src/shared/rules/focus-list/evidence.ts'
import { explainOrder } from '../../../src/shared/rules/focus-list/explain-order.ts'
import { rankWeakest } from '../../../src/shared/rules/focus-list/weakest.ts'
import {
  chooseWho,
  findWhoNow,
  isScarce,
  listReasons,
  rankWho,
} from '../../../src/shared/rules/focus-list/who-now.ts'
import { anyEvidence } from '../../support/any-evidence.ts'
import { makeEvidence } from '../../support/make-evidence.ts'

/** A Monday. */
const today = '2026-11-23'
const ago = (days: number) => addDays(today, -days)
const ahead = (days: number) => addDays(today, days)

const touch = (on: string, part: Partial<TouchEvidence> = {}): TouchEvidence => ({
  on,
  how: 'message',
  direction: 'out',
  outcome: null,
  note: '',
  ...part,
})
const wrote = (on: string) => ({
  lastTouch: touch(on),
  lastOwnTouchOn: on,
  unanswered: [{ on, how: 'message', channel: 'email' } as const],
  ownDays: [on],
  touches: 1,
})
const talked = (on: string, note = '') => {
  const talk = touch(on, { how: 'talked', note })
  return { lastTouch: talk, lastContact: talk, lastOwnTouchOn: on, ownDays: [on], touches: 1 }
}
const tried = (...days: string[]) => ({
  lastAttemptOn: days.at(-1)!,
  unanswered: days.map((on) => ({ on, how: 'no answer', channel: 'phone' }) as const),
  ownDays: days.slice(-2),
  attempts: days.length,
})
const step = (dueOn: string, what = '', promised = false) => ({ id: 1, what, dueOn, promised })

const groupOf = (part: Partial<Evidence>) => {
  const who = findWhoNow(makeEvidence(part))
  return who.isRetry ? 'retry' : who.group
}

describe('what is owed', () => {
  const inquiry = (days: number) => touch(ago(days), { direction: 'in', note: 'What is a gown?' })
  const referral = { by: 'Nora', on: ago(4), expectsUs: true, firstContactOn: null }
  test.each<[string, Partial<Evidence>, string]>([
    ['a promise due today', { steps: [step(today, 'samples', true)] }, 'owed'],
    ['a promise due tomorrow is not yet', { steps: [step(ahead(1), 'samples', true)] }, 'rest'],
    [
      'a promise within the week of a sheet',
      { steps: [step(ahead(6), '', true)], through: ahead(6) },
      'owed',
    ],
    ['a promise to somebody off the list', { joinedOn: null, steps: [step(ago(9), 'call', true)] }, 'owed'],
    ['an inquiry of thirty days', { joinedOn: null, inquiry: inquiry(30) }, 'owed'],
    ['an inquiry of thirty-one days is not owed any more', { joinedOn: null, inquiry: inquiry(31) }, 'rest'],
    ['a friend who expects us', { joinedOn: null, referral }, 'owed'],
    ['a friend we left word with since', { joinedOn: null, referral, ...wrote(ago(3)) }, 'rest'],
    ['a friend tried in vain still waits', { joinedOn: null, referral, ...tried(ago(1)) }, 'owed'],
    ['"not now" does not put off what is owed', { putOffUntil: ahead(7), inquiry: inquiry(1) }, 'owed'],
    ['nothing is owed to a stranger who is only known', { joinedOn: null }, 'rest'],
  ])('%s', (_name, part, group) => expect(groupOf(part)).toBe(group))
})

describe('dates that make it now', () => {
  const quote = (days: number) => ({ quotes: [{ amount: 64_000, quotedOn: ago(days) }] })
  const window = (from: string) => ({ window: { from, to: addDays(from, 20), yearly: false, words: '' } })
  const orders = (lastOn: string, gap: number | null = null) => ({
    orders: { lastOn, what: 'a frame', usualGap: gap === null ? null : { days: gap, runningDays: gap } },
  })
  test.each<[string, Partial<Evidence>, string]>([
    ['a quote of four days is no date yet', { ...quote(4), ...wrote(ago(4)) }, 'rest'],
    ['a quote of five days', { ...quote(5), ...wrote(ago(5)) }, 'timely'],
    ['a touch silences it until twelve days', { ...quote(11), ...wrote(ago(4)) }, 'rest'],
    ['at twelve days it speaks again', { ...quote(12), ...wrote(ago(4)) }, 'timely'],
    ['at thirty days once more', { ...quote(30), ...wrote(ago(13)) }, 'timely'],
    ['after a touch since then no more', { ...quote(60), ...wrote(ago(9)) }, 'rest'],
    ['a try silences it until the retry', { ...quote(6), ...tried(today) }, 'rest'],
    ['on the day of the retry it speaks', { ...quote(8), ...tried(ago(3)), steps: [step(today)] }, 'timely'],
    [
      'three tries are enough for one date',
      { ...quote(30), ...tried(ago(17), ago(15), ago(13), ago(4)), lastTouch: null },
      'timely',
    ],
    ['three tries since the date', { ...quote(12), ...tried(today, today, today) }, 'rest'],
    ['a window in thirty days', window(ahead(30)), 'timely'],
    ['a window in thirty-one', { ...window(ahead(31)), ...wrote(ago(1)) }, 'rest'],
    ['a window we wrote for waits for its day', { ...window(ahead(20)), ...wrote(ago(1)) }, 'rest'],
    ['on its day it speaks', { ...window(today), ...wrote(ago(1)) }, 'timely'],
    ['a birthday in fourteen days', { birthday: '1970-12-07', ...wrote(ago(15)) }, 'timely'],
    ['a birthday in fifteen', { birthday: '1970-12-08', ...wrote(ago(2)) }, 'rest'],
    ['half a year after they bought', { ...orders(ago(180)), ...wrote(ago(181)) }, 'timely'],
    ['a day before', { ...orders(ago(179)), ...wrote(ago(2)) }, 'rest'],
    ['eleven months after', { ...orders('2025-12-23'), ...wrote('2025-12-24') }, 'timely'],
    ['later than usual', { ...orders(ago(41), 40), ...wrote(ago(42)) }, 'timely'],
    ['not later than usual', { ...orders(ago(40), 40), ...wrote(ago(2)) }, 'rest'],
    ['a talk of five days', talked(ago(5)), 'timely'],
    ['a talk of four', talked(ago(4)), 'rest'],
    ['a plan in words for today', { steps: [step(today, 'bring the list')] }, 'timely'],
    [
      'a plan in words stays after a try, from its retry on',
      { steps: [step(ago(3), 'list')], ...tried(today) },
      'rest',
    ],
    [
      'after a touch it speaks again in a week',
      { steps: [step(ago(9), 'list')], ...wrote(ago(7)) },
      'timely',
    ],
    ['and not before', { steps: [step(ago(9), 'list')], ...wrote(ago(6)) }, 'rest'],
    ['"not now" puts a date off', { ...quote(5), putOffUntil: ahead(1) }, 'rest'],
    ['until the day itself', { ...quote(5), putOffUntil: today }, 'timely'],
    ['who is off the list has no dates', { ...quote(5), joinedOn: null }, 'rest'],
  ])('%s', (_name, part, group) => expect(groupOf(part)).toBe(group))
})

describe('turns', () => {
  const shop = { openDays: [1, 2, 3, 4, 5], closed: [{ from: '2026-11-16', to: '2026-11-20' }] }
  test.each<[string, Partial<Evidence>, string]>([
    ['never tried', {}, 'turn'],
    ['ten open days after a touch', wrote(ago(14)), 'turn'],
    ['nine open days after a touch', wrote(ago(13)), 'rest'],
    ['closed days do not count', { shop, ...wrote(ago(14)) }, 'rest'],
    ['theirs counts as well', { lastTouch: touch(ago(3), { direction: 'in', how: 'event' }) }, 'rest'],
    ['three open days after a try', tried(ago(5)), 'turn'],
    ['two open days after a try', tried(ago(4)), 'rest'],
    ['tried twice in ten open days', tried(ago(7), ago(5)), 'rest'],
    ['tried twice, the first ten open days ago', tried(ago(14), ago(5)), 'turn'],
    ['a step for a later day', { steps: [step(ahead(3), 'fair')] }, 'rest'],
    ['a retry on its day, though a touch is fresh', { ...wrote(ago(4)), steps: [step(today)] }, 'retry'],
    ['a retry before its day', { ...wrote(ago(4)), steps: [step(ahead(1))] }, 'rest'],
    ['a second retry waits', { ...tried(ago(4), ago(2)), steps: [step(today)] }, 'rest'],
    ['no retry on the day of the try', { ...tried(today), steps: [step(today)] }, 'rest'],
    ['"not now"', { putOffUntil: ahead(1) }, 'rest'],
    ['"not now" is over', { putOffUntil: today }, 'turn'],
    ['pinned, but not its turn', { pinned: true, ...wrote(ago(1)) }, 'rest'],
  ])('%s', (_name, part, group) => expect(groupOf(part)).toBe(group))

  test('three days on Today in vain give the place up for five, then it is theirs again', () => {
    const shown = (...days: number[]) => ({ shownOn: days.map(ago).sort() })
    expect(groupOf(shown(5, 4, 3))).toBe('rest')
    expect(groupOf(shown(4, 3))).toBe('turn')
    expect(groupOf(shown(13, 12, 11))).toBe('turn')
    expect(groupOf(shown(12, 11, 10))).toBe('turn')
    expect(groupOf(shown(11, 10, 7))).toBe('rest')
    // Standing there today changes nothing today.
    expect(groupOf({ shownOn: [ago(4), ago(3), today] })).toBe('turn')
  })

  test('who gave the place up waits from then, behind who never stood there', () => {
    const inVain = makeEvidence({ personId: 1, shownOn: [ago(20), ago(19), ago(18)] })
    const later = makeEvidence({ personId: 2, joinedOn: ago(1) })
    expect(rankWho([inVain, later]).map((one) => one.evidence.personId)).toEqual([2, 1])
  })

  test('at rest it says when the turn comes', () => {
    expect(findWhoNow(makeEvidence(wrote(ago(13)))).turnOn).toBe('2026-11-24')
    expect(findWhoNow(makeEvidence({ putOffUntil: ahead(9) })).turnOn).toBe(ahead(9))
    expect(findWhoNow(makeEvidence({ joinedOn: null })).turnOn).toBeNull()
  })
})

describe('places', () => {
  const owed = (id: number) => makeEvidence({ personId: id, steps: [step(today, 'call', true)] })
  const timely = (id: number) =>
    makeEvidence({ personId: id, steps: [step(today, 'list')], ...wrote(ago(6)) })
  const retry = (id: number) => makeEvidence({ personId: id, ...wrote(ago(4)), steps: [step(today)] })
  const turn = (id: number) => makeEvidence({ personId: id })
  const choose = (people: Evidence[], places: number, scarce = false) =>
    chooseWho(people.map(findWhoNow), { places, scarce }).map((one) => one.evidence.personId)

  test('everybody owed, however few the places', () =>
    expect(choose([owed(1), owed(2), turn(3)], 1)).toEqual([1, 2]))
  test('half of the rest is for turns', () =>
    expect(choose([timely(1), timely(2), timely(3), turn(4), turn(5), turn(6)], 4)).toEqual([1, 2, 4, 5]))
  test('what turns leave over goes to dates', () =>
    expect(choose([timely(1), timely(2), timely(3), turn(4)], 4)).toEqual([1, 2, 3, 4]))
  test('a third of the turns is for retries', () =>
    expect(choose([retry(1), retry(2), turn(3), turn(4), turn(5)], 3)).toEqual([3, 4, 1]))
  test('in a small week retries get what is left over', () => {
    expect(choose([retry(1), turn(3), turn(4), turn(5)], 3, true)).toEqual([3, 4, 5])
    expect(choose([retry(1), turn(3), turn(4)], 3, true)).toEqual([3, 4, 1])
  })
  test('places nobody has a claim to stay empty', () =>
    expect(choose([turn(1), makeEvidence({ personId: 2, ...wrote(ago(1)) })], 5)).toEqual([1]))
  test('a date without a place still waits for a turn', () => {
    const long = makeEvidence({ personId: 1, steps: [step(today, 'list')], ...wrote(ago(60)) })
    const first = makeEvidence({ personId: 9, steps: [step(ago(3), 'list')], ...wrote(ago(50)) })
    expect(choose([long, first, makeEvidence({ personId: 3, ...wrote(ago(20)) })], 2)).toEqual([9, 1])
  })
  test('a pin wins within its group, not before what is owed', () => {
    const pinned = makeEvidence({ personId: 5, pinned: true, ...wrote(ago(20)) })
    expect(choose([turn(1), pinned, owed(3)], 2)).toEqual([3, 5])
  })
  test('scarce: under nine places a week, or more people than the hours hold', () => {
    expect(isScarce(8, 3, 16)).toBe(true)
    expect(isScarce(9, 18, 18)).toBe(false)
    expect(isScarce(9, 19, 18)).toBe(true)
  })
})

describe('the order and what tells them apart', () => {
  const explain = (first: Partial<Evidence>, second: Partial<Evidence>) => {
    const [above, below] = rankWho([
      makeEvidence({ personId: 2, ...second }),
      makeEvidence({ personId: 1, ...first }),
    ])
    expect(above!.evidence.personId).toBe(1)
    expect(explainOrder(below!, above!)).toBeNull()
    const told = explainOrder(above!, below!)!
    return [say(told.above), say(told.below)]
  }
  test('each with their own facts', () => {
    expect(explain({ steps: [step(today, 'samples', true)] }, wrote('2026-11-03'))).toEqual([
      'promised for Mon 23 Nov',
      'their turn, nothing since Tue 3 Nov',
    ])
    expect(explain({ pinned: true, ...wrote(ago(20)) }, {})).toEqual([
      'pinned by you',
      'their turn, never tried',
    ])
    expect(explain({ margin: 90_000 }, { margin: null })).toEqual([
      'a margin of $900',
      'the margin is not known',
    ])
    expect(explain({ joinedOn: '2026-10-01' }, {})).toEqual([
      'on the list since Thu 1 Oct',
      'on the list since Tue 17 Nov',
    ])
    expect(explain({}, {})).toEqual(['written down first', 'written down later'])
    expect(explain(wrote(ago(13)), wrote(ago(12)))).toEqual([
      'their turn comes on Tue 24 Nov',
      'their turn comes on Wed 25 Nov',
    ])
  })
})

test('the weakest: tried most, with nothing owed, dated or planned; pins last', () => {
  const people = [
    makeEvidence({ personId: 1, pinned: true }),
    makeEvidence({ personId: 2, steps: [step(ahead(4), 'fair')] }),
    makeEvidence({ personId: 3, ...wrote(ago(2)) }),
    makeEvidence({ personId: 4, quotes: [{ amount: 100, quotedOn: ago(9) }] }),
    makeEvidence({ personId: 5, ...wrote(ago(40)), touches: 9 }),
    makeEvidence({ personId: 6, ...wrote(ago(40)), touches: 1 }),
    makeEvidence({ personId: 7 }),
    makeEvidence({ personId: 8, steps: [step(today, 'call', true)] }),
  ]
  expect(
    rankWeakest(people.map(findWhoNow)).map(({ personId, claim }) => `${personId} ${say(claim)}`),
  ).toEqual([
    '5 Nothing planned, in touch 9 times',
    '6 Nothing planned, in touch once',
    '7 Nothing planned, and you have not been in touch',
    '3 In touch on Sat 21 Nov',
    '2 Something is planned for Fri 27 Nov',
    '4 Quote of $1 sent 9 days ago, no answer',
    '8 Promised for today: call',
    '1 Pinned by you',
  ])
})

const fewPeople = fc.uniqueArray(anyEvidence, {
  minLength: 2,
  maxLength: 12,
  selector: (evidence) => evidence.personId,
})
const idsOf = (people: readonly Evidence[]) => rankWho(people).map(({ evidence }) => evidence.personId)

describe('whatever the evidence', () => {
  test('a total order: shuffled or read again, the same list of the same people', () => {
    fc.assert(
      fc.property(fewPeople, fc.infiniteStream(fc.nat()), (people, random) => {
        const shuffled = people
          .map((evidence) => ({ evidence, key: random.next().value! }))
          .sort((a, b) => a.key - b.key)
          .map(({ evidence }) => structuredClone(evidence))
        expect(idsOf(shuffled)).toEqual(idsOf(people))
        expect(idsOf(people).toSorted()).toEqual(people.map((evidence) => evidence.personId).toSorted())
      }),
    )
  })

  test('any two are ordered one way, any three in a line, and the explanation agrees', () => {
    fc.assert(
      fc.property(fewPeople, (people) => {
        const ranked = rankWho(people)
        for (const [index, above] of ranked.entries()) {
          for (const below of ranked.slice(index + 1)) {
            const told = explainOrder(above, below)
            expect(told).not.toBeNull()
            expect(explainOrder(below, above)).toBeNull()
            for (const words of [say(told!.above), say(told!.below)]) {
              expect(words).not.toMatch(/undefined|NaN|focusList| {2}/)
              expect(words.length).toBeLessThanOrEqual(80)
            }
          }
        }
      }),
    )
  })

  test('who leaves or joins changes nobody else’s order', () => {
    fc.assert(
      fc.property(fewPeople, (people) => {
        const [gone, ...others] = people
        expect(idsOf(people).filter((id) => id !== gone!.personId)).toEqual(idsOf(others))
      }),
    )
  })

  test('a day holds the owed and no more than its places beside them, nobody twice, nobody at rest', () => {
    fc.assert(
      fc.property(fewPeople, fc.nat(14), fc.boolean(), (people, places, scarce) => {
        const all = people.map(findWhoNow)
        const chosen = chooseWho(all, { places, scarce })
        const owed = all.filter((one) => one.group === 'owed')
        expect(chosen.length).toBeLessThanOrEqual(Math.max(places, owed.length))
        expect(chosen.filter((one) => one.group === 'owed')).toHaveLength(owed.length)
        expect(chosen.some((one) => one.group === 'rest')).toBe(false)
        expect(new Set(chosen).size).toBe(chosen.length)
      }),
    )
  })

  test('the owner’s words stand on every row, nothing is said twice, and no plan of the program’s is a reason', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const reasons = listReasons(findWhoNow(evidence))
        const words = evidence.whyNow.trim()
        const own = reasons.some(({ key }) => key === 'focusList.reasons.whyNow')
        expect(own).toBe(words.replace(/[.,;:\s]+$/, '') !== '')
        const said = reasons.map(say)
        expect(new Set(said).size).toBe(said.length)
        for (const line of said) expect(line).not.toMatch(/undefined|NaN|focusList/)
      }),
    )
  })
})
