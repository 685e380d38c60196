// Lets queued queries answer between slices of long work.

/** Resolves after what already waits in the event loop has run. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
