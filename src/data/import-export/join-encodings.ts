// vCard files joined end to end may change their encoding on the way: every part as UTF-8 or as it was, in one piece.

import { detectUtf16 } from './decode-text.ts'

/** How a part of a file is written: one byte a letter (or UTF-8), or two. */
type Width = 'bytes' | 'utf-16le' | 'utf-16be'

interface Part {
  /** Where it begins; the first part may have to leave out a byte to be in step. */
  from: number
  width: Width
}

const LETTERS = 'BEGIN:VCARD'

/**
 * The bytes with all UTF-16 parts as UTF-8, when cards of several widths, or out of step, stand in one file;
 * else the bytes themselves. A lost byte puts everything behind it out of step, up to the next card.
 */
export function joinEncodings(bytes: Uint8Array): Uint8Array {
  const parts = findParts(bytes)
  const lead = parts[0] === undefined || parts[0].width === 'bytes' ? 0 : parts[0].from % 2
  if (parts.length < 2 && lead === 0) return bytes
  return Buffer.concat(
    parts.flatMap(({ from, width }, index) => {
      const piece = bytes.subarray(index === 0 ? lead : from, parts[index + 1]?.from)
      return [toBytes(piece, width), Buffer.from('\n')]
    }),
  )
}

/** A new part begins with each card of another width than the one before it, or out of step with it. */
function findParts(bytes: Uint8Array): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < bytes.length; at++) {
    if (((bytes[at] ?? 0) | 0x20) !== 0x62) continue
    const isWide = bytes[at + 1] === 0 && spells(bytes, at, 2)
    if (!isWide && !spells(bytes, at, 1)) continue
    const before = parts.at(-1)
    const width = isWide ? guessWidth(bytes, at, before) : 'bytes'
    const from = width === 'utf-16be' ? at - 1 : at
    const isInStep = width === 'bytes' || (from - (before?.from ?? 0)) % 2 === 0
    if (width !== before?.width || !isInStep) parts.push({ from, width })
  }
  return parts
}

/** By the mark before the card, else as the part before; plain letters alone read the same in both orders. */
function guessWidth(bytes: Uint8Array, at: number, before: Part | undefined): Width {
  if (bytes[at - 2] === 0xff && bytes[at - 1] === 0xfe) return 'utf-16le'
  if (bytes[at - 3] === 0xfe && bytes[at - 2] === 0xff && bytes[at - 1] === 0) return 'utf-16be'
  if (bytes[at - 1] !== 0) return 'utf-16le'
  if (before !== undefined && before.width !== 'bytes') return before.width
  return (before === undefined ? detectUtf16(bytes) : null) ?? 'utf-16le'
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
