// What stands under the heading of the focus list: how it is ordered, and why it holds as many as it does.
import { useState } from 'react'
import type { Capacity } from '../../../shared/contract/focus-list.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { AskedSentence } from '../../ui/AskedSentence.tsx'
import shared from '../../ui/shared.module.css'
import classes from './ListLead.module.css'

interface ListLeadProps {
  capacity: Capacity
  /** How many are on the list; more than it holds are left on it. */
  count: number
  /** Over capacity: the weeks until everybody had a turn. */
  turnWeeks: number | null
}

export function ListLead({ capacity, count, turnWeeks }: ListLeadProps) {
  const goTo = useApp((state) => state.goTo)
  const [open, setOpen] = useState(false)
  const { cap, own, words, sum } = capacity
  const over = count - cap
  return (
    <>
      {t('focusList.lead')}{' '}
      {turnWeeks !== null && `${t('focusList.turnEvery', { count, weeks: turnWeeks })} `}
      <button type="button" className={shared.link} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('focusList.capacity.why', { cap })}
      </button>
      <span role="status" className={classes.answer}>
        {open && (
          <>
            {own !== null && `${t('focusList.capacity.own', { own })} `}
            {say(words)} {over > 0 && `${t('focusList.capacity.over', { count: over })} `}
            {sum && <AskedSentence ask={t('focusList.capacity.howCounted')} answer={say(sum)} />}{' '}
            <button type="button" className={shared.link} onClick={() => goTo({ name: 'settings' })}>
              {t('focusList.capacity.change')}
            </button>
          </>
        )}
      </span>
    </>
  )
}
