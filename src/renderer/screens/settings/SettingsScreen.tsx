// Settings: the shop, the focus list, the country and its paper, the looks; saved as they are changed.
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Capacity } from '../../../shared/contract/focus-list.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { t } from '../../../shared/messages/translate.ts'
import { settingRanges } from '../../../shared/rules/settings/setting-ranges.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { NotRead } from '../../app/NotRead.tsx'
import { ChoiceSetting } from '../../features/settings/ChoiceSetting.tsx'
import { ClosedPeriods } from '../../features/settings/ClosedPeriods.tsx'
import {
  listCountries,
  listCurrencies,
  listLanguages,
  listPapers,
  listThemes,
} from '../../features/settings/choices.ts'
import { FocusCapSetting } from '../../features/settings/FocusCapSetting.tsx'
import { NumberSetting } from '../../features/settings/NumberSetting.tsx'
import { OpenDaysSetting } from '../../features/settings/OpenDaysSetting.tsx'
import { TextSetting } from '../../features/settings/TextSetting.tsx'
import { listWeekdays } from '../../features/settings/weekdays.ts'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import styles from './SettingsScreen.module.css'

interface PartProps {
  settings: Settings
}

const change = (changes: Partial<Settings>) => send('settings.change', changes)

export function SettingsScreen() {
  const loaded = useLoaded('settings.get', {})
  const closed = useLoaded('settings.closedPeriods', {})
  const capacity = useLoaded('focusList.capacity', {})
  const parts = [loaded, closed, capacity]
  if (parts.some(({ error }) => error)) return <NotRead title={t('settings.title')} parts={parts} />
  if (!loaded.value || !closed.value || !capacity.value) return <div aria-busy="true" />
  const part = { settings: loaded.value }
  return (
    <Screen title={t('settings.title')} lead={t('settings.lead')}>
      <div className={styles.parts}>
        <ShopPart {...part} />
        <FocusPart {...part} capacity={capacity.value} />
        <PlacePart {...part} />
        <LooksPart {...part} />
        <Part title={t('settings.privacy')}>
          <p className={styles.privacy}>{t('settings.privacyWords')}</p>
        </Part>
      </div>
    </Screen>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <Title order={2} className={`${shared.note} ${shared.aboveS2}`}>
        {title}
      </Title>
      {children}
    </section>
  )
}

function ShopPart({ settings }: PartProps) {
  return (
    <Part title={t('settings.shop')}>
      <TextSetting
        label={t('settings.shopName')}
        hint={t('settings.shopNameHint')}
        value={settings.shopName}
        onSave={(typed) => change({ shopName: typed.trim() })}
      />
      <OpenDaysSetting
        value={settings.openDays}
        firstDayOfWeek={settings.firstDayOfWeek}
        onSave={(openDays) => change({ openDays })}
      />
      <NumberSetting
        label={t('settings.callHoursPerDay')}
        hint={t('settings.callHoursPerDayHint')}
        value={settings.callHoursPerDay}
        range={settingRanges.callHoursPerDay}
        onSave={(callHoursPerDay) => change({ callHoursPerDay })}
      />
      <ClosedPeriods />
    </Part>
  )
}

function FocusPart({ settings, capacity }: PartProps & { capacity: Capacity }) {
  return (
    <Part title={t('settings.focus')}>
      <FocusCapSetting capacity={capacity} onSave={(focusCap) => change({ focusCap })} />
      <NumberSetting
        label={t('settings.touchGoal')}
        hint={t('settings.touchGoalHint')}
        value={settings.touchGoal}
        range={settingRanges.touchGoal}
        onSave={(touchGoal) => change({ touchGoal })}
      />
      <ChoiceSetting
        label={t('settings.tellsPurchases')}
        hint={t('settings.tellsPurchasesHint')}
        value={settings.tellsPurchases ? 'yes' : 'no'}
        choices={[
          { value: 'yes', label: t('settings.tellsPurchasesYes') },
          { value: 'no', label: t('settings.tellsPurchasesNo') },
        ]}
        onSave={(answer) => change({ tellsPurchases: answer === 'yes' })}
      />
    </Part>
  )
}

function PlacePart({ settings }: PartProps) {
  const weekdays = listWeekdays(1, 'long').map(({ day, name }) => ({ value: String(day), label: name }))
  return (
    <Part title={t('settings.place')}>
      <ChoiceSetting
        label={t('settings.country')}
        hint={t('settings.countryHint')}
        value={settings.country}
        choices={listCountries()}
        many
        onSave={(country) => change({ country })}
      />
      <ChoiceSetting
        label={t('settings.currency')}
        hint={t('settings.currencyHint')}
        value={settings.currency}
        choices={listCurrencies()}
        many
        onSave={(currency) => change({ currency })}
      />
      <ChoiceSetting
        label={t('settings.paper')}
        hint={t('settings.paperHint')}
        value={settings.paper}
        choices={listPapers()}
        onSave={(paper) => change({ paper })}
      />
      <ChoiceSetting
        label={t('settings.firstDayOfWeek')}
        hint={t('settings.firstDayOfWeekHint')}
        value={String(settings.firstDayOfWeek)}
        choices={weekdays}
        many
        onSave={(day) => change({ firstDayOfWeek: Number(day) })}
      />
    </Part>
  )
}

function LooksPart({ settings }: PartProps) {
  return (
    <Part title={t('settings.looks')}>
      <ChoiceSetting
        label={t('settings.theme')}
        hint={t('settings.themeHint')}
        value={settings.theme}
        choices={listThemes()}
        onSave={(theme) => change({ theme })}
      />
      <ChoiceSetting
        label={t('settings.language')}
        hint={t('settings.languageHint')}
        value={settings.language}
        choices={listLanguages(settings.language)}
        many
        onSave={(language) => change({ language })}
      />
    </Part>
  )
}
