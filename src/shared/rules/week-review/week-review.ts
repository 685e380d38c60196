// The Friday page: which figures it has, in which order, and what may be said of a share.
import type { MessageRef } from '../../errors.ts'

/** What happened in a week; each number opens the people behind it. Minutes are minutes, the rest is counted. */
export const reviewFigures = [
  'touches',
  'contacts',
  'met',
  'attempts',
  'toMany',
  'gives',
  'asks',
  'rowsPrinted',
  'rowsBack',
  'names',
  'thanksOwed',
  'minutes',
] as const
export type ReviewFigure = (typeof reviewFigures)[number]
export type ReviewNumbers = Record<ReviewFigure, number>

/** How somebody moved, the furthest first; to rise or fall is in standing. */
export const moveKinds = [
  'bought',
  'named',
  'rose',
  'quoted',
  'lost',
  'parked',
  'dropped',
  'never',
  'joined',
  'fell',
] as const
export type MoveKind = (typeof moveKinds)[number]

/** A share of fewer cases than this says nothing. */
const fewestCases = 5

/**
 * A share as a sentence with both its numbers: "6 of 9, 67 %"; under five cases "2 of 3, too early to tell".
 * @param of the whole it is a share of
 */
export function describeShare(count: number, of: number): MessageRef {
  if (of === 0) return { key: 'callSheets.review.shareOfNone' }
  if (of < fewestCases) return { key: 'callSheets.review.shareTooEarly', facts: { share: count, of } }
  return {
    key: 'callSheets.review.share',
    facts: { share: count, of, percent: Math.round((count / of) * 100) },
  }
}
