// The one way to load: an answer is kept under its query and input, and read anew when the program says that it is old.
import { keepPreviousData, QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { CallInput, CallNameOf, CallOutput } from '../../shared/contract/index.ts'
import type { CallError } from '../../shared/errors.ts'
import { call, onAppEvent } from './client.ts'

export type QueryName = CallNameOf<'query'>

/** Carries the error of a refused query through the library, which knows thrown ones alone. */
class Refusal extends Error {
  readonly error: CallError
  constructor(error: CallError) {
    super(error.code)
    this.error = error
  }
}

/** Milliseconds that an answer nobody shows is kept: long enough to come back from a person to the list. */
const keptMs = 60_000

export const queryClient = new QueryClient({
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

/** For `useQuery` and `queryClient.fetchQuery`, where more is wanted than `useLoaded` does. */
export function loading<N extends QueryName>(name: N, input: CallInput<N>) {
  return queryOptions<CallOutput<N>, Refusal>({
    queryKey: [name, input],
    queryFn: async () => {
      const answer = await call(name, input)
      if (!answer.ok) throw new Refusal(answer.error)
      return answer.value
    },
  })
}

export interface Loaded<T> {
  /** The newest answer; it keeps the parts that are the same, so that what shows them is not drawn anew. */
  value: T | undefined
  error: CallError | null
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
  const { data, error } = useQuery({
    ...loading(name, input ?? ({} as CallInput<N>)),
    enabled: input !== null,
    ...(keepsBefore ? { placeholderData: keepPreviousData } : {}),
  })
  return { value: data as CallOutput<N> | undefined, error: error?.error ?? null }
}

/** Asks before anything shows it, so that the answer is there when something does. */
export function loadAhead<N extends QueryName>(name: N, input: CallInput<N>): void {
  void queryClient.prefetchQuery(loading(name, input))
}

onAppEvent((event) => {
  if (event.type === 'storage-restarted' || event.type === 'new-day') void queryClient.invalidateQueries()
  if (event.type !== 'changed') return
  const old = new Set(event.queries)
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => old.has(queryKey[0] as string) })
})
