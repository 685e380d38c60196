// The counter page belongs to no week and needs nobody on a list, so it is always at hand, and quiet.
import { Button, Menu } from '@mantine/core'
import { t } from '../../../shared/messages/translate.ts'
import { useCallSheets } from './call-sheets.store.ts'

export function CounterPageMenu() {
  const { busy, print, savePdf } = useCallSheets()
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="subtle" disabled={busy !== null}>
          {t('callSheets.counterPage')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void print('counter')}>{t('callSheets.print')}</Menu.Item>
        <Menu.Item onClick={() => void savePdf('counter')}>{t('callSheets.savePdf')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
