// One unfolded line of a vCard to its name, parameters and decoded value.
import { decodeNamedCharset, decodeUtf8, type TextEncoding } from './decode-text.ts'

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

export interface VcardSource {
  /** Unicode for UTF-16; else one character a byte, decoded line by line because lines differ in their charset. */
  text: string
  isBytes: boolean
  encoding: TextEncoding
}

/** Where a line began, and whether its value is in quoted-printable. */
interface LineOrigin {
  line: number
  isQuotedPrintable: boolean
}

const HEAD = /^(?:([\w-]+)\.)?([A-Za-z][\w-]*)$/
const TRANSFER_ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '7BIT', '8BIT'])

/** Takes a line apart; null when it is no property. */
export function parseVcardLine(text: string, origin: LineOrigin, source: VcardSource): VcardLine | null {
  const colon = findOutsideQuotes(text, ':')
  if (colon === -1) return null
  const [first = '', ...rest] = splitOutsideQuotes(decodePieceOf(text.slice(0, colon), source), ';')
  const head = HEAD.exec(first.trim())
  if (head === null) return null
  const params = parseParams(rest)
  const charset = params.get('charset')?.[0]
  const raw = text.slice(colon + 1)
  let value = { text: raw, isOdd: false }
  if (origin.isQuotedPrintable) value = decodeValue(decodeQuotedPrintable(raw, source), charset, source)
  else if (source.isBytes && !isPlain(raw)) value = decodeValue(Buffer.from(raw, 'latin1'), charset, source)
  return {
    line: origin.line,
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
    const known = params.get(name) ?? []
    params.set(name, known)
    for (const value of values) known.push(value.trim())
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

/** A piece of a source as text, as it is outside of any value. */
export function decodePieceOf(text: string, source: VcardSource): string {
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
