// Everyone: one box that searches while it is typed in, the list below it; firms, households and the bin beside.

import { Button, Group, NativeSelect, Tabs, TextInput, Title } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { PeopleSort } from '../../../shared/contract/people.ts'
import type { MessageKey } from '../../../shared/message-key.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { type Screen, useApp } from '../../app/app.store.ts'
import { BinTab } from '../../features/people/BinTab.tsx'
import { FirmsTab } from '../../features/people/FirmsTab.tsx'
import { moveByKey } from '../../features/people/move-by-key.ts'
import { FilterButton, FilterChips } from '../../features/people/PeopleFilters.tsx'
import { PeopleList, type PeopleListHandle } from '../../features/people/PeopleList.tsx'
import { countFilters, type PeopleTab, readNarrowed, usePeople } from '../../features/people/people.store.ts'
import {
  type PeopleList as People,
  useHouseholdOffers,
  usePeopleList,
} from '../../features/people/use-people-list.ts'
import { PlacesTab } from '../../features/places/PlacesTab.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import { DuplicatesMention } from './DuplicatesMention.tsx'
import classes from './PeopleScreen.module.css'

/** `asked`: the screen as it was gone to, which may name a tab instead of the one shown last. */
export function PeopleScreen({ asked }: { asked: Extract<Screen, { name: 'people' }> }) {
  const { tab, search, filters, showTab } = usePeople()
  const people = usePeopleList()
  const isNarrowed = search !== '' || countFilters(filters) > 0
  const list = useRef<PeopleListHandle>(null)
  useEffect(() => {
    if (asked.tab) showTab(asked.tab)
  }, [asked, showTab])

  if (people.error) {
    return (
      <div className={classes.screen}>
        <EmptyState title={t('people.title')}>{sayError(people.error)}</EmptyState>
      </div>
    )
  }
  if (people.isRead && !people.isBehind && people.total === 0 && tab === 'people' && !isNarrowed) {
    return <EmptyPeople />
  }
  return (
    <div className={classes.screen}>
      <Heading />
      <Tabs
        value={tab}
        onChange={(value) => showTab(value as PeopleTab)}
        keepMounted={false}
        className={classes.tabs}
        classNames={{ panel: classes.panel, tab: classes.tab }}
      >
        <Tabs.List aria-label={t('people.title')}>
          <Tabs.Tab value="people">{t('people.tabs.people')}</Tabs.Tab>
          <Tabs.Tab value="private">{t('people.tabs.private')}</Tabs.Tab>
          <Tabs.Tab value="firms">{t('people.tabs.firms')}</Tabs.Tab>
          <Tabs.Tab value="places">{t('places.title')}</Tabs.Tab>
          <Tabs.Tab value="bin">{t('people.tabs.bin')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <SearchBar people={people} list={list} />
          <FilterChips />
          {!isNarrowed && (
            <>
              <Offers />
              <DuplicatesMention />
            </>
          )}
          <PeopleList people={people} ref={list} />
        </Tabs.Panel>
        <Tabs.Panel value="private">
          <SearchBar people={people} list={list} />
          <p className={`${shared.note} ${shared.belowS3}`}>{t('people.privateWords')}</p>
          <PeopleList people={people} ref={list} />
        </Tabs.Panel>
        <Tabs.Panel value="firms">
          <FirmsTab />
        </Tabs.Panel>
        <Tabs.Panel value="places">
          <PlacesTab />
        </Tabs.Panel>
        <Tabs.Panel value="bin">
          <BinTab />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

/** A file without anybody: the ways to fill it. */
function EmptyPeople() {
  const goTo = useApp((state) => state.goTo)
  const openDialog = useApp((state) => state.openDialog)
  const showTab = usePeople((state) => state.showTab)
  return (
    <div className={classes.screen}>
      <Title order={1}>{t('people.title')}</Title>
      <EmptyState
        title={t('people.empty.title')}
        actions={
          <>
            <Button onClick={() => goTo({ name: 'import' })}>{t('people.empty.import')}</Button>
            <Button variant="default" onClick={() => goTo({ name: 'paper-list' })}>
              {t('firstHour.waysIn.paper')}
            </Button>
            <Button variant="default" onClick={() => openDialog({ name: 'add-person' })}>
              {t('people.empty.add')}
            </Button>
            <Button variant="subtle" onClick={() => showTab('private')}>
              {t('people.tabs.private')}
            </Button>
            <Button variant="subtle" onClick={() => showTab('bin')}>
              {t('people.empty.bin')}
            </Button>
          </>
        }
      >
        {t('people.empty.words')}
      </EmptyState>
    </div>
  )
}

function Heading() {
  const goTo = useApp((state) => state.goTo)
  const openDialog = useApp((state) => state.openDialog)

  async function writeLetters() {
    openDialog({ name: 'mailing', personIds: await readNarrowed() })
  }

  return (
    <header className={classes.head}>
      <Title order={1}>{t('people.title')}</Title>
      <Group gap="xs">
        <Button variant="default" onClick={() => goTo({ name: 'pick' })}>
          {t('firstHour.pick.open')}
        </Button>
        <Button variant="default" onClick={() => void writeLetters()}>
          {t('texts.many.open')}
        </Button>
        <Button variant="default" onClick={() => goTo({ name: 'import' })}>
          {t('people.import')}
        </Button>
      </Group>
    </header>
  )
}

/** The box keeps the focus: arrows move in the list under it, Enter opens. */
function SearchBar({ people, list }: { people: People; list: RefObject<PeopleListHandle | null> }) {
  const { tab, search, sort, type, sortBy } = usePeople()
  const { total, more, shown, current, rowAt, moveTo } = people
  const box = useArrivalFocus<HTMLInputElement>()
  const isNarrowed = Boolean(shown.search?.trim()) || countFilters(shown.filters) > 0

  function handleKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && search !== '') {
      type('')
      event.stopPropagation()
    } else if (moveByKey(event.key, current, moveTo)) {
      event.preventDefault()
      list.current?.reveal(usePeople.getState().current)
    } else if (event.key === 'Enter') {
      list.current?.openWhenHere()
    }
  }

  const chosen = rowAt(current)
  const count = formatNumber(total)
  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.search}
        type="search"
        role="combobox"
        aria-label={t('people.search')}
        aria-expanded={total > 0}
        aria-controls="people-list"
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `person-${chosen.id}` : undefined}
        placeholder={t('people.search')}
        value={search}
        ref={box}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
      <p className={classes.count} role="status">
        {!isNarrowed && t('people.count', { count: total, shown: count })}
        {isNarrowed && !more && t('people.found', { count: total, shown: count })}
        {isNarrowed && more && t('people.foundMore', { shown: count })}
      </p>
      {tab === 'people' && <FilterButton />}
      {search.trim() === '' && (
        <NativeSelect
          className={classes.sort}
          aria-label={t('people.sortLabel')}
          value={sort}
          onChange={(event) => sortBy(event.currentTarget.value as PeopleSort)}
          data={Object.entries(sortWords).map(([value, key]) => ({ value, label: t(key) }))}
        />
      )}
    </div>
  )
}

const sortWords = {
  name: 'people.sort.name',
  'last touch': 'people.sort.lastTouch',
  'next step': 'people.sort.nextStep',
  newest: 'people.sort.newest',
} as const satisfies Record<PeopleSort, MessageKey>

/** People under one phone are mentioned once, quietly. */
function Offers() {
  const offers = useHouseholdOffers()
  const showTab = usePeople((state) => state.showTab)
  if (offers.length === 0) return null
  return (
    <p className={`${shared.note} ${shared.belowS3}`}>
      {t('people.offers.mention', { count: offers.length })}{' '}
      <button type="button" className={`${shared.link} ${shared.strong}`} onClick={() => showTab('firms')}>
        {t('people.offers.look')}
      </button>
    </p>
  )
}
