// The firm a person belongs to, edited in place; firms that begin so are offered while typing.
import { useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { EditInPlace } from '../../ui/EditInPlace.tsx'

export function FirmField({ person }: { person: PersonRecord }) {
  const [typed, setTyped] = useState('')
  const asked = typed.trim().length < 2 ? null : { search: typed, limit: 8 }
  const found = useLoaded('people.firms', asked, { keepsBefore: true }).value
  return (
    <EditInPlace
      label={t(person.firm?.kind === 'household' ? 'people.firms.household' : 'people.person.firm')}
      value={person.firm?.name ?? ''}
      placeholder={t('people.person.addFirm')}
      suggestions={found?.rows.map((firm) => firm.name) ?? []}
      onType={setTyped}
      onSave={(firmName) => send('people.edit', { id: person.id, changes: { firmName } })}
    />
  )
}
