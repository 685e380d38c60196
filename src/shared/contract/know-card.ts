// Calls of the Know card: the five answers, and the six questions of "worth our time?" with who said so and when.
import { knowQuestions, qualificationAnswers, qualificationQuestions } from '../rules/know-card/know-card.ts'
import { standings } from '../rules/know-card/standing.ts'
import { command } from './define.ts'
import { Id, Line, LocalDate, Message, Nothing, Text } from './shapes.ts'
import { z } from './zod.ts'

/** When they buy, both days included; a yearly one may run over the new year. */
const BuyingWindow = z.object({ from: LocalDate, to: LocalDate, yearly: z.boolean() })

/** One answer of the card; a question without one is a blank. Only "when" has a window. */
export const KnowAnswer = z.object({
  question: z.enum(knowQuestions),
  words: z.string(),
  window: BuyingWindow.nullable(),
  answeredOn: z.string(),
})
export type KnowAnswer = z.output<typeof KnowAnswer>

export const QualifiedAnswer = z.object({
  question: z.enum(qualificationQuestions),
  answer: z.enum(qualificationAnswers),
  /** In the owner's words: they said, I think, a name. */
  saidBy: z.string(),
  saidOn: z.string(),
})
export type QualifiedAnswer = z.output<typeof QualifiedAnswer>

/** How they stand with us, why that can be said, and what is missing for the next. */
export const StandingOf = z.object({
  standing: z.enum(standings),
  because: Message.nullable(),
  next: z.enum(standings).nullable(),
  missing: z.array(Message),
})
export type StandingOf = z.output<typeof StandingOf>

export const knowCard = {
  /** Without words and without a window the question is a blank again. */
  'knowCard.answer': command(
    z
      .object({
        personId: Id,
        question: z.enum(knowQuestions),
        words: Text,
        window: BuyingWindow.nullable().default(null),
      })
      .refine(({ question, window }) => window === null || question === 'when', { path: ['window'] }),
    Nothing,
  ),
  /** `answer` null forgets that it was asked; `saidOn` is today when it is left out and the answer is new. */
  'knowCard.qualify': command(
    z.object({
      personId: Id,
      question: z.enum(qualificationQuestions),
      answer: z.enum(qualificationAnswers).nullable(),
      saidBy: Line.optional(),
      saidOn: LocalDate.optional(),
    }),
    Nothing,
  ),
}
