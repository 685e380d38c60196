// What a whole typed sheet would write: each line against its row, with the defaults of the paper filled in.
import { isClosedOn } from './closed-days.ts'
import { weekdayOf } from './days.ts'
import { foldText } from './fold-text.ts'
import { addOpenDays, type OpenTime, suggestNextStep } from './next-step-dates.ts'
import type { MoneyTyping } from './parse-money.ts'
import { parseSheetLine } from './parse-sheet-line.ts'
import { type NamedInNote, readLost, readNamed, readSource } from './read-note.ts'
import type {
  DecisionLine,
  LineProblem,
  LineSetting,
  RestLine,
  RowLine,
  SheetLine,
  SheetWords,
  WalkInLine,
} from './sheet-line.ts'
import { countsAs, type Direction, type How, type Outcome } from './touch-kinds.ts'
import { daysOfWeek } from './weeks.ts'

/** What must be known of a row to read the line typed for it. */
export interface TypedRow {
  id: number
  position: number
  personId: number
  name: string
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

export interface SheetFacts {
  week: string
  today: string
  openTime: OpenTime
  money: MoneyTyping
  /** Every number on paper; two may mean one person by now. */
  rows: { number: number; row: TypedRow }[]
}

/** What a line leaves open; none of it has to be answered. */
export type Ask = 'amount' | 'source' | 'reason' | 'until' | 'friend' | 'next'

interface Next {
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
  | { kind: 'walk-in'; line: WalkInLine; direction: Direction; named: NamedInNote | null; asks: Ask[] }

/** A line that holds anything, numbered from 1 as an editor does. */
export type UnderstoodLine = { number: number; text: string } & (
  | { entry: Entry; problem?: undefined }
  | { problem: LineProblem; entry?: undefined }
)

export interface UnderstoodSheet {
  lines: UnderstoodLine[]
  problems: number
  /** Rows something will be written for. */
  rows: number
  walkIns: number
  /** Calls nothing was typed for, now or before. */
  blank: TypedRow[]
}

/** The day of a line that names none: today within the week; afterwards its last open day. */
export function usualSheetDay({
  week,
  today,
  openTime,
}: Pick<SheetFacts, 'week' | 'today' | 'openTime'>): string {
  const days = daysOfWeek(week)
  if (today <= days[6]!) return today
  const isOpen = (day: string) =>
    openTime.openDays.includes(weekdayOf(day)) && !isClosedOn(day, openTime.closed)
  return days.findLast(isOpen) ?? days[6]!
}

export function makeLineSetting(facts: SheetFacts, words: SheetWords): LineSetting {
  const { week, today, money } = facts
  return { week, today, usualDay: usualSheetDay(facts), words, money }
}

/**
 * Reads all lines. The first line for a row and day counts, a second one is a problem; another day is one more touch.
 * "rest n" writes the same for every call without a line and without anything typed before, but to nobody who leaves
 * by another line: N is an attempt, here as
 * everywhere, and with it the row is done and does not stand on the next sheet.
 */
export function understandSheet(text: string, facts: SheetFacts, words: SheetWords): UnderstoodSheet {
  const setting = makeLineSetting(facts, words)
  const typed = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '')
  const seen: Seen = { days: new Map(), rest: null, rows: new Set() }
  const read = typed.map((line) => ({ ...line, read: readChecked(line, facts, setting, seen) }))
  const latest = findLatestDays(read.flatMap(({ read: one }) => ('row' in one && 'line' in one ? [one] : [])))
  const leaving = new Set(
    read.flatMap(({ read: one }) => ('row' in one && endsIt(one.line) ? [one.row!.personId] : [])),
  )
  const remaining = facts.rows.flatMap(({ row }) =>
    isBlank(row) && !seen.rows.has(row.id) && !leaving.has(row.personId) ? [row] : [],
  )
  const lines = read.map(({ number, text: own, read: one }): UnderstoodLine => {
    if ('problem' in one) return { number, text: own, problem: one.problem }
    return { number, text: own, entry: makeEntry(one, { facts, latest, remaining, words }) }
  })
  const entries = lines.flatMap(({ entry }) => (entry ? [entry] : []))
  const rest = entries.find((entry) => entry.kind === 'rest')
  return {
    lines,
    problems: lines.length - entries.length,
    rows: seen.rows.size + (rest?.rows.length ?? 0),
    walkIns: entries.filter((entry) => entry.kind === 'walk-in').length,
    blank: rest ? [] : remaining,
  }
}

interface Seen {
  /** The line that was typed for a row and day. */
  days: Map<string, number>
  rest: number | null
  rows: Set<number>
}

type Checked = { line: SheetLine; row: TypedRow | null } | { problem: LineProblem }

const isBlank = (row: TypedRow) =>
  row.section === 'call' &&
  (row.state === 'open' || row.state === 'rolled') &&
  row.touches.length === 0 &&
  !row.gone &&
  !row.quiet

function readChecked(
  typed: { number: number; text: string },
  facts: SheetFacts,
  setting: LineSetting,
  seen: Seen,
): Checked {
  const read = parseSheetLine(typed.text, setting)
  if (!read.ok) return { problem: read.problem }
  const { line } = read
  if (line.kind === 'walk-in') return { line, row: null }
  const first = /\S+/.exec(typed.text)!
  const refuse = (code: LineProblem['code'], words: LineProblem['facts']): Checked => ({
    problem: { code, at: first.index, length: first[0].length, facts: words },
  })
  if (line.kind === 'rest') {
    if (seen.rest !== null) return refuse('restTwice', { line: seen.rest })
    seen.rest = typed.number
    return { line, row: null }
  }
  const found = facts.rows.filter((one) => one.number === line.row && one.number > 0)
  const row = (found.find((one) => one.row.state !== 'removed') ?? found[0])?.row
  if (!row) {
    const last = Math.max(0, ...facts.rows.map((one) => one.number))
    return refuse(line.row > 0 && line.row < last ? 'erased' : 'unknownRow', { row: line.row, last })
  }
  if (row.gone) return refuse('gone', { row: line.row, name: row.name })
  if (row.state === 'removed') return refuse('takenOff', { row: line.row, name: row.name })
  if (line.kind === 'row' && line.outcome === 'named a friend') {
    const named = readNamed(line.note)
    if (named && foldText(named.name) === foldText(row.name)) {
      return refuse('namedThemselves', { name: row.name })
    }
  }
  const key = `${row.id} ${line.on}`
  const before = seen.days.get(key)
  if (before !== undefined) return refuse('typedTwice', { line: before, name: row.name, on: line.on })
  seen.days.set(key, typed.number)
  seen.rows.add(row.id)
  return { line, row }
}

/** The last day typed for each row: only there does a date follow by itself. */
function findLatestDays(read: { line: SheetLine; row: TypedRow | null }[]): Map<number, string> {
  const latest = new Map<number, string>()
  for (const { line, row } of read) {
    if (row && line.on > (latest.get(row.id) ?? '')) latest.set(row.id, line.on)
  }
  return latest
}

interface Around {
  facts: SheetFacts
  latest: Map<number, string>
  remaining: TypedRow[]
  words: SheetWords
}

function makeEntry({ line, row }: { line: SheetLine; row: TypedRow | null }, around: Around): Entry {
  switch (line.kind) {
    case 'row':
      return makeRowEntry(line, row!, around)
    case 'decision':
      return { kind: 'decision', line, row: row! }
    case 'rest':
      return { kind: 'rest', line, rows: around.remaining.map((one) => makeRowEntry(line, one, around)) }
    case 'walk-in': {
      const named = line.outcome === 'named a friend' ? readNamed(line.note) : null
      const asks: Ask[] = line.source === '' ? ['source'] : []
      if (line.outcome === 'bought' && line.amount === null) asks.unshift('amount')
      return { kind: 'walk-in', line, direction: 'in', named, asks }
    }
  }
}

/** Whoever leaves by one line, such as one of the back, is not called under another. */
const endsIt = (line: SheetLine) =>
  line.kind === 'decision' ? line.decision === 'drop' : line.kind === 'row' && closing.includes(line.outcome)

const closing: readonly (Outcome | null)[] = ['bought', 'lost', 'park', 'never contact']

function makeRowEntry(line: RowLine | RestLine, row: TypedRow, around: Around): RowEntry {
  const { facts, words } = around
  const outcome = line.kind === 'row' ? line.outcome : null
  const amount = line.kind === 'row' ? line.amount : null
  const { how, minutes, note, on } = line
  // Whom we greet came to us.
  const direction = row.section === 'greet' && how === 'met' ? 'in' : 'out'
  const isLatest = on >= (around.latest.get(row.id) ?? on)
  const mayPlan = !row.quiet && outcome !== 'never contact'
  const typed = mayPlan && line.next ? { ...line.next, suggested: false } : null
  const wanted = mayPlan && isLatest && direction === 'out' && how !== null && !closing.includes(outcome)
  const lost = outcome === 'lost' ? readLost(note, words.to) : { to: '', reason: note }
  const entry: RowEntry = {
    kind: 'row',
    line,
    row,
    on,
    how,
    outcome,
    direction,
    next: typed ?? (wanted ? suggestNext(how, on, facts) : null),
    amount: amount ?? (outcome === 'bought' ? row.quoted : null),
    minutes,
    note,
    named: outcome === 'named a friend' ? readNamed(note) : null,
    lostTo: lost.to,
    reason: lost.reason,
    source: outcome === 'bought' ? readSource(note, words.from).source : '',
    keeps: how === null ? [] : row.steps.filter((step) => isKept(step, how, on)),
    corrects: row.touches.find((touch) => touch.on === on)?.id ?? null,
    asks: [],
  }
  return { ...entry, asks: listAsks(entry, wanted) }
}

/** By the kind of touch, counted from its day; a day that has passed is the next open one. */
function suggestNext(how: How, on: string, { today, openTime }: SheetFacts): Next | null {
  const due = suggestNextStep(how, on, openTime)
  if (due === null) return null
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()
  return { on: due < today ? addOpenDays(yesterday, 1, openTime) : due, promised: false, suggested: true }
}

/** As in the log box: what was due is kept by a delivered touch; a try keeps only a plan to try. */
function isKept(step: TypedRow['steps'][number], how: How, on: string): boolean {
  return step.dueOn <= on && (countsAs({ how, direction: 'out' }) !== 'attempt' || !step.promised)
}

function listAsks(
  { outcome, amount, row, source, reason, next, named, how }: RowEntry,
  wanted: boolean,
): Ask[] {
  switch (outcome) {
    case 'bought': {
      const asks: Ask[] = amount === null ? ['amount'] : []
      return row.source === '' && source === '' ? [...asks, 'source'] : asks
    }
    case 'lost':
      return reason === '' ? ['reason'] : []
    case 'park':
      return next === null ? ['until'] : []
    case 'never contact':
      return []
    case 'named a friend': {
      const asks: Ask[] = named === null ? ['friend'] : []
      return next === null && wanted ? [...asks, 'next'] : asks
    }
    default:
      return next === null && wanted && (how === 'talked' || how === 'met') ? ['next'] : []
  }
}
