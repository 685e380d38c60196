// Calls of the focus list: the few worth courting, capped; joining, leaving with a reason, swapping.
import { command, query } from './define.ts'
import { Id, Line, LocalDate, Message, Money, Nothing, Text, Uid } from './shapes.ts'
import { DueStep } from './touches.ts'
import { z } from './zod.ts'

export const leaveKinds = ['won', 'lost', 'parked', 'dropped', 'never'] as const

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
export const Door = z
  .object({
    channel: z.enum(['visit', 'phone', 'text', 'email', 'letter']),
    /** The number or address to use. */
    value: z.string(),
    via: z.string(),
    time: z.string(),
  })
  .nullable()
export type Door = z.output<typeof Door>

export const FocusRow = z.object({
  personId: Id,
  name: z.string(),
  firm: z.string(),
  joinedOn: z.string(),
  whyNow: z.string(),
  pinned: z.boolean(),
  /** The first true reason to see them now, by the order of the ranking. */
  reason: Message,
  /** Who stands next, and why below them; null for the last. */
  above: z.object({ name: z.string(), firm: z.string(), why: Message }).nullable(),
  standing: z.string(),
  touches: z.number(),
  attempts: z.number(),
  answered: z.number(),
  lastTouchOn: z.string().nullable(),
  nextStep: z.object({ id: Id, what: z.string(), dueOn: z.string() }).nullable(),
  door: Door,
})
export type FocusRow = z.output<typeof FocusRow>

/** Someone to see today; on the focus list or not, when a promise to them is due. */
export const TodayRow = z.object({
  personId: Id,
  name: z.string(),
  firm: z.string(),
  reason: Message,
  /** The reason is a promise of ours. */
  promised: z.boolean(),
  onFocusList: z.boolean(),
  pinned: z.boolean(),
  door: Door,
  /** The time of day of a step due today, HH:MM, when it has one. */
  at: z.string().nullable(),
  /** Open next steps due by today, which a logged touch may close. */
  dueSteps: z.array(z.object({ id: Id, what: z.string(), dueOn: z.string(), promised: z.boolean() })),
})
export type TodayRow = z.output<typeof TodayRow>

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

/** How somebody's last courtship ended. */
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

/** How many the owner can look after. */
export const Capacity = z.object({
  /** What holds: the owner's own number, else what was worked out. */
  cap: z.number(),
  own: z.number().nullable(),
  workedOut: z.number(),
  /** The arithmetic in one sentence. */
  sum: Message,
})
export type Capacity = z.output<typeof Capacity>

export const focusList = {
  'focusList.get': query(
    Nothing,
    z.object({
      cap: z.number(),
      capacity: Capacity,
      touchGoal: z.number(),
      rows: z.array(FocusRow),
      /** Everyone on the list, those with the least claim to their place first, and what speaks for keeping it. */
      weakest: z.array(z.object({ personId: Id, claim: Message })),
    }),
  ),
  'focusList.capacity': query(Nothing, Capacity),
  /**
   * Who to see today, ranked, as many as the day's call hours hold (at least three) less those seen already. On a day
   * the shop is closed, those who were promised something and nobody else.
   */
  'focusList.today': query(
    z.object({ more: z.number().int().min(0).max(500).default(0) }),
    z.object({
      on: LocalDate,
      rows: z.array(TodayRow),
      /** How many the day holds. */
      capacity: z.number(),
      hours: z.number(),
      /** The shop is closed today: every weekday it is, or for a while; `what` is the owner's word for that while. */
      closed: z.object({ what: z.string() }).nullable(),
      /** The next day the shop is open; null when it is closed for years. */
      nextOpenOn: LocalDate.nullable(),
      /** Whom we touched today, and whom we tried in vain. */
      seen: z.object({ reached: z.number(), tried: z.number() }),
      /** Those with a reason who do not fit today: the first names, how many in all, and how many of them by promise. */
      waiting: z.object({ names: z.array(z.string()), count: z.number(), promises: z.number() }),
      /** Open next steps whose day is past. */
      overdue: z.number(),
      /** The next steps of the seven days to come, earliest first. */
      coming: z.array(DueStep),
      onFocusList: z.number(),
      /** Whether the file holds anybody yet. */
      anyone: z.boolean(),
    }),
  ),
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
  /** Jobs of theirs that may be what they leave with: open quotes, and orders of this courtship; the newest first. */
  'focusList.leavingJobs': query(
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
  /** Who comes back and when, the earliest first; `due` asks for those alone whose day has come. */
  'focusList.parked': query(
    z.object({ due: z.boolean().default(false), limit: z.number().int().min(1).max(500).default(500) }),
    z.object({ rows: z.array(ParkedRow), count: z.number() }),
  ),
  /** They come back on another day, a day ahead; the reason is kept with it. */
  'focusList.moveReturn': command(z.object({ personId: Id, returnsOn: LocalDate, reason: Text }), Nothing),
  /** They do not come back by themselves any more. */
  'focusList.letGo': command(z.object({ personId: Id }), Nothing),
  /** Everyone who ever left the list, the latest first. */
  'focusList.leavers': query(Nothing, z.array(Leaver)),
  /** At most one for each person on the list, the plainest first. */
  'focusList.proposals': query(Nothing, z.array(Proposal)),
  /** The owner looked again and keeps them: what was proposed is quiet for a while. */
  'focusList.keep': command(z.object({ personId: Id }), Nothing),
  /** Who to look at next in "pick the few", those most likely worth it first; null when everybody was. */
  'focusList.toPick': query(
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
  'focusList.setAside': command(z.object({ personId: Id, as: z.enum(['later', 'private']) }), Nothing),
  'focusList.setWhyNow': command(z.object({ personId: Id, whyNow: Text }), Nothing),
  'focusList.pin': command(z.object({ personId: Id, pinned: z.boolean() }), Nothing),
}
