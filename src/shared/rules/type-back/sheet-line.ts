// What one line typed back from a call sheet can say, the words it is said in, and what may be wrong with it.
import type { Facts } from '../../errors.ts'
import type { DayWords } from '../days/parse-day.ts'
import type { MoneyTyping } from '../touches/parse-money.ts'
import type { How, Outcome } from '../touches/touch-kinds.ts'

/** The kinds and outcomes a sheet has a letter for, under their names in the catalogue. */
export const sheetHows = {
  met: 'met',
  talked: 'talked',
  voicemail: 'voicemail',
  message: 'message',
  noAnswer: 'no answer',
} as const satisfies Record<string, How>

export const sheetOutcomes = {
  quote: 'quote',
  bought: 'bought',
  lost: 'lost',
  park: 'park',
  named: 'named a friend',
  never: 'never contact',
} as const satisfies Record<string, Outcome>

/** The owner's words, from the message catalogue: a sheet is read by the letters printed on it. */
export interface SheetWords {
  days: DayWords
  /** As printed, Monday first. */
  dayCodes: readonly string[]
  letters: Record<keyof typeof sheetHows | keyof typeof sheetOutcomes, string>
  /** These may each hold several words, with | between them. */
  row: string
  rest: string
  newFace: string
  keep: string
  drop: string
  minutes: string
  /** Begins who of the shop did it: "by Ann". */
  by: string
  /** Begins where they heard of us: "from the fair, oak frame". */
  from: string
  /** Begins to whom they were lost: "to Frames & More, too dear". */
  to: string
  /** What the program writes down itself: next steps after a try, and why somebody waits. */
  writes: { noRoom: string }
}

/** What a line is read against. */
export interface LineSetting {
  week: string
  today: string
  /** The day of a line that names none; see `usualSheetDay`. */
  usualDay: string
  words: SheetWords
  money: MoneyTyping
  /** Who works in the shop, where there are two or more; else nobody is named in a line. */
  names: readonly string[]
}

export interface TypedStep {
  on: string
  /** Told to them, not only planned: typed with an exclamation mark. */
  promised: boolean
}

interface Day {
  on: string
  /** Whether the line named it. */
  dayTyped: boolean
}

/** A row that something came of. Without `how` it is a decision of the owner's alone: park, or never again. */
export interface RowLine extends Day {
  kind: 'row'
  row: number
  how: How | null
  /** Whether the line's letters said how; an outcome alone means they talked. */
  howTyped: boolean
  outcome: Outcome | null
  next: TypedStep | null
  minutes: number | null
  /** Who of the shop did it; '' when the line does not say. */
  byWhom: string
  /** Of the quote or the sale, in minor units. */
  amount: number | null
  note: string
}

/** Looked at again: they stay, or they leave the focus list for good. */
export interface DecisionLine extends Day {
  kind: 'decision'
  row: number
  decision: 'keep' | 'drop'
  note: string
}

/** Every call not typed, in one line. */
export interface RestLine extends Day {
  kind: 'rest'
  how: How
  next: TypedStep | null
  minutes: number | null
  /** Who of the shop did it; '' when the line does not say. */
  byWhom: string
  note: string
}

/** Somebody who came in and may be new. */
export interface WalkInLine extends Day {
  kind: 'walk-in'
  /** The line on paper; '' for one written elsewhere. */
  letter: string
  how: How
  outcome: Outcome | null
  next: TypedStep | null
  minutes: number | null
  /** Who of the shop did it; '' when the line does not say. */
  byWhom: string
  amount: number | null
  name: string
  phone: string
  email: string
  /** How they found us. */
  source: string
  /** The words they used. */
  foundWords: string
  note: string
}

export type SheetLine = RowLine | DecisionLine | RestLine | WalkInLine

export const lineProblems = [
  'noRow',
  'unknownDay',
  'noSuchDay',
  'twoDays',
  'future',
  'unknownCode',
  'howMissing',
  'howTwice',
  'outcomeTwice',
  'letterTwice',
  'order',
  'minutes',
  'next',
  'noSuchNext',
  'nextTooEarly',
  'restOutcome',
  'noName',
  'unknownRow',
  'erased',
  'takenOff',
  'gone',
  'namedThemselves',
  'typedTwice',
  'restTwice',
  'twoRows',
  'whichName',
  'tooLong',
  'tooManyLines',
] as const

/** What is wrong with a line and where; its words are `callSheets.typing.problems.*`. */
export interface LineProblem {
  code: (typeof lineProblems)[number]
  /** The place in the line, from 0, and how many characters. */
  at: number
  length: number
  facts: Facts
}

export type ReadLine = { ok: true; line: SheetLine } | { ok: false; problem: LineProblem }
