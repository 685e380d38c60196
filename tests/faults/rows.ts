// The rows of the fault tests: what each tries, how much of it is all, and how much in `npm test`.

import { tryBackupFlips, tryFileFlips, tryLogFlips } from './bit-flips.ts'
import { tryDoubleStarts } from './double-starts.ts'
import { tryImportFuzz } from './import-fuzz.ts'
import { tryIoErrors } from './io-errors.ts'
import { tryPowerLoss } from './power-loss.ts'
import { tryProgramKills } from './program-kills.ts'
import { tryRestoreKills } from './restore-kills.ts'
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
    quick: { from: 96, to: 103 },
    needs: 'strace',
    measure: tryPowerLoss,
  },
  {
    id: 'storage-kills',
    tries: 'kills of the storage process, 8 workflows',
    control: 'a program that says done too early loses what it said',
    full: 1_000,
    chunk: 40,
    quick: { from: 0, to: 2 },
    measure: tryStorageKills,
  },
  {
    id: 'program-kills',
    tries: 'kills of every process of the program, 4 commands and the window',
    control: 'whoever takes what was asked for as done is wrong',
    full: 200,
    chunk: 20,
    quick: { from: 0, to: 1 },
    needs: 'display',
    measure: tryProgramKills,
  },
  {
    id: 'io-errors',
    tries: 'points at which the disk is full or fails, 5 workflows of 500',
    control: 'a disk that says it wrote and did not loses what was acknowledged',
    full: 2_500,
    chunk: 50,
    quick: { from: 0, to: 1 },
    needs: 'strace',
    measure: tryIoErrors,
  },
  {
    id: 'backup-flips',
    tries: 'bits turned in a backup, nine of ten without its manifest',
    control: 'SQLite alone calls a changed backup good',
    full: 10_000,
    chunk: 200,
    quick: { from: 0, to: 9 },
    measure: tryBackupFlips,
  },
  {
    id: 'file-flips',
    tries: 'bits turned in the live file; records, paper and export count, lists apart',
    control: 'rows read without their hashes are shown changed',
    full: 2_000,
    chunk: 50,
    quick: { from: 0, to: 3 },
    measure: tryFileFlips,
  },
  {
    id: 'log-flips',
    tries: 'bits turned in the log of the live file',
    control: 'SQLite alone loses changes and calls the file good',
    full: 1_000,
    chunk: 50,
    quick: { from: 0, to: 3 },
    measure: tryLogFlips,
  },
  {
    id: 'restore-kills',
    tries: 'restores killed at a system call',
    control: 'a copy over the file beside its old log is neither shop',
    full: 200,
    chunk: 20,
    quick: { from: 0, to: 1 },
    needs: 'strace',
    measure: tryRestoreKills,
  },
  {
    id: 'double-starts',
    tries: 'two programs started on one folder',
    control: 'with the lock taken away both are inside',
    full: 100,
    chunk: 20,
    quick: { from: 0, to: 0 },
    measure: tryDoubleStarts,
  },
  {
    id: 'import-fuzz',
    tries: 'broken CSV and vCard files, against a count of their bytes',
    control: 'an importer that drops the last record is noticed',
    full: 10_000,
    chunk: 250,
    quick: { from: 40, to: 69 },
    measure: tryImportFuzz,
  },
]
