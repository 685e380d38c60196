// The times we went to a place: what we brought, whom we met, what it took.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Place, PlaceVisit } from '../../../shared/contract/places.ts'
import { formatDate, formatMoney } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import classes from './PlaceScreen.module.css'

interface PlaceVisitsProps {
  place: Place
  onCorrect(visit: PlaceVisit): void
  onOlder(): void
}

export function PlaceVisits({ place, onCorrect, onOlder }: PlaceVisitsProps) {
  const { visits, visitCount } = place
  return (
    <section aria-labelledby="place-visits">
      <h2 id="place-visits" className={shared.caption}>
        {t('places.visits.title')}
      </h2>
      {visits.length === 0 && <p className={shared.note}>{t('places.visits.none')}</p>}
      <ol>
        {visits.map((visit) => (
          <VisitLine key={visit.id} visit={visit} onCorrect={() => onCorrect(visit)} />
        ))}
      </ol>
      {visits.length < visitCount && (
        <Button variant="subtle" onClick={onOlder}>
          {t('places.visits.older')}
        </Button>
      )}
    </section>
  )
}

function VisitLine({ visit, onCorrect }: { visit: PlaceVisit; onCorrect(): void }) {
  const [problem, setProblem] = useState<string | null>(null)
  const today = useToday()
  const { visitedOn, brought, note, minutes, cost } = visit
  const day = formatDate(visitedOn, visitedOn.slice(0, 4) === today.slice(0, 4) ? 'medium' : 'full')
  const took = [
    minutes === null ? '' : t('touches.minutes', { count: minutes }),
    cost === null ? '' : formatMoney(cost),
  ].filter(Boolean)
  return (
    <li className={classes.visit}>
      <span className={classes.day}>{day}</span>
      <div className={classes.visitWords}>
        {brought && <p className={shared.strong}>{t('places.visits.brought', { brought })}</p>}
        <Met visit={visit} />
        {note && <p>{note}</p>}
        {took.length > 0 && <p className={shared.note}>{took.join(' · ')}</p>}
        <div className={classes.visitButtons}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t('places.visits.correctOf', { day })}
            onClick={onCorrect}
          >
            {t('places.visits.correct')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t('places.visits.removeOf', { day })}
            onClick={() => void send('places.removeVisit', { id: visit.id }).then(setProblem)}
          >
            {t('places.visits.remove')}
          </Button>
        </div>
        <Refusal words={problem} className={`${shared.problem} ${shared.below}`} />
      </div>
    </li>
  )
}

/** Whom we talked with and whom we saw, each a way to their page. */
function Met({ visit: { met } }: { visit: PlaceVisit }) {
  if (met.length === 0) return <p className={shared.note}>{t('places.visits.sawNobody')}</p>
  const among = met.map((person) => person.id)
  return (
    <>
      <Names
        lead={t('places.visits.talkedWith')}
        people={met.filter((person) => person.talked)}
        among={among}
      />
      <Names lead={t('places.visits.saw')} people={met.filter((person) => !person.talked)} among={among} />
    </>
  )
}

function Names({ lead, people, among }: { lead: string; people: PlaceVisit['met']; among: number[] }) {
  if (people.length === 0) return null
  return (
    <p>
      {lead}{' '}
      {people.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          <PersonLink id={person.id} among={among} className={shared.entry}>
            {personName(person)}
          </PersonLink>
        </span>
      ))}
    </p>
  )
}
