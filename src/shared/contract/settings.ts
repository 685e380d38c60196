// Calls of the settings area: the shop, its hours, paper, country, caps; and the drafts typed but not saved.
import { command, query } from './define.ts'
import { Nothing, Paper, Text } from './shapes.ts'
import { z } from './zod.ts'

/** Every setting, with the value a new file starts with; country, currency, paper and language come from the system. */
export const Settings = z.object({
  shopName: Text.default(''),
  /** ISO weekdays the shop is open, 1 Monday … 7 Sunday. */
  openDays: z.array(z.number().int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  /** Hours for calls on an open day. */
  callHoursPerDay: z.number().min(0).max(12).default(0.5),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('US'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  paper: Paper.default('A4'),
  language: z.enum(['en', 'pseudo']).default('en'),
  firstDayOfWeek: z.number().int().min(1).max(7).default(1),
  /** How many the owner can look after: the focus list's cap. */
  focusCap: z.number().int().min(1).max(200).default(25),
  /** Touches the ring counts to. */
  touchGoal: z.number().int().min(1).max(99).default(12),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** A second name adds "who" to the log box and the sheet. */
  names: z.array(Text).max(5).default([]),
})
export type Settings = z.output<typeof Settings>

export const settings = {
  'settings.get': query(Nothing, Settings),
  'settings.change': command(Settings.partial(), Nothing),
}
