// The head of a person's page: the touch ring, their name, how to reach them, and the way through the list.
import { Button } from '@mantine/core'
import { memo, useState } from 'react'
import type { ContactPoint, Person, PersonRecord } from '../../../shared/contract/people.ts'
import { formatDate, formatList, formatNumber } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { makeMailLink, makePhoneLink } from '../../../shared/rules/people/outside-links.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { useToday, useTouchGoal } from '../../app/use-start.ts'
import { FocusButton } from '../../features/focus-list/FocusButton.tsx'
import { LeftLine } from '../../features/focus-list/LeftLine.tsx'
import { FirmField } from '../../features/people/FirmField.tsx'
import { saveContactPoint } from '../../features/people/save-contact-point.ts'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import shared from '../../ui/shared.module.css'
import { TouchRing } from '../../ui/TouchRing.tsx'
import classes from './PersonHeader.module.css'
import type { Neighbours } from './use-neighbours.ts'

interface PersonHeaderProps {
  person: Person
  record: PersonRecord
  among: number[]
  neighbours: Neighbours
}

export function PersonHeader({ person, record, among, neighbours }: PersonHeaderProps) {
  const goal = useTouchGoal()
  const called = personName({ name: person.name, firm: person.firm?.name ?? '' })
  return (
    <header className={classes.head}>
      <TouchRing
        count={person.touches}
        goal={goal}
        caption={t('people.ring.caption', { goal })}
        label={t('people.ring.label', { count: person.touches, goal })}
      />
      <div className={shared.grow}>
        <h1 id="person-name" className={classes.name}>
          <EditInPlace
            label={t('people.person.name')}
            value={person.name}
            shown={called}
            placeholder={called}
            onSave={(name) => send('people.edit', { id: person.id, changes: { name } })}
          />
        </h1>
        <Reach person={record} />
        <Standing person={person} />
        <Away person={person} />
      </div>
      <div className={classes.actions}>
        {person.deletedAt === null ? (
          <FocusButton
            personId={person.id}
            name={called}
            focus={person.focus}
            comesBack={person.left?.returnsOn != null}
          />
        ) : (
          <FromBin id={person.id} />
        )}
        {neighbours.position > 0 && <Through among={among} neighbours={neighbours} />}
      </div>
    </header>
  )
}

/** Firm, phones and mails in one quiet line; a click opens the owner's own program. */
const Reach = memo(function Reach({ person }: { person: PersonRecord }) {
  const openDialog = useApp((state) => state.openDialog)
  const points = person.contactPoints.filter((point) => point.kind === 'phone' || point.kind === 'email')
  return (
    <div className={classes.reach}>
      <FirmField person={person} />
      {points
        .slice(0, 4)
        .map((point) =>
          isReachable(point) ? (
            <ReachPoint key={point.id} point={point} />
          ) : (
            <OddPoint key={point.id} personId={person.id} point={point} />
          ),
        )}
      {person.neverContactOn === null && person.deletedAt === null && (
        <button
          type="button"
          className={classes.write}
          onClick={() => openDialog({ name: 'write', personId: person.id })}
        >
          {t('texts.write.open')}
        </button>
      )}
    </div>
  )
})

const isReachable = ({ kind, value }: ContactPoint) =>
  (kind === 'email' ? makeMailLink(value) : makePhoneLink(value)) !== null

function ReachPoint({ point: { kind, value } }: { point: ContactPoint }) {
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <>
      <button
        type="button"
        className={classes.contact}
        aria-label={t(kind === 'email' ? 'people.person.writeTo' : 'people.person.call', { value })}
        onClick={() =>
          void (
            kind === 'email'
              ? send('app.openMail', { address: value })
              : send('app.openPhone', { number: value })
          ).then(setProblem)
        }
      >
        {value}
      </button>
      {problem && <span role="alert">{problem}</span>}
    </>
  )
}

/** What no program could open is opened for correction instead, and says why. */
function OddPoint({ personId, point }: { personId: number; point: ContactPoint }) {
  const isMail = point.kind === 'email'
  return (
    <span>
      <EditInPlace
        label={t(isMail ? 'people.contact.email' : 'people.contact.phone')}
        value={point.value}
        placeholder={t('people.contact.add')}
        hint={t(isMail ? 'people.contact.oddMail' : 'people.contact.oddPhone')}
        onSave={(value) => saveContactPoint(personId, { ...point, value })}
      />
    </span>
  )
}

/** What must be said first: that they may not be contacted, else how they stand with us. */
function Standing({ person }: { person: Person }) {
  const today = useToday()
  if (person.diedOn !== null) {
    const on = person.diedOn === '' ? null : formatDate(person.diedOn, 'full')
    return (
      <p className={`${shared.strong} ${shared.below}`}>
        {on === null ? t('people.person.died') : t('people.person.diedOn', { on })}
      </p>
    )
  }
  if (person.neverContactOn !== null)
    return <p className={`${shared.problem} ${shared.strong} ${shared.below}`}>{t('people.person.never')}</p>
  if (person.isPrivate)
    return <p className={`${shared.note} ${shared.below}`}>{t('people.person.private')}</p>
  const { standing, because, next, missing } = person.standing
  const isCourted = person.focus !== null || person.answers.length + person.qualified.length > 0
  if (standing === '' && !isCourted) {
    return person.createdOn === today ? (
      <p className={`${shared.note} ${shared.below}`}>{t('people.person.addedToday')}</p>
    ) : null
  }
  return (
    <p className={`${shared.note} ${shared.below}`}>
      {standing !== '' && (
        <strong className={classes.standing}>{t(`knowCard.standing.names.${standing}`)}.</strong>
      )}{' '}
      {because && say(because)}{' '}
      {next &&
        t('knowCard.standing.for', {
          standing: t(`knowCard.standing.names.${next as Exclude<typeof next, ''>}`),
          missing: formatList(missing.map(say)),
        })}
    </p>
  )
}

/** How it ended with somebody who is off the list. */
function Away({ person }: { person: Person }) {
  const { id, name, left, neverContactOn: on, neverContactReason: reason } = person
  const ended = on === null ? left : { as: 'never' as const, on, reason, lostTo: '', returnsOn: null }
  if (!ended || person.isPrivate || person.deletedAt !== null || person.diedOn !== null) return null
  return <LeftLine left={ended} person={{ id, name, firm: person.firm?.name ?? '' }} />
}

function FromBin({ id }: { id: number }) {
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <>
      <span className={`${shared.note} ${shared.below}`}>{t('people.person.inBin')}</span>
      <Button
        variant="default"
        onClick={() => void send('people.bringBack', { id, noRoom: t('focusList.noRoom') }).then(setProblem)}
      >
        {t('people.bin.bringBack')}
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </>
  )
}

function Through({ among, neighbours }: { among: number[]; neighbours: Neighbours }) {
  const { position, goPrevious, goNext } = neighbours
  return (
    <nav className={classes.through} aria-label={t('people.person.through')}>
      <span>
        {t('people.person.position', { at: formatNumber(position), of: formatNumber(among.length) })}
      </span>
      <button
        type="button"
        aria-label={t('people.person.previous')}
        title={t('people.person.previous')}
        aria-keyshortcuts="Alt+ArrowUp"
        disabled={goPrevious === null}
        onClick={() => goPrevious?.()}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={t('people.person.next')}
        title={t('people.person.next')}
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={goNext === null}
        onClick={() => goNext?.()}
      >
        ↓
      </button>
    </nav>
  )
}
