// What a whole typed sheet would write: each line against its row, every row and day once.
import { isClosedOn } from '../days/closed-days.ts'
import { weekdayOf } from '../days/days.ts'
import { daysOfWeek } from '../days/weeks.ts'
import { foldText } from '../people/fold-text.ts'
import { closing, makeEntry } from './make-entry.ts'
import { parseSheetLine } from './parse-sheet-line.ts'
import { readNamed } from './read-note.ts'
import type { Entry, SheetFacts, TypedRow } from './sheet-entry.ts'
import type { LineProblem, LineSetting, SheetLine, SheetWords, WalkInLine } from './sheet-line.ts'
import { areTwoPeople, walkInKey } from './walk-in-lines.ts'

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
  const { week, today, money, names } = facts
  return { week, today, usualDay: usualSheetDay(facts), words, money, names }
}

/**
 * Reads all lines. The first line for a row and day counts, a second one is a problem; another day is one more touch.
 * "rest n" writes the same for every call without a line and without anything typed before, but to nobody who leaves
 * by another line: N is an attempt, here as everywhere, and with it the row is done and does not stand on the next
 * sheet. More than `mostLines` are a text pasted by mistake: the first beyond them is a problem, the others are not read.
 */
export function understandSheet(text: string, facts: SheetFacts, words: SheetWords): UnderstoodSheet {
  const setting = makeLineSetting(facts, words)
  const typed = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '')
    .slice(0, mostLines + 1)
  const beyond = typed[mostLines]?.number
  const seen: Seen = { days: new Map(), rest: null, rows: new Set(), walkIns: new Map() }
  const read = typed.map((line) => ({
    ...line,
    read: line.number === beyond ? refuseBeyond(line.text) : readChecked(line, facts, setting, seen),
  }))
  const latest = findLatestDays(read.flatMap(({ read: one }) => ('row' in one && 'line' in one ? [one] : [])))
  const leaving = new Set(
    read.flatMap(({ read: one }) => ('row' in one && endsIt(one.line) ? [one.row!.personId] : [])),
  )
  const remaining = facts.rows.flatMap(({ row }) =>
    isBlank(row) && !seen.rows.has(row.id) && !leaving.has(row.personId) ? [row] : [],
  )
  const lines = read.map(({ number, text: own, read: one }): UnderstoodLine => {
    if ('problem' in one) return { number, text: own, problem: one.problem }
    return {
      number,
      text: own,
      entry: makeEntry(one, { facts, latest, remaining, words, walkIns: seen.walkIns }),
    }
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
  /** Lines of one name on one day. */
  walkIns: Map<string, { number: number; line: WalkInLine }[]>
}

/** More than six days' lines for every row of the longest sheet. */
export const mostLines = 500

function refuseBeyond(text: string): Checked {
  return { problem: { code: 'tooManyLines', at: 0, length: text.length, facts: { most: mostLines } } }
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
  const first = /\S+/.exec(typed.text)!
  const refuse = (code: LineProblem['code'], words: LineProblem['facts']): Checked => ({
    problem: { code, at: first.index, length: first[0].length, facts: words },
  })
  if (line.kind === 'walk-in') {
    const same = seen.walkIns.get(walkInKey(line)) ?? []
    const twin = same.find((one) => !areTwoPeople(one.line, line))
    if (twin) return refuse('typedTwice', { line: twin.number, name: line.name, on: line.on })
    seen.walkIns.set(walkInKey(line), [...same, { number: typed.number, line }])
    return { line, row: null }
  }
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
    if (named && typeof row.name === 'string' && foldText(named.name) === foldText(row.name)) {
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

/** Whoever leaves by one line, such as one of the back, is not called under another. */
const endsIt = (line: SheetLine) =>
  line.kind === 'decision' ? line.decision === 'drop' : line.kind === 'row' && closing.includes(line.outcome)

/** The last day typed for each row: only there does a date follow by itself. */
function findLatestDays(read: { line: SheetLine; row: TypedRow | null }[]): Map<number, string> {
  const latest = new Map<number, string>()
  for (const { line, row } of read) {
    if (row && line.on > (latest.get(row.id) ?? '')) latest.set(row.id, line.on)
  }
  return latest
}
