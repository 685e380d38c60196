// Who comes back today: a suggestion, answered by taking them back, another day, or letting go.
import type { ParkedRow } from '../../../shared/contract/focus-list.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import { useFocusTab } from '../../features/focus-list/focus-list.store.ts'
import { ReturnActions } from '../../features/focus-list/ReturnActions.tsx'
import { saySince } from '../../features/focus-list/return-words.ts'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

/** Who is behind them is counted. */
const mostShown = 2

export function Returns() {
  const due = useLoaded('focusList.parked', { due: true, limit: mostShown }).value
  const goTo = useApp((state) => state.goTo)
  const showTab = useFocusTab((state) => state.showTab)
  // Today stands without them: what could not be read is not shown.
  if (!due || due.rows.length === 0) return null
  const others = due.count - due.rows.length
  return (
    <section className={`${shared.stackS4} ${classes.thanks}`} aria-labelledby="returns">
      <h2 id="returns" className={`${shared.heading} ${classes.comingTitle}`}>
        {t('focusList.returns.title')}
      </h2>
      {due.rows.map((row) => (
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
