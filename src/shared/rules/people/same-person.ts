// Whether two names may be one person's, written differently: a typo, an initial, a part left out, another order.
import { foldText } from './fold-text.ts'

/** Names this short differ by one letter too easily: Ann and Ian. */
const shortestForTypo = 5
/** From this length on two letters may differ. */
const longForTypo = 10

/** How alike two names are: the same words, or such that one may be meant by the other; null when they are not. */
export function compareNames(one: string, other: string): 'same' | 'similar' | null {
  const left = foldText(one)
  const right = foldText(other)
  if (left === '' || right === '') return null
  if (left === right || sortWords(left) === sortWords(right)) return 'same'
  return isPartOf(left, right) || isPartOf(right, left) || isTypo(left, right) ? 'similar' : null
}

const sortWords = (folded: string) => folded.split(' ').sort().join(' ')

/** Every word of the shorter name stands in the longer one, whole or as its first letter. */
function isPartOf(shorter: string, longer: string): boolean {
  const words = longer.split(' ')
  const parts = shorter.split(' ')
  // Initials alone may be anybody's.
  if (parts.length > words.length || isInitials(parts) || isInitials(words)) return false
  for (const part of parts.sort((a, b) => b.length - a.length)) {
    const at = words.findIndex(
      (word) =>
        word === part ||
        (part.length === 1 && word.startsWith(part)) ||
        (word.length === 1 && part.startsWith(word)),
    )
    if (at === -1) return false
    words.splice(at, 1)
  }
  return true
}

const isInitials = (words: string[]) => words.every((word) => word.length === 1)

function isTypo(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length)
  if (shorter < shortestForTypo) return false
  return countTypos(left, right) <= (shorter < longForTypo ? 1 : 2)
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function countTypos(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const changed = left[i - 1] === right[j - 1] ? 0 : 1
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + changed)
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.length]!
}
