// The name to write to somebody by, where only the whole name is kept; a guess the owner sees before it is sent.

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sir', 'lady', 'herr', 'frau', 'the'])

/**
 * The first word of a whole name written with capitals: "Nora Lindqvist", "Ana de la Cruz" give Nora and Ana. '' for a single
 * word, a title, an initial, or a description such as "lady with the whippet".
 */
export function guessGivenName(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '', ...others] = words
  const last = others.at(-1) ?? ''
  if (!/^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(first) || !/^\p{Lu}/u.test(last)) return ''
  return titles.has(first.toLowerCase()) ? '' : first
}
