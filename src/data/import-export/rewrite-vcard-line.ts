// Any version's line as the line vCard 3.0 would have written, so that one reader serves all versions.
import type { VcardLine } from './read-vcard-lines.ts'

const STRUCTURED = new Set(['n', 'adr', 'org', 'geo'])
const LISTS = new Set(['categories', 'nickname'])
/** Their kind is settled by the name; every other value is read as plain text. */
const TYPED = new Set(['n', 'adr', 'org', 'categories', 'nickname'])

/**
 * The 3.0 content line of a property: only TYPE kept of its parameters, the value escaped by the rules of 3.0.
 * In 2.1 a backslash escapes ; : , and itself alone, and commas part nothing but lists.
 */
export function rewriteVcardLine(property: VcardLine, version: '2.1' | '3.0' | '4.0'): string {
  const types = (property.params.get('type') ?? []).map((type) => type.replace(/["\n,]/g, ' '))
  const type = types.length === 0 ? '' : `;TYPE="${types.join(',')}"`
  const kind = TYPED.has(property.name) ? '' : ';VALUE=text'
  const isStructured = STRUCTURED.has(property.name)
  const value =
    version === '2.1'
      ? rewrite21Value(property.value, isStructured, LISTS.has(property.name))
      : rewriteValue(property.value, isStructured)
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
        return '\\\\'
    }
  })
}

function rewriteValue(value: string, isStructured: boolean): string {
  return value.replace(/\\\\|\\:|\\;|\n/g, (found) => {
    if (found === '\n') return '\\n'
    if (found === '\\:') return ':'
    return found === '\\;' && !isStructured ? ';' : found
  })
}
