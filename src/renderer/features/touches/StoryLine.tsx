// One line of the timeline that is no touch: a sale, feedback, an ask, a sheet, a stage of the pursuit.
import { memo } from 'react'
import type { TimelineEntry } from '../../../shared/contract/touches.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { say } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './TouchTimeline.module.css'

export const StoryLine = memo(function StoryLine({
  entry,
}: {
  entry: Exclude<TimelineEntry, { kind: 'touch' }>
}) {
  return (
    <li className={`${classes.line} ${classes.story}`} data-kind={entry.kind}>
      <time className={`${shared.note} ${shared.nowrap}`} dateTime={entry.on}>
        {formatDate(entry.on, 'short')}
      </time>
      <span aria-hidden className={classes.mark} />
      <div className={classes.words}>
        {say(entry.message)}
        {entry.words !== '' && <span className={classes.said}>{entry.words}</span>}
      </div>
    </li>
  )
})
