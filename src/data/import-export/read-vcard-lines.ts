// Bytes of a vCard file to cards of unfolded, decoded lines: folding, quoted-printable, charsets and nesting end here.
import { AppError } from '../../shared/errors.ts'
import { decodeText, detectUtf16, guessByteEncoding, normaliseLineEnds } from './decode-text.ts'
import { addWarning, MOST_RECORDS, type RecordRemark } from './imported-record.ts'
import { decodePieceOf, parseVcardLine, type VcardLine, type VcardSource } from './parse-vcard-line.ts'
import { type CardMark, splitAtMarks } from './split-at-marks.ts'

export interface VcardCard {
  /** The line of its BEGIN. */
  line: number
  version: '2.1' | '3.0' | '4.0'
  lines: VcardLine[]
  /** It has its END. */
  closed: boolean
  /** Lines of it that could not be read. */
  unread: number
}

/** Values longer than this, in characters, are cut: nothing a person wrote, and slow to read. */
const LONGEST_LINE = 500_000
const LINES_A_STEP = 5000
/** A line that goes on the one before it. */
const FOLDED = /^[ \t]+[^\s]/

const SKIPPED = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|KEY)(?=[;:])/i
const BASE64 = /^[^:]*;\s*(?:ENCODING\s*=\s*)?"?(?:B|BASE64)"?\s*[;:]/i
const BASE64_LINE = /^[A-Za-z0-9+/=]+\s*$/
const QUOTED_PRINTABLE = /^[^:]*QUOTED-PRINTABLE/i

/** Whether the text is a vCard file: it begins with a card, or its name says so and a card begins near the start. */
export function isVcardText(text: string, fileName: string): boolean {
  const start = text.slice(0, 64 * 1024)
  if (/^[^A-Za-z0-9]{0,20}BEGIN[ \t]*:[ \t]*VCARD\s/i.test(start)) return true
  return isVcardName(fileName) && /BEGIN[ \t]*:[ \t]*VCARD(?![A-Za-z0-9])/i.test(start)
}

export function isVcardName(fileName: string): boolean {
  return /\.(?:vcf|vcard)$/i.test(fileName)
}

/** The file's text, ready to be read in lines. Throws as `decodeText` does. */
export function openVcardSource(bytes: Uint8Array): VcardSource {
  if (detectUtf16(bytes) !== null) {
    const { text, encoding } = decodeText(bytes)
    return { text: normaliseLineEnds(text), isBytes: false, encoding }
  }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start)
  return {
    text: normaliseLineEnds(text.replaceAll('\0', '')),
    isBytes: true,
    encoding: guessByteEncoding(bytes),
  }
}

/** A logical line while its pieces come in. */
interface Unfolding {
  line: number
  pieces: string[]
  length: number
  isQuotedPrintable: boolean
  isSkipped: boolean
}

/** The cards of a source by the line they begin on, nested ones too. Yields the position in the text now and then. */
export function* readCards(source: VcardSource, warnings: RecordRemark[]): Generator<number, VcardCard[]> {
  const reader = new CardReader(source, warnings)
  const { text } = source
  let position = 0
  for (let line = 1; position < text.length; line++) {
    const newline = text.indexOf('\n', position)
    const end = newline === -1 ? text.length : newline
    const isFolded = FOLDED.test(text.slice(end + 1, end + 100))
    for (const piece of splitAtMarks(text.slice(position, end), isFolded)) {
      if (piece.mark === null) reader.takeLine(piece.text, line)
      else reader.takeMark(piece.mark, line)
    }
    position = end + 1
    if (line % LINES_A_STEP === 0) yield position
  }
  reader.finish()
  return reader.cards
}

class CardReader {
  readonly cards: VcardCard[] = []
  private readonly open: VcardCard[] = []
  private current: Unfolding | null = null
  private readonly source: VcardSource
  private readonly warnings: RecordRemark[]

  constructor(source: VcardSource, warnings: RecordRemark[]) {
    this.source = source
    this.warnings = warnings
  }

  /** Takes one physical line: a continuation of the line before it, or a new one. */
  takeLine(physical: string, line: number): void {
    const current = this.current
    if (current !== null) {
      const last = current.pieces[current.pieces.length - 1] ?? ''
      if (current.isQuotedPrintable && last.endsWith('=')) {
        current.pieces[current.pieces.length - 1] = last.slice(0, -1)
        this.addPiece(current, physical)
        return
      }
      if (/^[ \t]/.test(physical) && physical.trim() !== '') {
        this.addPiece(current, physical.slice(1))
        return
      }
      if (current.isSkipped && BASE64_LINE.test(physical)) return
      if (this.open.at(-1)?.version === '2.1' && isBrokenOff(last) && isNoProperty(physical)) {
        current.pieces[current.pieces.length - 1] = last.slice(0, -1)
        this.addPiece(current, `\n${physical}`)
        return
      }
    }
    this.finish()
    if (physical.trim() !== '') this.current = startLine(physical, line)
  }

  /** Takes a BEGIN:VCARD or END:VCARD, wherever in a line it stood. */
  takeMark(mark: CardMark, line: number): void {
    this.finish()
    if (mark === 'begin') this.beginCard(line)
    else this.endCard(line)
  }

  /** Ends the line being unfolded. */
  finish(): void {
    const current = this.current
    this.current = null
    if (current === null || current.isSkipped) return
    const text = current.pieces.join('')
    const card = this.open.at(-1)
    const parsed = card === undefined ? null : parseVcardLine(text, current, this.source)
    if (card === undefined || parsed === null) {
      const start = decodePieceOf(text.slice(0, 40), this.source)
      if (card !== undefined) card.unread++
      addWarning(this.warnings, current.line, { key: 'importExport.parse.oddLine', facts: { start } })
    } else if (parsed.name === 'version') {
      card.version = parsed.value.startsWith('4') ? '4.0' : parsed.value.startsWith('3') ? '3.0' : '2.1'
    } else {
      card.lines.push(parsed)
      if (parsed.isOdd) addWarning(this.warnings, current.line, { key: 'importExport.parse.oddBytes' })
    }
  }

  private beginCard(line: number): void {
    if (this.cards.length === MOST_RECORDS) throw new AppError('import-too-big')
    const card: VcardCard = { line, version: '2.1', lines: [], closed: false, unread: 0 }
    this.cards.push(card)
    this.open.push(card)
  }

  private endCard(line: number): void {
    const card = this.open.pop()
    if (card !== undefined) card.closed = true
    else addWarning(this.warnings, line, { key: 'importExport.parse.oddLine', facts: { start: 'END:VCARD' } })
  }

  private addPiece(current: Unfolding, piece: string): void {
    if (current.isSkipped) return
    if (current.length + piece.length <= LONGEST_LINE) {
      current.pieces.push(piece)
      current.length += piece.length
      return
    }
    if (current.length < LONGEST_LINE) this.warnCut(current)
    current.length = LONGEST_LINE
    // Keeps the soft line break going, so that what follows is still taken as part of this value.
    if (current.isQuotedPrintable && piece.endsWith('=')) current.pieces.push('=')
  }

  private warnCut(current: Unfolding): void {
    const start = (current.pieces[0] ?? '').slice(0, 20)
    addWarning(this.warnings, current.line, {
      key: 'importExport.parse.valueCut',
      facts: { start, longest: LONGEST_LINE },
    })
  }
}

function startLine(physical: string, line: number): Unfolding {
  const head = physical.slice(0, 300)
  return {
    line,
    pieces: [physical.slice(0, LONGEST_LINE)],
    length: Math.min(physical.length, LONGEST_LINE),
    isQuotedPrintable: QUOTED_PRINTABLE.test(head),
    isSkipped: SKIPPED.test(head) || BASE64.test(head),
  }
}

/** A 2.1 line that ends in a single backslash goes on in the next one. */
function isBrokenOff(piece: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(piece.slice(-50))
}

function isNoProperty(physical: string): boolean {
  return physical.trim() !== '' && !/^(?:[\w-]+\.)?[A-Za-z][\w-]*\s*(?:;[^:]*)?:/.test(physical.slice(0, 300))
}
