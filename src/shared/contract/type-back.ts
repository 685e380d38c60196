// Calls of typing a sheet back in: what its lines are read against while they are typed, and writing them all at once.
import type { SheetWords } from '../rules/type-back/sheet-line.ts'
import { command, query } from './define.ts'
import { Id, LocalDate, Name, Text, Week } from './shapes.ts'
import { z } from './zod.ts'

const TypedRow = z.object({
  id: Id,
  position: z.number(),
  personId: Id,
  name: Name,
  section: z.enum(['call', 'thank', 'ask', 'decide', 'greet']),
  state: z.enum(['open', 'done', 'rolled', 'removed']),
  gone: z.boolean(),
  quiet: z.boolean(),
  again: z.boolean(),
  source: z.string(),
  quoted: z.number().nullable(),
  steps: z.array(z.object({ id: Id, what: z.string(), dueOn: z.string(), promised: z.boolean() })),
  touches: z.array(z.object({ id: Id, on: z.string() })),
})

/** What `understandSheet` needs to know; read once, so that reading the lines never waits. */
const SheetFacts = z.object({
  week: Week,
  today: LocalDate,
  openTime: z.object({
    openDays: z.array(z.number()).readonly(),
    closed: z.array(z.object({ from: z.string(), to: z.string() })).readonly(),
  }),
  money: z.object({ country: z.string(), currency: z.string() }),
  names: z.array(z.string()),
  rows: z.array(z.object({ number: z.number(), row: TypedRow })),
  walkIns: z.array(
    z.object({
      touchId: Id,
      personId: Id,
      on: z.string(),
      name: z.string(),
      contacts: z.array(z.string()),
    }),
  ),
})

const Word = z.string().max(1000)

/** The words a sheet is read with, and those written with it: of whoever reads the lines. */
const SheetWordsShape: z.ZodType<SheetWords> = z.object({
  days: z.object({
    today: Word,
    tomorrow: Word,
    yesterday: Word,
    weekdays: Word,
    months: Word,
    day: Word,
    week: Word,
    month: Word,
    next: Word,
    last: Word,
    this: Word,
    on: Word,
    the: Word,
    in: Word,
    ago: Word,
    a: Word,
    numbers: Word,
  }),
  dayCodes: z.array(Word).length(7),
  letters: z.object({
    met: Word,
    talked: Word,
    voicemail: Word,
    message: Word,
    noAnswer: Word,
    quote: Word,
    bought: Word,
    lost: Word,
    park: Word,
    named: Word,
    never: Word,
  }),
  row: Word,
  rest: Word,
  newFace: Word,
  keep: Word,
  drop: Word,
  minutes: Word,
  by: Word,
  from: Word,
  to: Word,
  writes: z.object({ noRoom: Word }),
})

export const EnteredSheet = z.object({
  /** Touches and attempts written anew. */
  touches: z.number(),
  attempts: z.number(),
  /** Of the same row and day as before, and now in their place. */
  corrected: z.number(),
  /** Rows on which nothing happened but a decision: park, never again, keep or drop. */
  decided: z.number(),
  /** People written down from walk-in lines, and those who were here already. */
  added: z.array(Name),
  known: z.array(Name),
  /** Back in their pursuit by a line typed anew, but not on the focus list: others took the room. */
  noRoom: z.array(Name),
  /** Calls that are blank still. */
  blank: z.array(Name),
})
export type EnteredSheet = z.output<typeof EnteredSheet>

export const typeBack = {
  /** Null while the week has no sheet. */
  'typeBack.facts': query(
    ['call-sheets', 'people', 'touches', 'jobs', 'focus-list', 'settings'],
    z.object({ week: Week }),
    SheetFacts.nullable(),
  ),
  /** Reads the text again and writes all of it, or nothing: 'sheet-lines-wrong' while one line cannot be read. */
  'typeBack.enter': command(z.object({ week: Week, text: Text, words: SheetWordsShape }), EnteredSheet),
}

/** Under what the lines typed for one week's sheet are kept until they are saved. */
export const typeBackKey = (week: string) => `type-back:${week}`
