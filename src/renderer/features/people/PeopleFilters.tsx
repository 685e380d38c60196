// What the list is narrowed to: one button opens the choices, each choice that is on stands beside it as a chip.

import { Button, CloseIcon, NativeSelect, Popover, Select } from '@mantine/core'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { PeopleFilters as Filters } from '../../../shared/contract/people.ts'
import type { MessageKey } from '../../../shared/message-key.ts'
import { saySource } from '../../../shared/messages/say-source.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import shared from '../../ui/shared.module.css'
import { type FixedFilter, filterLabels, filterNames, fixedWords, sayFilter } from './filter-words.ts'
import classes from './PeopleFilters.module.css'
import { countFilters, usePeople } from './people.store.ts'

const noChoices: CallOutput<'people.filterChoices'> = { sources: [], places: [] }

export function FilterButton() {
  const filters = usePeople((state) => state.filters)
  const [opened, setOpened] = useState(false)
  const count = countFilters(filters)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="min(520px, calc(100vw - 32px))"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <Button variant="default" className={classes.button} onClick={() => setOpened(!opened)}>
          {count === 0 ? t('people.filters.open') : t('people.filters.openOn', { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('people.filters.title')}>
        <FilterFields />
      </Popover.Dropdown>
    </Popover>
  )
}

function FilterFields() {
  const { filters, filterNames: names, filterBy, clearFilters } = usePeople()
  const { value: choices = noChoices } = useLoaded('people.filterChoices', {})
  const placeOptions = choices.places.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <div className={classes.fields}>
      <FixedSelect name="standing" />
      <FixedSelect name="lastTouch" />
      <FixedSelect name="nextStep" />
      <FixedSelect name="parked" />
      <Select
        label={t(filterLabels.source)}
        placeholder={t('people.filters.any')}
        nothingFoundMessage={t('people.filters.noSuch')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('people.filters.anyOf', { label: t(filterLabels.source) }) }}
        comboboxProps={{ withinPortal: false }}
        // An empty value would mean that nothing is chosen.
        data={[
          { value: unknownSource, label: t('people.filters.source.unknown') },
          ...withOwn(choices.sources, filters.source).map((source) => ({
            value: `=${source}`,
            label: saySource(source),
          })),
        ]}
        value={sourceValue(filters.source)}
        onChange={(value) =>
          filterBy({ source: value === null ? undefined : value === unknownSource ? '' : value.slice(1) })
        }
      />
      <FirmSelect />
      <Select
        label={t(filterLabels.placeId)}
        placeholder={t('people.filters.any')}
        nothingFoundMessage={t('people.filters.noSuch')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('people.filters.anyOf', { label: t(filterLabels.placeId) }) }}
        comboboxProps={{ withinPortal: false }}
        data={
          placeOptions.length > 0 || filters.placeId === undefined
            ? placeOptions
            : [{ value: String(filters.placeId), label: names.place }]
        }
        value={filters.placeId === undefined ? null : String(filters.placeId)}
        onChange={(value, option) =>
          filterBy({ placeId: value === null ? undefined : Number(value) }, { place: option?.label ?? '' })
        }
      />
      <div className={classes.end}>
        <Button variant="subtle" disabled={countFilters(filters) === 0} onClick={clearFilters}>
          {t('people.filters.clear')}
        </Button>
      </div>
    </div>
  )
}

const unknownSource = 'unknown'

function sourceValue(source: string | undefined): string | null {
  if (source === undefined) return null
  return source === '' ? unknownSource : `=${source}`
}

/** The one chosen stays among the choices, however rare. */
function withOwn(sources: readonly string[], own: string | undefined): readonly string[] {
  return own && !sources.includes(own) ? [...sources, own] : sources
}

function FixedSelect({ name }: { name: FixedFilter }) {
  const { filters, filterBy } = usePeople()
  const words: Record<string, MessageKey> = fixedWords[name]
  const value = filters[name]
  // An empty value is one of the standings, so "any" has a word of its own.
  return (
    <NativeSelect
      label={t(filterLabels[name])}
      value={value === undefined ? 'any' : value}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        filterBy({ [name]: chosen === 'any' ? undefined : chosen } as Filters)
      }}
      data={[
        { value: 'any', label: t('people.filters.any') },
        ...Object.entries(words).map(([option, key]) => ({ value: option, label: t(key) })),
      ]}
    />
  )
}

const mostOffered = 8

/** There may be thousands of firms: those whose name begins as typed. */
function FirmSelect() {
  const { filters, filterNames: names, filterBy } = usePeople()
  const [typed, setTyped] = useState(names.firm)
  const search = typed === names.firm ? '' : typed
  const found =
    useLoaded('people.firms', { search, limit: mostOffered }, { keepsBefore: true }).value?.rows ?? []
  const own = filters.firmId
  const options = found.map(({ id, name }) => ({ value: String(id), label: name }))
  if (own !== undefined && !found.some((firm) => firm.id === own)) {
    options.unshift({ value: String(own), label: names.firm })
  }
  return (
    <Select
      label={t(filterLabels.firmId)}
      placeholder={t('people.filters.any')}
      nothingFoundMessage={t('people.filters.noSuch')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('people.filters.anyOf', { label: t(filterLabels.firmId) }) }}
      comboboxProps={{ withinPortal: false }}
      data={options}
      // The file has searched already, with its own idea of equal letters.
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      value={own === undefined ? null : String(own)}
      onChange={(value, option) =>
        filterBy({ firmId: value === null ? undefined : Number(value) }, { firm: option?.label ?? '' })
      }
    />
  )
}

/** The filters that are on; a click takes one away. */
export function FilterChips() {
  const { filters, filterNames: names, filterBy, clearFilters } = usePeople()
  const on = filterNames.filter((name) => filters[name] !== undefined)
  if (on.length === 0) return null
  return (
    <ul className={`${shared.line} ${shared.belowS3}`} aria-label={t('people.filters.title')}>
      {on.map((name) => {
        const words = sayFilter(name, filters, names)
        return (
          <li key={name}>
            <button
              type="button"
              className={classes.chip}
              aria-label={t('people.filters.remove', { words })}
              onClick={() => filterBy({ [name]: undefined })}
            >
              {words}
              <CloseIcon size="14" aria-hidden />
            </button>
          </li>
        )
      })}
      <li>
        <button
          type="button"
          className={`${shared.link} ${shared.strong} ${shared.small} ${classes.clear}`}
          onClick={clearFilters}
        >
          {t('people.filters.clear')}
        </button>
      </li>
    </ul>
  )
}
