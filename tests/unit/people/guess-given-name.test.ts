// Whom a letter greets where only a whole name is kept; when in doubt, nobody.
import { expect, it } from 'vitest'
import { guessGivenName } from '../../../src/shared/rules/people/guess-given-name.ts'

it.each([
  ['Nora Lindqvist', 'Nora'],
  ['  Ana  de la Cruz ', 'Ana'],
  ['Anne-Marie O’Neil', 'Anne-Marie'],
  ['Þóra Jónsdóttir', 'Þóra'],
  ['Nora', ''],
  ['', ''],
  ['Dr Voss', ''],
  ['Dr. Voss', ''],
  ['Mrs Abara', ''],
  ['J. Smith', ''],
  ['J Smith', ''],
  ['lady with the whippet', ''],
  ['Tall man', ''],
  ['The Framers', ''],
  ['王 芳', ''],
])('%j gives %j', (name, given) => {
  expect(guessGivenName(name)).toBe(given)
})
