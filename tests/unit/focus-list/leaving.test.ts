// What is proposed for somebody on the focus list, at the edges of each rule.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasMessage, say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { findProposal, type LeavingEvidence } from '../../../src/shared/rules/focus-list/leaving.ts'
import {
  qualificationAnswers,
  qualificationQuestions,
} from '../../../src/shared/rules/know-card/know-card.ts'
import { channels, hows } from '../../../src/shared/rules/touches/touch-kinds.ts'

const today = '2026-11-23'

/** @param part what the test is about; the rest joined today and nothing happened since */
function makeLeaving(part: Partial<LeavingEvidence> = {}): LeavingEvidence {
  return {
    today,
    goal: 12,
    joinedOn: today,
    keptOn: null,
    qualified: [],
    touches: [],
    learntOn: null,
    hasNextStep: true,
    stepClosedOn: null,
    ...part,
  }
}

type Touch = LeavingEvidence['touches'][number]
const touch = (on: string, part: Partial<Touch> = {}): Touch => ({
  on,
  how: 'message',
  direction: 'out',
  channel: 'email',
  toMany: false,
  ...part,
})

/** So many messages of ours, one a day, the last on 20 November. */
const messages = (count: number) =>
  Array.from({ length: count }, (_, index) => touch(addDays('2026-11-20', index - count + 1)))

/** So many tries, by phone but for the second, the last on 20 November. */
function tries(count: number, { days = 21, oneChannel = false } = {}): Touch[] {
  return Array.from({ length: count }, (_, index) =>
    touch(addDays('2026-11-20', index === count - 1 ? 0 : index === 0 ? -days : -1), {
      how: 'no answer',
      channel: index === 1 && !oneChannel ? 'visit' : 'phone',
    }),
  )
}

/** Tried or written to three times on one day. */
const triedOn = (on: string) => [touch(on), touch(on), touch(on, { how: 'no answer', channel: 'phone' })]

const kindOf = (part: Partial<LeavingEvidence>, closed: { from: string; to: string }[] = []) =>
  findProposal(makeLeaving(part), closed)?.kind ?? null

test('somebody who joined today is left alone', () => {
  expect(findProposal(makeLeaving({ hasNextStep: false }), [])).toBeNull()
})

describe('six tries on two channels over three weeks', () => {
  test.each([
    ['the fifth', tries(5), null],
    ['the sixth', tries(6), 'tries'],
    ['one channel', tries(6, { oneChannel: true }), null],
    ['20 days', tries(6, { days: 20 }), null],
    ['21 days', tries(6, { days: 21 }), 'tries'],
    ['22 days', tries(6, { days: 22 }), 'tries'],
    ['they rang in between', [...tries(6), touch('2026-11-21', { how: 'no answer', direction: 'in' })], null],
    ['they wrote since', [...tries(6), touch('2026-11-21', { direction: 'in' })], null],
    ['we talked since', [...tries(6), touch('2026-11-21', { how: 'talked' })], null],
    ['we left a voicemail since', [...tries(6), touch('2026-11-21', { how: 'voicemail' })], 'tries'],
    ['we met the same day, before the last', [touch('2026-10-30', { how: 'met' }), ...tries(6)], 'tries'],
    [
      'voicemails are touches, no tries',
      tries(6).map((one) => ({ ...one, how: 'voicemail' as const })),
      null,
    ],
  ])('%s', (_name, touches, kind) => {
    expect(kindOf({ touches })).toBe(kind)
  })

  test('proposes to park, and says since when', () => {
    const proposal = findProposal(makeLeaving({ touches: tries(6) }), [])!
    expect(proposal.propose).toBe('park')
    expect(say(proposal.message)).toBe(
      'Tried 6 times since Fri 30 Oct and never got through. Park for a while?',
    )
    expect(say(proposal.because!)).toBe('Never answers')
  })

  test('a week closed in between is not counted', () => {
    const closed = [{ from: '2026-11-02', to: '2026-11-08' }]
    expect(kindOf({ touches: tries(6, { days: 27 }) }, closed)).toBeNull()
    expect(kindOf({ touches: tries(6, { days: 28 }) }, closed)).toBe('tries')
  })

  test('kept, it is quiet for six more', () => {
    const more = (count: number) => [
      ...tries(6),
      ...Array.from({ length: count }, () => touch('2026-11-22', { how: 'no answer', channel: 'phone' })),
    ]
    const keptOn = '2026-11-20'
    expect(kindOf({ keptOn, touches: more(0) })).toBeNull()
    expect(kindOf({ keptOn, touches: more(5) })).toBeNull()
    expect(kindOf({ keptOn, touches: more(6) })).toBe('tries')
  })

  test('a Keep before there were six is no answer to six', () => {
    expect(kindOf({ keptOn: '2026-11-19', touches: tries(6) })).toBe('tries')
  })
})

describe('twelve of our touches without movement', () => {
  test.each([
    [11, null, null],
    [12, null, 'touches'],
    [13, null, 'touches'],
    // Kept on the day of the twelfth.
    [12, 12, null],
    [13, 12, null],
    [17, 12, null],
    [18, 12, 'touches'],
    // Kept late, after the fourteenth: six more.
    [19, 14, null],
    [20, 14, 'touches'],
    // Kept for another reason before there were twelve.
    [12, 8, 'touches'],
  ])('%i of ours, kept after the %s', (count, kept, kind) => {
    const touches = messages(count)
    expect(kindOf({ touches, keptOn: kept ? touches[kept - 1]!.on : null })).toBe(kind)
  })

  test('says since when', () => {
    const proposal = findProposal(makeLeaving({ touches: messages(12) }), [])!
    expect(proposal.propose).toBe('look again')
    expect(say(proposal.message)).toBe(
      'You have been in touch 12 times since Mon 9 Nov and heard nothing back. Keep, park or drop?',
    )
  })

  const reply = messages(12).with(5, touch('2026-11-14', { direction: 'in' }))
  test.each<[string, Partial<LeavingEvidence>]>([
    ['a reply', { touches: reply }],
    ['a visit', { touches: messages(12).with(5, touch('2026-11-14', { how: 'met', channel: 'visit' })) }],
    ['a talk', { touches: messages(12).with(11, touch('2026-11-20', { how: 'talked', channel: 'phone' })) }],
    [
      'a missed call of theirs',
      { touches: [...messages(12), touch('2026-11-20', { how: 'no answer', direction: 'in' })] },
    ],
    ['a quote or a new answer', { touches: messages(12), learntOn: '2026-11-09' }],
  ])('%s is movement', (_name, part) => {
    expect(kindOf(part)).toBeNull()
  })

  test('mailings to many, tries of ours and what came before the quote do not count', () => {
    const others = [
      touch('2026-11-01', { toMany: true }),
      touch('2026-11-01', { how: 'no answer', channel: 'phone' }),
    ]
    expect(kindOf({ touches: [...others, ...messages(11)] })).toBeNull()
    expect(kindOf({ touches: messages(12), learntOn: '2026-11-08' })).toBe('touches')
  })

  test('a booked next step does not silence it', () => {
    expect(kindOf({ touches: messages(12), hasNextStep: true })).toBe('touches')
  })
})

test('the goal of the ring rules the question: a goal of 8 asks at 8', () => {
  expect(kindOf({ goal: 8, touches: messages(7) })).toBeNull()
  expect(kindOf({ goal: 8, touches: messages(8) })).toBe('touches')
})

describe('thirty days undated', () => {
  const ago = (days: number) => addDays(today, -days)
  test.each<[string, Partial<LeavingEvidence>, string | null]>([
    ['29 days on the list', { joinedOn: ago(29) }, null],
    ['30 days', { joinedOn: ago(30) }, 'undated'],
    ['31 days', { joinedOn: ago(31) }, 'undated'],
    ['a next step is open', { joinedOn: ago(90), hasNextStep: true }, null],
    ['the last was closed 29 days ago', { joinedOn: ago(90), stepClosedOn: ago(29) }, null],
    ['the last was closed 30 days ago', { joinedOn: ago(90), stepClosedOn: ago(30) }, 'undated'],
    [
      'a step closed before they joined counts for nothing',
      { joinedOn: ago(10), stepClosedOn: ago(40) },
      null,
    ],
    ['kept 29 days ago', { joinedOn: ago(90), keptOn: ago(29) }, null],
    ['kept 30 days ago', { joinedOn: ago(90), keptOn: ago(30) }, 'undated'],
  ])('%s', (_name, part, kind) => {
    const touches = triedOn(part.keptOn ?? part.joinedOn!)
    expect(kindOf({ hasNextStep: false, touches, ...part })).toBe(kind)
    // Nobody is asked about who was hardly tried.
    expect(kindOf({ hasNextStep: false, touches: touches.slice(1), ...part })).toBeNull()
  })

  test('days closed stop the clock', () => {
    const closed = [{ from: '2026-11-01', to: '2026-11-07' }]
    const joined = (days: number) => ({ joinedOn: ago(days), touches: triedOn(ago(days)) })
    expect(kindOf({ hasNextStep: false, ...joined(36) }, closed)).toBeNull()
    expect(kindOf({ hasNextStep: false, ...joined(37) }, closed)).toBe('undated')
  })

  test('asks for a date first', () => {
    const proposal = findProposal(
      makeLeaving({ hasNextStep: false, joinedOn: ago(31), touches: triedOn(ago(31)) }),
      [],
    )!
    expect(proposal.propose).toBe('decide')
    expect(say(proposal.message)).toBe(
      'Nothing planned and nothing heard since Fri 23 Oct. Give a date, park or drop?',
    )
  })
})

describe('a no on need, decider or price', () => {
  test.each([
    ['need', '', 'No need for us, as you noted on Thu 19 Nov. Drop them?', 'No need for us'],
    ['decider', 'the wife', 'Does not decide, as the wife said on Thu 19 Nov. Drop them?', 'Does not decide'],
    [
      'price',
      'Sam',
      'Would not pay our price, as Sam said on Thu 19 Nov. Drop them?',
      'Cannot pay our price',
    ],
  ] as const)('%s', (question, saidBy, words, because) => {
    const proposal = findProposal(
      makeLeaving({
        qualified: [{ question, answer: 'no', saidBy, saidOn: '2026-11-19' }],
        touches: messages(12),
      }),
      [],
    )!
    expect(proposal.propose).toBe('drop')
    expect(say(proposal.message)).toBe(words)
    expect(say(proposal.because!)).toBe(because)
  })

  test('a Keep since then is the owner’s answer; a later no asks again', () => {
    const no = (question: 'need' | 'price' | 'season', saidOn: string) =>
      ({ question, answer: 'no', saidBy: '', saidOn }) as const
    const qualified = [no('need', '2026-11-19')]
    expect(kindOf({ qualified, keptOn: '2026-11-18' })).toBe('ruled out')
    expect(kindOf({ qualified, keptOn: '2026-11-19' })).toBeNull()
    const later = [...qualified, no('price', '2026-11-20')]
    expect(kindOf({ qualified: later, keptOn: '2026-11-19' })).toBe('ruled out')
    expect(kindOf({ qualified: [no('season', '2026-11-19')] })).toBeNull()
  })
})

test('whatever happened, a Keep today leaves nothing to propose, and every sentence has its words', () => {
  const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays(today, -days))
  const evidence = fc.record({
    today: fc.constant(today),
    goal: fc.integer({ min: 3, max: 20 }),
    joinedOn: day,
    keptOn: fc.option(day),
    qualified: fc.array(
      fc.record({
        question: fc.constantFrom(...qualificationQuestions),
        answer: fc.constantFrom(...qualificationAnswers),
        saidBy: fc.constantFrom('', 'Sam'),
        saidOn: day,
      }),
    ),
    touches: fc
      .array(
        fc.record({
          on: day,
          how: fc.constantFrom(...hows),
          direction: fc.constantFrom('out' as const, 'in' as const),
          channel: fc.constantFrom(...channels),
          toMany: fc.boolean(),
        }),
        { maxLength: 40 },
      )
      .map((touches) => touches.toSorted((a, b) => (a.on < b.on ? -1 : 1))),
    learntOn: fc.option(day),
    hasNextStep: fc.boolean(),
    stepClosedOn: fc.option(day),
  })
  fc.assert(
    fc.property(evidence, (some) => {
      const proposal = findProposal(some, [])
      if (proposal) expect(hasMessage(proposal.message.key)).toBe(true)
      expect(findProposal({ ...some, keptOn: today }, [])).toBeNull()
    }),
  )
})
