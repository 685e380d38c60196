// How many people a day's call hours hold.

/** Share of call hours that is really spent on calls. */
const usableShare = 0.7
/** Minutes a touch takes until the shop's own are known. */
const usualMinutes = 15
/** The shop's own minutes count from this many touches. */
const enoughTouches = 20
const leastPeople = 3

/** The median of minutes logged, or 15 while there are fewer than 20. */
export function findMedianMinutes(minutes: readonly number[]): number {
  if (minutes.length < enoughTouches) return usualMinutes
  const sorted = [...minutes].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * People a day holds: floor(60·h·u / m), at least three.
 * @param hours call hours of the day; @param minutes median minutes a touch, from findMedianMinutes
 */
export function findDayCapacity(hours: number, minutes: number): number {
  return Math.max(leastPeople, Math.floor((60 * hours * usableShare) / Math.max(1, minutes)))
}
