// The errors that may cross a border: a code the catalogue has a sentence for, and the facts in it.

export type AppErrorCode =
  | 'bad-input'
  | 'day-far-off'
  | 'text-too-long'
  | 'not-found'
  | 'in-bin'
  | 'person-not-found'
  | 'unknown-call'
  | 'unknown-outcome'
  | 'unknown-file'
  | 'foreign-sender'
  | 'unexpected'
  | 'data-file-busy'
  | 'data-file-foreign'
  | 'data-file-newer'
  | 'data-file-empty'
  | 'data-file-damaged'
  | 'data-folder-unusable'
  | 'migration-failed'
  | 'disk-full'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'person-needs-name'
  | 'firm-needs-name'
  | 'place-needs-name'
  | 'place-here-already'
  | 'goes-there-already'
  | 'occasion-over'
  | 'visit-ahead'
  | 'text-needs-name'
  | 'text-needs-words'
  | 'no-program'
  | 'focus-list-full'
  | 'already-on-focus-list'
  | 'not-now-needs-reason'
  | 'not-on-focus-list'
  | 'do-not-contact'
  | 'park-needs-day'
  | 'day-not-ahead'
  | 'not-parked'
  | 'named-themselves'
  | 'merge-with-themselves'
  | 'was-erased'
  | 'outcome-to-many'
  | 'focus-private'
  | 'bad-date'
  | 'future-date'
  | 'said-in-future'
  | 'closed-ends-early'
  | 'window-ends-early'
  | 'window-over-year'
  | 'step-day-past'
  | 'bad-week'
  | 'bad-paper'
  | 'sheet-empty'
  | 'sheet-not-found'
  | 'sheet-section-full'
  | 'sheet-lines-wrong'
  | 'sheet-nothing-typed'
  | 'no-printer'
  | 'print-failed'
  | 'pdf-failed'
  | 'backup-target-unusable'
  | 'backup-in-data-folder'
  | 'backup-mismatch'
  | 'check-failed'
  | 'restore-same-file'
  | 'restore-foreign'
  | 'restore-newer'
  | 'restore-damaged'
  | 'restore-failed'
  | 'export-target-unusable'
  | 'file-not-empty'
  | 'file-unreadable'
  | 'import-not-found'
  | 'import-already-undone'
  | 'import-not-text'
  | 'import-empty'
  | 'import-no-card'
  | 'import-cut-off'
  | 'import-unknown-columns'
  | 'import-too-big'

/** A value named in a sentence: as it is, in words of its own, or several with commas between. */
export type Fact = string | number | MessageRef | readonly Fact[]
export type Facts = Record<string, Fact>

/** How somebody is called: by their name, or in words that are said where it is shown. */
export type Name = string | MessageRef

/** A sentence by its catalogue key, with the facts it names; rules and data return these, never words. */
export interface MessageRef {
  key: string
  facts?: Facts
}

/** Thrown in data and main; only the door turns it into a value. */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly facts: Facts

  constructor(code: AppErrorCode, facts: Facts = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.facts = facts
  }
}

export interface CallError {
  code: AppErrorCode
  facts: Facts
}

/** What a command did, in words for the line at the foot, and the handle its Undo needs. */
export interface Done {
  commandId: string
  message: MessageRef
}

export type Answer<T> = { ok: true; value: T; done?: Done } | { ok: false; error: CallError }

export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
