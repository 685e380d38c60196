// Which week: this one, the next, or any other by its arrows; its days come last, so that no button moves.
import { ActionIcon, Button } from '@mantine/core'
import { formatDateRange } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { daysOfWeek, shiftWeek } from '../../../shared/rules/days/weeks.ts'
import shared from '../../ui/shared.module.css'
import { useCallSheets } from './call-sheets.store.ts'
import { useThisWeek } from './use-sheet.ts'
import classes from './WeekChooser.module.css'

export function WeekChooser() {
  const { week, showWeek } = useCallSheets()
  const thisWeek = useThisWeek()
  const days = daysOfWeek(week)
  const nextWeek = shiftWeek(thisWeek, 1)
  return (
    <nav className={classes.chooser} aria-label={t('callSheets.week')}>
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t('callSheets.previousWeek')}
        onClick={() => showWeek(shiftWeek(week, -1))}
      >
        ←
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t('callSheets.followingWeek')}
        onClick={() => showWeek(shiftWeek(week, 1))}
      >
        →
      </ActionIcon>
      <div className={classes.usual}>
        <Button
          variant="subtle"
          aria-pressed={week === thisWeek}
          data-chosen={week === thisWeek}
          className={classes.usualWeek}
          onClick={() => showWeek(thisWeek)}
        >
          {t('callSheets.thisWeek')}
        </Button>
        <Button
          variant="subtle"
          aria-pressed={week === nextWeek}
          data-chosen={week === nextWeek}
          className={classes.usualWeek}
          onClick={() => showWeek(nextWeek)}
        >
          {t('callSheets.nextWeek')}
        </Button>
      </div>
      <p className={shared.strong} aria-live="polite">
        {formatDateRange(days[0]!, days[6]!)} <span className={classes.number}>{week}</span>
      </p>
    </nav>
  )
}
