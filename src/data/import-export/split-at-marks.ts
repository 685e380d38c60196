// Where cards begin and end in one line of a vCard file: joined files put the marks anywhere, and invisible signs before them.

export type CardMark = 'begin' | 'end'

/** A piece of a line: a mark, or the text between marks. */
export interface LinePiece {
  mark: CardMark | null
  text: string
}

const MARK = /(BEGIN|END)[ \t]*:[ \t]*VCARD/gi
/** What is no word: blanks, quotes, signs, marks nobody sees in any encoding. No "=" and "\": those go on a value. */
const NO_WORD = /^[^A-Za-z0-9=\\]*$/
const AFTER_MARK = /^(?:[^A-Za-z0-9=\\]|$)/

/**
 * Takes a physical line apart. A mark counts at the start of the line, behind another mark, and at its end, signs
 * aside; amid words it is part of a value, and so it is before a line that goes on this one (`isFolded`).
 */
export function splitAtMarks(physical: string, isFolded: boolean): LinePiece[] {
  if (!physical.includes(':') || !/VCARD/i.test(physical)) return [{ mark: null, text: physical }]
  // A file of old Mac line ends joined to another: only beside a mark is a lone return surely a line end.
  const lines = /VCARD[ \t]*\r|\r[ \t]*(?:BEGIN|END)[ \t]*:/i.test(physical)
    ? physical.split('\r')
    : [physical]
  return lines.flatMap((line) => splitLine(line, isFolded))
}

function splitLine(line: string, isFolded: boolean): LinePiece[] {
  const pieces: LinePiece[] = []
  const marks = [...line.matchAll(MARK)]
  let from = 0
  for (const [index, found] of marks.entries()) {
    const before = line.slice(from, found.index)
    const end = found.index + found[0].length
    const behind = line.slice(end)
    const isBeforeMark = marks[index + 1]?.index === end
    const begins = NO_WORD.test(before) && (isBeforeMark || AFTER_MARK.test(behind))
    // "\nEND:VCARD" is a card written inside a value.
    const ends =
      (NO_WORD.test(behind) || (isBeforeMark && /^E/i.test(found[0]))) && !isFolded && !before.endsWith('\\n')
    if (!begins && !ends) continue
    if (!begins) pieces.push({ mark: null, text: before })
    pieces.push({ mark: found[1]?.toUpperCase() === 'BEGIN' ? 'begin' : 'end', text: '' })
    from = end
  }
  const rest = line.slice(from)
  if (from === 0) return [{ mark: null, text: line }]
  if (!NO_WORD.test(rest)) pieces.push({ mark: null, text: rest })
  return pieces
}
