// A sheet typed back in on a real file: what each line writes, correcting by typing again, and undoing the whole.

import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { sheetWords } from '../../../src/shared/messages/read-sheet.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'

let shop: TestStore
const week = '2026-W48'
const uid = () => crypto.randomUUID()
const names = ['Nora Lindqvist', 'Tom Abara', 'Jim Petrakis', 'Anna Weiss', 'Elin Berg', 'Grace Okafor']
let ids: number[]

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
  ids = []
  for (const name of names) {
    const { id } = await shop.call('people.add', { uid: uid(), name, phone: `555 010${ids.length}` })
    await shop.call('focusList.add', { uid: uid(), personId: id })
    ids.push(id)
  }
  await proposeSheet(shop, { uid: uid(), week })
  shop.clock.today = '2026-11-27'
})
afterEach(() => shop.close())

const enter = (text: string) => shop.call('typeBack.enter', { words: sheetWords(), week, text })
const all = (sql: string, ...values: unknown[]) => shop.store.readerSqlite.prepare(sql).all(...values)
const one = (sql: string, ...values: unknown[]) => shop.store.readerSqlite.prepare(sql).get(...values)
const touchesOf = (name: string) =>
  all(
    `SELECT happened_on AS "on", how, outcome, channel, direction, minutes, note FROM touches
     WHERE person_id = (SELECT id FROM people WHERE name = ?) ORDER BY happened_on, id`,
    name,
  )
const stepsOf = (name: string) =>
  all(
    `SELECT what, due_on AS due, promised, done_on AS done, dropped_on AS dropped FROM next_steps
     WHERE person_id = (SELECT id FROM people WHERE name = ?) ORDER BY due_on, id`,
    name,
  )
const rowOf = (position: number) =>
  one(
    `SELECT r.state, r.entered_on AS entered FROM call_sheet_rows r JOIN call_sheets s ON s.id = r.sheet_id
     WHERE s.week = ? AND r.position = ?`,
    week,
    position,
  )
const pursuitOf = (name: string) =>
  one(
    `SELECT closed_on AS "on", closed_as AS "as", reason, lost_to AS lostTo, revisit_on AS revisit,
       (SELECT count(*) FROM focus_memberships m WHERE m.pursuit_id = u.id AND m.left_on IS NULL) AS onList
     FROM pursuits u WHERE person_id = (SELECT id FROM people WHERE name = ?)`,
    name,
  )
const open = { on: null, as: null, reason: '', lostTo: '', revisit: null, onList: 1 }

/** For what no call sets: a connection of its own, where no undo is logged. */
function write(sql: string) {
  const sqlite = new Database(shop.store.file)
  sqlite.exec(sql)
  sqlite.close()
}

describe('one line', () => {
  test('a touch on its day, the next step by its kind, the row done', async () => {
    const result = await enter('1 tue v 5m left msg re oak frame')
    expect(result).toMatchObject({ touches: 1, attempts: 0, corrected: 0, decided: 0, added: [], known: [] })
    expect(touchesOf('Nora Lindqvist')).toEqual([
      {
        on: '2026-11-24',
        how: 'voicemail',
        outcome: null,
        channel: 'phone',
        direction: 'out',
        minutes: 5,
        note: 'left msg re oak frame',
      },
    ])
    expect(stepsOf('Nora Lindqvist')).toEqual([
      // Its day, three open days after Tuesday, is the Friday it is typed on: it is for the next open one.
      { what: '', due: '2026-11-30', promised: 0, done: null, dropped: null },
    ])
    expect(rowOf(1)).toEqual({ state: 'done', entered: '2026-11-27' })
    expect(rowOf(2)).toEqual({ state: 'open', entered: null })
    expect(result.blank).toEqual(names.slice(1))
    expect(await shop.call('app.history', {})).toMatchObject({
      undo: { key: 'callSheets.typing.done.rows', facts: { count: 1, on: '2026-11-23' } },
    })
  })

  test('N is an attempt by the usual channel', async () => {
    expect(await enter('1 n')).toMatchObject({ touches: 0, attempts: 1 })
    expect(touchesOf('Nora Lindqvist')).toMatchObject([{ how: 'no answer', channel: 'phone' }])
  })

  test('an outcome alone means they talked, by the planned channel', async () => {
    await shop.call('people.edit', { id: ids[0]!, changes: { bestChannel: 'visit' } })
    await enter('1 q\n2 q')
    expect(touchesOf('Nora Lindqvist')).toMatchObject([{ how: 'talked', channel: 'visit', outcome: 'quote' }])
    expect(touchesOf('Tom Abara')).toMatchObject([{ how: 'talked', channel: 'phone' }])
  })

  test('a promise stands as one; an errand in words is closed by K alone, a bare promise by reaching them', async () => {
    const step = { dueOn: '2026-11-24', what: 'walnut samples', promised: true }
    await shop.call('touches.addNextStep', { uid: uid(), personId: ids[0]!, step })
    const bare = { dueOn: '2026-11-24', promised: true }
    await shop.call('touches.addNextStep', { uid: uid(), personId: ids[0]!, step: bare })
    await enter('1 tu n\n1 we t +4dec! frame price')
    expect(stepsOf('Nora Lindqvist')).toEqual([
      { what: 'walnut samples', due: '2026-11-24', promised: 1, done: null, dropped: null },
      { what: '', due: '2026-11-24', promised: 1, done: '2026-11-25', dropped: null },
      { what: '', due: '2026-12-04', promised: 1, done: null, dropped: null },
    ])
    await enter('1 we k')
    expect(stepsOf('Nora Lindqvist')[0]).toMatchObject({ what: 'walnut samples', done: '2026-11-25' })
  })

  test('what an earlier line of the same text planned is kept by a later one', async () => {
    await enter('1 mo n +tue\n1 we t')
    expect(stepsOf('Nora Lindqvist')).toMatchObject([{ due: '2026-11-24', done: '2026-11-25' }])
  })

  test('what was due that very day is kept, what is due the day after stays open', async () => {
    for (const dueOn of ['2026-11-25', '2026-11-26'])
      await shop.call('touches.addNextStep', {
        uid: uid(),
        personId: ids[0]!,
        step: { dueOn, promised: true },
      })
    await enter('1 we t')
    expect(stepsOf('Nora Lindqvist')).toMatchObject([
      { due: '2026-11-25', done: '2026-11-25' },
      { due: '2026-11-26', done: null },
    ])
  })

  test('after they asked for no more contact, a later line plans nothing', async () => {
    await enter('1 mo tx no more calls\n1 we v +7 rang before I knew')
    expect(stepsOf('Nora Lindqvist')).toEqual([])
  })

  test('a row to ask somebody is an ask once they were reached, and not before', async () => {
    write("UPDATE call_sheet_rows SET section = 'ask' WHERE position IN (1, 2)")
    await enter('1 n\n2 t')
    expect(all('SELECT how, asked FROM touches ORDER BY id')).toEqual([
      { how: 'no answer', asked: 0 },
      { how: 'talked', asked: 1 },
    ])
  })

  test('days of one row are written in their order, however they were typed', async () => {
    await enter('1 we t\n1 mo n +tue')
    expect(stepsOf('Nora Lindqvist')).toMatchObject([{ due: '2026-11-24', done: '2026-11-25' }])
  })
})

describe('what came of it', () => {
  test('W is an order with its amount and the first source, and the end of the pursuit', async () => {
    await enter('1 tu tw 640 from the fair, oak frame')
    expect(all('SELECT what, ordered_on AS "on", amount FROM jobs')).toEqual([
      { what: 'oak frame', on: '2026-11-24', amount: 64000 },
    ])
    expect(one('SELECT source FROM people WHERE id = ?', ids[0])).toEqual({ source: 'the fair' })
    expect(one('SELECT count(*) AS n FROM touches WHERE job_id IS NOT NULL')).toEqual({ n: 1 })
    expect(pursuitOf('Nora Lindqvist')).toMatchObject({ on: '2026-11-24', as: 'won', onList: 0 })
  })

  test('Q with an amount is a quote, W later makes it the order', async () => {
    await enter('1 mo tq 640 three frames')
    expect(all('SELECT what, quoted_on AS "on", quoted_amount AS amount FROM jobs')).toEqual([
      { what: 'three frames', on: '2026-11-23', amount: 64000 },
    ])
    await enter('1 fr w')
    expect(all('SELECT what, quoted_on AS quoted, ordered_on AS ordered, amount FROM jobs')).toEqual([
      { what: 'three frames', quoted: '2026-11-23', ordered: '2026-11-27', amount: 64000 },
    ])
  })

  test('L says to whom and why, and loses the open quote', async () => {
    await enter('1 mo tq 640')
    await enter('1 tu l +1jun to Frames & More, too dear')
    expect(pursuitOf('Nora Lindqvist')).toEqual({
      on: '2026-11-24',
      as: 'lost',
      reason: 'too dear',
      lostTo: 'Frames & More',
      revisit: '2027-06-01',
      onList: 0,
    })
    expect(one('SELECT lost_on AS "on", lost_to AS lostTo, lost_reason AS reason FROM jobs')).toEqual({
      on: '2026-11-24',
      lostTo: 'Frames & More',
      reason: 'too dear',
    })
    expect(
      stepsOf('Nora Lindqvist').filter((step) => (step as { due: string }).due === '2027-06-01'),
    ).toEqual([])
  })

  test('P parks until a day; alone it is a decision, and nothing was said to them', async () => {
    expect(await enter('1 tp +1mar after the move\n2 p +1mar\n3 p not for us')).toMatchObject({
      touches: 1,
      decided: 2,
    })
    expect(pursuitOf('Nora Lindqvist')).toMatchObject({
      as: 'parked',
      revisit: '2027-03-01',
      reason: 'after the move',
    })
    expect(pursuitOf('Tom Abara')).toMatchObject({ as: 'parked', revisit: '2027-03-01', onList: 0 })
    expect(touchesOf('Tom Abara')).toEqual([])
    expect(rowOf(2)).toMatchObject({ state: 'done' })
    // The day they come back is no step of its own.
    expect(stepsOf('Nora Lindqvist')).toEqual([])
  })

  test('X stops contact with its reason, and nothing is planned', async () => {
    await enter('1 tx +7 no more calls please')
    expect(
      one('SELECT never_contact_on AS "on", never_contact_reason AS reason FROM people WHERE id = ?', ids[0]),
    ).toEqual({ on: '2026-11-27', reason: 'no more calls please' })
    expect(stepsOf('Nora Lindqvist')).toEqual([])
  })

  test('R writes the friend down, thanks owed', async () => {
    await enter('1 tu tr Sam Duarte 555 0117, new office')
    expect(
      one(`SELECT p.name, p.source, c.value AS phone, r.named_on AS "on", r.thanked_on AS thanked
           FROM referrals r JOIN people p ON p.id = r.person_id JOIN contact_points c ON c.person_id = p.id`),
    ).toEqual({
      name: 'Sam Duarte',
      source: 'referral',
      phone: '555 0117',
      on: '2026-11-24',
      thanked: null,
    })
    expect(touchesOf('Nora Lindqvist')).toMatchObject([{ note: 'Sam Duarte 555 0117, new office' }])
  })

  test('R of somebody who is here already links them; without a name thanks are owed all the same', async () => {
    await enter('1 tr Tom Abara, wants a print\n3 r')
    expect(all('SELECT referrer_id AS referrer, person_id AS friend FROM referrals ORDER BY id')).toEqual([
      { referrer: ids[0], friend: ids[1] },
      { referrer: ids[2], friend: null },
    ])
    expect(one('SELECT count(*) AS n FROM people')).toEqual({ n: names.length })
  })

  test('keep is quiet for a while, drop leaves the list with its reason', async () => {
    expect(await enter('1 keep\n2 drop too small for us')).toMatchObject({ touches: 0, decided: 2 })
    expect(one('SELECT kept_on AS kept FROM focus_memberships WHERE person_id = ?', ids[0])).toEqual({
      kept: '2026-11-27',
    })
    expect(pursuitOf('Tom Abara')).toMatchObject({ as: 'dropped', reason: 'too small for us', onList: 0 })
  })
})

test('a call to say thanks closes what is owed', async () => {
  await enter('1 tu tr Sam Duarte, new office')
  write("UPDATE call_sheet_rows SET section = 'thank' WHERE position = 1")
  await enter('1 we n')
  expect(one('SELECT thanked_on AS "on" FROM referrals')).toEqual({ on: null })
  await enter('1 th t')
  expect(one('SELECT thanked_on AS "on" FROM referrals')).toEqual({ on: '2026-11-26' })
  await enter('1 th n')
  expect(one('SELECT thanked_on AS "on" FROM referrals')).toEqual({ on: null })
  await enter('1 th t')

  // Once the friend was reached, the next time they are told of it.
  const sam = one("SELECT id FROM people WHERE name = 'Sam Duarte'") as { id: number }
  await shop.call('touches.log', {
    uid: uid(),
    personId: sam.id,
    touch: { how: 'talked', happenedOn: '2026-11-26' },
  })
  await enter('1 fr e')
  expect(one('SELECT thanked_on AS thanked, reported_on AS reported FROM referrals')).toEqual({
    thanked: '2026-11-26',
    reported: '2026-11-27',
  })
})

test('a friend named again after the thanks is thanked for, and not told of yet', async () => {
  await enter('1 mo tr Sam Duarte, new office')
  write("UPDATE call_sheet_rows SET section = 'thank' WHERE position = 1")
  const sam = one("SELECT id FROM people WHERE name = 'Sam Duarte'") as { id: number }
  write("UPDATE referrals SET thanked_on = '2026-11-23'")
  const touch = { how: 'talked', happenedOn: '2026-11-24' } as const
  await shop.call('touches.log', { uid: uid(), personId: sam.id, touch })
  const named = { personId: sam.id, name: '', phone: '', agreed: null }
  await shop.call('touches.log', {
    uid: uid(),
    personId: ids[0]!,
    touch: { ...touch, outcome: 'named a friend' },
    named,
  })
  await enter('1 th t')
  expect(all('SELECT thanked_on AS thanked, reported_on AS reported FROM referrals ORDER BY id')).toEqual([
    { thanked: '2026-11-23', reported: '2026-11-26' },
    { thanked: '2026-11-26', reported: null },
  ])
})

test('thanks and reports of another day, or of another row, are not taken back', async () => {
  await enter('1 mo tr Sam Duarte, new office\n2 mo tr Mia Roth, a shop')
  write("UPDATE call_sheet_rows SET section = 'thank' WHERE position = 1")
  await enter('1 tu t')
  write("UPDATE referrals SET thanked_on = '2026-11-24', reported_on = '2026-11-25'")
  const said = () => all('SELECT thanked_on AS thanked, reported_on AS reported FROM referrals ORDER BY id')
  await enter('2 tu v')
  await enter('2 tu n')
  expect(said()).toEqual(Array(2).fill({ thanked: '2026-11-24', reported: '2026-11-25' }))
  await enter('1 tu n')
  expect(said()).toEqual([
    { thanked: null, reported: '2026-11-25' },
    { thanked: '2026-11-24', reported: '2026-11-25' },
  ])
})

describe('the rest and walk-ins', () => {
  test('rest n tries everybody left, and no row is blank', async () => {
    const { attempts, touches, blank } = await enter('1 tu t +7\n2 tu v\nrest n')
    expect({ attempts, touches, blank }).toEqual({ attempts: 4, touches: 2, blank: [] })
    expect(touchesOf('Grace Okafor')).toMatchObject([{ on: '2026-11-27', how: 'no answer' }])
  })

  test('somebody new is written down as they said it, and came to us', async () => {
    const { added } = await enter(
      'a tu Ann Lee, 555 0199, saw the van, "frames near me", wants a mirror, +fri',
    )
    expect(added).toEqual(['Ann Lee'])
    expect(
      one("SELECT source, found_words AS words, created_on AS on_ FROM people WHERE name = 'Ann Lee'"),
    ).toEqual({
      source: 'saw the van',
      words: 'frames near me',
      on_: '2026-11-27',
    })
    expect(touchesOf('Ann Lee')).toMatchObject([
      { on: '2026-11-24', how: 'met', direction: 'in', channel: 'visit', note: 'wants a mirror' },
    ])
    expect(stepsOf('Ann Lee')).toMatchObject([{ due: '2026-11-27' }])
    expect(pursuitOf('Ann Lee')).toMatchObject({ as: null })
  })

  test('somebody who was here already is found by name and phone', async () => {
    const { added, known } = await enter(
      'a Nora Lindqvist, (555) 0100, walked by\nb Nora Lindqvist, 555 0777',
    )
    expect({ added, known }).toEqual({ added: ['Nora Lindqvist'], known: ['Nora Lindqvist'] })
    expect(one('SELECT source FROM people WHERE id = ?', ids[0])).toEqual({ source: 'walked by' })
    expect(touchesOf('Nora Lindqvist')).toHaveLength(1)
  })

  describe('typed a second time', () => {
    const line = 'a tu Ann Lee, 555 0199, saw the van, "frames near me", wants a mirror, +fri'
    const ann = () => one("SELECT id FROM people WHERE name = 'Ann Lee'")

    test('the same text writes nothing twice', async () => {
      await enter(line)
      const before = ann()
      const { added, known, corrected, touches } = await enter(line)
      expect({ added, known, corrected, touches }).toEqual({
        added: [],
        known: [],
        corrected: 1,
        touches: 0,
      })
      expect(ann()).toEqual(before)
      expect(touchesOf('Ann Lee')).toHaveLength(1)
      expect(stepsOf('Ann Lee')).toHaveLength(1)
    })

    test('another day is one more touch of the same person', async () => {
      await enter('a tu Ann Lee, 555 0199')
      const { known, touches } = await enter('a we Ann Lee, 555 0199')
      expect({ known, touches }).toEqual({ known: ['Ann Lee'], touches: 1 })
      expect(touchesOf('Ann Lee')).toHaveLength(2)
    })

    test('what the line wrote down is corrected, again and again', async () => {
      await enter('a tu Ann Lee, 555 0198, saw the van, w 85, a mat')
      await enter('a tu Ann Lee, 555 0199, saw the sign, w 90, a mat')
      await enter('a tu Ann Lee, 555 0191, ann@example.com, saw the sign, "mats"')
      const points = all("SELECT value FROM contact_points WHERE value LIKE '%019%' OR kind = 'email'")
      expect(points).toEqual([{ value: '555 0191' }, { value: 'ann@example.com' }])
      expect(all("SELECT source, found_words AS words FROM people WHERE name = 'Ann Lee'")).toEqual([
        { source: 'saw the sign', words: 'mats' },
      ])
      expect(all('SELECT id FROM jobs')).toEqual([])
      expect(pursuitOf('Ann Lee')).toMatchObject({ as: null })
    })

    test('somebody who was here before keeps what was known of them', async () => {
      await enter('a tu Nora Lindqvist, 555 0100, walked by')
      await enter('a tu Nora Lindqvist, 555 0100, 555 0123, the fair, nora@example.com')
      expect(one('SELECT source FROM people WHERE id = ?', ids[0])).toEqual({ source: 'walked by' })
      const points = all('SELECT value FROM contact_points WHERE person_id = ? ORDER BY position', ids[0])
      expect(points).toEqual([{ value: '555 0100' }, { value: 'nora@example.com' }])
      expect(touchesOf('Nora Lindqvist')).toHaveLength(1)
    })

    test('a customer of ours keeps the mail and the words we had: the new mail stands behind', async () => {
      const person = { kind: 'email', value: 'nora@old.example', label: '' } as const
      await shop.call('people.saveContactPoint', { id: null, personId: ids[0]!, ...person })
      const changes = { foundWords: 'frames in town', source: 'the fair' }
      await shop.call('people.edit', { id: ids[0]!, changes })
      for (const words of ['mats', 'mats and glass'])
        await enter(`a tu Nora Lindqvist, 555 0100, nora@new.example, the van, "${words}"`)
      const points = all(
        "SELECT value FROM contact_points WHERE person_id = ? AND kind = 'email' ORDER BY position",
        ids[0],
      )
      expect(points).toEqual([{ value: 'nora@old.example' }, { value: 'nora@new.example' }])
      expect(one('SELECT source, found_words AS words FROM people WHERE id = ?', ids[0])).toEqual({
        source: 'the fair',
        words: 'frames in town',
      })
    })

    test('a second phone that came by hand is not written over by the line that wrote them down', async () => {
      await enter('a tu Ann Lee, 555 0198')
      const { id } = ann() as { id: number }
      const more = { kind: 'phone', value: '555 0777', label: '' } as const
      await shop.call('people.saveContactPoint', { id: null, personId: id, ...more })
      await enter('a tu Ann Lee, 555 0777')
      await enter('a tu Ann Lee, 555 0199')
      const points = all('SELECT value FROM contact_points WHERE person_id = ? ORDER BY position', id)
      expect(points).toEqual([{ value: '555 0198' }, { value: '555 0777' }, { value: '555 0199' }])
    })

    test('what the line no longer says stays: only what it says in other words goes', async () => {
      await enter('a tu Ann Lee, 555 0198, saw the van, "frames near me"')
      await enter('a tu Ann Lee, 555 0198')
      expect(one("SELECT source, found_words AS words FROM people WHERE name = 'Ann Lee'")).toEqual({
        source: 'saw the van',
        words: 'frames near me',
      })
      expect(one('SELECT source FROM pursuits ORDER BY id DESC')).toEqual({ source: 'saw the van' })
    })

    test('who wants no contact comes in: it is kept, and nothing is planned', async () => {
      await shop.call('people.setNeverContact', { id: ids[0]!, never: true, reason: '' })
      await enter('a Nora Lindqvist, 555 0100, +tomorrow')
      expect(touchesOf('Nora Lindqvist')).toHaveLength(1)
      expect(
        stepsOf('Nora Lindqvist').filter((step) => (step as { dropped: string | null }).dropped === null),
      ).toEqual([])
    })

    test('one undo puts the first typing back whole', async () => {
      await enter('a tu Ann Lee, 555 0198, saw the van, w 85, a mat')
      const before = hashContent(shop.store.sqlite)
      await enter('a tu Ann Lee, 555 0199, saw the sign')
      await shop.call('app.undo', {})
      expect(hashContent(shop.store.sqlite)).toBe(before)
    })

    test('a touch logged by hand that day is left alone', async () => {
      await enter('a tu Ann Lee, 555 0199')
      const { id } = ann() as { id: number }
      await shop.call('touches.log', {
        uid: crypto.randomUUID(),
        personId: id,
        touch: { how: 'talked', happenedOn: '2026-11-24' },
      })
      await enter('a tu Ann Lee, 555 0199, wants a mirror')
      expect(touchesOf('Ann Lee')).toHaveLength(2)
    })
  })

  test('who of the shop it was is kept with the touch, and stays when the line is typed again without', async () => {
    await shop.call('settings.change', { names: ['Ann', 'Ben'] })
    await enter('1 tu t by ben left msg\na tu Mia Roth, by Ann')
    const who = () =>
      all('SELECT by_whom AS who FROM touches ORDER BY happened_on, person_id').map(
        (one) => (one as { who: string }).who,
      )
    expect(who()).toEqual(['Ben', 'Ann'])
    await enter('1 tu t left a note\na tu Mia Roth, by Ben')
    expect(who()).toEqual(['Ben', 'Ben'])
  })

  test('a full name that only one here has is that person, when the line says nothing else', async () => {
    expect(await enter('a Nora Lindqvist, walked by')).toMatchObject({ added: [], known: ['Nora Lindqvist'] })
    expect(await enter('a mo Nora, walked by')).toMatchObject({ added: ['Nora'], known: [] })
  })

  test('somebody who bought on the spot', async () => {
    await enter('a Ann Lee, walked by, w 85, a mat')
    expect(one('SELECT amount, ordered_on AS "on" FROM jobs')).toEqual({ amount: 8500, on: '2026-11-27' })
    expect(pursuitOf('Ann Lee')).toMatchObject({ as: 'won' })
  })
})

describe('all or nothing', () => {
  test.each([
    [
      'a line that cannot be read',
      '1 tu t\n2 zz',
      { code: 'sheet-lines-wrong', facts: { count: 1, line: 2 } },
    ],
    ['two lines for one row and day', '1 tu t\n1 tu v', { code: 'sheet-lines-wrong' }],
    ['a row that is not there', '1 t\n7 t', { code: 'sheet-lines-wrong' }],
    ['nothing at all', ' \n \n', { code: 'sheet-nothing-typed' }],
  ])('%s', async (_what, text, error) => {
    const before = hashContent(shop.store.sqlite)
    await expect(enter(text)).rejects.toMatchObject(error)
    expect(hashContent(shop.store.sqlite)).toBe(before)
  })

  test('a week without a sheet, and no week', async () => {
    await expect(
      shop.call('typeBack.enter', { words: sheetWords(), week: '2025-W48', text: '1 t' }),
    ).rejects.toMatchObject({
      code: 'sheet-not-found',
    })
    await expect(
      shop.call('typeBack.enter', { words: sheetWords(), week: '2025-W53', text: '1 t' }),
    ).rejects.toMatchObject({
      code: 'bad-week',
    })
    expect(await shop.call('typeBack.facts', { week: '2025-W48' })).toBeNull()
  })

  test('one undo takes all of it back, and redo writes it again', async () => {
    const before = hashContent(shop.store.sqlite)
    await enter(
      '1 tu tw 640 from the fair, oak\n2 tu tr Sam Duarte, new office\n3 l too dear\n4 p +1mar\n5 x\nrest n\na Ann Lee, 555 0199, van',
    )
    const after = hashContent(shop.store.sqlite)
    expect(after).not.toBe(before)
    await shop.call('app.undo', {})
    expect(hashContent(shop.store.sqlite)).toBe(before)
    await shop.call('app.redo', {})
    expect(hashContent(shop.store.sqlite)).toBe(after)
  })
})

describe('typed again', () => {
  test('a touch moved to somebody else is not corrected by it: the row is theirs no more', async () => {
    await enter('1 tu v left msg')
    const { id } = one('SELECT id FROM touches') as { id: number }
    await shop.call('touches.move', { id, personId: ids[5]! })
    expect(rowOf(1)).toEqual({ state: 'open', entered: null })
    await enter('1 tu t')
    expect(touchesOf('Grace Okafor')).toMatchObject([{ how: 'voicemail', note: 'left msg' }])
    expect(touchesOf('Nora Lindqvist')).toMatchObject([{ how: 'talked' }])
  })

  test('who comes back by it when others took the room is parked until today, unless another line makes room', async () => {
    await shop.call('settings.change', { focusCap: names.length })
    await enter('1 tue w 200')
    const { id: newcomer } = await shop.call('people.add', { uid: uid(), name: 'Ines Moreau' })
    await shop.call('focusList.add', { uid: uid(), personId: newcomer })
    const before = hashContent(shop.store.sqlite)
    expect(await enter('1 tue t not yet')).toMatchObject({ corrected: 1, noRoom: ['Nora Lindqvist'] })
    expect(pursuitOf('Nora Lindqvist')).toEqual({
      on: '2026-11-27',
      as: 'parked',
      reason: 'no room on the focus list',
      lostTo: '',
      revisit: '2026-11-27',
      onList: 0,
    })
    await shop.call('app.undo', {})
    expect(hashContent(shop.store.sqlite)).toBe(before)
    expect(await enter('1 tue t not yet\n2 tue w 200')).toMatchObject({ noRoom: [] })
    expect(pursuitOf('Nora Lindqvist')).toEqual(open)
    expect((await shop.call('focusList.get', {})).rows).toHaveLength(names.length)
  })

  test('not by a crash before the answer: the kept lines are forgotten as they are saved, others stay', async () => {
    const key = `type-back:${week}`
    const keep = (value: string) => shop.call('app.saveDraft', { key, value })
    await keep('1 tu t')
    await enter('1 tu t')
    expect(await shop.call('app.draft', { key })).toBeNull()
    await keep('2 tu t half a li')
    await enter('3 tu v')
    expect(await shop.call('app.draft', { key })).toEqual({ value: '2 tu t half a li' })
  })

  test('the same row and day corrects, another day adds', async () => {
    await enter('1 tu v left msg')
    expect(await enter('1 tu t +21 they rang back\n1 we m')).toMatchObject({ corrected: 1, touches: 1 })
    expect(touchesOf('Nora Lindqvist')).toMatchObject([
      { on: '2026-11-24', how: 'talked', note: 'they rang back' },
      { on: '2026-11-25', how: 'met' },
    ])
    expect(stepsOf('Nora Lindqvist')).toMatchObject([{ due: '2026-12-15', done: null }])
  })

  test('a day to come back on is idle once they were reached; one after their next turn stays', async () => {
    await enter('1 tu t +7\n2 tu t +21\n1 we m\n2 we m')
    expect(stepsOf('Nora Lindqvist')).toMatchObject([{ due: '2026-12-01', done: '2026-11-25' }])
    expect(stepsOf('Tom Abara')).toMatchObject([{ due: '2026-12-15', done: null }])
  })

  test('the same text again changes nothing but the day it was typed', async () => {
    const text =
      '1 tu tw 640 from the fair, oak\n2 we tr Sam Duarte 555 0117, new office\n3 tl to X, dear\n4 tq 90 mats\n5 v +7'
    await enter(text)
    const read = () =>
      ['touches', 'next_steps', 'jobs', 'pursuits', 'referrals', 'people', 'focus_memberships'].map((table) =>
        all(`SELECT * FROM ${table} ORDER BY uid`).map((row) =>
          Object.fromEntries(
            Object.entries(row as object).filter(
              ([key]) => !/^(id|uid|.*_id|logged_at|happened_at)$/.test(key),
            ),
          ),
        ),
      )
    const before = read()
    expect(await enter(text)).toMatchObject({ corrected: 5, touches: 0 })
    expect(read()).toEqual(before)
  })

  test('an ending typed by mistake is taken back, with its job', async () => {
    await enter('1 tu tw 640 oak\n2 tu l dear\n3 tu tx\n4 tu tp +1mar')
    await enter('1 tu t\n2 tu t\n3 tu t\n4 tu t')
    for (const name of names.slice(0, 4)) expect(pursuitOf(name), name).toEqual(open)
    expect(all('SELECT * FROM jobs')).toEqual([])
    expect(one('SELECT never_contact_on AS never FROM people WHERE id = ?', ids[2])).toEqual({ never: null })
  })

  test.each(['1 tu tx', '1 tu x'])(
    '%s typed by mistake is taken back with what is planned now',
    async (mistake) => {
      await enter(mistake)
      await enter('1 we v +7 still not to be planned')
      expect(stepsOf('Nora Lindqvist')).toEqual([])
      await shop.call('app.undo', {})
      await enter('1 tu t +7')
      expect(pursuitOf('Nora Lindqvist')).toEqual(open)
      expect(stepsOf('Nora Lindqvist')).toMatchObject([{ due: '2026-12-01', dropped: null }])
    },
  )

  test.each(['delivered_on', 'paid_on'])('a job with a %s is never taken back', async (column) => {
    await enter('1 tu tw 640 oak')
    write(`UPDATE jobs SET ${column} = '2026-11-26'`)
    await enter('1 tu t')
    expect(all(`SELECT amount, ordered_on AS "on", ${column} AS kept FROM jobs`)).toEqual([
      { amount: 64000, on: '2026-11-24', kept: '2026-11-26' },
    ])
  })

  test('a quote that was ordered since stays, and so does a job lost or ordered on another day', async () => {
    await enter('1 mo tq 640 oak')
    write("UPDATE jobs SET ordered_on = '2026-11-25', amount = 70000")
    await enter('1 mo t')
    expect(all('SELECT quoted_amount AS quoted, ordered_on AS "on", amount FROM jobs')).toEqual([
      { quoted: 64000, on: '2026-11-25', amount: 70000 },
    ])
    await enter('2 mo tq 90 mats\n2 tu l too dear')
    write("UPDATE jobs SET lost_on = '2026-11-26' WHERE lost_on IS NOT NULL")
    await enter('2 tu t')
    expect(one('SELECT lost_on AS "on", lost_reason AS reason FROM jobs WHERE lost_on IS NOT NULL')).toEqual({
      on: '2026-11-26',
      reason: 'too dear',
    })
    await enter('3 mo tq 50\n3 tu w')
    write("UPDATE jobs SET ordered_on = '2026-11-26' WHERE quoted_amount = 5000")
    await enter('3 tu t')
    expect(one('SELECT ordered_on AS "on" FROM jobs WHERE quoted_amount = 5000')).toEqual({
      on: '2026-11-26',
    })
  })

  test('a friend who has a history by now stays, and one who was thanked for stays named', async () => {
    await enter('1 tu tr Sam Duarte, new office\n2 tu tr Mia Roth, a shop')
    const sam = one("SELECT id FROM people WHERE name = 'Sam Duarte'") as { id: number }
    await shop.call('touches.log', {
      uid: uid(),
      personId: sam.id,
      touch: { how: 'talked', note: 'rang him' },
    })
    await shop.call('referrals.thank', { uid: uid(), referrerId: ids[1]!, how: null, note: '' })
    await enter('1 tu t\n2 tu t')
    expect(one("SELECT deleted_at AS gone FROM people WHERE name = 'Sam Duarte'")).toEqual({ gone: null })
    expect(
      all(
        'SELECT p.name FROM referrals r JOIN people p ON p.id = r.person_id WHERE r.referrer_id = ?',
        ids[1],
      ),
    ).toEqual([{ name: 'Mia Roth' }])
  })

  test('a pursuit that ended is not opened again when another began since', async () => {
    await enter('1 tu l too dear')
    await shop.call('focusList.add', { uid: uid(), personId: ids[0]! })
    const pursuits = () =>
      all('SELECT closed_on AS "on", closed_as AS "as" FROM pursuits WHERE person_id = ? ORDER BY id', ids[0])
    const before = pursuits()
    await enter('1 tu v')
    expect(pursuits()).toEqual(before)
  })

  test('“never contact” said on another day stands, and what was dropped or done on other days stays so', async () => {
    const step = (dueOn: string) => ({ dueOn, what: dueOn, promised: true })
    for (const dueOn of ['2026-11-20', '2026-11-24', '2026-12-09'])
      await shop.call('touches.addNextStep', { uid: uid(), personId: ids[0]!, step: step(dueOn) })
    const nora = `person_id = ${ids[0]}`
    write(`UPDATE next_steps SET dropped_on = '2026-11-20' WHERE ${nora} AND due_on = '2026-11-20'`)
    write(`UPDATE next_steps SET done_on = '2026-11-24' WHERE ${nora} AND due_on = '2026-12-09'`)
    await enter('1 tu tx not now')
    await enter('1 tu n')
    expect(stepsOf('Nora Lindqvist').slice(0, 2)).toMatchObject([
      { due: '2026-11-20', dropped: '2026-11-20' },
      { due: '2026-11-24', dropped: null, done: null },
    ])
    expect(stepsOf('Nora Lindqvist').at(-1)).toMatchObject({ due: '2026-12-09', done: '2026-11-24' })
    await enter('2 mo tx not now')
    write("UPDATE people SET never_contact_on = '2026-11-20' WHERE never_contact_on IS NOT NULL")
    await enter('2 mo t')
    expect(one('SELECT never_contact_on AS never FROM people WHERE id = ?', ids[1])).toEqual({
      never: '2026-11-20',
    })
  })

  test('a step of the line that was done since stays done', async () => {
    await enter('1 mo v +tue')
    await shop.call('touches.closeNextStep', {
      id: (one('SELECT id FROM next_steps WHERE done_on IS NULL') as { id: number }).id,
      how: 'done',
    })
    await enter('1 mo t')
    expect(stepsOf('Nora Lindqvist')).toMatchObject([{ due: '2026-11-24', done: '2026-11-27' }])
  })

  test('what was marked “not for paper”, given and timed stays so', async () => {
    await enter('1 tu t 20m')
    write('UPDATE touches SET gave = 1, not_for_paper = 1')
    await enter('1 tu m wants a mirror')
    expect(one('SELECT gave, not_for_paper AS off, minutes FROM touches')).toEqual({
      gave: 1,
      off: 1,
      minutes: 20,
    })
  })

  test('the day they would come back goes with a parking that was a mistake', async () => {
    await enter('1 tu tp +1mar')
    await enter('1 tu t')
    expect(pursuitOf('Nora Lindqvist')).toEqual(open)
    expect(one('SELECT count(*) AS n FROM pursuits WHERE revisit_on IS NOT NULL')).toEqual({ n: 0 })
  })

  test('a revised quote leaves one open with its days and amounts, and a note behind the sale renames nothing', async () => {
    await enter('1 mo tq 640 five frames')
    await enter('1 tu tq 700 five now')
    await enter('1 th w 700 collected Thursday')
    expect(all('SELECT what, quoted_amount AS quoted, ordered_on AS ordered, amount FROM jobs')).toEqual([
      { what: 'five frames', quoted: 70000, ordered: '2026-11-26', amount: 70000 },
    ])
    expect(all('SELECT quoted_on AS quoted, quoted_amount AS amount FROM quote_revisions')).toEqual([
      { quoted: '2026-11-23', amount: 64000 },
    ])
    // The sale and the revision typed anew as something else: the first quote stands.
    await enter('1 th t\n1 tu t')
    expect(
      all('SELECT what, quoted_on AS day, quoted_amount AS quoted, ordered_on AS ordered FROM jobs'),
    ).toEqual([{ what: 'five frames', day: '2026-11-23', quoted: 64000, ordered: null }])
    expect(all('SELECT 1 FROM quote_revisions')).toEqual([])
  })

  test('the owner’s own question stands before its answer in the story, and is asked no more', async () => {
    await shop.call('people.edit', { id: ids[0]!, changes: { askNext: 'Who cuts the mats now?' } })
    write(
      `UPDATE call_sheet_rows SET learn = 'Who cuts the mats now?', question = 'own' WHERE person_id = ${ids[0]}`,
    )
    await enter('1 tu v left word')
    expect(touchesOf('Nora Lindqvist')).toMatchObject([{ note: 'left word' }])
    await enter('1 we t her brother')
    expect(touchesOf('Nora Lindqvist').at(-1)).toMatchObject({ note: 'Who cuts the mats now? her brother' })
    expect(await shop.call('people.get', { id: ids[0]! })).toMatchObject({ askNext: '' })
  })

  test('a quote that became an order by mistake is open again', async () => {
    await enter('1 mo tq 640')
    await enter('1 tu tw 700')
    await enter('1 tu v')
    expect(all('SELECT quoted_amount AS quoted, ordered_on AS ordered, amount FROM jobs')).toEqual([
      { quoted: 64000, ordered: null, amount: null },
    ])
    expect(pursuitOf('Nora Lindqvist')).toEqual(open)
  })

  test('a promise kept by mistake is open again', async () => {
    const step = { dueOn: '2026-11-24', what: 'walnut samples', promised: true }
    await shop.call('touches.addNextStep', { uid: uid(), personId: ids[0]!, step })
    await enter('1 tu v')
    await enter('1 tu n')
    expect(stepsOf('Nora Lindqvist')).toMatchObject([
      { what: 'walnut samples', done: null },
      { what: '', done: null },
    ])
  })

  test('a friend whose name was wrong goes to the bin, the right one stays when only the note changes', async () => {
    await enter('1 tu tr Samir Duarte, new office')
    await enter('1 tu tr Sam Duarte, new office')
    await enter('1 tu tr Sam Duarte, new office, posters')
    await enter('1 tu tr')
    expect(
      all("SELECT name, deleted_at IS NULL AS here FROM people WHERE name LIKE 'Sam%' ORDER BY id"),
    ).toEqual([
      { name: 'Samir Duarte', here: 0 },
      { name: 'Sam Duarte', here: 1 },
    ])
    expect(all('SELECT p.name FROM referrals r LEFT JOIN people p ON p.id = r.person_id')).toEqual([
      { name: 'Sam Duarte' },
    ])
    await enter('1 tu t')
    expect(all('SELECT * FROM referrals')).toEqual([])
  })

  test('a friend who was here before never goes to the bin', async () => {
    await enter('1 tu tr Tom Abara, wants a print')
    await enter('1 tu t')
    expect(one('SELECT deleted_at AS gone FROM people WHERE id = ?', ids[1])).toEqual({ gone: null })
  })

  test('a decision alone is taken back by a line for the row', async () => {
    await enter('1 p +1mar\n2 drop')
    await enter('1 t\n2 keep')
    expect(pursuitOf('Nora Lindqvist')).toEqual(open)
    expect(pursuitOf('Tom Abara')).toEqual(open)
  })

  test('what was said elsewhere of the touch stays', async () => {
    await enter('1 tu t')
    write('UPDATE touches SET gave = 1, cost = 350')
    await enter('1 tu m 20m')
    expect(one('SELECT how, gave, cost, minutes FROM touches')).toEqual({
      how: 'met',
      gave: 1,
      cost: 350,
      minutes: 20,
    })
  })
})

describe('rows that changed since the sheet was printed', () => {
  test('taken off, in the bin, erased, not to be contacted', async () => {
    await shop.call('callSheets.markPrinted', { week })
    const facts = await shop.call('typeBack.facts', { week })
    await shop.call('callSheets.removeRow', { id: facts!.rows[0]!.row.id })
    await shop.call('people.moveToBin', { id: ids[1]! })
    await shop.call('people.setNeverContact', { id: ids[2]!, never: true, reason: '' })
    await expect(enter('1 t')).rejects.toMatchObject({ code: 'sheet-lines-wrong' })
    await expect(enter('2 t')).rejects.toMatchObject({ code: 'sheet-lines-wrong' })
    await enter('3 tu v +7 rang before they said so')
    expect(touchesOf('Jim Petrakis')).toHaveLength(1)
    expect(stepsOf('Jim Petrakis')).toEqual([])
  })

  test('two rows that turned out to be one person are read under both numbers', async () => {
    await shop.call('callSheets.markPrinted', { week })
    const facts = await shop.call('typeBack.facts', { week })
    const [first, second] = facts!.rows.map(({ row }) => row.id)
    write(
      `UPDATE call_sheet_rows SET state = 'removed', merged_into = ${first}, person_id = ${ids[0]} WHERE id = ${second}`,
    )
    await enter('2 tu t')
    expect(touchesOf('Nora Lindqvist')).toHaveLength(1)
    expect(rowOf(1)).toMatchObject({ state: 'done' })
    await expect(enter('1 tu t\n2 tu v')).rejects.toMatchObject({ code: 'sheet-lines-wrong' })
  })

  test('a sheet of last year is read by its own days', async () => {
    shop.clock.today = '2025-11-24'
    await proposeSheet(shop, { uid: uid(), week: '2025-W48' })
    shop.clock.today = '2026-11-27'
    await shop.call('typeBack.enter', { words: sheetWords(), week: '2025-W48', text: '1 tu v +24dec\n2 n' })
    expect(touchesOf('Nora Lindqvist')).toMatchObject([{ on: '2025-11-25' }])
    expect(stepsOf('Nora Lindqvist')).toMatchObject([{ due: '2025-12-24' }])
    expect(touchesOf('Tom Abara')).toMatchObject([{ on: '2025-11-28' }])
    expect(stepsOf('Tom Abara')).toMatchObject([{ due: '2026-11-30' }])
  })
})
