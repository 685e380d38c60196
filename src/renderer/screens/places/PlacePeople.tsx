// Who of ours goes to a place: each a way to their page, one more by two letters of a name.
import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import type { Place } from '../../../shared/contract/places.ts'
import { t } from '../../../shared/messages/translate.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { PersonPicker } from '../../app/PersonPicker.tsx'
import { addPersonToPlace, removePersonFromPlace } from '../../features/places/place-actions.ts'
import { personName } from '../../ui/person-name.ts'
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
              onClick={() => void removePersonFromPlace(place.id, person.id).then(setProblem)}
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
            if (picked) void addPersonToPlace(picked.id, { id: place.id }).then(setProblem)
          }}
        />
      </div>
      {problem && (
        <p role="alert" className={`${shared.problem} ${shared.below}`}>
          {problem}
        </p>
      )}
    </section>
  )
}
