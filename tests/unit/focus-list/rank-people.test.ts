// The order of the focus list: a total order whatever is known, and its explanation never says otherwise.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { explainOrder, rankPeople, rankWeakest } from '../../../src/shared/rules/focus-list/rank-people.ts'
import { type Evidence, type Reason, reasonKinds } from '../../../src/shared/rules/focus-list/reasons.ts'
import { anyEvidence } from '../../support/any-evidence.ts'
import { makeEvidence } from '../../support/make-evidence.ts'

const today = '2026-11-23'
const ago = (days: number) => addDays(today, -days)
const touched = (days: number) =>
  ({ on: ago(days), how: 'message', direction: 'out', outcome: null, note: '' }) as const
const ownTouch = (days: number) => ({ lastTouch: touched(days), lastOwnTouchOn: ago(days), touches: 1 })
const talk = (days: number) => {
  const touch = { ...touched(days), how: 'talked' } as const
  return { lastTouch: touch, lastContact: touch, lastOwnTouchOn: touch.on, touches: 1 }
}
const step = (days: number) => ({ id: 1, what: '', dueOn: addDays(today, days), promised: true })

const idsOf = (people: readonly Evidence[]) => rankPeople(people).map(({ evidence }) => evidence.personId)

describe('order', () => {
  test('pins first, then reason, margin, oldest touch, who joined first, who was written down first', () => {
    const people = [
      makeEvidence({ personId: 9, pinned: true, ...ownTouch(1) }),
      makeEvidence({ personId: 8, steps: [step(0)] }),
      makeEvidence({ personId: 7, margin: 500, ...ownTouch(20) }),
      makeEvidence({ personId: 6, margin: 100, ...ownTouch(90) }),
      makeEvidence({ personId: 3, joinedOn: today }),
      makeEvidence({ personId: 5, ...ownTouch(30) }),
      makeEvidence({ personId: 12, joinedOn: ago(40), ...ownTouch(20) }),
      makeEvidence({ personId: 4, ...ownTouch(20) }),
      makeEvidence({ personId: 10, ...ownTouch(20) }),
      makeEvidence({ personId: 2, joinedOn: null, ...ownTouch(20) }),
    ]
    const order = [9, 8, 7, 6, 3, 5, 12, 4, 10, 2]
    expect(idsOf(people)).toEqual(order)
    expect(idsOf(people.toReversed())).toEqual(order)
  })

  const quote = (margin: number | null, part: Partial<Evidence> = {}) => ({
    quotes: [{ amount: 64000, quotedOn: ago(9) }],
    margin,
    ...part,
  })
  test.each<[string, Partial<Evidence>, Partial<Evidence>, string]>([
    ['a pin', { pinned: true, ...ownTouch(1) }, { steps: [step(0)] }, 'You pinned this one to the top'],
    ['the reason', { steps: [step(-1)] }, quote(90_000), 'Because a promise comes before an open quote'],
    [
      'the reason, both pinned',
      { steps: [step(-1)], pinned: true },
      quote(90_000, { pinned: true }),
      'Because a promise comes before an open quote',
    ],
    [
      'the margin',
      quote(90_000),
      quote(64_000, ownTouch(99)),
      'Both have an open quote; a margin of $900 comes before $640',
    ],
    [
      'a margin that is known',
      quote(90_000),
      quote(null, ownTouch(99)),
      'Both have an open quote; a margin of $900 comes before one not known',
    ],
    [
      'the older touch',
      quote(90_000, ownTouch(12)),
      quote(90_000, ownTouch(11)),
      'Both have an open quote; last touched on Wed 11 Nov, the other on Thu 12 Nov',
    ],
    [
      'no touch',
      quote(null),
      quote(null, ownTouch(400)),
      'Both have an open quote; no touch yet comes first',
    ],
    [
      'joining earlier',
      quote(null, { joinedOn: '2025-11-01' }),
      quote(null, { joinedOn: ago(8) }),
      'Both have an open quote; on the list since Sat 1 Nov 2025, the other since Sun 15 Nov',
    ],
    [
      'being on the list',
      quote(null),
      quote(null, { joinedOn: null }),
      'Both have an open quote; the other is not on the focus list',
    ],
    [
      'being known longer',
      quote(null),
      quote(null),
      'Both have an open quote; this one was written down first',
    ],
  ])('%s tells them apart, and says so', (_name, first, second, words) => {
    const [above, below] = rankPeople([
      makeEvidence({ personId: 2, ...second }),
      makeEvidence({ personId: 1, ...first }),
    ])
    expect(above!.evidence.personId).toBe(1)
    expect(say(explainOrder(above!, below!)!)).toBe(words)
    expect(explainOrder(below!, above!)).toBeNull()
    expect(explainOrder(above!, above!)).toBeNull()
  })

  test('every kind of reason has its words, before the next kind and beside its own', () => {
    const ranked = (kind: Reason['kind'], part: Partial<Evidence> = {}) => ({
      evidence: makeEvidence(part),
      reason: {
        kind,
        rank: reasonKinds.indexOf(kind) + 1,
        message: { key: 'focusList.reasons.promisedToday' as const },
      },
    })
    for (const [index, kind] of reasonKinds.entries()) {
      const tie = explainOrder(ranked(kind, { personId: 1 }), ranked(kind, { personId: 2 }))
      expect(say(tie!)).toMatch(/^(Both|Nothing) .+; this one was written down first$/)
      expect(say(tie!)).not.toContain('focusList')
      const next = reasonKinds[index + 1]
      if (!next) continue
      const order = say(explainOrder(ranked(kind), ranked(next))!)
      expect(order).toMatch(/^Because .+ comes before .+$/)
      expect(order).not.toContain('focusList')
    }
  })
})

test('the weakest: worked on without a reason left; pins, next steps and fresh touches keep their place', () => {
  const people = [
    makeEvidence({ personId: 1, pinned: true }),
    makeEvidence({ personId: 2, steps: [step(4)] }),
    makeEvidence({ personId: 3, ...talk(2) }),
    makeEvidence({ personId: 4, quotes: [{ amount: 1, quotedOn: ago(9) }] }),
    makeEvidence({ personId: 5, ...ownTouch(40), touches: 9 }),
    makeEvidence({ personId: 6, ...ownTouch(40), touches: 1 }),
    makeEvidence({ personId: 7 }),
    makeEvidence({ personId: 8, ...ownTouch(90), touches: 9 }),
  ]
  const weakest = rankWeakest(rankPeople(people))
  expect(weakest.map(({ personId, claim }) => `${personId} ${say(claim)}`)).toEqual([
    '8 No next step, 9 touches of yours so far',
    '5 No next step, 9 touches of yours so far',
    '6 No next step, 1 touch of yours so far',
    '7 No next step, no touch of yours yet',
    '4 No next step, no touch of yours yet',
    '3 In touch not long ago',
    '2 Next step on Fri 27 Nov',
    '1 Pinned by you',
  ])
  expect(rankWeakest(rankPeople(people.toReversed()))).toEqual(weakest)
})

const fewPeople = fc.uniqueArray(anyEvidence, {
  minLength: 2,
  maxLength: 12,
  selector: (evidence) => evidence.personId,
})

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
        const ranked = rankPeople(people)
        for (const [index, above] of ranked.entries()) {
          for (const below of ranked.slice(index + 1)) {
            const why = explainOrder(above, below)
            expect(why).not.toBeNull()
            expect(explainOrder(below, above)).toBeNull()
            const words = say(why!)
            expect(words).not.toMatch(/undefined|NaN|focusList| {2}/)
            expect(words.length).toBeLessThanOrEqual(140)
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
})

test('a step of today is booked, one of yesterday is due', () => {
  const claimOf = (dueOn: string) => {
    const steps = [{ id: 1, what: '', dueOn, promised: true }]
    return rankWeakest(rankPeople([makeEvidence({ steps })]))[0]!.claim.key
  }
  expect(claimOf('2026-11-23')).toBe('focusList.claims.booked')
  expect(claimOf('2026-11-22')).toBe('focusList.claims.due')
})
