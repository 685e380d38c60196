// Arrows and page keys in a list, wherever the focus is that moves it.

const linesAPage = 10

/** Moves as a key asks; answers whether it did. */
export function moveByKey(key: string, current: number, moveTo: (line: number) => void): boolean {
  if (key === 'ArrowDown') moveTo(current + 1)
  else if (key === 'ArrowUp') moveTo(current - 1)
  else if (key === 'PageDown') moveTo(current + linesAPage)
  else if (key === 'PageUp') moveTo(current - linesAPage)
  else return false
  return true
}
