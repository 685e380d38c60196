// The owner's words, and names, as a sentence in a row can hold them.
import type { Name } from '../../errors.ts'

/** Owner's words inside a sentence: one line, no closing stop, short enough for a row. */
export function shorten(words: string, length = 80): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line.replace(/[.,;:\s]+$/, '')
  const cut = line.slice(0, length).replace(/\s\S*$/, '')
  // Half a character at the cut would print as a box.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').replace(/[.,;:\s]+$/, '')}…`
}

/** A name inside a sentence; one that has no words of its own yet stays as it is. */
export const shortenName = (name: Name): Name => (typeof name === 'string' ? shorten(name, 60) : name)
