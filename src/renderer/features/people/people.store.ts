// The list of people: pages of it as they come into view, what a search found, firms, the bin, offers of households.
import { create } from 'zustand'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type {
  FirmRow,
  HouseholdOffer,
  PeopleFilters,
  PeopleSort,
  PersonRow,
} from '../../../shared/contract/people.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayHousehold } from '../../../shared/messages/say-household.ts'
import { sayFailure, t } from '../../../shared/messages/translate.ts'
import { call, onChanged } from '../../api/client.ts'

/** A screen holds about fifteen lines: one page fills it and a little more. */
export const pageSize = 50
/** The order of the whole list is asked for when the screen has come to rest. */
const restMs = 500

export type PeopleTab = 'people' | 'private' | 'firms' | 'places' | 'bin'

interface FilterNames {
  place: string
  firm: string
}

const noNames: FilterNames = { place: '', firm: '' }

interface PeopleState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  error: CallError | null
  tab: PeopleTab
  search: string
  sort: PeopleSort
  /** What the people are narrowed to; kept while one of them is visited. Private people are never narrowed. */
  filters: PeopleFilters
  /** The names behind the ids in `filters`, for the words of its chips. */
  filterNames: FilterNames
  /** How many lines the list has, and whether a search found more than it shows. */
  total: number
  more: boolean
  /** What `total` belongs to: the typed words may be ahead of it. */
  shownSearch: string
  shownFilters: PeopleFilters
  pages: ReadonlyMap<number, PersonRow[]>
  order: number[] | null
  /** The line that Enter opens. */
  current: number
  offers: HouseholdOffer[]
  firms: { total: number; rows: FirmRow[] }
  /** The kind of firm shown; null for all. */
  firmKind: FirmRow['kind'] | null
  bin: CallOutput<'people.bin'>
  open(): void
  leave(): void
  showTab(tab: PeopleTab): void
  type(search: string): void
  sortBy(sort: PeopleSort): void
  /** Sets some filters, or takes them away where they are undefined. */
  filterBy(filters: PeopleFilters, names?: Partial<FilterNames>): void
  clearFilters(): void
  /** The people of one firm and nobody else. */
  showFirm(firm: { id: number; name: string }): void
  moveTo(line: number): void
  /** Asks for the pages that hold these lines, unless they are here. */
  show(first: number, last: number): void
  /** The people next and previous go through from here. */
  listAmong(): number[]
  /** Everyone the narrowed list holds; nobody while it shows all there are. */
  readNarrowed(): Promise<number[]>
  showFirmKind(kind: FirmRow['kind'] | null): void
  /** One more page of firms. */
  showMoreFirms(): void
  saveFirm(
    id: number,
    changes: { name?: string; kind?: FirmRow['kind']; note?: string },
  ): Promise<string | null>
  bringBack(id: number): Promise<string | null>
  answerOffer(offer: HouseholdOffer, together: boolean): Promise<string | null>
}

/** Answers to earlier questions are dropped: the words or the rows have changed since. */
let generation = 0
/** The generation whose first page is here: before that no further page is asked for. */
let settled = 0
let isOpen = false
let isStale = true
/** Pages of firms asked for: the owner asked for more and more. */
let firmPages = 1
const firmPageSize = 100
let visible = { first: 0, last: 0 }
const pagesAsked = new Set<number>()
let rest: ReturnType<typeof setTimeout> | undefined

export const usePeople = create<PeopleState>()((set, get) => ({
  status: 'idle',
  error: null,
  tab: 'people',
  search: '',
  sort: 'name',
  filters: {},
  filterNames: noNames,
  total: 0,
  more: false,
  shownSearch: '',
  shownFilters: {},
  pages: new Map(),
  order: null,
  current: 0,
  offers: [],
  firms: { total: 0, rows: [] },
  firmKind: null,
  bin: [],
  open() {
    isOpen = true
    if (isStale) void reload()
  },
  leave() {
    isOpen = false
    clearTimeout(rest)
  },
  showTab(tab) {
    visible = { first: 0, last: 0 }
    set({ tab, current: 0 })
    void reload()
  },
  type(search) {
    visible = { first: 0, last: 0 }
    firmPages = 1
    const tab = get().tab === 'bin' ? 'people' : get().tab
    set({ search, current: 0, tab })
    void reload()
  },
  sortBy(sort) {
    visible = { first: 0, last: 0 }
    set({ sort, current: 0 })
    void reload()
  },
  filterBy(filters, names) {
    visible = { first: 0, last: 0 }
    set({
      filters: { ...get().filters, ...filters },
      filterNames: { ...get().filterNames, ...names },
      current: 0,
    })
    void reload()
  },
  clearFilters() {
    visible = { first: 0, last: 0 }
    set({ filters: {}, filterNames: noNames, current: 0 })
    void reload()
  },
  showFirm(firm) {
    visible = { first: 0, last: 0 }
    const filterNames = { ...noNames, firm: firm.name }
    set({ tab: 'people', search: '', filters: { firmId: firm.id }, filterNames, current: 0 })
    void reload()
  },
  moveTo(line) {
    set({ current: Math.max(0, Math.min(line, get().total - 1)) })
  },
  show(first, last) {
    visible = { first, last }
    if (settled === generation) void loadPages(pagesOf(first, last))
  },
  listAmong() {
    const { order, pages } = get()
    return order ?? [...pages].sort(([a], [b]) => a - b).flatMap(([, rows]) => rows.map((row) => row.id))
  },
  async readNarrowed() {
    const { order, search, sort, filters, tab } = get()
    if (tab !== 'people' || (search.trim() === '' && countFilters(filters) === 0)) return []
    if (order) return order
    const answer = await call('people.order', { search, sort, filters, isPrivate: false })
    return answer.ok && answer.value.ids !== '' ? answer.value.ids.split(' ').map(Number) : []
  },
  showFirmKind(firmKind) {
    firmPages = 1
    set({ firmKind })
    void loadFirms(generation)
  },
  showMoreFirms() {
    firmPages += 1
    void loadFirms(generation)
  },
  async saveFirm(id, changes) {
    const answer = await call('people.saveFirm', { id, ...changes })
    return sayFailure(answer)
  },
  async bringBack(id) {
    const answer = await call('people.bringBack', { id, noRoom: t('focusList.noRoom') })
    return sayFailure(answer)
  },
  async answerOffer(offer, together) {
    const personIds = offer.people.map((person) => person.id)
    const answer = await call('people.answerHousehold', { personIds, together, called: sayHousehold(offer) })
    return sayFailure(answer)
  },
}))

/** The line of a list, if its page is here. */
export function rowAt(pages: ReadonlyMap<number, PersonRow[]>, line: number): PersonRow | undefined {
  return pages.get(Math.floor(line / pageSize))?.[line % pageSize]
}

function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / pageSize)
  const to = Math.floor(Math.max(0, last) / pageSize)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Reads what is shown anew; until the answer is there, what was shown stays. */
async function reload(): Promise<void> {
  isStale = false
  const asked = ++generation
  pagesAsked.clear()
  clearTimeout(rest)
  const { status, search, sort, tab } = usePeople.getState()
  if (status === 'idle') usePeople.setState({ status: 'loading' })
  if (tab === 'firms') void loadFirms(asked)
  if (tab === 'bin') void loadBin(asked)
  await loadFresh(search, sort, asked)
  if (asked === generation && isOpen) rest = setTimeout(() => void loadAtRest(asked), restMs)
}

function fail(error: CallError): void {
  usePeople.setState({ status: 'failed', error })
}

async function loadFresh(search: string, sort: PeopleSort, asked: number): Promise<void> {
  const { filters } = usePeople.getState()
  const wanted = pagesOf(visible.first, visible.last)
  for (const page of wanted) pagesAsked.add(page)
  const answers = await Promise.all(wanted.map((page) => readPage(search, sort, page)))
  if (asked !== generation) return
  settled = asked
  const pages = new Map<number, PersonRow[]>()
  let total = 0
  let more = false
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) return fail(answer.error)
    pages.set(wanted[index]!, answer.value.rows)
    ;({ total, more } = answer.value)
  }
  usePeople.setState({
    status: 'ready',
    error: null,
    pages,
    total,
    more,
    shownSearch: search,
    shownFilters: filters,
    order: null,
  })
  keepCurrentInside()
}

/** Which list is shown: the private people's own, or everybody else's as narrowed. */
function shownList() {
  const { tab, filters } = usePeople.getState()
  return tab === 'private' ? { isPrivate: true } : { isPrivate: false, filters }
}

/** How many filters are on. */
export function countFilters(filters: PeopleFilters): number {
  return Object.values(filters).filter((value) => value !== undefined).length
}

function readPage(search: string, sort: PeopleSort, page: number) {
  return call('people.list', {
    search,
    sort,
    ...shownList(),
    offset: page * pageSize,
    limit: pageSize,
  })
}

/** Adds pages that came into view. */
async function loadPages(wanted: number[]): Promise<void> {
  const asked = generation
  for (const page of wanted) {
    if (pagesAsked.has(page)) continue
    pagesAsked.add(page)
    const { shownSearch, sort } = usePeople.getState()
    const answer = await readPage(shownSearch, sort, page)
    if (asked !== generation) return
    if (!answer.ok) return fail(answer.error)
    const pages = new Map(usePeople.getState().pages).set(page, answer.value.rows)
    usePeople.setState({ pages, total: answer.value.total })
  }
}

function keepCurrentInside(): void {
  const { current, total } = usePeople.getState()
  if (current >= total) usePeople.setState({ current: Math.max(0, total - 1) })
}

/** What nobody waits for: the order for next and previous, and who may be one household. */
async function loadAtRest(asked: number): Promise<void> {
  const { search, sort } = usePeople.getState()
  const offers = await call('people.householdOffers', {})
  if (asked === generation && offers.ok) usePeople.setState({ offers: offers.value })
  const order = await call('people.order', { search, sort, ...shownList() })
  if (asked !== generation || !order.ok) return
  usePeople.setState({ order: order.value.ids === '' ? [] : order.value.ids.split(' ').map(Number) })
}

async function loadFirms(asked: number): Promise<void> {
  const { search, firmKind } = usePeople.getState()
  const pages = firmPages
  const rows: FirmRow[] = []
  for (let page = 0; page < pages; page += 1) {
    const answer = await call('people.firms', {
      search,
      ...(firmKind ? { kind: firmKind } : {}),
      offset: page * firmPageSize,
      limit: firmPageSize,
    })
    if (asked !== generation || pages !== firmPages || firmKind !== usePeople.getState().firmKind) return
    if (!answer.ok) return fail(answer.error)
    rows.push(...answer.value.rows)
    if (page === pages - 1) usePeople.setState({ firms: { total: answer.value.total, rows } })
  }
}

async function loadBin(asked: number): Promise<void> {
  const bin = await call('people.bin', {})
  if (asked !== generation) return
  if (bin.ok) usePeople.setState({ bin: bin.value })
  else fail(bin.error)
}

onChanged(['people.list'], () => {
  isStale = true
  if (isOpen) void reload()
})
