// Every sentence a reason makes, of the sample shop and of 500 imported people: kept to be read, and held to its form.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readEvidence, readFocusEvidence } from '../../../src/data/records/evidence.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { explainOrder } from '../../../src/shared/rules/focus-list/explain-order.ts'
import { rankWeakest } from '../../../src/shared/rules/focus-list/weakest.ts'
import { describeState } from '../../../src/shared/rules/focus-list/where-it-stands.ts'
import { groups, listReasons, rankWho, type WhoNow } from '../../../src/shared/rules/focus-list/who-now.ts'
import { importPaths } from '../../support/import-files.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { notTried, outsideFiles, outsideFilesAreThere } from '../../support/outside-files.ts'

const today = '2026-11-23'
const contacts = join(outsideFiles, 'csv-atomic-crm/contacts.csv')
const results = join(import.meta.dirname, '../../../test-results')

let store: TestStore
beforeEach(async () => {
  store = await makeStore({ today })
})
afterEach(() => store.close())

/** Group, reasons, state, claim, and what speaks for each before the next. */
function tell(ranked: readonly WhoNow[]): string[] {
  const claims = new Map(rankWeakest(ranked).map(({ personId, claim }) => [personId, say(claim)]))
  return ranked.map((one, place) => {
    const next = ranked[place + 1]
    const why = next ? explainOrder(one, next)! : null
    return [
      one.group,
      ...listReasons(one).map(say),
      say(describeState(one.evidence)),
      claims.get(one.evidence.personId)!,
      ...(why ? [`${say(why.above)} / ${say(why.below)}`] : []),
    ].join(' | ')
  })
}

function expectSentence(words: string): void {
  expect(words).not.toMatch(/undefined|\bnull\b|NaN|\{\{|\}\}|\[object|focusList\.| {2}|\n/)
  expect(words).not.toMatch(/[\s.,;:]$/)
  expect(words.length).toBeLessThanOrEqual(140)
  expect(words.length).toBeGreaterThan(3)
}

/** The days at which the sample shop's sentences are kept to be read. */
const days = ['2026-11-23', '2026-12-07', '2026-12-24', '2027-01-18', '2027-04-12']

it('the sample shop’s read like a shop owner’s, in the first week and months later', async () => {
  await store.call('settings.change', { country: 'US' })
  await store.call('app.fillDemo', {})
  const told: string[] = []
  for (const day of days) {
    const lines = tell(rankWho(await readFocusEvidence(store.store.reader, day)))
    for (const line of lines) for (const words of line.split(' | ').filter(Boolean)) expectSentence(words)
    told.push(`== ${day}`, ...lines)
  }
  expect(told.join('\n')).toMatchSnapshot()
})

/** What happened to each, by their place in the file: every kind of reason, many times over, and always the same. */
function tellHistories(sqlite: Database.Database, ids: readonly number[]): void {
  const ago = (days: number) => addDays(today, -days)
  let uid = 0
  const put = (table: string, row: Record<string, unknown>) => {
    uid += 1
    const all = { uid: `sentence-${uid}`, ...row }
    const names = Object.keys(all)
    sqlite
      .prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
      )
      .run(all)
  }
  const touch = (person_id: number, days: number, more: Record<string, unknown> = {}) =>
    put('touches', {
      person_id,
      happened_on: ago(days),
      how: 'message',
      channel: 'email',
      direction: 'out',
      logged_at: `${today}T09:00:00.000Z`,
      ...more,
    })
  const hows = ['met', 'talked', 'voicemail', 'message', 'letter', 'no answer']
  const notes = [
    '',
    'wants two sizes.',
    `asked for the blue one, ${'again and '.repeat(20)}again`,
    'ring\nback;  soon,',
  ]
  const questions = ['need', 'decider', 'price', 'season', 'reachable', 'want']
  const what = ['', 'the walnut samples.', `a long promise about ${'many small things and '.repeat(8)}more`]
  for (const [place, id] of ids.entries()) {
    const days = (place * 7) % 61
    const note = notes[place % notes.length]!
    if (place % 3 === 0) {
      const pursuit = sqlite
        .prepare(`INSERT INTO pursuits (uid, person_id, opened_on, opened_how) VALUES (?, ?, ?, 'focus')`)
        .run(`p-${place}`, id, ago(days))
      const why_now = place % 9 === 0 ? 'Opens a second room in May.' : ''
      put('focus_memberships', {
        person_id: id,
        pursuit_id: pursuit.lastInsertRowid,
        joined_on: ago(days),
        why_now,
      })
    }
    switch (place % 10) {
      case 1:
        put('next_steps', {
          person_id: id,
          what: what[place % 3]!,
          due_on: addDays(today, (place % 9) - 5),
          promised: Number(place % 4 < 2),
          created_on: ago(30),
        })
        break
      case 2:
        put('jobs', {
          person_id: id,
          quoted_on: ago(days),
          quoted_amount: place % 4 === 0 ? null : place * 137,
        })
        break
      case 3: {
        const agreed = Number(place % 4 < 2)
        put('referrals', {
          referrer_id: ids[(place + 5) % ids.length]!,
          person_id: id,
          named_on: ago(days * 9),
          agreed,
        })
        break
      }
      case 4: {
        const how = ['message', 'letter', 'voicemail', 'no answer'][((place / 10) % 4) | 0]!
        touch(id, days, { how, direction: 'in', note })
        break
      }
      case 5: {
        const window_from = addDays(today, (place % 50) - 10)
        const window = { window_from, window_to: addDays(window_from, 20), window_yearly: place % 2 }
        put('answers', { person_id: id, question: 'when', words: note, ...window, answered_on: ago(60) })
        break
      }
      case 6:
        for (const gap of [1, 2, 3])
          put('jobs', { person_id: id, ordered_on: ago(30 + gap * (20 + (place % 120))), margin: place })
        break
      case 7: {
        const question = questions[((place / 10) % 6) | 0]!
        put('qualification', { person_id: id, question, answer: 'unknown', said_on: ago(9) })
        touch(id, days)
        break
      }
      case 8:
        touch(id, days, { how: hows[((place / 10) % hows.length) | 0]!, note })
        break
    }
  }
}

if (outsideFilesAreThere) {
  it('those of 500 imported people are whole, short and without raw words', { timeout: 60_000 }, async () => {
    await importPaths(store, [contacts], { country: 'US' })
    const ids = store.store.sqlite.prepare('SELECT id FROM people ORDER BY id').pluck().all() as number[]
    expect(ids).toHaveLength(500)
    // On a connection of its own: commands alone may write on the store's.
    const outside = new Database(store.store.file)
    outside.pragma('foreign_keys = ON')
    outside.transaction(tellHistories)(outside, ids)
    outside.close()
    const ranked = rankWho(await readEvidence(store.store.reader, ids, today))
    const told = tell(ranked)
    expect(told).toHaveLength(500)
    mkdirSync(results, { recursive: true })
    writeFileSync(join(results, 'sentences.txt'), `${told.join('\n')}\n`)
    for (const line of told) for (const words of line.split(' | ').filter(Boolean)) expectSentence(words)
    expect(new Set(ranked.map((one) => one.group))).toEqual(new Set(groups))
  })
} else it.skip(notTried, () => {})
