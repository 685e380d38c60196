// Ways to reach a person, each edited where it stands; what kind a new one is, is seen from how it is written.
import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import type { ContactPoint, PersonRecord } from '../../../shared/contract/people.ts'
import { t } from '../../../shared/messages/translate.ts'
import { guessContactKind } from '../../../shared/rules/people/guess-contact-kind.ts'
import { ChoiceInPlace } from '../../ui/ChoiceInPlace.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import shared from '../../ui/shared.module.css'
import classes from './ContactPoints.module.css'
import { saveContactPoint } from './save-contact-point.ts'

const kindWords = {
  phone: 'people.contact.phone',
  email: 'people.contact.email',
  address: 'people.contact.address',
  web: 'people.contact.web',
  message: 'people.contact.message',
} as const
const kinds = ['phone', 'email', 'address', 'web', 'message'] as const

export function ContactPoints({ person }: { person: PersonRecord }) {
  return (
    <div className={shared.section}>
      {person.contactPoints.length > 0 && (
        <ul className={classes.points} aria-label={t('people.contact.title')}>
          {person.contactPoints.map((point) => (
            <Point key={point.id} personId={person.id} point={point} />
          ))}
        </ul>
      )}
      <EditInPlace
        label={t('people.contact.new')}
        value=""
        placeholder={t('people.contact.add')}
        onSave={(value) =>
          saveContactPoint(person.id, { id: null, kind: guessContactKind(value), value, label: '' })
        }
      />
    </div>
  )
}

function Point({ personId, point }: { personId: number; point: ContactPoint }) {
  const [problem, setProblem] = useState<string | null>(null)
  const save = (changes: Partial<ContactPoint>) => saveContactPoint(personId, { ...point, ...changes })
  return (
    <li className={classes.point}>
      <span className={shared.note}>
        <ChoiceInPlace
          label={t('people.contact.kindOf', { value: point.value })}
          value={point.kind}
          options={kinds.map((kind) => [kind, t(kindWords[kind])] as const)}
          onSave={(kind) => save({ kind })}
        />
      </span>
      <span className={`${shared.note} ${classes.label}`}>
        <EditInPlace
          label={t('people.contact.label')}
          value={point.label}
          placeholder={t('people.contact.labelHint')}
          onSave={(label) => save({ label })}
        />
      </span>
      <CloseButton
        size="sm"
        className={classes.remove}
        aria-label={t('people.contact.remove', { value: point.value })}
        onClick={() => void save({ value: '' }).then(setProblem)}
      />
      <span className={shared.whole}>
        <EditInPlace
          label={t(kindWords[point.kind])}
          value={point.value}
          placeholder={t('people.contact.add')}
          multiline={point.kind === 'address'}
          onSave={(value) => save({ value })}
        />
        {problem && <span role="alert">{problem}</span>}
      </span>
    </li>
  )
}
