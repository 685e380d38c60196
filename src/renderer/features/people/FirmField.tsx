// The firm a person belongs to, edited in place; firms that begin so are offered while typing.
import { useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { t } from '../../../shared/messages/translate.ts'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { suggestFirms } from './find-firms.ts'
import { editPerson } from './person.store.ts'

export function FirmField({ person }: { person: PersonRecord }) {
  const [suggestions, setSuggestions] = useState<string[]>([])
  return (
    <EditInPlace
      label={t(person.firm?.kind === 'household' ? 'people.firms.household' : 'people.person.firm')}
      value={person.firm?.name ?? ''}
      placeholder={t('people.person.addFirm')}
      suggestions={suggestions}
      onType={(typed) => void suggestFirms(typed).then(setSuggestions)}
      onSave={(firmName) => editPerson(person.id, { firmName })}
    />
  )
}
