// Everything that happened with one person, newest first, by month; each line can be corrected where it stands.
// The page that shows it loads it.
import { Button } from '@mantine/core'
import type { Touch } from '../../../shared/contract/touches.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { TouchLine } from './TouchLine.tsx'
import classes from './TouchTimeline.module.css'
import { useTimeline } from './touches.store.ts'

export function TouchTimeline({ personId }: { personId: number }) {
  const { status, personId: shownId, touches, next, error, load, loadOlder } = useTimeline()
  if (shownId !== personId || status === 'idle') return <div aria-busy="true" />
  if (status === 'failed' && error) {
    return (
      <div className={classes.empty}>
        <p>{sayError(error)}</p>
        <Button variant="default" onClick={() => void load(personId)}>
          {t('touches.tryAgain')}
        </Button>
      </div>
    )
  }
  if (status === 'ready' && touches.length === 0)
    return <p className={classes.empty}>{t('touches.timelineEmpty')}</p>
  return (
    <section aria-label={t('touches.timeline')}>
      {groupByMonth(touches).map(({ month, lines }) => (
        <section key={month}>
          <h3 className={classes.month}>{month}</h3>
          <ol className={classes.lines}>
            {lines.map((touch) => (
              <TouchLine key={touch.id} touch={touch} />
            ))}
          </ol>
        </section>
      ))}
      {next !== null && (
        <Button variant="subtle" className={classes.older} onClick={() => void loadOlder()}>
          {t('touches.older')}
        </Button>
      )}
    </section>
  )
}

function groupByMonth(touches: Touch[]): { month: string; lines: Touch[] }[] {
  const months = Map.groupBy(touches, (touch) => formatDate(touch.happenedOn, 'month'))
  return [...months].map(([month, lines]) => ({ month, lines }))
}
