// What a number among the settings may be: the field says it, the door holds to it.

export interface NumberRange {
  min: number
  max: number
  whole: boolean
}

export const settingRanges = {
  /** Hours. */
  callHoursPerDay: { min: 0, max: 12, whole: false },
  /** People. */
  focusCap: { min: 1, max: 200, whole: true },
  /** Touches. */
  touchGoal: { min: 1, max: 99, whole: true },
} as const satisfies Record<string, NumberRange>

export type NumberProblem = 'not-number' | 'not-whole' | 'out-of-range'

/**
 * Reads a number as an owner types it: spaces around it, a comma or a point before the decimals.
 * Answers the number, or why it is none that fits the range.
 */
export function readNumber(typed: string, range: NumberRange): number | NumberProblem {
  const text = typed.trim().replace(',', '.')
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return 'not-number'
  const value = Number(text)
  if (range.whole && !Number.isInteger(value)) return 'not-whole'
  return value < range.min || value > range.max ? 'out-of-range' : value
}
