// Half a year of a shop's list, lived through the calls of window and paper; `npm run simulate` lives whole years of many.
import { expect, test } from 'vitest'
import { judgeYear, measureYear } from '../../simulate/judge-year.ts'
import { type Choose, liveAYear, type Shop } from '../../simulate/live-a-year.ts'
import { chooseByOldOrder } from '../../simulate/old-order.ts'

const halfYear = 182

async function live(shop: Omit<Shop, 'name' | 'days'>, choose?: Choose): Promise<string[]> {
  const year = await liveAYear({ ...shop, name: 'quick', days: halfYear }, 7, choose)
  const figures = measureYear(year)
  expect(figures.rows).toBeGreaterThan(50)
  return judgeYear(year, figures)
}

test('by Today, half followed, nobody is forgotten and nobody pestered', { timeout: 60_000 }, async () => {
  expect(await live({ people: 12, hours: 5, by: 'today', follow: 0.5 })).toEqual([])
})

test('by the sheet, over capacity, the same', { timeout: 60_000 }, async () => {
  expect(await live({ people: 40, hours: 5, cap: 40, by: 'sheet', follow: 1 })).toEqual([])
})

test('the control: the old order forgets people, and is caught', { timeout: 60_000 }, async () => {
  const broken = await live({ people: 25, hours: 5, by: 'today', follow: 1 }, chooseByOldOrder)
  expect(broken.join('\n')).toMatch(/open days untouched/)
})
