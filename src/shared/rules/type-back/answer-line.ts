// Writes into a line what it left open, so that the text alone holds everything that was answered.
import { parseSheetLine } from './parse-sheet-line.ts'
import { readLost, readNamed } from './read-note.ts'
import type { Ask } from './sheet-entry.ts'
import type { LineSetting, RowLine, SheetLine, WalkInLine } from './sheet-line.ts'
import { readAmount, readNextWords } from './sheet-words.ts'
import { writeSheetLine } from './write-sheet-line.ts'

/**
 * @param answer as typed into the field beside the line
 * @returns the line with the answer in it, or null when the answer cannot be read
 */
export function answerLine(typed: string, ask: Ask, answer: string, setting: LineSetting): string | null {
  const read = parseSheetLine(typed, setting)
  const words = answer.trim()
  if (!read.ok || words === '') return null
  const { line } = read
  if (line.kind !== 'row' && line.kind !== 'walk-in') return null
  const answered =
    line.kind === 'row' ? answerRow(line, ask, words, setting) : answerWalkIn(line, ask, words, setting)
  return answered && writeSheetLine(answered, setting)
}

/** Commas part the answer from the note behind it. */
const withoutCommas = (words: string) => words.replace(/\s*,\s*/g, ' ')
const before = (words: string, note: string) => (note === '' ? words : `${words}, ${note}`)

function answerRow(line: RowLine, ask: Ask, words: string, setting: LineSetting): SheetLine | null {
  const { from, to } = setting.words
  switch (ask) {
    case 'source':
      return { ...line, note: before(`${from.split('|')[0]} ${withoutCommas(words)}`, line.note) }
    case 'reason': {
      const lost = readLost(line.note, to)
      return { ...line, note: lost.to === '' ? words : `${to.split('|')[0]} ${lost.to}, ${words}` }
    }
    case 'friend': {
      const note = before(withoutCommas(words), line.note)
      // Without a comma only few words are a name.
      return { ...line, note: readNamed(note) ? note : `${note},` }
    }
    default:
      return answerMark(line, ask, words, setting)
  }
}

function answerWalkIn(line: WalkInLine, ask: Ask, words: string, setting: LineSetting): SheetLine | null {
  if (ask === 'source') return { ...line, source: withoutCommas(words) }
  return answerMark(line, ask, words, setting)
}

function answerMark<Line extends RowLine | WalkInLine>(
  line: Line,
  ask: Ask,
  words: string,
  setting: LineSetting,
): Line | null {
  if (ask === 'amount') {
    const amount = readAmount(words, setting.money)
    return amount === null ? null : { ...line, amount }
  }
  const { date, promised } = readNextWords(`+${words.replace(/^\+/, '')}`, setting, line.on)
  return date === null || date <= line.on ? null : { ...line, next: { on: date, promised } }
}
