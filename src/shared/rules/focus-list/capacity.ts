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
/** The list stops here unless the owner sets another number: a short list is the point of it. */
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
 * How many people the hours hold when each is to hear from us every second week: floor(60·H·u ÷ (m·f)), f = half a
 * touch a week each.
 * @param hours for calls in a usual week
 * @param minutes a touch takes
 */
export function countFits(hours: number, minutes: number): number {
  return floor((60 * hours * usableShare) / (minutes * touchesAWeek))
}

/**
 * Weeks until everybody on the list had a turn, when it holds more than the hours do; null while it does not.
 * @param onList people on it
 * @param hours for calls in a usual week
 */
export function countTurnWeeks(onList: number, hours: number, minutes: number): number | null {
  const places = countPlaces(hours, minutes)
  if (places === 0 || onList <= countFits(hours, minutes)) return null
  return Math.ceil(onList / places)
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
  /** As one would say it. */
  words: MessageRef
  /** How it is counted; null where there is nothing to count. */
  sum: MessageRef | null
}

/**
 * How many prospects the owner can look after: min(25, floor(60·H·u ÷ (m·f))), u = 0.7, f = half a touch a week
 * each; source: domain brief, section 4. At least three, as many as any day shows;
 * without call hours (a shop that only greets over its counter) there is nothing to divide, and the 25 holds.
 * @param hours for calls in a usual week
 */
export function findCapacity(hours: number, { minutes, measured }: TouchLength): Capacity {
  const fits = countFits(hours, minutes)
  const people = hours <= 0 ? mostPeople : Math.min(mostPeople, Math.max(leastPeople, fits))
  const calls = countPlaces(hours, minutes)
  const facts = { hours, minutes, measured, fits, calls, enough: enoughTouches, count: people }
  const say = (name: 'noHours' | 'tooShort' | 'inWords' | 'inWordsMost') =>
    ({ key: `focusList.capacity.${name}`, facts }) as const
  if (hours <= 0) return { people, words: say('noHours'), sum: null }
  if (fits < leastPeople) return { people, words: say('tooShort'), sum: null }
  const sum = { key: `focusList.capacity.sum${measured < enoughTouches ? 'Usual' : 'Timed'}`, facts } as const
  return { people, words: say(fits > mostPeople ? 'inWordsMost' : 'inWords'), sum }
}
