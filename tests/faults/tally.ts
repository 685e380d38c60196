// What a row of the fault tests counts: how often it tried, what went wrong, what else it saw, and how its control did.

export interface Outcome {
  /** Faults really given: a point that was never reached is not counted. */
  tried: number
  /** By name; any of them makes the row red. */
  faults: Record<string, number>
  /** What is no fault but says how it went. */
  seen: Record<string, number>
  /** The first of the faults, with what repeats them. */
  examples: string[]
  /** The same measure where it must fail. */
  control: { tried: number; failed: number }
}

const mostExamples = 12
const longestExample = 400

export function emptyOutcome(): Outcome {
  return { tried: 0, faults: {}, seen: {}, examples: [], control: { tried: 0, failed: 0 } }
}

/** Counts into one outcome. */
export class Tally {
  readonly outcome = emptyOutcome()

  tried(): void {
    this.outcome.tried += 1
  }

  /** @param example what repeats it: the seed, and what was found */
  fault(name: string, example: string): void {
    add(this.outcome.faults, name, 1)
    if (this.outcome.examples.length < mostExamples) {
      this.outcome.examples.push(`${name}: ${example}`.slice(0, longestExample))
    }
  }

  seen(name: string, times = 1): void {
    add(this.outcome.seen, name, times)
  }

  control(failed: boolean): void {
    this.outcome.control.tried += 1
    if (failed) this.outcome.control.failed += 1
  }
}

/** Adds what several ranges of seeds counted. */
export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  const sum = emptyOutcome()
  for (const outcome of outcomes) {
    sum.tried += outcome.tried
    for (const [name, times] of Object.entries(outcome.faults)) add(sum.faults, name, times)
    for (const [name, times] of Object.entries(outcome.seen)) add(sum.seen, name, times)
    sum.examples.push(...outcome.examples.slice(0, mostExamples - sum.examples.length))
    sum.control.tried += outcome.control.tried
    sum.control.failed += outcome.control.failed
  }
  return sum
}

function add(counts: Record<string, number>, name: string, times: number): void {
  counts[name] = (counts[name] ?? 0) + times
}

export function countFaults({ faults }: Outcome): number {
  return Object.values(faults).reduce((sum, times) => sum + times, 0)
}
