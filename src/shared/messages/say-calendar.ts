// Titles of next steps in the owner's own calendar: with whom, and what.
import type { CallInput } from '../contract/index.ts'
import type { CalendarStep } from '../contract/touches.ts'
import { personName } from './person-name.ts'
import { t } from './translate.ts'

export function sayCalendar(steps: readonly CalendarStep[]): CallInput<'touches.saveCalendar'>['steps'] {
  return steps.map(({ uid, dueOn, dueTime, phone, what, ...person }) => ({
    uid,
    dueOn,
    dueTime,
    phone,
    title: t('touches.calendar.title', { name: personName(person), what: what || t('touches.beInTouch') }),
  }))
}
