// What is known of a person without what passed between us: a logged touch leaves it the same object, and what shows it as it is.
import { useQuery } from '@tanstack/react-query'
import type { Person, PersonRecord } from '../../../shared/contract/people.ts'
import { loading } from '../../api/queries.ts'

export function recordOf(person: Person): PersonRecord {
  const { nextSteps, standing, touches, attempts, theirs, mailings, lastTouchOn, gives, asks, ...record } =
    person
  return record
}

export function usePersonRecord(id: number): PersonRecord | undefined {
  return useQuery({ ...loading('people.get', { id }), select: recordOf }).data
}
