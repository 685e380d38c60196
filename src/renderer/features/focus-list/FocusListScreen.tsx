// The focus list: the few worth courting, each with the reason to see them now, ranked.
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { FocusListRow } from './FocusListRow.tsx'
import classes from './FocusListScreen.module.css'
import { useFocusList } from './focus-list.store.ts'

export function FocusListScreen() {
  const { status, rows, cap, touchGoal, error, open, load } = useFocusList()
  const goTo = useApp((state) => state.goTo)
  useEffect(open, [open])
  if (status === 'failed' && error) {
    return (
      <Screen title={t('app.focusList')}>
        <EmptyState
          title={sayError(error)}
          actions={<Button onClick={() => void load()}>{t('touches.tryAgain')}</Button>}
        />
      </Screen>
    )
  }
  if (status !== 'ready') return <div aria-busy="true" />
  if (rows.length === 0) {
    return (
      <Screen title={t('app.focusList')}>
        <EmptyState
          title={t('focusList.empty.title')}
          actions={<Button onClick={() => goTo({ name: 'pick' })}>{t('firstHour.pick.open')}</Button>}
        >
          {t('focusList.empty.words', { cap })}
        </EmptyState>
      </Screen>
    )
  }
  const among = rows.map((row) => row.personId)
  return (
    <Screen
      title={t('focusList.heading', { count: rows.length, cap })}
      lead={t('focusList.lead')}
      actions={
        <Button variant="default" onClick={() => goTo({ name: 'pick' })}>
          {t('firstHour.pick.open')}
        </Button>
      }
    >
      <ol className={classes.rows}>
        {rows.map((row) => (
          <FocusListRow key={row.personId} row={row} touchGoal={touchGoal} among={among} />
        ))}
      </ol>
    </Screen>
  )
}
