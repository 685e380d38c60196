// What may be said of a share: both numbers always, the percentage from five cases on.
import { expect, test } from 'vitest'
import { say } from '../../../src/shared/messages/translate.ts'
import { describeShare } from '../../../src/shared/rules/week-review/week-review.ts'

test.each([
  [0, 0, 'no contacts'],
  [0, 1, '0 of 1 contacts, too early to tell'],
  [4, 4, '4 of 4 contacts, too early to tell'],
  [0, 5, '0 of 5 contacts, 0 %'],
  [2, 5, '2 of 5 contacts, 40 %'],
  [5, 5, '5 of 5 contacts, 100 %'],
  [1, 3000, '1 of 3000 contacts, 0 %'],
])('%d of %d', (count, of, words) => {
  expect(say(describeShare(count, of))).toBe(words)
})
