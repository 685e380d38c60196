// Whether a line of a note may be one that an import wrote when fields of a file still went into the note.

/** "Do Not Call: Yes", and a bare piece of a program's markup; any line with a heading before a colon is one. */
export function looksLikeField(line: string): boolean {
  const text = line.trim()
  return /^[^:]{1,200}: ?\S/.test(text) || /^[<{[]/.test(text)
}
