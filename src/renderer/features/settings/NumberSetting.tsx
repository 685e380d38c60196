// A setting that is a number: anything may be typed, and what does not fit is refused in words.
import type { ReactNode } from 'react'
import { formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import {
  type NumberProblem,
  type NumberRange,
  readNumber,
} from '../../../shared/rules/settings/setting-ranges.ts'
import { TextSetting } from './TextSetting.tsx'

interface NumberSettingProps {
  label: string
  hint: string
  value: number
  range: NumberRange
  onSave(value: number): Promise<string | null>
  /** Stands under the field. */
  children?: ReactNode
}

export function NumberSetting({ label, hint, value, range, onSave, children }: NumberSettingProps) {
  return (
    <TextSetting
      label={label}
      hint={hint}
      value={formatNumber(value)}
      inputMode={range.whole ? 'numeric' : 'decimal'}
      onSave={async (typed) => {
        const read = readNumber(typed, range)
        return typeof read === 'number' ? onSave(read) : sayProblem(read, typed, { value, range })
      }}
    >
      {children}
    </TextSetting>
  )
}

function sayProblem(
  problem: NumberProblem,
  typed: string,
  { value, range }: Pick<NumberSettingProps, 'value' | 'range'>,
): string {
  switch (problem) {
    case 'not-number':
      return t('settings.notNumber', { typed, example: formatNumber(value) })
    case 'not-whole':
      return t('settings.notWhole')
    case 'out-of-range':
      return t('settings.outOfRange', { min: range.min, max: range.max })
  }
}
