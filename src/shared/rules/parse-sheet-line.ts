// Reads a line typed back from a call sheet: row, day, codes, next date, minutes; everything after is the note.
import { readWalkIn } from './parse-walk-in.ts'
import type { LineSetting, ReadLine, SheetLine, SheetWords, TypedStep } from './sheet-line.ts'
import {
  bare,
  type Codes,
  howOf,
  isOneOf,
  LineParts,
  looksLikeCodes,
  looksLikeDate,
  outcomeOf,
  type Part,
  readAmount,
  readCodeWord,
  readDayPart,
  readMinutes,
  readNextWords,
  Unreadable,
} from './sheet-words.ts'

/** Longer lines are a text pasted by mistake. */
const longestLine = 2000
/** A next date may be written in so many words: "+in 2 weeks". */
const mostDateWords = 4
/** Further ahead than this, digits after a date begin the note: "+24dec 1200 for the frame". */
const yearsAhead = 3

/**
 * Reads one line. Never throws: what cannot be read is a problem with its place.
 * @param typed one line, without its end
 */
export function parseSheetLine(typed: string, setting: LineSetting): ReadLine {
  try {
    return { ok: true, line: readLine(typed, setting) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

function readLine(typed: string, setting: LineSetting): SheetLine {
  const parts = new LineParts(typed)
  const { words } = setting
  if (typed.length > longestLine) {
    throw new Unreadable(
      'tooLong',
      { at: longestLine, text: typed.slice(longestLine) },
      { most: longestLine },
    )
  }
  const first = parts.take()
  const name = bare(first.text)
  if (isOneOf(words.rest, name)) return readRest(parts, setting)
  if (/^\p{L}$/u.test(name)) return readWalkIn(name, parts, setting)
  if (isOneOf(words.newFace, name)) return readWalkIn('', parts, setting)
  if (!/^\d+$/.test(name)) throw new Unreadable('noRow', first, { typed: first.text })
  return readRow(Number(name), parts, setting)
}

function readRow(row: number, parts: LineParts, setting: LineSetting): SheetLine {
  const { words } = setting
  const day = readDayPart(parts, setting, codesOrDecision(words))
  const decision = readDecision(bare(parts.peek().text), words)
  if (decision) {
    parts.take()
    return { kind: 'decision', row, ...day, decision, note: takeNote(parts) }
  }
  const { how, outcome } = readCodes(parts, words)
  const isDecided = how === null && (outcome === 'park' || outcome === 'never contact')
  const marks = readMarks(parts, setting, day.on, outcome === 'quote' || outcome === 'bought')
  return {
    kind: 'row',
    row,
    ...day,
    how: isDecided ? null : (how ?? 'talked'),
    howTyped: how !== null,
    outcome,
    ...marks,
    note: takeNote(parts),
  }
}

function readRest(parts: LineParts, setting: LineSetting): SheetLine {
  const day = readDayPart(parts, setting, (word) => readCodeWord(word, setting.words) !== null)
  const codes = parts.peek()
  const { how, outcome } = readCodes(parts, setting.words)
  if (outcome !== null || how === null) throw new Unreadable('restOutcome', codes)
  const { next, minutes } = readMarks(parts, setting, day.on, false)
  return { kind: 'rest', ...day, how, next, minutes, note: takeNote(parts) }
}

function readDecision(word: string, words: SheetWords): 'keep' | 'drop' | null {
  return isOneOf(words.keep, word) ? 'keep' : isOneOf(words.drop, word) ? 'drop' : null
}

function codesOrDecision(words: SheetWords) {
  return (word: string) => readCodeWord(word, words) !== null || readDecision(word, words) !== null
}

/** The note, without the dash that parts it from what stands before. */
function takeNote(parts: LineParts): string {
  if (parts.peek().text === '-') parts.take()
  return parts.rest()
}

function readCodes(parts: LineParts, words: SheetWords): Codes {
  const part = parts.peek()
  const codes = readCodeWord(bare(part.text), words)
  if (codes === null) throw explainCodes(part, words)
  parts.take()
  // "t r" says what "tr" says.
  const second = parts.peek().text.toLowerCase()
  const outcome =
    codes.how !== null && codes.outcome === null && second.length === 1 ? outcomeOf(second, words) : null
  if (outcome !== null) {
    parts.take()
    return { how: codes.how, outcome }
  }
  return codes
}

function explainCodes(part: Part, words: SheetWords): Unreadable {
  const letters = [...bare(part.text)]
  if (!looksLikeCodes(part.text, words)) {
    return new Unreadable(letters.length > 0 && letters.length <= 2 ? 'unknownCode' : 'howMissing', part, {
      typed: part.text,
    })
  }
  const seen = { how: '', outcome: '' }
  let at = part.at
  for (const letter of letters) {
    const kind = howOf(letter, words) !== null ? 'how' : 'outcome'
    const mark = { at, text: letter }
    if (seen[kind] !== '') {
      if (seen[kind] === letter) return new Unreadable('letterTwice', mark, { letter: letter.toUpperCase() })
      const facts = { first: seen[kind].toUpperCase(), second: letter.toUpperCase() }
      return new Unreadable(kind === 'how' ? 'howTwice' : 'outcomeTwice', mark, facts)
    }
    seen[kind] = letter
    at += letter.length
  }
  return new Unreadable('order', part, { codes: `${seen.how}${seen.outcome}`.toUpperCase() })
}

interface Marks {
  next: TypedStep | null
  minutes: number | null
  amount: number | null
}

/** The next date, the minutes and the amount, in any order and each once; a dash or any other word ends them. */
function readMarks(parts: LineParts, setting: LineSetting, on: string, takesAmount: boolean): Marks {
  const marks: Marks = { next: null, minutes: null, amount: null }
  for (;;) {
    const { text } = parts.peek()
    if (text.startsWith('+') && marks.next === null) {
      marks.next = readNext(parts, setting, on)
      continue
    }
    const minutes = marks.minutes === null ? readMinutes(parts.peek(), setting.words) : null
    const amount = takesAmount && marks.amount === null ? readAmount(text, setting.money) : null
    if (minutes === null && amount === null) return marks
    parts.take()
    if (minutes !== null) marks.minutes = minutes
    else marks.amount = amount
  }
}

function readNext(parts: LineParts, setting: LineSetting, on: string): TypedStep {
  const first = parts.peek()
  const latest = Temporal.PlainDate.from(on).add({ years: yearsAhead }).toString()
  for (let count = mostDateWords; count > 0; count -= 1) {
    const last = parts.peek(count - 1).text
    // A letter alone begins a note sooner than it is a unit.
    if (last === '' || (count > 1 && /^\p{L}$/u.test(last))) continue
    const text = Array.from({ length: count }, (_, index) => parts.peek(index).text).join(' ')
    const { date, promised } = readNextWords(text, setting, on)
    if (date === null || (count > 1 && (date <= on || date > latest))) continue
    if (date <= on) throw new Unreadable('nextTooEarly', first, { on })
    parts.take(count)
    return { on: date, promised }
  }
  const typed = first.text.replace(/^\+/, '')
  throw new Unreadable(looksLikeDate(typed) ? 'noSuchNext' : 'next', first, { typed: first.text })
}
