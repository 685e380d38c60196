// Why people leave, counted: how they left by quarter, the reasons for it, and who got the work instead.
import { foldText } from '../people/fold-text.ts'

export type LeftAs = 'won' | 'lost' | 'parked' | 'dropped' | 'never'

/** One person's leaving of the focus list, as far as it is counted. */
export interface Leaving {
  leftOn: string
  as: LeftAs
  reason: string
  lostTo: string
}

/** Under so many, a share says nothing: the screen says "too early to tell". */
export const fewestToTell = 5

export interface Group<L extends Leaving> {
  /** As it was written most often, the newest way when two are even; '' when nothing was written. */
  words: string
  leavers: L[]
}

/**
 * Leavers with the same words, case, accents and punctuation aside; the largest group first, those without words last.
 * @param leavers the latest first
 */
export function groupByWords<L extends Leaving>(
  leavers: readonly L[],
  wordsOf: (leaver: L) => string,
): Group<L>[] {
  const groups = Map.groupBy(leavers, (leaver) => foldText(wordsOf(leaver)))
  return [...groups]
    .map(([folded, members]) => ({ folded, words: chooseWords(members.map(wordsOf)), leavers: members }))
    .sort(
      (a, b) =>
        Number(a.folded === '') - Number(b.folded === '') ||
        b.leavers.length - a.leavers.length ||
        (a.folded < b.folded ? -1 : 1),
    )
    .map(({ words, leavers: members }) => ({ words, leavers: members }))
}

/** The way it was written most often, the first of those that are even. */
function chooseWords(written: string[]): string {
  const counts = Map.groupBy(
    written.map((words) => words.trim()),
    (words) => words,
  )
  const [first = '', ...others] = counts.keys()
  return others.reduce(
    (best, words) => (counts.get(words)!.length > counts.get(best)!.length ? words : best),
    first,
  )
}

export interface Quarter<L extends Leaving> {
  /** Its first day. */
  from: string
  leavers: L[]
}

/**
 * The quarters of the calendar up to today's, the oldest first, each with who left in it.
 * @param count how many of them
 */
export function splitByQuarter<L extends Leaving>(
  leavers: readonly L[],
  today: string,
  count: number,
): Quarter<L>[] {
  const now = startOfQuarter(today)
  return Array.from({ length: count }, (_, index) => {
    const from = now.subtract({ months: 3 * (count - 1 - index) })
    const until = from.add({ months: 3 }).toString()
    return {
      from: from.toString(),
      leavers: leavers.filter(({ leftOn }) => leftOn >= from.toString() && leftOn < until),
    }
  })
}

function startOfQuarter(day: string): Temporal.PlainDate {
  const date = Temporal.PlainDate.from(day)
  return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 })
}
