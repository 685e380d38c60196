// Every reason at its edges, its words, and the order they make.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasMessage, say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import {
  type Evidence,
  findReason,
  isDue,
  reasonKinds,
  shorten,
  type TouchEvidence,
} from '../../../src/shared/rules/focus-list/reasons.ts'
import { anyEvidence } from '../../support/any-evidence.ts'
import { makeEvidence } from '../../support/make-evidence.ts'

const today = '2026-11-23'
const ago = (days: number) => addDays(today, -days)

function makeTouch(days: number, part: Partial<TouchEvidence> = {}): TouchEvidence {
  return { on: ago(days), how: 'message', direction: 'out', outcome: null, note: '', ...part }
}

const talk = (days: number, part: Partial<TouchEvidence> = {}) => {
  const touch = makeTouch(days, { how: 'talked', ...part })
  return { lastTouch: touch, lastContact: touch, lastOwnTouchOn: touch.on, touches: 1 }
}
const ownTouch = (days: number) => ({ lastTouch: makeTouch(days), lastOwnTouchOn: ago(days), touches: 1 })
const step = (days: number, part = {}) => ({
  id: 1,
  what: 'walnut samples',
  dueOn: addDays(today, days),
  promised: true,
  ...part,
})
const orders = (lastOn: string, days: number) => ({ lastOn, usualGap: { days, runningDays: days } })
/** Ten days closed, the last of them yesterday. */
const closed = [{ from: ago(10), to: ago(1) }]
const friend = {
  by: 'Nora Lindqvist',
  on: ago(4),
  expectsUs: true,
  firstContactOn: null,
}
const springWindow = { from: '2027-01-01', to: '2027-03-31', yearly: false, words: '' }

const cases: [string, Partial<Evidence>, string, string][] = [
  ['promise due today', { steps: [step(0)] }, 'promise', 'You promised for today: walnut samples'],
  ['promise late', { steps: [step(-3)] }, 'promise', 'You promised for Fri 20 Nov: walnut samples'],
  [
    'promise without words',
    { steps: [step(0, { what: '' })] },
    'promise',
    'You promised to be in touch today',
  ],
  [
    'promise within the week of a sheet',
    { steps: [step(3)], through: addDays(today, 6) },
    'promise',
    'You promised for Thu 26 Nov: walnut samples',
  ],
  ['promise tomorrow is not due', { steps: [step(1)] }, 'nothing', 'Next, Tue 24 Nov: walnut samples'],
  [
    'a fresh touch does not silence a promise',
    { steps: [step(0)], ...talk(0) },
    'promise',
    'You promised for today: walnut samples',
  ],
  [
    'friend who expects us',
    { referral: friend },
    'friend expects us',
    'Named by Nora Lindqvist on Thu 19 Nov, expects to hear from you',
  ],
  [
    'friend tried is still waiting',
    { referral: friend, attempts: 1 },
    'friend expects us',
    'Named by Nora Lindqvist on Thu 19 Nov, expects to hear from you',
  ],
  [
    'friend left word with, rests',
    { referral: friend, ...ownTouch(3) },
    'nothing',
    'In touch 3 days ago, nothing due',
  ],
  [
    'friend left word with, not reached',
    { referral: { ...friend, on: ago(9) }, ...ownTouch(5) },
    'referred',
    'Named by Nora Lindqvist on Sat 14 Nov, not reached yet',
  ],
  [
    'friend not asked',
    { referral: { ...friend, expectsUs: false } },
    'referred',
    'Named by Nora Lindqvist on Thu 19 Nov, not reached yet',
  ],
  [
    'friend reached',
    { referral: { ...friend, on: ago(20) }, ...talk(15) },
    'good talk',
    'Talked on Sun 8 Nov, no next step yet',
  ],
  [
    'inquiry',
    { inquiry: makeTouch(2, { direction: 'in', note: 'What does a gown cost?' }) },
    'inquiry',
    'Wrote on Sat 21 Nov, not answered yet: What does a gown cost?',
  ],
  [
    'missed call',
    { inquiry: makeTouch(2, { direction: 'in', how: 'no answer' }) },
    'inquiry',
    'Rang on Sat 21 Nov and nobody answered',
  ],
  [
    'a booked step does not silence an inquiry',
    { inquiry: makeTouch(2, { direction: 'in' }), steps: [step(4)] },
    'inquiry',
    'Wrote on Sat 21 Nov, not answered yet',
  ],
  [
    'planned step due',
    { steps: [step(-1, { promised: false, what: '' })] },
    'planned step',
    'You planned to be in touch on Sun 22 Nov',
  ],
  [
    'quote ageing',
    { quotes: [{ amount: 64000, quotedOn: ago(9) }], ...ownTouch(9) },
    'quote',
    'Quote of $640 sent 9 days ago, no answer',
  ],
  [
    'quote at 5 days',
    { quotes: [{ amount: 64000, quotedOn: ago(5) }], ...ownTouch(5) },
    'quote',
    'Quote of $640 sent 5 days ago, no answer',
  ],
  [
    'quote at 4 days',
    { quotes: [{ amount: 64000, quotedOn: ago(4) }], ...ownTouch(4) },
    'nothing',
    'In touch 4 days ago, nothing due',
  ],
  [
    'quote, touched since',
    { quotes: [{ amount: 64000, quotedOn: ago(9) }], ...ownTouch(2) },
    'nothing',
    'In touch 2 days ago, nothing due',
  ],
  [
    'quote, talked since',
    { quotes: [{ amount: 64000, quotedOn: ago(9) }], ...talk(6) },
    'quote',
    'Quote of $640 sent 9 days ago, still open',
  ],
  [
    'quote without amount',
    { quotes: [{ amount: null, quotedOn: ago(9) }] },
    'quote',
    'Quote sent 9 days ago, no answer',
  ],
  [
    'quote with a booked step',
    { quotes: [{ amount: 64000, quotedOn: ago(9) }], steps: [step(3)] },
    'nothing',
    'Next, Thu 26 Nov: walnut samples',
  ],
  [
    'window 31 days off',
    { window: { ...springWindow, from: addDays(today, 31) }, ...ownTouch(6) },
    'nothing',
    'In touch 6 days ago, nothing due',
  ],
  [
    'window 30 days off',
    { window: { ...springWindow, from: addDays(today, 30) }, ...ownTouch(6) },
    'window',
    'They buy from Wed 23 Dec',
  ],
  [
    'window near with a booked step: it has a date of its own',
    { window: { ...springWindow, from: addDays(today, 30) }, ...ownTouch(6), steps: [step(3)] },
    'window',
    'They buy from Wed 23 Dec',
  ],
  [
    'window open on its last day',
    { window: { from: ago(20), to: today, yearly: false, words: 'weddings' }, ...ownTouch(6) },
    'window',
    'This is when they buy, until Mon 23 Nov: weddings',
  ],
  [
    'window over',
    { window: { from: ago(20), to: ago(1), yearly: false, words: '' }, ...ownTouch(6) },
    'nothing',
    'In touch 6 days ago, nothing due',
  ],
  [
    'yearly window across New Year',
    { window: { from: '2020-12-10', to: '2021-01-10', yearly: true, words: '' }, ...ownTouch(6) },
    'window',
    'They buy from Thu 10 Dec',
  ],
  [
    'yearly window of this month',
    { window: { from: '2024-11-01', to: '2024-11-30', yearly: true, words: '' }, ...ownTouch(6) },
    'window',
    'This is when they buy, until Mon 30 Nov',
  ],
  ...(
    [
      ['of a leap year, in another', '2028-02-01', '2028-02-29', '2027-02-05', 'Sun 28 Feb'],
      ['kept in another year, in a leap year', '2027-02-01', '2027-02-28', '2028-02-05', 'Tue 29 Feb'],
      ['from the year before', '2026-12-15', '2027-02-28', '2028-01-05', 'Tue 29 Feb'],
    ] as const
  ).map(([name, from, to, day, last]): (typeof cases)[number] => [
    `a yearly window to the end of February, ${name}`,
    { window: { from, to, yearly: true, words: '' }, today: day, through: day },
    'window',
    `This is when they buy, until ${last}`,
  ]),
  [
    'good talk',
    { ...talk(8, { note: 'wants two sizes.' }) },
    'good talk',
    'Talked on Sun 15 Nov: wants two sizes',
  ],
  ['good talk at 30 days', talk(30), 'good talk', 'Talked on Sat 24 Oct, no next step yet'],
  ['talk at 31 days', talk(31), 'silence', 'No touch for 31 days'],
  [
    'talk about a quote',
    talk(8, { outcome: 'quote' }),
    'good talk',
    'Talked about a quote on Sun 15 Nov, nothing since',
  ],
  ['talk that ended it', talk(20, { outcome: 'lost' }), 'silence', 'No touch for 20 days'],
  ['a fresh talk', talk(4), 'nothing', 'In touch 4 days ago, nothing due'],
  [
    'usual gap exceeded',
    { orders: orders(ago(41), 40), ...ownTouch(6) },
    'usual gap',
    'Orders about every 40 days; the last was 41 days ago',
  ],
  [
    'usual gap met exactly',
    { orders: orders(ago(40), 40), ...ownTouch(6) },
    'nothing',
    'In touch 6 days ago, nothing due',
  ],
  [
    'usual gap in months',
    { orders: orders('2025-10-01', 365), ...ownTouch(6) },
    'usual gap',
    'Orders about every 12 months; the last was in October 2025',
  ],
  ['why now', { whyNow: 'Opens a second office in May.' }, 'why now', 'Opens a second office in May'],
  ['birthday today', { birthday: '1970-11-23' }, 'birthday', 'Birthday today'],
  ['birthday in 14 days', { birthday: '--12-07', ...ownTouch(6) }, 'birthday', 'Birthday on Mon 7 Dec'],
  [
    'birthday in 15 days',
    { birthday: '--12-08', ...ownTouch(6) },
    'nothing',
    'In touch 6 days ago, nothing due',
  ],
  ['birthday yesterday', { birthday: '1970-11-22', joinedOn: null }, 'silence', 'No touch yet'],
  [
    'birthday across New Year',
    { birthday: '--01-02', today: '2026-12-28' },
    'birthday',
    'Birthday on Sat 2 Jan',
  ],
  [
    'born on 29 February, celebrated on the 28th',
    { birthday: '1972-02-29', today: '2027-02-20' },
    'birthday',
    'Birthday on Sun 28 Feb',
  ],
  ['a birthday that is none', { birthday: '--13-40', joinedOn: null }, 'silence', 'No touch yet'],
  [
    'a fresh talk, then a birthday',
    { birthday: '--11-25', ...talk(3) },
    'nothing',
    'In touch 3 days ago, nothing due',
  ],
  ['note', { note: 'Wants a frame for her degree.' }, 'note', 'You wrote: Wants a frame for her degree'],
  [
    'a note says nothing new after a try',
    { note: 'Frame', attempts: 1 },
    'silence',
    'Tried once, no answer yet',
  ],
  [
    'a note says nothing new after a touch',
    { note: 'Frame', ...ownTouch(14) },
    'silence',
    'No touch for 14 days',
  ],
  ['unknown', { unknowns: ['decider'], ...ownTouch(6) }, 'unknown', 'Find out who decides'],
  ['silence at 14 days', ownTouch(14), 'silence', 'No touch for 14 days'],
  ['silence at 13 days', ownTouch(13), 'nothing', 'In touch 13 days ago, nothing due'],
  [
    'a booked step silences silence',
    { ...ownTouch(40), steps: [step(9)] },
    'nothing',
    'Next, Wed 2 Dec: walnut samples',
  ],
  ['never touched', {}, 'silence', 'Joined the focus list 6 days ago, no touch yet'],
  ['joined yesterday', { joinedOn: ago(1) }, 'silence', 'Joined the focus list yesterday, no touch yet'],
  ['joined today', { joinedOn: today }, 'silence', 'Joined the focus list today, no touch yet'],
  ['not on the list', { joinedOn: null }, 'silence', 'No touch yet'],
  [
    'an attempt is no touch',
    { attempts: 3, lastAttemptOn: ago(1) },
    'silence',
    'Tried 3 times, no answer yet',
  ],
  [
    'an attempt resets nothing',
    { ...ownTouch(20), lastAttemptOn: today, attempts: 1 },
    'silence',
    'No touch for 20 days',
  ],
  [
    'unknowns are not asked of who said no',
    { unknowns: ['decider'], noes: ['price'], ...ownTouch(20) },
    'silence',
    'No touch for 20 days',
  ],
  [
    'unknowns are not asked about a job we do not want',
    { unknowns: ['season'], noes: ['want'], ...ownTouch(20) },
    'silence',
    'No touch for 20 days',
  ],
  [
    'unreachable is no end to the asking',
    { unknowns: ['decider'], noes: ['reachable', 'season'], ...ownTouch(20) },
    'unknown',
    'Find out who decides',
  ],
  [
    'a plan of the owner comes before what only time has brought',
    { steps: [step(0, { promised: false })], quotes: [{ amount: 1, quotedOn: ago(9) }] },
    'planned step',
    'Planned for today: walnut samples',
  ],
  [
    'what is unknown comes before the owner’s own reason',
    { unknowns: ['price'], whyNow: 'Moves in May', ...ownTouch(6) },
    'unknown',
    'Find out whether they would pay our price',
  ],
  [
    'a day long ago is told with its year',
    { referral: { ...friend, on: '2025-03-04', expectsUs: false } },
    'referred',
    'Named by Nora Lindqvist on Tue 4 Mar 2025, not reached yet',
  ],
  [
    'a very long name is cut',
    {
      referral: { ...friend, by: 'The Amalgamated Association of Picture Framers and Gilders of the North' },
    },
    'friend expects us',
    'Named by The Amalgamated Association of Picture Framers and Gilders… on Thu 19 Nov, expects to hear from you',
  ],
  // Closed days stop every clock but that of promises; the sentence still counts the calendar's days.
  [
    'closed: a touch of 14 days ago still rests, 4 days ran',
    { closed, ...ownTouch(14), unknowns: ['need'] },
    'nothing',
    'In touch 14 days ago, nothing due',
  ],
  [
    'closed: rest is over when 5 days ran',
    { closed, ...ownTouch(15), unknowns: ['need'] },
    'unknown',
    'Find out whether they need it',
  ],
  [
    'closed: a quote of 14 days ago, 4 days ran',
    { closed, quotes: [{ amount: 64000, quotedOn: ago(14) }], ...ownTouch(20) },
    'nothing',
    'In touch 20 days ago, nothing due',
  ],
  [
    'closed: a quote of 15 days ago, 5 days ran',
    { closed, quotes: [{ amount: 64000, quotedOn: ago(15) }], ...ownTouch(20) },
    'quote',
    'Quote of $640 sent 15 days ago, no answer',
  ],
  [
    'closed: a talk of 40 days ago, 30 days ran',
    { closed, ...talk(40) },
    'good talk',
    'Talked on Wed 14 Oct, no next step yet',
  ],
  ['closed: a talk of 41 days ago, 31 days ran', { closed, ...talk(41) }, 'silence', 'No touch for 41 days'],
  [
    'closed: silence of 23 days, 13 days ran',
    { closed, ...ownTouch(23) },
    'nothing',
    'In touch 23 days ago, nothing due',
  ],
  ['closed: silence of 24 days, 14 days ran', { closed, ...ownTouch(24) }, 'silence', 'No touch for 24 days'],
  [
    'closed: the usual gap is met, not exceeded',
    { closed, orders: orders(ago(50), 40), ...ownTouch(20) },
    'nothing',
    'In touch 20 days ago, nothing due',
  ],
  [
    'closed: the usual gap is exceeded by a day that ran',
    { closed, orders: orders(ago(51), 40), ...ownTouch(20) },
    'usual gap',
    'Orders about every 40 days; the last was 51 days ago',
  ],
  [
    'closed: like is compared with like, and the sentence tells the calendar’s gap',
    { closed, orders: { lastOn: ago(51), usualGap: { days: 50, runningDays: 40 } }, ...ownTouch(20) },
    'usual gap',
    'Orders about every 50 days; the last was 51 days ago',
  ],
  [
    'closed: a promise falls due all the same',
    { closed: [{ from: ago(10), to: addDays(today, 5) }], steps: [step(0)] },
    'promise',
    'You promised for today: walnut samples',
  ],
  [
    'closed: a window is a date, no clock',
    {
      closed: [{ from: ago(10), to: addDays(today, 40) }],
      window: { ...springWindow, from: addDays(today, 31) },
    },
    'silence',
    'Joined the focus list 6 days ago, no touch yet',
  ],
  [
    'window from today',
    { window: { ...springWindow, from: today }, ...ownTouch(6) },
    'window',
    'This is when they buy, until Wed 31 Mar',
  ],
  [
    'window from tomorrow',
    { window: { ...springWindow, from: addDays(today, 1) }, ...ownTouch(6) },
    'window',
    'They buy from Tue 24 Nov',
  ],
  [
    'usual gap of 39 days in a habit of 40',
    { orders: orders(ago(39), 40), ...ownTouch(6) },
    'nothing',
    'In touch 6 days ago, nothing due',
  ],
  [
    'quote at 6 days',
    { quotes: [{ amount: 64000, quotedOn: ago(6) }], ...ownTouch(6) },
    'quote',
    'Quote of $640 sent 6 days ago, no answer',
  ],
  [
    'window 29 days off',
    { window: { ...springWindow, from: addDays(today, 29) }, ...ownTouch(6) },
    'window',
    'They buy from Tue 22 Dec',
  ],
  ['good talk at 29 days', talk(29), 'good talk', 'Talked on Sun 25 Oct, no next step yet'],
  ['talk at 5 days, the rest is over', talk(5), 'good talk', 'Talked on Wed 18 Nov, no next step yet'],
  ['silence at 15 days', ownTouch(15), 'silence', 'No touch for 15 days'],
  ['birthday in 13 days', { birthday: '--12-06', ...ownTouch(6) }, 'birthday', 'Birthday on Sun 6 Dec'],
  [
    'planned step tomorrow is not due',
    { steps: [step(1, { promised: false })] },
    'nothing',
    'Next, Tue 24 Nov: walnut samples',
  ],
  [
    'planned step today',
    { steps: [step(0, { promised: false, what: '' })] },
    'planned step',
    'You planned to be in touch today',
  ],
  [
    'friend named today',
    { referral: { ...friend, on: today } },
    'friend expects us',
    'Named by Nora Lindqvist on Mon 23 Nov, expects to hear from you',
  ],
  [
    'friend reached on the day they were named',
    { referral: { ...friend, on: ago(6) }, ...talk(6) },
    'good talk',
    'Talked on Tue 17 Nov, no next step yet',
  ],
  [
    'friend touched the day before they were named',
    { referral: { ...friend, on: ago(5) }, ...ownTouch(6) },
    'friend expects us',
    'Named by Nora Lindqvist on Wed 18 Nov, expects to hear from you',
  ],
]

test.each(cases)('%s', (_name, part, kind, words) => {
  const reason = findReason(makeEvidence(part))
  expect(say(reason.message)).toBe(words)
  expect(reason.kind).toBe(kind)
  expect(reason.rank).toBe(reasonKinds.indexOf(reason.kind) + 1)
})

test('every kind of reason is in the table', () => {
  expect(new Set(cases.map(([, , kind]) => kind))).toEqual(new Set(reasonKinds))
})

describe('order', () => {
  const everything: Partial<Evidence> = {
    steps: [step(0), step(0, { id: 2, promised: false })],
    referral: friend,
    inquiry: makeTouch(8, { direction: 'in' }),
    quotes: [{ amount: 1, quotedOn: ago(9) }],
    window: { ...springWindow, from: ago(1) },
    lastTouch: makeTouch(20),
    lastContact: makeTouch(20, { how: 'talked' }),
    orders: orders(ago(99), 30),
    whyNow: 'Because',
    birthday: '--11-24',
    unknowns: ['need'],
  }
  test('the first true reason wins, and taking each away shows the next', () => {
    const takeAway: Partial<Evidence>[] = [
      {},
      { steps: [step(0, { id: 2, promised: false })] },
      { referral: { ...friend, expectsUs: false } },
      { inquiry: null },
      { steps: [] },
      { quotes: [] },
      { window: null },
      { referral: null },
      { lastContact: null },
      { orders: null },
      { unknowns: [] },
      { whyNow: '' },
      { birthday: null, lastTouch: null, note: 'Frame' },
      { note: '', lastTouch: makeTouch(20) },
      { lastTouch: makeTouch(6) },
    ]
    let evidence = makeEvidence(everything)
    const seen = takeAway.map((change) => {
      evidence = { ...evidence, ...change }
      return findReason(evidence).kind
    })
    expect(seen).toEqual(reasonKinds)
  })
})

describe('whatever the evidence', () => {
  test('there is a sentence, in words', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { message } = findReason(evidence)
        expect(hasMessage(message.key)).toBe(true)
        const words = say(message)
        expect(words.length).toBeGreaterThan(3 - Number(message.key.endsWith('whyNow')) * 3)
        if (!message.key.endsWith('whyNow')) expect(words).not.toMatch(/undefined|NaN/)
      }),
    )
  })

  test('a touch today leaves only promises, plans, waiting friends and inquiries', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const reason = findReason({ ...evidence, lastTouch: makeTouch(0) })
        expect(['promise', 'planned step', 'friend expects us', 'inquiry', 'nothing']).toContain(reason.kind)
        expect(isDue(reason)).toBe(reason.kind !== 'nothing')
      }),
    )
  })
})

test('owner’s words are made to fit a sentence', () => {
  expect(shorten('  two\n lines.  ')).toBe('two lines')
  expect(shorten('a'.repeat(200))).toHaveLength(81)
  expect(shorten(`${'a'.repeat(79)}😀😀`)).toBe(`${'a'.repeat(79)}…`)
  expect(shorten(`${'a '.repeat(39)}a, and more`)).toMatch(/a a…$/)
  expect(shorten(`${'word '.repeat(40)}`)).toMatch(/word…$/)
})

test('the owner’s words are never read as a template', () => {
  const reason = findReason(makeEvidence({ whyNow: 'asks for {{on, day}} and $t(app.name) <b>' }))
  expect(say(reason.message)).toBe('asks for {{on, day}} and $t(app.name) <b>')
})

test('a usual gap of ninety days and more is told in months, a shorter one in days', () => {
  const keyOf = (days: number) =>
    findReason(makeEvidence({ orders: orders(ago(days + 1), days), ...ownTouch(20) })).message.key
  expect(keyOf(89)).toBe('focusList.reasons.gapDays')
  expect(keyOf(90)).toBe('focusList.reasons.gapMonths')
})

test('a yearly window is open on its last day, and comes next year on the day after', () => {
  const window = { from: '2020-11-01', to: '2020-11-23', yearly: true, words: '' }
  const on = (day: string) => findReason(makeEvidence({ window, today: day, through: day, ...ownTouch(6) }))
  expect(on('2026-11-23').message).toMatchObject({
    key: 'focusList.reasons.windowOpen',
    facts: { from: '2026-11-01', to: '2026-11-23' },
  })
  expect(on('2026-11-24').kind).not.toBe('window')
})
