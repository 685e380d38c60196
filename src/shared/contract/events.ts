// What the storage process and main tell the screens unasked.

/** The words of the screens that show a table: each change names the areas it touched, each query those it reads. */
export const areas = [
  'people',
  'focus-list',
  'touches',
  'texts',
  'jobs',
  'call-sheets',
  'referrals',
  'import-export',
  'backup',
  'settings',
] as const
export type Area = (typeof areas)[number]

export type AppEvent =
  /** The queries whose answers are old now. */
  | { type: 'changed'; queries: string[] }
  | { type: 'progress'; call: string; done: number; total: number }
  | { type: 'storage-restarted' }
  /** Midnight has passed, or the clock was set: whatever is told for a day is told anew. */
  | { type: 'new-day' }
