// What the storage process and main tell the screens unasked.

/** The words of the screens that show a table; a store reloads when its area is named. */
export type Area =
  | 'people'
  | 'focus-list'
  | 'touches'
  | 'texts'
  | 'jobs'
  | 'call-sheets'
  | 'referrals'
  | 'import-export'
  | 'backup'
  | 'settings'

export type AppEvent =
  | { type: 'changed'; areas: Area[] }
  | { type: 'progress'; call: string; done: number; total: number }
  | { type: 'storage-restarted' }
  /** Midnight has passed, or the clock was set: whatever is told for a day is told anew. */
  | { type: 'new-day' }
