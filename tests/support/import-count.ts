// Counts what a file to import holds by its bytes alone, sharing no code with the program: what went in must come out.

/** A mark of a card anywhere in a line, with what stands before and behind it there. */
const MARK = /(BEGIN|END)[ \t]*:[ \t]*VCARD/gi
/** Nothing an owner could have meant as words: blanks, quotes, signs, byte order marks, invisible characters. */
const NO_WORD = /^[^A-Za-z0-9=\\]*$/

/**
 * How many cards begin in a vCard file, whatever its encodings and line ends: where a line begins or ends with
 * BEGIN:VCARD, signs and invisible marks aside, behind the END:VCARD of another, and at the start of an AGENT value.
 */
export function countCards(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', '')
  const lines = splitLines(text)
  let cards = 0
  for (const [index, line] of lines.entries()) {
    const goesOn = /^[ \t]+\S/.test(lines[index + 1] ?? '')
    for (const part of splitAtReturns(line)) cards += countBegins(part, goesOn)
  }
  return cards
}

function countBegins(line: string, goesOn: boolean): number {
  const marks = [...line.matchAll(MARK)]
  let begins = 0
  let from = 0
  for (const [index, mark] of marks.entries()) {
    const before = line.slice(from, mark.index)
    const end = mark.index + mark[0].length
    const behind = line.slice(end)
    const isNextMark = marks[index + 1]?.index === end
    const opens = NO_WORD.test(before) && (isNextMark || /^(?:[^A-Za-z0-9=\\]|$)/.test(behind))
    const closes =
      (NO_WORD.test(behind) || (isNextMark && /^E/i.test(mark[0]))) && !goesOn && !before.endsWith('\\n')
    const isAgent = /^(?:[\w-]+\.)?AGENT(?:;[^:]*)?:\s*$/i.test(before) && /^(?:\\n|=0[AD])/i.test(behind)
    if (!opens && !closes && !isAgent) continue
    if (mark[1]!.toUpperCase() === 'BEGIN') begins += 1
    if (!isAgent) from = end
  }
  return begins
}

/** Lines of old Macs amid others: a return beside a mark ends a line, one in a value does not. */
function splitAtReturns(line: string): string[] {
  return /VCARD[ \t]*\r|\r[ \t]*(?:BEGIN|END)[ \t]*:/i.test(line) ? line.split('\r') : [line]
}

/** How many rows of a table hold anything, its heading among them, where every quotation mark is closed. */
export function countFilledRows(bytes: Uint8Array): number {
  let inQuotes = false
  let rows = 0
  for (const line of splitLines(readText(bytes))) {
    if (!inQuotes && isFilled(line)) rows += 1
    if (countQuotes(line) % 2 === 1) inQuotes = !inQuotes
  }
  return rows
}

/**
 * The lines of a table that no record accounts for, 1-based, whatever became of its quotation marks: `starts` are the
 * lines where records were said to begin. A line may lie inside a record only where a quotation mark is open.
 */
export function findLostLines(bytes: Uint8Array, starts: ReadonlySet<number>): number[] {
  const lost: number[] = []
  let inQuotes = false
  let isFirst = true
  for (const [index, line] of splitLines(readText(bytes)).entries()) {
    if (starts.has(index + 1)) inQuotes = false
    else if (!inQuotes && isFilled(line) && !isFirst) lost.push(index + 1)
    if (isFilled(line)) isFirst = false
    if (countQuotes(line) % 2 === 1) inQuotes = !inQuotes
  }
  return lost
}

function isFilled(line: string): boolean {
  return line.replace(/[,;\t"]/g, '').trim() !== ''
}

function countQuotes(line: string): number {
  return line.split('"').length - 1
}

function splitLines(text: string): string[] {
  const ends = text.includes('\n') ? /\r{0,2}\n/ : /\r/
  return text.split(ends)
}

/** The file's text, UTF-16 with or without a mark, else UTF-8; a wrong letter changes no count. */
function readText(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2]! += 1
  const isWide = zeros[0]! + zeros[1]! > start.length / 10
  const isLittle = start[0] === 0xff && start[1] === 0xfe
  const isBig = start[0] === 0xfe && start[1] === 0xff
  const encoding =
    isLittle || (isWide && !isBig && zeros[1]! > zeros[0]!)
      ? 'utf-16le'
      : isBig || isWide
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '')
}
