// Everything that happened with one person, newest first, by month; each touch can be set right where it stands.
import { Button, NativeSelect } from '@mantine/core'
import { memo, useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { type TimelineEntry, type TimelineShow, timelineShows } from '../../../shared/contract/touches.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useStart } from '../../app/start.store.ts'
import shared from '../../ui/shared.module.css'
import { StoryLine } from './StoryLine.tsx'
import { TouchLine } from './TouchLine.tsx'
import classes from './TouchTimeline.module.css'
import { useTimeline } from './use-timeline.ts'

export function TouchTimeline({ person }: { person: Person }) {
  const [show, setShow] = useState<TimelineShow>('all')
  const { entries, error, hasOlder, loadOlder, again } = useTimeline(person.id, show)
  if (error) {
    return (
      <div className={shared.nothing}>
        <p>{sayError(error)}</p>
        <Button variant="default" onClick={again}>
          {t('touches.tryAgain')}
        </Button>
      </div>
    )
  }
  if (!entries) return <div aria-busy="true" />
  const isEmpty = entries.length === 0
  if (isEmpty && show === 'all') return <p className={shared.nothing}>{t('touches.timelineEmpty')}</p>
  return (
    <section aria-label={t('touches.timeline')}>
      <TimelineHead person={person} show={show} onShow={setShow} />
      {isEmpty && <p className={shared.nothing}>{t('touches.show.nothing')}</p>}
      {groupByMonth(entries).map(({ month, lines }) => (
        <section key={month}>
          <h3 className={classes.month}>{month}</h3>
          <ol>
            {lines.map((entry) =>
              entry.kind === 'touch' ? (
                <TouchLine key={entry.touch.id} touch={entry.touch} />
              ) : (
                <StoryLine key={entry.id} entry={entry} />
              ),
            )}
          </ol>
        </section>
      ))}
      {hasOlder && (
        <Button variant="subtle" className={shared.belowS3} onClick={loadOlder}>
          {t('touches.older')}
        </Button>
      )}
    </section>
  )
}

/** What the ring counts and what stands beside it, and what the timeline is narrowed to. */
function TimelineHead({ person, ...choice }: { person: Person } & ShowChoiceProps) {
  const start = useStart()
  const goal = start.status === 'ready' ? start.start.settings.touchGoal : 0
  const counts = [
    t('touches.ours', { count: person.touches, goal }),
    person.theirs > 0 ? t('touches.theirs', { count: person.theirs }) : '',
    person.mailings > 0 ? t('touches.mailings', { count: person.mailings }) : '',
    person.attempts > 0 ? t('touches.tries', { count: person.attempts }) : '',
  ]
  return (
    <div className={classes.head}>
      <p className={shared.note}>{counts.filter(Boolean).join(' · ')}</p>
      <ShowChoice {...choice} />
    </div>
  )
}

interface ShowChoiceProps {
  show: TimelineShow
  onShow(show: TimelineShow): void
}

const ShowChoice = memo(function ShowChoice({ show, onShow }: ShowChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={t('touches.show.label')}
      value={show}
      onChange={(event) => onShow(event.currentTarget.value as TimelineShow)}
      data={timelineShows.map((value) => ({ value, label: t(`touches.show.${value}`) }))}
    />
  )
})

function groupByMonth(entries: TimelineEntry[]): { month: string; lines: TimelineEntry[] }[] {
  const months = Map.groupBy(entries, (entry) => entry.on.slice(0, 7))
  return [...months.values()].map((lines) => ({ month: formatDate(lines[0]!.on, 'month'), lines }))
}
