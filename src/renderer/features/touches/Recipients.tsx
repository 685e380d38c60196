// Whom one entry goes to: picked by name or as a whole group, each taken out again by a click.
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { PersonPicker, type PickedPerson } from '../../app/PersonPicker.tsx'
import classes from './LogBox.module.css'
import { readGroup } from './touch-actions.ts'

interface RecipientsProps {
  people: readonly PickedPerson[]
  /** Who is among them already is left as it is. */
  onAdd(people: PickedPerson[]): void
  onRemove(person: PickedPerson): void
  /** Whether the keys begin in the picker. */
  beginsHere: boolean
}

export function Recipients({ people, onAdd, onRemove, beginsHere }: RecipientsProps) {
  /** Each pick begins an empty picker; a whole group leaves the keys where they are. */
  const [picks, setPicks] = useState(0)
  function pick(person: PickedPerson) {
    onAdd([person])
    setPicks(picks + 1)
  }
  function remove(person: PickedPerson) {
    onRemove(person)
    setPicks(picks + 1)
  }
  return (
    <>
      <div className={classes.line}>
        <div className={classes.what}>
          <PersonPicker
            key={picks}
            label={t('touches.many.add')}
            value={null}
            onPick={(person) => person && pick(person)}
            autoFocus={beginsHere || picks > 0}
          />
        </div>
        <GroupSelect onChoose={onAdd} />
      </div>
      <ul className={classes.recipients} aria-label={t('touches.many.recipients', { count: people.length })}>
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={classes.recipient}
              aria-label={t('touches.many.remove', { name: personName(person) })}
              onClick={() => remove(person)}
            >
              {personName(person)} <span aria-hidden>×</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Everyone on the focus list, or everyone who goes to a place. */
function GroupSelect({ onChoose }: { onChoose(people: PickedPerson[]): void }) {
  const places = useLoaded('places.list', {}).value?.rows ?? []
  return (
    <NativeSelect
      label={t('touches.many.everyone')}
      value=""
      onChange={(event) => {
        const chosen = event.currentTarget.value
        if (chosen !== '') void readGroup(chosen === 'focus' ? null : Number(chosen)).then(onChoose)
      }}
      data={[
        { value: '', label: t('touches.many.choose') },
        { value: 'focus', label: t('touches.many.focusList') },
        ...places.map((place) => ({ value: String(place.id), label: place.name })),
      ]}
    />
  )
}
