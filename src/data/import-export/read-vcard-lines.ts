// Bytes of a vCard file to cards of unfolded, decoded lines: folding, quoted-printable, charsets and nesting end here.
import { AppError } from '../../shared/errors.ts'
import {
  decodeNamedCharset,
  decodeText,
  decodeUtf8,
  detectUtf16,
  guessByteEncoding,
  normaliseLineEnds,
  type TextEncoding,
} from './decode-text.ts'
import { addWarning, MOST_RECORDS, type RecordRemark } from './imported-record.ts'

export interface VcardLine {
  line: number
  /** "item1" of "item1.TEL", lower case, or ''. */
  group: string
  /** Lower case. */
  name: string
  /** Lower-case names; a bare parameter of vCard 2.1 stands under 'type'. */
  params: Map<string, string[]>
  /** Decoded, still escaped as its version escapes. */
  value: string
  /** Its bytes fit neither the charset it names nor UTF-8: some letters may be wrong. */
  isOdd: boolean
}

export interface VcardCard {
  /** The line of its BEGIN. */
  line: number
  version: '2.1' | '3.0' | '4.0'
  lines: VcardLine[]
  /** It has its END. */
  closed: boolean
}

export interface VcardSource {
  /** Unicode for UTF-16; else one character a byte, decoded line by line because lines differ in their charset. */
  text: string
  isBytes: boolean
  encoding: TextEncoding
}

/** Values longer than this, in characters, are cut: nothing a person wrote, and slow to read. */
const LONGEST_LINE = 500_000
const LINES_A_STEP = 5000

const SKIPPED = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|KEY)(?=[;:])/i
const BASE64 = /^[^:]*;\s*(?:ENCODING\s*=\s*)?"?(?:B|BASE64)"?\s*[;:]/i
const BASE64_LINE = /^[A-Za-z0-9+/=]+\s*$/
const QUOTED_PRINTABLE = /^[^:]*QUOTED-PRINTABLE/i
const BEGIN = /^\s*BEGIN\s*:\s*VCARD\s*$/i
const END = /^\s*END\s*:\s*VCARD\s*$/i
const HEAD = /^(?:([\w-]+)\.)?([A-Za-z][\w-]*)$/
const TRANSFER_ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '7BIT', '8BIT'])

/** Whether the text is a vCard file: it begins with a card, or its name says so and a card begins near the start. */
export function isVcardText(text: string, fileName: string): boolean {
  const start = text.slice(0, 64 * 1024)
  if (/^BEGIN[ \t]*:[ \t]*VCARD\s/i.test(start.trimStart())) return true
  return isVcardName(fileName) && /^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/im.test(start)
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
    reader.takeLine(text.slice(position, end), line)
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
    if (current !== null && !END.test(physical)) {
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
    if (physical.trim() === '') return
    if (BEGIN.test(physical)) this.beginCard(line)
    else if (END.test(physical)) this.endCard(line)
    else this.current = startLine(physical, line)
  }

  /** Ends the line being unfolded. */
  finish(): void {
    const current = this.current
    this.current = null
    if (current === null || current.isSkipped) return
    const text = current.pieces.join('')
    const card = this.open.at(-1)
    const parsed = card === undefined ? null : parseLine(text, current, this.source)
    if (card === undefined || parsed === null) {
      const start = decodePieceOf(text.slice(0, 40), this.source)
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
    const card: VcardCard = { line, version: '2.1', lines: [], closed: false }
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

/** Takes a line apart; null when it is no property. */
function parseLine(text: string, unfolding: Unfolding, source: VcardSource): VcardLine | null {
  const colon = findOutsideQuotes(text, ':')
  if (colon === -1) return null
  const [first = '', ...rest] = splitOutsideQuotes(decodePieceOf(text.slice(0, colon), source), ';')
  const head = HEAD.exec(first.trim())
  if (head === null) return null
  const params = parseParams(rest)
  const charset = params.get('charset')?.[0]
  const raw = text.slice(colon + 1)
  let value = { text: raw, isOdd: false }
  if (unfolding.isQuotedPrintable) value = decodeValue(decodeQuotedPrintable(raw, source), charset, source)
  else if (source.isBytes && !isPlain(raw)) value = decodeValue(Buffer.from(raw, 'latin1'), charset, source)
  return {
    line: unfolding.line,
    group: (head[1] ?? '').toLowerCase(),
    name: (head[2] ?? '').toLowerCase(),
    params,
    value: value.text.replace(/\r\n?/g, '\n').trim(),
    isOdd: value.isOdd,
  }
}

function parseParams(parts: string[]): Map<string, string[]> {
  const params = new Map<string, string[]>()
  for (const part of parts) {
    const equals = part.indexOf('=')
    const name = equals === -1 ? 'type' : part.slice(0, equals).trim().toLowerCase()
    const text = (equals === -1 ? part : part.slice(equals + 1)).trim()
    if (text === '' || (equals === -1 && TRANSFER_ENCODINGS.has(text.toUpperCase()))) continue
    // vCard 4.0 writes several types in one pair of quotes.
    const values = name === 'type' ? text.replaceAll('"', '').split(',') : [text.replace(/^"(.*)"$/s, '$1')]
    params.set(name, [...(params.get(name) ?? []), ...values.map((value) => value.trim())])
  }
  return params
}

/** The bytes of a quoted-printable value; =XX is a byte, a "=" before anything else stands for itself. */
function decodeQuotedPrintable(text: string, source: VcardSource): Uint8Array {
  const bytes = text
    .replace(/=$/, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return source.isBytes || isLatin1(bytes) ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes, 'utf8')
}

function isLatin1(text: string): boolean {
  return !/[\u0100-\uffff]/.test(text)
}

/** Text of seven bits is the same in every charset but those that shift with an escape. */
function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but escape
  return /^[\x00-\x1a\x1c-\x7f]*$/.test(text)
}

/** A value's text: in the charset it names, else UTF-8, else the encoding of the rest of the file. */
function decodeValue(
  bytes: Uint8Array,
  charset: string | undefined,
  source: VcardSource,
): { text: string; isOdd: boolean } {
  const named = charset === undefined ? null : decodeNamedCharset(bytes, charset)
  if (named !== null && !named.includes('\ufffd')) return { text: named, isOdd: false }
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return { text: utf8, isOdd: false }
  if (named !== null) return { text: named, isOdd: true }
  const isOdd = source.encoding === 'utf-8' || !source.isBytes
  return { text: decodeNamedCharset(bytes, isOdd ? 'windows-1252' : source.encoding) ?? '', isOdd }
}

function decodePieceOf(text: string, source: VcardSource): string {
  if (!source.isBytes || isPlain(text)) return text
  return decodeValue(Buffer.from(text, 'latin1'), undefined, source).text
}

/** The first `mark` outside double quotes; with quotes that never close, the first one of all. */
function findOutsideQuotes(text: string, mark: string): number {
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === mark && !quoted) return at
  }
  return text.indexOf(mark)
}

function splitOutsideQuotes(text: string, mark: string): string[] {
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === mark && !quoted) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}
