// On the page of somebody off the list: how it ended, when and why, and the day they come back.
import { useRef, useState } from 'react'
import type { Left } from '../../../shared/contract/focus-list.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useToday } from '../../app/use-start.ts'
import classes from './LeftLine.module.css'
import { ReturnLater } from './ReturnActions.tsx'

interface LeftLineProps {
  left: Left
  person: { id: number; name: string; firm: string }
}

export function LeftLine({ left, person }: LeftLineProps) {
  const today = useToday()
  const [refusal, setRefusal] = useState<string | null>(null)
  const words = useRef<HTMLSpanElement>(null)

  /** The button pressed is gone once they are let go: the keyboard goes on from what it changed. */
  function handleLetGo(failure: string | null) {
    setRefusal(failure)
    if (failure === null) words.current?.focus()
  }

  const { id: personId, name, firm } = person
  return (
    <div className={classes.line}>
      <span ref={words} tabIndex={-1}>
        {sayLeft(left, today)}
      </span>
      {left.returnsOn && (
        <ReturnLater who={{ personId, name, firm, reason: left.reason }} onRefused={handleLetGo} />
      )}
      {refusal && <span role="alert">{refusal}</span>}
    </div>
  )
}

function sayLeft({ as, on: day, reason, lostTo, returnsOn }: Left, today: string): string {
  const on = formatNearDate(day, today)
  const how =
    as === 'lost' && lostTo ? t('focusList.gone.lostTo', { on, lostTo }) : t(`focusList.gone.${as}`, { on })
  const words = reason ? t('focusList.gone.why', { how, reason }) : t('focusList.gone.plain', { how })
  return returnsOn ? `${words} ${sayReturn(returnsOn, today)}` : words
}

function sayReturn(on: string, today: string): string {
  if (on === today) return t('focusList.gone.returnedToday')
  if (on < today) return t('focusList.gone.returned', { on })
  return on.slice(0, 4) === today.slice(0, 4)
    ? t('focusList.gone.returns', { on })
    : t('focusList.gone.returnsYear', { on: formatNearDate(on, today) })
}
