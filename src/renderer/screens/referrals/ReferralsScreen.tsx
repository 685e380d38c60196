// Referrals: who is owed a thank you, then every name given with what came of it and whether its giver was told.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { NameGiven, ThanksOwed } from '../../../shared/contract/referrals.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { NotRead } from '../../app/NotRead.tsx'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import { agreedWord, listFriends, outcomeWord } from '../../features/referrals/referral-words.ts'
import { ThankButton } from '../../features/referrals/ThankButton.tsx'
import { WriteName } from '../../features/referrals/WriteName.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import classes from './ReferralsScreen.module.css'

export function ReferralsScreen() {
  const owed = useLoaded('referrals.thanksOwed', {})
  const given = useLoaded('referrals.names', {})
  const openDialog = useApp((state) => state.openDialog)
  if (owed.error || given.error) return <NotRead title={t('referrals.title')} parts={[owed, given]} />
  if (!owed.value || !given.value) return <div aria-busy="true" />
  const thanks = owed.value
  const { names, more } = given.value
  if (thanks.length === 0 && names.length === 0) {
    return (
      <Screen title={t('referrals.title')}>
        <EmptyState
          title={t('referrals.empty.title')}
          actions={
            <Button onClick={() => openDialog({ name: 'log-touch', personId: null })}>
              {t('referrals.empty.log')}
            </Button>
          }
        >
          {t('referrals.empty.words')}
        </EmptyState>
      </Screen>
    )
  }
  return (
    <Screen title={t('referrals.title')}>
      <div className={classes.parts}>
        <Thanks thanks={thanks} />
        <Names names={names} more={more} />
      </div>
    </Screen>
  )
}

function Thanks({ thanks }: { thanks: ThanksOwed[] }) {
  return (
    <section aria-labelledby="thanks-owed">
      <h2 id="thanks-owed" className={shared.title}>
        {t('referrals.thanksOwed')}
      </h2>
      <p className={shared.lesser}>
        {thanks.length === 0 ? t('referrals.nothingOwed') : t('referrals.within')}
      </p>
      <ul>
        {thanks.map((owed) => (
          <ThanksRow key={owed.referrer.id} owed={owed} />
        ))}
      </ul>
    </section>
  )
}

function ThanksRow({ owed }: { owed: ThanksOwed }) {
  const today = useToday()
  const on = formatNearDate(owed.since, today)
  return (
    <li className={classes.thanks}>
      <div>
        <p className={shared.wrap}>
          <PersonLink id={owed.referrer.id}>{personName(owed.referrer)}</PersonLink>
        </p>
        <p className={shared.lesser}>{t('referrals.namedFriends', { friends: listFriends(owed), on })}</p>
      </div>
      <ThankButton owed={owed} />
    </li>
  )
}

function Names({ names, more }: { names: NameGiven[]; more: boolean }) {
  if (names.length === 0) return null
  return (
    <section aria-labelledby="names-given">
      <h2 id="names-given" className={shared.title}>
        {t('referrals.namesGiven')}
      </h2>
      <p className={shared.lesser}>{t('referrals.reportHint')}</p>
      <div className={classes.columns} aria-hidden>
        <span>{t('referrals.columns.friend')}</span>
        <span>{t('referrals.columns.outcome')}</span>
        <span>{t('referrals.columns.report')}</span>
      </div>
      <ul>
        {names.map((given) => (
          <NameRow key={given.id} given={given} />
        ))}
      </ul>
      {more && <p className={shared.lesser}>{t('referrals.newest', { shown: names.length })}</p>}
    </section>
  )
}

function NameRow({ given }: { given: NameGiven }) {
  const today = useToday()
  const { friend, referrer } = given
  const on = formatNearDate(given.namedOn, today)
  const agreed = agreedWord(given)
  const name = personName(referrer)
  return (
    <li className={classes.name}>
      <div>
        <p className={shared.wrap}>
          {friend ? (
            <PersonLink id={friend.id}>{personName(friend)}</PersonLink>
          ) : (
            <span>{t('referrals.notWrittenYet')}</span>
          )}
        </p>
        <p className={shared.lesser}>
          {agreed ? t('referrals.namedByAnd', { name, on, agreed }) : t('referrals.namedBy', { name, on })}
        </p>
        {!friend && <WriteName id={given.id} referrerId={referrer.id} />}
      </div>
      <span className={`${shared.wrap} ${classes.outcome}`} data-outcome={given.outcome}>
        {outcomeWord(given.outcome)}
      </span>
      <div>{friend && <Report given={given} friend={personName(friend)} on={today} />}</div>
    </li>
  )
}

function Report({ given, friend, on }: { given: NameGiven; friend: string; on: string }) {
  const [problem, setProblem] = useState<string | null>(null)
  const name = personName(given.referrer)
  if (given.reportedOn !== null) {
    return (
      <span className={shared.lesser}>
        {t('referrals.reported', { on: formatNearDate(given.reportedOn, on) })}
      </span>
    )
  }
  return (
    <>
      <button
        type="button"
        className={classes.report}
        aria-label={t('referrals.reportLabel', { name, friend })}
        onClick={() => void send('referrals.reportBack', { id: given.id }).then(setProblem)}
      >
        {t('referrals.report', { name })}
      </button>
      <Refusal words={problem} />
    </>
  )
}
