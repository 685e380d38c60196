// How a person is called wherever they are named: by name, or as someone at their firm.
import { nameFact } from '../rules/people/name-fact.ts'
import { sayName } from './translate.ts'

export const personName = (person: { name: string; firm: string }): string => sayName(nameFact(person))
