// The one way to load: an answer is kept under its query and input, and read anew when the program says that it is old.
import {
  keepPreviousData,
  notifyManager,
  type Query,
  QueryCache,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import type { CallInput, CallNameOf, CallOutput } from '../../shared/contract/index.ts'
import type { CallError } from '../../shared/errors.ts'
import { call, onAppEvent } from './client.ts'

export type QueryName = CallNameOf<'query'>

/** Carries the error of a refused query through the library, which knows thrown ones alone. */
export class Refusal extends Error {
  readonly error: CallError
  constructor(error: CallError) {
    super(error.code)
    this.error = error
  }
}

// The library's own waits for a timer before it tells of an answer: four milliseconds on the way to the screen.
notifyManager.setScheduler(queueMicrotask)

/** Milliseconds that an answer nobody shows is kept: a call takes minutes, and then the list is there at once. */
const keptMs = 10 * 60_000

/** Questions that a change overtook on their way, by hash: asked once more when they are answered, however many changes came. */
const overtaken = new Set<string>()

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onSettled: (_data, _error, { queryHash, queryKey }) => {
      if (overtaken.delete(queryHash)) void queryClient.invalidateQueries({ queryKey, exact: true })
    },
  }),
  defaultOptions: {
    queries: {
      // The library's own holds every read back while the Wi-Fi is off; nothing here goes over it.
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: keptMs,
    },
  },
})

export async function read<N extends QueryName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await call(name, input)
  if (!answer.ok) throw new Refusal(answer.error)
  return answer.value
}

/** For `useQuery`, `useQueries` and `queryClient.fetchQuery`, where more is wanted than `useLoaded` does. */
export function loading<N extends QueryName>(name: N, input: CallInput<N>) {
  return queryOptions<CallOutput<N>, Refusal>({ queryKey: [name, input], queryFn: () => read(name, input) })
}

export interface Loaded<T> {
  /** The newest answer; it keeps the parts that are the same, so that what shows them is not drawn anew. */
  value: T | undefined
  error: CallError | null
  /** `value` answers the input before this one. */
  isBefore: boolean
  /** Asks once more, as after a failure. */
  again(): void
}

/**
 * Reads while something shows it, and anew at each change of what it reads; hidden screens ask for nothing.
 * @param input null asks for nothing
 * @param keepsBefore shows the answer to the input before until the new one is there, as a search does
 */
export function useLoaded<N extends QueryName>(
  name: N,
  input: CallInput<N> | null,
  { keepsBefore = false } = {},
): Loaded<CallOutput<N>> {
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...loading(name, input ?? ({} as CallInput<N>)),
    enabled: input !== null,
    ...(keepsBefore && input !== null ? { placeholderData: keepPreviousData } : {}),
  })
  if (input === null) return { value: undefined, error: null, isBefore: false, again: () => undefined }
  return {
    value: data as CallOutput<N> | undefined,
    error: error?.error ?? null,
    isBefore: isPlaceholderData,
    again: () => void refetch({ cancelRefetch: false }),
  }
}

type PagedName = 'people.firms' | 'places.list'
type PagedInput<N extends PagedName> = Omit<CallInput<N>, 'offset' | 'limit'>

/** A long list, a page at a time as more is asked for; until other words are answered, what was found before stays. */
export function useLoadedPages<N extends PagedName>(name: N, input: PagedInput<N>, limit: number) {
  const { data, error, fetchNextPage } = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam: offset }) => read(name, { ...input, offset, limit } as CallInput<N>),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (pages.length * limit < last.total ? pages.length * limit : null),
    placeholderData: keepPreviousData,
  })
  return {
    rows: data?.pages.flatMap<CallOutput<N>['rows'][number]>((page) => page.rows),
    total: data?.pages.at(-1)?.total ?? 0,
    error: error instanceof Refusal ? error.error : null,
    showMore: () => void fetchNextPage(),
  }
}

/** Asks before anything shows it, so that the answer is there when something does. */
export function loadAhead<N extends QueryName>(name: N, input: CallInput<N>): void {
  void queryClient.prefetchQuery(loading(name, input))
}

onAppEvent((event) => {
  if (event.type !== 'changed' && event.type !== 'storage-restarted' && event.type !== 'new-day') return
  const isOld = ({ queryKey }: Query) =>
    event.type !== 'changed' || event.queries.includes(queryKey[0] as string)
  for (const { queryHash } of queryClient
    .getQueryCache()
    .findAll({ predicate: isOld, fetchStatus: 'fetching' }))
    overtaken.add(queryHash)
  void queryClient.invalidateQueries({ predicate: isOld, refetchType: 'none' })
  // After all who listen: settings, and with them the language, are asked for before the lists that are written in it.
  queueMicrotask(() => {
    // They are answered one after the other: what the owner came to last waits for nothing that was there before.
    const shown = queryClient.getQueryCache().findAll({ predicate: isOld, type: 'active' }).reverse()
    for (const { queryKey } of shown)
      void queryClient.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false })
  })
})
