// Asks for the few people a picker offers; the newest question alone is answered.
import type { PersonRow } from '../../../shared/contract/people.ts'
import { call } from '../../api/client.ts'

let asked = 0

/** Null when a newer question was asked meanwhile, or when it could not be answered. */
export async function findPeople(typed: string): Promise<PersonRow[] | null> {
  const number = ++asked
  const answer = await call('people.find', { typed })
  return answer.ok && number === asked ? answer.value : null
}
