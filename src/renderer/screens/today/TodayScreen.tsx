// Today: promises first, then the focus list by its reasons, as many as the day's hours hold; and it ends.
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useResume } from '../../features/first-hour/use-resume.ts'
import { Pile } from '../../features/today/Pile.tsx'
import { useTodayList } from '../../features/today/today.store.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { FirstHourScreen } from '../first-hour/FirstHourScreen.tsx'
import { Coming } from './Coming.tsx'
import { LookAgain } from './LookAgain.tsx'
import { PlacesComing } from './PlacesComing.tsx'
import { Returns } from './Returns.tsx'
import { SayThanks } from './SayThanks.tsx'
import { TodayEnd } from './TodayEnd.tsx'
import { TodayList } from './TodayList.tsx'
import classes from './TodayScreen.module.css'

export function TodayScreen() {
  const { status, today, thanks, error, open, load, showMore } = useTodayList()
  useEffect(open, [open])
  useResume()
  if (status === 'failed' && error) {
    return (
      <Screen title={t('app.today')}>
        <EmptyState
          title={sayError(error)}
          actions={<Button onClick={() => void load()}>{t('touches.tryAgain')}</Button>}
        />
      </Screen>
    )
  }
  if (!today) return <div aria-busy="true" />
  if (!today.anyone) return <FirstHourScreen />
  return (
    <Screen title={formatDate(today.on, 'long')} lead={sayLead(today)}>
      <div className={classes.columns}>
        <div>
          <Pile overdue={today.overdue} />
          {today.rows.length > 0 && <TodayList rows={today.rows} />}
          <TodayEnd today={today} onMore={showMore} />
        </div>
        <aside className={classes.aside}>
          <SayThanks thanks={thanks} today={today.on} />
          {!today.closed && (
            <>
              <Returns />
              <LookAgain />
            </>
          )}
          <PlacesComing />
          <Coming steps={today.coming} />
        </aside>
      </div>
    </Screen>
  )
}

function sayLead({ rows, closed, nextOpenOn }: CallOutput<'today.get'>): string {
  if (closed) {
    const words = closed.what ? t('today.closedFor', closed) : t('today.closed')
    return nextOpenOn ? `${words} ${t('today.opens', { on: nextOpenOn })}` : words
  }
  if (rows.length === 0) return ''
  const promises = rows.filter((row) => row.promised).length
  const people = t('today.people', { count: rows.length })
  if (promises === 0) return people
  const all = promises > 1 && promises === rows.length
  return `${people} ${all ? t('today.allPromises') : t('today.promises', { count: promises })}`
}
