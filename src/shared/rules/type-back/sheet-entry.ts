// What the lines of a typed sheet are read against, and what each of them will write.
import type { Name } from '../../errors.ts'
import type { OpenTime } from '../days/next-step-dates.ts'
import type { MoneyTyping } from '../touches/parse-money.ts'
import type { Direction, How, Outcome } from '../touches/touch-kinds.ts'
import type { NamedInNote } from './read-note.ts'
import type { DecisionLine, RestLine, RowLine, WalkInLine } from './sheet-line.ts'

/** What must be known of a row to read the line typed for it. */
export interface TypedRow {
  id: number
  position: number
  personId: number
  name: Name
  section: 'call' | 'thank' | 'ask' | 'decide' | 'greet'
  state: 'open' | 'done' | 'rolled' | 'removed'
  /** In the bin by now. */
  gone: boolean
  /** Not to be contacted, or private, by now: what happened is kept, and nothing is planned. */
  quiet: boolean
  /** Came back blank from the sheet before: it does not stand again by itself. */
  again: boolean
  /** Where they first heard of us; '' while nobody knows. */
  source: string
  /** What their open quote came to, in minor units. */
  quoted: number | null
  /** Their open next steps. */
  steps: { id: number; what: string; dueOn: string; promised: boolean }[]
  /** What was typed back for this row before. */
  touches: { id: number; on: string }[]
}

/** A walk-in typed back before: it has no row, and is found by day and name. */
export interface TypedWalkIn {
  touchId: number
  personId: number
  on: string
  name: string
  /** Phones and mails, as they compare. */
  contacts: string[]
}

export interface SheetFacts {
  week: string
  today: string
  openTime: OpenTime
  money: MoneyTyping
  /** Who works in the shop. */
  names: string[]
  /** Every number on paper; two may mean one person by now. */
  rows: { number: number; row: TypedRow }[]
  /** What was typed back for walk-ins before. */
  walkIns: TypedWalkIn[]
}

/** What a line leaves open; none of it has to be answered. */
export type Ask = 'amount' | 'source' | 'reason' | 'until' | 'friend' | 'next'

export interface Next {
  on: string
  promised: boolean
  /** By the kind of touch, not typed. */
  suggested: boolean
}

export interface RowEntry {
  kind: 'row'
  line: RowLine | RestLine
  row: TypedRow
  on: string
  how: How | null
  outcome: Outcome | null
  direction: Direction
  next: Next | null
  amount: number | null
  minutes: number | null
  note: string
  named: NamedInNote | null
  lostTo: string
  reason: string
  source: string
  /** The steps this touch keeps. */
  keeps: { id: number; what: string }[]
  /** The touch typed for this row and day before, which this one takes the place of. */
  corrects: number | null
  asks: Ask[]
}

export type Entry =
  | RowEntry
  | { kind: 'decision'; line: DecisionLine; row: TypedRow }
  | { kind: 'rest'; line: RestLine; rows: RowEntry[] }
  | {
      kind: 'walk-in'
      line: WalkInLine
      direction: Direction
      named: NamedInNote | null
      /** What was typed for them and this day before, which this one takes the place of. */
      corrects: Pick<TypedWalkIn, 'touchId' | 'personId'> | null
      asks: Ask[]
    }
