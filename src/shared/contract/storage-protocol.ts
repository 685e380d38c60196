// What main and the storage process say to each other.
import type { Answer } from '../errors.ts'
import type { Restored, RestorePreview } from './backup.ts'
import type { AppEvent } from './events.ts'

export interface CallOptions {
  commandId?: string
  /** Paths behind the tokens of this call, known to main alone. */
  paths?: Record<string, string>
}

/** What main waits for: what each question holds, and what it is answered with. */
export interface StorageQuestions {
  call: { holds: { name: string; input: unknown; options: CallOptions }; answer: unknown }
  /** Reads a file that may be restored; works too when the data file could not be opened. */
  inspect: { holds: { file: string }; answer: RestorePreview }
  /** Restores what was inspected under this ticket. Calls that come meanwhile wait for the file it leaves open. */
  restore: { holds: { ticket: string }; answer: Restored }
}

type StorageQuestion = {
  [Q in keyof StorageQuestions]: { type: Q; id: number } & StorageQuestions[Q]['holds']
}[keyof StorageQuestions]

/** What the owner chose where a start has to ask: an empty shop, or the file without a log that is not its own. */
export type OpenChoice = 'begin-empty' | 'without-log'

/** What is opened, and how. */
export interface Opening {
  folder: string
  today: string | undefined
  /** How long another Regulars on the same folder is waited for. */
  waitMs: number
  choice?: OpenChoice | undefined
  /** Backups that main remembers, the newest first. */
  backups?: readonly string[]
  /** The process died too often over this file: it is left closed, and only a restore is answered. */
  leaveClosed?: boolean
}

export type StorageRequest =
  | ({ type: 'open' } & Opening)
  | StorageQuestion
  /** The computer goes to sleep: what was saved leaves the log for the file. */
  | { type: 'suspend' }
  | { type: 'close' }

export type Opened = Answer<{ file: string }>

export type StorageReply =
  | { type: 'opened'; answer: Opened }
  | { type: 'answer'; id: number; answer: Answer<unknown> }
  | { type: 'event'; event: AppEvent }
  | { type: 'closed' }
