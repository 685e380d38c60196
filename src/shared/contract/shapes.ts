// Shapes that several areas share: ids, dates, texts, money and the handles of files the owner chose.
import { z } from './zod.ts'

/** A row's id as the report views show it. */
export const Id = z.number().int().positive()

/** A client-made id (UUID), which makes a retry after an unknown outcome safe. */
export const Uid = z.uuid()

/** Text as typed; NUL would end strings in other programs, so it is dropped. */
export const Text = z
  .string()
  .max(100_000)
  .transform((text) => text.replaceAll('\0', ''))

/** A local date, YYYY-MM-DD, that exists in the calendar. */
export const LocalDate = z.iso.date()

/** An ISO week, such as 2026-W48. */
export const Week = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)

export const Paper = z.enum(['A4', 'Letter'])
export type Paper = z.output<typeof Paper>

/** Money in minor units of the shop's currency. */
export const Money = z.number().int()

/**
 * Stands for a path the owner chose in a dialog, dropped on the window or typed on the command line.
 * Main alone knows the path behind it; the renderer never names one.
 */
export const FileToken = z.string().min(1).max(100)

export const Message = z.object({
  key: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const Nothing = z.object({})
