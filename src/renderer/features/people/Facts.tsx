// A question about a person with its answer edited where it stands.

import type { ReactNode } from 'react'
import type { PersonEdit, PersonRecord } from '../../../shared/contract/people.ts'
import type { MessageKey } from '../../../shared/message-key.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import classes from './Facts.module.css'

export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.answer}>{children}</dd>
    </div>
  )
}

type TextField = {
  [Field in keyof PersonRecord & keyof PersonEdit]-?: PersonRecord[Field] extends string ? Field : never
}[keyof PersonRecord & keyof PersonEdit]

interface TextFactProps {
  person: PersonRecord
  field: Exclude<TextField, 'bestChannel'>
  label: MessageKey
  placeholder: MessageKey
  multiline?: boolean
}

export function TextFact({ person, field, label, placeholder, multiline }: TextFactProps) {
  return (
    <Fact label={t(label)}>
      <EditInPlace
        label={t(label)}
        value={person[field]}
        placeholder={t(placeholder)}
        multiline={multiline}
        onSave={(text) => send('people.edit', { id: person.id, changes: { [field]: text } })}
      />
    </Fact>
  )
}
