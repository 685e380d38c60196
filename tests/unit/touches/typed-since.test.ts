// What comes after what was sent is still wanted, and a box that was changed is still wanted whole.
import { expect, test } from 'vitest'
import { readTypedSince } from '../../../src/shared/rules/touches/typed-since.ts'

test.each([
  ['nothing more', '1 mo t', '1 mo t', ''],
  ['on the same line', 'left word', 'left word, twice', ', twice'],
  ['on the next line', '1 mo t', '1 mo t\n2 mo v', '2 mo v'],
  ['only the line break', '1 mo t', '1 mo t\n', ''],
  ['after a line break that was sent', '1 mo t\n', '1 mo t\n2', '2'],
  ['changed before its end', '1 mo t', '1 tu t', '1 tu t'],
  ['emptied', '1 mo t', '', ''],
])('%s', (_, sent, now, since) => {
  expect(readTypedSince(sent, now)).toBe(since)
})
