// Evidence of any kind, for what must hold whatever is known about people.
import fc from 'fast-check'
import { addDays } from '../../src/shared/rules/days/days.ts'
import type { Evidence, TouchEvidence } from '../../src/shared/rules/focus-list/evidence.ts'

const today = '2026-11-23'
const day = fc.integer({ min: -400, max: 60 }).map((days) => addDays(today, days))
const past = fc.integer({ min: -400, max: 0 }).map((days) => addDays(today, days))
const touchEvidence = fc.record<TouchEvidence>({
  on: past,
  how: fc.constantFrom('met', 'talked', 'voicemail', 'message', 'letter', 'event', 'no answer'),
  direction: fc.constantFrom('out', 'in'),
  outcome: fc.constantFrom(null, 'quote', 'lost', 'named a friend'),
  note: fc.string({ maxLength: 200 }),
})
const gapDays = fc.integer({ min: 1, max: 700 })

export const anyEvidence = fc.record<Evidence>({
  personId: fc.integer({ min: 1, max: 1_000_000 }),
  today: fc.constant(today),
  through: fc.constantFrom(today, addDays(today, 6)),
  shop: fc.record({
    openDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    closed: fc.array(
      fc.tuple(past, fc.nat(20)).map(([from, days]) => ({ from, to: addDays(from, days) })),
      { maxLength: 3 },
    ),
  }),
  joinedOn: fc.option(past),
  whyNow: fc.string({ maxLength: 20 }),
  birthday: fc.option(fc.constantFrom('1970-11-23', '--12-01', '1980-02-29', 'nonsense')),
  note: fc.string({ maxLength: 20 }),
  noteFromFile: fc.boolean(),
  pinned: fc.boolean(),
  putOffUntil: fc.option(day),
  shownOn: fc.array(past, { maxLength: 8 }).map((days) => [...new Set(days)].sort()),
  steps: fc
    .array(
      fc.record({
        id: fc.nat(),
        what: fc.string({ maxLength: 20 }),
        dueOn: day,
        promised: fc.boolean(),
      }),
      { maxLength: 3 },
    )
    .map((steps) => steps.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))),
  referral: fc.option(
    fc.record({ by: fc.string(), on: past, expectsUs: fc.boolean(), firstContactOn: fc.option(past) }),
  ),
  inquiry: fc.option(touchEvidence),
  quotes: fc.array(fc.record({ amount: fc.option(fc.integer()), quotedOn: past }), { maxLength: 2 }),
  window: fc.option(
    fc.record({
      from: day,
      to: fc.constant(addDays(today, 70)),
      yearly: fc.boolean(),
      words: fc.string({ maxLength: 20 }),
    }),
  ),
  lastTouch: fc.option(touchEvidence),
  lastContact: fc.option(touchEvidence),
  lastOwnTouchOn: fc.option(past),
  lastAttemptOn: fc.option(past),
  unanswered: fc.array(
    fc.record({
      on: past,
      how: fc.constantFrom('voicemail', 'message', 'no answer'),
      channel: fc.constantFrom('phone', 'text', 'email', 'visit'),
    }),
    { maxLength: 6 },
  ),
  ownDays: fc.array(past, { maxLength: 2 }).map((days) => [...new Set(days)].sort()),
  orders: fc.option(
    fc.record({
      lastOn: past,
      what: fc.string({ maxLength: 20 }),
      usualGap: fc.option(fc.record({ days: gapDays, runningDays: gapDays })),
    }),
  ),
  tellsPurchases: fc.boolean(),
  wants: fc.record({ why: fc.string({ maxLength: 20 }), what: fc.string({ maxLength: 20 }) }),
  unknowns: fc.subarray(['need', 'decider', 'price', 'season', 'reachable', 'want']),
  noes: fc.subarray(['need', 'decider', 'price', 'season', 'reachable', 'want']),
  blanks: fc.subarray(['why', 'what', 'how', 'when', 'where']),
  touches: fc.nat(30),
  attempts: fc.nat(10),
  margin: fc.option(fc.integer({ min: -1000, max: 100_000 })),
})
