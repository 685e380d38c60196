// The bin: who was thrown away, when they go for good, and the way back.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import classes from './BinTab.module.css'
import { EraseButton } from './EraseButton.tsx'

export function BinTab() {
  const { value: bin, error } = useLoaded('people.bin', {})
  if (error) return <EmptyState title={sayError(error)} />
  if (!bin) return <div aria-busy />
  if (bin.length === 0)
    return <EmptyState title={t('people.bin.emptyTitle')}>{t('people.bin.words')}</EmptyState>
  return (
    <div className={shared.scroller}>
      <p className={`${shared.quiet} ${shared.aboveS4}`}>{t('people.bin.words')}</p>
      <ul aria-label={t('people.tabs.bin')}>
        {bin.map((person) => (
          <Binned key={person.id} person={person} />
        ))}
      </ul>
    </div>
  )
}

function Binned({ person }: { person: { id: number; name: string; firm: string; deletedAt: string } }) {
  const today = useToday()
  const [problem, setProblem] = useState<string | null>(null)
  // The owner's own day of the instant it happened.
  const since = Temporal.Instant.from(person.deletedAt)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate()
    .toString()
  return (
    <li className={classes.person}>
      <span>
        <span className={classes.name}>{personName(person)}</span>
        <span className={shared.quiet}>{t('people.bin.since', { on: formatNearDate(since, today) })}</span>
        {problem && <span role="alert">{problem}</span>}
      </span>
      <EraseButton person={{ id: person.id, name: personName(person) }} named onErased={() => undefined} />
      <Button
        variant="default"
        aria-label={t('people.bin.bringBackWho', { name: personName(person) })}
        onClick={() =>
          void send('people.bringBack', { id: person.id, noRoom: t('focusList.noRoom') }).then(setProblem)
        }
      >
        {t('people.bin.bringBack')}
      </Button>
    </li>
  )
}
