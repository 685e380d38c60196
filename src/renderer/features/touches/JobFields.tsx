// A quote or a sale in a log box: how much, and what for; both may stay empty.
import { TextInput } from '@mantine/core'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './LogBox.module.css'
import type { Problem, TouchDraft } from './touch-draft.ts'

interface JobFieldsProps {
  draft: TouchDraft
  change(part: Partial<TouchDraft>): void
  problem: Problem | null
  /** The amount is what comes next. */
  focus: boolean
  onEnter(): void
}

export function JobFields({ draft, change, problem, focus, onEnter }: JobFieldsProps) {
  const enter = (event: { key: string }) => {
    if (event.key === 'Enter') onEnter()
  }
  return (
    <div className={classes.line}>
      <span className={shared.note}>
        {t(draft.outcome === 'quote' ? 'touches.job.quote' : 'touches.job.bought')}
      </span>
      <TextInput
        size="xs"
        className={classes.when}
        aria-label={t('touches.job.amount')}
        placeholder={t('touches.job.amount')}
        inputMode="decimal"
        autoFocus={focus}
        value={draft.jobAmount}
        error={problem?.field === 'amount' ? problem.words : undefined}
        onChange={(event) => change({ jobAmount: event.currentTarget.value })}
        onKeyDown={enter}
      />
      <TextInput
        size="xs"
        className={classes.what}
        aria-label={t('touches.job.what')}
        placeholder={t('touches.job.what')}
        value={draft.jobWhat}
        onChange={(event) => change({ jobWhat: event.currentTarget.value })}
        onKeyDown={enter}
      />
    </div>
  )
}
