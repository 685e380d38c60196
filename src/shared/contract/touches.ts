// Calls of the touches area: logging, correcting, the timeline, and the next steps that come of it.
import { channels, hows, outcomes } from '../rules/touches/touch-kinds.ts'
import { command, query, task } from './define.ts'
import { NamedFriend } from './referrals.ts'
import { FileToken, Id, Line, LocalDate, Message, Money, Nothing, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

export const Touch = z.object({
  id: Id,
  personId: Id,
  happenedOn: z.string(),
  how: z.enum(hows),
  outcome: z.enum(outcomes).nullable(),
  channel: z.enum(channels),
  direction: z.enum(['out', 'in']),
  /** attempt, touch or contact, by the one rule. */
  counts: z.enum(['attempt', 'touch', 'contact']),
  toMany: z.boolean(),
  gave: z.boolean(),
  asked: z.boolean(),
  minutes: z.number().nullable(),
  cost: z.number().nullable(),
  note: z.string(),
  /** The note stays on the screen: no page that prints shows it. */
  notForPaper: z.boolean(),
  byWhom: z.string(),
  place: z.string(),
  /** How many people this one entry went to; 1 when it was theirs alone. */
  recipients: z.number(),
  /** Part of a visit to a place, which is corrected on the place's page. */
  ofVisit: z.boolean(),
})
export type Touch = z.output<typeof Touch>

/** What a timeline may be narrowed to. */
export const timelineShows = [
  'all',
  'touches',
  'contacts',
  'attempts',
  'gives',
  'asks',
  'feedback',
  'sales',
  'sheets',
  'stages',
] as const
export type TimelineShow = (typeof timelineShows)[number]

/** A line of the timeline: a touch, or something else that happened, as a sentence. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('touch'), on: z.string(), touch: Touch }),
  z.object({
    kind: z.enum(['ask', 'feedback', 'sale', 'sheet', 'stage']),
    /** Unlike every other entry's. */
    id: z.string(),
    on: z.string(),
    message: Message,
    /** The owner's or their own words about it, '' when there are none. */
    words: z.string(),
  }),
])
export type TimelineEntry = z.output<typeof TimelineEntry>

export const TouchDraft = z.object({
  how: z.enum(hows),
  /** Absent: today. A time of day is kept only when it happened just now. */
  happenedOn: LocalDate.optional(),
  outcome: z.enum(outcomes).nullable().default(null),
  /** Absent: the usual channel of `how` (met: visit, talked and voicemail: phone, message: best channel or email). */
  channel: z.enum(channels).optional(),
  direction: z.enum(['out', 'in']).default('out'),
  gave: z.boolean().default(false),
  asked: z.boolean().default(false),
  minutes: z.number().int().min(0).max(1440).nullable().default(null),
  cost: Money.min(0).nullable().default(null),
  note: Text.default(''),
  notForPaper: z.boolean().default(false),
  /** Who in the shop did it; '' when the owner works alone. */
  byWhom: Line.default(''),
})
export type TouchDraft = z.output<typeof TouchDraft>

export const NextStepDraft = z.object({
  what: Text.default(''),
  dueOn: LocalDate,
  dueTime: z.iso.time({ precision: -1 }).nullable().default(null),
  promised: z.boolean().default(true),
})
export type NextStepDraft = z.output<typeof NextStepDraft>

/** A next step with whom it is for. */
export const DueStep = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  firm: z.string(),
  what: z.string(),
  dueOn: z.string(),
  dueTime: z.string().nullable(),
  promised: z.boolean(),
})
export type DueStep = z.output<typeof DueStep>

export const mostCalendarSteps = 5000

export const CalendarStep = z.object({
  uid: z.string(),
  name: z.string(),
  firm: z.string(),
  what: z.string(),
  dueOn: LocalDate,
  /** HH:MM, local to wherever the calendar is; null for the whole day. */
  dueTime: z.string().nullable(),
  phone: z.string(),
})
export type CalendarStep = z.output<typeof CalendarStep>

export const touches = {
  'touches.timeline': query(
    ['touches', 'jobs', 'referrals', 'focus-list', 'call-sheets', 'people'],
    z.object({
      personId: Id,
      show: z.enum(timelineShows).default('all'),
      before: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    /** Newest first in happened order; `next` continues, null at the end. */
    z.object({ entries: z.array(TimelineEntry), next: z.string().nullable() }),
  ),
  'touches.log': command(
    z.object({
      uid: Uid,
      personId: Id,
      touch: TouchDraft,
      nextStep: NextStepDraft.nullable().default(null),
      /** Open next steps of this person that this touch kept. */
      keeps: z.array(Id).max(50).default([]),
      /** With the outcome "named a friend": whom, if it is known. */
      named: NamedFriend.nullable().default(null),
      /** With the outcomes "quote" and "bought": what for, and how much; both may stay empty. */
      job: z
        .object({ what: Line.default(''), amount: Money.min(0).nullable().default(null) })
        .nullable()
        .default(null),
    }),
    z.object({
      id: Id,
      /** A day to come back, when none was given and the kind of touch suggests one. */
      suggestion: z.object({ dueOn: z.string(), message: Message }).nullable(),
      /** How they might leave the focus list after this outcome; proposed, never done. */
      mayLeaveAs: z.enum(['won', 'lost', 'parked']).nullable(),
    }),
  ),
  /** One entry for several people: an event, a mailing. Minutes and cost are those of the whole, shared out. */
  'touches.logToMany': command(
    z.object({ uid: Uid, personIds: z.array(Id).min(2).max(5000), touch: TouchDraft }),
    z.object({ people: z.number() }),
  ),
  /** Who a group holds, to choose recipients by: the focus list, or who goes to a place. */
  'touches.group': query(
    ['touches', 'people'],
    z.object({ placeId: Id.nullable() }),
    z.array(z.object({ id: Id, name: z.string(), firm: z.string() })),
  ),
  /** `forAll`: for everyone the entry went to. */
  'touches.correct': command(
    z.object({ id: Id, touch: TouchDraft, forAll: z.boolean().default(false) }),
    Nothing,
  ),
  'touches.remove': command(z.object({ id: Id, forAll: z.boolean().default(false) }), Nothing),
  /** It happened with somebody else: what came of it goes with it. */
  'touches.move': command(z.object({ id: Id, personId: Id }), Nothing),
  /** Open next steps for a calendar file: everybody's, or one person's. */
  'touches.calendarSteps': query(
    ['touches', 'people'],
    z.object({ personId: Id.nullable().default(null) }),
    z.array(CalendarStep),
  ),
  /** Writes steps as a calendar file, each under a title in the owner's words. */
  'touches.saveCalendar': task(
    z.object({
      target: FileToken,
      steps: z
        .array(
          CalendarStep.pick({ uid: true, dueOn: true, dueTime: true, phone: true }).extend({ title: Text }),
        )
        .max(mostCalendarSteps),
    }),
    z.object({ steps: z.number(), file: z.string() }),
  ),
  'touches.addNextStep': command(
    z.object({ uid: Uid, personId: Id, step: NextStepDraft }),
    z.object({ id: Id }),
  ),
  'touches.changeNextStep': command(z.object({ id: Id, step: NextStepDraft }), Nothing),
  /** `how`: done closes it as kept, dropped as no longer wanted. */
  'touches.closeNextStep': command(z.object({ id: Id, how: z.enum(['done', 'dropped']) }), Nothing),
  /** Open next steps due up to and on a day (and not before `from`), earliest first. */
  'touches.due': query(
    ['touches', 'people'],
    z.object({
      from: LocalDate.optional(),
      until: LocalDate,
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.array(DueStep),
  ),
}

/** Under what the words typed into the log box of one person are kept until they are saved. */
export const logBoxKey = (personId: number) => `log-box:${personId}`
