// How a person is called wherever they are named: by name, or as someone at their firm.
import { t } from './translate.ts'

export function personName(person: { name: string; firm: string }): string {
  return person.name || t('people.someoneAt', { firm: person.firm })
}
