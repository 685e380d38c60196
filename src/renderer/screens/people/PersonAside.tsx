// Beside the timeline, under what comes next: something useful for them, the balance of gives and asks, who belongs to them, and what they allow.
import { Button, Checkbox } from '@mantine/core'
import { memo, type ReactNode, useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import { Consents } from '../../features/people/Consents.tsx'
import { EraseButton } from '../../features/people/EraseButton.tsx'
import { FromFile } from '../../features/people/FromFile.tsx'
import { PersonReferrals } from '../../features/referrals/PersonReferrals.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import shared from '../../ui/shared.module.css'
import classes from './PersonAside.module.css'
import { SamePerson } from './SamePerson.tsx'

interface PersonAsideProps {
  person: PersonRecord
  gives: number
  asks: number
}

export const PersonAside = memo(function PersonAside({ person, gives, asks }: PersonAsideProps) {
  const goTo = useApp((state) => state.goTo)
  return (
    <>
      <Useful person={person} />
      {hasReferrals(person) && (
        <Section title={t('referrals.person.title')}>
          <PersonReferrals referrals={person.referrals} />
        </Section>
      )}
      <GiveAndAsk gives={gives} asks={asks} />
      <FirmPeople person={person} />
      <Section title={t('people.consent.title')}>
        <Consents person={person} />
        <Limits person={person} />
      </Section>
      <FromFile fields={person.fileFields} />
      <div className={`${shared.stackS1} ${shared.startAll}`}>
        {person.deletedAt === null && (
          <>
            <SamePerson person={person} />
            <ToBin id={person.id} />
          </>
        )}
        <EraseButton
          person={{ id: person.id, name: person.name }}
          onErased={() => goTo({ name: 'people' })}
        />
      </div>
    </>
  )
})

/** Printed on the sheet as what to bring. */
function Useful({ person }: { person: PersonRecord }) {
  return (
    <Section title={t('people.facts.useful')}>
      <EditInPlace
        label={t('people.facts.useful')}
        value={person.useful}
        placeholder={t('people.facts.usefulHint')}
        multiline
        onSave={(useful) => send('people.edit', { id: person.id, changes: { useful } })}
      />
    </Section>
  )
}

const hasReferrals = ({ referrals: { thanks, named, namedBy } }: PersonRecord) =>
  thanks !== null || named.length + namedBy.length > 0

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={shared.section}>
      <h2 className={shared.caption}>{title}</h2>
      {children}
    </section>
  )
}

const mostBars = 12

function GiveAndAsk({ gives, asks }: { gives: number; asks: number }) {
  if (gives + asks === 0) return null
  const shown = Math.min(mostBars, gives + asks)
  const given = Math.round((gives / (gives + asks)) * shown)
  return (
    <Section title={t('people.give.title')}>
      <div className={classes.scale} aria-hidden>
        {Array.from({ length: shown }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars are nothing but their place
          <i key={index} data-ask={index >= given || undefined} />
        ))}
      </div>
      <p className={shared.note}>
        {t('people.give.words', {
          gives: t('people.give.gives', { count: gives }),
          asks: t('people.give.asks', { count: asks }),
        })}
      </p>
    </Section>
  )
}

function FirmPeople({ person }: { person: PersonRecord }) {
  if (person.firmPeople.length === 0) return null
  const title =
    person.firm === null || person.firm.kind === 'household'
      ? t('people.person.household')
      : t('people.person.othersAt', { firm: person.firm.name })
  const among = [person.id, ...person.firmPeople.map((other) => other.id)]
  return (
    <Section title={title}>
      <ul>
        {person.firmPeople.map((other) => (
          <li key={other.id}>
            <PersonLink id={other.id} among={among} className={shared.entry}>
              {personName(other)}
            </PersonLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Private and do not contact: said plainly, and taken back the same way. */
function Limits({ person }: { person: PersonRecord }) {
  const [problem, setProblem] = useState<string | null>(null)
  const never = person.neverContactOn !== null
  return (
    <div className={`${shared.stackS2} ${shared.belowS3}`}>
      <Checkbox
        size="sm"
        label={t('people.consent.private')}
        checked={person.isPrivate}
        onChange={(event) =>
          void send('people.edit', {
            id: person.id,
            changes: { isPrivate: event.currentTarget.checked },
          }).then(setProblem)
        }
      />
      <Checkbox
        size="sm"
        label={t('people.consent.never')}
        checked={never}
        disabled={person.diedOn !== null}
        onChange={(event) =>
          void send('people.setNeverContact', {
            id: person.id,
            never: event.currentTarget.checked,
            reason: '',
          }).then(setProblem)
        }
      />
      {person.neverContactOn !== null && (
        <div className={classes.reason}>
          <span className={shared.note}>
            {t('people.consent.since', { on: formatDate(person.neverContactOn, 'full') })}
          </span>
          <EditInPlace
            label={t('people.consent.reason')}
            value={person.neverContactReason}
            placeholder={t('people.consent.reasonHint')}
            onSave={(reason) => send('people.setNeverContact', { id: person.id, never: true, reason })}
          />
        </div>
      )}
      <HasDied person={person} onProblem={setProblem} />
      {problem && <span role="alert">{problem}</span>}
    </div>
  )
}

/** A day that is not known stays unsaid. */
function HasDied({ person, onProblem }: { person: PersonRecord; onProblem(problem: string | null): void }) {
  const today = useToday()
  const { id, diedOn } = person
  function saveDay(typed: string) {
    if (typed.trim() === '') return send('people.setDied', { id, died: true, on: null })
    const on = readDay(typed, today, 'behind')
    return on ? send('people.setDied', { id, died: true, on }) : Promise.resolve(t('people.consent.badDay'))
  }
  return (
    <>
      <Checkbox
        size="sm"
        label={t('people.consent.died')}
        checked={diedOn !== null}
        onChange={(event) =>
          void send('people.setDied', { id, died: event.currentTarget.checked }).then(onProblem)
        }
      />
      {diedOn !== null && (
        <div className={classes.reason}>
          <span className={shared.note}>{t('people.consent.diedWords')}</span>
          <EditInPlace
            label={t('people.consent.diedOn')}
            value={diedOn === '' ? '' : formatDate(diedOn, 'full')}
            placeholder={t('people.consent.diedOnHint')}
            onSave={saveDay}
          />
        </div>
      )}
    </>
  )
}

function ToBin({ id }: { id: number }) {
  const goTo = useApp((state) => state.goTo)
  const [problem, setProblem] = useState<string | null>(null)
  async function move() {
    const failure = await send('people.moveToBin', { id })
    setProblem(failure)
    if (failure === null) goTo({ name: 'people' })
  }
  return (
    <div>
      <Button variant="subtle" size="compact-sm" className={shared.atEdge} onClick={() => void move()}>
        {t('people.person.toBin')}
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </div>
  )
}
