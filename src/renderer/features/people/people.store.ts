// What the owner looks at among the people: the tab, the words searched for, the filters, the line that Enter opens.
import { create } from 'zustand'
import type { CallInput } from '../../../shared/contract/index.ts'
import type { FirmRow, PeopleFilters, PeopleSort } from '../../../shared/contract/people.ts'
import { loading, queryClient } from '../../api/queries.ts'

export type PeopleTab = 'people' | 'private' | 'firms' | 'places' | 'bin'

interface FilterNames {
  place: string
  firm: string
}

const noNames: FilterNames = { place: '', firm: '' }

interface PeopleState {
  tab: PeopleTab
  search: string
  sort: PeopleSort
  /** What the people are narrowed to; kept while one of them is visited. Private people are never narrowed. */
  filters: PeopleFilters
  /** The names behind the ids in `filters`, for the words of its chips. */
  filterNames: FilterNames
  /** The line that Enter opens. */
  current: number
  /** The kind of firm shown; null for all. */
  firmKind: FirmRow['kind'] | null
  showTab(tab: PeopleTab): void
  type(search: string): void
  sortBy(sort: PeopleSort): void
  /** Sets some filters, or takes them away where they are undefined. */
  filterBy(filters: PeopleFilters, names?: Partial<FilterNames>): void
  clearFilters(): void
  /** The people of one firm and nobody else. */
  showFirm(firm: { id: number; name: string }): void
  moveTo(line: number): void
  showFirmKind(kind: FirmRow['kind'] | null): void
}

export const usePeople = create<PeopleState>()((set, get) => ({
  tab: 'people',
  search: '',
  sort: 'name',
  filters: {},
  filterNames: noNames,
  current: 0,
  firmKind: null,
  showTab: (tab) => set({ tab, current: 0 }),
  type: (search) => set({ search, current: 0, tab: get().tab === 'bin' ? 'people' : get().tab }),
  sortBy: (sort) => set({ sort, current: 0 }),
  filterBy: (filters, names) =>
    set({
      filters: { ...get().filters, ...filters },
      filterNames: { ...get().filterNames, ...names },
      current: 0,
    }),
  clearFilters: () => set({ filters: {}, filterNames: noNames, current: 0 }),
  showFirm: ({ id, name }) =>
    set({
      tab: 'people',
      search: '',
      filters: { firmId: id },
      filterNames: { ...noNames, firm: name },
      current: 0,
    }),
  moveTo: (current) => set({ current: Math.max(0, current) }),
  showFirmKind: (firmKind) => set({ firmKind }),
}))

/** How many filters are on. */
export function countFilters(filters: PeopleFilters = {}): number {
  return Object.values(filters).filter((value) => value !== undefined).length
}

/** The list that is asked for: the private people's own, or everybody else's as narrowed. */
export function listAsked({
  tab,
  search,
  sort,
  filters,
}: Pick<PeopleState, 'tab' | 'search' | 'sort' | 'filters'>): CallInput<'people.order'> {
  return tab === 'private' ? { search, sort, isPrivate: true } : { search, sort, isPrivate: false, filters }
}

export const readIds = (ids: string): number[] => (ids === '' ? [] : ids.split(' ').map(Number))

/** Everyone the narrowed list holds; nobody while it shows all there are. */
export async function readNarrowed(): Promise<number[]> {
  const state = usePeople.getState()
  if (state.tab !== 'people' || (state.search.trim() === '' && countFilters(state.filters) === 0)) return []
  const order = await queryClient.fetchQuery(loading('people.order', listAsked(state))).catch(() => null)
  return order ? readIds(order.ids) : []
}
