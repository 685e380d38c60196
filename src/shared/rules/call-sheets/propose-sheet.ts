// Who goes on a week's call sheet, and why: promises first, then as many more as the hours hold.
import type { SheetSection } from '../../contract/call-sheets.ts'
import type { MessageRef } from '../../errors.ts'
import { rankPeople } from '../focus-list/rank-people.ts'
import { type Evidence, findReason, isDue } from '../focus-list/reasons.ts'
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
  /** Said one after the other; the first is why they are on the sheet. */
  reasons: MessageRef[]
  /** The blank row of an earlier sheet that stands here again. */
  blank?: BlankRow
}

/** A row that came back blank from the sheet before. */
export interface BlankRow {
  rowId: number
  /** Or of an earlier one, when there was no sheet last week. */
  lastWeek: boolean
}

export interface SheetState {
  /** Calls on the sheet already, and how many of them are no promises. */
  calls: number
  more: number
  /** Whoever is on it, or was and was taken off by the owner. */
  people: ReadonlySet<number>
  /** Whether to go on with them is being decided: only a promise brings them on. */
  atRest: ReadonlySet<number>
  /** By person. */
  blank: ReadonlyMap<number, BlankRow>
}

const emptySheet: SheetState = { calls: 0, more: 0, people: new Set(), atRest: new Set(), blank: new Map() }

/**
 * The rows to add to a week's sheet, in the order they print: promises, blank rows of the last sheet, then the focus
 * list. Evidence must be read with `through` on the week's last day; nobody else is added for whom nothing is due.
 * @param places how many rows beside the promises the whole sheet holds
 */
export function proposeRows(
  evidence: readonly Evidence[],
  places: number,
  on: SheetState = emptySheet,
): ProposedRow[] {
  const free = evidence.filter((one) => !on.people.has(one.personId))
  const promised = free.filter(hasDuePromise).toSorted((a, b) => {
    const [first, second] = [duePromises(a)[0]!.dueOn, duePromises(b)[0]!.dueOn]
    return first < second ? -1 : first > second ? 1 : a.personId - b.personId
  })
  const rest = rankPeople(free.filter((one) => !hasDuePromise(one) && !on.atRest.has(one.personId)))
  const rolled = rest.filter(({ evidence: one }) => on.blank.has(one.personId))
  const more = rest
    .filter(
      ({ evidence: one, reason }) => one.joinedOn !== null && isDue(reason) && !on.blank.has(one.personId),
    )
    .slice(0, Math.max(0, places - on.more - rolled.length))
  return [...promised, ...[...rolled, ...more].map((ranked) => ranked.evidence)]
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
 * Whom of the focus list to greet when they come in: who is not called this week, the strongest reason first.
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
  return rankPeople(free)
    .slice(0, Math.max(0, places))
    .map(({ evidence: one }) => ({ personId: one.personId, promised: false, reasons: [sayForSheet(one)] }))
}

/**
 * Why someone is on the sheet, for a row the owner adds by hand.
 * @returns promises due by the week's end, else the first true reason
 */
export function describeOnSheet(evidence: Evidence): Omit<ProposedRow, 'personId'> {
  const promises = duePromises(evidence)
  if (promises.length > 0) return { promised: true, reasons: promises.map(saySheetStep) }
  return { promised: false, reasons: [sayForSheet(evidence)] }
}

/** Whether something promised to them falls due by the evidence's last day. */
export function hasDuePromise(evidence: Evidence): boolean {
  return duePromises(evidence).length > 0
}

function duePromises({ steps, through }: Evidence) {
  return steps.filter((step) => step.promised && step.dueOn <= through)
}

function saySheetStep(step: { what: string; dueOn: string; promised: boolean }): MessageRef {
  const what = step.what.replace(/\s+/g, ' ').trim()
  const kind = step.promised ? 'promised' : 'planned'
  return { key: `callSheets.reasons.${kind}${what ? 'What' : ''}`, facts: { on: step.dueOn, what } }
}

/** The paper is read all week, by others too: it never says "today", nor counts days since joining, nor tells what is not for it. */
function sayForSheet(evidence: Evidence): MessageRef {
  const reason = findReason({ ...keepForPaper(evidence), joinedOn: null })
  const step = evidence.steps.find((one) => !one.promised && one.dueOn <= evidence.through)
  return reason.kind === 'planned step' && step ? saySheetStep(step) : reason.message
}
