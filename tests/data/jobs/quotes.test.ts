// Quotes and sales in the log box: written, revised, won or turned down, on the list and off it, and taken back whole.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let shop: TestStore
let nora: number
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-23' })
  nora = (await shop.call('people.add', { uid: uid(), name: 'Nora Lindqvist' })).id
})
afterEach(() => shop.close())

type Log = CallInput<'touches.log'>
const log = (
  outcome: NonNullable<Log['touch']['outcome']>,
  job: Log['job'] = null,
  on = shop.clock.today,
) => {
  shop.clock.today = on
  return shop.call('touches.log', {
    uid: uid(),
    personId: nora,
    touch: { how: 'talked', outcome, note: 'collected Thursday' },
    job,
  })
}
const read = (sql: string) => shop.store.readerSqlite.prepare(sql).all()
const jobs = () =>
  read(
    'SELECT what, quoted_on AS quoted, quoted_amount AS asked, ordered_on AS ordered, amount, lost_on AS lost FROM jobs ORDER BY id',
  )
const revisions = () =>
  read('SELECT quoted_on AS quoted, quoted_amount AS asked FROM quote_revisions ORDER BY id')

describe('off the list', () => {
  test('a quote is written, revised with each day and amount kept, and becomes the one order', async () => {
    await log('quote', { what: 'five frames', amount: 64_000 })
    await log('quote', { what: 'five now', amount: 70_000 }, '2026-11-25')
    expect(jobs()).toEqual([
      { what: 'five frames', quoted: '2026-11-25', asked: 70_000, ordered: null, amount: null, lost: null },
    ])
    expect(revisions()).toEqual([{ quoted: '2026-11-23', asked: 64_000 }])
    await log('bought', null, '2026-11-26')
    // What was noted with the sale never renames the job.
    expect(jobs()).toMatchObject([{ what: 'five frames', ordered: '2026-11-26', amount: 70_000 }])
  })

  test('a sale without a quote, and a quote turned down', async () => {
    await log('bought', { what: 'two mats', amount: 9_000 })
    expect(jobs()).toMatchObject([{ what: 'two mats', quoted: null, ordered: '2026-11-23', amount: 9_000 }])
    await log('quote', { what: 'a mirror', amount: 20_000 })
    await log('lost')
    expect(jobs()[1]).toMatchObject({ what: 'a mirror', lost: '2026-11-23' })
  })

  test('a quote without an amount opens one; asked about again it stays as it is', async () => {
    await log('quote')
    expect(jobs()).toMatchObject([{ what: '', quoted: '2026-11-23', asked: null }])
    await log('quote', { amount: 5_000, what: 'mats' }, '2026-11-24')
    await log('quote', null, '2026-11-25')
    expect(jobs()).toMatchObject([{ what: 'mats', quoted: '2026-11-24', asked: 5_000 }])
  })

  test('one undo takes back the touch and what it made of the job', async () => {
    await log('quote', { what: 'five frames', amount: 64_000 })
    const before = hashContent(shop.store.sqlite)
    await log('quote', { what: '', amount: 70_000 }, '2026-11-25')
    await shop.call('app.undo', {})
    expect(hashContent(shop.store.sqlite)).toBe(before)
  })
})

test('on the list a sale is on the disk before it is asked whether they leave, and leaving names the same job', async () => {
  await shop.call('focusList.add', { uid: uid(), personId: nora })
  const answer = await log('bought', { what: 'five frames', amount: 64_000 })
  expect(answer.mayLeaveAs).toBe('won')
  expect(jobs()).toMatchObject([{ what: 'five frames', ordered: '2026-11-23', amount: 64_000 }])
  const [job] = await shop.call('jobs.leaving', { personId: nora })
  await shop.call('focusList.leave', {
    personId: nora,
    as: 'won',
    job: { id: job!.id, what: job!.what, amount: job!.amount },
  })
  expect(jobs()).toHaveLength(1)
})

test('erased, merged and put into the bin, a revision goes where its job goes', async () => {
  await log('quote', { what: 'frames', amount: 64_000 })
  await log('quote', { what: '', amount: 70_000 }, '2026-11-25')
  const { id } = await shop.call('people.add', { uid: uid(), name: 'Nora L' })
  await shop.call('duplicates.merge', { keptId: id, goneId: nora, choices: {} })
  expect(read('SELECT person_id FROM quote_revisions')).toEqual([{ person_id: id }])
  await shop.call('people.erase', { id, someone: 'someone' })
  expect(jobs()).toEqual([])
  expect(revisions()).toEqual([])
})
