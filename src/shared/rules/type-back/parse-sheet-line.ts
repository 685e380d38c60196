// Reads a line typed back from a call sheet: row, day, codes, next date, minutes; everything after is the note.
import { readWalkIn } from './parse-walk-in.ts'
import type { LineSetting, ReadLine, SheetLine, SheetWords, TypedStep } from './sheet-line.ts'
import {
  bare,
  type Codes,
  howOf,
  isDash,
  isOneOf,
  LineParts,
  looksLikeCodes,
  looksLikeDate,
  looksLikeRow,
  outcomeOf,
  type Part,
  readAmount,
  readBy,
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
  let first = parts.take()
  if (isOneOf(words.row, bare(first.text)) && /^\d/.test(parts.peek().text)) first = parts.take()
  const name = bare(first.text).replace(/^#|[-\u2013\u2014]$/g, '')
  if (isOneOf(words.rest, name)) return readRest(parts, setting)
  // A code without its row is no line for somebody new.
  if (readCodeWord(name, words) !== null) throw new Unreadable('noRow', first, { typed: first.text })
  if (/^\p{L}$/u.test(name)) return readWalkIn(name, parts, setting)
  if (isOneOf(words.newFace, name)) return readWalkIn('', parts, setting)
  if (!/^\d+$/.test(name)) throw new Unreadable('noRow', first, { typed: first.text })
  return readRow(Number(name), parts, setting)
}

function readRow(row: number, parts: LineParts, setting: LineSetting): SheetLine {
  const { words } = setting
  parts.skipDash()
  const day = readDayPart(parts, setting, codesOrDecision(words))
  parts.skipDash()
  const decision = readDecision(bare(parts.peek().text), words)
  if (decision) {
    parts.take()
    return { kind: 'decision', row, ...day, decision, note: takeNote(parts, words) }
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
    note: takeNote(parts, setting.words),
  }
}

function readRest(parts: LineParts, setting: LineSetting): SheetLine {
  const day = readDayPart(parts, setting, (word) => readCodeWord(word, setting.words) !== null)
  const codes = parts.peek()
  const { how, outcome } = readCodes(parts, setting.words)
  if (outcome !== null || how === null) throw new Unreadable('restOutcome', codes)
  const { next, minutes, byWhom } = readMarks(parts, setting, day.on, false)
  return { kind: 'rest', ...day, how, next, minutes, byWhom, note: takeNote(parts, setting.words) }
}

function readDecision(word: string, words: SheetWords): 'keep' | 'drop' | null {
  return isOneOf(words.keep, word) ? 'keep' : isOneOf(words.drop, word) ? 'drop' : null
}

function codesOrDecision(words: SheetWords) {
  return (word: string) => readCodeWord(word, words) !== null || readDecision(word, words) !== null
}

/** The note, without the dash that parts it from what stands before; without one it must not be another row. */
function takeNote(parts: LineParts, words: SheetWords): string {
  if (isDash(parts.peek().text)) {
    parts.take()
    return parts.rest()
  }
  const note = parts.rest()
  let at = parts.peek().at
  for (const piece of note.split(';')) {
    if (looksLikeRow(piece, words)) {
      const start = at + piece.length - piece.trimStart().length
      const row = /\d+/.exec(piece)![0]
      throw new Unreadable('twoRows', { at: start, text: piece.trim() }, { row: Number(row) })
    }
    at += piece.length + 1
  }
  return note
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
  byWhom: string
}

/** The next date, the minutes, the amount and who did it, in any order and each once; a dash or any other word ends them. */
function readMarks(parts: LineParts, setting: LineSetting, on: string, takesAmount: boolean): Marks {
  const marks: Marks = { next: null, minutes: null, amount: null, byWhom: '' }
  for (;;) {
    const { text } = parts.peek()
    if (text.startsWith('+') && marks.next === null) {
      marks.next = readNext(parts, setting, on)
      continue
    }
    const byWhom = marks.byWhom === '' ? readBy(parts, setting) : null
    if (byWhom !== null) {
      marks.byWhom = byWhom
      continue
    }
    const minutes = marks.minutes === null ? readMinutesPart(parts, setting.words) : null
    if (minutes !== null) {
      marks.minutes = minutes
      continue
    }
    const amount = takesAmount && marks.amount === null ? readAmountPart(parts, setting) : null
    if (amount === null) return marks
    marks.amount = amount
  }
}

/** "15m", "15 min"; a letter alone behind a space begins a note: "15 m of oak". */
function readMinutesPart(parts: LineParts, words: SheetWords): number | null {
  const [first, second] = [parts.peek(), parts.peek(1)]
  const isSplit = /^\d+$/.test(first.text) && /^\p{L}{2,}$/u.test(bare(second.text))
  const minutes = readMinutes(isSplit ? { at: first.at, text: `${first.text}${second.text}` } : first, words)
  if (minutes !== null) parts.take(isSplit ? 2 : 1)
  return minutes
}

/** "640", and "1 200" with its thousands apart. */
function readAmountPart(parts: LineParts, { money }: LineSetting): number | null {
  const [first, second] = [parts.peek().text, parts.peek(1).text]
  if (/^\D?\d{1,3}$/u.test(first) && /^\d{3}(?:[.,]\d{1,2})?$/.test(second)) {
    const whole = readAmount(`${first} ${second}`, money)
    if (whole !== null) {
      parts.take(2)
      return whole
    }
  }
  const amount = readAmount(first, money)
  if (amount !== null) parts.take()
  return amount
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
