// The name a family goes by, for a household of several people.
import { foldText } from './fold-text.ts'

/** The family name all of them share, '' when they do not. */
export function findFamilyName(people: { name: string; familyName: string }[]): string {
  const names = people.map((person) => person.familyName || (person.name.trim().split(/\s+/).at(-1) ?? ''))
  const first = names[0] ?? ''
  return names.every((name) => foldText(name) === foldText(first)) ? first : ''
}
