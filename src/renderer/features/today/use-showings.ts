// Tells the file who stood on Today: whoever stands there for days with nothing done gives the place up for a while.
import { useEffect } from 'react'
import type { TodayRow } from '../../../shared/contract/today.ts'
import { call } from '../../api/client.ts'
import { useToday } from '../../app/use-start.ts'

/** Who was noted on the day, so that a screen drawn anew writes nothing. */
const noted = { on: '', people: new Set<number>() }

export function useShowings(rows: readonly TodayRow[]): void {
  const today = useToday()
  const standing = rows.map((row) => row.personId).join(',')
  useEffect(() => {
    if (noted.on !== today) Object.assign(noted, { on: today, people: new Set() })
    const people = standing
      .split(',')
      .flatMap((id) => (id && !noted.people.has(Number(id)) ? Number(id) : []))
    if (people.length === 0) return
    for (const id of people) noted.people.add(id)
    // A file that is only read keeps no such note, and needs none.
    void call('today.noteShown', { people })
  }, [today, standing])
}
