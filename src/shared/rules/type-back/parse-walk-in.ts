// Reads a walk-in line: "a tue Ann Lee, 555 0199, saw the van, "frames near me"", its parts told by their looks.
import type { LineSetting, WalkInLine } from './sheet-line.ts'
import {
  findWorker,
  isOneOf,
  type LineParts,
  type Part,
  readAmount,
  readCodeWord,
  readDayPart,
  readDayWord,
  readMinutes,
  readNextWords,
  readSplitDate,
  Unreadable,
} from './sheet-words.ts'

/** Fewer digits than this are no phone. */
const fewestDigits = 6
const phonePattern = /^\+?[\d(][\d\s().\u2010-\u2015/-]*\d$/
const phoneBehind = /^(.*?)[\s:]+(\+?[\d(][\d\s().\u2010-\u2015/-]{5,}\d)$/
const opening = /["\u201c\u201e\u00ab]/
const closing = /["\u201c\u201d\u00bb]/
const quotedPattern = /^["\u201c\u201d\u201e\u00ab](.*)["\u201c\u201d\u00bb]$/

const countDigits = (text: string) => text.replace(/\D/g, '').length

/** @param letter of the line on paper, '' for one written elsewhere */
export function readWalkIn(letter: string, parts: LineParts, setting: LineSetting): WalkInLine {
  const day = readOwnDay(parts, setting)
  const [first, ...fields] = splitFields(parts.rest(), parts.peek().at)
  const line: WalkInLine = { kind: 'walk-in', letter, ...day, ...blank, ...readWho(first!.text) }
  if (!/\p{L}/u.test(line.name)) throw new Unreadable('noName', first!)
  const reading: Reading = { line, setting, plain: [], spare: [], hasCodes: false }
  for (const field of fields) takeField(field, reading)
  line.source = reading.plain.shift() ?? ''
  line.note = [...reading.plain, ...reading.spare].join(', ')
  return line
}

/** A day stands alone before the name: "a tue Ann Lee"; "a Mo" and "a Mo, saw the van" are somebody called Mo. */
function readOwnDay(parts: LineParts, setting: LineSetting): { on: string; dayTyped: boolean } {
  const { text } = parts.peek()
  if (readSplitDate(parts, setting)) return readDayPart(parts, setting, () => false)
  const isDay =
    !text.endsWith(',') && parts.peek(1).text !== '' && readDayWord(parts.peek(), setting) !== null
  if (!isDay) return { on: setting.usualDay, dayTyped: false }
  return readDayPart(parts, setting, () => true)
}

/** "Ann Lee 555 0199" is a name and a phone. */
function readWho(field: string): { name: string; phone: string } {
  const behind = phoneBehind.exec(field)
  if (!behind || countDigits(behind[2]!) < fewestDigits) return { name: field, phone: '' }
  return { name: behind[1]!, phone: behind[2]! }
}

const blank = {
  how: 'met',
  outcome: null,
  next: null,
  minutes: null,
  byWhom: '',
  amount: null,
  email: '',
  source: '',
  foundWords: '',
  note: '',
} as const

/**
 * Parted by commas or tabs, but not by those of a field that begins with words in quotation marks; a line without
 * either may have semicolons.
 */
function splitFields(text: string, from: number): Part[] {
  const fields: Part[] = []
  const isEnd = /[,\t]/.test(text) ? /[,\t]/ : /;/
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at === text.length || isEnd.test(text[at]!)) {
      const field = text.slice(start, at)
      fields.push({ at: from + start + field.length - field.trimStart().length, text: field.trim() })
      start = at + 1
    } else if (text.slice(start, at).trim() === '' && opening.test(text[at]!)) {
      const length = text.slice(at + 1).search(closing)
      if (length > 0) at += length + 1
    }
  }
  return fields
}

interface Reading {
  line: WalkInLine
  setting: LineSetting
  /** Fields of no other kind: how they found us, then what they want. */
  plain: string[]
  /** A second phone, a second mail and the like. */
  spare: string[]
  hasCodes: boolean
}

function takeField(part: Part, reading: Reading): void {
  const { line, setting } = reading
  const field = part.text
  const quoted = quotedPattern.exec(field)
  const { date, promised } = readNextWords(field, setting, line.on)
  const isDate = field.startsWith('+') && date !== null
  const byWhom = readByField(part, setting)
  const once = (isFree: boolean, take: () => void) => {
    if (isFree) take()
    else reading.spare.push(field)
  }
  if (quoted) {
    once(line.foundWords === '', () => {
      line.foundWords = quoted[1]!.trim()
    })
  } else if (isDate || (field.startsWith('+') && countDigits(field) < fewestDigits)) {
    once(line.next === null, () => {
      if (date === null) throw new Unreadable('next', part, { typed: field })
      if (date <= line.on) throw new Unreadable('nextTooEarly', part, { on: line.on })
      line.next = { on: date, promised }
    })
  } else if (phonePattern.test(field) && countDigits(field) >= fewestDigits) {
    once(line.phone === '', () => {
      line.phone = field
    })
  } else if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(field)) {
    once(line.email === '', () => {
      line.email = field
    })
  } else if (/^\d+\p{L}+$/u.test(field) && isOneOf(setting.words.minutes, field.replace(/^\d+/, ''))) {
    once(line.minutes === null, () => {
      line.minutes = readMinutes(part, setting.words)
    })
  } else if (byWhom !== null) {
    once(line.byWhom === '', () => {
      line.byWhom = byWhom
    })
  } else if (!takeCodes(field, reading)) reading.plain.push(field)
}

/** "by Ann", and nothing else in the field. */
function readByField(part: Part, { words, names }: LineSetting): string | null {
  const [first = ''] = part.text.split(/\s/, 1)
  const name = part.text.slice(first.length).trim()
  if (names.length < 2 || !isOneOf(words.by, first) || name === '') return null
  return findWorker({ at: part.at + part.text.indexOf(name, first.length), text: name }, names)
}

/** "w 85", "t": how it went when they did not just come in, and what came of it. */
function takeCodes(field: string, reading: Reading): boolean {
  const { line } = reading
  const { words, money } = reading.setting
  const [word = '', amount, ...more] = field.split(/\s+/)
  const codes = more.length === 0 && !reading.hasCodes ? readCodeWord(word.toLowerCase(), words) : null
  if (codes === null) return false
  const takesAmount = codes.outcome === 'quote' || codes.outcome === 'bought'
  const typed = amount === undefined || !takesAmount ? null : readAmount(amount, money)
  if (amount !== undefined && typed === null) return false
  reading.hasCodes = true
  line.how = codes.how ?? line.how
  line.outcome = codes.outcome
  line.amount = typed
  return true
}
