// Reads when somebody buys out of free words: "January to March", "end of summer", "before Christmas", "12 June 2027".
import type { MessageRef } from '../../errors.ts'
import type { BuyingWindow } from './buying-window.ts'
import { type NamedTime, readBareDay, readNamedTime } from './read-named-time.ts'
import { type Span, settleSpan } from './settle-span.ts'
import { oneOf, skipFiller, splitWords, type Token, type WindowWords } from './window-words.ts'

/** What was understood, or why it is nonsense; null when no time is named, or only one that is over. */
export type WindowReading = { window: BuyingWindow } | { problem: MessageRef } | null

/**
 * The first time that is named in an answer to "when". Months, seasons and feasts with a fixed date come back every
 * year unless a year, "this" or "next" stands with them; days and Easter happen once unless "every year" does.
 * A feast alone means the six weeks up to it, and "after" something the four weeks that follow.
 */
export function parseWindow(typed: string, today: string, words: WindowWords): WindowReading {
  const tokens = splitWords(typed)
  for (let at = 0; at < tokens.length; at += 1) {
    const found = readSpan(tokens, at, words)
    if (!found) continue
    const reading = settleSpan(found, typed, isYearly(tokens, found, words), today)
    return 'window' in reading && isOver(reading.window, today) ? null : reading
  }
  return null
}

/**
 * The two ends as the owner mends them, each typed as a month or a day; an empty last one means the first alone.
 * @param yearly as the owner chose, whatever the words say
 */
export function joinWindow(
  from: string,
  to: string,
  yearly: boolean,
  today: string,
  words: WindowWords,
): Exclude<WindowReading, null> {
  const first = readEnd(from, words)
  if (!first) return notADay(from)
  const last = to.trim() === '' ? first : readEnd(to, words)
  if (!last) return notADay(to)
  const span: Span = { from: first.from, to: last.to, start: 0, end: first.end, next: false, side: null }
  return settleSpan(span, to.trim() === '' ? from : `${from} – ${to}`, yearly, today)
}

/** A time that begins at this word, with its other end when it has one. */
function readSpan(tokens: readonly Token[], at: number, words: WindowWords): Span | null {
  const first = readNamedTime(tokens, at, words) ?? readBareDay(tokens, at, words)
  if (!first) return null
  let before = at - 1
  while (oneOf(words.filler, tokens[before]?.low)) before -= 1
  const lead = tokens[before]?.low
  const span: Span = {
    from: first.from,
    to: first.to,
    start: at,
    end: first.end,
    next: oneOf(words.next, lead),
    side: readSide(lead, first, words),
  }
  const joint = tokens[first.end]?.low
  const isRange =
    oneOf(words.to, joint) ||
    /^[–—-]$/.test(joint ?? '') ||
    (oneOf(words.between, lead) && oneOf(words.and, joint))
  const last = isRange ? readNamedTime(tokens, skipFiller(tokens, first.end + 1, words), words) : null
  return last ? { ...span, to: last.to, end: last.end } : addNeighbours(span, tokens, words)
}

function readSide(lead: string | undefined, { isLate }: NamedTime, words: WindowWords): Span['side'] {
  if (oneOf(words.until, lead)) return 'until'
  if (oneOf(words.before, lead)) return isLate ? 'until' : 'before'
  return oneOf(words.after, lead) ? 'after' : null
}

/** "June, July and August" are one time; "May or October" are two, and the first counts. */
function addNeighbours(span: Span, tokens: readonly Token[], words: WindowWords): Span {
  let { to, end } = span
  while (to.day === null && to.year === null) {
    let at = end
    while (/^[,&]$/.test(tokens[at]?.text ?? '') || oneOf(words.and, tokens[at]?.low)) at += 1
    if (at === end) break
    const more = readNamedTime(tokens, at, words)
    if (!more || more.to !== more.from || more.to.day !== null) break
    if (more.to.month !== (to.month % 12) + 1) break
    to = more.to
    end = more.end
  }
  return { ...span, to, end }
}

function isYearly(tokens: readonly Token[], span: Span, words: WindowWords): boolean {
  const ends = [span.from, span.to]
  // Easter moves: the days of one year are wrong in the next.
  if (ends.some((named) => named.feast === 'easter')) return false
  const isNamed = ends.every((named) => named.feast !== undefined)
  if (span.side !== null && span.side !== 'after' && !isNamed) return false
  const isSaid = tokens.some(
    ({ low }, at) =>
      oneOf(words.yearly, low) ||
      (oneOf(words.every, low) && (oneOf(words.year, tokens[at + 1]?.low) || at + 1 === span.start)),
  )
  if (isSaid) return true
  const isOnce = span.next || oneOf(words.this, tokens[span.start - 1]?.low)
  const isDated = ends.some(
    ({ year, day, feast, isPart }) => year !== null || (day !== null && !feast && !isPart),
  )
  return !isOnce && !isDated
}

/** The one day or month that was typed into a field of its own. */
function readEnd(typed: string, words: WindowWords): NamedTime | null {
  const tokens = splitWords(typed)
  const named = readNamedTime(tokens, skipFiller(tokens, 0, words), words)
  return named?.end === tokens.length ? named : null
}

function isOver(window: BuyingWindow, today: string): boolean {
  return !window.yearly && window.to < today
}

function notADay(typed: string): { problem: MessageRef } {
  return { problem: { key: 'knowCard.window.notADay', facts: { typed: typed.trim() } } }
}
