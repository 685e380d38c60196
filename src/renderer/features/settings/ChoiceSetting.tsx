// Settings that are chosen: from a few, side by side, or from many, in a list to search.
import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { SettingRow } from './SettingRow.tsx'

interface ChoiceSettingProps<Value extends string> {
  label: string
  hint: string
  value: Value
  choices: { value: Value; label: string }[]
  /** A list to search, for more than a handful. */
  many?: boolean
  onSave(value: Value): Promise<string | null>
}

export function ChoiceSetting<Value extends string>(props: ChoiceSettingProps<Value>) {
  const { label, hint, value, choices, many, onSave } = props
  const [error, setError] = useState<string | null>(null)
  const save = async (chosen: Value) => setError(await onSave(chosen))
  return (
    <SettingRow label={label} hint={hint} group={!many} error={error}>
      {(ids) =>
        many ? (
          <Select
            {...ids}
            data={choices}
            value={value}
            searchable
            allowDeselect={false}
            nothingFoundMessage={t('settings.nothingFound')}
            maxDropdownHeight={280}
            // Typing replaces what is chosen.
            onClick={(event) => event.currentTarget.select()}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(chosen) => chosen !== null && void save(chosen as Value)}
          />
        ) : (
          <SegmentedControl
            {...ids}
            data={choices}
            value={value}
            onChange={(chosen) => void save(chosen as Value)}
          />
        )
      }
    </SettingRow>
  )
}
