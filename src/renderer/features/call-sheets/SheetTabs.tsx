// The parts of a week's sheet: each tab is a line in this list.

import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MessageKey } from '../../../shared/message-key.ts'
import { t } from '../../../shared/messages/translate.ts'
import { type SheetTab, useCallSheets } from './call-sheets.store.ts'

interface SheetTabsProps {
  tabs: { value: SheetTab; label: MessageKey; content: ReactNode }[]
}

export function SheetTabs({ tabs }: SheetTabsProps) {
  const tab = useCallSheets((state) => state.tab)
  const showTab = useCallSheets((state) => state.showTab)
  return (
    <Tabs value={tab} onChange={(value) => showTab(value as SheetTab)} keepMounted={false}>
      <Tabs.List aria-label={t('callSheets.heading')} mb="lg">
        {tabs.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {t(label)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, content }) => (
        <Tabs.Panel key={value} value={value}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
