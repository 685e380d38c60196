// Lets queued queries answer between slices of long work.

/** Resolves after what already waits in the event loop has run. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Rows that work takes at once, before queries may answer. */
const sliceSize = 500

/** Works through many a slice at a time, with a breath after each. */
export async function workInSlices<T>(all: readonly T[], work: (slice: T[]) => void): Promise<void> {
  for (let start = 0; start < all.length; start += sliceSize) {
    work(all.slice(start, start + sliceSize))
    await breathe()
  }
}
