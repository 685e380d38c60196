// Calls of the focus list: the few worth courting, capped; joining, leaving with a reason, swapping.
import { command, query } from './define.ts'
import { Id, Line, LocalDate, Message, Money, Nothing, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

const leaveKinds = ['won', 'lost', 'parked', 'dropped', 'never'] as const

/** The job somebody leaves with; its amount is kept there and nowhere else. */
const LeavingJob = z.object({
  /** A job of theirs that is written already: an open quote, or an order. */
  id: Id.nullable(),
  what: Line.default(''),
  amount: Money.min(0).nullable().default(null),
})

export const Leaving = z.object({
  personId: Id,
  as: z.enum(leaveKinds),
  reason: Text.default(''),
  lostTo: Line.default(''),
  /** A day ahead: parking needs one, losing may have one. */
  revisitOn: LocalDate.nullable().default(null),
  /** Won: what they bought; `id` becomes the order, without one it is written anew. Lost: the quote turned down. */
  job: LeavingJob.nullable().default(null),
})
export type Leaving = z.output<typeof Leaving>

/** The best way to reach someone; null for someone who refused them all. */
export const BestChannel = z
  .object({
    channel: z.enum(['visit', 'phone', 'text', 'email', 'letter']),
    /** The number or address to use. */
    value: z.string(),
    via: z.string(),
    time: z.string(),
  })
  .nullable()
export type BestChannel = z.output<typeof BestChannel>

export const FocusRow = z.object({
  personId: Id,
  name: z.string(),
  firm: z.string(),
  joinedOn: z.string(),
  whyNow: z.string(),
  pinned: z.boolean(),
  /** Owed, a date that makes it now, their turn, or at rest. */
  group: z.enum(['owed', 'timely', 'turn', 'rest']),
  /** Why them, the first first; none when nothing is known. */
  reasons: z.array(Message),
  /** Where it stands: "tried twice, last Tuesday". */
  state: Message,
  /** At rest: the day their turn comes; null when only the owner can say. */
  turnOn: z.string().nullable(),
  /** "Not now" until this day. */
  putOffUntil: z.string().nullable(),
  /** Who stands next, and what speaks for each; null for the last. */
  above: z
    .object({
      name: z.string(),
      firm: z.string(),
      why: z.object({ above: Message, below: Message }),
    })
    .nullable(),
  standing: z.string(),
  /** They bought before: what counts up to a first sale says nothing of them. */
  bought: z.boolean(),
  touches: z.number(),
  attempts: z.number(),
  answered: z.number(),
  lastTouchOn: z.string().nullable(),
  nextStep: z.object({ id: Id, what: z.string(), dueOn: z.string() }).nullable(),
  channel: BestChannel,
})
export type FocusRow = z.output<typeof FocusRow>

/** Somebody on the list to think again about; Keep, Park and Drop are the owner's. */
export const Proposal = z.object({
  personId: Id,
  name: z.string(),
  firm: z.string(),
  kind: z.enum(['ruled out', 'tries', 'touches', 'undated']),
  propose: z.enum(['drop', 'park', 'look again', 'decide']),
  message: Message,
  /** The reason to fill in when the owner follows it. */
  because: Message.nullable(),
})
export type Proposal = z.output<typeof Proposal>

/** Somebody who comes back on a day: parked, or lost with a day to try again. */
export const ParkedRow = z.object({
  personId: Id,
  name: z.string(),
  firm: z.string(),
  as: z.enum(['parked', 'lost']),
  since: z.string(),
  returnsOn: z.string(),
  /** Their day has come. */
  due: z.boolean(),
  reason: z.string(),
  lostTo: z.string(),
})
export type ParkedRow = z.output<typeof ParkedRow>

/** How somebody's last pursuit ended. */
export const Left = z.object({
  as: z.enum(leaveKinds),
  on: z.string(),
  reason: z.string(),
  lostTo: z.string(),
  /** The day they come back as a suggestion. */
  returnsOn: z.string().nullable(),
})
export type Left = z.output<typeof Left>

/** Somebody's leaving of the list, once for each time. */
export const Leaver = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  firm: z.string(),
  leftOn: z.string(),
  as: z.enum(leaveKinds),
  reason: z.string(),
  lostTo: z.string(),
  /** What they bought, for those who did. */
  bought: z.string(),
})
export type Leaver = z.output<typeof Leaver>

/** How many the owner can look after. */
export const Capacity = z.object({
  /** What holds: the owner's own number, else what was worked out. */
  cap: z.number(),
  own: z.number().nullable(),
  workedOut: z.number(),
  /** As one would say it. */
  words: Message,
  /** How it is counted. */
  sum: Message.nullable(),
})
export type Capacity = z.output<typeof Capacity>

export const focusList = {
  'focusList.get': query(
    ['focus-list', 'touches', 'people', 'jobs', 'referrals', 'settings'],
    Nothing,
    z.object({
      cap: z.number(),
      capacity: Capacity,
      touchGoal: z.number(),
      /** Over capacity: the weeks until everybody had a turn. */
      turnWeeks: z.number().nullable(),
      rows: z.array(FocusRow),
      /** Everyone on the list, those with the least claim to their place first, and what speaks for keeping it. */
      weakest: z.array(z.object({ personId: Id, claim: Message })),
    }),
  ),
  'focusList.capacity': query(['focus-list', 'touches', 'settings'], Nothing, Capacity),
  /** Refuses past the cap with 'focus-list-full' unless `swapOut` says who leaves and why. */
  'focusList.add': command(
    z.object({ uid: Uid, personId: Id, whyNow: Text.default(''), swapOut: Leaving.nullable().default(null) }),
    Nothing,
  ),
  /** All of them, or none. */
  'focusList.addSeveral': command(
    z.object({
      people: z
        .array(z.object({ uid: Uid, personId: Id }))
        .min(1)
        .max(200),
      whyNow: Text.default(''),
    }),
    Nothing,
  ),
  /** Not on the list now: kept with the reason, and back as a suggestion on a day ahead. */
  'focusList.notNow': command(z.object({ personId: Id, reason: Text, revisitOn: LocalDate }), Nothing),
  'focusList.leave': command(Leaving, Nothing),
  /** Who comes back and when, the earliest first; `due` asks for those alone whose day has come. */
  'focusList.parked': query(
    ['focus-list', 'people'],
    z.object({ due: z.boolean().default(false), limit: z.number().int().min(1).max(500).default(500) }),
    z.object({ rows: z.array(ParkedRow), count: z.number() }),
  ),
  /** They come back on another day, a day ahead; the reason is kept with it. */
  'focusList.moveReturn': command(z.object({ personId: Id, returnsOn: LocalDate, reason: Text }), Nothing),
  /** They do not come back by themselves any more. */
  'focusList.letGo': command(z.object({ personId: Id }), Nothing),
  /** Everyone who ever left the list, the latest first. */
  'focusList.leavers': query(['focus-list', 'people', 'jobs'], Nothing, z.array(Leaver)),
  /** At most one for each person on the list, the plainest first. */
  'focusList.proposals': query(
    ['focus-list', 'touches', 'people', 'jobs', 'settings'],
    Nothing,
    z.array(Proposal),
  ),
  /** The owner looked again and keeps them: what was proposed is quiet for a while. */
  'focusList.keep': command(z.object({ personId: Id }), Nothing),
  'focusList.setWhyNow': command(z.object({ personId: Id, whyNow: Text }), Nothing),
  /** Their turn waits until a day ahead; null takes that back. */
  'focusList.putOffTurn': command(z.object({ personId: Id, until: LocalDate.nullable() }), Nothing),
  'focusList.pin': command(z.object({ personId: Id, pinned: z.boolean() }), Nothing),
}
