// Asks for the few people who fit what was typed; those on the focus list come first.
import type { PersonRow } from '../../shared/contract/people.ts'
import { call } from './client.ts'

/** Null when it could not be answered. */
export async function findPeople(typed: string): Promise<PersonRow[] | null> {
  const answer = await call('people.find', { typed })
  return answer.ok ? answer.value : null
}
