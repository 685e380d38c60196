// What is known of a person without what passed between us, so that a logged touch draws only what it changed.
import type { Person, PersonRecord } from '../../../shared/contract/people.ts'

export function recordOf(person: Person): PersonRecord {
  const { nextSteps, standing, touches, attempts, theirs, mailings, lastTouchOn, gives, asks, ...record } =
    person
  return record
}
