// A week without a sheet: what makes one, and the one thing to do.
import { Button } from '@mantine/core'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import { AddPersonRow } from './AddPersonRow.tsx'
import { useCallSheets } from './call-sheets.store.ts'
import { useThisWeek } from './use-sheet.ts'

export function EmptySheet() {
  const { week, busy, propose } = useCallSheets()
  const thisWeek = useThisWeek()
  const focus = useLoaded('focusList.get', {}).value?.rows.length ?? 0
  const button = useArrivalFocus<HTMLButtonElement>()
  const goTo = useApp((state) => state.goTo)
  if (week < thisWeek) {
    return <EmptyState title={t('callSheets.emptyPast')}>{t('callSheets.emptyPastWhat')}</EmptyState>
  }
  const proposing = (
    <Button
      key="propose"
      ref={focus > 0 ? button : undefined}
      variant={focus === 0 ? 'default' : 'filled'}
      loading={busy === 'propose'}
      onClick={() => void propose()}
    >
      {t('callSheets.propose')}
    </Button>
  )
  const choosing = (
    <Button key="focus" onClick={() => goTo({ name: 'focus-list' })}>
      {t('callSheets.openFocusList')}
    </Button>
  )
  return (
    <>
      <EmptyState
        title={focus === 0 ? t('callSheets.emptyFocus') : t('callSheets.empty')}
        actions={focus === 0 ? [choosing, proposing] : proposing}
      >
        {focus === 0 ? t('callSheets.emptyFocusWhat') : t('callSheets.emptyWhat', { count: focus })}
      </EmptyState>
      <AddPersonRow />
    </>
  )
}
