// Once a week every row is read; what it finds is told, and what is derived is mended from the rows.
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sweepWhenDue } from '../../../src/data/backup/sweep.ts'
import { countWrongSummaries } from '../../../src/data/engine/summaries.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore
let ann: number

beforeEach(async () => {
  test = await makeStore()
  ann = (await test.call('people.add', { uid: crypto.randomUUID(), name: 'Ann' })).id
})
afterEach(() => test.close())

function damage(sql: string): void {
  const disk = new Database(test.store.file)
  disk.exec(sql)
  disk.close()
}

const sweep = (today: string) =>
  sweepWhenDue({ alone: async (work) => work(test.store.sqlite) }, test.store.file, {
    today: () => today,
    now: () => `${today}T09:00:00.000Z`,
  })
const told = async () => (await test.call('app.start', {})).inDoubt

describe('the weekly look over all rows', () => {
  it('tells of what it found, and no more once it is settled', async () => {
    damage(`UPDATE people SET note = 'x' WHERE id = ${ann}`)
    expect(await sweep('2026-11-23')).toBe(true)
    expect(await told()).toBe(1)
    await test.call('backup.confirmRow', { table: 'people', id: ann })
    await test.call('backup.doubtfulRows', {})
    expect(await told()).toBe(0)
  })

  it('comes again after a week, on either side of it', async () => {
    expect(await sweep('2026-11-23')).toBe(false)
    damage(`UPDATE people SET note = 'x' WHERE id = ${ann}`)
    expect(await sweep('2026-11-29')).toBe(false)
    expect(await told()).toBe(0)
    expect(await sweep('2026-11-30')).toBe(true)
  })

  it('is not put off by a clock that was ahead', async () => {
    await sweep('2031-01-01')
    damage(`UPDATE people SET note = 'x' WHERE id = ${ann}`)
    expect(await sweep('2026-11-23')).toBe(true)
  })

  it('mends summaries and the search', async () => {
    damage(`UPDATE person_summaries SET touches = 9; DELETE FROM people_search WHERE rowid = ${ann}`)
    expect(countWrongSummaries(test.store.sqlite)).toBe(1)
    expect(await sweep('2026-11-23')).toBe(false)
    expect(countWrongSummaries(test.store.sqlite)).toBe(0)
    expect(await test.call('people.find', { typed: 'ann' })).toHaveLength(1)
    expect(await test.call('backup.check', {})).toMatchObject({ good: true })
  })
})
