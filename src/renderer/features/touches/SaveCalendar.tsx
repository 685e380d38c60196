// Puts next steps into a file the owner's own calendar can open.
import { useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './NextSteps.module.css'
import { saveCalendar } from './touch-actions.ts'

interface SaveCalendarProps {
  /** Of one person; null for everybody's. */
  personId: number | null
  /** What the file is called at first. */
  name: string
}

export function SaveCalendar({ personId, name }: SaveCalendarProps) {
  const [words, setWords] = useState('')
  return (
    <p className={`${shared.note} ${shared.belowS2} ${classes.calendar}`}>
      <button
        type="button"
        className={`${shared.link} ${shared.strong} ${shared.small} ${classes.action}`}
        onClick={() => void saveCalendar(personId, name).then(setWords)}
      >
        {t('touches.calendar.save')}
      </button>{' '}
      <span role="status">{words}</span>
    </p>
  )
}
