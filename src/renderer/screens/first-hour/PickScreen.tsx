// Pick the few: one person at a time, one key each; nobody joins the focus list by being imported.
import { Button, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { useFirstHour } from '../../features/first-hour/first-hour.store.ts'
import { usePick } from '../../features/first-hour/pick.store.ts'
import { usePlainKeys } from '../../features/first-hour/use-plain-keys.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import { PickCard } from './PickCard.tsx'
import styles from './PickScreen.module.css'

export function PickScreen() {
  const { error: refusal, undo } = usePick()
  const { value: picking, error: failure } = useLoaded('firstHour.toPick', {})
  const error = refusal ?? failure
  const goTo = useApp((state) => state.goTo)
  const { step, finish } = useFirstHour()
  const [asking, setAsking] = useState(false)
  useEffect(() => usePick.setState({ error: null }), [])

  /** In the first hour a sheet comes next; on any other day, the list itself. */
  const next = step !== null && (picking?.picked ?? 0) > 0 ? 'call-sheet' : 'focus-list'
  function stop() {
    if (step !== null) finish()
    goTo({ name: next })
  }

  usePlainKeys((key) => {
    if (asking) return false
    if (key === 'u' || key === 'U' || key === 'Backspace') void undo()
    else if (key === 'Escape') stop()
    else return false
    return true
  })

  if (error && !picking) return <EmptyState title={sayError(error)} />
  if (!picking) return <div aria-busy="true" />
  if (!picking.next) return <Nobody isEmpty={picking.total === 0} next={next} onGoOn={stop} />
  return (
    <Screen
      title={t('firstHour.pick.title')}
      lead={t('firstHour.pick.lead')}
      actions={
        <Button
          variant="default"
          aria-keyshortcuts="Escape"
          rightSection={<KeyHint keys={t('app.escape')} />}
          onClick={stop}
        >
          {t('firstHour.pick.stop')}
        </Button>
      }
    >
      <Far picking={picking} />
      <PickCard
        key={picking.next.personId}
        person={picking.next}
        isFull={picking.picked >= picking.cap}
        asking={asking}
        onAsk={setAsking}
      />
      <p role="alert" className={styles.trouble}>
        {error && sayError(error)}
      </p>
      <Button
        variant="subtle"
        className={styles.undo}
        aria-keyshortcuts="U Backspace"
        rightSection={<KeyHint keys="U" />}
        onClick={() => void undo()}
      >
        {t('firstHour.pick.undo')}
      </Button>
    </Screen>
  )
}

type Picking = CallOutput<'firstHour.toPick'>

function Far({ picking: { looked, total, picked, cap } }: { picking: Picking }) {
  const facts = { looked: formatNumber(looked), total: formatNumber(total), picked, cap }
  const words = t('firstHour.pick.progress', facts)
  return (
    <div className={styles.far}>
      <p role="status">{words}</p>
      <Progress value={total === 0 ? 0 : (100 * looked) / total} size="xs" aria-label={words} />
    </div>
  )
}

interface NobodyProps {
  isEmpty: boolean
  next: 'call-sheet' | 'focus-list'
  onGoOn(): void
}

function Nobody({ isEmpty, next, onGoOn }: NobodyProps) {
  const button = useArrivalFocus<HTMLButtonElement>()
  const goTo = useApp((state) => state.goTo)
  return (
    <Screen title={t('firstHour.pick.title')}>
      <EmptyState
        title={t(isEmpty ? 'firstHour.pick.nobodyTitle' : 'firstHour.pick.doneTitle')}
        actions={
          isEmpty ? (
            <Button ref={button} onClick={() => goTo({ name: 'import' })}>
              {t('firstHour.pick.bringPeople')}
            </Button>
          ) : (
            <Button ref={button} onClick={onGoOn}>
              {t(next === 'call-sheet' ? 'firstHour.pick.toSheet' : 'firstHour.pick.toFocusList')}
            </Button>
          )
        }
      >
        {t(isEmpty ? 'firstHour.pick.nobodyWords' : 'firstHour.pick.doneWords')}
      </EmptyState>
    </Screen>
  )
}
