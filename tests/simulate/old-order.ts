// The control: the order that starved people. Promises, then whatever was planned, then one fixed order, without a memory.
import { addDays } from '../../src/shared/rules/days/days.ts'
import type { Choose } from './live-a-year.ts'

const aDay = 3
const restDays = 5

/** Three people a day: those promised, those with a retry due, and then always the same first ones of the list. */
export const chooseByOldOrder: Choose = async (_rows, store, today) => {
  const { rows } = await store.call('focusList.get', {})
  const rankOf = (row: (typeof rows)[number]) => {
    if (row.group === 'owed') return 0
    if (row.nextStep !== null && row.nextStep.dueOn <= today) return 1
    const fresh = row.lastTouchOn !== null && row.lastTouchOn > addDays(today, -restDays)
    return fresh ? 3 : 2
  }
  return rows
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.personId - b.personId)
    .slice(0, aDay)
    .map((row) => ({
      personId: row.personId,
      group: row.group,
      words: row.whyNow,
      question: '',
      hasReason: true,
    }))
}
