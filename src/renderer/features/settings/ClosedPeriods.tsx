// Closed periods: the list, each taken away by a click, and a line to add one; what was typed stays when refused.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { ClosedPeriod } from '../../../shared/contract/settings.ts'
import { formatDate, formatDateRange } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import shared from '../../ui/shared.module.css'
import styles from './ClosedPeriods.module.css'
import { SettingRow } from './SettingRow.tsx'

const empty = { from: '', to: '', what: '' }

export function ClosedPeriods() {
  const [error, setError] = useState<string | null>(null)
  return (
    <SettingRow label={t('settings.closed')} hint={t('settings.closedHint')} group error={error}>
      {(ids) => (
        <fieldset {...ids} className={shared.stackS3}>
          <PeriodList onProblem={setError} />
          <AddPeriod onProblem={setError} />
        </fieldset>
      )}
    </SettingRow>
  )
}

function PeriodList({ onProblem }: { onProblem(problem: string | null): void }) {
  const closedPeriods = useLoaded('settings.closedPeriods', {}).value ?? []
  const today = useToday()
  if (closedPeriods.length === 0) return <p className={shared.quiet}>{t('settings.closedNone')}</p>
  return (
    <ul>
      {closedPeriods.map(({ id, from, to, what }: ClosedPeriod) => {
        const days = formatDateRange(from, to)
        return (
          <li key={id} className={styles.period}>
            <span>
              {days}
              {what !== '' && <span className={shared.quiet}> · {what}</span>}
              {to < today && <span className={shared.quiet}> · {t('settings.closedOver')}</span>}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('settings.closedRemove', { days })}
              onClick={async () => onProblem(await send('settings.removeClosedPeriod', { id }))}
            >
              ×
            </ActionIcon>
          </li>
        )
      })}
    </ul>
  )
}

function AddPeriod({ onProblem }: { onProblem(problem: string | null): void }) {
  const today = useToday()
  const [typed, setTyped] = useState(empty)
  const first = useRef<HTMLInputElement>(null)
  const from = readDay(typed.from, today)
  const to = typed.to.trim() === '' ? from : readDay(typed.to, today)

  async function add(event: FormEvent) {
    event.preventDefault()
    if (from === null) return onProblem(t('settings.notDay', { typed: typed.from }))
    if (to === null) return onProblem(t('settings.notDay', { typed: typed.to }))
    const problem = await send('settings.addClosedPeriod', {
      uid: crypto.randomUUID(),
      from,
      to,
      what: typed.what,
    })
    onProblem(problem)
    if (problem !== null) return
    setTyped(empty)
    first.current?.focus()
  }

  const field = (name: keyof typeof empty, label: string, placeholder: string, day: string | null) => (
    <TextInput
      ref={name === 'from' ? first : undefined}
      size="sm"
      label={label}
      placeholder={placeholder}
      value={typed[name]}
      // How the day was read, as soon as it can be.
      description={day !== null && typed[name].trim() !== '' ? formatDate(day, 'full') : undefined}
      inputWrapperOrder={['label', 'input', 'description']}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  return (
    <form className={styles.add} onSubmit={(event) => void add(event)}>
      {field('from', t('settings.closedFrom'), t('settings.closedDayPlaceholder'), from)}
      {field('to', t('settings.closedTo'), t('settings.closedToPlaceholder'), to)}
      {field('what', t('settings.closedWhat'), t('settings.closedWhatPlaceholder'), null)}
      <Button type="submit" variant="default" size="sm">
        {t('settings.closedAdd')}
      </Button>
    </form>
  )
}
