// Keys pressed between a shortcut and the box it opens: kept and given to the box, so that none is lost or goes astray.

/** Milliseconds after which no box is expected any more, and keys belong to the page again. */
const longestWait = 5000

let waitingSince: number | null = null
let keys = ''

/** From now on keys are kept, until a box takes them. */
export function awaitBox(): void {
  waitingSince = performance.now()
  keys = ''
}

/** Keeps a key while a box is awaited; Enter as a line break. */
export function keepKey(event: KeyboardEvent): void {
  if (waitingSince === null || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (event.key === 'Escape' || performance.now() - waitingSince > longestWait) {
    waitingSince = null
    return
  }
  if (event.key === 'Backspace') keys = keys.slice(0, -1)
  else if (event.key === 'Enter') keys += '\n'
  else if (event.key.length === 1) keys += event.key
  else return
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** What was typed before the box was there; it takes the keys itself from now on. */
export function takeKeys(): string {
  waitingSince = null
  const taken = keys
  keys = ''
  return taken
}
