// Calls of the focus list: the few worth courting, capped; joining, leaving with a reason, swapping.
import { command, query } from './define.ts'
import { Id, LocalDate, Message, Nothing, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

export const leaveKinds = ['won', 'lost', 'parked', 'dropped', 'never'] as const

export const Leaving = z.object({
  personId: Id,
  as: z.enum(leaveKinds),
  reason: Text.default(''),
  lostTo: Text.default(''),
  revisitOn: LocalDate.nullable().default(null),
})
export type Leaving = z.output<typeof Leaving>

export const FocusRow = z.object({
  personId: Id,
  name: z.string(),
  firm: z.string(),
  joinedOn: z.string(),
  whyNow: z.string(),
  pinned: z.boolean(),
  /** The first true reason to see them now, by the order of the ranking. */
  reason: Message,
  standing: z.string(),
  touches: z.number(),
  attempts: z.number(),
  answered: z.number(),
  lastTouchOn: z.string().nullable(),
  nextStep: z.object({ id: Id, what: z.string(), dueOn: z.string() }).nullable(),
  /** Best door in the owner's data: the channel, then the number or address to use, then the time. */
  door: z.object({ channel: z.string(), value: z.string(), time: z.string() }),
})
export type FocusRow = z.output<typeof FocusRow>

export const focusList = {
  'focusList.get': query(
    Nothing,
    z.object({ cap: z.number(), touchGoal: z.number(), rows: z.array(FocusRow) }),
  ),
  /** Refuses past the cap with 'focus-list-full' unless `swapOut` says who leaves and why. */
  'focusList.add': command(
    z.object({ uid: Uid, personId: Id, whyNow: Text.default(''), swapOut: Leaving.nullable().default(null) }),
    Nothing,
  ),
  'focusList.leave': command(Leaving, Nothing),
  'focusList.setWhyNow': command(z.object({ personId: Id, whyNow: Text }), Nothing),
  'focusList.pin': command(z.object({ personId: Id, pinned: z.boolean() }), Nothing),
}
