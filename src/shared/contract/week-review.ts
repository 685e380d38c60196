// Calls of the Friday page: the week's figures beside the week before, and the people behind each of them.
import { standings } from '../rules/know-card/standing.ts'
import { moveKinds, reviewFigures } from '../rules/week-review/week-review.ts'
import { query } from './define.ts'
import { Id, LocalDate, Message, Name, Paper, Week } from './shapes.ts'
import { z } from './zod.ts'

const Numbers = z.object(
  Object.fromEntries(reviewFigures.map((figure) => [figure, z.number()])) as Record<
    (typeof reviewFigures)[number],
    z.ZodNumber
  >,
)

const Who = z.object({ id: Id, name: Name, firm: z.string() })

export const WeekReview = z.object({
  week: Week,
  from: LocalDate,
  to: LocalDate,
  /** The week is not over yet. */
  isUnderWay: z.boolean(),
  shop: z.string(),
  paper: Paper,
  numbers: Numbers,
  /** Of the week before, for the eye alone: nothing here is a target. */
  before: Numbers,
  /** Hours planned for calls on the week's sheet; null without one. */
  hoursPlanned: z.number().nullable(),
  /** Who moved, and how; private people are counted in `movedHidden`, and who wants no contact is not put on paper. */
  moved: z.array(
    Who.extend({
      moves: z.array(z.enum(moveKinds)),
      /** Standing before the week and at its end (of this week: now); null when it is the same. */
      standing: z.object({ before: z.enum(standings), now: z.enum(standings) }).nullable(),
      onPaper: z.boolean(),
    }),
  ),
  movedHidden: z.number(),
  /** Whom to drop, park or look at again: proposals of today, so only of the week under way. */
  decide: z.array(Who.extend({ message: Message })),
})
export type WeekReview = z.output<typeof WeekReview>

export const ReviewPeople = z.object({
  people: z.array(Who.extend({ count: z.number() })),
  /** People beyond the limit, and private ones, who are counted and not named. */
  more: z.number(),
  hidden: z.number(),
})
export type ReviewPeople = z.output<typeof ReviewPeople>

export const weekReview = {
  'weekReview.get': query(
    ['call-sheets', 'people', 'touches', 'jobs', 'focus-list', 'referrals', 'settings'],
    z.object({ week: Week, paper: Paper.optional() }),
    WeekReview,
  ),
  /** The people behind a figure, those with the most first. */
  'weekReview.people': query(
    ['call-sheets', 'people', 'touches', 'jobs', 'focus-list', 'referrals', 'settings'],
    z.object({
      week: Week,
      figure: z.enum(reviewFigures),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    ReviewPeople,
  ),
}
