// Pairs that look like one person: a page of them at a time, read anew when somebody changes.
import { create } from 'zustand'
import type { Pair } from '../../../shared/contract/duplicates.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayFailure } from '../../../shared/messages/translate.ts'
import { call, onChanged } from '../../api/client.ts'

const pageSize = 50

interface DuplicatesState {
  status: 'idle' | 'ready' | 'failed'
  error: CallError | null
  pairs: Pair[]
  total: number
  /** Whether there are more than were counted. */
  more: boolean
}

export const useDuplicates = create<DuplicatesState>()(() => ({
  status: 'idle',
  error: null,
  pairs: [],
  total: 0,
  more: false,
}))

/** Screens that show pairs, or how many there are. */
let watchers = 0
let shown = pageSize
let asked = 0

/** Reads the pairs as long as somebody watches; answers what ends it. */
export function watchDuplicates(): () => void {
  watchers += 1
  shown = pageSize
  void load()
  return () => {
    watchers -= 1
  }
}

export function showMorePairs(): void {
  shown += pageSize
  void load()
}

async function load(): Promise<void> {
  const number = ++asked
  const answer = await call('duplicates.list', { limit: Math.min(shown, 200) })
  if (number !== asked) return
  if (answer.ok) useDuplicates.setState({ status: 'ready', error: null, ...answer.value })
  else useDuplicates.setState({ status: 'failed', error: answer.error })
}

/** Answers the sentence that says why it was not kept, or null when it was. */
export async function tellApart({ one, other }: Pair): Promise<string | null> {
  const answer = await call('duplicates.tellApart', { personId: one.id, otherId: other.id })
  return sayFailure(answer)
}

onChanged(['duplicates.list'], () => {
  if (watchers > 0) void load()
})
