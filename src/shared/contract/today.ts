// Calls of Today: who to see now, and the pile of what is late.
import { command, query } from './define.ts'
import { BestChannel } from './focus-list.ts'
import { Id, LocalDate, Message, Name, Nothing } from './shapes.ts'
import { DueStep } from './touches.ts'
import { z } from './zod.ts'

/** Someone to see today; on the focus list, or not when they are owed something. */
export const TodayRow = z.object({
  personId: Id,
  name: z.string(),
  firm: z.string(),
  /** Owed, a date that makes it now, or their turn. */
  group: z.enum(['owed', 'timely', 'turn']),
  /** Why them, the first first; none when nothing is known. */
  reasons: z.array(Message),
  /** The owner's own line on why them. */
  whyNow: z.string(),
  /** Where it stands: "tried twice, last Tuesday". */
  state: Message,
  /** How to try this time, when nothing came back before. */
  way: Message.nullable(),
  /** Something was promised to them and is due. */
  promised: z.boolean(),
  /** Their question that waits for an answer. */
  inquiryId: Id.nullable(),
  onFocusList: z.boolean(),
  pinned: z.boolean(),
  channel: BestChannel,
  /** The time of day of a step due today, HH:MM, when it has one. */
  at: z.string().nullable(),
  /** Open next steps due by today, which a logged touch may close. */
  dueSteps: z.array(z.object({ id: Id, what: z.string(), dueOn: z.string(), promised: z.boolean() })),
})
export type TodayRow = z.output<typeof TodayRow>

export const today = {
  /**
   * Who to see today, ranked, as many as the day's call hours hold (at least three) less those seen already. On a day
   * the shop is closed, those who were promised something and nobody else.
   */
  'today.get': query(
    ['focus-list', 'touches', 'people', 'jobs', 'referrals', 'settings'],
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
      waiting: z.object({ names: z.array(Name), count: z.number(), promises: z.number() }),
      /** Whose turn comes next, when places are left: the day, and the first names. */
      nextTurn: z.object({ on: LocalDate, names: z.array(Name) }).nullable(),
      /** Over capacity: the weeks until everybody had a turn. */
      turnWeeks: z.number().nullable(),
      /** Not used for three weeks: how long, and how many promises are late. */
      away: z.object({ days: z.number(), late: z.number() }).nullable(),
      /** Open next steps whose day is past. */
      overdue: z.number(),
      /** The next steps of the seven days to come, earliest first. */
      coming: z.array(DueStep),
      onFocusList: z.number(),
      /** Whether the file holds anybody yet. */
      anyone: z.boolean(),
    }),
  ),
  /** Who bought, left the list and has a date of theirs now; at most two a week. */
  'today.hellos': query(
    ['focus-list', 'touches', 'people', 'jobs', 'referrals', 'settings'],
    Nothing,
    z.array(z.object({ personId: Id, name: z.string(), firm: z.string(), message: Message })),
  ),
  /** No greeting on their dates this year. */
  'today.skipHello': command(z.object({ personId: Id }), Nothing),
  /** The longest waiting inquiry that is too old to be owed an answer. */
  'today.lateInquiry': query(
    ['touches', 'people', 'jobs', 'referrals', 'settings'],
    Nothing,
    z
      .object({
        personId: Id,
        name: z.string(),
        firm: z.string(),
        touchId: Id,
        on: LocalDate,
        note: z.string(),
      })
      .nullable(),
  ),
  /** The window showed these people on its Today: who stood for three open days in vain gives the place up. */
  'today.noteShown': command(z.object({ people: z.array(Id).max(500) }), Nothing),
  /** An inquiry that needs no answer. */
  'today.settleInquiry': command(z.object({ touchId: Id }), Nothing),
  /** Next steps whose day is past, those waiting longest, each with a new day proposed; null where none is open. */
  'today.pile': query(
    ['touches', 'people', 'settings'],
    Nothing,
    z.object({
      total: z.number(),
      /** How many people an open day holds. */
      capacity: z.number(),
      steps: z.array(DueStep.extend({ proposedOn: LocalDate.nullable() })),
    }),
  ),
  /** New days for some, others closed as done or dropped, at once and undone at once. */
  'today.clearPile': command(
    z.object({
      moves: z.array(z.object({ id: Id, dueOn: LocalDate })).max(500),
      done: z.array(Id).max(500),
      dropped: z.array(Id).max(500),
    }),
    Nothing,
  ),
}
