// An inquiry nobody answered for a month: asked once, one at a time, whether to apologise or to let it go.
import { Button } from '@mantine/core'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import shared from '../../ui/shared.module.css'
import { settleInquiry } from './InquiryAnswers.tsx'
import classes from './TodayScreen.module.css'

export function LateInquiry() {
  const late = useLoaded('today.lateInquiry', {}).value
  const openDialog = useApp((state) => state.openDialog)
  if (!late) return null
  const name = personName(late)
  const note = late.note.replace(/\s+/g, ' ').trim()
  return (
    <section className={`${shared.stackS4} ${classes.thanks}`} aria-labelledby="late-inquiry">
      <h2 id="late-inquiry" className={`${shared.heading} ${classes.comingTitle}`}>
        {t('today.lateInquiry.title')}
      </h2>
      <div className={`${shared.stackS2} ${shared.startAll} ${classes.thank}`}>
        <p>
          <PersonLink id={late.personId} className={`${shared.name} ${classes.name}`}>
            {name}
          </PersonLink>{' '}
          {note === ''
            ? t('today.lateInquiry.asked', { on: late.on })
            : t('today.lateInquiry.askedNote', { on: late.on, note })}
        </p>
        <div className={classes.answers}>
          <Button
            size="xs"
            variant="default"
            onClick={() => openDialog({ name: 'log-touch', personId: late.personId })}
          >
            {t('today.lateInquiry.apologise')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('today.lateInquiry.letGoFor', { name })}
            onClick={() => void settleInquiry(late.touchId)}
          >
            {t('today.lateInquiry.letGo')}
          </Button>
        </div>
      </div>
    </section>
  )
}
