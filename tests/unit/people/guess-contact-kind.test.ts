// What a typed contact point is taken for.
import { expect, test } from 'vitest'
import { guessContactKind } from '../../../src/shared/rules/people/guess-contact-kind.ts'

test.each([
  ['555 0160', 'phone'],
  ['+1 (415) 555-0160', 'phone'],
  ['415.555.0160 x12', 'phone'],
  ['555 0160 ext. 4', 'phone'],
  ['０３-１２３４-５６７８', 'phone'],
  ['nora@lindqvist.example', 'email'],
  ['mailto:nora@lindqvist.example', 'email'],
  ['https://lindqvist.example/weddings', 'web'],
  ['www.lindqvist.example', 'web'],
  ['lindqvist.example', 'web'],
  ['14 Harbor Street', 'address'],
  ['Harbor Street 14\n90210 Port', 'address'],
  ['12', 'address'],
])('%s is a %s', (typed, kind) => {
  expect(guessContactKind(typed)).toBe(kind)
})
