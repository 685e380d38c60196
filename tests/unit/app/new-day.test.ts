// A window left open over night learns of the new day, once, and of a clock that is set back.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { watchDay } from '../../../src/main/new-day.ts'

test('each change of the day is told once', async () => {
  let day = '2026-11-23'
  const told: string[] = []
  const stop = watchDay(
    () => day,
    () => told.push(day),
    5,
  )
  await wait(30)
  expect(told).toEqual([])
  day = '2026-11-24'
  await expect.poll(() => told).toEqual(['2026-11-24'])
  await wait(30)
  expect(told).toEqual(['2026-11-24'])
  day = '2026-11-23'
  await expect.poll(() => told).toEqual(['2026-11-24', '2026-11-23'])
  stop()
  day = '2026-11-25'
  await wait(30)
  expect(told).toHaveLength(2)
})
