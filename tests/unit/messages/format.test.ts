// Days in sentences: with their year as soon as a weekday, day and month no longer say which is meant.
import { afterEach, expect, test } from 'vitest'
import { formatDay, setFormats } from '../../../src/shared/messages/format.ts'
import { t } from '../../../src/shared/messages/translate.ts'

afterEach(() => setFormats({ today: '' }))

test.each([
  ['2026-11-24', 'Tue 24 Nov'],
  ['2027-05-24', 'Mon 24 May'],
  ['2027-05-25', 'Tue 25 May 2027'],
  ['2026-05-25', 'Mon 25 May'],
  ['2026-05-24', 'Sun 24 May 2026'],
])('%s, half a year from 23 November 2026 or nearer, reads %s', (date, words) => {
  expect(formatDay(date, '2026-11-23')).toBe(words)
  setFormats({ today: '2026-11-23' })
  expect(formatDay(date)).toBe(words)
  expect(t('touches.next.promisedOn', { on: date })).toContain(words)
})
