// How many people call hours hold: in a day, in a week's sheet, and on the focus list.
import type { MessageRef } from '../../errors.ts'

/** Share of call hours that is really spent on calls. */
const usableShare = 0.7
/** Touches a prospect gets in a week. */
const touchesAWeek = 0.5
/** Minutes a touch takes until the shop's own are known. */
const usualMinutes = 15
/** The shop's own minutes count from this many timed touches. */
const enoughTouches = 20
/** Room for these is always made, however few the hours. */
const leastPeople = 3
/** However many the hours would hold, nobody knows more people than this well. */
const mostPeople = 25

/** What a touch takes: the median of `measured` timed ones, or the usual minutes while they are too few. */
export interface TouchLength {
  minutes: number
  /** How many touches were timed. */
  measured: number
}

/**
 * The median of minutes timed, or 15 while there are fewer than 20.
 * @param timed minutes of recent touches, each above 0, in any order
 */
export function findTouchLength(timed: readonly number[]): TouchLength {
  const measured = timed.length
  if (measured < enoughTouches) return { minutes: usualMinutes, measured }
  const sorted = timed.toSorted((a, b) => a - b)
  const middle = Math.floor(measured / 2)
  const minutes = measured % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { minutes, measured }
}

/** A hair is added because 60·2.5·0.7 is 104.99… in binary. */
function floor(value: number): number {
  return Math.floor(value + 1e-9)
}

/**
 * How many people the hours hold beside the promises: floor(60·h·u/m), with u = 0.7.
 * @param hours for calls
 * @param minutes a touch takes
 */
export function countPlaces(hours: number, minutes: number): number {
  return floor((60 * hours * usableShare) / minutes)
}

/**
 * People a day holds: as many as fit, at least three.
 * @param hours call hours of the day
 * @param minutes a touch takes
 */
export function findDayCapacity(hours: number, minutes: number): number {
  return Math.max(leastPeople, countPlaces(hours, minutes))
}

export interface Capacity {
  /** How many the owner can look after, 3 to 25. */
  people: number
  /** The arithmetic, as one sentence. */
  sum: MessageRef
}

/**
 * How many prospects the owner can look after: min(25, floor(60·H·u ÷ (m·f))), u = 0.7, f = half a touch a week
 * each; source: domain brief, section 4. At least three, as many as any day shows;
 * without call hours (a shop that only greets over its counter) there is nothing to divide, and the 25 holds.
 * @param hours for calls in a usual week
 */
export function findCapacity(hours: number, { minutes, measured }: TouchLength): Capacity {
  const fits = floor((60 * hours * usableShare) / (minutes * touchesAWeek))
  const people = hours <= 0 ? mostPeople : Math.min(mostPeople, Math.max(leastPeople, fits))
  const facts = { hours, minutes, measured, fits, enough: enoughTouches, count: people }
  if (hours <= 0) return { people, sum: { key: 'focusList.capacity.noHours', facts } }
  if (fits < leastPeople) return { people, sum: { key: 'focusList.capacity.tooShort', facts } }
  const name = fits > mostPeople ? 'most' : 'sum'
  const timed = measured < enoughTouches ? 'Usual' : 'Timed'
  return { people, sum: { key: `focusList.capacity.${name}${timed}`, facts } }
}
