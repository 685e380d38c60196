// A log box, key by key: what an Enter means in each state, and that nothing is sent twice or lost on the way.
import { describe, expect, test } from 'vitest'
import {
  beginLogBox,
  type LogBoxEvent,
  type LogBoxState,
  type LogFacts,
  type Sent,
  stepLogBox,
} from '../../../src/renderer/features/touches/log-box-state.ts'
import type { TouchDraft } from '../../../src/renderer/features/touches/touch-draft.ts'
import { emptyFriend } from '../../../src/shared/rules/touches/named-friend.ts'

const facts: LogFacts = {
  today: '2026-11-23',
  openTime: { openDays: [1, 2, 3, 4, 5], closed: [] },
  money: { country: 'US', currency: 'USD' },
  dueSteps: [{ id: 7, what: '', dueOn: '2026-11-20', promised: false }],
}

const begun = beginLogBox('first')
const contents = ({ name: _, ...rest }: LogBoxState) => rest
const withDraft = (part: Partial<TouchDraft>) => ({
  ...contents(begun),
  draft: { ...begun.draft, ...part },
})
const oak = withDraft({ note: 'oak' })
const cost = withDraft({ note: 'oak', cost: 'much' })
const ahead = withDraft({ note: 'bring oak', day: '24 dec' })
const named = withDraft({ note: 'oak', outcome: 'named a friend' })
const sam = { ...emptyFriend, name: 'Sam' }

/** As `readLog` reads the draft; every case says what else is sent. */
const touch = {
  how: 'talked',
  outcome: null,
  direction: 'out',
  gave: false,
  asked: false,
  minutes: null,
  cost: null,
  note: 'oak',
  notForPaper: false,
  byWhom: '',
} as const
const sentOak: Sent = { touch, job: null, keeps: [7], named: null }
const sentNamed = (friend: typeof sam | null): Sent => ({
  touch: { ...touch, outcome: 'named a friend' },
  job: null,
  keeps: [7],
  named: friend && { personId: null, name: friend.name, phone: '', agreed: null },
})
const saving = { name: 'saving', sent: sentOak, note: 'oak', from: 'typing' } as const

const entered: LogBoxEvent = { type: 'entered', facts }
const tooEarly: LogBoxEvent = { type: 'entered', facts: null }
const skipped: LogBoxEvent = { type: 'skipped', facts }
const changed = (part: Partial<TouchDraft>): LogBoxEvent => ({ type: 'changed', part })
const refused: LogBoxEvent = { type: 'refused', words: 'The disk is full.' }
const saved: LogBoxEvent = { type: 'saved', uid: 'second' }
const problem = expect.objectContaining({ field: 'cost' })

const cases: [what: string, state: LogBoxState, event: LogBoxEvent, next: LogBoxState][] = [
  ['typing changes the draft', begun, changed({ note: 'oak' }), { ...oak, name: 'typing' }],
  [
    'and takes away what was wrong before',
    { ...begun, name: 'typing', problem: { field: 'day', words: 'no day' }, refusal: 'full' },
    changed({ note: 'oak' }),
    { ...oak, name: 'typing' },
  ],
  [
    'kept words come back into an empty box',
    begun,
    { type: 'restored', note: 'oak' },
    { ...oak, name: 'typing' },
  ],
  [
    'but not over what was typed meanwhile',
    { ...oak, name: 'typing' },
    { type: 'restored', note: 'ash' },
    { ...oak, name: 'typing' },
  ],

  ['Enter sends a touch', { ...oak, name: 'typing' }, entered, { ...oak, ...saving }],
  [
    'a day ahead is planned',
    { ...ahead, name: 'typing' },
    entered,
    {
      ...ahead,
      name: 'saving',
      sent: { planned: { what: 'bring oak', dueOn: '2026-12-24', promised: false } },
      note: 'bring oak',
      from: 'typing',
    },
  ],
  ['what cannot be read is said', { ...cost, name: 'typing' }, entered, { ...cost, name: 'typing', problem }],
  [
    'Enter before the due steps waits for them',
    { ...oak, name: 'typing' },
    tooEarly,
    { ...oak, name: 'waiting' },
  ],
  ['it waits on', { ...oak, name: 'waiting' }, tooEarly, { ...oak, name: 'waiting' }],
  [
    'what is typed while it waits is of it',
    { ...begun, name: 'waiting' },
    changed({ note: 'oak' }),
    { ...oak, name: 'waiting' },
  ],
  ['and is sent when they are there', { ...oak, name: 'waiting' }, entered, { ...oak, ...saving }],
  ['or said to be unreadable', { ...cost, name: 'waiting' }, entered, { ...cost, name: 'typing', problem }],

  ['a friend is asked for', { ...named, name: 'typing' }, entered, { ...named, name: 'asking' }],
  [
    'once: a second Enter saves without',
    { ...named, name: 'asking' },
    entered,
    { ...named, ...saving, sent: sentNamed({ ...sam, name: '' }), from: 'asking' },
  ],
  [
    'Esc saves without, too',
    { ...named, name: 'asking' },
    skipped,
    { ...named, ...saving, sent: sentNamed(null), from: 'asking' },
  ],
  [
    'even before it was asked',
    { ...named, name: 'typing' },
    skipped,
    { ...named, ...saving, sent: sentNamed(null) },
  ],
  [
    'the friend is typed',
    { ...named, name: 'asking' },
    { type: 'friend-changed', part: { name: 'Sam' } },
    { ...named, friend: sam, name: 'asking' },
  ],
  [
    'and sent; whoever is named already is not asked for',
    { ...named, friend: sam, name: 'typing' },
    entered,
    { ...named, friend: sam, ...saving, sent: sentNamed(sam) },
  ],
  [
    'a friend is sent with that outcome alone',
    { ...oak, friend: sam, name: 'typing' },
    entered,
    { ...oak, friend: sam, ...saving },
  ],

  ['a second Enter while it is saved', { ...oak, ...saving }, entered, { ...oak, ...saving }],
  ['even one that came too early', { ...oak, ...saving }, tooEarly, { ...oak, ...saving }],
  ['Esc in the friend’s line while it is saved', { ...named, ...saving }, skipped, { ...named, ...saving }],
  [
    'only the note goes on while it is saved',
    { ...oak, ...saving },
    changed({ how: 'met' }),
    { ...oak, ...saving },
  ],
  [
    'for the next touch',
    { ...oak, ...saving },
    changed({ note: 'oak\nash' }),
    { ...withDraft({ note: 'oak\nash' }), ...saving },
  ],
  ['once saved the box is empty, under a new id', { ...oak, ...saving }, saved, beginLogBox('second')],
  [
    'but for what was typed since',
    { ...withDraft({ note: 'oak\nash' }), ...saving },
    saved,
    { ...withDraft({ note: 'ash' }), uid: 'second', name: 'typing' },
  ],
  [
    'the friend goes with the touch',
    { ...named, friend: sam, ...saving, refusal: 'The disk is full.' },
    saved,
    beginLogBox('second'),
  ],
  [
    'a refusal keeps everything, and the id',
    { ...oak, ...saving },
    refused,
    { ...oak, name: 'typing', refusal: 'The disk is full.' },
  ],
  [
    'and asks for no friend again',
    { ...named, ...saving, from: 'asking' },
    refused,
    { ...named, name: 'asking', refusal: 'The disk is full.' },
  ],
  ['an answer to nothing', { ...oak, name: 'typing' }, saved, { ...oak, name: 'typing' }],
]

describe('a log box', () => {
  test.each(cases)('%s', (_, state, event, next) => {
    expect(stepLogBox(state, event)).toEqual(next)
  })

  test.each([
    ['nothing', '', 'typing', 'talked', ''],
    ['a letter and a note', 'voak', 'typing', 'voicemail', 'oak'],
    ['a whole touch', 'voak\n', 'waiting', 'voicemail', 'oak'],
    ['Enter alone', '\n', 'waiting', 'talked', ''],
  ])('begins with what was typed before it: %s', (_, typed, name, how, note) => {
    expect(beginLogBox('first', typed)).toMatchObject({ name, draft: { how, note } })
  })

  test('begins with the kind of touch it is opened for, unless a letter says otherwise', () => {
    expect(beginLogBox('first', '', 'met').draft.how).toBe('met')
    expect(beginLogBox('first', 'v', 'met').draft.how).toBe('voicemail')
  })
})
