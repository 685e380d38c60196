// How often each thing is measured: enough for a p95 that means something, few for the quick run.
import type { MeasureId } from './measures.ts'

export interface Plan {
  quick: boolean
  sizes: number[]
  wanted: MeasureId[]
  /** The older checkout that is measured in turn with this one. */
  before?: string | undefined
  /** Rounds thrown away before each measure. */
  warmUp: number
  starts: number
  tours: number
  lists: number
  /** Names typed letter by letter; each gives up to `letters` samples. */
  names: number
  letters: number
  opens: number
  logs: number
  calls: number
  /** Frames a list is scrolled for. */
  frames: number
  prints: number
  imports: number
  backups: number
}

export const fullPlan: Omit<Plan, 'wanted'> = {
  quick: false,
  sizes: [1_000, 10_000, 100_000],
  warmUp: 3,
  starts: 9,
  tours: 3,
  lists: 25,
  names: 20,
  letters: 6,
  opens: 60,
  logs: 60,
  calls: 200,
  frames: 300,
  prints: 7,
  imports: 3,
  backups: 3,
}

export const quickPlan: Omit<Plan, 'wanted'> = {
  quick: true,
  sizes: [1_000],
  warmUp: 1,
  starts: 2,
  tours: 1,
  lists: 3,
  names: 2,
  letters: 3,
  opens: 4,
  logs: 4,
  calls: 10,
  frames: 20,
  prints: 1,
  imports: 1,
  backups: 1,
}
