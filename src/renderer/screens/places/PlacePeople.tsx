// Who of ours goes to a place: each a way to their page, one more by two letters of a name.
import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { Place } from '../../../shared/contract/places.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { PersonPicker } from '../../app/PersonPicker.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import classes from './PlaceScreen.module.css'

export function PlacePeople({ place }: { place: Place }) {
  const [problem, setProblem] = useState<string | null>(null)
  const { people, peopleCount } = place
  const among = people.map((person) => person.id)
  return (
    <section className={shared.section} aria-labelledby="place-people">
      <h2 id="place-people" className={shared.caption}>
        {t('places.page.people')}
      </h2>
      {people.length === 0 && <p className={shared.note}>{t('places.page.nobody')}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.id} className={classes.person}>
            <span>
              <PersonLink id={person.id} among={among} className={shared.entry}>
                {personName(person)}
              </PersonLink>
              {person.onFocusList && <span className={classes.mark}>{t('people.line.onFocusList')}</span>}
              {person.neverContact && <span className={classes.mark}>{t('people.line.never')}</span>}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('places.page.removePerson', { name: personName(person) })}
              onClick={() =>
                void send('places.removePerson', { placeId: place.id, personId: person.id }).then(setProblem)
              }
            >
              ×
            </ActionIcon>
          </li>
        ))}
      </ul>
      {peopleCount > people.length && (
        <p className={shared.note}>{t('places.page.morePeople', { count: peopleCount - people.length })}</p>
      )}
      <div className={shared.belowS3}>
        <PersonPicker
          label={t('places.page.addPerson')}
          value={null}
          onPick={(picked) => {
            if (picked)
              void send('places.addPerson', {
                uid: crypto.randomUUID(),
                personId: picked.id,
                place: { id: place.id },
              }).then(setProblem)
          }}
        />
      </div>
      <Refusal words={problem} className={`${shared.problem} ${shared.below}`} />
    </section>
  )
}
