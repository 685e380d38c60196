// Bytes of a foreign file to text: address books come in every encoding of the last thirty years and seldom say which.
import { TextDecoder } from 'node:util'
import { AppError } from '../../shared/errors.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'shift_jis'

export interface DecodedText {
  text: string
  encoding: TextEncoding
  /** Lines that did not fit the encoding of the rest and were read as Windows-1252, or lost characters. 1-based. */
  oddLines: number[]
}

/** The bytes a file that is no text starts with, and what the owner calls such a file. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['%PDF', 'PDF'],
  ['SQLite format 3', 'SQLite'],
  ['PK\x03\x04', 'Excel, LibreOffice or ZIP'],
  ['\xd0\xcf\x11\xe0', 'Excel or Word'],
  ['{\\rtf', 'RTF'],
  ['\x1f\x8b', 'GZIP'],
  ['7z\xbc\xaf', '7-Zip'],
  ['Rar!', 'RAR'],
  ['!BDN', 'Outlook PST'],
  ['MZ', 'EXE'],
  ['\x7fELF', 'ELF'],
]
const SAMPLE_BYTES = 64 * 1024
const MANY_ODD_LINES = 20

/**
 * Reads bytes as text: by its mark, else UTF-16 without mark, UTF-8, Shift-JIS or Windows-1252, whichever fits.
 * A few odd bytes never fail a file. Throws `import-empty` without any content and `import-not-text` (fact `format`)
 * for a picture, a spreadsheet or anything else that is not text.
 */
export function decodeText(marked: Uint8Array): DecodedText {
  const bytes = dropFalseMark(marked)
  refuseOtherFormats(bytes)
  const wide = detectUtf16(bytes)
  const decoded = wide === null ? decodeBytes(bytes) : decodeUtf16(bytes, wide)
  if (decoded.text.includes('\0')) decoded.text = decoded.text.replaceAll('\0', '')
  if (decoded.text.trim() === '') throw new AppError('import-empty')
  return decoded
}

/** A mark of UTF-8 that some program put before text of two bytes a letter says nothing, and puts all out of step. */
function dropFalseMark(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return bytes
  const rest = bytes.subarray(3)
  return detectUtf16(rest) === null ? bytes : rest
}

/** 'utf-16le' or 'utf-16be' by the mark or by where the zero bytes are; null for anything else. */
export function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0 && isTextByte(bytes[i + 1])) even++
    if (bytes[i + 1] === 0 && isTextByte(bytes[i])) odd++
  }
  const pairs = length / 2
  // Even Japanese text has its line ends, separators and headings in half-empty pairs.
  if (odd > pairs * 0.1 && even < odd * 0.02) return 'utf-16le'
  if (even > pairs * 0.1 && odd < even * 0.02) return 'utf-16be'
  return null
}

/** Decodes text that the file says is in `charset`, or null when that name is unknown. Odd bytes become U+FFFD. */
export function decodeNamedCharset(bytes: Uint8Array, charset: string): string | null {
  return getDecoder(charset, false)?.decode(bytes) ?? null
}

/** Decodes bytes that may be UTF-8, or null when they are not. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return tryDecode(bytes, 'utf-8')
}

const decoders = new Map<string, TextDecoder | null>()

/** A decoder made once for each charset; null for a charset nobody knows. */
function getDecoder(charset: string, fatal: boolean): TextDecoder | null {
  const key = `${fatal} ${charset.toLowerCase()}`
  const known = decoders.get(key)
  if (known !== undefined) return known
  const decoder = makeDecoder(charset, fatal)
  if (decoders.size < 100) decoders.set(key, decoder)
  return decoder
}

function makeDecoder(charset: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal })
  } catch {
    return null
  }
}

/** One kind of line end: \n, for \r\n, \r\r\n, and \r where the file has no other. */
export function normaliseLineEnds(text: string): string {
  if (!text.includes('\r')) return text
  if (!text.includes('\n')) return text.replaceAll('\r', '\n')
  return text.replaceAll('\r\r\n', '\n').replaceAll('\r\n', '\n')
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new AppError('import-empty')
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const found = SIGNATURES.find(([signature]) => start.startsWith(signature))
  if (found !== undefined && !isPlainStart(bytes)) throw new AppError('import-not-text', { format: found[1] })
  if (found !== undefined && /^(?:%PDF|\{\\rtf)/.test(start)) {
    throw new AppError('import-not-text', { format: found[1] })
  }
  if (detectUtf16(bytes) !== null) return
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  if (controls > Math.max(8, sample.length * 0.02)) throw new AppError('import-not-text', { format: '' })
}

/** Text may start with "MZ" or "GIF8" too; only a file with control bytes at its start is taken for the format. */
function isPlainStart(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).every(isTextByte)
}

function isTextByte(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 32 || (byte >= 9 && byte <= 13))
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const whole = bytes.length % 2 === 0 ? bytes : bytes.subarray(0, bytes.length - 1)
  return { text: new TextDecoder(encoding).decode(whole), encoding, oddLines: [] }
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', oddLines: [] }
  const encoding = guessByteEncoding(bytes)
  if (encoding === 'utf-8') return decodeMostlyUtf8(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding, oddLines: [] }
}

/** The encoding of bytes that are not all UTF-8: still UTF-8 when most of it is, else Shift-JIS or Windows-1252. */
export function guessByteEncoding(bytes: Uint8Array): TextEncoding {
  const loose = new TextDecoder('utf-8').decode(bytes)
  let lost = 0
  let kept = 0
  for (let i = 0; i < loose.length; i++) {
    const unit = loose.charCodeAt(i)
    if (unit === 0xfffd) lost++
    else if (unit > 0x7f) kept++
  }
  if (lost === 0) return 'utf-8'
  if (kept > lost) return 'utf-8'
  return looksShiftJis(bytes) ? 'shift_jis' : 'windows-1252'
}

/**
 * Shift-JIS and Windows-1252 share their bytes. Japanese comes in runs of kana and common kanji; in a western text
 * read as Shift-JIS the Japanese-looking characters stand alone between Latin letters.
 */
function looksShiftJis(bytes: Uint8Array): boolean {
  const text = new TextDecoder('shift_jis').decode(bytes.subarray(0, 4 * SAMPLE_BYTES))
  let score = 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
  for (const [run] of text.matchAll(/[^\x00-\x7f]+/g)) {
    if (run.includes('\ufffd')) score -= 4
    else if (run.length === 1) score -= 1
    else if (/[\u3040-\u30ff]/.test(run)) score += run.length * 2
    else score += run.length
  }
  return score > 0
}

/** UTF-8 line by line; a line with an odd byte is read as Windows-1252 and reported. */
function decodeMostlyUtf8(bytes: Uint8Array): DecodedText {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const western = new TextDecoder('windows-1252')
  const lines: string[] = []
  const oddLines: number[] = []
  let start = 0
  while (start <= bytes.length) {
    const newline = bytes.indexOf(10, start)
    const end = newline === -1 ? bytes.length : newline
    const piece = bytes.subarray(start, end)
    try {
      lines.push(utf8.decode(piece))
    } catch {
      lines.push(western.decode(piece))
      if (oddLines.length < MANY_ODD_LINES) oddLines.push(lines.length)
    }
    start = end + 1
  }
  return { text: lines.join('\n'), encoding: 'utf-8', oddLines }
}

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return getDecoder(encoding, true)?.decode(bytes) ?? null
  } catch {
    return null
  }
}
