// When it was, for what is logged later, and what came of it; the last line of a log box, with Save.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatDate } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { type Outcome, outcomes } from '../../../shared/rules/touch-kinds.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import classes from './LogBox.module.css'
import { type Problem, readPastDay, type TouchDraft } from './touch-draft.ts'
import { outcomeWord } from './touch-words.ts'

interface DayAndOutcomeProps {
  draft: TouchDraft
  change(part: Partial<TouchDraft>): void
  today: string
  problem: Problem | null
  saving: boolean
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
  onSave,
  children,
}: DayAndOutcomeProps) {
  const day = readPastDay(draft.day, today)
  // Said only where it reads differently from what was typed.
  const isPlain = day === null || day === today || draft.day === formatDate(day, 'full')
  const read = isPlain ? '' : formatDate(day, 'medium')
  return (
    <div className={classes.foot}>
      <TextInput
        size="xs"
        className={classes.day}
        aria-label={t('touches.day')}
        placeholder={t('touches.dayPlaceholder')}
        value={draft.day}
        error={problem?.field === 'day' ? problem.words : undefined}
        rightSection={read && <span className={classes.read}>{read}</span>}
        rightSectionWidth={read ? 86 : undefined}
        onChange={(event) => change({ day: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSave()
        }}
      />
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
      <div className={classes.buttons}>
        {children ?? <KeyHint keys={t('touches.enterKey')} />}
        <Button size="sm" onClick={onSave} loading={saving}>
          {t('touches.save')}
        </Button>
      </div>
    </div>
  )
}
