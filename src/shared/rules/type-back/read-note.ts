// What the note behind a code names: the friend behind R, to whom and why behind L, where from behind W.

export interface NamedInNote {
  name: string
  phone: string
}

/** A name has no more words; longer ones before a comma are a sentence. */
const mostNameWords = 5
/** Without a comma only so many words are taken for a name. */
const mostBareWords = 3
const phonePattern = /\+?\(?\d[\d\s().\u2010-\u2015/-]{4,}\d/

/**
 * The friend somebody named: the name stands before the comma, a phone with it or right behind.
 * @returns null while the note says no name
 */
export function readNamed(note: string): NamedInNote | null {
  const [head = '', second = ''] = note.split(',', 2)
  const phone = (phonePattern.exec(head) ?? phonePattern.exec(second.trim()))?.[0] ?? ''
  const name = head.replace(phonePattern, '').replace(/\s+/g, ' ').trim()
  const words = name.split(' ').length
  const isName = /\p{L}/u.test(name) && words <= (note.includes(',') ? mostNameWords : mostBareWords)
  return isName ? { name, phone } : null
}

/**
 * "to Frames & More, too dear".
 * @param begins the owner's words for "to", with | between them
 */
export function readLost(note: string, begins: string): { to: string; reason: string } {
  const { named, rest } = readAfter(note, begins)
  return { to: named, reason: rest }
}

/**
 * "from the fair, oak frame".
 * @param begins the owner's words for "from", with | between them
 */
export function readSource(note: string, begins: string): { source: string; what: string } {
  const { named, rest } = readAfter(note, begins)
  return { source: named, what: rest }
}

/** What stands between the word and the comma, and the rest. */
function readAfter(note: string, begins: string): { named: string; rest: string } {
  const [first = ''] = note.split(/\s/, 1)
  if (!begins.split('|').includes(first.toLowerCase())) return { named: '', rest: note.trim() }
  const [named = '', ...rest] = note.slice(first.length).split(',')
  return { named: named.trim(), rest: rest.join(',').trim() }
}
