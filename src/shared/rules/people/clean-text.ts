// Text as the file keeps it: without what nobody sees and other programs stumble over.

/** Characters of one line; the words somebody types for a name end long before. */
export const longestLine = 500

/** Most texts hold none of these: they are left as they are. */
const unusual = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufeff]/u
/** Line ends of other systems, and the two that Unicode adds. */
const lineEnds = /\r\n?|[\u2028\u2029]/g
/** Controls but tab and line end; marks that turn the words after them around, or begin a file. */
const unseen = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Keeps every letter, accent, tab and line; half a character (a lone surrogate) becomes the sign for one unknown. */
export function cleanText(text: string): string {
  if (!unusual.test(text)) return text
  return text.toWellFormed().replace(lineEnds, '\n').replace(unseen, '')
}

/** The same on one line: what a name, a phone or a firm is. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s*[\n\t]\s*/g, ' ')
}
