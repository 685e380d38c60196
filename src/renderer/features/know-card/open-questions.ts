// What is still open about somebody, read off their page.
import type { PersonRecord } from '../../../shared/contract/people.ts'
import {
  findBlanks,
  findUnknowns,
  type KnowQuestion,
  type QualificationQuestion,
} from '../../../shared/rules/know-card/know-card.ts'

/** The blanks of their card; a place they go to answers where they spend time. */
export function listBlanks({ answers, places }: PersonRecord): KnowQuestion[] {
  return findBlanks(answers, places.length > 0)
}

/** The one question to ask next: the first don't-know, else the first blank; null when nothing is open. */
export function findNextQuestion(person: PersonRecord): KnowQuestion | QualificationQuestion | null {
  return findUnknowns(person.qualified)[0] ?? listBlanks(person)[0] ?? null
}
