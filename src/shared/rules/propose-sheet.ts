// Who goes on a week's call sheet, and why: promises first, then as many more as the hours hold.
import type { MessageRef } from '../errors.ts'
import type { BestDoor } from './best-door.ts'
import { rankPeople } from './rank-people.ts'
import { type Evidence, findReason, isDue } from './reasons.ts'

export interface ProposedRow {
  personId: number
  promised: boolean
  /** Said one after the other; the first is why they are on the sheet. */
  reasons: MessageRef[]
}

export interface SheetState {
  /** Rows on the sheet already that are no promises. */
  more: number
  /** Whoever is on it, or was and was taken off by the owner. */
  people: ReadonlySet<number>
}

const emptySheet: SheetState = { more: 0, people: new Set() }

/**
 * The rows to add to a week's sheet, in the order they print.
 * Evidence must be read with `through` on the week's last day; nobody is added for whom nothing is due.
 * @param places how many rows beside the promises the whole sheet holds
 */
export function proposeRows(
  evidence: readonly Evidence[],
  places: number,
  on: SheetState = emptySheet,
): ProposedRow[] {
  const free = evidence.filter((one) => !on.people.has(one.personId))
  const promised = free
    .filter((one) => duePromises(one).length > 0)
    .toSorted((a, b) => {
      const [first, second] = [duePromises(a)[0]!.dueOn, duePromises(b)[0]!.dueOn]
      return first < second ? -1 : first > second ? 1 : a.personId - b.personId
    })
    .map((one) => ({ personId: one.personId, promised: true, reasons: duePromises(one).map(saySheetStep) }))
  const more = rankPeople(free.filter((one) => one.joinedOn !== null && duePromises(one).length === 0))
    .filter(({ reason }) => isDue(reason))
    .slice(0, Math.max(0, places - on.more))
    .map(({ evidence: one }) => ({
      personId: one.personId,
      promised: false,
      reasons: [sayForSheet(one)],
    }))
  return [...promised, ...more]
}

/** A list to greet by is read at a glance. */
export const mostGreets = 10

/**
 * Nothing is on record to reach them by, or a visit is how: they are greeted when they come in.
 * @param door their best door, null when they refused every one
 */
export function isGreeted(door: BestDoor | null): boolean {
  return door !== null && (door.channel === 'visit' || door.value === '')
}

/**
 * Whom of the focus list to greet when they come in: who is not called this week, the strongest reason first.
 * @param doors best doors by person
 * @param taken whoever is on the sheet, or was and was taken off by the owner
 * @param places how many more lines there are
 */
export function proposeGreets(
  evidence: readonly Evidence[],
  doors: ReadonlyMap<number, BestDoor | null>,
  taken: ReadonlySet<number>,
  places: number = mostGreets,
): ProposedRow[] {
  const free = evidence.filter(
    (one) => one.joinedOn !== null && !taken.has(one.personId) && isGreeted(doors.get(one.personId) ?? null),
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

function duePromises({ steps, through }: Evidence) {
  return steps.filter((step) => step.promised && step.dueOn <= through)
}

function saySheetStep(step: { what: string; dueOn: string; promised: boolean }): MessageRef {
  const what = step.what.replace(/\s+/g, ' ').trim()
  const kind = step.promised ? 'promised' : 'planned'
  return { key: `callSheets.reasons.${kind}${what ? 'What' : ''}`, facts: { on: step.dueOn, what } }
}

/** The paper is read all week: it never says "today", nor counts days since joining. */
function sayForSheet(evidence: Evidence): MessageRef {
  const reason = findReason({ ...evidence, joinedOn: null })
  const step = evidence.steps.find((one) => !one.promised && one.dueOn <= evidence.through)
  return reason.kind === 'planned step' && step ? saySheetStep(step) : reason.message
}
