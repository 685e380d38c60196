// The rows of the fault tests: what each tries, how much of it is all, and how much in `npm test`.

import { tryPowerLoss } from './power-loss.ts'
import { tryStorageKills } from './storage-kills.ts'
import type { Tally } from './tally.ts'

/** Seeds that are tried in one process, and the built program they are tried on. */
export interface Range {
  program: string
  from: number
  to: number
  quick: boolean
}

export interface Row {
  id: string
  /** What one try is. */
  tries: string
  /** What the control is, and that it must fail. */
  control: string
  /** How many tries are all of it. */
  full: number
  /** Seeds of one process: what a break loses at most. */
  chunk: number
  /** Seeds in `npm test`. */
  quick: { from: number; to: number }
  needs?: 'strace' | 'display'
  measure(range: Range, tally: Tally): Promise<void>
}

export const rows: readonly Row[] = [
  {
    id: 'power-loss',
    tries: 'disks after a power cut, 12 workflows',
    control: 'synchronous = NORMAL loses what was acknowledged',
    full: 10_000,
    chunk: 100,
    quick: { from: 90, to: 105 },
    needs: 'strace',
    measure: tryPowerLoss,
  },
  {
    id: 'storage-kills',
    tries: 'kills of the storage process, 8 workflows',
    control: 'a program that says done too early loses what it said',
    full: 1_000,
    chunk: 40,
    quick: { from: 0, to: 7 },
    measure: tryStorageKills,
  },
]
