// Three answers, filled in already: the shop's name, when it is open and calls, the country and its paper.
import { Button, Chip, Group, SegmentedControl, Select, TextInput, Title } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Settings } from '../../../shared/contract/settings.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { readNumber, settingRanges } from '../../../shared/rules/settings/setting-ranges.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { useStart } from '../../app/start.store.ts'
import { useFirstHour } from '../../features/first-hour/first-hour.store.ts'
import { listCountries, listPapers } from '../../features/settings/choices.ts'
import { listWeekdays } from '../../features/settings/weekdays.ts'
import { Screen } from '../../ui/Screen.tsx'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import styles from './AnswersScreen.module.css'

export function AnswersScreen() {
  const settings = useStart((state) => (state.status === 'ready' ? state.start.settings : null))
  return settings && <Answers settings={settings} />
}

function Answers({ settings }: { settings: Settings }) {
  const goTo = useApp((state) => state.goTo)
  const goOn = useFirstHour((state) => state.goOn)
  const shop = useArrivalFocus<HTMLInputElement>()
  const [shopName, setShopName] = useState(settings.shopName)
  const [hours, setHours] = useState(formatNumber(settings.callHoursPerDay))
  const [problem, setProblem] = useState<string | null>(null)
  const save = (changes: Partial<Settings>) => void send('settings.change', changes).then(setProblem)
  const range = settingRanges.callHoursPerDay

  async function submit(event: FormEvent) {
    event.preventDefault()
    const callHoursPerDay = readNumber(hours, range)
    if (typeof callHoursPerDay !== 'number') {
      return setProblem(t('settings.outOfRange', { min: range.min, max: range.max }))
    }
    const changes: Partial<Settings> = {
      ...(shopName.trim() !== settings.shopName && { shopName: shopName.trim() }),
      ...(callHoursPerDay !== settings.callHoursPerDay && { callHoursPerDay }),
    }
    const refused = Object.keys(changes).length > 0 ? await send('settings.change', changes) : null
    if (refused) return setProblem(refused)
    later()
  }

  function later() {
    goOn('pick')
    goTo({ name: 'pick' })
  }

  return (
    <Screen title={t('firstHour.answers.title')} lead={t('firstHour.answers.lead')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Answer title={t('firstHour.answers.shop')}>
          <TextInput
            ref={shop}
            className={styles.name}
            aria-label={t('firstHour.answers.shop')}
            placeholder={t('firstHour.answers.shopPlaceholder')}
            value={shopName}
            onChange={(event) => setShopName(event.currentTarget.value)}
          />
        </Answer>
        <Answer title={t('firstHour.answers.hours')}>
          <OpenDays settings={settings} onSave={save} onProblem={setProblem} />
          <div className={styles.hours}>
            <label htmlFor="first-hours">{t('firstHour.answers.hoursADay')}</label>
            <TextInput
              id="first-hours"
              inputMode="decimal"
              value={hours}
              onChange={(event) => setHours(event.currentTarget.value)}
            />
          </div>
        </Answer>
        <Answer title={t('firstHour.answers.place')}>
          <CountryAndPaper settings={settings} onSave={save} />
        </Answer>
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
        <Group gap="sm">
          <Button type="submit" size="lg">
            {t('firstHour.answers.goOn')}
          </Button>
          <Button variant="subtle" size="lg" onClick={later}>
            {t('firstHour.answers.later')}
          </Button>
        </Group>
      </form>
    </Screen>
  )
}

interface PartProps {
  settings: Settings
  onSave(changes: Partial<Settings>): void
}

function OpenDays({ settings, onSave, onProblem }: PartProps & { onProblem(words: string): void }) {
  return (
    <Chip.Group
      multiple
      value={settings.openDays.map(String)}
      onChange={(days) =>
        days.length === 0
          ? onProblem(t('settings.noOpenDay'))
          : onSave({ openDays: days.map(Number).sort((a, b) => a - b) })
      }
    >
      <Group role="group" aria-label={t('firstHour.answers.openDays')} gap={6}>
        {listWeekdays(settings.firstDayOfWeek, 'short').map(({ day, name }) => (
          <Chip key={day} value={String(day)} size="sm" variant="outline">
            {name}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}

function CountryAndPaper({ settings, onSave }: PartProps) {
  return (
    <>
      <Select
        className={styles.country}
        aria-label={t('firstHour.answers.country')}
        data={listCountries()}
        value={settings.country}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('settings.nothingFound')}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(country) => country !== null && onSave({ country })}
      />
      <SegmentedControl
        aria-label={t('firstHour.answers.paper')}
        data={listPapers()}
        value={settings.paper}
        onChange={(paper) => onSave({ paper: paper as Settings['paper'] })}
      />
    </>
  )
}

function Answer({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.answer}>
      <Title order={2} className={styles.title}>
        {title}
      </Title>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
