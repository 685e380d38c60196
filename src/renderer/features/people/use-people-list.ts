// The list of people as it is shown: the pages in view, and what was found before until other words are answered.
import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts'
import type { HouseholdOffer, PersonRow } from '../../../shared/contract/people.ts'
import type { CallError } from '../../../shared/errors.ts'
import { loading, type Refusal } from '../../api/queries.ts'
import { listAsked, readIds, usePeople } from './people.store.ts'

/** A screen holds about fifteen lines: one page fills it and a little more. */
const pageSize = 50
/** Milliseconds after which the screen has come to rest: what nobody waits for is asked for then. */
const restMs = 500

type List = CallInput<'people.order'>
type Page = CallOutput<'people.list'>

export interface PeopleList {
  /** False until the first answer. */
  isRead: boolean
  error: CallError | null
  /** What the lines answer: the typed words may be ahead of it. */
  shown: List
  isBehind: boolean
  /** How many lines the list has, and whether a search found more than it shows. */
  total: number
  more: boolean
  /** The line that Enter opens. */
  current: number
  pages: ReadonlyMap<number, PersonRow[]>
  /** The line of the list, if its page is here. */
  rowAt(line: number): PersonRow | undefined
  moveTo(line: number): void
  /** Asks for the pages that hold these lines, unless they are here. */
  show(first: number, last: number): void
  /** The people next and previous go through from here. */
  listAmong(): number[]
}

const pageOf = (line: number) => Math.floor(Math.max(0, line) / pageSize)
const loadingPage = (list: List, page: number) =>
  loading('people.list', { ...list, offset: page * pageSize, limit: pageSize })

export function usePeopleList(): PeopleList {
  const { tab, search, sort, filters, current, moveTo } = usePeople()
  const asked = useMemo(() => listAsked({ tab, search, sort, filters }), [tab, search, sort, filters])
  const [shown, setShown] = useState(asked)
  const [inView, setInView] = useState({ first: pageOf(current), last: pageOf(current) })
  const next = useQuery(loadingPage(asked, 0))
  if (shown !== asked && next.data) {
    setShown(asked)
    setInView({ first: 0, last: 0 })
  }
  const { pages, head, error } = usePages(shown, inView)
  const order = useOrder(shown)
  const total = head?.total ?? 0
  const show = useCallback((first: number, last: number) => {
    const [from, to] = [pageOf(first), pageOf(last)]
    setInView((before) => (before.first === from && before.last === to ? before : { first: from, last: to }))
  }, [])
  return {
    isRead: head !== undefined,
    error: next.error?.error ?? error,
    shown,
    isBehind: shown !== asked,
    total,
    more: head?.more ?? false,
    current: Math.max(0, Math.min(current, total - 1)),
    pages,
    rowAt: (line) => pages.get(pageOf(line))?.[line % pageSize],
    moveTo: (line) => moveTo(Math.min(line, total - 1)),
    show,
    listAmong: () => order ?? [...pages.values()].flatMap((rows) => rows.map((row) => row.id)),
  }
}

/** The first page, which tells how many there are, and those in view. */
function usePages(list: List, { first, last }: { first: number; last: number }) {
  const wanted = useMemo(() => {
    // Lines found by a note are taller: those above the view keep their height only as long as they are here.
    const from = list.search?.trim() ? 0 : first
    const inView = Array.from({ length: last - from + 1 }, (_, index) => from + index)
    return [...new Set([0, ...inView])]
  }, [list, first, last])
  const combine = useCallback(
    (answers: UseQueryResult<Page, Refusal>[]) => ({
      head: answers[0]?.data,
      error: answers.find((answer) => answer.error)?.error?.error ?? null,
      pages: new Map(
        wanted.flatMap((page, index) => {
          const rows = answers[index]?.data?.rows
          return rows ? [[page, rows] as const] : []
        }),
      ),
    }),
    [wanted],
  )
  return useQueries({ queries: wanted.map((page) => loadingPage(list, page)), combine })
}

/** Every id in the order of the list, once it has come to rest. */
function useOrder(list: List): number[] | null {
  const rested = useRested(list)
  const { data } = useQuery({ ...loading('people.order', list), enabled: rested })
  return useMemo(() => (data ? readIds(data.ids) : null), [data])
}

/** People who may be one household, asked for when the screen has come to rest. */
export function useHouseholdOffers(): HouseholdOffer[] {
  const rested = useRested(true)
  return useQuery({ ...loading('people.householdOffers', {}), enabled: rested }).data ?? []
}

/** Whether this has stood for a while. */
function useRested(value: unknown): boolean {
  const [rested, setRested] = useState<unknown>(null)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return rested === value
}
