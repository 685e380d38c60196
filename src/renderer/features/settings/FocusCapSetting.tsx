// How many the owner can look after: worked out from the hours, with the arithmetic in sight, or typed.
import { Button } from '@mantine/core'
import type { Capacity } from '../../../shared/contract/focus-list.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { settingRanges } from '../../../shared/rules/settings/setting-ranges.ts'
import { AskedSentence } from '../../ui/AskedSentence.tsx'
import styles from './FocusCapSetting.module.css'
import { NumberSetting } from './NumberSetting.tsx'

interface FocusCapSettingProps {
  capacity: Capacity
  /** Null follows the hours. */
  onSave(focusCap: number | null): Promise<string | null>
}

export function FocusCapSetting({ capacity, onSave }: FocusCapSettingProps) {
  const { cap, own, workedOut, words, sum } = capacity
  return (
    <NumberSetting
      label={t('settings.focusCap')}
      hint={t('settings.focusCapHint')}
      value={cap}
      range={settingRanges.focusCap}
      onSave={onSave}
    >
      <p className={styles.sum}>
        {say(words)} {sum && <AskedSentence ask={t('focusList.capacity.howCounted')} answer={say(sum)} />}
      </p>
      {own !== null && (
        <p className={styles.own}>
          {t('settings.focusCapOwn', { own })}
          <Button variant="subtle" size="compact-sm" onClick={() => void onSave(null)}>
            {own === workedOut
              ? t('settings.focusCapFollow')
              : t('settings.focusCapUse', { count: workedOut })}
          </Button>
        </p>
      )}
    </NumberSetting>
  )
}
