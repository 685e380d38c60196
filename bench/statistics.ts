// Median and 95th percentile by nearest rank: always a value that was measured.

/** The smallest sample that at least `share` of all samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) return Number.NaN
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

export interface Summary {
  median: number
  p95: number
  samples: number
}

export function summarise(samples: readonly number[]): Summary {
  return { median: percentile(samples, 0.5), p95: percentile(samples, 0.95), samples: samples.length }
}
