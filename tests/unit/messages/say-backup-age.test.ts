// How old the last backup is, counted in the owner's calendar days.
import { expect, test } from 'vitest'
import { sayBackupAge } from '../../../src/shared/messages/say-backup-age.ts'

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute)

test.each([
  [at(23, 8, 2), at(23, 17), 'Backed up and checked today at 08:02'],
  [at(22, 23, 59), at(23, 0, 1), 'Backed up and checked yesterday'],
  [at(21, 9), at(23, 8), 'Backed up and checked 2 days ago'],
  // Across the end of summer time in many places, an hour more than 30 days.
  [new Date(2026, 9, 10, 12), new Date(2026, 10, 9, 12), 'Backed up and checked 30 days ago'],
])('%s seen on %s', (verified, now, words) => {
  expect(sayBackupAge(verified.toISOString(), now)).toBe(words)
})

test('never', () => {
  expect(sayBackupAge(null, at(23, 9))).toBe('Not backed up yet')
})
