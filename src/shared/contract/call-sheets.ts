// Calls of the call sheet: propose a week, change its rows, preview the page that prints, print, save.
import { command, query, shell } from './define.ts'
import { BestChannel } from './focus-list.ts'
import { Occasion } from './places.ts'
import { FileToken, Id, LocalDate, Message, Name, Nothing, Paper, Text, Uid, Week } from './shapes.ts'
import { z } from './zod.ts'

/** Calls stand on the front, the rest on the back, in this order. */
export const sheetSections = ['call', 'thank', 'ask', 'decide', 'greet'] as const
export type SheetSection = (typeof sheetSections)[number]

export const CallSheetRow = z.object({
  id: Id,
  position: z.number(),
  personId: Id,
  name: Name,
  firm: z.string(),
  section: z.enum(sheetSections),
  /** The words as they print; kept, so that a reprint says the same but for what was marked "not for paper" since. */
  reason: z.string(),
  /** Something useful for them. */
  bring: z.string(),
  /** What to find out: the owner's own question, or what is open about them. */
  learn: z.string(),
  /** It is the owner's own. */
  asksOwn: z.boolean(),
  /** A note about them is marked "not for paper", so that paper may say less than the screen. */
  keepsNote: z.boolean(),
  /** Whether "Bring" prints before "Learn": while our gives do not exceed our asks. */
  bringFirst: z.boolean(),
  channel: z.string(),
  /** A promise of ours falls due by the end of the week: these come first and count in the header. */
  promised: z.boolean(),
  /** "4 of 12", "Thu 19, named Sam": computed at print from the touches. */
  history: z.array(Message),
  state: z.enum(['open', 'done', 'rolled']),
})
export type CallSheetRow = z.output<typeof CallSheetRow>

export const CallSheet = z.object({
  id: Id,
  week: Week,
  goal: z.string(),
  hours: z.number(),
  printedAt: z.string().nullable(),
  rows: z.array(CallSheetRow),
  /** Where the shop should be that week, in the words that print. */
  places: z.array(z.object({ id: Id, words: z.string() })),
  /** Numbers of rows whose people must not print any more; the others keep theirs. */
  gone: z.array(z.number()),
})
export type CallSheet = z.output<typeof CallSheet>

/** All a page needs to print, so that paper and preview are one thing. */
export const CallSheetPage = z.object({
  sheet: CallSheet,
  shop: z.string(),
  /** Who works there: with two or more the paper says how to write who it was. */
  names: z.array(z.string()),
  paper: Paper,
  monday: LocalDate,
  /** Open days only, Monday first. */
  days: z.array(LocalDate),
  printedOn: LocalDate,
  /** People promised something by the week's end for whom this sheet has no room. */
  promisesBeyond: z.number(),
  /** People owed thanks or a report for whom there is no room. */
  thanksBeyond: z.number(),
  /** Blank on two sheets running: nobody rolls them over again, the owner is asked. */
  blankTwice: z.array(z.object({ personId: Id, name: Name, firm: z.string(), reason: z.string() })),
})
export type CallSheetPage = z.output<typeof CallSheetPage>

/** Whom Propose would add and why, for whoever puts it into words. */
export const SheetPlan = z.object({
  rows: z.array(
    z.object({
      personId: Id,
      section: z.enum(sheetSections),
      /** For the calls: owed, a date that makes it now, or their turn; 'rest' for who is put there by hand. */
      group: z.enum(['owed', 'timely', 'turn', 'rest']).nullable(),
      /** Said one after the other. */
      reasons: z.array(Message),
      /** The blank row of an earlier sheet that stands here again. */
      blank: z.object({ rowId: Id, lastWeek: z.boolean(), week: Week }).nullable(),
      /** What to find out, by name and in words. */
      question: z.object({ name: z.string(), message: Message }).nullable(),
      channel: BestChannel,
      /** How to try this time, when nothing came back before. */
      way: Message.nullable(),
    }),
  ),
  places: z.array(Occasion),
})
export type SheetPlan = z.output<typeof SheetPlan>

/** What a row prints, said by whoever asks for it. */
const RowWords = z.object({
  personId: Id,
  section: z.enum(sheetSections),
  reason: Text,
  learn: Text,
  /** The name of the question that `learn` asks, '' for none. */
  question: z.string().max(20).default(''),
  channel: Text,
})
export type RowWords = z.output<typeof RowWords>

/** The week's sheet or its Friday page; week null: the counter page, for any week. */
const PrintedThing = z.object({
  week: Week.nullable(),
  what: z.enum(['sheet', 'friday']).default('sheet'),
  paper: Paper.optional(),
})

export const callSheets = {
  'callSheets.list': query(
    ['call-sheets'],
    Nothing,
    z.array(z.object({ week: Week, rows: z.number(), done: z.number(), printedAt: z.string().nullable() })),
  ),
  'callSheets.get': query(
    ['call-sheets', 'people', 'focus-list', 'touches', 'settings', 'jobs', 'referrals'],
    z.object({ week: Week }),
    CallSheet.nullable(),
  ),
  /** Everything the printed page shows for a proposed week, or null before it is proposed. */
  'callSheets.page': query(
    ['call-sheets', 'people', 'focus-list', 'touches', 'settings', 'jobs', 'referrals'],
    z.object({ week: Week, paper: Paper.optional() }),
    CallSheetPage.nullable(),
  ),
  /** Makes the week's sheet from the focus list; asked again, adds only what is new and keeps ids and rows. */
  'callSheets.propose': command(
    z.object({
      uid: Uid,
      week: Week,
      /** The words of the plan; whoever came to it meanwhile waits for the next time. */
      rows: z.array(RowWords),
      places: z.array(z.object({ placeId: Id, words: Text })),
    }),
    CallSheet,
  ),
  /** What Propose would add, or with `add` what the row of one person would say. */
  'callSheets.plan': query(
    ['call-sheets', 'people', 'focus-list', 'touches', 'settings', 'jobs', 'referrals'],
    z.object({
      week: Week,
      add: z
        .object({ personId: Id, section: z.enum(sheetSections).default('call') })
        .nullable()
        .default(null),
    }),
    SheetPlan,
  ),
  'callSheets.addRow': command(z.object({ uid: Uid, week: Week, words: RowWords }), Nothing),
  'callSheets.removeRow': command(z.object({ id: Id }), Nothing),
  /** Who came back blank twice is left off this week's sheet. */
  'callSheets.letGo': command(z.object({ uid: Uid, week: Week, personId: Id }), Nothing),
  'callSheets.removePlace': command(z.object({ id: Id }), Nothing),
  'callSheets.moveRow': command(z.object({ id: Id, to: z.number().int().min(1) }), Nothing),
  'callSheets.changeRow': command(
    z.object({ id: Id, reason: Text.optional(), bring: Text.optional(), learn: Text.optional() }),
    Nothing,
  ),
  'callSheets.changeGoal': command(
    z.object({ week: Week, goal: Text.optional(), hours: z.number().min(0).max(80).optional() }),
    Nothing,
  ),
  'callSheets.markPrinted': command(z.object({ week: Week }), Nothing),
  /** Through the system's dialog; without a printer: 'no-printer'. */
  'callSheets.print': shell(PrintedThing, z.object({ printed: z.boolean() })),
  /** `target` from choosePdfFile; null asks nobody and saves among the owner's documents. */
  'callSheets.savePdf': shell(
    PrintedThing.extend({ target: FileToken.nullable().default(null) }),
    z.object({ pages: z.number(), file: z.string(), folder: FileToken }),
  ),
}
