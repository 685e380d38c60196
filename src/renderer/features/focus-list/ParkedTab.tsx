// Who is out of sight until a day: since when, why, when they come back, and the ways to change that.
import { Button } from '@mantine/core'
import type { ParkedRow } from '../../../shared/contract/focus-list.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import { useFocusTab } from './focus-list.store.ts'
import classes from './ParkedTab.module.css'
import { ReturnActions } from './ReturnActions.tsx'
import { sayReturn, saySince } from './return-words.ts'

export function ParkedTab({ parked }: { parked: ParkedRow[] }) {
  const showTab = useFocusTab((state) => state.showTab)
  const today = useToday()
  if (parked.length === 0) {
    return (
      <EmptyState
        title={t('focusList.parked.empty.title')}
        actions={
          <Button variant="default" onClick={() => showTab('list')}>
            {t('focusList.parked.empty.action')}
          </Button>
        }
      >
        {t('focusList.parked.empty.words')}
      </EmptyState>
    )
  }
  const among = parked.map((row) => row.personId)
  return (
    <ul className={shared.wide} aria-label={t('focusList.tabs.parked')}>
      {parked.map((row) => (
        <li key={row.personId} className={classes.row}>
          <div>
            <p className={shared.wrap}>
              <PersonLink id={row.personId} among={among}>
                {personName(row)}
              </PersonLink>
              {row.name && row.firm && <span className={shared.after}>{row.firm}</span>}
            </p>
            <p className={`${shared.lesser} ${shared.wrap}`}>{saySince(row, today)}</p>
          </div>
          <p className={shared.wrap}>{sayReturn(row, today)}</p>
          <ReturnActions row={row} />
        </li>
      ))}
    </ul>
  )
}
