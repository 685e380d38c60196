// The week's plan above the rows: hours for calls and the goal, as the header prints them.
import type { CallSheet } from '../../../shared/contract/call-sheets.ts'
import { formatInstant, formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import shared from '../../ui/shared.module.css'
import classes from './SheetPlan.module.css'

/** As the contract allows. */
const mostHours = 80

export function SheetPlan({ sheet }: { sheet: CallSheet }) {
  const changeGoal = (changes: { hours: number } | { goal: string }) =>
    send('callSheets.changeGoal', { week: sheet.week, ...changes })
  async function saveHours(typed: string): Promise<string | null> {
    const hours = Number(typed.trim().replace(',', '.'))
    if (typed.trim() === '' || !Number.isFinite(hours) || hours < 0 || hours > mostHours)
      return t('callSheets.badHours', { most: mostHours })
    return changeGoal({ hours })
  }
  return (
    <div className={classes.plan}>
      <div>
        <span className={classes.label}>{t('callSheets.hours')}</span>{' '}
        <EditInPlace
          label={t('callSheets.hours')}
          value={formatNumber(sheet.hours)}
          placeholder={t('callSheets.hours')}
          onSave={saveHours}
        />
      </div>
      <div>
        <span className={classes.label}>{t('callSheets.goal')}</span>{' '}
        <EditInPlace
          label={t('callSheets.goal')}
          value={sheet.goal}
          placeholder={t('callSheets.goalPlaceholder')}
          onSave={(goal) => changeGoal({ goal })}
        />
      </div>
      {sheet.printedAt !== null && (
        <p className={`${shared.note} ${shared.ownLine}`}>
          {t('callSheets.printedOn', { at: formatInstant(sheet.printedAt) })}
        </p>
      )}
    </div>
  )
}
