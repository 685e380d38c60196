// Who comes back today: a suggestion, answered by taking them back, another day, or letting go.
import { useEffect } from 'react'
import type { ParkedRow } from '../../../shared/contract/focus-list.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import { useLeavers } from '../../features/focus-list/leavers.store.ts'
import { ReturnActions } from '../../features/focus-list/ReturnActions.tsx'
import { saySince } from '../../features/focus-list/return-words.ts'
import { useReturns } from '../../features/today/returns.store.ts'
import { personName } from '../../ui/person-name.ts'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

export function Returns() {
  const { rows, count, open } = useReturns()
  const goTo = useApp((state) => state.goTo)
  const showTab = useLeavers((state) => state.showTab)
  useEffect(open, [open])
  if (rows.length === 0) return null
  const others = count - rows.length
  return (
    <section className={`${shared.stackS4} ${classes.thanks}`} aria-labelledby="returns">
      <h2 id="returns" className={`${shared.heading} ${classes.comingTitle}`}>
        {t('focusList.returns.title')}
      </h2>
      {rows.map((row) => (
        <Return key={row.personId} row={row} />
      ))}
      {others > 0 && (
        <button
          type="button"
          className={`${shared.link} ${shared.small}`}
          onClick={() => {
            showTab('parked')
            goTo({ name: 'focus-list' })
          }}
        >
          {t('focusList.returns.more', { count: others })}
        </button>
      )}
    </section>
  )
}

function Return({ row }: { row: ParkedRow }) {
  const today = useToday()
  return (
    <div className={`${shared.stackS2} ${shared.startAll} ${classes.thank}`}>
      <p>
        <PersonLink id={row.personId} className={`${shared.name} ${classes.name}`}>
          {personName(row)}
        </PersonLink>{' '}
        {row.returnsOn === today
          ? t('focusList.returns.today', { since: saySince(row, today) })
          : t('focusList.returns.earlier', { on: row.returnsOn, since: saySince(row, today) })}
      </p>
      <ReturnActions row={row} />
    </div>
  )
}
