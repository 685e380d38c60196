// Gives an answer that was asked for again the objects of the one before wherever they say the same, so that what shows them is not drawn anew.

/** Plain data alone, as it comes from a call. @returns `now`, made of as many parts of `before` as are equal */
export function keepUnchanged<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return now
  if (Array.isArray(before) !== Array.isArray(now)) return now
  const old = before as Record<string, unknown>
  const kept: [string, unknown][] = Object.entries(now).map(([key, part]) => [
    key,
    keepUnchanged(old[key], part),
  ])
  const isSame =
    kept.length === Object.keys(old).length &&
    kept.every(([key, part]) => Object.hasOwn(old, key) && Object.is(old[key], part))
  if (isSame) return before as T
  return (Array.isArray(now) ? kept.map(([, part]) => part) : Object.fromEntries(kept)) as T
}
