// Calls of the settings area: the shop, its hours, paper, country, caps; and the drafts typed but not saved.
import { settingRanges } from '../rules/settings/setting-ranges.ts'
import { command, query } from './define.ts'
import { Id, Line, LocalDate, Nothing, Paper, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

/** Every setting. */
export const Settings = z.object({
  shopName: Line,
  /** ISO weekdays the shop is open, 1 Monday … 7 Sunday. */
  openDays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    // A day counted twice would double the hours for calls.
    .refine((days) => new Set(days).size === days.length),
  /** Hours for calls on an open day. */
  callHoursPerDay: z.number().min(settingRanges.callHoursPerDay.min).max(settingRanges.callHoursPerDay.max),
  country: z.string().regex(/^[A-Z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  paper: Paper,
  language: z.enum(['en', 'pseudo']),
  firstDayOfWeek: z.number().int().min(1).max(7),
  /** How many the owner can look after, the focus list's cap; null: as many as the call hours hold. */
  focusCap: z.number().int().min(settingRanges.focusCap.min).max(settingRanges.focusCap.max).nullable(),
  /** Touches the ring counts to. */
  touchGoal: z.number().int().min(settingRanges.touchGoal.min).max(settingRanges.touchGoal.max),
  /** Whether a purchase is a reason to be in touch half a year and eleven months later. */
  tellsPurchases: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  /** A second name adds "who" to the log box and the sheet. */
  names: z.array(Text).max(5),
})
export type Settings = z.output<typeof Settings>

/** Days the shop is closed beside its weekly ones, the first and the last included. */
export const ClosedPeriod = z.object({ id: Id, from: LocalDate, to: LocalDate, what: z.string() })
export type ClosedPeriod = z.output<typeof ClosedPeriod>

/** What a new file starts with; the country comes from the system, paper and currency from the country. */
export const defaultSettings: Omit<Settings, 'country' | 'paper' | 'currency'> = {
  shopName: '',
  openDays: [1, 2, 3, 4, 5],
  callHoursPerDay: 1,
  language: 'en',
  firstDayOfWeek: 1,
  focusCap: null,
  touchGoal: 12,
  tellsPurchases: true,
  theme: 'system',
  names: [],
}

export const settings = {
  'settings.get': query(['settings'], Nothing, Settings),
  'settings.change': command(Settings.partial(), Nothing),
  /** Those not over yet first, in their order; then those that are, the latest first. */
  'settings.closedPeriods': query(['settings'], Nothing, z.array(ClosedPeriod)),
  /** Both days are closed; an end before the start is refused: 'closed-ends-early'. */
  'settings.addClosedPeriod': command(
    z.object({ uid: Uid, from: LocalDate, to: LocalDate, what: Line }),
    z.object({ id: Id }),
  ),
  'settings.removeClosedPeriod': command(z.object({ id: Id }), Nothing),
}
