// vCard files joined end to end may change their encoding on the way: every part as UTF-8 or as it was, in one piece.

/** How a part of a file is written: one byte a letter (or UTF-8), or two. */
type Width = 'bytes' | 'utf-16le' | 'utf-16be'

interface CardStart {
  at: number
  width: Width
}

const LETTERS = 'BEGIN:VCARD'

/**
 * The bytes with all UTF-16 parts as UTF-8, when cards of several widths, or out of step, stand in one file;
 * else the bytes themselves. A lost byte puts everything behind it out of step, up to the next card.
 */
export function joinEncodings(bytes: Uint8Array): Uint8Array {
  const starts = findCardStarts(bytes)
  const [first] = starts
  const lead = first !== undefined && first.width !== 'bytes' ? first.at % 2 : 0
  const isMixed = lead === 1 || starts.some((start) => !isInStep(start, first))
  if (!isMixed) return bytes
  const parts: Uint8Array[] = []
  let part: CardStart = { at: lead, width: first?.width ?? 'bytes' }
  for (const start of [...starts.filter((one) => one !== first), null]) {
    if (start !== null && isInStep(start, part)) continue
    parts.push(toBytes(bytes.subarray(part.at, start?.at), part.width), Buffer.from('\n'))
    if (start !== null) part = start
  }
  return Buffer.concat(parts)
}

function isInStep(start: CardStart, other: CardStart | undefined): boolean {
  if (start.width !== other?.width) return false
  return start.width === 'bytes' || start.at % 2 === other.at % 2
}

/** Where cards begin, by the bytes alone; a letter B is looked at only where one stands. */
function findCardStarts(bytes: Uint8Array): CardStart[] {
  const starts: CardStart[] = []
  for (let at = 0; at < bytes.length; at++) {
    if (((bytes[at] ?? 0) | 0x20) !== 0x62) continue
    if (spells(bytes, at, 1)) starts.push({ at, width: 'bytes' })
    else if (bytes[at + 1] === 0 && spells(bytes, at, 2)) starts.push(wideStart(bytes, at))
  }
  return starts
}

/** Both orders read alike from the first letter on: the zero stands before it or behind the last one. */
function wideStart(bytes: Uint8Array, at: number): CardStart {
  const isBig = bytes[at - 1] === 0 && bytes[at + LETTERS.length * 2 - 1] !== 0
  const isBigThrough = bytes[at - 1] === 0 && bytes[at + LETTERS.length * 2] === 0
  return isBig || isBigThrough ? { at: at - 1, width: 'utf-16be' } : { at, width: 'utf-16le' }
}

function spells(bytes: Uint8Array, at: number, step: 1 | 2): boolean {
  for (let letter = 0; letter < LETTERS.length; letter++) {
    const byte = bytes[at + letter * step] ?? 0
    const wanted = LETTERS.charCodeAt(letter)
    if (byte !== wanted && byte !== (wanted | 0x20)) return false
    if (step === 2 && letter < LETTERS.length - 1 && bytes[at + letter * 2 + 1] !== 0) return false
  }
  return true
}

function toBytes(part: Uint8Array, width: Width): Uint8Array {
  if (width === 'bytes') return part
  const whole = part.subarray(0, part.length - (part.length % 2))
  return Buffer.from(new TextDecoder(width).decode(whole), 'utf8')
}
