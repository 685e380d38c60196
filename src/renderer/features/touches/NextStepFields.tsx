// The next step in a log box: a day is proposed by how it went; Enter keeps it, Esc takes it away.
import { TextInput } from '@mantine/core'
import { formatDate } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import type { OpenTime } from '../../../shared/rules/days/next-step-dates.ts'
import { Chip } from '../../ui/Chip.tsx'
import shared from '../../ui/shared.module.css'
import classes from './LogBox.module.css'
import { isPromised, type Problem, suggestedDay, type TouchDraft } from './touch-draft.ts'

interface NextStepFieldsProps {
  draft: TouchDraft
  change(part: Partial<TouchDraft>): void
  today: string
  openTime: OpenTime
  problem: Problem | null
  onEnter(): void
}

export function NextStepFields({ draft, change, today, openTime, problem, onEnter }: NextStepFieldsProps) {
  if (draft.outcome === 'never contact') return null
  const suggested = suggestedDay(draft, today, openTime)
  const typed = draft.stepWhen.trim()
  const day = typed ? readDay(typed, today) : suggested
  const enter = (event: { key: string }) => {
    if (event.key === 'Enter') onEnter()
  }
  return (
    <div className={classes.line}>
      <span className={shared.note}>{t('touches.next.label')}</span>
      <TextInput
        size="xs"
        className={classes.what}
        aria-label={t('touches.next.what')}
        placeholder={t(suggested ? 'touches.next.tryAgain' : 'touches.next.whatPlaceholder')}
        value={draft.stepWhat}
        onChange={(event) => change({ stepWhat: event.currentTarget.value })}
        onKeyDown={enter}
      />
      <TextInput
        size="xs"
        className={classes.when}
        aria-label={t('touches.next.when')}
        placeholder={suggested ? '' : t('touches.next.whenPlaceholder')}
        value={draft.stepWhen}
        error={problem?.field === 'step' ? problem.words : undefined}
        rightSection={day ? <span className={classes.read}>{formatDate(day, 'medium')}</span> : undefined}
        rightSectionWidth={day ? 86 : undefined}
        onChange={(event) => change({ stepWhen: event.currentTarget.value })}
        onKeyDown={enter}
      />
      {day !== null && (
        <span className={classes.stepChips}>
          <Chip on={isPromised(draft)} onToggle={() => change({ stepPromised: !isPromised(draft) })}>
            {t('touches.next.promised')}
          </Chip>
          {suggested && (
            <Chip on={false} onToggle={() => change({ stepRefused: true })}>
              {t('touches.next.without')}
            </Chip>
          )}
        </span>
      )}
    </div>
  )
}
