// Where customers gather: what comes soonest first, each with who goes there and when we last went.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PlaceRow } from '../../../shared/contract/places.ts'
import { formatDate, formatNearDate } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useLoadedPages } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { useToday } from '../../app/use-start.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import { AddPlaceDialog } from './AddPlaceDialog.tsx'
import classes from './PlacesTab.module.css'
import { usePlaces } from './places.store.ts'

export function PlacesTab() {
  const { search, type } = usePlaces()
  const { rows, total, error, showMore } = useLoadedPages('places.list', { search }, 100)
  const [adding, setAdding] = useState(false)
  const dialog = adding && <AddPlaceDialog onClose={() => setAdding(false)} />
  const add = <Button onClick={() => setAdding(true)}>{t('places.add.open')}</Button>
  if (error) return <EmptyState title={sayError(error)} />
  if (!rows) return <div aria-busy />
  if (total === 0 && search === '') {
    return (
      <>
        <EmptyState title={t('places.empty.title')} actions={add}>
          {t('places.empty.words')}
        </EmptyState>
        {dialog}
      </>
    )
  }
  return (
    <div className={shared.scroller}>
      <div className={classes.bar}>
        <TextInput
          className={shared.search}
          type="search"
          aria-label={t('places.search')}
          placeholder={t('places.search')}
          value={search}
          onChange={(event) => type(event.currentTarget.value)}
        />
        {add}
      </div>
      {rows.length === 0 && <p className={shared.note}>{t('places.nothing', { typed: search.trim() })}</p>}
      <ul aria-label={t('places.title')}>
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      {rows.length < total && rows.length > 0 && (
        <Button variant="subtle" onClick={showMore}>
          {t('places.more')}
        </Button>
      )}
      {dialog}
    </div>
  )
}

function Line({ row }: { row: PlaceRow }) {
  const goTo = useApp((state) => state.goTo)
  const today = useToday()
  const { nextOn, nextWhat, lastVisitOn } = row
  const isAhead = nextOn !== null && nextOn >= today
  return (
    <li>
      <button type="button" className={classes.place} onClick={() => goTo({ name: 'place', id: row.id })}>
        <span className={classes.words}>
          <span className={shared.strong}>{row.name}</span>
          {row.kind && <span className={shared.note}>{row.kind}</span>}
        </span>
        <span className={classes.next}>
          {isAhead && formatDate(nextOn, 'medium')}
          {isAhead && nextWhat && <span className={shared.note}>{nextWhat}</span>}
        </span>
        <span className={shared.note}>{t('places.people', { count: row.people })}</span>
        <span className={shared.note}>
          {lastVisitOn === null
            ? t('places.neverVisited')
            : t('places.lastVisit', { on: formatNearDate(lastVisitOn, today) })}
        </span>
      </button>
    </li>
  )
}
