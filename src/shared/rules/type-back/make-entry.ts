// What one line that was understood will write, with the defaults of the paper filled in.
import { suggestNextStep } from '../days/next-step-dates.ts'
import { addOpenDays, landOnOpenDay } from '../days/open-days.ts'
import { type How, keepsStep, type Outcome } from '../touches/touch-kinds.ts'
import { readLost, readNamed, readSource } from './read-note.ts'
import type { Ask, Entry, Next, RowEntry, SheetFacts, TypedRow } from './sheet-entry.ts'
import type { RestLine, RowLine, SheetLine, SheetWords } from './sheet-line.ts'
import { findTypedBefore, walkInKey } from './walk-in-lines.ts'

/** What a line stands among. */
export interface Around {
  facts: SheetFacts
  latest: Map<number, string>
  remaining: TypedRow[]
  words: SheetWords
  /** The lines of one name on one day. */
  walkIns: ReadonlyMap<string, readonly unknown[]>
}

/** @param row whose line it is; null for the rest and for walk-ins */
export function makeEntry({ line, row }: { line: SheetLine; row: TypedRow | null }, around: Around): Entry {
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
      const alone = around.walkIns.get(walkInKey(line))?.length === 1
      const corrects = findTypedBefore(line, around.facts.walkIns, alone)
      return { kind: 'walk-in', line, direction: 'in', named, corrects, asks }
    }
  }
}

/** What ends the pursuit: nothing follows by itself. */
export const closing: readonly (Outcome | null)[] = ['bought', 'lost', 'park', 'never contact']

function makeRowEntry(line: RowLine | RestLine, row: TypedRow, around: Around): RowEntry {
  const { facts, words } = around
  const outcome = line.kind === 'row' ? line.outcome : null
  const amount = line.kind === 'row' ? line.amount : null
  const { how, minutes, note, on } = line
  // Whom we greet came to us.
  const direction = row.section === 'greet' && how === 'met' ? 'in' : 'out'
  const isLatest = on >= (around.latest.get(row.id) ?? on)
  const mayPlan = !row.quiet && outcome !== 'never contact'
  const typed = mayPlan && line.next ? { ...land(line.next, facts), suggested: false } : null
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

/** A plan for a day the shop is closed is for the next open one; a promise stays on the day that was promised. */
const land = (next: RowLine['next'] & object, { openTime }: SheetFacts) =>
  next.promised ? next : { ...next, on: landOnOpenDay(next.on, openTime) }

/** By the kind of touch, counted from its day; where that day has passed, the next open one after today. */
function suggestNext(how: How, on: string, { today, openTime }: SheetFacts): Next | null {
  const due = suggestNextStep(how, on, openTime)
  if (due === null) return null
  const isPast = due < today || (due === today && on < today)
  return { on: isPast ? addOpenDays(today, 1, openTime) : due, promised: false, suggested: true }
}

/** As in the log box, of what was due by the day of the line. */
function isKept(step: TypedRow['steps'][number], how: How, on: string): boolean {
  return step.dueOn <= on && keepsStep(how, step)
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
