// The piece of a note that a search shows.
import { describe, expect, test } from 'vitest'
import { cutExcerpt } from '../../../src/shared/rules/people/cut-excerpt.ts'

describe('cutExcerpt', () => {
  test('a short note is shown whole', () => {
    expect(cutExcerpt('Likes oak frames', 'oak')).toBe('Likes oak frames')
  })

  test('a long note is cut at words around the first hit, and says so', () => {
    const note = `${'before '.repeat(20)}walnut ${'after '.repeat(40)}`
    const piece = cutExcerpt(note, 'waln')
    expect(piece.startsWith('…before')).toBe(true)
    expect(piece).toContain('walnut after')
    expect(piece.endsWith('after…')).toBe(true)
    expect(piece.length).toBeLessThan(130)
  })

  test('accents and case do not matter, and only beginnings of words count', () => {
    expect(cutExcerpt('Fährt mit Søren', 'SOREN')).toBe('Fährt mit Søren')
    expect(cutExcerpt('a soak in oil', 'oak')).toBe('')
  })

  test('finds inside Japanese words', () => {
    expect(cutExcerpt('額縁は山田太郎さん', '田太')).toBe('額縁は山田太郎さん')
  })

  test('lines become one', () => {
    expect(cutExcerpt('one\ntwo  oak\n\nthree', 'oak')).toBe('one two oak three')
  })

  test('nothing typed finds nothing', () => {
    expect(cutExcerpt('oak', '  ')).toBe('')
  })
})
