// The two ends of a time, mended by hand: each a month or a day, and whether it comes back every year.
import { Checkbox } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './WhenAnswer.module.css'

/** As typed. An empty last end means the first alone. */
export interface WindowEndsDraft {
  from: string
  to: string
  yearly: boolean
}

interface WindowEndsProps {
  ends: WindowEndsDraft
  onChange(ends: WindowEndsDraft): void
}

export function WindowEnds({ ends, onChange }: WindowEndsProps) {
  const fromId = useId()
  const toId = useId()
  const from = useRef<HTMLInputElement>(null)
  useEffect(() => from.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid with its legend
    <div role="group" aria-label={t('knowCard.window.label')} className={classes.ends}>
      <label htmlFor={fromId}>{t('knowCard.window.from')}</label>
      <input
        ref={from}
        id={fromId}
        className={classes.end}
        value={ends.from}
        onChange={(event) => onChange({ ...ends, from: event.currentTarget.value })}
      />
      <label htmlFor={toId}>{t('knowCard.window.to')}</label>
      <input
        id={toId}
        className={classes.end}
        value={ends.to}
        onChange={(event) => onChange({ ...ends, to: event.currentTarget.value })}
      />
      <Checkbox
        className={shared.whole}
        size="sm"
        label={t('knowCard.window.everyYear')}
        checked={ends.yearly}
        onChange={(event) => onChange({ ...ends, yearly: event.currentTarget.checked })}
      />
    </div>
  )
}
