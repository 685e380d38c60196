// Who goes on a week's call sheet, and why: promises first, then by the one rule of who comes now, as the hours hold.
import type { SheetSection } from '../../contract/call-sheets.ts'
import type { MessageRef } from '../../errors.ts'
import type { Evidence } from '../focus-list/evidence.ts'
import {
  chooseWho,
  findWhoNow,
  type Group,
  listReasons,
  type Places,
  rankWho,
} from '../focus-list/who-now.ts'
import type { BestChannel } from '../people/best-channel.ts'
import { keepForPaper } from './off-paper.ts'

/**
 * How many rows a section holds. Calls, promises among them, fill seven pages: what is due beyond them is said, and
 * waits in Today. The short lists fit on one back together.
 */
export const mostOf = { call: 63, thank: 4, ask: 3, decide: 3, greet: 5 } as const satisfies Record<
  SheetSection,
  number
>

/** Where to be in one week: more would be no plan. */
export const mostPlaces = 2

export interface ProposedRow {
  personId: number
  promised: boolean
  /** Owed, a date that makes it now, or their turn. */
  group: Group
  /** Said one after the other; none when nothing is known of them. */
  reasons: MessageRef[]
  /** The blank row of an earlier sheet that stands here again. */
  blank?: BlankRow
}

/** A row that came back blank from the sheet before. */
export interface BlankRow {
  rowId: number
  /** Or of an earlier one, when there was no sheet last week. */
  lastWeek: boolean
  /** The week of that sheet. */
  week: string
}

export interface SheetState {
  /** Calls on the sheet already, and how many of them are no promises. */
  calls: number
  more: number
  /** Whoever is on it, or was and was taken off by the owner. */
  people: ReadonlySet<number>
  /** Whether to go on with them is being decided, or asked: only what is owed brings them on. */
  atRest: ReadonlySet<number>
  /** By person. */
  blank: ReadonlyMap<number, BlankRow>
}

const emptySheet: SheetState = { calls: 0, more: 0, people: new Set(), atRest: new Set(), blank: new Map() }

/**
 * The rows to add to a week's sheet, in the order they print: promises, blank rows of the last sheet, then whoever the
 * rule of who comes now has a place for. Evidence must be read with `through` on the week's last day.
 * @param hold how many rows beside the promises the whole sheet holds
 */
export function proposeRows(
  evidence: readonly Evidence[],
  hold: Places,
  on: SheetState = emptySheet,
): ProposedRow[] {
  const free = evidence.filter((one) => !on.people.has(one.personId))
  const promised = free.filter(hasDuePromise).toSorted((a, b) => {
    const [first, second] = [duePromises(a)[0]!.dueOn, duePromises(b)[0]!.dueOn]
    return first < second ? -1 : first > second ? 1 : a.personId - b.personId
  })
  const rest = rankWho(free.filter((one) => !hasDuePromise(one))).filter(
    ({ owed, evidence: one }) => owed.length > 0 || !on.atRest.has(one.personId),
  )
  const isBlank = ({ evidence: one }: { evidence: Evidence }) => on.blank.has(one.personId)
  const rolled = rest.filter(isBlank)
  const places = Math.max(0, hold.places - on.more - rolled.length)
  const more = chooseWho(
    rest.filter((one) => !isBlank(one)),
    { ...hold, places },
  )
  return [...promised, ...[...rolled, ...more].map((one) => one.evidence)]
    .slice(0, Math.max(0, mostOf.call - on.calls))
    .map((one) => {
      const blank = on.blank.get(one.personId)
      return { personId: one.personId, ...describeOnSheet(one), ...(blank ? { blank } : {}) }
    })
}

/**
 * Nothing is on record to reach them by, or a visit is how: they are greeted when they come in.
 * @param channel their best channel, null when they refused every one
 */
function isGreeted(channel: BestChannel | null): boolean {
  return channel !== null && (channel.channel === 'visit' || channel.value === '')
}

/**
 * Whom of the focus list to greet when they come in: who is not called this week, those first of whom something is known.
 * @param channels best channels by person
 * @param taken whoever is on the sheet, or was and was taken off by the owner
 * @param places how many more lines there are
 */
export function proposeGreets(
  evidence: readonly Evidence[],
  channels: ReadonlyMap<number, BestChannel | null>,
  taken: ReadonlySet<number>,
  places: number = mostOf.greet,
): ProposedRow[] {
  const free = evidence.filter(
    (one) =>
      one.joinedOn !== null && !taken.has(one.personId) && isGreeted(channels.get(one.personId) ?? null),
  )
  return rankWho(free)
    .map(({ evidence: one }) => ({ personId: one.personId, ...describeOnSheet(one), promised: false }))
    .toSorted((a, b) => Number(b.reasons.length > 0) - Number(a.reasons.length > 0))
    .slice(0, Math.max(0, places))
}

/** Why someone is on the sheet, as paper may tell it: it is read all week, by others too. */
export function describeOnSheet(evidence: Evidence): Omit<ProposedRow, 'personId'> {
  const who = findWhoNow(keepForPaper(evidence))
  return { promised: hasDuePromise(evidence), group: who.group, reasons: listReasons(who) }
}

/** Whether something promised to them falls due by the evidence's last day. */
export function hasDuePromise(evidence: Evidence): boolean {
  return duePromises(evidence).length > 0
}

function duePromises({ steps, through }: Evidence) {
  return steps.filter((step) => step.promised && step.dueOn <= through)
}
