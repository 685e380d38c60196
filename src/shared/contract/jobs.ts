// Calls of jobs: what somebody was quoted, ordered and paid.
import { query } from './define.ts'
import { Id, Money } from './shapes.ts'
import { z } from './zod.ts'

export const jobs = {
  /** Jobs of theirs that may be what they leave with: open quotes, and orders of this courtship; the newest first. */
  'jobs.leaving': query(
    ['jobs', 'focus-list'],
    z.object({ personId: Id }),
    z.array(
      z.object({
        id: Id,
        what: z.string(),
        on: z.string(),
        ordered: z.boolean(),
        amount: Money.nullable(),
      }),
    ),
  ),
}
