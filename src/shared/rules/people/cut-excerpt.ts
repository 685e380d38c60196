// The piece of a note around what was searched for, so that a list can show why it found somebody.
import { foldText } from './fold-text.ts'

const TOKEN = /[\p{L}\p{N}\p{M}'’]+/gu
/** Characters kept before and after the first hit. */
const BEFORE = 36
const AFTER = 72

/**
 * A single line of `text` around the first word that one of the typed words begins, without regard to case and accents;
 * '' when none does. Chinese, Japanese and Korean text is found inside words too.
 */
export function cutExcerpt(text: string, typed: string): string {
  const wanted = foldText(typed).split(' ').filter(Boolean)
  for (const token of text.matchAll(TOKEN)) {
    const folded = foldText(token[0])
    const hit = wanted.some((word) =>
      /[a-z0-9]/.test(word) ? folded.split(' ').some((part) => part.startsWith(word)) : folded.includes(word),
    )
    if (hit) return cutAround(text, token.index, token[0].length)
  }
  return ''
}

function cutAround(text: string, at: number, length: number): string {
  const from = at <= BEFORE ? 0 : nextWordStart(text, at - BEFORE, at)
  const to = at + length + AFTER
  const end = to >= text.length ? text.length : Math.max(text.lastIndexOf(' ', to), at + length)
  const piece = text.slice(from, end).replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${piece}${end < text.length ? '…' : ''}`
}

function nextWordStart(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from)
  return space === -1 || space >= limit ? from : space + 1
}
