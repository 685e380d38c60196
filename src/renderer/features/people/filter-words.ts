// The filters of People in words: what each may be set to, and how it reads as a chip.

import type { PeopleFilters } from '../../../shared/contract/people.ts'
import type { MessageKey } from '../../../shared/message-key.ts'
import { saySource } from '../../../shared/messages/say-source.ts'
import { t } from '../../../shared/messages/translate.ts'

export type FilterName = keyof PeopleFilters
/** Filters with few values, the same in every file. */
export type FixedFilter = 'standing' | 'lastTouch' | 'nextStep' | 'parked'

/** In the order of the panel and of the chips. */
export const filterNames = [
  'standing',
  'lastTouch',
  'nextStep',
  'parked',
  'source',
  'firmId',
  'placeId',
] as const satisfies readonly FilterName[]

export const filterLabels = {
  standing: 'people.filters.standing.label',
  lastTouch: 'people.filters.lastTouch.label',
  nextStep: 'people.filters.nextStep.label',
  parked: 'people.filters.parked.label',
  source: 'people.filters.source.label',
  firmId: 'people.filters.firm.label',
  placeId: 'people.filters.place.label',
} as const satisfies Record<FilterName, MessageKey>

export const fixedWords: {
  [Name in FixedFilter]: Record<NonNullable<PeopleFilters[Name]>, MessageKey>
} = {
  standing: {
    '': 'people.filters.standing.none',
    known: 'people.filters.standing.known',
    'likes us': 'people.filters.standing.likes',
    'trusts us': 'people.filters.standing.trusts',
    fan: 'people.filters.standing.fan',
    advocate: 'people.filters.standing.advocate',
  },
  lastTouch: {
    'in 30 days': 'people.filters.lastTouch.in30',
    'over 30 days': 'people.filters.lastTouch.over30',
    'over 90 days': 'people.filters.lastTouch.over90',
    'over 180 days': 'people.filters.lastTouch.over180',
    never: 'people.filters.lastTouch.never',
  },
  nextStep: {
    none: 'people.filters.nextStep.none',
    overdue: 'people.filters.nextStep.overdue',
    'this week': 'people.filters.nextStep.thisWeek',
    later: 'people.filters.nextStep.later',
  },
  parked: {
    parked: 'people.filters.parked.parked',
    'back in 30 days': 'people.filters.parked.back',
  },
}

/** One filter that is on, as its chip reads. */
export function sayFilter(
  name: FilterName,
  filters: PeopleFilters,
  names: { place: string; firm: string },
): string {
  return t('people.filters.chip', { label: t(filterLabels[name]), value: sayValue(name, filters, names) })
}

function sayValue(name: FilterName, filters: PeopleFilters, names: { place: string; firm: string }): string {
  switch (name) {
    case 'source':
      return saySource(filters.source ?? '') || t('people.filters.source.unknown')
    case 'firmId':
      return names.firm
    case 'placeId':
      return names.place
    default: {
      const words: Record<string, MessageKey> = fixedWords[name]
      return t(words[filters[name] ?? '']!)
    }
  }
}
