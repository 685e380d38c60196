// The focus list: the few worth courting, each with the reason to see them now; beside it who is parked and who left.
import { Button, Tabs } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { useFocusList } from '../../features/focus-list/focus-list.store.ts'
import { ListLead } from '../../features/focus-list/ListLead.tsx'
import { type FocusTab, useLeavers } from '../../features/focus-list/leavers.store.ts'
import { ParkedTab } from '../../features/focus-list/ParkedTab.tsx'
import { useProposals } from '../../features/focus-list/proposals.store.ts'
import { WhoLeftTab } from '../../features/focus-list/WhoLeftTab.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Screen } from '../../ui/Screen.tsx'
import classes from './FocusListScreen.module.css'
import { OnTheList } from './OnTheList.tsx'

export function FocusListScreen() {
  const list = useFocusList()
  const left = useLeavers()
  const openProposals = useProposals((state) => state.open)
  const { open } = list
  const { tab, open: openLeavers } = left
  useEffect(open, [open])
  useEffect(openProposals, [openProposals])
  // The list itself is what is opened all day; who left is read by who looks.
  useEffect(() => (tab === 'list' ? undefined : openLeavers()), [tab, openLeavers])
  const { status, error, load } = tab === 'list' ? list : left
  if (status === 'failed' && error) {
    return (
      <Screen title={t('app.focusList')}>
        <EmptyState
          title={sayError(error)}
          actions={<Button onClick={() => void load()}>{t('touches.tryAgain')}</Button>}
        />
      </Screen>
    )
  }
  if (list.status !== 'ready') return <div aria-busy="true" />
  return (
    <FocusScreen tab={tab}>
      <Tabs
        value={tab}
        onChange={(value) => left.showTab(value as FocusTab)}
        keepMounted={false}
        classNames={{ panel: classes.panel, tab: classes.tab }}
      >
        <Tabs.List aria-label={t('app.focusList')}>
          <Tabs.Tab value="list">{t('focusList.tabs.list')}</Tabs.Tab>
          <Tabs.Tab value="parked">{t('focusList.tabs.parked')}</Tabs.Tab>
          <Tabs.Tab value="left">{t('focusList.tabs.left')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <OnTheList />
        </Tabs.Panel>
        <Tabs.Panel value="parked">
          <ParkedTab />
        </Tabs.Panel>
        <Tabs.Panel value="left">
          <WhoLeftTab />
        </Tabs.Panel>
      </Tabs>
    </FocusScreen>
  )
}

/** The heading tells what the tab holds. */
function FocusScreen({ tab, children }: { tab: FocusTab; children: ReactNode }) {
  const { rows, cap, capacity } = useFocusList()
  const { parkedCount, leavers } = useLeavers()
  const goTo = useApp((state) => state.goTo)
  if (tab === 'parked') {
    return (
      <Screen
        title={
          parkedCount > 0
            ? t('focusList.parked.title', { count: parkedCount })
            : t('focusList.parked.noneTitle')
        }
        lead={parkedCount > 0 ? t('focusList.parked.lead') : undefined}
      >
        {children}
      </Screen>
    )
  }
  if (tab === 'left') {
    const count = leavers.length
    return (
      <Screen
        title={count > 0 ? t('focusList.left.title', { count }) : t('focusList.left.noneTitle')}
        lead={count > 0 ? t('focusList.left.lead') : undefined}
      >
        {children}
      </Screen>
    )
  }
  if (rows.length === 0) return <Screen title={t('app.focusList')}>{children}</Screen>
  return (
    <Screen
      title={t('focusList.heading', { count: rows.length, cap })}
      lead={capacity && <ListLead capacity={capacity} count={rows.length} />}
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
