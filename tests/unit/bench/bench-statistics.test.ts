// Figures of the benchmarks are values that were measured: the nearest rank, never something between two.
import { expect, test } from 'vitest'
import { percentile, summarise } from '../../../bench/statistics.ts'

test('the nearest rank of a small sample', () => {
  const samples = [15, 20, 35, 40, 50]
  expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(samples, share))).toEqual([15, 20, 20, 35, 50])
})

test('order does not matter, and the samples stay as they were', () => {
  const samples = [3, 1, 2]
  expect(summarise(samples)).toEqual({ median: 2, p95: 3, samples: 3 })
  expect(samples).toEqual([3, 1, 2])
})

test('of twenty, the nineteenth is the p95', () => {
  expect(
    percentile(
      Array.from({ length: 20 }, (_, index) => index + 1),
      0.95,
    ),
  ).toBe(19)
})

test('nothing measured has no figure', () => {
  expect(summarise([])).toEqual({ median: Number.NaN, p95: Number.NaN, samples: 0 })
})
