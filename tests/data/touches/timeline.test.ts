// One person's whole story in happened order, narrowed and read in pages.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TimelineShow } from '../../../src/shared/contract/touches.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
let nora: number
let sam: number

const uid = () => crypto.randomUUID()
const run = (sql: string, ...values: unknown[]) => writeOutside(store, sql, ...values)

beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
  nora = (await store.call('people.add', { uid: uid(), name: 'Nora Lindqvist' })).id
  sam = (await store.call('people.add', { uid: uid(), name: 'Sam Duarte' })).id
})
afterEach(() => store.close())

async function linesOf(personId: number, show: TimelineShow = 'all'): Promise<string[]> {
  const { entries } = await store.call('touches.timeline', { personId, show })
  return entries.map((entry) =>
    entry.kind === 'touch'
      ? `${entry.on} ${entry.touch.how}: ${entry.touch.note}`
      : `${entry.on} ${say(entry.message)}${entry.words ? `: ${entry.words}` : ''}`,
  )
}

const log = (personId: number, touch: object) =>
  store.call('touches.log', { uid: uid(), personId, touch: { how: 'talked', ...touch } as never })

async function fillStory(): Promise<void> {
  await log(nora, { happenedOn: '2026-10-28', how: 'voicemail', note: 'moth damage', gave: true })
  await log(nora, { happenedOn: '2026-11-03', how: 'no answer' })
  await log(nora, { happenedOn: '2026-11-20', how: 'message', direction: 'in', note: 'which glass' })
  // Logged later, happened earlier.
  await log(nora, { happenedOn: '2026-10-09', note: 'first talk', asked: true })
  run(
    `INSERT INTO jobs (uid, person_id, what, quoted_on, quoted_amount, ordered_on, amount, delivered_on, paid_on)
     VALUES ('j1', ?, 'sample set', '2026-11-05', 38000, '2026-11-06', 40000, '2026-11-12', '2026-11-13')`,
    nora,
  )
  run(
    `INSERT INTO jobs (uid, person_id, what, quoted_on, lost_on, lost_to) VALUES ('j2', ?, 'mirror', '2026-09-01', '2026-09-20', 'the mall')`,
    nora,
  )
  run(
    `INSERT INTO feedback (uid, person_id, given_on, score, words) VALUES ('f1', ?, '2026-11-14', 9, 'lovely')`,
    nora,
  )
  run(
    `INSERT INTO asks (uid, person_id, asked_on, words, answer) VALUES ('a1', ?, '2026-11-15', 'new office?', 'yes')`,
    nora,
  )
  await store.call('referrals.linkReferrer', { personId: sam, referrerId: nora, replaces: null })
  await store.call('focusList.add', { uid: uid(), personId: nora, whyNow: 'wedding season' })
}

test('what happened is told in happened order, whenever it was written down', async () => {
  await fillStory()
  expect(await linesOf(nora)).toEqual([
    '2026-11-23 Named Sam Duarte',
    '2026-11-23 Joined the focus list: wedding season',
    '2026-11-20 message: which glass',
    '2026-11-20 Asked us for the first time',
    '2026-11-15 Asked for a name, said yes: new office?',
    '2026-11-14 Feedback: 9 of 10: lovely',
    '2026-11-13 Paid: sample set',
    '2026-11-12 Delivered: sample set',
    '2026-11-06 Ordered for $400: sample set',
    '2026-11-05 Quoted $380: sample set',
    '2026-11-03 no answer: ',
    '2026-10-28 voicemail: moth damage',
    '2026-10-09 talked: first talk',
    '2026-09-20 Bought from the mall instead: mirror',
    '2026-09-01 Quoted: mirror',
  ])
  expect(await linesOf(sam)).toEqual([
    '2026-11-23 Came to us through a friend',
    '2026-11-23 Named by Nora Lindqvist',
  ])
})

test.each<[TimelineShow, number]>([
  ['touches', 3],
  ['contacts', 2],
  ['attempts', 1],
  ['gives', 1],
  ['asks', 3],
  ['feedback', 1],
  ['sales', 6],
  ['sheets', 0],
  ['stages', 2],
])('narrowed to %s it shows %i lines', async (show, count) => {
  await fillStory()
  expect(await linesOf(nora, show)).toHaveLength(count)
})

test('read in pages of any size it is the same story', async () => {
  await fillStory()
  const whole = (await store.call('touches.timeline', { personId: nora })).entries
  for (const limit of [1, 2, 3, 7]) {
    const read = []
    let before: string | null = null
    do {
      const page: { entries: typeof whole; next: string | null } = await store.call('touches.timeline', {
        personId: nora,
        limit,
        before,
      })
      read.push(...page.entries)
      before = page.next
    } while (before !== null)
    expect(read).toEqual(whole)
  }
})

test('a printed sheet is part of the story from its Monday, one only proposed is not', async () => {
  await store.call('focusList.add', { uid: uid(), personId: nora })
  await proposeSheet(store, { uid: uid(), week: '2026-W48' })
  expect(await linesOf(nora, 'sheets')).toEqual([])
  run("UPDATE call_sheets SET printed_at = '2026-11-25T09:00:00.000Z'")
  const [line] = await linesOf(nora, 'sheets')
  expect(line).toContain('2026-11-23 On the call sheet for Mon 23 Nov, row 1')
  run("UPDATE call_sheets SET week = '2026-W53', printed_at = '2027-02-01T09:00:00.000Z'")
  expect((await linesOf(nora, 'sheets'))[0]).toContain('2026-12-28 ')
  run("UPDATE call_sheets SET week = '2026-W01'")
  expect((await linesOf(nora, 'sheets'))[0]).toContain('2025-12-29 ')
})

test('a private friend is not named', async () => {
  await store.call('referrals.linkReferrer', { personId: sam, referrerId: nora, replaces: null })
  await store.call('people.edit', { id: sam, changes: { isPrivate: true } })
  expect((await linesOf(nora, 'asks')).join()).not.toContain('Sam')
})
