// What comes at a place, in one line: for Today and for the paper sheet alike.
import type { Occasion } from '../contract/places.ts'
import { sayName, t } from './translate.ts'

/** "Nora, Tom and 2 more go", '' when nobody of ours does. */
export function sayWhoGoes({ names, others }: Occasion): string {
  const [first, second] = names.map(sayName)
  if (first === undefined) return ''
  if (second === undefined) return t('places.occasion.one', { first })
  if (others === 0) return t('places.occasion.two', { first, second })
  return t('places.occasion.more', { first, second, count: others })
}

/** "Bring: colour card", '' while nobody has thought of anything. */
export function sayBring({ bring }: Pick<Occasion, 'bring'>): string {
  const words = withoutStop(bring)
  return words === '' ? '' : t('places.occasion.bring', { bring: words })
}

/** "Chamber breakfast on Thu 26 Nov: Nora, Tom and 2 more go. Bring: colour card for winter weddings." */
export function sayOccasion(occasion: Occasion): string {
  const { place, on } = occasion
  const what = withoutStop(occasion.what)
  const head =
    what === '' ? t('places.occasion.head', { place, on }) : t('places.occasion.what', { place, on, what })
  const who = sayWhoGoes(occasion)
  const bring = sayBring(occasion)
  const first = who === '' ? t('places.occasion.alone', { head }) : t('places.occasion.with', { head, who })
  return bring === '' ? first : `${first} ${t('places.occasion.alone', { head: bring })}`
}

const withoutStop = (words: string) =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim()
