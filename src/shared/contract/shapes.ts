// Shapes that several areas share: ids, dates, texts, money and the handles of files the owner chose.
import type { AppErrorCode, Fact, MessageRef } from '../errors.ts'
import type { MessageKey } from '../message-key.ts'
import { isNearDay } from '../rules/days/days.ts'
import { cleanLine, cleanText, longestLine } from '../rules/people/clean-text.ts'
import { mostMoney } from '../rules/touches/parse-money.ts'
import { z } from './zod.ts'

/** A row's id as the report views show it. */
export const Id = z.number().int().positive()

/** A client-made id (UUID), which makes a retry after an unknown outcome safe. */
export const Uid = z.uuid()

/** Text of any length, as typed. */
export const Text = z.string().max(100_000).transform(cleanText)

/** What stands on one line: a name, a firm, a phone. */
export const Line = z.string().max(longestLine).transform(cleanLine)

/** What a refusal says instead of zod's own words: the code of its sentence. */
const saying = (error: AppErrorCode) => ({ params: { error } })

/** A local date, YYYY-MM-DD, of a year that somebody alive may mean. */
export const LocalDate = z.iso.date({ abort: true }).refine(isNearDay, saying('day-far-off'))

/** A birthday, with its year or without: --04-12. */
export const Birthday = z.union([
  LocalDate,
  z
    .string()
    .regex(/^--\d\d-\d\d$/)
    // Of a leap year, so that 29 February is one.
    .refine((day) => z.iso.date().safeParse(`2000${day.slice(1)}`).success),
])

/** An ISO week, such as 2026-W48. */
export const Week = z
  .string()
  .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)
  .refine((week) => isNearDay(`${week.slice(0, 4)}-06-30`), saying('day-far-off'))

export const Paper = z.enum(['A4', 'Letter'])
export type Paper = z.output<typeof Paper>

/** Money in minor units of the shop's currency. */
export const Money = z.number().int().min(-mostMoney).max(mostMoney)

/**
 * Stands for a path the owner chose in a dialog, dropped on the window or typed on the command line.
 * Main alone knows the path behind it; the renderer never names one.
 */
export const FileToken = z.string().min(1).max(100)

const FactShape: z.ZodType<Fact> = z.lazy(() =>
  z.union([z.string(), z.number(), Message, z.array(FactShape)]),
)

export const Message: z.ZodType<MessageRef> = z.object({
  key: z.custom<MessageKey>((key) => typeof key === 'string'),
  facts: z.record(z.string(), FactShape).optional(),
}) as z.ZodType<MessageRef>

/** How somebody is called: `sayName` says it. */
export const Name = z.union([z.string(), Message])

export const Nothing = z.object({})
