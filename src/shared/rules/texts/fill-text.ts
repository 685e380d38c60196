// Fills the fields of a text used again, such as {given name}, and says which stay open.

export interface FilledText {
  text: string
  /** Fields that are known, but nothing is known of this person: left as written. */
  missing: string[]
  /** Words in braces that are no field, as written. */
  unknown: string[]
}

const braces = /\{([^{}\r\n]*)\}/g

function foldName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/**
 * Fills each field whose value is known; capitals and double spaces in its name make no difference. What was filled
 * in is not read again, so a name that holds braces stays as it is.
 * @param values what each field stands for, by its name in the owner's language; '' when nothing is known
 */
export function fillText(text: string, values: ReadonlyMap<string, string>): FilledText {
  const byName = new Map([...values].map(([name, value]) => [foldName(name), value]))
  const missing = new Set<string>()
  const unknown = new Set<string>()
  const filled = text.replaceAll(braces, (written, inside: string) => {
    const name = foldName(inside)
    if (name === '') return written
    const value = byName.get(name)
    if (value === undefined) unknown.add(inside.trim())
    else if (value.trim() === '') missing.add(name)
    else return value.trim()
    return written
  })
  return { text: filled, missing: [...missing], unknown: [...unknown] }
}

/** Words in braces that are none of these fields, as written. */
export function findUnknownFields(text: string, names: readonly string[]): string[] {
  return fillText(text, new Map(names.map((name) => [name, '']))).unknown
}
