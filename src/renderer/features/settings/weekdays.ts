// The seven days by name, from the owner's first day of the week on.
import { formatWeekday } from '../../../shared/messages/format.ts'

/** ISO weekdays, 1 Monday … 7 Sunday. */
export function listWeekdays(first: number, style: 'short' | 'long'): { day: number; name: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = ((first - 1 + index) % 7) + 1
    return { day, name: formatWeekday(day, style) }
  })
}
