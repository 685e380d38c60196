// Every reason and state at its edges, in the words that stand on screen and paper.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasMessage, say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import type { Evidence, TouchEvidence } from '../../../src/shared/rules/focus-list/evidence.ts'
import { shorten } from '../../../src/shared/rules/focus-list/quote-words.ts'
import { describeState, suggestWay } from '../../../src/shared/rules/focus-list/where-it-stands.ts'
import { findWhoNow, listReasons } from '../../../src/shared/rules/focus-list/who-now.ts'
import { anyEvidence } from '../../support/any-evidence.ts'
import { makeEvidence } from '../../support/make-evidence.ts'

const today = '2026-11-23'
const ago = (days: number) => addDays(today, -days)
const ahead = (days: number) => addDays(today, days)

const touch = (days: number, part: Partial<TouchEvidence> = {}): TouchEvidence => ({
  on: ago(days),
  how: 'message',
  direction: 'out',
  outcome: null,
  note: '',
  ...part,
})
const contact = (days: number, part: Partial<TouchEvidence> = {}) => {
  const talk = touch(days, { how: 'talked', ...part })
  return { lastTouch: talk, lastContact: talk }
}
const step = (dueOn: string, what = '', promised = true, movedFrom: string | null = null) => ({
  id: 1,
  what,
  dueOn,
  promised,
  movedFrom,
})
const friend = { by: 'Nora Lindqvist', on: ago(4), expectsUs: true, firstContactOn: null }
const window = (from: string, to: string, part = {}) => ({
  window: { from, to, yearly: false, words: '', ...part },
})
const orders = (lastOn: string, what = '', days: number | null = null) => ({
  orders: { lastOn, what, usualGap: days === null ? null : { days, runningDays: days } },
})
const inquiry = (part: Partial<TouchEvidence>, days = 2) => ({
  joinedOn: null,
  inquiry: touch(days, { direction: 'in', ...part }),
})
const paper = { onPaper: true, through: ahead(6) }
const shop = { openDays: [1, 2, 3, 4, 5], closed: [{ from: ago(10), to: ago(1) }] }

const cases: [string, Partial<Evidence>, string[]][] = [
  ['a promise today', { steps: [step(today, 'walnut samples')] }, ['Promised for today: walnut samples']],
  ['a bare promise', { steps: [step(today)] }, ['You said you would be in touch today']],
  ['late', { steps: [step(ago(3), 'list')] }, ['Promised for Fri 20 Nov, now late: list']],
  ['bare and late', { steps: [step(ago(3))] }, ['You said you would be in touch by Fri 20 Nov; now late']],
  ['on paper never today', { ...paper, steps: [step(today, 'list')] }, ['Promised for Mon 23 Nov: list']],
  ['on paper later', { ...paper, steps: [step(ahead(3))] }, ['You said you would be in touch by Thu 26 Nov']],
  [
    'moved',
    { steps: [step(today, 'list', true, ago(5))] },
    ['Promised for Wed 18 Nov, moved to today: list'],
  ],
  [
    'every promise is said',
    { steps: [step(today, 'list'), step(today, 'bring oak')] },
    ['Promised for today: list', 'Promised for today: bring oak'],
  ],
  [
    'a promise a year ago has its year',
    { steps: [step('2025-11-20', 'list')] },
    ['Promised for Thu 20 Nov 2025, now late: list'],
  ],
  ['a friend', { referral: friend }, ['Expects your call: Nora Lindqvist said so on Thu 19 Nov']],
  [
    'a friend after two weeks',
    { referral: { ...friend, on: ago(14) } },
    ['Still expects your call: Nora Lindqvist said so on Mon 9 Nov'],
  ],
  ['a message', inquiry({}), ['Wrote on Sat 21 Nov, not answered yet']],
  [
    'a question',
    inquiry({ note: 'What does a gown cost?' }),
    ['Asked on Sat 21 Nov: “What does a gown cost?” Not answered yet'],
  ],
  ['a letter', inquiry({ how: 'letter' }), ['Sent you a letter on Sat 21 Nov, not answered yet']],
  ['word left', inquiry({ how: 'voicemail' }), ['Left you a message on Sat 21 Nov, not answered yet']],
  ['a missed call', inquiry({ how: 'no answer' }), ['Rang on Sat 21 Nov when nobody could answer']],
  ['a plan today', { steps: [step(today, 'list', false)] }, ['Planned for today: list']],
  ['a plan late', { steps: [step(ago(3), 'list', false)] }, ['Planned for Fri 20 Nov, still open: list']],
  ['a plan without words is none', { steps: [step(today, '', false)] }, []],
  [
    'a quote without an answer',
    { quotes: [{ amount: 64_000, quotedOn: ago(9) }] },
    ['Quote of $640 sent 9 days ago, no answer'],
  ],
  [
    'a quote, talked since',
    { quotes: [{ amount: 64_000, quotedOn: ago(9) }], ...contact(6) },
    ['Quote of $640 sent 9 days ago, still open'],
  ],
  [
    'a quote of thirty days',
    { quotes: [{ amount: null, quotedOn: ago(30) }] },
    ['Quote sent 30 days ago, no answer'],
  ],
  [
    'a quote of thirty-one days is told by its month',
    { quotes: [{ amount: 64_000, quotedOn: ago(31) }] },
    ['Quote of $640 from October 2026, never answered'],
  ],
  [
    'the newest quote',
    {
      quotes: [
        { amount: 100, quotedOn: ago(90) },
        { amount: 200, quotedOn: ago(1) },
      ],
    },
    ['Quote of $2 sent yesterday, no answer'],
  ],
  ['buying time', window(ago(3), ahead(9)), ['Buying time until Wed 2 Dec']],
  ['its last day', window(ago(3), today, { words: 'weddings' }), ['Buying time until Mon 23 Nov: weddings']],
  ['over', window(ago(30), ago(1)), []],
  ['buying soon', window(ahead(20), ahead(40)), ['Buys from Sun 13 Dec']],
  [
    'in summer',
    window('2027-06-01', '2027-06-30', { words: 'the fair' }),
    ['Buys from Tue 1 Jun 2027: the fair'],
  ],
  [
    'every year, across New Year',
    window('2020-12-10', '2021-01-10', { yearly: true }),
    ['Buys from Thu 10 Dec'],
  ],
  [
    'every year, to the end of February',
    { ...window('2028-02-01', '2028-02-29', { yearly: true }), today: '2027-02-05', through: '2027-02-05' },
    ['Buying time until Sun 28 Feb'],
  ],
  ['a birthday', { birthday: '--12-07', ...contact(6) }, ['Birthday on Mon 7 Dec']],
  ['today', { birthday: '1970-11-23' }, ['Birthday today']],
  ['on paper', { ...paper, birthday: '1970-11-23' }, ['Birthday on Mon 23 Nov']],
  [
    'born on 29 February',
    { birthday: '1972-02-29', today: '2027-02-20', through: '2027-02-20' },
    ['Birthday on Sun 28 Feb'],
  ],
  ['a birthday that is none', { birthday: '--13-40' }, []],
  ['half a year after', orders(ago(180), 'a mirror'), ['Bought half a year ago, on Wed 27 May: a mirror']],
  ['a year next month', orders('2025-12-23'), ['Bought a year ago next month, on Tue 23 Dec 2025']],
  [
    'later than usual, in weeks',
    orders(ago(43), '', 42),
    ['Usually orders every 6 weeks; nothing since Sun 11 Oct'],
  ],
  [
    'later than usual, in months',
    orders(ago(95), '', 91),
    ['Usually orders every 3 months; nothing since Thu 20 Aug'],
  ],
  ['a good talk', contact(8, { note: 'wants two sizes.' }), ['Talked on Sun 15 Nov: wants two sizes']],
  ['a talk without a note', contact(8), ['Talked on Sun 15 Nov, and nothing agreed since']],
  [
    'a talk of a month and more is known by its note',
    contact(60, { note: 'oak' }),
    ['Talked on Thu 24 Sept: oak'],
  ],
  ['without one it says nothing', contact(60), []],
  ['closed days stop the clock of a talk', { ...contact(14), shop }, []],
  [
    'and it speaks when five days ran',
    { ...contact(15), shop },
    ['Talked on Sun 8 Nov, and nothing agreed since'],
  ],
  ['the owner’s words', { whyNow: 'Opens a second office in May.' }, ['Opens a second office in May']],
  [
    'stand beside what is owed',
    { whyNow: 'Moves in May', steps: [step(today, 'list')] },
    ['Promised for today: list', 'Moves in May'],
  ],
  [
    'and beside a date',
    { whyNow: 'Moves in May', quotes: [{ amount: 100, quotedOn: ago(9) }] },
    ['Quote of $1 sent 9 days ago, no answer', 'Moves in May'],
  ],
  ['alone when nothing is now', { whyNow: 'Moves in May', note: 'Tall' }, ['Moves in May']],
  ['a note', { note: 'Wants a frame.' }, ['Your note: Wants a frame']],
  [
    'a note still stands after touches',
    { note: 'Wants a frame', ...contact(20, { outcome: 'lost' }) },
    ['Your note: Wants a frame'],
  ],
  ['a note of a file', { note: 'VIP', noteFromFile: true }, ['From your old list: VIP']],
  [
    'who named them',
    { referral: { ...friend, expectsUs: false } },
    ['This name came from Nora Lindqvist on Thu 19 Nov; not reached yet'],
  ],
  [
    'reached since',
    { referral: { ...friend, expectsUs: false, firstContactOn: ago(2) } },
    ['This name came from Nora Lindqvist on Thu 19 Nov'],
  ],
  ['what would make them buy', { wants: { why: 'new rooms', what: '' } }, ['Why they would buy: new rooms']],
  ['what they need', { wants: { why: '', what: 'six frames' } }, ['What they need: six frames']],
  ['what they bought', orders(ago(20), 'two frames'), ['Bought on Tue 3 Nov: two frames']],
  ['who decides', { unknowns: ['decider'] }, ['You do not know yet who decides: ask']],
  ['is not asked of who said no', { unknowns: ['decider'], noes: ['price'] }, []],
  [
    'unreachable is no end to the asking',
    { unknowns: ['need'], noes: ['reachable'] },
    ['You do not know yet whether they need it: ask'],
  ],
  ['nothing is known', {}, []],
  [
    'a very long name is cut',
    {
      referral: { ...friend, by: 'The Amalgamated Association of Picture Framers and Gilders of the North' },
    },
    ['Expects your call: The Amalgamated Association of Picture Framers and Gilders… said so on Thu 19 Nov'],
  ],
  [
    'owner’s words are no template',
    { whyNow: 'asks {{on, day}} $t(app.name) <b>' },
    ['asks {{on, day}} $t(app.name) <b>'],
  ],
]

test.each(cases)('%s', (_name, part, words) => {
  expect(listReasons(findWhoNow(makeEvidence(part))).map(say)).toEqual(words)
})

describe('where it stands', () => {
  const attempts = (...days: number[]) => ({
    lastAttemptOn: ago(days.at(-1)!),
    attempts: days.length,
    unanswered: days.map((one) => ({ on: ago(one), how: 'no answer', channel: 'phone' }) as const),
  })
  test.each<[Partial<Evidence>, string]>([
    [{}, 'Not tried yet'],
    [{ joinedOn: ago(7) }, 'On your list for a week, and not been in touch'],
    [{ joinedOn: ago(20) }, 'On your list for 2 weeks, and not been in touch'],
    [{ joinedOn: null }, 'Not tried yet'],
    [attempts(3), 'Tried once, on Fri 20 Nov'],
    [attempts(6, 3), 'Tried 2 times, last on Fri 20 Nov'],
    [{ ...attempts(3), lastTouch: touch(2) }, 'You wrote on Sat 21 Nov'],
    [{ lastTouch: touch(2, { direction: 'in' }) }, 'Wrote on Sat 21 Nov'],
    [contact(2), 'Spoke on Sat 21 Nov'],
    [contact(2, { direction: 'in' }), 'Rang you on Sat 21 Nov'],
    [contact(2, { how: 'met' }), 'Met on Sat 21 Nov'],
    [contact(2, { how: 'met', direction: 'in' }), 'Came in on Sat 21 Nov'],
    [contact(2, { outcome: 'quote' }), 'Quote sent on Sat 21 Nov'],
    [{ lastTouch: touch(2, { how: 'voicemail' }) }, 'You left word on Sat 21 Nov'],
    [{ lastTouch: touch(400) }, 'You wrote on Sun 19 Oct 2025'],
  ])('%#', (part, words) => expect(say(describeState(makeEvidence(part)))).toBe(words))
})

describe('how to try this time', () => {
  const ways = ['phone', 'email', 'text', 'visit'] as const
  const tries = (...channels: ('phone' | 'email' | 'text' | 'visit')[]) => ({
    unanswered: channels.map((channel) => ({ on: today, how: 'no answer', channel }) as const),
  })
  const told = (part: Partial<Evidence>, open: readonly (typeof ways)[number][] = ways) => {
    const way = suggestWay(makeEvidence(part), open)
    return way && `${way.channel ?? '-'}: ${say(way.message)}`
  }
  test('another time, another way, a visit, and never more of the same', () => {
    expect(told({})).toBeNull()
    expect(told(tries('phone'))).toBe('-: try another time of day')
    expect(told(tries('email'))).toBe('phone: this time by telephone')
    expect(told(tries('phone', 'phone'))).toBe('email: this time by mail')
    expect(told(tries('phone', 'phone', 'email'))).toBe('visit: this time pay a visit')
    expect(told(tries('phone', 'email', 'visit'))).toBe('text: this time by text')
    expect(told(tries('phone', 'phone', 'phone'), ['phone', 'email'])).toBe('email: this time by mail')
    expect(told(tries('phone', 'phone', 'phone'), ['phone'])).toBeNull()
  })
})

describe('whatever the evidence', () => {
  test('each reason is a sentence of the catalogue', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        for (const message of listReasons(findWhoNow(evidence))) {
          expect(hasMessage(message.key)).toBe(true)
          if (!message.key.endsWith('whyNow')) expect(say(message)).not.toMatch(/undefined|NaN/)
        }
        expect(say(describeState(evidence))).not.toMatch(/undefined|NaN|focusList/)
      }),
    )
  })

  test('a touch today leaves only what is owed', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const lastTouch = touch(0)
        const { group } = findWhoNow({ ...evidence, lastTouch, steps: [], ownDays: [today], through: today })
        expect(['owed', 'rest']).toContain(group)
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
