// The rows of the focus list in the order of their reasons.
import { Button } from '@mantine/core'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { useCallThrough } from '../../app/use-call-through.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import { FocusListRow } from './FocusListRow.tsx'

export function OnTheList({ list: { rows, cap, touchGoal } }: { list: CallOutput<'focusList.get'> }) {
  // A list without proposals is still a list: what could not be read is not shown.
  const { value: proposals = [] } = useLoaded('focusList.proposals', {})
  const goTo = useApp((state) => state.goTo)
  useCallThrough(() => rows.map((row) => row.personId))
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('focusList.empty.title')}
        actions={<Button onClick={() => goTo({ name: 'pick' })}>{t('firstHour.pick.open')}</Button>}
      >
        {t('focusList.empty.words', { cap })}
      </EmptyState>
    )
  }
  const among = rows.map((row) => row.personId)
  return (
    <ol className={shared.wide}>
      {rows.map((row) => (
        <FocusListRow
          key={row.personId}
          row={row}
          touchGoal={touchGoal}
          among={among}
          proposal={proposals.find((proposal) => proposal.personId === row.personId) ?? null}
        />
      ))}
    </ol>
  )
}
