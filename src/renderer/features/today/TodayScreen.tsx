// Today: promises first, then the focus list by its reasons, as many as the day's hours hold; and it ends.
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { FirstHourScreen } from '../first-hour/FirstHourScreen.tsx'
import { useResume } from '../first-hour/use-resume.ts'
import { Coming } from './Coming.tsx'
import { SayThanks } from './SayThanks.tsx'
import { TodayList } from './TodayList.tsx'
import classes from './TodayScreen.module.css'
import { useTodayList } from './today.store.ts'

type Today = CallOutput<'focusList.today'>

export function TodayScreen() {
  const { status, today, coming, thanks, error, open, load, showMore } = useTodayList()
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
          {today.rows.length > 0 && <TodayList rows={today.rows} />}
          <End today={today} onMore={showMore} />
        </div>
        <aside className={classes.aside}>
          <SayThanks thanks={thanks} today={today.on} />
          <Coming steps={coming} />
        </aside>
      </div>
    </Screen>
  )
}

function sayLead({ rows }: Today): string {
  if (rows.length === 0) return ''
  const promises = rows.filter((row) => row.promised).length
  const people = t('today.people', { count: rows.length })
  return promises === 0 ? people : `${people} ${t('today.promises', { count: promises })}`
}

/** Says that the list is done, and who waits for another day. */
function End({ today, onMore }: { today: Today; onMore(count: number): void }) {
  const goTo = useApp((state) => state.goTo)
  const { rows, seen, waiting, onFocusList } = today
  const others = waiting.count - waiting.names.length
  const names = waiting.names.join(', ')
  const waits = others > 0 ? t('today.waitMore', { names, count: others }) : t('today.wait', { names })
  const isDone = rows.length === 0
  return (
    <div className={isDone ? classes.done : classes.end}>
      {isDone && <h2 className={classes.doneTitle}>{seen > 0 ? t('today.done') : t('today.nothing')}</h2>}
      {isDone && (
        <p>
          {seen > 0
            ? t('today.seen', { count: seen })
            : onFocusList === 0
              ? t('today.noFocus')
              : t('today.allRest')}
        </p>
      )}
      {!isDone && waiting.count === 0 && <p>{t('today.thatIsAll')}</p>}
      {waiting.count > 0 && <p>{waits}</p>}
      <div className={classes.buttons}>
        {isDone && waiting.count > 0 && (
          <Button variant="default" onClick={() => onMore(3)}>
            {t('today.showMore', { count: Math.min(3, waiting.count) })}
          </Button>
        )}
        {isDone && onFocusList === 0 && (
          <Button onClick={() => goTo({ name: 'pick' })}>{t('firstHour.pick.open')}</Button>
        )}
      </div>
    </div>
  )
}
