// One person kept twice becomes one: what the preview showed is what the file holds, and Undo parts them to the last byte.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMergeSide } from '../../../src/data/duplicates/merge-people.ts'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { type Choices, mergeChoices, mergeFields } from '../../../src/shared/rules/duplicates/merge-fields.ts'
import { applyMerge, type MergeSide, planMerge } from '../../../src/shared/rules/duplicates/merge-people.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { proposeSheet } from '../../support/propose-sheet.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore()
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()
const content = () => hashContent(store.store.sqlite)
const all = (sql: string, ...values: unknown[]) => store.store.sqlite.prepare(sql).all(...values)
const one = (sql: string, ...values: unknown[]) => store.store.sqlite.prepare(sql).get(...values)

async function add(person: Partial<CallInput<'people.add'>>): Promise<number> {
  return (await store.call('people.add', { uid: uid(), name: '', ...person })).id
}

const merge = (keptId: number, goneId: number, choices: Choices = {}) =>
  store.call('duplicates.merge', { keptId, goneId, choices })

const write = (sql: string, ...values: unknown[]) => writeOutside(store, sql, ...values)

interface Side {
  name: string
  firm: string
  phones: string[]
  note: string
  birthday: string | null
  source: string
  role: string
  isPrivate: boolean
  never: boolean
  pursuit: '' | 'open' | 'won'
  onFocus: boolean
  pinned: boolean
  touches: number
  steps: number
  jobs: number
  answers: { question: string; words: string; window: string | null; on: string }[]
  qualification: { question: string; answer: string; on: string }[]
  consents: { channel: string; answer: string; on: string }[]
  sheetRows: { section: string; state: string }[]
  atPlace: boolean
  namedBy: '' | 'third' | 'other'
  namesThird: boolean
  household: '' | 'household' | 'not a household'
}

const days = fc.constantFrom('2026-09-01', '2026-10-05', '2026-11-02')
const sides: fc.Arbitrary<Side> = fc.record({
  name: fc.constantFrom('Nora', 'Nora Lindqvist', 'N. Lindqvist', 'nora lindqvist'),
  firm: fc.constantFrom('', 'Oak & Co', 'Elm'),
  phones: fc.subarray(['415 555 0160', '(415) 555-0160', '415 555 0142', 'ext 5']),
  note: fc.constantFrom('', 'walnut', 'walnut\nlikes tea', 'tea'),
  birthday: fc.constantFrom(null, '--04-12', '1980-04-12', '1981-04-12'),
  source: fc.constantFrom('', 'a fair', 'a friend'),
  role: fc.constantFrom('', 'owner', 'buyer'),
  isPrivate: fc.boolean(),
  never: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
  pursuit: fc.constantFrom('' as const, 'open' as const, 'won' as const),
  onFocus: fc.boolean(),
  pinned: fc.boolean(),
  touches: fc.nat(3),
  steps: fc.nat(2),
  jobs: fc.nat(2),
  answers: fc.uniqueArray(
    fc.record({
      question: fc.constantFrom('why', 'what', 'when'),
      words: fc.constantFrom('', 'a wedding', 'for the hall'),
      window: fc.constantFrom(null, '2026-12-01'),
      on: days,
    }),
    { selector: ({ question }) => question, maxLength: 3 },
  ),
  qualification: fc.uniqueArray(
    fc.record({
      question: fc.constantFrom('need', 'price'),
      answer: fc.constantFrom('yes', 'no', 'unknown'),
      on: days,
    }),
    { selector: ({ question }) => question },
  ),
  consents: fc.array(
    fc.record({ channel: fc.constantFrom('email', 'phone'), answer: fc.constantFrom('yes', 'no'), on: days }),
    { maxLength: 3 },
  ),
  sheetRows: fc.uniqueArray(
    fc.record({
      section: fc.constantFrom('call', 'thank'),
      state: fc.constantFrom('open', 'done', 'removed'),
    }),
    { selector: ({ section }) => section },
  ),
  atPlace: fc.boolean(),
  namedBy: fc.constantFrom('' as const, 'third' as const, 'other' as const),
  namesThird: fc.boolean(),
  household: fc.constantFrom('' as const, 'household' as const, 'not a household' as const),
})

const wanted = fc.dictionary(fc.constantFrom(...mergeFields), fc.constantFrom(...mergeChoices), {
  maxKeys: 6,
}) as fc.Arbitrary<Choices>

interface World {
  third: number
  place: number
  sheet: number
}

async function makeWorld(): Promise<World> {
  const third = await add({ name: 'Tom Abara' })
  await store.call('places.add', { uid: uid(), name: 'Market' })
  write(
    "INSERT INTO call_sheets (uid, week, proposed_at, printed_at) VALUES (?, '2026-W47', '2026-11-16', '2026-11-16')",
    uid(),
  )
  return { third, place: 1, sheet: 1 }
}

async function makeSide(side: Side, { third, place, sheet }: World, other: number | null): Promise<number> {
  const { name, firm: firmName, note, source } = side
  const id = await add({ name, firmName, note, source })
  for (const value of side.phones)
    await store.call('people.saveContactPoint', { personId: id, id: null, kind: 'phone', value })
  await store.call('people.edit', { id, changes: { birthday: side.birthday, role: side.role } })
  for (let count = 0; count < side.touches; count++)
    await store.call('touches.log', {
      uid: uid(),
      personId: id,
      touch: { how: 'met', note: `talk ${count}` },
    })
  for (let count = 0; count < side.steps; count++)
    await store.call('touches.addNextStep', { uid: uid(), personId: id, step: { dueOn: '2026-12-01' } })
  for (let count = 0; count < side.jobs; count++)
    write('INSERT INTO jobs (uid, person_id, what) VALUES (?, ?, ?)', uid(), id, 'frame')
  if (side.pursuit !== '') {
    const closed = side.pursuit === 'won' ? ['2026-10-01', 'won'] : [null, null]
    write(
      "INSERT INTO pursuits (uid, person_id, opened_on, opened_how, closed_on, closed_as) VALUES (?, ?, ?, 'inquiry', ?, ?)",
      ...[uid(), id, other === null ? '2026-09-10' : '2026-08-10', ...closed],
    )
  }
  if (side.onFocus) {
    await store.call('focusList.add', { uid: uid(), personId: id, whyNow: `why ${name}` })
    if (side.pinned) await store.call('focusList.pin', { personId: id, pinned: true })
  }
  for (const { question, words, window, on } of side.answers)
    write(
      'INSERT INTO answers (uid, person_id, question, words, window_from, answered_on) VALUES (?, ?, ?, ?, ?, ?)',
      ...[uid(), id, question, words, window, on],
    )
  for (const { question, answer, on } of side.qualification)
    write(
      'INSERT INTO qualification (uid, person_id, question, answer, said_on) VALUES (?, ?, ?, ?, ?)',
      ...[uid(), id, question, answer, on],
    )
  for (const { channel, answer, on } of side.consents)
    write(
      'INSERT INTO consents (uid, person_id, channel, answer, said_on) VALUES (?, ?, ?, ?, ?)',
      ...[uid(), id, channel, answer, on],
    )
  for (const [index, { section, state }] of side.sheetRows.entries())
    write(
      "INSERT INTO call_sheet_rows (uid, sheet_id, person_id, position, section, reason, state) VALUES (?, ?, ?, ?, ?, '', ?)",
      ...[uid(), sheet, id, (other === null ? 1 : 5) + index, section, state],
    )
  if (side.atPlace)
    write('INSERT INTO place_people (uid, place_id, person_id) VALUES (?, ?, ?)', uid(), place, id)
  const named = 'INSERT INTO referrals (uid, referrer_id, person_id, named_on) VALUES (?, ?, ?, ?)'
  if (side.namedBy === 'third') write(named, uid(), third, id, '2026-10-01')
  if (side.namedBy === 'other' && other !== null) write(named, uid(), other, id, '2026-10-02')
  if (side.namesThird) write(named, uid(), id, third, '2026-10-03')
  if (side.household !== '')
    write(
      'INSERT INTO pair_decisions (uid, person_id, other_id, decision) VALUES (?, ?, ?, ?)',
      ...[uid(), third, id, side.household],
    )
  if (side.isPrivate) await store.call('people.edit', { id, changes: { isPrivate: true } })
  if (side.never) await store.call('people.setNeverContact', { id, never: true, reason: `asked as ${name}` })
  return id
}

/** A record without what the merge itself does not plan: whose row it is. */
function comparable({ person, firm, rows }: MergeSide) {
  const tables = Object.entries(rows).map(([table, list]) => [
    table,
    (list as { id: number; person_id?: number | null }[])
      .map(({ person_id: _, ...row }) => row)
      .sort((left, right) => left.id - right.id),
  ])
  return { person, firm, rows: Object.fromEntries(tables) }
}

describe('a merge', () => {
  it('makes of any two records what its preview showed, and is undone and redone whole', async () => {
    await fc.assert(
      fc.asyncProperty(sides, sides, wanted, fc.boolean(), async (first, second, choices, swapped) => {
        store.close()
        store = await makeStore()
        const world = await makeWorld()
        const older = await makeSide(first, world, null)
        const newer = await makeSide(second, world, older)
        const [keptId, goneId] = swapped ? [newer, older] : [older, newer]
        const before = content()
        const { sqlite } = store.store
        const kept = readMergeSide(sqlite, keptId)
        const gone = readMergeSide(sqlite, goneId)
        const plan = planMerge(kept, gone, choices, '2026-11-23')
        const preview = await store.call('duplicates.preview', { keptId, goneId, choices })
        const touches = all('SELECT id FROM touches').length
        expect(content()).toBe(before)
        const both = readWhatIsTheirs([keptId, goneId])

        await merge(keptId, goneId, choices)
        const merged = readMergeSide(sqlite, keptId)
        expect(comparable(merged)).toEqual(comparable(applyMerge(kept, gone, plan)))
        const person = await store.call('people.get', { id: keptId })
        expect({
          name: person.name,
          firm: person.firm?.name ?? '',
          alsoKnownAs: person.alsoKnownAs,
          note: person.note,
          contactPoints: person.contactPoints.map(({ kind, value, label }) => ({ kind, value, label })),
        }).toEqual(preview.after)
        expectOnePerson(keptId, goneId, first, second)
        // Told without the plan: whatever hung on either hangs on the one who stays.
        expect(readWhatIsTheirs([keptId])).toEqual(both)
        expect(all('SELECT id FROM touches WHERE person_id = ?', keptId)).toHaveLength(touches)
        expect(sqlite.pragma('foreign_key_check')).toEqual([])
        // The old number leads to whom they became.
        expect((await store.call('people.get', { id: goneId })).id).toBe(keptId)

        const after = content()
        await store.call('app.undo', {})
        expect(content()).toBe(before)
        await store.call('app.redo', {})
        expect(content()).toBe(after)
      }),
      { numRuns: 12, seed: 20261123 },
    )
  }, 60_000)

  /** What no merge may lose, whatever the owner chose, without repeats. */
  function readWhatIsTheirs(ids: number[]) {
    const among = ids.join()
    const read = (sql: string) =>
      all(sql.replaceAll(':ids', among))
        .map((row) => JSON.stringify(row))
        .sort()
    return {
      touches: read('SELECT uid FROM touches WHERE person_id IN (:ids)'),
      steps: read('SELECT uid FROM next_steps WHERE person_id IN (:ids)'),
      jobs: read('SELECT uid FROM jobs WHERE person_id IN (:ids)'),
      phones: read(
        "SELECT DISTINCT normalised FROM contact_points WHERE kind = 'phone' AND person_id IN (:ids)",
      ),
      places: read('SELECT DISTINCT place_id FROM place_people WHERE person_id IN (:ids)'),
      questions: read(
        'SELECT DISTINCT question FROM answers WHERE person_id IN (:ids) UNION SELECT DISTINCT question FROM qualification WHERE person_id IN (:ids)',
      ),
      channels: read('SELECT DISTINCT channel FROM consents WHERE person_id IN (:ids)'),
      wonOn: read(
        "SELECT uid, closed_on, closed_as FROM pursuits WHERE closed_on <> '2026-11-23' AND person_id IN (:ids)",
      ),
      named: read(
        'SELECT DISTINCT person_id FROM referrals WHERE referrer_id IN (:ids) AND coalesce(person_id, 0) NOT IN (:ids)',
      ),
      namedBy: read(
        'SELECT DISTINCT referrer_id FROM referrals WHERE person_id IN (:ids) AND referrer_id NOT IN (:ids)',
      ),
    }
  }

  function expectOnePerson(keptId: number, goneId: number, first: Side, second: Side): void {
    const count = (sql: string) => (all(sql, keptId) as unknown[]).length
    expect(count('SELECT 1 FROM pursuits WHERE person_id = ? AND closed_on IS NULL')).toBeLessThan(2)
    expect(
      all(
        `SELECT 1 FROM focus_memberships m JOIN pursuits u ON u.id = m.pursuit_id
         WHERE m.person_id = ? AND m.left_on IS NULL AND u.closed_on IS NOT NULL`,
        keptId,
      ),
    ).toEqual([])
    const person = one('SELECT * FROM people WHERE id = ?', keptId) as Record<string, unknown>
    expect(person.is_private).toBe(first.isPrivate || second.isPrivate ? 1 : 0)
    expect(person.never_contact_on !== null).toBe(first.never || second.never)
    if (first.never || second.never || person.is_private === 1) {
      expect(count('SELECT 1 FROM focus_memberships WHERE person_id = ? AND left_on IS NULL')).toBe(0)
    }
    if (first.never || second.never) {
      const open = 'SELECT 1 FROM next_steps WHERE person_id = ? AND done_on IS NULL AND dropped_on IS NULL'
      expect(count(open)).toBe(0)
    }
    expect(all('SELECT 1 FROM people WHERE id = ?', goneId)).toEqual([])
    // Every number of the printed sheet still answers for somebody.
    for (const row of all('SELECT * FROM call_sheet_rows') as { id: number; merged_into: number | null }[]) {
      if (row.merged_into === null) continue
      const stands = one('SELECT merged_into, person_id FROM call_sheet_rows WHERE id = ?', row.merged_into)
      expect(stands).toEqual({ merged_into: null, person_id: keptId })
    }
  }

  it('keeps the fuller name, every phone once, both notes, and the name they were kept under', async () => {
    const kept = await add({ name: 'Nora', phone: '415 555 0160', note: 'walnut' })
    const gone = await add({
      name: 'Nora Lindqvist',
      phone: '(415) 555-0160',
      note: 'likes tea',
      email: 'n@l.example',
    })
    const preview = await store.call('duplicates.preview', { keptId: kept, goneId: gone })
    expect(preview.fields.map(({ field, choice }) => `${field}: ${choice}`)).toEqual([
      'name: gone',
      'note: both',
    ])
    expect(preview.after).toEqual({
      name: 'Nora Lindqvist',
      firm: '',
      alsoKnownAs: 'Nora',
      note: 'walnut\nlikes tea',
      contactPoints: [
        { kind: 'phone', value: '415 555 0160', label: '' },
        { kind: 'email', value: 'n@l.example', label: '' },
      ],
    })
    await merge(kept, gone, { name: 'kept', note: 'kept' })
    expect(await store.call('people.get', { id: kept })).toMatchObject({
      name: 'Nora',
      alsoKnownAs: 'Nora Lindqvist',
      note: 'walnut',
    })
    expect((await store.call('people.list', { search: 'lindqvist' })).rows.map((row) => row.id)).toEqual([
      kept,
    ])
    expect(await store.call('backup.check', {})).toMatchObject({ good: true, problems: [] })
  })

  it('says what follows, and that one named the other', async () => {
    const kept = await add({ name: 'Nora' })
    const gone = await add({ name: 'Nora L', referrerId: kept })
    for (const how of ['met', 'talked'] as const)
      await store.call('touches.log', { uid: uid(), personId: gone, touch: { how } })
    await store.call('touches.addNextStep', { uid: uid(), personId: gone, step: { dueOn: '2026-12-01' } })
    const preview = await store.call('duplicates.preview', { keptId: kept, goneId: gone })
    expect(preview.follows).toEqual({ touches: 2, nextSteps: 1, jobs: 0, referrals: 1 })
    expect(preview.remarks.map(({ key }) => key)).toContain('duplicates.remarks.selfNamed')
    await merge(kept, gone)
    expect(await store.call('people.get', { id: kept })).toMatchObject({
      touches: 2,
      referrals: { thanks: null, named: [], namedBy: [] },
    })
    expect(await store.call('backup.check', {})).toMatchObject({ good: true, problems: [] })
  })

  it('never loses a no, whichever record was told what last', async () => {
    const sayTo = async (channel: 'email' | 'phone', answers: [answer: string, on: string][]) => {
      const ids = [await add({ name: 'Nora' }), await add({ name: 'Nora' })]
      for (const [index, [answer, on]] of answers.entries())
        write(
          'INSERT INTO consents (uid, person_id, channel, answer, said_on) VALUES (?, ?, ?, ?, ?)',
          ...[uid(), ids[index], channel, answer, on],
        )
      await merge(ids[0]!, ids[1]!)
      return (await store.call('people.get', { id: ids[0]! })).consents[0]?.answer
    }
    expect(
      await sayTo('email', [
        ['no', '2026-10-01'],
        ['yes', '2026-10-01'],
      ]),
    ).toBe('no')
    expect(
      await sayTo('email', [
        ['yes', '2026-10-01'],
        ['no', '2026-10-01'],
      ]),
    ).toBe('no')
    expect(
      await sayTo('email', [
        ['no', '2026-10-02'],
        ['yes', '2026-10-01'],
      ]),
    ).toBe('no')
    expect(
      await sayTo('phone', [
        ['no', '2026-10-01'],
        ['yes', '2026-10-02'],
      ]),
    ).toBe('no')
  })

  it('with somebody never to be contacted leaves nothing planned on either side', async () => {
    const ids = [await add({ name: 'Nora' }), await add({ name: 'Nora L' })]
    for (const personId of ids)
      write(
        "INSERT INTO next_steps (uid, person_id, what, due_on, created_on) VALUES (?, ?, 'ring', '2026-12-01', '2026-11-01')",
        uid(),
        personId,
      )
    write(
      "UPDATE people SET never_contact_on = '2026-11-01', never_contact_reason = 'asked' WHERE id = ?",
      ids[1],
    )
    await merge(ids[0]!, ids[1]!)
    expect(all('SELECT dropped_on IS NOT NULL AS dropped FROM next_steps')).toEqual([
      { dropped: 1 },
      { dropped: 1 },
    ])
    expect(await store.call('people.get', { id: ids[0]! })).toMatchObject({
      neverContactReason: 'asked',
      nextSteps: [],
    })
  })

  it('keeps the thanks said for a name that both records gave', async () => {
    const ids = [await add({ name: 'Nora' }), await add({ name: 'Nora L' }), await add({ name: 'Sam' })]
    for (const [index, thanked] of [null, '2026-10-09'].entries())
      write(
        'INSERT INTO referrals (uid, referrer_id, person_id, named_on, thanked_on, reported_on) VALUES (?, ?, ?, ?, ?, ?)',
        ...[uid(), ids[index], ids[2], `2026-10-0${index + 1}`, thanked, thanked],
      )
    await merge(ids[0]!, ids[1]!)
    expect(all('SELECT referrer_id, thanked_on, reported_on FROM referrals')).toEqual([
      { referrer_id: ids[0], thanked_on: '2026-10-09', reported_on: '2026-10-09' },
    ])
  })

  it('keeps the numbers of a printed sheet, and closes up one that is not on paper', async () => {
    const ids = [await add({ name: 'Nora' }), await add({ name: 'Tom' }), await add({ name: 'Nora L' })]
    for (const personId of ids) await store.call('focusList.add', { uid: uid(), personId })
    await proposeSheet(store, { uid: uid(), week: '2026-W48' })
    const rowsNow = () =>
      all(
        'SELECT position, person_id, state, merged_into IS NOT NULL AS merged FROM call_sheet_rows ORDER BY id',
      )
    const before = rowsNow() as { position: number; person_id: number }[]
    await merge(ids[0]!, ids[2]!)
    expect(
      (await store.call('callSheets.get', { week: '2026-W48' }))?.rows.map((row) => row.position),
    ).toEqual([1, 2])
    await store.call('app.undo', {})
    await store.call('callSheets.markPrinted', { week: '2026-W48' })
    await merge(ids[0]!, ids[2]!)
    const after = rowsNow() as { position: number; person_id: number; merged: number; state: string }[]
    expect(after.map((row) => row.position)).toEqual(before.map((row) => row.position))
    expect(after.filter((row) => row.merged === 1)).toMatchObject([{ person_id: ids[0], state: 'removed' }])
  })

  it('refuses somebody with themselves, in the bin, or gone', async () => {
    const nora = await add({ name: 'Nora' })
    const tom = await add({ name: 'Tom' })
    await expect(merge(nora, nora)).rejects.toMatchObject({ code: 'merge-with-themselves' })
    await store.call('people.moveToBin', { id: tom })
    await expect(merge(nora, tom)).rejects.toMatchObject({ code: 'in-bin' })
    await expect(merge(nora, 999)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes along words not saved yet', async () => {
    const [nora, other] = [await add({ name: 'Nora' }), await add({ name: 'Nora L' })]
    await store.call('app.saveDraft', { key: `log-box:${nora}`, value: 'left' })
    await store.call('app.saveDraft', { key: `log-box:${other}`, value: 'right' })
    await merge(nora, other)
    expect(all('SELECT key, value FROM drafts')).toEqual([{ key: `log-box:${nora}`, value: 'left\nright' }])
  })
})

describe('pairs that look like one person', () => {
  const list = async () => (await store.call('duplicates.list', {})).pairs
  const names = async () =>
    (await list()).map(({ one: left, other, why }) => [
      left.name || left.firm,
      other.name || other.firm,
      why.key,
    ])

  it('come the surest first, and not those of a shared phone alone', async () => {
    await add({ name: 'Nora Lindqvist', phone: '415 555 0160' })
    await add({ name: 'Lindqvist, Nora', phone: '(415) 555-0160' })
    await add({ name: 'Per Lindqvist', phone: '415-555-0160' })
    await add({ name: 'Ana Ruiz', firmName: 'Ruiz Roofing' })
    await add({ name: 'ana ruiz', firmName: 'ruiz roofing' })
    await add({ name: 'Tom Abara', email: 'tom@abara.example' })
    await add({ name: 'T. Abara', email: 'Tom@Abara.example' })
    await add({ name: 'Bo Holm', phone: '415 555 0177' })
    await add({ name: 'Bo Holm' })
    await add({ name: 'Eva Stern', phone: '415 555 0133', email: 'x@stern.example' })
    await add({ name: 'Dan Stern', email: 'x@stern.example' })
    expect(await names()).toEqual([
      ['Nora Lindqvist', 'Lindqvist, Nora', 'duplicates.why.phoneAndName'],
      ['Tom Abara', 'T. Abara', 'duplicates.why.emailAndName'],
      ['Ana Ruiz', 'ana ruiz', 'duplicates.why.firmAndName'],
      ['Bo Holm', 'Bo Holm', 'duplicates.why.bareName'],
      ['Eva Stern', 'Dan Stern', 'duplicates.why.email'],
    ])
  })

  it('leave the list once told apart, merged, private or in the bin, and come back on Undo', async () => {
    const left = await add({ name: 'Nora Lindqvist', phone: '415 555 0160' })
    const right = await add({ name: 'Nora Lindqvist', phone: '415 555 0160' })
    const leaves = async (act: () => Promise<unknown>) => {
      expect(await list()).toHaveLength(1)
      await act()
      expect(await list()).toEqual([])
      await store.call('app.undo', {})
      expect(await list()).toHaveLength(1)
    }
    await leaves(() => store.call('duplicates.tellApart', { personId: right, otherId: left }))
    await leaves(() => merge(left, right))
    await leaves(() => store.call('people.moveToBin', { id: right }))
    await leaves(() => store.call('people.edit', { id: left, changes: { isPrivate: true } }))
    await store.call('duplicates.tellApart', { personId: left, otherId: right })
    await store.reopen('2027-11-23')
    expect(await list()).toEqual([])
  })

  it('are read in pages', async () => {
    for (let index = 0; index < 6; index++) {
      await add({ name: `Pair ${index} Berg`, email: `p${index}@berg.example` })
      await add({ name: `Pair ${index} Berg`, email: `p${index}@berg.example` })
    }
    const first = await store.call('duplicates.list', { limit: 4 })
    const second = await store.call('duplicates.list', { offset: 4, limit: 4 })
    expect([first.total, first.pairs.length, second.pairs.length]).toEqual([6, 4, 2])
    expect(new Set([...first.pairs, ...second.pairs].map(({ one: { id } }) => id)).size).toBe(6)
  })
})
