// One line of the list: who, how to reach them, when they were last seen and what was promised.
import type { PersonRow } from '../../../shared/contract/people.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useToday } from '../../app/use-start.ts'
import shared from '../../ui/shared.module.css'
import classes from './PeopleList.module.css'

interface PeopleLineProps {
  id: string | undefined
  /** Absent while its page is on the way. */
  row: PersonRow | undefined
  line: number
  total: number
  top: number
  height: number
  isCurrent: boolean
  onOpen(line: number): void
}

export function PeopleLine({ id, row, line, total, top, height, isCurrent, onOpen }: PeopleLineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself and the search box take the keys
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      aria-setsize={total}
      aria-posinset={line + 1}
      tabIndex={-1}
      className={classes.line}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={() => onOpen(line)}
    >
      {row && <LineWords row={row} />}
    </div>
  )
}

function LineWords({ row }: { row: PersonRow }) {
  const today = useToday()
  const near = (date: string | null) => (date === null ? '' : formatNearDate(date, today))
  return (
    <>
      <span className={shared.shrink}>
        <span className={classes.mark} data-on={row.onFocusList || undefined} aria-hidden />
        <span className={shared.strong}>{personName(row)}</span>
        {row.name !== '' && row.firm !== '' && <span className={shared.after}>{row.firm}</span>}
        {row.onFocusList && <span className={shared.heard}>{t('people.line.onFocusList')}</span>}
        {row.neverContact && (
          <span className={row.hasDied ? shared.after : classes.never}>
            {t(row.hasDied ? 'people.line.died' : 'people.line.never')}
          </span>
        )}
      </span>
      <span className={classes.phone}>{row.phone}</span>
      <span className={classes.email}>{row.email}</span>
      <span className={classes.date}>
        {row.lastTouchOn && <span className={shared.heard}>{t('people.columns.lastTouch')} </span>}
        {near(row.lastTouchOn)}
      </span>
      <span
        className={classes.date}
        data-due={(row.nextStepOn !== null && row.nextStepOn <= today) || undefined}
      >
        {row.nextStepOn && <span className={shared.heard}>{t('people.columns.nextStep')} </span>}
        {near(row.nextStepOn)}
      </span>
      {row.matchedNote !== '' && <span className={classes.note}>{row.matchedNote}</span>}
    </>
  )
}
