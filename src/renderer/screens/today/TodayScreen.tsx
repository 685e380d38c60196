// Today: those owed, those whose date it is, those whose turn it is, as many as the day's hours hold; and it ends.
import type { CallOutput } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { NotRead } from '../../app/NotRead.tsx'
import { useToday } from '../../app/use-start.ts'
import { useResume } from '../../features/first-hour/use-resume.ts'
import { Pile } from '../../features/today/Pile.tsx'
import { useTodayMore } from '../../features/today/today.store.ts'
import { useShowings } from '../../features/today/use-showings.ts'
import { Screen } from '../../ui/Screen.tsx'
import { FirstHourScreen } from '../first-hour/FirstHourScreen.tsx'
import { Coming } from './Coming.tsx'
import { LateInquiry } from './LateInquiry.tsx'
import { LookAgain } from './LookAgain.tsx'
import { PlacesComing } from './PlacesComing.tsx'
import { Returns } from './Returns.tsx'
import { SayHello } from './SayHello.tsx'
import { SayThanks } from './SayThanks.tsx'
import { TodayEnd } from './TodayEnd.tsx'
import { TodayList } from './TodayList.tsx'
import classes from './TodayScreen.module.css'

export function TodayScreen() {
  const asked = useTodayMore()
  const day = useToday()
  const list = useLoaded('today.get', { more: asked.on === day ? asked.more : 0 }, { keepsBefore: true })
  const owed = useLoaded('referrals.thanksOwed', {})
  const [today, thanks] = [list.value, owed.value]
  useResume()
  useShowings(today ? today.rows : [])
  if (list.error || owed.error) return <NotRead title={t('app.today')} parts={[list, owed]} />
  if (!today || !thanks) return <div aria-busy="true" />
  if (!today.anyone) return <FirstHourScreen />
  return (
    <Screen title={formatDate(today.on, 'long')} lead={sayLead(today)}>
      <div className={classes.columns}>
        <div>
          <Pile overdue={today.overdue} away={today.away} />
          {today.rows.length > 0 && <TodayList rows={today.rows} />}
          <TodayEnd today={today} onMore={(count) => asked.showMore(count, today.on)} />
        </div>
        <aside className={classes.aside}>
          <SayThanks thanks={thanks} today={today.on} />
          {!today.closed && (
            <>
              <SayHello />
              <LateInquiry />
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
  const owed = rows.filter((row) => row.group === 'owed').length
  const people = t('today.people', { count: rows.length })
  if (owed === 0) return people
  const all = owed > 1 && owed === rows.length
  return `${people} ${all ? t('today.allOwed') : t('today.owed', { count: owed })}`
}
