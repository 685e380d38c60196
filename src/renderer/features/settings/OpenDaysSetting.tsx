// The days the shop is open, in the order of the owner's week; one at least stays.
import { Chip, Group } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { SettingRow } from './SettingRow.tsx'
import { listWeekdays } from './weekdays.ts'

interface OpenDaysSettingProps {
  value: number[]
  firstDayOfWeek: number
  onSave(days: number[]): Promise<string | null>
}

export function OpenDaysSetting({ value, firstDayOfWeek, onSave }: OpenDaysSettingProps) {
  const [error, setError] = useState<string | null>(null)
  async function save(chosen: string[]) {
    if (chosen.length === 0) return setError(t('settings.noOpenDay'))
    setError(await onSave(chosen.map(Number).sort((a, b) => a - b)))
  }
  return (
    <SettingRow label={t('settings.openDays')} hint={t('settings.openDaysHint')} group error={error}>
      {(ids) => (
        <Chip.Group multiple value={value.map(String)} onChange={(chosen) => void save(chosen)}>
          <Group {...ids} role="group" gap={6}>
            {listWeekdays(firstDayOfWeek, 'short').map(({ day, name }) => (
              <Chip key={day} value={String(day)} size="sm" variant="outline">
                {name}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
    </SettingRow>
  )
}
