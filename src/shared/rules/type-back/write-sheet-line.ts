// Writes a line as it would be typed back from a call sheet: what was understood, in the letters of the sheet.

import { daysOfWeek } from '../days/weeks.ts'
import { placesOf } from '../touches/parse-money.ts'
import type { How, Outcome } from '../touches/touch-kinds.ts'
import {
  type LineSetting,
  type SheetLine,
  type SheetWords,
  sheetHows,
  sheetOutcomes,
  type TypedStep,
  type WalkInLine,
} from './sheet-line.ts'
import { isOneOf, looksLikeRow } from './sheet-words.ts'

type Setting = Pick<LineSetting, 'week' | 'words' | 'money'>

/** Reading what this writes gives the same line; a day and a "talked" that were not typed stay unwritten. */
export function writeSheetLine(line: SheetLine, setting: Setting): string {
  const { words } = setting
  const day = line.dayTyped ? writeDay(line.on, setting) : ''
  if (line.kind === 'walk-in') return writeWalkIn(line, day, setting)
  if (line.kind === 'decision') {
    return join([
      String(line.row),
      day,
      firstOf(line.decision === 'keep' ? words.keep : words.drop),
      writeNote(line.note, words),
    ])
  }
  const marks = [writeNext(line.next), writeMinutes(line.minutes, words), writeBy(line.byWhom, words)]
  if (line.kind === 'rest') {
    return join([
      firstOf(words.rest),
      day,
      letterOfHow(line.how, words),
      ...marks,
      writeNote(line.note, words),
    ])
  }
  const codes = `${line.how !== null && line.howTyped ? letterOfHow(line.how, words) : ''}${letterOfOutcome(line.outcome, words)}`
  const amount = writeAmount(line.amount, setting.money.currency)
  return join([String(line.row), day, codes, amount, ...marks, writeNote(line.note, words)])
}

function writeWalkIn(line: WalkInLine, day: string, { words, money }: Setting): string {
  const { name, phone, email, foundWords, source, note } = line
  const codes = `${letterOfHow(line.how, words)}${letterOfOutcome(line.outcome, words)}`
  const fields = [
    name,
    phone,
    email,
    writeNext(line.next),
    writeMinutes(line.minutes, words),
    writeBy(line.byWhom, words),
    join([codes, writeAmount(line.amount, money.currency)]),
    foundWords === '' ? '' : `"${foundWords}"`,
  ].filter((field) => field !== '')
  const plain = note !== '' ? [source, note] : source !== '' ? [source] : []
  return join([line.letter || firstOf(words.newFace), day, [...fields, ...plain].join(', ')])
}

const join = (parts: string[]) => parts.filter((part) => part !== '').join(' ')
const firstOf = (choices: string) => choices.split('|')[0]!

function writeDay(on: string, { week, words }: Setting): string {
  const index = daysOfWeek(week).indexOf(on)
  return index < 0 ? on : words.dayCodes[index]!.toLowerCase()
}

function letterOfHow(how: How, words: SheetWords): string {
  const names = Object.keys(sheetHows) as (keyof typeof sheetHows)[]
  const name = names.find((one) => sheetHows[one] === how)
  return name ? words.letters[name].toLowerCase() : ''
}

function letterOfOutcome(outcome: Outcome | null, words: SheetWords): string {
  const names = Object.keys(sheetOutcomes) as (keyof typeof sheetOutcomes)[]
  const name = names.find((one) => sheetOutcomes[one] === outcome)
  return name ? words.letters[name].toLowerCase() : ''
}

function writeNext(next: TypedStep | null): string {
  return next ? `+${next.on}${next.promised ? '!' : ''}` : ''
}

function writeMinutes(minutes: number | null, words: SheetWords): string {
  return minutes === null ? '' : `${minutes}${firstOf(words.minutes)}`
}

const writeBy = (name: string, words: SheetWords) => (name === '' ? '' : `${firstOf(words.by)} ${name}`)

function writeAmount(amount: number | null, currency: string): string {
  if (amount === null) return ''
  const places = placesOf(currency)
  const whole = amount / 10 ** places
  return Number.isInteger(whole) ? String(whole) : whole.toFixed(places)
}

/** A dash parts a note from the codes where it could be read as one of them, or as another row. */
function writeNote(note: string, words: SheetWords): string {
  const isTaken = /^(?:[+\u2013\u2014-]|\S*\d|\p{L}(?:\s|$))/u.test(note)
  const [first = ''] = note.split(/\s/, 1)
  return isTaken || isOneOf(words.by, first) || note.split(';').some((piece) => looksLikeRow(piece, words))
    ? `- ${note}`
    : note
}
