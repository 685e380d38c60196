// Firms, households and clubs, and the people who may be one household because they share a phone.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FirmRow, HouseholdOffer } from '../../../shared/contract/people.ts'
import { t } from '../../../shared/messages/translate.ts'
import { ChoiceInPlace } from '../../ui/ChoiceInPlace.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { personName } from '../../ui/person-name.ts'
import classes from './FirmsTab.module.css'
import { usePeople } from './people.store.ts'

export function FirmsTab() {
  const { firms, offers, search, type } = usePeople()
  return (
    <div className={classes.scroller}>
      {offers.length > 0 && (
        <section className={classes.offers} aria-labelledby="household-offers">
          <h2 id="household-offers" className={classes.heading}>
            {t('people.offers.title')}
          </h2>
          {offers.map((offer) => (
            <Offer key={offer.people.map((person) => person.id).join(' ')} offer={offer} />
          ))}
        </section>
      )}
      {(firms.length > 0 || search !== '') && (
        <TextInput
          className={classes.search}
          type="search"
          aria-label={t('people.firms.search')}
          placeholder={t('people.firms.search')}
          value={search}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
      {firms.length > 0 && (
        <ul className={classes.firms} aria-label={t('people.tabs.firms')}>
          {firms.map((firm) => (
            <Firm key={firm.id} firm={firm} />
          ))}
        </ul>
      )}
      {firms.length === 0 && search !== '' && (
        <p className={classes.nobody}>{t('people.nobody', { typed: search.trim() })}</p>
      )}
      {firms.length === 0 && search === '' && (
        <EmptyState title={t('people.firms.emptyTitle')}>{t('people.firms.emptyWords')}</EmptyState>
      )}
    </div>
  )
}

const kindWords = {
  business: 'people.firms.business',
  household: 'people.firms.household',
  club: 'people.firms.club',
} as const
const kinds = ['business', 'household', 'club'] as const

function Firm({ firm }: { firm: FirmRow }) {
  const { saveFirm, showTab, type } = usePeople()
  return (
    <li className={classes.firm}>
      <span className={classes.name}>
        <EditInPlace
          label={t('people.firms.name')}
          value={firm.name}
          placeholder={t('people.firms.name')}
          onSave={(name) => saveFirm(firm.id, { name })}
        />
      </span>
      <ChoiceInPlace
        label={t('people.firms.kindOf', { name: firm.name })}
        value={firm.kind}
        options={kinds.map((kind) => [kind, t(kindWords[kind])] as const)}
        onSave={(kind) => saveFirm(firm.id, { kind })}
      />
      <Button
        variant="subtle"
        size="compact-md"
        disabled={firm.people === 0}
        onClick={() => {
          showTab('people')
          type(firm.name)
        }}
      >
        {t('people.firms.people', { count: firm.people })}
      </Button>
    </li>
  )
}

function Offer({ offer }: { offer: HouseholdOffer }) {
  const answerOffer = usePeople((state) => state.answerOffer)
  const [problem, setProblem] = useState<string | null>(null)
  const answer = async (together: boolean) => setProblem(await answerOffer(offer, together))
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(offer.people.map(personName))
  return (
    <div className={classes.offer}>
      <p className={classes.offerWords}>
        <span className={classes.offerNames}>{names}</span>
        <span className={classes.quiet}>{t('people.offers.share', { phone: offer.phone })}</span>
        {problem && <span role="alert">{problem}</span>}
      </p>
      <Button variant="default" onClick={() => void answer(true)}>
        {t('people.offers.together')}
      </Button>
      <Button variant="subtle" onClick={() => void answer(false)}>
        {t('people.offers.apart')}
      </Button>
    </div>
  )
}
