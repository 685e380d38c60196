// What is promised or planned for the days to come, so that nobody keeps it in their head.
import type { DueStep } from '../../../shared/contract/touches.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { SaveCalendar } from '../../features/touches/SaveCalendar.tsx'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

export function Coming({ steps }: { steps: readonly DueStep[] }) {
  if (steps.length === 0) return null
  return (
    <section className={classes.coming} aria-labelledby="coming">
      <h2 id="coming" className={`${shared.heading} ${classes.comingTitle}`}>
        {t('today.coming')}
      </h2>
      <ol className={classes.comingSteps}>
        {steps.map((step) => (
          <li key={step.id}>
            <span className={classes.comingDay}>
              {formatDate(step.dueOn, 'short')}
              {step.dueTime && <span className={shared.block}>{step.dueTime}</span>}
            </span>
            <span>
              <PersonLink id={step.personId} className={`${shared.name} ${classes.name}`}>
                {personName(step)}
              </PersonLink>
              {step.what && (
                <span className={`${shared.note} ${shared.wrap} ${shared.block}`}>{step.what}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <SaveCalendar personId={null} name={t('touches.calendar.file')} />
    </section>
  )
}
