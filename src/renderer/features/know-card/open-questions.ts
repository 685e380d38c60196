// What is still open about somebody, read off their page.
import type { Person } from '../../../shared/contract/people.ts'
import {
  findBlanks,
  findUnknowns,
  type KnowQuestion,
  type QualificationQuestion,
} from '../../../shared/rules/know-card.ts'

/** The one question to ask next: the first don't-know, else the first blank; null when nothing is open. */
export function findNextQuestion(person: Person): KnowQuestion | QualificationQuestion | null {
  return findUnknowns(person.qualified)[0] ?? findBlanks(person.answers)[0] ?? null
}
