// Pairs that look like one person, the surest first: compare them, or say that they are two.
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Pair } from '../../../shared/contract/duplicates.ts'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { say, sayError, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { MergeDialog } from '../../features/duplicates/MergeDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import classes from './DuplicatesScreen.module.css'

const pageSize = 50
/** As the contract allows. */
const mostPairs = 200
const nothingYet: CallOutput<'duplicates.list'> = { pairs: [], total: 0, more: false }

export function DuplicatesScreen() {
  const [limit, setLimit] = useState(pageSize)
  const { value, error } = useLoaded('duplicates.list', { limit }, { keepsBefore: true })
  const { pairs, total, more } = value ?? nothingYet
  const [compared, setCompared] = useState<Pair | null>(null)
  const goTo = useApp((state) => state.goTo)
  const list = useRef<HTMLUListElement>(null)
  // A pair is gone, or will be once the list is read again: the keys go on with the one in its place.
  const [goesOn, setGoesOn] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the pairs say when one is gone
  useEffect(() => {
    if (!goesOn || document.activeElement !== document.body) return
    list.current?.querySelector('button')?.focus()
    setGoesOn(false)
  }, [goesOn, pairs])

  function goOn() {
    setCompared(null)
    setGoesOn(true)
  }
  const back = (
    <Button variant="default" onClick={() => goTo({ name: 'people' })}>
      {t('duplicates.back')}
    </Button>
  )
  const count = formatNumber(total)
  return (
    <Screen
      title={t('duplicates.title')}
      lead={
        pairs.length > 0
          ? `${more ? t('duplicates.mentionMore', { count }) : t('duplicates.mention', { count: total })} ${t('duplicates.words')}`
          : undefined
      }
      actions={back}
    >
      {error && <p role="alert">{sayError(error)}</p>}
      {value && pairs.length === 0 && (
        <EmptyState title={t('duplicates.emptyTitle')}>{t('duplicates.emptyWords')}</EmptyState>
      )}
      <ul ref={list} aria-label={t('duplicates.list')} aria-busy={!value && !error}>
        {pairs.map((pair) => (
          <PairLine
            key={`${pair.one.id} ${pair.other.id}`}
            pair={pair}
            onCompare={() => setCompared(pair)}
            onTold={goOn}
          />
        ))}
      </ul>
      {pairs.length < total && pairs.length < mostPairs && (
        <Button variant="subtle" onClick={() => setLimit(Math.min(limit + pageSize, mostPairs))}>
          {t('duplicates.more')}
        </Button>
      )}
      {compared && (
        <MergeDialog
          keptId={compared.one.id}
          goneId={compared.other.id}
          onClose={() => setCompared(null)}
          onMerged={goOn}
        />
      )}
    </Screen>
  )
}

interface PairLineProps {
  pair: Pair
  onCompare(): void
  onTold(): void
}

function PairLine({ pair, onCompare, onTold }: PairLineProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const names = { name: personName(pair.one), other: personName(pair.other) }
  async function apart() {
    const failure = await send('duplicates.tellApart', { personId: pair.one.id, otherId: pair.other.id })
    setProblem(failure)
    if (failure === null) onTold()
  }
  return (
    <li className={classes.pair}>
      <div className={classes.words}>
        <div className={classes.sides}>
          <Who person={pair.one} />
          <Who person={pair.other} />
        </div>
        <p className={shared.note}>{say(pair.why)}</p>
        {problem && <p role="alert">{problem}</p>}
      </div>
      <Button variant="default" aria-label={t('duplicates.comparePair', names)} onClick={onCompare}>
        {t('duplicates.compare')}
      </Button>
      <Button variant="subtle" aria-label={t('duplicates.apartPair', names)} onClick={() => void apart()}>
        {t('duplicates.apart')}
      </Button>
    </li>
  )
}

function Who({ person }: { person: Pair['one'] }) {
  const reach = [person.name === '' ? '' : person.firm, person.phone, person.email]
  return (
    <p>
      <strong>{personName(person)}</strong>
      <span className={shared.note}>
        {[...reach, t('duplicates.touches', { count: person.touches })].filter(Boolean).join(' · ')}
      </span>
    </p>
  )
}
