// What a household is called: after the family name its people share, else after the first of them.
import type { HouseholdOffer } from '../contract/people.ts'
import { findFamilyName } from '../rules/people/family-name.ts'
import { personName } from './person-name.ts'
import { t } from './translate.ts'

export function sayHousehold({ people }: Pick<HouseholdOffer, 'people'>): string {
  const [first] = people
  return t('people.householdOf', { name: findFamilyName(people) || (first ? personName(first) : '') })
}
