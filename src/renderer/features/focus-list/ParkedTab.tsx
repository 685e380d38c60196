// Who is out of sight until a day: since when, why, when they come back, and the ways to change that.
import { Button } from '@mantine/core'
import { t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { useToday } from '../../app/use-start.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { personName } from '../../ui/person-name.ts'
import { useLeavers } from './leavers.store.ts'
import classes from './ParkedTab.module.css'
import { ReturnActions } from './ReturnActions.tsx'
import { sayReturn, saySince } from './return-words.ts'

export function ParkedTab() {
  const { status, parked, showTab } = useLeavers()
  const goTo = useApp((state) => state.goTo)
  const today = useToday()
  if (status !== 'ready') return <div aria-busy="true" />
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
    <ul className={classes.rows} aria-label={t('focusList.tabs.parked')}>
      {parked.map((row) => (
        <li key={row.personId} className={classes.row}>
          <div>
            <p className={classes.who}>
              <button
                type="button"
                className={classes.name}
                onClick={() => goTo({ name: 'person', id: row.personId, among })}
              >
                {personName(row)}
              </button>
              {row.name && row.firm && <span className={classes.firm}>{row.firm}</span>}
            </p>
            <p className={classes.since}>{saySince(row, today)}</p>
          </div>
          <p className={classes.day}>{sayReturn(row, today)}</p>
          <ReturnActions row={row} />
        </li>
      ))}
    </ul>
  )
}
