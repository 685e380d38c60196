// One person's timeline as far as it was read, a page at a time; anew when anything it tells of changes.
import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
} from '@tanstack/react-query'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { TimelineShow } from '../../../shared/contract/touches.ts'
import { queryClient, Refusal, read } from '../../api/queries.ts'

const pageSize = 50

type Timeline = InfiniteData<CallOutput<'touches.timeline'>, string | null>

function timeline(personId: number, show: TimelineShow) {
  return infiniteQueryOptions({
    queryKey: ['touches.timeline', { personId, show }, 'pages'],
    queryFn: ({ pageParam: before }) => read('touches.timeline', { personId, show, before, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    structuralSharing: (before, now) => keepUnchanged(before as Timeline | undefined, now as Timeline),
  })
}

export function useTimeline(personId: number, show: TimelineShow) {
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...timeline(personId, show),
    placeholderData: keepPreviousData,
  })
  return {
    entries: data?.pages.flatMap((page) => page.entries),
    error: error instanceof Refusal ? error.error : null,
    hasOlder: hasNextPage,
    loadOlder: () => void fetchNextPage(),
    again: () => void refetch(),
  }
}

/** With the page that shows it, so that both are painted in one frame. */
export function loadTimelineAhead(personId: number): void {
  void queryClient.prefetchInfiniteQuery(timeline(personId, 'all'))
}

/** What reads as before stays the same object wherever it stands now, so that its line is not drawn anew. */
function keepUnchanged(before: Timeline | undefined, now: Timeline): Timeline {
  const kept = new Map(
    before?.pages.flatMap((page) => page.entries.map((entry) => [JSON.stringify(entry), entry] as const)),
  )
  const pages = now.pages.map((page) => ({
    ...page,
    entries: page.entries.map((entry) => kept.get(JSON.stringify(entry)) ?? entry),
  }))
  return { ...now, pages }
}
