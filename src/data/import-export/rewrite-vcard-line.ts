// Any version's line as the line vCard 3.0 would have written, so that one reader serves all versions.
import type { VcardLine } from './parse-vcard-line.ts'

const STRUCTURED = new Set(['n', 'adr', 'org', 'geo'])
const LISTS = new Set(['categories', 'nickname'])
/** Their kind is settled by the name; every other value is read as plain text. */
const TYPED = new Set(['n', 'adr', 'org', 'categories', 'nickname'])

/**
 * Stands for a backslash that is none of the escapes: ical.js takes the separator after an escaped backslash for an
 * escaped separator. `restoreBackslashes` undoes it in what ical.js read.
 */
const BACKSLASH = '\u001a'

/** The backslashes back in a value that ical.js read from a rewritten line. */
export function restoreBackslashes(value: string): string {
  return value.replaceAll(BACKSLASH, '\\')
}

/**
 * The 3.0 content line of a property: only TYPE kept of its parameters, the value escaped by the rules of 3.0.
 * In 2.1 a backslash escapes ; : , and itself alone, and commas part nothing but lists.
 */
export function rewriteVcardLine(property: VcardLine, version: '2.1' | '3.0' | '4.0'): string {
  const types = (property.params.get('type') ?? []).map((type) => type.replace(/["\n,]/g, ' '))
  const type = types.length === 0 ? '' : `;TYPE="${types.join(',')}"`
  const kind = TYPED.has(property.name) ? '' : ';VALUE=text'
  const isStructured = STRUCTURED.has(property.name)
  const plain = property.value.replaceAll(BACKSLASH, '')
  const value =
    version === '2.1'
      ? rewrite21Value(plain, isStructured, LISTS.has(property.name))
      : rewriteValue(plain, isStructured)
  return `${property.name.toUpperCase()}${type}${kind}:${value}`
}

function rewrite21Value(value: string, isStructured: boolean, isList: boolean): string {
  return value.replace(/\\[\\;:,]|\\|,|\n/g, (found) => {
    switch (found) {
      case '\\;':
        return isStructured ? '\\;' : ';'
      case '\\:':
        return ':'
      case ',':
        return isList ? ',' : '\\,'
      case '\\,':
        return '\\,'
      case '\n':
        return '\\n'
      default:
        return BACKSLASH
    }
  })
}

function rewriteValue(value: string, isStructured: boolean): string {
  return value.replace(/\\\\|\\:|\\;|\n/g, (found) => {
    if (found === '\n') return '\\n'
    if (found === '\\:') return ':'
    if (found === '\\\\') return BACKSLASH
    return found === '\\;' && !isStructured ? ';' : found
  })
}
