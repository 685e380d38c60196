// Firms, households and clubs, and the people who may be one household because they share a phone.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FirmRow, HouseholdOffer } from '../../../shared/contract/people.ts'
import { formatNearDate, formatNumber } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { sayHousehold } from '../../../shared/messages/say-household.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useLoadedPages } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import { ChoiceInPlace } from '../../ui/ChoiceInPlace.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import classes from './FirmsTab.module.css'
import { usePeople } from './people.store.ts'
import { useHouseholdOffers } from './use-people-list.ts'

const kindWords = {
  business: 'people.firms.business',
  household: 'people.firms.household',
  club: 'people.firms.club',
} as const
const kinds = ['business', 'household', 'club'] as const

export function FirmsTab() {
  const { firmKind, search } = usePeople()
  const offers = useHouseholdOffers()
  const { rows, total, error, showMore } = useLoadedPages(
    'people.firms',
    { search, ...(firmKind && { kind: firmKind }) },
    100,
  )
  const isNarrowed = search !== '' || firmKind !== null
  if (error) return <EmptyState title={sayError(error)} />
  if (!rows) return <div aria-busy />
  const left = total - rows.length
  return (
    <div className={shared.scroller}>
      {offers.length > 0 && (
        <section className={shared.section} aria-labelledby="household-offers">
          <h2 id="household-offers" className={shared.heading}>
            {t('people.offers.title')}
          </h2>
          {offers.map((offer) => (
            <Offer key={offer.people.map((person) => person.id).join(' ')} offer={offer} />
          ))}
        </section>
      )}
      {(total > 0 || isNarrowed) && <FirmsBar total={total} />}
      {rows.length > 0 && <FirmTable firms={rows} />}
      {left > 0 && (
        <Button variant="default" className={shared.belowS4} onClick={showMore}>
          {t('people.firms.more', { left: formatNumber(left) })}
        </Button>
      )}
      {total === 0 && isNarrowed && <p className={shared.quiet}>{sayNone(search, firmKind)}</p>}
      {total === 0 && !isNarrowed && (
        <EmptyState title={t('people.firms.emptyTitle')}>{t('people.firms.emptyWords')}</EmptyState>
      )}
    </div>
  )
}

function sayNone(search: string, kind: FirmRow['kind'] | null): string {
  const typed = search.trim()
  return typed === '' && kind ? t('people.firms.noneOfKind') : t('people.nobody', { typed })
}

function FirmsBar({ total }: { total: number }) {
  const { firmKind, search, type, showFirmKind } = usePeople()
  return (
    <div className={classes.bar}>
      <TextInput
        className={shared.search}
        type="search"
        aria-label={t('people.firms.search')}
        placeholder={t('people.firms.search')}
        value={search}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || search === '') return
          type('')
          event.stopPropagation()
        }}
      />
      <p className={classes.count} role="status">
        {t('people.firms.count', { count: total, shown: formatNumber(total) })}
      </p>
      <NativeSelect
        aria-label={t('people.firms.kindLabel')}
        value={firmKind ?? 'all'}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          showFirmKind(chosen === 'all' ? null : (chosen as FirmRow['kind']))
        }}
        data={[
          { value: 'all', label: t('people.firms.allKinds') },
          ...kinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) })),
        ]}
      />
    </div>
  )
}

function FirmTable({ firms }: { firms: readonly FirmRow[] }) {
  return (
    <table className={classes.table} aria-label={t('people.tabs.firms')}>
      <thead>
        <tr>
          <th scope="col">{t('people.firms.nameAndNote')}</th>
          <th scope="col">{t('people.firms.kindLabel')}</th>
          <th scope="col">{t('people.firms.lastTouch')}</th>
          <th scope="col">{t('people.firms.jobs')}</th>
          <th scope="col">{t('people.tabs.people')}</th>
        </tr>
      </thead>
      <tbody>
        {firms.map((firm) => (
          <Firm key={firm.id} firm={firm} />
        ))}
      </tbody>
    </table>
  )
}

function Firm({ firm }: { firm: FirmRow }) {
  const showFirm = usePeople((state) => state.showFirm)
  const today = useToday()
  return (
    <tr>
      <th scope="row">
        <span className={`${shared.strong} ${shared.block}`}>
          <EditInPlace
            label={t('people.firms.name')}
            value={firm.name}
            placeholder={t('people.firms.name')}
            onSave={(name) => send('people.saveFirm', { id: firm.id, name })}
          />
        </span>
        <span className={`${shared.note} ${shared.block}`}>
          <EditInPlace
            label={t('people.firms.noteOf', { name: firm.name })}
            value={firm.note}
            placeholder={t('people.firms.noteHint')}
            onSave={(note) => send('people.saveFirm', { id: firm.id, note })}
          />
        </span>
      </th>
      <td>
        <ChoiceInPlace
          label={t('people.firms.kindOf', { name: firm.name })}
          value={firm.kind}
          options={kinds.map((kind) => [kind, t(kindWords[kind])] as const)}
          onSave={(kind) => send('people.saveFirm', { id: firm.id, kind })}
        />
      </td>
      <td className={shared.quiet}>
        {firm.lastTouchOn ? formatNearDate(firm.lastTouchOn, today) : t('people.firms.noTouch')}
      </td>
      <td className={shared.quiet}>{firm.jobs === 0 ? '' : formatNumber(firm.jobs)}</td>
      <td>
        <Button
          variant="subtle"
          size="compact-md"
          disabled={firm.people === 0}
          aria-label={t('people.firms.showPeople', { name: firm.name, count: firm.people })}
          onClick={() => showFirm(firm)}
        >
          {t('people.firms.people', { count: firm.people })}
        </Button>
      </td>
    </tr>
  )
}

function Offer({ offer }: { offer: HouseholdOffer }) {
  const [problem, setProblem] = useState<string | null>(null)
  async function answer(together: boolean) {
    const personIds = offer.people.map((person) => person.id)
    setProblem(await send('people.answerHousehold', { personIds, together, called: sayHousehold(offer) }))
  }
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(offer.people.map(personName))
  return (
    <div className={classes.offer}>
      <p className={classes.offerWords}>
        <span className={shared.strong}>{names}</span>
        <span className={shared.quiet}>{t('people.offers.share', { phone: offer.phone })}</span>
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
