// Which names may be one person's: typos, initials, parts left out and turned round, and not two people of a family.
import { expect, test } from 'vitest'
import { compareNames } from '../../../src/shared/rules/people/same-person.ts'

test.each([
  ['Nora Lindqvist', 'nora  lindqvist', 'same'],
  ['Nora Lindqvist', 'Lindqvist, Nora', 'same'],
  ['Ångström', 'angstrom', 'same'],
  ['Nora', 'Nora Lindqvist', 'similar'],
  ['N. Lindqvist', 'Nora Lindqvist', 'similar'],
  ['Nora Lindqvist', 'Nora Linqvist', 'similar'],
  ['Nora Lindqvist', 'Nora Lidnqvist', 'similar'],
  ['Catherine Stern', 'Katherine Sterne', 'similar'],
  ['Nora Lindqvist', 'Per Lindqvist', null],
  ['N. L.', 'Nora Lindqvist', null],
  ['Ann', 'Ian', null],
  ['Anna', 'Hanna', null],
  ['Nora Berg', 'Nora Holm', null],
  // One letter from five on, two from ten.
  ['Nadia', 'Nadja', 'similar'],
  ['Anna', 'Anne', null],
  ['Nadia', 'Natja', null],
  ['Lindqvist', 'Lindkwist', null],
  ['Lindqvists', 'Lindkwists', 'similar'],
  ['', 'Nora', null],
  ['山田太郎', '山田太郎', 'same'],
])('%s and %s: %s', (one, other, alike) => {
  expect(compareNames(one, other)).toBe(alike)
  expect(compareNames(other, one)).toBe(alike)
})
