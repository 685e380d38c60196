// One line that asks whom somebody named: a name, a phone if there is one, and whether they expect our call.
import { NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { PersonRow } from '../../../shared/contract/people.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { emptyFriend, type FriendDraft } from '../../../shared/rules/touches/named-friend.ts'
import { findPeople } from '../../api/find-people.ts'
import shared from '../../ui/shared.module.css'
import classes from './NamedFriendFields.module.css'

interface NamedFriendFieldsProps {
  /** Nobody names themselves. */
  referrerId: number
  draft: FriendDraft
  change(part: Partial<FriendDraft>): void
  nameRef?: RefObject<HTMLInputElement | null>
  autoFocus?: boolean
  onEnter(): void
  /** Esc: the name is not known now. */
  onSkip(): void
}

export function NamedFriendFields(props: NamedFriendFieldsProps) {
  const { draft, change, nameRef, onEnter, onSkip } = props
  function handleKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const enters = event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)
    if (!enters && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (enters) onEnter()
    else onSkip()
  }
  return (
    <fieldset className={classes.friend} onKeyDown={handleKey}>
      <legend className={shared.legend}>{t('referrals.ask.whom')}</legend>
      <div className={shared.line}>
        {draft.picked ? (
          <span className={classes.picked}>
            <b>{personName(draft.picked)}</b>
            <button
              type="button"
              className={`${shared.link} ${shared.strong}`}
              onClick={() => change(emptyFriend)}
            >
              {t('referrals.ask.another')}
            </button>
          </span>
        ) : (
          <>
            <TextInput
              ref={nameRef}
              size="xs"
              className={classes.name}
              aria-label={t('referrals.ask.name')}
              placeholder={t('referrals.ask.name')}
              autoComplete="off"
              autoFocus={props.autoFocus}
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              type="tel"
              className={classes.phone}
              aria-label={t('referrals.ask.phone')}
              placeholder={t('referrals.ask.phoneOptional')}
              autoComplete="off"
              value={draft.phone}
              onChange={(event) => change({ phone: event.currentTarget.value })}
            />
          </>
        )}
        <NativeSelect
          size="xs"
          className={classes.expects}
          aria-label={t('referrals.ask.expects')}
          value={draft.expects}
          onChange={(event) => change({ expects: event.currentTarget.value as FriendDraft['expects'] })}
          data={[
            { value: '', label: t('referrals.ask.expects') },
            { value: 'yes', label: t('referrals.agreed.yes') },
            { value: 'no', label: t('referrals.agreed.no') },
          ]}
        />
      </div>
      {!draft.picked && <HereAlready {...props} />}
    </fieldset>
  )
}

/** Those of that name who are here, so that nobody is written down twice. */
function HereAlready({ referrerId, draft, change }: NamedFriendFieldsProps) {
  const [found, setFound] = useState<PersonRow[]>([])
  const { name } = draft
  useEffect(() => {
    if (name.trim().length < 2) return setFound([])
    let isCurrent = true
    void findPeople(name).then((rows) => {
      if (isCurrent && rows) setFound(rows.filter((row) => row.id !== referrerId).slice(0, 3))
    })
    return () => {
      isCurrent = false
    }
  }, [name, referrerId])
  if (found.length === 0) return null
  return (
    <p className={classes.here} role="status">
      {t('referrals.ask.here')}
      {found.map((row) => (
        <button
          key={row.id}
          type="button"
          className={`${shared.link} ${shared.strong}`}
          onClick={() => change({ picked: { id: row.id, name: row.name, firm: row.firm } })}
        >
          {[personName(row), row.name === '' ? '' : row.firm, row.phone].filter(Boolean).join(' · ')}
        </button>
      ))}
    </p>
  )
}
