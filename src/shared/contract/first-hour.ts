// Calls of the first hour: the list typed in from paper, and picking the few.
import { mostTyped } from '../rules/first-hour/parse-paper-list.ts'
import { command, query } from './define.ts'
import { Id, Line, Message, Nothing, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

/** Somebody to decide about, with what is known of them. */
export const PickPerson = z.object({
  personId: Id,
  name: z.string(),
  firm: z.string(),
  role: z.string(),
  note: z.string(),
  noteNotForPaper: z.boolean(),
  foundWords: z.string(),
  birthday: z.string().nullable(),
  /** Phones, mails and addresses, as kept. */
  reach: z.array(z.string()),
})
export type PickPerson = z.output<typeof PickPerson>

export const firstHour = {
  /** The rows of a paper list, matched as an import matches; `reach` holds phones and mails, parted by commas. */
  'firstHour.addMany': command(
    z.object({
      rows: z
        .array(z.object({ uid: Uid, name: Line, reach: Line, note: Text }))
        .min(1)
        .max(mostTyped),
    }),
    z.object({
      added: z.number(),
      merged: z.number(),
      rows: z.array(
        z.object({
          uid: Uid,
          outcome: z.enum(['added', 'merged', 'skipped']),
          /** Why it was skipped. */
          reason: Message.nullable(),
        }),
      ),
    }),
  ),
  /** Who to look at next in "pick the few", those most likely worth it first; null when everybody was. */
  'firstHour.toPick': query(
    ['people', 'focus-list', 'settings', 'jobs', 'referrals'],
    Nothing,
    z.object({
      /** Everybody but those never to be contacted. */
      total: z.number(),
      looked: z.number(),
      picked: z.number(),
      cap: z.number(),
      next: PickPerson.nullable(),
    }),
  ),
  /** Leaves somebody for later, or makes them private. */
  'firstHour.setAside': command(z.object({ personId: Id, as: z.enum(['later', 'private']) }), Nothing),
}
