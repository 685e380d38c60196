// When it was, for what is logged later, and what came of it; the last line of a log box, with Save.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatDate } from '../../../shared/messages/format.ts'
import { outcomeWord } from '../../../shared/messages/touch-words.ts'
import { t } from '../../../shared/messages/translate.ts'
import { type Outcome, outcomes } from '../../../shared/rules/touches/touch-kinds.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import shared from '../../ui/shared.module.css'
import classes from './LogBox.module.css'
import { type Problem, readLogDay, readPastDay, type TouchDraft } from './touch-draft.ts'

interface DayAndOutcomeProps {
  draft: TouchDraft
  change(part: Partial<TouchDraft>): void
  today: string
  problem: Problem | null
  saving: boolean
  /** A day ahead is planned instead. */
  mayPlan?: boolean
  /** False where what came of it is not everybody's. */
  withOutcome?: boolean
  onSave(): void
  /** Buttons before Save. */
  children?: ReactNode
}

export function DayAndOutcome({
  draft,
  change,
  today,
  problem,
  saving,
  mayPlan = false,
  withOutcome = true,
  onSave,
  children,
}: DayAndOutcomeProps) {
  const read = mayPlan ? readLogDay(draft.day, today) : null
  const day = read?.on ?? readPastDay(draft.day, today)
  const isPlan = read?.isAhead ?? false
  // Said only where it reads differently from what was typed.
  const isPlain = day === null || day === today || draft.day === formatDate(day, 'full')
  const dayRead = isPlain ? '' : formatDate(day, 'medium')
  const shown = isPlan && day ? t('touches.planned', { on: day }) : dayRead
  return (
    <div className={shared.line}>
      <TextInput
        size="xs"
        className={isPlan ? classes.planned : classes.day}
        aria-label={t('touches.day')}
        placeholder={t('touches.dayPlaceholder')}
        value={draft.day}
        error={problem?.field === 'day' ? problem.words : undefined}
        rightSection={shown && <span className={classes.read}>{shown}</span>}
        rightSectionWidth={shown ? (isPlan ? 142 : 86) : undefined}
        onChange={(event) => change({ day: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSave()
        }}
      />
      {withOutcome && !isPlan && (
        <NativeSelect
          size="xs"
          className={classes.outcome}
          aria-label={t('touches.outcome')}
          value={draft.outcome ?? ''}
          onChange={(event) => change({ outcome: (event.currentTarget.value || null) as Outcome | null })}
          data={[
            { value: '', label: t('touches.outcomes.none') },
            ...outcomes.map((outcome) => ({ value: outcome, label: outcomeWord(outcome) })),
          ]}
        />
      )}
      <div className={classes.buttons}>
        {children ?? <KeyHint keys={t('touches.enterKey')} />}
        <Button size="sm" onClick={onSave} loading={saving}>
          {isPlan ? t('touches.plan') : t('touches.save')}
        </Button>
      </div>
    </div>
  )
}
