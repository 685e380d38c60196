// Notices that the owner's day has changed: a window stays open over night, and what it shows is told for one day.

/** Timers stand still while the computer sleeps, and clocks are set: so the day is looked at, not waited for. */
const lookEveryMs = 20_000

/**
 * Tells of each new day, forward or back, until what it returns is called.
 * @param readDay the local date
 */
export function watchDay(readDay: () => string, tell: () => void, everyMs = lookEveryMs): () => void {
  let day = readDay()
  const timer = setInterval(() => {
    const now = readDay()
    if (now === day) return
    day = now
    tell()
  }, everyMs)
  return () => clearInterval(timer)
}
