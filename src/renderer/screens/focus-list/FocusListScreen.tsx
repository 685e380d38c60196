// The focus list: the few worth courting, each with the reason to see them now; beside it who is parked and who left.
import { Button, Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { NotRead } from '../../app/NotRead.tsx'
import { type FocusTab, useFocusTab } from '../../features/focus-list/focus-list.store.ts'
import { ListLead } from '../../features/focus-list/ListLead.tsx'
import { ParkedTab } from '../../features/focus-list/ParkedTab.tsx'
import { WhoLeftTab } from '../../features/focus-list/WhoLeftTab.tsx'
import { Screen } from '../../ui/Screen.tsx'
import classes from './FocusListScreen.module.css'
import { OnTheList } from './OnTheList.tsx'

export function FocusListScreen() {
  const { tab, showTab } = useFocusTab()
  const list = useLoaded('focusList.get', {})
  // The list itself is what is opened all day; who left is read by who looks.
  const parked = useLoaded('focusList.parked', tab === 'parked' ? {} : null)
  const left = useLoaded('focusList.leavers', tab === 'left' ? {} : null)
  const shown = { list, parked, left }[tab]
  if (shown.error) return <NotRead title={t('app.focusList')} parts={[shown]} />
  if (!list.value) return <div aria-busy="true" />
  return (
    <FocusScreen tab={tab} list={list.value} parked={parked.value?.count} left={left.value?.length}>
      <Tabs
        value={tab}
        onChange={(value) => showTab(value as FocusTab)}
        keepMounted={false}
        classNames={{ panel: classes.panel, tab: classes.tab }}
      >
        <Tabs.List aria-label={t('app.focusList')}>
          <Tabs.Tab value="list">{t('focusList.tabs.list')}</Tabs.Tab>
          <Tabs.Tab value="parked">{t('focusList.tabs.parked')}</Tabs.Tab>
          <Tabs.Tab value="left">{t('focusList.tabs.left')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <OnTheList list={list.value} />
        </Tabs.Panel>
        <Tabs.Panel value="parked">
          {parked.value ? <ParkedTab parked={parked.value.rows} /> : <div aria-busy="true" />}
        </Tabs.Panel>
        <Tabs.Panel value="left">
          {left.value ? <WhoLeftTab leavers={left.value} /> : <div aria-busy="true" />}
        </Tabs.Panel>
      </Tabs>
    </FocusScreen>
  )
}

interface FocusScreenProps {
  tab: FocusTab
  list: CallOutput<'focusList.get'>
  /** How many; 0 until they are read. */
  parked: number | undefined
  left: number | undefined
  children: ReactNode
}

/** The heading tells what the tab holds. */
function FocusScreen({ tab, list, parked = 0, left = 0, children }: FocusScreenProps) {
  const { rows, cap, capacity, turnWeeks } = list
  const goTo = useApp((state) => state.goTo)
  if (tab === 'parked') {
    return (
      <Screen
        title={parked > 0 ? t('focusList.parked.title', { count: parked }) : t('focusList.parked.noneTitle')}
        lead={parked > 0 ? t('focusList.parked.lead') : undefined}
      >
        {children}
      </Screen>
    )
  }
  if (tab === 'left') {
    return (
      <Screen
        title={left > 0 ? t('focusList.left.title', { count: left }) : t('focusList.left.noneTitle')}
        lead={left > 0 ? t('focusList.left.lead') : undefined}
      >
        {children}
      </Screen>
    )
  }
  if (rows.length === 0) return <Screen title={t('app.focusList')}>{children}</Screen>
  return (
    <Screen
      title={t('focusList.heading', { count: rows.length, cap })}
      lead={<ListLead capacity={capacity} count={rows.length} turnWeeks={turnWeeks} />}
      actions={
        <Button variant="default" onClick={() => goTo({ name: 'pick' })}>
          {t('firstHour.pick.open')}
        </Button>
      }
    >
      {children}
    </Screen>
  )
}
