// The day somebody comes back, typed as people type days; the usual distances stand below.
import { TextInput } from '@mantine/core'
import { formatDate } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { Chip } from '../../ui/Chip.tsx'
import shared from '../../ui/shared.module.css'

interface ReturnFieldProps {
  label: string
  /** As typed. */
  value: string
  onChange(typed: string): void
  today: string
  error: string | undefined
  autoFocus?: boolean
  /** The usual distances, in words that can be typed. */
  usual?: string[]
}

export function ReturnField(props: ReturnFieldProps) {
  const { label, value, onChange, today, error, autoFocus, usual = usualMonths() } = props
  const day = value.trim() ? readDay(value, today) : null
  return (
    <div>
      <TextInput
        label={label}
        placeholder={t('focusList.leave.revisitPlaceholder')}
        data-autofocus={autoFocus || undefined}
        value={value}
        error={error}
        rightSection={day ? <span className={shared.reading}>{formatDate(day, 'full')}</span> : undefined}
        rightSectionWidth={day ? 130 : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={`${shared.chips} ${shared.belowS2}`}>
        {usual.map((words) => (
          <Chip key={words} on={value === words} onToggle={() => onChange(words)}>
            {words}
          </Chip>
        ))}
      </div>
    </div>
  )
}

const usualMonths = () => [
  t('focusList.leave.inMonth'),
  t('focusList.leave.in3Months'),
  t('focusList.leave.in6Months'),
]
