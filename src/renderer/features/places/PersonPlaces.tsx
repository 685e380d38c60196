// The places a person goes to: each a way to its page, one more by typing its name, a new one made on the spot.
import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { useToday } from '../../app/use-start.ts'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import classes from './PersonPlaces.module.css'

export function PersonPlaces({ person }: { person: PersonRecord }) {
  const goTo = useApp((state) => state.goTo)
  const today = useToday()
  // Asked for as soon as something is typed.
  const [typed, setTyped] = useState<string | null>(null)
  const asked = typed === null ? null : { search: typed, limit: 8 }
  const found = useLoaded('places.list', asked, { keepsBefore: true }).value
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div>
      {person.places.length > 0 && (
        <ul aria-label={t('places.ofPerson')}>
          {person.places.map(({ id, name, nextOn }) => (
            <li key={id} className={classes.place}>
              <span className={classes.words}>
                <button type="button" className={classes.link} onClick={() => goTo({ name: 'place', id })}>
                  {name}
                </button>
                {nextOn !== null && nextOn >= today && (
                  <span className={`${shared.note} ${shared.nowrap}`}>{formatNearDate(nextOn, today)}</span>
                )}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('places.notThere', { name })}
                onClick={() =>
                  void send('places.removePerson', { placeId: id, personId: person.id }).then(setProblem)
                }
              >
                ×
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {person.deletedAt === null && (
        <EditInPlace
          label={t('places.addToPerson')}
          value=""
          placeholder={t('places.addToPerson')}
          suggestions={found?.rows.map((place) => place.name) ?? []}
          onType={setTyped}
          onSave={(name) =>
            send('places.addPerson', { uid: crypto.randomUUID(), personId: person.id, place: { name } })
          }
        />
      )}
      <Refusal words={problem} className={`${shared.problem} ${shared.below}`} />
    </div>
  )
}
